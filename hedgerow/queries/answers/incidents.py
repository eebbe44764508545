"""Incidents between two actors, and how much they cooperated before and after each."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.answers.shared.counterparts import split
from hedgerow.queries.dates.day_ranges import days_after, days_before
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import SURELY, lies_in
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of
from hedgerow.queries.reading.rows import Row, whole_of
from hedgerow.queries.reading.selecting import subject
from hedgerow.queries.sources.coverage_report import Sources, documents_in
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, edge_cells
from hedgerow.queries.words.frequencies import most_frequent
from hedgerow.queries.words.phrases import CONCLUDED, counted, level_words, listed

Edges = Sequence[Edge]


def rows(asked: Asked) -> list[Row]:
    """The incidents, the oldest first."""
    pair = Selection(asked.values["a"], asked.values["b"])
    edges, sources = edges_of(asked.reader, pair), sources_of(asked.reader, pair)
    events = [edge for edge in edges if not edge.is_tie]
    found = sorted((edge for edge in events if edge.what in asked.question.of), key=by_time)
    return [
        edge_cells(edge, sources.get(edge.id, ())) | _around(edge, events, sources, asked)
        for edge in found
    ]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many incidents by type, and the comparison around the newest."""
    if not rows:
        return f"{subject(asked)}: no incident; {none_found(asked)}."
    label = vocabulary().tie_type
    types = most_frequent(label(str(row["what"])).label for row in rows)
    firm = sum(row["standing"] == CONCLUDED for row in rows)
    told = f"{counted(len(rows), 'incident')} ({types}), {firm} of them concluded"
    dated = [row for row in rows if row["told"] is not None]
    newest = f"; around the newest, {dated[-1]['date']}: {dated[-1]['told']}" if dated else ""
    return f"{subject(asked)}: {told}{newest}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What the comparison rests on and does not say."""
    if rows:
        yield (
            "Order in time is no cause. Only events whose dates lie surely in the days before or "
            "after are counted; where documents are few, so are events."
        )


def _around(incident: Edge, events: Edges, sources: Sources, asked: Asked) -> Row:
    """What lies before and after; empty where no document dates the incident."""
    if incident.when is None:
        return {"told": None}
    days = asked.number("within")
    before, after = days_before(incident.when, days), days_after(incident.when, days)
    together = [edge for edge in events if vocabulary().tie_type(edge.what).sign > 0]
    row = _counts(together, before, "before") | _counts(together, after, "after")
    row["levels"] = _levels(events, after)
    row["documents_before"] = documents_in(sources, before)
    row["documents_after"] = documents_in(sources, after)
    return row | {"told": _told(row, days)}


def _told(row: Row, days: int) -> str:
    cooperative = counted(whole_of(row, "before"), "cooperative event")
    coverage = f"{row['documents_before']} and {row['documents_after']} documents"
    told = f"{cooperative} in the {days} days before, {row['after']} after; coverage: {coverage}"
    return f"{told}; level since: {row['levels']}" if row["levels"] else told


def _counts(together: Edges, wanted: DateRange, name: str) -> Row:
    inside = [edge for edge in together if lies_in(edge, wanted) == SURELY]
    counts = Counter(str(edge.standing) for edge in inside)
    others = split(str(edge.standing) for edge in inside if edge.standing != CONCLUDED)
    return {name: counts[CONCLUDED], f"{name}_others": others}


def _levels(events: Edges, wanted: DateRange) -> str | None:
    changed = [
        edge
        for edge in events
        if edge.level and edge.standing == CONCLUDED and lies_in(edge, wanted) == SURELY
    ]
    told = [f"{level_words(edge.level)} {edge.stated}" for edge in changed if edge.level]
    return listed(told) or None
