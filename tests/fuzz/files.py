"""Every kind of file that `hedgerow load` takes, and the same on standard input."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from hedgerow.errors import HedgerowError
from hedgerow.graph.records import Claim, Document
from hedgerow.graph.store import Store
from hedgerow.loaders.formats import read_stream
from hedgerow.loaders.records import Coded, InBulk, Item, Skipped, WebPage
from hedgerow.loaders.text import normalise
from tests.fuzz.seeds import Seed, seeds
from tests.fuzz.target import Target, holds
from tests.loaders.articles.reading import read

UNFORESEEN = "please report it"
"""What a reason says where nobody foresaw what failed."""
STORED = 16
"""One file of so many goes on into a store, which costs more than reading it."""


def targets() -> Iterator[Target]:
    """One for each kind of file, and one for standard input."""
    known = seeds()
    plain = tuple(seed.inner for seed in known.values())
    for seed in known.values():
        yield _of_file(seed, plain)
    names = sorted(known)

    def any_of_them(chance: Random) -> bytes:
        return known[chance.choice(names)].changed(chance, plain)

    yield Target("stream", 6, any_of_them, _check_stream)


def _of_file(seed: Seed, others: tuple[bytes, ...]) -> Target:
    def check(data: bytes) -> None:
        check_items(read(seed.name, data), stored=not sum(data) % STORED)

    return Target(f"file/{seed.name}", 1.6, lambda chance: seed.changed(chance, others), check)


def check_items(items: Iterable[Item], *, stored: bool = False) -> None:
    """What is read is sound, and what is not has its reason in one line."""
    for item in items:
        match item:
            case Skipped():
                holds(item.reason, "a reason is given")
                holds("\n" not in str(item), "a reason is one line")
                holds(str(item).isprintable(), "what is told can be printed")
                holds(UNFORESEEN not in item.reason, f"nothing unforeseen fails: {item.reason}")
            case WebPage():
                check_items([item.read()], stored=stored)
            case Document():
                _check_document(item, (), stored=stored)
            case Coded():
                _check_document(item.document, item.claims, stored=stored)
            case InBulk():
                _check_table(item)


def _check_document(document: Document, claims: Sequence[Claim], *, stored: bool) -> None:
    holds(document.text, "a document has a text")
    # Taking lines out may leave more blank lines than normalising does.
    same = normalise(document.text).split("\n\n") == re.split("\n{2,}", document.text)
    holds(same, "a text is normalised")
    for claim in claims:
        told = document.text[claim.start : claim.end]
        holds(told == claim.quote, "a quote stands in the text")
    if stored:
        store = Store.open()
        store.add([(document, claims)])
        holds([one.id for one in store.documents()] == [document.id], "what is stored comes back")
        holds([one.text for one in store.documents()] == [document.text], "so does its text")


def _check_table(table: InBulk) -> None:
    try:
        reading = table.read()
        claims = sum(len(rows.types) for rows in reading)
        counts = reading.counts
        holds(claims == counts.claims.total(), "claims are counted")
        holds(counts.rows == claims + counts.left_out.total(), "rows are counted")
    except HedgerowError:
        return
    finally:
        table.close()


def _check_stream(data: bytes) -> None:
    try:
        check_items(read_stream(io.BytesIO(data), "standard input", None))
    except HedgerowError as error:
        holds(UNFORESEEN not in str(error), f"nothing unforeseen fails: {error}")
