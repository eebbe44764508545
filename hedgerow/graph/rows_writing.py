"""Writing rows of an event table as N-Quads, as fast as Python can put lines together."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from hedgerow.errors import UsageError
from hedgerow.graph.ids import BASE, DIGITS, dyad_id
from hedgerow.graph.judged import Judged
from hedgerow.graph.parts_rdf import actor_token, status_token, type_token
from hedgerow.graph.rdf import RDF_TYPE, XSD_DATE, Token, hr_token, prop_token, token
from hedgerow.graph.resolution import LEAST_CONFIDENCE
from hedgerow.graph.rows_rdf import PHASE, Coded, parties_of, row_claim
from hedgerow.graph.tables import Rows, Table
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import TieType, vocabulary

Between = tuple[str, str, str]
"""A type of tie, and the two actors of a row."""
Said = tuple[str, str | None, str]
"""What a claim's id does not tell of its row: code, page and quote."""
_XSD_INTEGER = "<http://www.w3.org/2001/XMLSchema#integer>"


@dataclass(frozen=True, slots=True)
class Pair:
    """What all rows of a type between two actors share, in lines that lack the subject.

    `hashed` is how their ids tell the parties; `counting` has the line of the bucket as well.
    """

    tie_type: TieType
    actors: tuple[str, str]
    hashed: str
    lines: tuple[str, ...]
    counting: tuple[str, ...]


class RowWriter:
    """Writes the rows of one table, and notes which buckets they touch.

    Rows that were read less surely than `LEAST_CONFIDENCE` wait outside all buckets, until an
    analyst accepts one; `judged_in` counts those that were judged before they came. `span` is their
    first and last day.
    """

    def __init__(self, table: Table, judged: Judged) -> None:
        self.rows = 0
        self.judged_in = 0
        self.span: tuple[str, ...] = ()
        self.buckets: set[str] = set()
        self._table = table
        self._judged = judged
        self._counts = table.confidence >= LEAST_CONFIDENCE
        self._end = f" {token(table.document.id)} .\n"
        self._pairs: dict[Between, Pair] = {}
        self._number = 0
        self._said: dict[str, Said] = {}

    def lines(self, rows: Rows) -> Iterator[str]:
        """The quads of some rows, a text a row.

        Raises:
            UsageError: a row cannot be a claim.
        """
        self._check(rows)
        self._widen({*rows.days})
        document, end, pairs = self._table.document.id, self._end, self._pairs
        statuses = {each: self._line("status", status_token(each)) for each in set(rows.statuses)}
        earliest, quote, start, code, page = (
            f" {prop_token(field)} "
            for field in ("earliest", "quote", "start", "event_code", "page")
        )
        day_end, number_end = f'"^^{XSD_DATE}{end}', f'"^^{_XSD_INTEGER}{end}'
        codes = {each: f"{code}{_literal(each)}{end}" for each in set(rows.codes)}
        self.rows += len(rows)
        for number, type_, status, source, other, day, coded, address, words in zip(
            *(rows.numbers, rows.types, rows.statuses, rows.sources, rows.others),
            *(rows.days, rows.codes, rows.pages, rows.quotes),
            strict=True,
        ):
            pair = pairs.get((type_, source, other)) or self._pair(type_, source, other)
            hashed = (
                f'["{document}","{type_}",{pair.hashed},"{status}","{PHASE}","{day}",'
                f"{number},{number}]"
            )
            digits = hashlib.sha256(hashed.encode()).hexdigest()[:DIGITS]
            if self._is_there(number, digits, (coded, address, words)):
                self.rows -= 1
                continue
            shared = pair.counting if self._counts else pair.lines
            if self._judged.names(f"claim/{digits}"):
                shared = self._as_judged(pair, Coded(number, status, day, coded, words))
            told = (
                *shared,
                statuses[status],
                f'{earliest}"{day}{day_end}',
                f"{quote}{_literal(words)}{end}",
                f'{start}"{number}{number_end}',
                codes[coded],
                *(() if address is None else (f"{page}{_literal(address)}{end}",)),
            )
            subject = f"<{BASE}claim/{digits}>"
            yield subject + subject.join(told)

    def _is_there(self, number: int, digits: str, said: Said) -> bool:
        """Whether the row before made the same claim, as may a meeting of two with each other."""
        if number != self._number:
            self._number = number
            self._said.clear()
        elif self._said.get(digits, said) != said:
            raise UsageError(f"Two rows of number {number} differ in one claim; count each once.")
        known = digits in self._said
        self._said[digits] = said
        return known

    def _pair(self, type_: str, source: str, other: str) -> Pair:
        tie_type = vocabulary().tie_type(type_)
        unknown = [code for code in (source, other) if code not in actors()]
        if unknown:
            raise UsageError(f"No actor has the code {unknown[0]!r}; write codes such as VNM.")
        if source == other:
            raise UsageError(f"A row names {source} alone; leave out rows without two actors.")
        parties = parties_of(tie_type, (source, other))
        first, second = (party.id for party in parties)
        roles = ("source", "other") if tie_type.directed else ("party", "party")
        bucket = f"bucket/{tie_type.family}/{'-'.join(sorted((source, other)))}"
        lines = (
            f" {RDF_TYPE} {hr_token('Claim')}{self._end}",
            self._line("tie_type", type_token(type_)),
            self._line(roles[0], actor_token(first)),
            self._line(roles[1], actor_token(second)),
            self._line("dyad", token(dyad_id(first, second))),
        )
        hashed = json.dumps(sorted([each.id, each.role] for each in parties), separators=(",", ":"))
        counting = (*lines, self._line("bucket", token(bucket)))
        pair = Pair(tie_type, (source, other), hashed, lines, counting)
        self._pairs[type_, source, other] = pair
        if self._counts:
            self.buckets.add(bucket)
        return pair

    def _as_judged(self, pair: Pair, coded: Coded) -> tuple[str, ...]:
        parties = parties_of(pair.tie_type, pair.actors)
        claim = row_claim(self._table, pair.tie_type, parties, coded)
        bucket = self._judged.bucket_if_counting(claim)
        if bucket is None:
            return pair.lines
        self.buckets.add(bucket)
        self.judged_in += 1
        return (*pair.lines, self._line("bucket", token(bucket)))

    def _widen(self, days: set[str]) -> None:
        reached = days.union(self.span)
        self.span = (min(reached), max(reached)) if reached else ()

    def _line(self, field: str, value: Token) -> str:
        return f" {prop_token(field)} {value}{self._end}"

    def _check(self, rows: Rows) -> None:
        for day in set(rows.days):
            if len(day) != len("YYYY-MM-DD"):
                raise UsageError(f"A row has the day {day!r}; write YYYY-MM-DD.")
            try:
                parse_partial_date(day)
            except ValueError as error:
                raise UsageError(f"A row has {error}; leave such rows out.") from error
        if min(rows.numbers, default=1) < 1 or "" in rows.quotes:
            raise UsageError("A row has no number or no words; count from 1 and quote its fields.")


def _literal(text: str) -> Token:
    """A string as N-Quads write it; most need no look at each character."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    try:
        return str(ox.Literal(text))
    except ValueError as error:
        raise UsageError(
            f"A row has no Unicode text, but {text!r}; leave such rows out."
        ) from error
