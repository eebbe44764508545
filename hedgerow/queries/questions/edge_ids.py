"""Finding an event, tie, claim, document or judgement by its id or its first digits."""

import re
from collections.abc import Iterator, Sequence

from hedgerow.errors import UsageError
from hedgerow.graph.ids import DIGITS, from_iri
from hedgerow.graph.rdf import hr, node
from hedgerow.graph.snapshot import Bindings
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import Reader, run

KINDS = ("event", "tie", "claim")
LEAST_DIGITS = 6
_ID = re.compile(rf"(?:([a-z]+)/)?([0-9a-f]{{{LEAST_DIGITS},{DIGITS}}})")


def edge_id(reader: Reader, text: str) -> str:
    """The full id behind an IRI, an id or the first digits of one (`event/1a2b3c`, `1a2b3c`).

    An id in full comes back unchecked, since the store may know it as a former one.

    Raises:
        UsageError: it has no such form, or fits none or several.
    """
    return full_id(reader, text, KINDS)


def full_id(reader: Reader, text: str, kinds: Sequence[str]) -> str:
    """The same of any kinds, such as `document` and `judgement`.

    Raises:
        UsageError: it has no such form, is of another kind, or fits none or several.
    """
    wanted = from_iri(text.strip())
    found = _ID.fullmatch(wanted)
    kind, digits = found.groups() if found else (None, "")
    if not digits or (kind and kind not in kinds):
        raise UsageError(
            f"{wanted!r} is no id; copy one such as {kinds[0]}/1a2b3c4d from another answer."
        )
    if kind and len(digits) == DIGITS:
        return wanted
    return _only(list(_beginning_with(reader, digits, [kind] if kind else kinds)), digits, kinds)


def _beginning_with(reader: Reader, digits: str, kinds: Sequence[str]) -> Iterator[str]:
    for kind in kinds:
        bindings: Bindings = {"class": hr(kind.capitalize()), "prefix": node(f"{kind}/{digits}")}
        yield from (str(row["edge"]) for row in run(reader, part("edge_ids"), bindings))


def _only(matches: list[str], digits: str, kinds: Sequence[str]) -> str:
    if len(matches) == 1:
        return matches[0]
    if not matches:
        named = " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
        raise UsageError(f"No {named} has an id that begins with {digits}; check it.")
    raise UsageError(f"Several ids begin with {digits}, such as {min(matches)}; give more digits.")
