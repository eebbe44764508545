"""Laws of dossiers on random stores: nothing is told firmer than it is, every note resolves."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.intake import Item
from hedgerow.graph.store import Store
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.dossier.dossier import read_dossier
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.viz.dossier import Making, dossier_report, render_dossier
from tests.graph.articles import archives
from tests.viz.dossier.reading import cited, lane_rows

POLES = ("USA", "CHN", "IND")
FIRM = {one.label for one in vocabulary().statuses.values() if one.standing == "concluded"}
FIRM |= {"took effect"}
days = st.dates(dt.date(2019, 12, 1), dt.date(2022, 2, 1))


def store_of(items: list[Item]) -> Store:
    store = Store.open()
    store.add(items)
    return store


@settings(max_examples=25, deadline=None)
@given(archives(), days)
def test_only_the_concluded_is_told_as_concluded(items: list[Item], day: dt.date) -> None:
    store = store_of(items)
    found = read_dossier(store, "VNM", POLES, since=day.year, on=day)
    for each in found.between:
        edges = {one.id: one for one in edges_of(store, Selection("VNM", each.pole))}
        assert each.begun == {one.id for one in edges.values() if position(one, day) is not None}
        assert len({one.edge.id for one in each.placed}) == len(each.placed)
        for one in each.block("concluded"):
            stands = position(edges[one.edge.id], day)
            assert stands is not None
            assert stands.standing in {"concluded", "held"}
        assert all(one.edge.is_tie for one in each.block("possible"))
        untold = each.begun - {one.edge.id for one in each.placed}
        stood = (position(edges[one], day) for one in untold)
        assert {None if stands is None else stands.standing for stands in stood} <= {"concluded"}
    for row in lane_rows(dossier_report(found, Making(day, "again"))):
        assert row[2] in FIRM or row[2].startswith("held")


@settings(max_examples=25, deadline=None)
@given(archives(), days)
def test_every_note_resolves_in_every_form(items: list[Item], day: dt.date) -> None:
    found = read_dossier(store_of(items), "VNM", POLES, since=day.year, on=day)
    report = dossier_report(found, Making(day, "again"))
    assert cited(report) == list(range(1, len(report.notes) + 1))
    assert all(note.quote for note in report.notes)
    for form in ("html", "md", "txt"):
        assert render_dossier(report, form, None)
