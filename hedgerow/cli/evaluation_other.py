"""Reports on the agreement of two annotators and on PLOVER's records."""

from collections.abc import Mapping

from hedgerow.cli.evaluation_report import STATUS_WORDS, print_json, print_scores
from hedgerow.cli.evaluation_words import number, say, shares
from hedgerow.loaders.evaluation import Agreement, PloverScores
from hedgerow.loaders.evaluation.machine import agreement_figures, plover_figures

DATED_BY_BOTH = ("exact", "overlapping", "wrong")
DATED_BY_ONE = ("none", "invented")


def print_agreement(found: Agreement, *, as_json: bool) -> None:
    """How far two annotators agree."""
    if as_json:
        print_json(agreement_figures(found))
        return
    say(f"{found.articles} articles; found: both, false: only the second, missed: only the first")
    print_scores({"pairs": found.pairs})
    say(f"alpha of types over {found.units} units: {number(found.type_alpha)}")
    say(f"status of {found.matched} matters of both: {shares(found.statuses, STATUS_WORDS)}")
    say(f"alpha of the class of status: {number(found.status_alpha)}")
    say(f"date where both have one: {shares(_part(found.dates, DATED_BY_BOTH), DATED_BY_BOTH)}")
    say(f"date that only one has: {sum(_part(found.dates, DATED_BY_ONE).values())}")


def print_plover(found: PloverScores, *, as_json: bool) -> None:
    """How edges agree with PLOVER's records."""
    if as_json:
        print_json(plover_figures(found))
        return
    say(
        f"{found.records} records in {found.texts} texts; {found.left_out} left out, as they do "
        "not join two states or bodies by a root we have types for"
    )
    print_scores({"both": found.both, "root": found.roots, "actors": found.actors})


def _part(numbers: Mapping[str, int], words: tuple[str, ...]) -> dict[str, int]:
    return {word: numbers.get(word, 0) for word in words}
