"""Go-betweens: who dealt with both of two actors lately, and who mediated between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hedgerow.ontology.weights import ontology_weights
from hedgerow.queries.answers.shared.counterparts import by_counterpart, split
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import SURELY, lies_in, months_until, told_in
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.rows import Row, whole_of
from hedgerow.queries.reading.scope import stood
from hedgerow.queries.reading.several import all_values
from hedgerow.queries.sources.gaps import none_on_each
from hedgerow.queries.words.cells import by_time
from hedgerow.queries.words.phrases import CONCLUDED, PROSPECTIVE, counted, date_text, listed, names

RANK = "rank"
SIDES = ("a", "b")
Contacts = Mapping[str, Sequence[Edge]]
"""The contacts of one side by the other actor, oldest first."""


def rows(asked: Asked) -> list[Row]:
    """Mediators first, then those with the most contacts with the side they dealt with less."""
    wanted = months_until(asked.day("at"), asked.number("months"))
    made = {side: _made(asked, side, wanted) for side in SIDES}
    ahead = {side: _ahead(asked, side, wanted) for side in SIDES}
    ranks = all_values(asked.reader, [_selection(asked, side) for side in SIDES], RANK)
    parties = {asked.values[side] for side in SIDES}
    dealt = made["a"].keys() & made["b"].keys() - parties
    least = {actor: min(len(made[side][actor]) for side in SIDES) for actor in dealt}
    found: list[Row] = []
    for actor in sorted(dealt, key=lambda each: (-least[each], names([each]))):
        row: Row = {"actor": actor}
        for side in SIDES:
            row |= _side_cells(side, made[side][actor], ranks)
        contacts = _each_once(made[side][actor] for side in SIDES)
        planned = _each_once(ahead[side].get(actor, ()) for side in SIDES)
        sure = all(_any_surely(made[side][actor], wanted) for side in SIDES)
        row |= {"possibly": None if sure else POSSIBLY, "pipeline": len(planned)}
        found.append(row | _between_cells(actor, parties, contacts))
    return sorted(found, key=lambda row: -whole_of(row, "between"))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """Who mediated, and how many dealt with both."""
    months = counted(asked.number("months"), "month")
    both = f"{asked.name('a')} and {asked.name('b')}, {months} to {asked.day('at')}"
    if not rows:
        return f"{both}: nobody who dealt with both; {none_on_each(asked)}."
    told = f"{counted(len(rows), 'actor')} dealt with both"
    unsure = sum(row["possibly"] is not None for row in rows)
    if unsure:
        told += f", {unsure} of them only possibly in these months"
    brokers = [str(row["actor"]) for row in rows if row["between"]]
    if brokers:
        told += f"; {listed(names(brokers))} mediated between them"
    else:
        told += "; no mediation between them found in this archive"
    return f"{both}: {told}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What the answer does not say."""
    yield "Dealing with both sides does not show that anything was carried from one to the other."
    yield (
        "Contested and denied contacts are left out; those only reported or planned are pipeline, "
        "but for those that came about since."
    )


def _selection(asked: Asked, side: str) -> Selection:
    return Selection(asked.values[side], of=asked.question.of)


def _made(asked: Asked, side: str, wanted: DateRange) -> Contacts:
    edges = edges_of(asked.reader, _selection(asked, side))
    return _by_other(asked, side, (edge for edge in edges if _is_made(edge, wanted)))


def _ahead(asked: Asked, side: str, wanted: DateRange) -> Contacts:
    """Those in prospect on the day, whatever became of them after it."""
    edges = (
        edge
        for edge in edges_of(asked.reader, _selection(asked, side))
        if told_in(edge, wanted) and not _is_made(edge, wanted)
        if (now := stood(edge, asked)) is not None and now.standing == PROSPECTIVE
    )
    return _by_other(asked, side, edges)


def _is_made(edge: Edge, wanted: DateRange) -> bool:
    return edge.standing == CONCLUDED and lies_in(edge, wanted) is not None


def _by_other(asked: Asked, side: str, edges: Iterable[Edge]) -> Contacts:
    return by_counterpart(sorted(edges, key=by_time), asked.values[side])


def _side_cells(side: str, contacts: Sequence[Edge], ranks: Mapping[str, Iterable[str]]) -> Row:
    last = contacts[-1]
    return {
        f"contacts_{side}": split(edge.what for edge in contacts),
        f"ranks_{side}": split(rank for edge in contacts for rank in ranks.get(edge.id, ())),
        f"last_{side}": date_text(last.stated, last.published),
    }


def _between_cells(actor: str, parties: set[str], contacts: Sequence[Edge]) -> Row:
    brokerage = ontology_weights().brokerage
    between = [
        edge
        for edge in contacts
        if edge.what in brokerage and edge.actors[0] == actor and parties <= {*edge.actors[1:]}
    ]
    matters = (", ".join(filter(None, [edge.item, _date(edge)])) for edge in between)
    return {
        "between": len(between),
        "matter": "; ".join(matters) or None,
        "ids": tuple(edge.id for edge in contacts),
    }


def _any_surely(contacts: Iterable[Edge], wanted: DateRange) -> bool:
    return any(lies_in(edge, wanted) == SURELY for edge in contacts)


def _each_once(several: Iterable[Iterable[Edge]]) -> list[Edge]:
    found = {edge.id: edge for edges in several for edge in edges}
    return sorted(found.values(), key=by_time)


def _date(edge: Edge) -> str:
    return date_text(edge.stated, edge.published)
