"""Status and date of many invented sentences: plans told in many ways, facts beside cue words."""

from pathlib import Path

import pytest

from hedgerow.graph.records import Claim
from hedgerow.loaders.extraction.lexicon import read_yaml
from tests.loaders.extraction.conftest import Reader

FOLDER = Path(__file__).parent
PUBLISHED = "2024-05-15"
NO_CLAIM = "none"


def _examples(name: str, told: str) -> list[tuple[str, str, str]]:
    rows = read_yaml((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [(row["text"], row["type"], row[told]) for row in rows]


def _of_type(read: Reader, text: str, type_name: str) -> list[Claim]:
    return [claim for claim in read(text, PUBLISHED) if claim.type == type_name]


@pytest.mark.parametrize(("text", "type_name", "status"), _examples("examples_of_status", "status"))
def test_status_and_stage(text: str, type_name: str, status: str, read: Reader) -> None:
    claims = _of_type(read, text, type_name)
    told = {":".join(filter(None, (claim.status, claim.stage))) for claim in claims}
    assert told == (set() if status == NO_CLAIM else {status})


@pytest.mark.parametrize(("text", "type_name", "date"), _examples("examples_of_dates", "date"))
def test_date_of_a_tie(text: str, type_name: str, date: str, read: Reader) -> None:
    claims = _of_type(read, text, type_name)
    assert {"/".join(filter(None, (c.date, c.date_end))) or "-" for c in claims} == {date}


@pytest.mark.parametrize(
    ("text", "status", "stage"),
    [
        ("A website claimed that Peru had bought drones from Chile. Lima denied it.",
         "denied", "signed"),
        ("Rumours that Chile had cut ties with Peru spread on Monday. That is not true.",
         "denied", "occurred"),
        ("A website claimed that Peru had bought drones from Chile. Lima was silent.",
         "reported", "signed"),
    ],
)  # fmt: skip
def test_the_next_sentence_may_deny_a_report(
    text: str, status: str, stage: str, read: Reader
) -> None:
    assert {(c.status, c.stage) for c in read(text, PUBLISHED)} == {(status, stage)}


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("Peru is a strategic partner of Ghana.", {"holds"}),
        ("Peru is not only a strategic partner of Ghana but also a friend.", {"holds"}),
        ("Peru is not a strategic partner of Ghana.", set()),
        ("Peru is not yet a strategic partner of Ghana.", set()),
        ("Peru has never been a strategic partner of Ghana.", set()),
        ("Peru and Ghana are not strategic partners.", set()),
        ("Peru has no strategic partnership with Ghana.", set()),
        ("Peru is not among the strategic partners of Ghana.", set()),
        ("Peru denies that it is a strategic partner of Ghana.", set()),
    ],
)
def test_what_is_said_not_to_stand_does_not_hold(text: str, phases: set[str], read: Reader) -> None:
    assert {c.phase for c in _of_type(read, text, "partnership_upgrade")} == phases


def test_who_is_no_longer_a_partner_was_one(read: Reader) -> None:
    claims = read("Peru is no longer a strategic partner of Ghana.", PUBLISHED)
    assert {(c.type, c.phase) for c in claims} == {("partnership_downgrade", "ends")}


def test_what_years_have_passed_since_is_worked_out_not_stated(read: Reader) -> None:
    text = "This year marks 30 years since Ghana and Peru normalized relations"
    (claim,) = _of_type(read, f"{text}.", "normalization")
    assert (claim.date, claim.date_basis) == ("1994", "relative")
    (told,) = _of_type(read, f"{text} in 1994.", "normalization")
    assert (told.date, told.date_basis) == ("1994", "stated")


def test_a_day_may_be_reckoned_from_one_named_before(read: Reader) -> None:
    text = (
        "Talks on fish ended on 2 May. The following day Chile expelled three Peruvian diplomats."
    )
    (claim,) = _of_type(read, text, "expulsion")
    assert (claim.date, claim.date_basis) == ("2024-05-03", "relative")


def test_a_publication_date_that_the_dateline_contradicts_is_flagged(read: Reader) -> None:
    text = "LIMA, March 4, 2021 (Wire) - Chile expelled three Peruvian diplomats on Monday."
    (late,) = _of_type(read, text, "expulsion")
    assert "date_conflict" in late.flags
    (in_time,) = (c for c in read(text, "2021-03-05") if c.type == "expulsion")
    assert (in_time.date, in_time.flags) == ("2021-03-01", ())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("France 24 reported that Ghana had ordered submarines from Peru.", "France 24"),
        ("Xinhua denied that Ghana had ordered submarines from Peru.", None),
        ("Ghana's navy denied that it had ordered submarines from Peru.", "Ghana's navy"),
        ("Kofi Mensah of Ghana spoke. He denied that it had ordered submarines from Peru.", None),
    ],
)
def test_an_outlet_is_named_whole_and_denies_nothing(
    text: str, speaker: str | None, read: Reader
) -> None:
    (claim,) = _of_type(read, text, "arms_deal")
    assert claim.attributed_to == speaker
