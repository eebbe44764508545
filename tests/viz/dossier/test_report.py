import datetime as dt
import re
from dataclasses import replace

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dossier.dossier import Dossier, read_dossier
from hedgerow.queries.dossier.lanes import lanes
from hedgerow.viz.dossier import dossier_report, render_dossier
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Bullets, Drawing, Report, Table
from tests.queries.making import Article, store_of
from tests.viz.dossier.conftest import DAY, MAKING
from tests.viz.dossier.reading import cited, lane_rows, text_of


def test_sections_stand_in_their_order(page: Report) -> None:
    heads = [part.title for part in page.sections if part.level == 1]
    assert [head.split(".")[0] for head in heads] == [str(n) for n in range(1, 10)]


def test_the_summary_has_five_lines_and_scores_no_hedging(page: Report) -> None:
    (lines,) = page.sections[0].blocks
    assert isinstance(lines, Bullets)
    assert len(lines.items) == 5
    assert not re.search(r"hedg(e|ing) (score|index)", render_dossier(page, "txt", None).decode())


def test_each_family_of_types_stands_in_one_lane() -> None:
    families = [family for lane in lanes() for family in lane.families]
    assert sorted(families) == sorted({one.family for one in vocabulary().tie_types.values()})


def test_notes_are_numbered_in_the_order_of_first_use(page: Report) -> None:
    assert (
        cited(page) == [note.number for note in page.notes] == list(range(1, len(page.notes) + 1))
    )


def test_what_is_concluded_is_told_by_lane(page: Report) -> None:
    rows = lane_rows(page)
    assert any("comprehensive strategic partnership" in row[1] for row in rows)
    assert any("arms transfer" in row[1] and row[2] == "delivered" for row in rows)


def test_what_is_ended_is_told_as_ended(page: Report) -> None:
    assert not any("sanction in force" in " ".join(row) for row in lane_rows(page))
    assert "ended 2016-05-23" in text_of(page, "Over by the day")


def test_talks_and_denials_stand_apart(small: Dossier) -> None:
    report = dossier_report(small, MAKING)
    concluded = " ".join(" ".join(row) for row in lane_rows(report))
    assert "C-130" not in concluded
    assert "Su-35" not in concluded
    assert "in talks" in text_of(report, "Only in prospect")
    doubtful = text_of(report, "Contested or denied")
    assert "“Hanoi has ordered 40 Su-35 fighters, unnamed officials said.”" in doubtful
    assert "“The ministry denied that Vietnam had ordered Su-35 fighters.”" in doubtful
    assert "Nobody asserts it" in doubtful


def test_a_plan_ahead_is_coming_and_not_done(small: Dossier) -> None:
    told = text_of(dossier_report(small, MAKING), "8. Coming")
    assert "2026 | Vietnam to United States: visit | only planned" in told


def test_the_past_is_told_without_what_came_later(store: Store) -> None:
    found = read_dossier(store, "VNM", ("USA", "RUS"), since=2012, on=DAY.replace(year=2014))
    report = dossier_report(found, MAKING)
    told = " ".join(" ".join(row) for row in lane_rows(report))
    assert "comprehensive partnership" in told
    assert "comprehensive strategic" not in told
    assert "Su-35" not in render_dossier(report, "md", None).decode().split("[^1]:")[0]


def test_a_note_is_the_sentence_that_told_it_on_the_day() -> None:
    agreed = Article("2019-05-02", "Wire", url="https://wire.example/1").says(
        "They agreed on jets.", "arms_deal", "USA VNM", "agreed", date="2019-05-01", item="jets"
    )
    signed = Article("2019-09-02", "Wire", url="https://wire.example/2").says(
        "They signed for jets.", "arms_deal", "USA VNM", "signed", date="2019-09-01", item="jets"
    )
    with store_of([agreed, signed]) as made:
        found = read_dossier(made, "VNM", ("USA", "RUS"), since=2019, on=dt.date(2019, 6, 1))
        page = Page(found, MAKING)
        (deal,) = (edge for edge in found.edges.values() if not edge.is_tie)
        page.cite_edge(deal.id, 1)
        assert [note.quote for note in page.notes.all] == ["They agreed on jets."]
        assert page.told(f"perhaps done: {deal.id}").endswith("2019-05-01")


def test_the_same_dossier_gives_the_same_bytes(store: Store, small: Dossier) -> None:
    again = read_dossier(store, "VNM", small.poles, since=2020, on=DAY)
    for form in ("html", "md", "docx", "txt"):
        one, other = (
            render_dossier(dossier_report(each, MAKING), form, "SAMPLE") for each in (small, again)
        )
        assert one == other


def test_almost_nothing_loaded_is_told_as_that(nothing: Dossier) -> None:
    report = dossier_report(nothing, MAKING)
    assert not lane_rows(report)
    assert "No data between Peru and Chad" in text_of(report, "1. In short")
    assert "too thin to say" in text_of(report, "6. Gaps")
    assert "none found in 0 documents with Peru and 0 with Chad" in text_of(report, "3. Level")
    assert report.notes == ()
    for form in ("html", "md", "docx", "txt"):
        assert render_dossier(report, form, None)


def test_a_block_with_nothing_in_it_is_one_sentence(nothing: Dossier) -> None:
    report = dossier_report(nothing, MAKING)
    assert not any(isinstance(b, Drawing | Table) for part in report.sections for b in part.blocks)
    for head in ("2. Measures", "3. Level", "4. Key matters", "7. How far"):
        (told,) = (part for part in report.sections if part.title.startswith(head))
        assert len(told.blocks) == 1
        assert text_of(report, head).count(". ") <= 1
    assert [part.title for part in report.sections if part.level == 2] == []


def test_years_without_any_data_are_one_row(store: Store) -> None:
    found = read_dossier(store, "VNM", ("USA", "JPN"), since=2001, on=DAY)
    (part,) = (one for one in dossier_report(found, MAKING).sections if one.title == "Over time")
    drawn = [block.caption for block in part.blocks if isinstance(block, Drawing)]
    assert drawn == ["R, cooperation with each pole, by year"]
    (table,) = (block for block in part.blocks if isinstance(block, Table))
    assert table.rows[0] == ("2001 to 2012", "no data", "no data", "no data")


def test_a_lifted_sanction_is_not_told_as_in_force(page: Report) -> None:
    lifted = [row for row in lane_rows(page) if "sanction lifted" in row[1]]
    assert lifted
    assert {row[2] for row in lifted} == {"took effect"}


def test_what_may_have_come_of_a_plan_is_told_in_words(page: Report) -> None:
    told = text_of(page, "Only in prospect")
    assert "perhaps done" in told
    assert "event/" not in told


def test_a_year_without_data_on_a_pole_has_no_lean(store: Store) -> None:
    found = read_dossier(store, "VNM", ("USA", "JPN"), since=2023, on=DAY)
    report = dossier_report(found, MAKING)
    assert all(point.known is None for year in found.years for point in year.lean.values())
    assert "No data with Japan" in text_of(report, "1. In short")
    assert "what was loaded and no more" in text_of(report, "2. Measures")


def test_the_last_lean_is_that_of_the_measures(vietnam: Dossier) -> None:
    leans = [line for line in vietnam.hedging.lines if line.measure == "lean"]
    points = vietnam.years[-1].lean.values()
    assert [(p.value, p.low, p.high) for p in points] == [(x.value, x.low, x.high) for x in leans]


def test_an_empty_store_has_a_dossier_that_says_so() -> None:
    with Store.open(None) as empty:
        report = dossier_report(read_dossier(empty, "VNM", ("USA", "CHN"), on=DAY), MAKING)
    assert "0 documents on United States" in text_of(report, "1. In short")
    assert "No number can be told" in text_of(report, "2. Measures")


@pytest.mark.parametrize("poles", [("USA", "USA"), ("USA", "VNM"), ("USA",)])
def test_poles_must_differ(store: Store, poles: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="two or more poles"):
        read_dossier(store, "VNM", poles, on=DAY)


def test_the_first_year_must_not_lie_ahead(store: Store) -> None:
    with pytest.raises(UsageError, match="earlier year"):
        read_dossier(store, "VNM", ("USA", "CHN"), since=2026, on=DAY)


def test_handling_stands_in_every_head_and_on_every_page(small: Dossier) -> None:
    mark = 'ONLY "A" </style><b> {x}'
    report = dossier_report(small, replace(MAKING, handling=mark))
    assert all(part.title.endswith(mark) for part in report.sections if part.level == 1)
    html = render_dossier(report, "html", mark).decode()
    assert "</style><b>" not in html
    assert html.count("@top-center") == 1
    plain = render_dossier(report, "html", None).decode()
    assert html.split("style-src ")[1].split(";")[0] != plain.split("style-src ")[1].split(";")[0]
