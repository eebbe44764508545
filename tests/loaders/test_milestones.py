import csv
import io
import random
from collections.abc import Mapping

import pytest

from hedgerow.errors import InputError
from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.milestones import is_milestones, read_milestones
from hedgerow.loaders.records import Coded, Skipped
from hedgerow.ontology.vocabulary import vocabulary

ROW = {
    "date": "2020-05", "precision": "month", "type": "partnership_upgrade", "status": "agreed",
    "stage": "", "phase": "begins", "actor_a": "VNM", "actor_b": "NZL", "level": "strategic",
    "ladder": "VNM", "item": "", "valid_until": "", "attributes": "",
    "note": 'Agreed on a call; "virtual" summit.',
    "source_url": "https://www.example.org/a", "source_kind": "wire", "published": "2020-05-02",
    "confidence": "high",
}  # fmt: skip


def table(*rows: Mapping[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, ROW)
    writer.writeheader()
    writer.writerows({**ROW, **row} for row in rows)
    return out.getvalue()


def coded(**changes: str) -> tuple[Document, Claim]:
    (item,) = read_milestones(table(changes), "milestones.csv")
    assert isinstance(item, Coded), item
    (claim,) = item.claims
    return item.document, claim


def documents(text: str, name: str) -> set[Document]:
    found = read_milestones(text, name)
    return {item.document for item in found if isinstance(item, Coded)}


def reason(**changes: str) -> str:
    (item,) = read_milestones(table(changes), "milestones.csv")
    assert isinstance(item, Skipped)
    assert item.source == "milestones.csv:2"
    return item.reason


def test_a_row_is_a_document_whose_one_claim_quotes_all_of_it() -> None:
    document, claim = coded()
    assert document.text.split("\n")[:3] == [
        "date: 2020-05",
        "precision: month",
        "type: partnership_upgrade",
    ]
    assert "item:" not in document.text
    assert claim.quote == document.text == document.text[claim.start : claim.end]
    assert claim.document == document.id


def test_every_column_reaches_the_claim() -> None:
    document, claim = coded()
    assert (claim.type, claim.status, claim.phase) == ("partnership_upgrade", "agreed", "begins")
    assert (claim.date, claim.date_basis, claim.level) == ("2020-05", "stated", "strategic")
    assert (claim.actors, claim.ladder) == (("NZL", "VNM"), "VNM")
    assert (claim.engine, claim.rule, claim.stage, claim.flags) == ("table", "milestones", None, ())
    assert document.published == "2020-05-02"
    assert document.publisher == "example.org"


def test_rows_that_cite_one_page_show_it_but_do_not_supersede_each_other() -> None:
    document, _ = coded()
    assert document.source == "https://www.example.org/a"
    assert all(appearance.url is None for appearance in document.appearances)


def test_directed_types_run_from_actor_a_and_symmetric_ones_are_sorted() -> None:
    _, visit = coded(type="visit", status="occurred", actor_a="Vietnam", actor_b="AUS;new zealand")
    assert [(party.id, party.role) for party in visit.parties] == [
        ("VNM", vocabulary().tie_type("visit").roles[0]),
        ("AUS", vocabulary().tie_type("visit").roles[1]),
        ("NZL", vocabulary().tie_type("visit").roles[1]),
    ]
    _, meeting = coded(type="meeting", status="occurred", actor_a="VNM;AUS", actor_b="NZL")
    assert meeting.actors == ("AUS", "NZL", "VNM")


@pytest.mark.parametrize(
    ("confidence", "reading", "flags"),
    [("high", 0.95, ()), ("medium", 0.8, ()), ("low", 0.5, ()), ("memory", 0.4, ("memory",))],
)
def test_confidence_is_a_reading_confidence_and_memory_a_flag(
    confidence: str, reading: float, flags: tuple[str, ...]
) -> None:
    _, claim = coded(confidence=confidence)
    assert (claim.confidence, claim.flags) == (reading, flags)


def test_validity_ends_what_lasts_and_not_a_signing() -> None:
    _, access = coded(type="base_access", status="in_force", valid_until="2025")
    assert (access.date_end, access.attributes) == ("2025", {})
    document, agreement = coded(type="defence_agreement", status="signed", valid_until="2030")
    assert (agreement.date_end, agreement.attributes) == (None, {"valid_until": "2030"})
    assert "valid_until: 2030" in document.text
    _, visit = coded(type="visit", status="occurred", valid_until="2030")
    assert (visit.date_end, visit.attributes) == (None, {})


def test_attributes_stand_in_one_cell() -> None:
    told = {"type": "sanction_lift", "attributes": "extent=partial; target_kind=sector"}
    _, claim = coded(**told, level="", ladder="")
    assert claim.attributes == {"extent": "partial", "target_kind": "sector"}


def test_an_undated_row_has_no_date_basis() -> None:
    _, claim = coded(date="", precision="none")
    assert (claim.date, claim.date_basis) == (None, "none")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [("type", "vist", "visit"), ("type", "", "type is empty"), ("status", "done", "done"),
     ("stage", "soon", "soon"), ("phase", "starts", "write one of begins"),
     ("date", "May 2020", "date 'May 2020' is no date; write YYYY"),
     ("date", "2020-05-01", "precision is 'month'"), ("actor_a", "Atlantis", "Atlantis"),
     ("actor_b", "-", "different actors"), ("actor_b", "VNM", "different actors"),
     ("confidence", "sure", "write one of"), ("published", "soon", "published 'soon' is no date"),
     ("source_url", "example", "no web address"), ("attributes", "rank=minister", "write one of"),
     ("attributes", "level=strategic", "write one of")],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_skipped_with_its_reason(
    column: str, value: str, said: str
) -> None:
    assert said in reason(**{column: value})


def test_a_directed_row_has_one_source() -> None:
    assert "one actor_a a row" in reason(type="visit", actor_a="AUS;VNM", status="occurred")


def test_good_rows_load_beside_bad_ones() -> None:
    found = list(read_milestones(table({}, {"type": "x"}, {"date": "2021-05"}), "t/m.csv"))
    assert [type(item) for item in found] == [Coded, Skipped, Coded]
    assert str(found[1]).startswith("t/m.csv:3: ")


def test_order_and_file_play_no_part() -> None:
    rows = [{"date": f"20{year:02d}-05"} for year in range(20)]
    shuffled = random.Random(1).sample(rows, len(rows))
    first, second = documents(table(*rows), "a.csv"), documents(table(*shuffled), "b.csv")
    assert first == second


def test_other_tables_are_told_apart() -> None:
    assert is_milestones(table({}))
    with pytest.raises(InputError, match="at least these columns: actor_a, actor_b"):
        list(read_milestones("name,age\nA,3\n", "a.csv"))


def test_a_cell_beyond_reason_stops_the_table_with_one_sentence() -> None:
    with pytest.raises(InputError, match="save it as CSV again"):
        list(read_milestones(table({"note": "x" * 200_000}), "a.csv"))


def test_what_nobody_sees_in_the_name_of_a_column_is_not_stored() -> None:
    header, *rows = table({}).splitlines()
    (document,) = documents(
        "\n".join([header + ",remark\x1b[31m\u202e", *(f"{row},a" for row in rows)]), "t"
    )
    assert document.text.endswith("remark: a")
