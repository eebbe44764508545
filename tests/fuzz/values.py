"""The small readers: dates, names of actors, the form of texts, ids."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random

from hedgerow.errors import InputError, UnknownActor
from hedgerow.graph.ids import content_id, dyad_id, from_iri, pairs_of, to_iri
from hedgerow.loaders.boilerplate import without_boilerplate
from hedgerow.loaders.dates import find_full_date, to_edtf
from hedgerow.loaders.encoding import decode
from hedgerow.loaders.text import joined_lines, normalise, one_line, printable
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date
from tests.fuzz.mutating import mutated
from tests.fuzz.target import Target, holds

DATES = (
    "2024", "2024-03", "2024-03-07", "20240307", "2024-03-07T23:30:00-05:00", "7 March 2024",
    "March 7th, 2024", "Thu, 07 Mar 2024 23:30:00 -0500", "2024-03-07T10:00:00Z", "1800-01-01",
)  # fmt: skip
NAMES = ("Viet Nam", "U.S.", "Côte d’Ivoire", "VNM", "DR Congo", "Türkiye", "x-hamas", "Seoul")
TEXTS = (
    "He said.\r\n\r\n\r\nThey met \u202e in\u00a0Lima .\x1b[31m red\x1b[0m\n\tA\u0301 tab",
    "\n".join(["The ministers of Peru and Norway met in Lima and signed"] * 6),
    "H\ne said that the two\nsides had met, and that more would\nfollow in the same way",
)


def targets() -> Iterator[Target]:
    """What reads one value."""
    yield _of("value/date", DATES, _check_date)
    yield _of("value/actor", NAMES, _check_actor)
    yield _of("value/text", TEXTS, _check_text)
    yield _of("value/id", NAMES, _check_id)


def _of(name: str, seeds: tuple[str, ...], law: Callable[[str], None]) -> Target:
    told = tuple(seed.encode() for seed in seeds)

    def make(chance: Random) -> bytes:
        return mutated(chance, chance.choice(told), told)[:20_000]

    def check(data: bytes) -> None:
        law(data.decode(errors="surrogateescape"))

    return Target(name, 5, make, check)


def _check_date(text: str) -> None:
    for read in (to_edtf, find_full_date, lambda each: parse_partial_date(each).edtf):
        try:
            edtf = read(text)
        except ValueError as error:
            holds(len(str(error)) < len(text) * 10 + 200, "an error is short")
            continue
        if edtf is not None:
            date = parse_partial_date(edtf)
            holds(date.earliest <= date.latest, "a date begins before it ends")
            holds(date.edtf == edtf == str(date), "a date is written as it is read")
            holds(date.earliest.isoformat().startswith(edtf), "it says what it means")
            holds(isinstance(date.latest, dt.date), "it has a last day")


def _check_actor(text: str) -> None:
    try:
        found = actors().resolve(text)
    except UnknownActor as error:
        holds(str(error), "an error says something")
        holds("\n" not in str(error) and "\x1b" not in str(error), "an error can be shown")
        return
    holds(actors().resolve(found.id) is found, "a code resolves to its actor")
    holds(actors().resolve(f" {text} ") is found, "blanks around a name change nothing")


def _check_text(text: str) -> None:
    normal, line = normalise(text), one_line(text)
    holds(normalise(normal) == normal, "normalising twice changes nothing")
    holds(one_line(line) == line and "\n" not in line, "so with one line")
    holds(printable(text).isprintable(), "what is printable prints")
    joined = joined_lines(normal)
    holds(len(joined) == len(normal), "joining lines keeps offsets")
    holds(without_boilerplate(normal) is not None, "boilerplate goes")
    with suppress(InputError):
        holds(isinstance(decode(text.encode(errors="surrogateescape")), str), "bytes are decoded")


def _check_id(text: str) -> None:
    clean = text.encode(errors="replace").decode()
    one = content_id("claim", {"a": clean, "b": [clean, None]})
    holds(one == content_id("claim", json.loads(json.dumps({"b": [clean, None], "a": clean}))), "")
    holds(from_iri(to_iri(one)) == one, "an id comes back from its IRI")
    codes = clean.split() or ["A"]
    for directed in (True, False):
        for pair in pairs_of(codes, directed=directed):
            holds(pair[0] != pair[1], "a pair is of two")
            holds(dyad_id(*pair) == dyad_id(*reversed(pair)), "a dyad has no order")
