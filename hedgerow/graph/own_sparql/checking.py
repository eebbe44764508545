"""What a query may not ask for, refused before it runs: other servers, other data sets, updates."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from hedgerow.errors import UsageError
from hedgerow.graph.own_sparql.terms import DECLARED

if TYPE_CHECKING:
    from rdflib.plugins.sparql.parserutils import CompValue

_NEEDS_CHECK = re.compile("service|from", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+)")
_SENTENCE = re.compile("The [a-zA-Z]+ [a-z ]{9,}[a-z]")
_SAID = 30
_REFUSED = {
    "ServiceGraphPattern": "asks another server (SERVICE); only this store is asked here, so "
    "leave that part out",
    "DatasetClause": "names its data (FROM); the default graph is all that the store holds, so "
    "name one of its graphs with GRAPH <...> { ... }",
}


def check(query: str) -> None:
    """Refuse what does more than read this store.

    Where a query has none of the words for it nothing can be wrong. Else rdflib's parser finds
    where they stand, since pyoxigraph would ask another server while it still reads the query.

    Raises:
        UsageError: it asks other servers or data sets, or nobody can tell.
    """
    if not _NEEDS_CHECK.search(query):
        return
    from hedgerow.graph.own_sparql.grammar import NotParsed, parts  # noqa: PLC0415  slow

    try:
        found = parts(query)
    except NotParsed as error:
        if not error.line:
            raise UsageError(
                "The query is nested too deeply to be checked for SERVICE and FROM; write it "
                "simpler."
            ) from error
        raise _broken(query, error.line, error.column) from error
    for part in found:
        if part.name in _REFUSED:
            raise UsageError(f"The query {_REFUSED[part.name]}.")


def told_of(error: SyntaxError, query: str) -> UsageError:
    """What is wrong with a query that pyoxigraph refuses, where, and what to do about it.

    rdflib tells better where; pyoxigraph what, where rdflib sees nothing wrong.
    """
    from hedgerow.graph.own_sparql.grammar import NotParsed, parts  # noqa: PLC0415  slow

    place = _PLACE.search(str(error))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    try:
        found = parts(query)
    except NotParsed as elsewhere:
        return _broken(query, elsewhere.line or line, elsewhere.column or column)
    said = _SENTENCE.search(str(error))
    if said is not None:
        return UsageError(f"The query is not SPARQL ({said[0]}); mend it and try again.")
    used, declared = _prefixes("pname", found), _prefixes("PrefixDecl", found)
    for prefix in sorted(used - declared - DECLARED.keys()):
        return UsageError(
            f"The query does not say what the prefix {prefix}: means; begin it with "
            f"PREFIX {prefix}: <...>."
        )
    return _broken(query, line, column)


def _broken(query: str, line: int, column: int) -> UsageError:
    from hedgerow.graph.own_sparql.grammar import is_update  # noqa: PLC0415  slow

    if is_update(query):
        return UsageError("The query changes data; only what reads is run here.")
    rest = "".join(query.splitlines()[line - 1 : line])[column - 1 :].split()
    at = f"{rest[0][:_SAID]!r} is not understood there" if rest else "something is missing there"
    return UsageError(
        f"The query is not SPARQL (line {line}, column {column}: {at}); mend it and try again, "
        "docs/sparql.md has examples."
    )


def _prefixes(kind: str, parts: Iterable["CompValue"]) -> set[str]:
    return {str(part.prefix or "") for part in parts if part.name == kind}
