"""What a dossier tells in short: lean, prospects, doubts and evidence in words."""

from collections import Counter
from collections.abc import Iterator, Mapping

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dossier.dossier import Dossier
from hedgerow.queries.dossier.gaps import Gaps
from hedgerow.queries.dossier.words import status, what
from hedgerow.queries.dossier.years import Point
from hedgerow.queries.hedging.catalogue import Pair
from hedgerow.queries.words.phrases import counted, listed, names, support

NO_DATA = "no data"
NAMED = 2
"""As many matters are named in one line of the summary."""


def point_text(point: Point, digits: int, thin: str = ", thin") -> str:
    """`67 (48 to 82), thin`; `no data`, `no data with China`."""
    if point.lacking:
        return f"{NO_DATA} with {listed(names(point.lacking))}"
    if point.value is None:
        return NO_DATA
    told = f"{point.value:.{digits}f}"
    if point.low is not None and point.high is not None:
        told += f" ({point.low:.{digits}f} to {point.high:.{digits}f})"
    return f"{told}{thin}" if point.is_thin else told


def lean_words(leans: Mapping[Pair, Point]) -> str:
    """`67 (48 to 82) from 0 China to 100 United States; no data between Russia and China`."""
    told = []
    for (a, b), point in leans.items():
        first, second = names((a, b))
        scale = f"from 0 {second} to 100 {first}"
        between = f"between {first} and {second}"
        number = point_text(point, 0)
        told.append(f"{number} {between if point.known is None else scale}")
    return "; ".join(told)


def prospects(found: Dossier) -> Iterator[str]:
    """For each pole how many matters are only in prospect, by status, and the weightiest."""
    for each in found.between:
        pole, ahead = names([each.pole])[0], each.block("prospective")
        if not ahead:
            yield f"with {pole} nothing told"
            continue
        counts = Counter(vocabulary().status(str(one.stands.status)).label for one in ahead)
        split = ", ".join(f"{number} {label}" for label, number in counts.most_common())
        named = "; ".join(f"{status(one, found.on)}: {what(one)}" for one in ahead[:NAMED])
        yield f"with {pole} {split} ({named})"


def doubts(found: Dossier) -> Iterator[str]:
    """For each pole with any how many matters are contested or denied, and the weightiest."""
    for each in found.between:
        doubtful = each.block("contested")
        if doubtful:
            named = "; ".join(f"{status(one, found.on)}: {what(one)}" for one in doubtful[:NAMED])
            yield f"with {names([each.pole])[0]} {len(doubtful)} ({named})"


def evidence_words(found: Dossier) -> str:
    """How much there is on each pole, and with which of them it is thin."""
    told = [_documents(each) for each in found.gaps]
    thin = names(each.pole for each in found.gaps if each.absence.is_thin)
    if thin:
        told.append(f"too little with {listed(thin)} to say that anything is absent")
    pairs = [" and ".join(names(p)) for p, one in found.years[-1].lean.items() if one.is_thin]
    if pairs:
        told.append(f"lean is thin between {listed(pairs)}")
    return f"{'; '.join(told)}."


def _documents(each: Gaps) -> str:
    report = each.coverage
    marks = [f"{report.undated} without a date"] if report.undated else []
    if report.unconfirmed:
        ties = counted(report.open_ties, "open tie")
        marks.append(f"{report.unconfirmed} of {ties} unconfirmed past the horizon")
    about = f"{support(report.documents, report.sources)} on {names([each.pole])[0]}"
    return f"{about} ({', '.join(marks)})" if marks else about
