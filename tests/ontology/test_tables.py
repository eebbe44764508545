"""What the tables of actors must hold, row by row."""

import pytest

from hedgerow.ontology.tables import date_cell, read_table, split_cell

STATES = [row for row in read_table("states.csv") if row["kind"] == "state"]


@pytest.mark.parametrize("row", STATES, ids=lambda row: row["code"])
def test_every_state_has_a_demonym_a_capital_and_an_official_name(row: dict[str, str]) -> None:
    assert split_cell(row["demonyms"])
    assert split_cell(row["capital"])
    assert row["official_name"]


def test_codes_are_three_capitals_or_x_names() -> None:
    for row in read_table("states.csv"):
        code = row["code"]
        assert (
            code.startswith("x-") if row["kind"] == "entity" and len(code) > 3 else code.isupper()
        )


def test_a_cell_splits_at_semicolons_and_drops_blanks() -> None:
    assert split_cell(" Hanoi; Ha Noi ;;") == ("Hanoi", "Ha Noi")
    assert split_cell("") == ()


def test_an_empty_date_is_none_and_a_malformed_one_is_refused() -> None:
    assert date_cell("") is None
    with pytest.raises(ValueError, match="not a date"):
        date_cell("May 2020")
