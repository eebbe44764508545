"""The crosswalk: what a code of a scheme says about a tie.

`data/tables_codes.csv` decides where the ontology leaves a choice, and why. A code that it does not
list means the one type whose `hr:cameo` or `hr:plover` names it, else what its parent means.
"""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hedgerow.errors import UsageError
from hedgerow.loaders.tables.formats import TableFormat
from hedgerow.ontology.tables import read_table
from hedgerow.ontology.vocabulary import vocabulary

CONTEXT = " [{}]"
MODE = ":"
ROOT_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says: a type with a status, and which of the row's actors acts.

    Without a type it is no tie of ours, and `reason` says why.
    """

    type: str | None
    status: str = ""
    directed: bool = False
    turned: bool = False
    reason: str = ""


class Crosswalk:
    """The meaning of every code of one scheme."""

    def __init__(self, known: Mapping[str, Meaning], codes: frozenset[str] | None = None) -> None:
        self._known = known
        self._codes = codes if codes is not None else frozenset(known)

    def meaning(self, code: str, contexts: tuple[str, ...] = ()) -> Meaning | None:
        """What a code means among contexts; None where the scheme has no such code."""
        if code not in self._codes:
            return None
        for each in lineage(code):
            found = self._in_context(each, contexts) or self._known.get(each)
            if found is not None:
                return found
        return Meaning(None, reason="the crosswalk has no type for it")

    def _in_context(self, code: str, contexts: tuple[str, ...]) -> Meaning | None:
        """The meaning that contexts give a code, unless they disagree."""
        keys = (code + CONTEXT.format(context) for context in contexts)
        found = {meaning for key in keys if (meaning := self._known.get(key)) is not None}
        return found.pop() if len(found) == 1 else None


def lineage(code: str) -> Iterator[str]:
    """A code and its parents: 0312, 031, 03; or CONSULT:visit, CONSULT."""
    if not code.isdigit():
        yield code
        if MODE in code:
            yield code.partition(MODE)[0]
        return
    for length in range(len(code), ROOT_DIGITS - 1, -1):
        yield code[:length]


def crosswalk_of(table: TableFormat) -> Crosswalk:
    """The crosswalk that a format uses.

    Raises:
        UsageError: it names a scheme, type or status that there is not.
    """
    if isinstance(table.codes, str):
        return crosswalk(table.codes)
    terms = vocabulary()
    return Crosswalk(
        {
            code: Meaning(
                terms.tie_type(own.type).name,
                terms.status(own.status).name,
                terms.tie_type(own.type).directed,
                own.source == 2,
            )
            for code, own in table.codes.items()
        }
    )


@cache
def crosswalk(scheme: str) -> Crosswalk:
    """The crosswalk of CAMEO's or PLOVER's codes.

    Raises:
        UsageError: there is no such scheme.
    """
    codes: dict[str, set[str]] = defaultdict(set)
    for row in read_table("crosswalk.csv"):
        codes[row["scheme"]].add(row["code"])
    if scheme not in codes:
        choice = " or ".join(sorted(codes))
        raise UsageError(f"There is no scheme of codes called {scheme!r}; write {choice}.")
    return Crosswalk(_from_ontology(scheme) | decided(scheme), frozenset(codes[scheme]))


def decided(scheme: str) -> dict[str, Meaning]:
    """What the crosswalk's own table decides, by code."""
    source = files("hedgerow.loaders") / "data" / "tables_codes.csv"
    types = vocabulary().tie_types
    return {
        row["code"]: Meaning(
            row["type"] or None,
            row["status"],
            bool(row["type"]) and types[row["type"]].directed,
            row["source"] == "2",
            row["reason"],
        )
        for row in csv.DictReader(io.StringIO(source.read_text(encoding="utf-8")))
        if row["scheme"] == scheme
    }


def _from_ontology(scheme: str) -> dict[str, Meaning]:
    """The codes that exactly one type names, with that type's usual status."""
    types = vocabulary().tie_types.values()
    named = [(code, tie) for tie in types for code in getattr(tie, scheme)]
    times = Counter(code for code, _ in named)
    return {
        code: Meaning(tie.name, tie.default_status, tie.directed)
        for code, tie in named
        if times[code] == 1
    }
