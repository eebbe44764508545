from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from hedgerow.loaders.evaluation.gold import GoldLine

Write = Callable[..., Path]

TEXT = """date 2023-04-05

KIGALI - President Amani Wekesa of Kenya visited Rwanda on Tuesday.

Kenya and Rwanda will sign
six agreements in May.
"""
HEADER = ",".join(GoldLine.model_fields)
ROW = "a.txt,visit,KEN;RWA,occurred,,2023-04-04,,yes,President Amani Wekesa of Kenya visited Rwanda"
PLAN = "a.txt,cooperation_agreement,KEN;RWA,planned,,2023-05,,yes,will sign six agreements"


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    """Write a gold folder with two articles and a table of rows."""

    def _write(rows: Sequence[str] = (ROW, PLAN), *, name: str = "gold") -> Path:
        path = tmp_path / name
        path.mkdir()
        (path / "a.txt").write_text(TEXT, encoding="utf-8")
        (path / "b.txt").write_text("Nothing happened in Kenya.", encoding="utf-8")
        (path / "gold.csv").write_text("\n".join([HEADER, *rows]), encoding="utf-8")
        return path

    return _write
