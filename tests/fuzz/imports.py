"""What another store wrote: exports of a graph, and judgements alone."""

import io
from collections.abc import Iterator
from functools import cache
from random import Random

from hedgerow.errors import UsageError
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.judgements_json import lines, read_lines
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from tests.fuzz.mutating import mutated
from tests.fuzz.settings import refused_in_one_line
from tests.fuzz.target import Target, holds
from tests.queries.making import vietnam

OF_THE_ONTOLOGY = (b"/graph/ontology>", b"/graph/actors>")
"""What a store writes out with everything else, and what nobody's data are in."""


def targets() -> Iterator[Target]:
    """One for each."""
    yield Target("import/judgements", 2, _judgements_changed, _check_judgements)
    yield Target("import/nquads", 0.7, _quads_changed, _check_quads)


@cache
def _quads() -> bytes:
    """An export of a few articles with a judgement, without the ontology."""
    store, out = Store.open(), io.BytesIO()
    store.add([each.item() for each in vietnam()][:3])
    first = next(iter(store.claims()))
    store.judge(Judgement("accept", (first.id,), "analyst", "2024-01-01T10:00:00Z", note="sure"))
    store.export_nquads(out)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.rstrip(b" .\n").endswith(OF_THE_ONTOLOGY))


def _quads_changed(chance: Random) -> bytes:
    lines = _quads().splitlines(keepends=True)
    if chance.random() < 0.5:
        at = chance.randrange(len(lines))
        lines[at] = mutated(chance, lines[at], lines)
        return b"".join(lines)
    chance.shuffle(lines)  # nothing in the file depends on the order
    return mutated(chance, b"".join(lines[: chance.randint(1, len(lines))]), lines)


@cache
def _judgements() -> tuple[bytes, ...]:
    """A line for each decision that can be made without a store."""
    told = {"by": "analyst", "at": "2024-01-01T10:00:00Z", "note": "a\u2028b"}
    claim = "claim/" + "0" * 32
    made = (
        Judgement("accept", (claim,), **told),
        Judgement("correct", (claim,), corrections={"level": "strategic"}, **told),
        Judgement("note", (claim,), **told),
    )
    return tuple(line.encode() for line in lines(made))


def _judgements_changed(chance: Random) -> bytes:
    return mutated(chance, b"".join(_judgements()), _judgements())


def _check_judgements(data: bytes) -> None:
    text = data.decode(errors="replace")
    try:
        found = read_lines(text.split("\n"))
    except UsageError as error:
        holds(str(error).count("\n") == 0, f"what is wrong is told in one line: {error}")
        return
    again = read_lines("".join(lines(found)).split("\n"))
    holds(again == found, "what is written is read again")
    store = Store.open()
    store.adopt(found)
    holds({one.id for one in store.judgements()} == {one.id for one in found}, "all are kept")


def _check_quads(data: bytes) -> None:
    store = Store.open()
    refused_in_one_line(lambda path: import_nquads(store, path), "a.nq", data)
    texts = {one.id: one.text for one in store.documents()}
    for claim in store.claims():
        told = texts[claim.document][claim.start : claim.end]
        holds(told == claim.quote, "a quote stands in the text")
