"""Queries taken apart by rdflib's parser; imported only where that is needed, since it is slow."""

import re
from collections.abc import Iterator

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)


class NotParsed(Exception):
    """A query is none, from a line and column on; line 0 where it is nested too deeply."""

    def __init__(self, line: int = 0, column: int = 0) -> None:
        super().__init__(line, column)
        self.line, self.column = line, column


def parts(query: str) -> list[CompValue]:
    """All parts of a query, those within others too.

    Raises:
        NotParsed: it is no query.
    """
    try:
        return list(_within(list(parseQuery(_as_oxigraph_reads(query)))))
    except ParseException as error:
        raise NotParsed(error.lineno, error.column) from error
    except (RecursionError, ValueError) as error:
        raise NotParsed from error


def is_update(query: str) -> bool:
    """Whether it is an update, which may be none at all."""
    try:
        return bool(parseUpdate(query).request)
    except (ParseException, RecursionError, ValueError, TypeError):
        return False


def _as_oxigraph_reads(query: str) -> str:
    """The query in a form that rdflib cannot read otherwise than pyoxigraph.

    rdflib takes escapes for what they stand for even outside texts, where they could close a
    quotation, and ends comments at line feeds only.
    """
    plain = _ESCAPE.sub(lambda found: found[0] if len(found[0]) == 2 else "x", query)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _within(parsed: object) -> Iterator[CompValue]:
    waiting = [parsed]
    while waiting:
        part = waiting.pop()
        if isinstance(part, CompValue):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, ParseResults | list | tuple):
            waiting.extend(part)
