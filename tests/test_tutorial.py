"""The tutorial runs on the bundled examples, and its outputs are what it says."""

import re
from pathlib import Path

import nbformat
import pytest

from scripts.write_tutorial import ROOT, TUTORIAL, executed, load_examples, texts

IDS = re.compile(r"\b(event|tie|claim|document)/[0-9a-f]{8}")


@pytest.mark.slow
def test_each_cell_shows_what_the_notebook_has_under_it(tmp_path: Path) -> None:
    load_examples(tmp_path / "demo.store")
    shown = texts(executed(TUTORIAL, tmp_path / "demo.store"))
    told = texts(nbformat.read(TUTORIAL, as_version=4))
    assert shown == told, "not up to date; run: python -m scripts.write_tutorial"


def test_it_shows_no_path_of_a_machine_and_no_id() -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    assert str(ROOT) not in text
    assert not IDS.search(text)
