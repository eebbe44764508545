"""Exercises: joint exercises and patrols, with whom, and which were firsts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hedgerow.queries.answers.shared.counterparts import counterparts
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.ranges import DateRange, may_lie_outside
from hedgerow.queries.entries import bounds
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.rows import Row, actors_of, text_of
from hedgerow.queries.reading.selecting import attribute_about, edges_about, sources_about, subject
from hedgerow.queries.sources.bearing import bearing
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.absence import none_found, range_text
from hedgerow.queries.words.cells import by_time, edge_cells
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import CONCLUDED, counted, listed, names
from hedgerow.queries.words.telling import apart, concluded, some
from hedgerow.queries.words.word_lists import word_list

SAID, FOUND = "a source says so", "first in this archive"


def rows(asked: Asked) -> list[Row]:
    """One row an event, oldest first."""
    wanted, code = DateRange(asked.day("from"), asked.day("to")), asked.values["a"]
    sources, called = sources_about(asked), attribute_about(asked, "name")
    edges = sorted(edges_about(asked), key=by_time)
    firsts = _firsts(edges, code)
    found: list[Row] = []
    for edge in edges:
        start, end = bounds(edge)
        if not wanted.meets(start or wanted.first, end or wanted.last):
            continue
        told = most_telling_first(edge, sources.get(edge.id, ()))
        firm = bearing(edge, told) if edge.standing == CONCLUDED else ()
        saying = word_list("called_first").first_in(firm)
        outside = may_lie_outside(edge.when, None, wanted, lasting=False)
        first_with = firsts.get(edge.id, ())
        found.append(
            edge_cells(edge, told if saying is None else [saying])
            | {"partners": counterparts(edge, code), "first_with": first_with}
            | {"first": SAID if saying else FOUND if first_with else None}
            | {"name": edge.item or ", ".join(called.get(edge.id, ())) or None}
            | {"possibly": POSSIBLY if outside else None}
        )
    return found


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many with whom, and those that a source calls the first."""
    who, firm = f"{subject(asked)}{range_text(asked)}", concluded(rows)
    beside = apart(row["standing"] for row in rows)
    if not firm:
        lack = beside.removeprefix("; ") or none_found(asked)
        return f"{who}: no joint exercise or patrol that took place; {lack}."
    partners = most_frequent(names(each for row in firm for each in actors_of(row, "partners")))
    told = f"{counted(len(firm), 'joint exercise or patrol', 'joint exercises and patrols')}"
    firsts = some([_told(row) for row in firm if row["first"] == SAID])
    calling = f"; called the first by a source: {firsts}" if firsts else ""
    return f"{who}: {told} ({partners}){calling}{beside}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What a first is."""
    if any(row["first"] == FOUND for row in rows):
        yield "First in this archive means that no earlier one is loaded, not that there was none."
    if any(row["first"] == SAID for row in rows):
        yield "Read in the sentence what exactly a source calls the first."


def _firsts(edges: Iterable[Edge], code: str) -> Mapping[str, tuple[str, ...]]:
    """The partners with whom an event is the first of its type that took place, by the event.

    Where the oldest is known by its publication only, or another can be as old, there is no first.
    """
    found: dict[str, list[str]] = {}
    first: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        for partner in counterparts(edge, code) if edge.standing == CONCLUDED else ():
            before = first.setdefault((edge.what, partner), edge)
            if before is edge and edge.when is not None:
                found.setdefault(edge.id, []).append(partner)
            elif before is not edge and _as_old(before, edge):
                found[before.id] = [one for one in found.get(before.id, []) if one != partner]
    return {edge: tuple(partners) for edge, partners in found.items() if partners}


def _as_old(before: Edge, edge: Edge) -> bool:
    return before.when is not None and edge.when is not None and before.when.overlaps(edge.when)


def _told(row: Row) -> str:
    with_whom = listed(names(actors_of(row, "partners")))
    name = text_of(row, "name")
    return f"with {with_whom} {row['date']}{f' ({name})' if name else ''}"
