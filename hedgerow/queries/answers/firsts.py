"""Firsts: the first evidence of each type of tie between two actors."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import sources_for
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.selecting import edges_about, subject
from hedgerow.queries.sources.bearing import bearing
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, edge_cells, label_of
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, NEGATIVE, PROSPECTIVE, counted
from hedgerow.queries.words.telling import apart, some
from hedgerow.queries.words.word_lists import word_list

FIRMNESS = (CONCLUDED, PROSPECTIVE, CONTESTED, NEGATIVE)


def rows(asked: Asked) -> list[Row]:
    """One row a type, by the date of its first: what took place before what did not."""
    found: list[Row] = []
    types = {min(alike, key=_firmest_first): len(alike) for alike in _by_type(asked)}
    sources = sources_for(asked.reader, types)
    for first, number in types.items():
        told = most_telling_first(first, sources.get(first.id, ()))
        firm = bearing(first, told) if _firmness(first.standing) == 0 else ()
        saying = word_list("called_first").first_in(firm)
        found.append(
            edge_cells(first, told)
            | {"called_first": None if saying is None else saying.quote}
            | {"others": number - 1, "order": by_time(first)[0]}
        )
    return sorted(found, key=lambda row: (_firmness(str(row["standing"])), str(row["order"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """What came first, and how many a source calls the first."""
    if not rows:
        return f"{subject(asked)}: {none_found(asked)}."
    firm = [row for row in rows if _firmness(str(row["standing"])) == 0]
    told = some([f"{label_of(row)} {row['date']}" for row in firm]) or "nothing that took place"
    called = sum(row["called_first"] is not None for row in firm)
    sure = f"; a source calls {called} of these {counted(len(firm), 'type')} the first"
    beside = apart(row["standing"] for row in rows)
    return f"{subject(asked)}: first in this archive: {told}{sure if called else ''}{beside}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What a first in an archive is."""
    if rows:
        yield "First in this archive means that no earlier one is loaded, not that there was none."


def _by_type(asked: Asked) -> Iterator[list[Edge]]:
    """The events by type; ties by kind where no event opened them."""
    found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges_about(asked):
        if not edge.is_tie or edge.opened_by is None:
            found[edge.kind, edge.what].append(edge)
    yield from found.values()


def _firmest_first(edge: Edge) -> tuple[int, tuple[str, str]]:
    return _firmness(edge.standing), by_time(edge)


def _firmness(standing: str | None) -> int:
    """The place of a standing; ties stand with what is concluded."""
    return FIRMNESS.index(standing) if standing in FIRMNESS else 0
