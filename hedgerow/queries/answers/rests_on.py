"""Rests on: from a document to the events, ties, numbers and judgements that rest on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hedgerow.graph.snapshot import present
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.matters import find_matter
from hedgerow.queries.reading.rows import Row, text_of, whole_of
from hedgerow.queries.words.phrases import CONCLUDED, counted, listed
from hedgerow.queries.words.wording import told_matter

EVENT, TIE, JUDGEMENT, CLAIM = "event", "tie", "judgement", "claim"
ORDER = (EVENT, TIE, JUDGEMENT, CLAIM)
ALONE = "alone"
LEVELS, HEDGING = "levels", "hedging"
"""The question and the command whose numbers an edge enters."""


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """One row an edge or judgement, and one for each claim that counts for no edge.

    Raises:
        UsageError: the archive has no such document.
    """
    every = list(rows)
    present(every or None, asked.values["id"])
    claims = {str(row["claim"]): row for row in every if row["claim"]}
    resting: dict[str, list[Row]] = defaultdict(list)
    for row in every:
        if row["id"]:
            resting[str(row["id"])].append(row)
    counting = {str(row["claim"]) for row in every if row["documents"]}
    found = [_row(id_, members, asked) for id_, members in resting.items()]
    found += [_waiting(row, asked) for id_, row in claims.items() if id_ not in counting]
    return sorted(found, key=lambda row: (ORDER.index(str(row["edge"])), whole_of(row, "start")))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How much rests on it, how much of that on it alone, and what counts for nothing."""
    kinds = [str(row["edge"]) for row in rows]
    if not rows:
        return "Nothing rests on it: no claim was read from its text by itself."
    edges = listed([counted(kinds.count(kind), kind) for kind in (EVENT, TIE)])
    alone = sum(row["alone"] == ALONE for row in rows)
    waiting, judged = kinds.count(CLAIM), kinds.count(JUDGEMENT)
    told = [f"{edges}, {alone:,} of them told by it alone"]
    told += [f"{counted(judged, JUDGEMENT)} on its claims"] * bool(judged)
    told += [f"{counted(waiting, CLAIM)} in no event"] * bool(waiting)
    return f"{rows[0]['title'] or asked.values['id']}: {'; '.join(told)}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """How to go on."""
    document = asked.values["id"]
    yield f"To see what would change without it: hedgerow withdraw {document} --dry-run"


def _row(id_: str, members: Sequence[Row], asked: Asked) -> Row:
    first = min(members, key=lambda row: whole_of(row, "start"))
    decision = text_of(first, "decision")
    edge = JUDGEMENT if decision else id_.partition("/")[0]
    told = f"{decision} by {first['by']}, {first['at']}"
    return first | {
        "edge": edge,
        "words": told if decision else told_matter(find_matter(asked.reader, id_)),
        "claims": len({row["claim"] for row in members}),
        "alone": ALONE if first["documents"] == 1 else None,
        "measures": ", ".join(_measures(edge, first)) or None,
    }


def _waiting(row: Row, asked: Asked) -> Row:
    """A claim that counts for no event: unsure, rejected, or of an older edition."""
    nothing = dict.fromkeys(("documents", "independent_sources", "alone", "measures"))
    words = told_matter(find_matter(asked.reader, str(row["claim"])))
    told: Row = {"edge": CLAIM, "words": words, "what": row["read_as"], "claims": 1}
    return row | told | nothing | {"id": row["claim"]}


def _measures(edge: str, row: Row) -> Iterator[str]:
    """The numbers that an edge enters: all that is held, and what is concluded and has a weight."""
    if row["level"]:
        yield LEVELS
    if edge == TIE:
        yield HEDGING
    elif edge == EVENT and row["standing"] == CONCLUDED:
        yield from [HEDGING] * bool(vocabulary().tie_type(str(row["what"])).weight)
