"""Every format that the graph is written in, from stores of hostile records, read back."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hedgerow.graph.importing import import_nquads
from hedgerow.graph.neo4j.admin_csv import write_admin_csv
from hedgerow.graph.store import Store
from hedgerow.graph.view import View
from hedgerow.queries.timeline import timeline
from hedgerow.queries.whole import whole
from hedgerow.viz.export.about import about
from hedgerow.viz.export.gexf import write_gexf
from hedgerow.viz.export.graphml import write_graphml
from hedgerow.viz.export.package import write_package
from hedgerow.viz.timeline import forms, render
from tests.fuzz import parsed, shown
from tests.fuzz.records import stores
from tests.fuzz.target import Target, by_bytes, holds
from tests.graph.articles import CODES

BYTES = 6000
"""What hypothesis makes a store of."""
Check = Callable[[Store], None]


def targets() -> Iterator[Target]:
    """One for each format of the graph, and one for each of timelines."""
    for name, check in _GRAPHS.items():
        yield _target(f"export/{name}", _held(check, st.just(None)))
    for form in forms():
        asked = st.tuples(st.just(form), st.sampled_from(CODES))
        yield _target(f"timeline/{form}", _held(_timeline, asked))


def _target(name: str, check: Callable[[bytes], object]) -> Target:
    def checked(data: bytes) -> None:
        check(data)

    return Target(name, 0.15, lambda chance: chance.randbytes(BYTES), checked)


def _held(check: Callable[..., None], asked: st.SearchStrategy[Any]) -> Callable[[bytes], object]:
    @given(stores(), asked)
    @settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def holds_of(store: Store, more: Any) -> None:
        check(store, more) if more else check(store)

    return by_bytes(holds_of)


def _nquads(store: Store) -> None:
    out, again = io.BytesIO(), Store.open()
    digest = store.export_nquads(out)
    parsed.quads(out.getvalue())
    if store.counts().documents:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "a.nq"
            path.write_bytes(out.getvalue())
            import_nquads(again, path)
        holds(again.canonical_hash() == digest, "what is imported says the same")


def _linked(form: str) -> Check:
    def check(store: Store) -> None:
        out = io.BytesIO()
        store.export_rdf(out, form, texts=True)
        found, counts = parsed.linked(out.getvalue(), form), store.counts()
        holds(found["Claim"] == counts.claims, "every claim is in it")
        holds(found["Document"] == counts.documents, "every document is in it")
        holds(found["Event"] == counts.events, "every event is in it")

    return check


def _tables(store: Store) -> None:
    told, counts = about(store, View(), hashed=False), store.counts()
    with TemporaryDirectory() as folder:
        for form in ("csv", "parquet"):
            write_package(store, Path(folder) / form, form, told, texts=True)
        written = parsed.package(Path(folder))
    sizes = {name: len(rows) for name, rows in written.items()}
    for name in ("documents", "claims", "events", "ties"):
        holds(sizes[name] == getattr(counts, name), f"{name} are all in it")
    holds(sizes["edges"] == counts.events + counts.ties, "edges are all in it")


def _network(write: Callable[..., object]) -> Check:
    def check(store: Store) -> None:
        out, found = io.BytesIO(), whole(store)
        left_out = write(found, out, about(store, View(), hashed=False).dublin_core)
        drawn = parsed.elements(out.getvalue(), "edge")
        entries = any(len(one.actors) > 1 for one in found.entries())
        holds(bool(drawn or left_out) == entries, "edges are in it, or are said to be left out")

    return check


def _admin(store: Store) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "neo4j"
        written = write_admin_csv(store, place)
        mark = 1  # the node that tells which store it is
        rows = written.nodes + written.relationships + mark
        holds(parsed.admin_rows(place) == rows, "every row is in it")


def _timeline(store: Store, asked: tuple[str, str]) -> None:
    form, actor = asked
    found = timeline(store, actor)
    rendered = render(found, form)
    # Graphs leave out what nothing dates, and say so.
    ids = [entry.id for entry in found.entries] if form != "gexf" or not rendered.notes else []
    shown.READERS[form](rendered.content, ids)


_GRAPHS: dict[str, Check] = {
    "nq": _nquads,
    "ttl": _linked("ttl"),
    "trig": _linked("trig"),
    "jsonld": _linked("jsonld"),
    "tables": _tables,
    "graphml": _network(write_graphml),
    "gexf": _network(write_gexf),
    "neo4j-admin": _admin,
}
