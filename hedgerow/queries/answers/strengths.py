"""Strengths: with whom a state's ties are strongest, and where conflict outweighs cooperation."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.answers.shared.compared import drivers, graph_of
from hedgerow.queries.measures.poles import THIN, is_thin
from hedgerow.queries.measures.strength import Strength, strengths
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, number_of
from hedgerow.queries.reading.selecting import subject
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import counted, listed, names
from hedgerow.queries.words.telling import some


def rows(asked: Asked) -> list[Row]:
    """A row a partner, the strongest by cooperation first, those only in prospect last."""
    as_of, wanted = graph_of(asked, asked.day("at")), asked.values.get("b")
    found = [one for one in strengths(as_of, asked.values["a"]) if wanted in (None, one.pair[1])]
    return [_row(one) | {"drivers": drivers(as_of.between(*one.pair)) or None} for one in found]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The strongest ties, and with whom there is more conflict than cooperation."""
    who = f"{subject(asked)} on {asked.day('at')}"
    known = [row for row in rows if row["cooperation"] is not None]
    if not known:
        return f"{who}: no tie that counts; {none_found(asked)}."
    told = [f"{names([str(row['partner'])])[0]} {row['cooperation']:.2f}" for row in known]
    partners = f", of {counted(len(known), 'partner')}" if len(known) > 1 else ""
    hostile = [
        str(row["partner"])
        for row in known
        if number_of(row, "conflict") > number_of(row, "cooperation")
    ]
    against = f"; more conflict than cooperation with {listed(names(hostile))}" if hostile else ""
    return f"{who}: cooperation R with {some(told)}{partners}{against}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What R is and is not."""
    yield (
        "R adds up the weights of what is concluded or held, older events less. A pair of which "
        f"little was loaded looks weak; thin is what rests on fewer than {THIN} edges."
    )
    yield f"Weights {default_weights().version}: a proposal, not a finding."


def _row(found: Strength) -> Row:
    sums, ahead = found.sums, found.pipeline
    return {
        "partner": found.pair[1],
        "cooperation": None if sums is None else rounded(sums.cooperation),
        "conflict": None if sums is None else rounded(sums.conflict),
        "strength": rounded(found.strength),
        "pipeline": None if ahead is None else rounded(ahead.cooperation),
        "edges": len(found.edges),
        "thin": "thin" if found.edges and is_thin(len(found.edges)) else None,
    }
