"""Outlets of the user's own table, and marks of the user's own order."""

from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.ontology.gradings import handling, limit
from hedgerow.ontology.outlets import VARIABLE, outlets

HEAD = "outlet,aliases,domain,ownership,state,criterion,source_url,from,to,confidence\n"


def test_a_user_s_own_outlets_go_before_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "outlets.csv"
    row = "Nhan Dan,ND,nhandan.vn,private,VNM,as we see it,https://a.example,2020,,high\n"
    table.write_text(HEAD + row, encoding="utf-8")
    assert outlets().find("Nhan Dan").ownership == "party_owned"  # type: ignore[union-attr]
    monkeypatch.setenv(VARIABLE, str(table))
    assert outlets().find("Nhan Dan").ownership == "private"  # type: ignore[union-attr]
    assert outlets().find("VietnamPlus").ownership == "government_owned"  # type: ignore[union-attr]


def test_an_outlet_with_an_unknown_ownership_is_refused_by_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "outlets.csv"
    table.write_text(f"{HEAD}A,,a.example,owned,VNM,c,u,,,high\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(table))
    with pytest.raises(UsageError, match="line 2"):
        outlets()


def test_marks_are_compared_without_regard_to_case_and_an_unknown_one_is_the_strictest() -> None:
    order = handling()
    assert order.strictest(["tlp:green", "TLP:WHITE", "Tlp:Amber"]) == "TLP:AMBER"
    assert order.strictest(["TLP:RED", "Desk only"]) == "Desk only"
    assert not order.allows("Desk only", "TLP:RED")
    assert order.allows(None, "TLP:CLEAR")
    with pytest.raises(UsageError):
        limit("Desk only")
