"""An export that was damaged on its way is refused in words that can be shown."""

from pathlib import Path

import pytest

from hedgerow.errors import InputError
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.store import Store


@pytest.mark.parametrize("sign", ["\n", "\x1b", "\x9b", "\u202e"])
def test_what_is_wrong_is_told_in_one_line_that_acts_on_no_terminal(
    sign: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.nq"
    path.write_text(f"<https://a.example/{sign}> <b> <c> .\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        import_nquads(Store.open(), path)
    assert str(refused.value).isprintable()
