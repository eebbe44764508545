"""A store with something of everything, and ways to damage one as no command of ours would."""

import random
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from hedgerow.graph.doctor.examine import examine
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.intake import Item
from hedgerow.graph.rdf import node, prop
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import article, claim, document
from tests.graph.rows import batch, row, table
from tests.graph.test_copies import papers
from tests.graph.wire import report

Damage = Callable[[ox.Store], None]
URL = "http://a.example/edition"
VISIT = article("A Russian minister visited.", "visit", "RUS VNM", date="2023-09-10")
DEAL = article("Russia may sell jets.", "arms_deal", "RUS VNM", "talks")
CALL = article("They spoke.", "call", "USA VNM", date="2023-08")
TABLE = table()


def raised(text: str, level: str, date: str) -> Item:
    """An article that says that a partnership was raised."""
    told = document(text)
    return told, [claim(told, "partnership_upgrade", "CHN VNM", "agreed", date, level=level)]


def edition(text: str, published: str) -> Item:
    """One edition of an article."""
    told = document(text, url=URL, published=published)
    return told, [claim(told, "meeting", "CHN VNM", date="2023-07-01")]


def make(path: Path) -> None:
    """Write it in a few commits."""
    with Store.open(path) as store:
        store.add([VISIT, DEAL, CALL])
        store.add([raised("They raised it.", "strategic", "2008-05")])
        store.add([raised("They raised it again.", "comprehensive_strategic", "2013-06")])
        store.add([edition("They met.", "2023-07-02"), edition("They met, twice.", "2023-07-03")])
        store.add(papers(report(random.Random(3)), 3))
        rows = batch(row("call", "USA VNM"), row("visit", "USA VNM", "2024-02-05"))
        store.add_tables([(TABLE, iter([rows]))])
        store.judge(
            Judgement(
                *("correct", (DEAL[1][0].id,), "analyst", "2024-01-01"),
                corrections={"item": "Su-30"},
            )
        )
        store.withdraw(CALL[0].id, reason="retracted", by="analyst")


def damage(path: Path, how: Damage) -> None:
    """Change a store's database behind its back."""
    folder = StoreFolder(path)
    database, lock = folder.open_for_writing()
    how(database)
    folder.publish(database, ())
    del database
    folder.close_writing(lock)


def found(path: Path, *, quick: bool = True) -> list[Trouble]:
    """What the doctor finds."""
    return list(examine(path, quick=quick))


def names(path: Path, *, quick: bool = True) -> set[str]:
    """The same by name alone."""
    return {each.name for each in found(path, quick=quick)}


def hash_of(path: Path) -> str:
    """The canonical hash of a store."""
    with Store.read(path) as store:
        return store.canonical_hash()


def put(
    database: ox.Store,
    subject: str,
    field: str,
    value: ox.NamedNode | str | float | None,
    graph: str | None = None,
) -> None:
    """Have another value, or none (None), in a field of a subject."""
    place = None if graph is None else node(graph)
    stored = list(database.quads_for_pattern(node(subject), prop(field), None, place))
    assert stored, f"{subject} has no {field}"
    for quad in stored:
        database.remove(quad)
    if value is not None:
        term = value if isinstance(value, ox.NamedNode) else ox.Literal(value)
        database.add(about(stored[0], term))


def about(quad: ox.Quad, term: ox.NamedNode | ox.Literal) -> ox.Quad:
    """The same about another object."""
    return ox.Quad(quad.subject, quad.predicate, term, quad.graph_name)


def first(database: ox.Store, field: str, graph: str | None = None) -> ox.Quad:
    """A quad with a field."""
    place = None if graph is None else node(graph)
    return next(database.quads_for_pattern(None, prop(field), None, place))
