"""Visits: to and from an actor, by rank, direction and counterpart."""

from collections import Counter
from collections.abc import Mapping, Sequence

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.ranges import DateRange, may_lie_outside
from hedgerow.queries.entries import bounds
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.rows import Row, actors_of
from hedgerow.queries.reading.scope import Told, told_edges
from hedgerow.queries.reading.selecting import attribute_about, subject
from hedgerow.queries.words.absence import none_found, range_text
from hedgerow.queries.words.cells import by_time, edge_cells
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import CONCLUDED, PROSPECTIVE, counted, names, slug_words

TOOK_PLACE, PLANNED, OFF, DOUBTFUL = "took place", "planned", "called off", "denied or contested"
BLOCKS = (TOOK_PLACE, PLANNED, OFF, DOUBTFUL)
FROM, TO = "from", "to"
Values = Mapping[str, tuple[str, ...]]


def rows(asked: Asked) -> list[Row]:
    """Block by block, the highest rank first, and the oldest first in each."""
    wanted = DateRange(asked.day("from"), asked.day("to"))
    ranks, formats = attribute_about(asked, "rank"), attribute_about(asked, "format")
    found = sorted(told_edges(asked, lambda edge: _is_in(edge, wanted)), key=_by_time)
    listed = [_row(told, asked, wanted, ranks, formats) for told in found]
    return sorted(listed, key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many took place each way, by rank and counterpart, and what stands apart."""
    about = f"{subject(asked)}{range_text(asked)}"
    if not rows:
        return f"{about}: no visits; {none_found(asked)}."
    blocks = Counter(str(row["block"]) for row in rows)
    happened = [row for row in rows if row["block"] == TOOK_PLACE]
    ways = Counter(row["direction"] for row in happened)
    told = f"{counted(len(happened), 'visit')} took place" if happened else "no visit took place"
    if happened:
        told += f", {ways[FROM]} from {asked.name('a')} and {ways[TO]} to it"
        told += f" ({_by_rank(happened)})"
    if happened and "b" not in asked.values:
        told += f"; {most_frequent(names(each for row in happened for each in _others(row)))}"
    unsure = sum(row["possibly"] is not None for row in happened)
    if unsure:
        told += f"; {unsure} of them possibly outside these dates"
    apart = [f"{blocks[block]} {block}" for block in BLOCKS[1:] if blocks[block]]
    return "; ".join([f"{about}: {told}", *apart]) + "."


def _is_in(edge: Edge, wanted: DateRange) -> bool:
    first, last = bounds(edge)
    if edge.is_tie:
        return False
    return wanted.is_everything if first is None or last is None else wanted.meets(first, last)


def _row(told: Told, asked: Asked, wanted: DateRange, ranks: Values, formats: Values) -> Row:
    edge, sources = told
    code = asked.values["a"]
    leaving = edge.actors[0] == code
    end = None if edge.end is None else parse_partial_date(edge.end)
    open_ = may_lie_outside(edge.when, end, wanted, lasting=False)
    return edge_cells(edge, sources) | {
        "block": _block(edge),
        "rank": ", ".join(sorted(ranks.get(edge.id, ()), key=_rank_order)) or None,
        "direction": FROM if leaving else TO,
        "counterpart": edge.actors[1:] if leaving else edge.actors[:1],
        "possibly": POSSIBLY if open_ else None,
        "format": ", ".join(formats.get(edge.id, ())) or None,
    }


def _block(edge: Edge) -> str:
    if edge.standing == CONCLUDED:
        return TOOK_PLACE
    if edge.standing == PROSPECTIVE:
        return PLANNED
    return OFF if vocabulary().is_stopped(str(edge.status)) else DOUBTFUL


def _rank_order(rank: str | None) -> tuple[int, str]:
    """By the ontology's order of ranks; a `defence_minister` stands with the ministers."""
    known = vocabulary().attribute("rank").values
    if rank is None:
        return len(known) + 1, ""
    exact = (place for place, each in enumerate(known) if rank == each)
    kind = (place for place, each in enumerate(known) if rank.endswith(f"_{each}"))
    return next(exact, next(kind, len(known))), rank


def _by_rank(happened: Sequence[Row]) -> str:
    counts = Counter(_highest(row) for row in happened)
    ordered = sorted(counts, key=_rank_order)
    return ", ".join(f"{counts[rank]} {slug_words(rank or 'of unstated rank')}" for rank in ordered)


def _highest(row: Row) -> str | None:
    return str(row["rank"]).split(", ")[0] if row["rank"] else None


def _others(row: Row) -> tuple[str, ...]:
    return actors_of(row, "counterpart")


def _order(row: Row) -> tuple[int, tuple[int, str]]:
    return BLOCKS.index(str(row["block"])), _rank_order(_highest(row))


def _by_time(told: Told) -> tuple[str, str]:
    return by_time(told[0])
