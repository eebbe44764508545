"""Record: the relationship of two actors, sentence by sentence, with citations for export."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import Stood, told_positions
from hedgerow.queries.reading.selecting import subject
from hedgerow.queries.sources.speakers import outlet_name, owner
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of
from hedgerow.queries.words.phrases import counted, support


def rows(asked: Asked) -> list[Row]:
    """One row a sentence, the edges in the order of time, the first published of each first."""
    ordered = sorted(told_positions(asked), key=lambda each: by_time(each[0].edge))
    return [row for each in ordered for row in _rows(each, asked.day("at"))]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many events of which standing and ties, on how many documents they rest."""
    about = f"{subject(asked)} as of {asked.day('at')}"
    if not rows:
        return f"{about}: {none_found(asked)}."
    edges = {str(row["id"]): (str(row["edge"]), str(row["standing"])) for row in rows}
    kinds = Counter(edges.values())
    split = ", ".join(f"{number} {standing}" for (_, standing), number in sorted(kinds.items()))
    events = sum(number for (kind, _), number in kinds.items() if kind == "event")
    told = f"{counted(events, 'event')} and {counted(len(edges) - events, 'tie')} ({split})"
    documents = {row["document"]: row["origin"] for row in rows if row["document"] is not None}
    behind = support(len(documents), len(set(documents.values())))
    sentences = sum(row["claim"] is not None for row in rows)
    rest = f"{counted(sentences, 'sentence')} of {behind}"
    return f"{about}: {told}, with {rest}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """Which time is meant."""
    yield (
        "The day is one of the world: how matters stood then by all that is loaded, whenever it "
        "was published."
    )


def _rows(told: Stood, on: dt.date) -> Iterator[Row]:
    stands, sources = told
    row = cells_as_of(stands, sources, on)
    for source in sorted(sources, key=_order):
        yield row | _cited(source)
    if not sources:
        yield row | {"claim": None, "document": None}


def _cited(source: Source) -> Row:
    return {
        "quote": source.quote,
        "says": source.status,
        "says_of": source.stage,
        "attributed_to": source.attributed_to,
        "outlet": outlet_name(source),
        "ownership": owner(source),
        "title": source.title,
        "published": source.published,
        "source": source.address,
        "claim": source.claim,
        "document": source.document,
        "origin": source.origin,
    }


def _order(source: Source) -> tuple[str, str]:
    return source.published or "~", source.claim
