"""Sound files of every kind, whole and as what is packed in them, to be changed."""

import gzip
import io
import json
import textwrap
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.fuzz.mutating import mutated
from tests.loaders.articles import made

EXAMPLES = Path(__file__).parents[2] / "examples"
CHANGED_INSIDE, CHANGED_OUTSIDE = 0.8, 0.3
"""How often what is packed is changed before it is packed, and the packed file after that."""
MARKDOWN = (
    f"---\ntitle: Ministers meet\ndate: {made.DAY}\ntags: [a, b]\n---\n# A title\n\n{made.TEXT}"
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A file by its name, what lies in it, and how that is packed."""

    name: str
    inner: bytes
    pack: Callable[[bytes], bytes] = bytes

    def changed(self, chance: Random, others: tuple[bytes, ...]) -> bytes:
        """The file, changed inside or outside."""
        packed = self.pack is not bytes
        if not packed:
            return mutated(chance, self.inner, others)
        inside = chance.random() < CHANGED_INSIDE
        data = self.pack(mutated(chance, self.inner, others) if inside else self.inner)
        outside = not inside or chance.random() < CHANGED_OUTSIDE
        return mutated(chance, data) if outside else data


def seeds() -> Mapping[str, Seed]:
    """By the name of the file."""
    return {one.name: one for one in (*_plain(), *_packed())}


def _plain() -> tuple[Seed, ...]:
    article = {**made.ROW, "language": "en", "id": 17}
    return (
        Seed("a.txt", f"Ministers meet\n\n{made.DAY}\n\n{made.TEXT}\n".encode()),
        Seed("a.md", MARKDOWN.encode()),
        Seed("a.html", made.page().encode()),
        Seed("a.json", json.dumps([article, article]).encode()),
        Seed("a.jsonl", f"{json.dumps(article)}\n".encode() * 3),
        Seed("a.csv", made.EVERY_KIND["a.csv"]),
        Seed("a.tsv", made.EVERY_KIND["a.tsv"]),
        Seed("milestones.csv", b"".join(_lines("milestones.csv", 6))),
        Seed("a.rss", made.rss(made.item(), made.item(content=made.page())).encode()),
        Seed("a.atom", made.EVERY_KIND["a.atom"]),
        Seed("a.xml", made.EVERY_KIND["a.xml"]),
        Seed("a.eml", made.EVERY_KIND["a.eml"]),
        Seed("a.pdf", made.pdf([textwrap.wrap(made.TEXT, 60)] * 2, "A title")),
        Seed("a.warc", made.EVERY_KIND["a.warc"]),
        Seed("a.wet", made.EVERY_KIND["a.wet"]),
    )


def _packed() -> tuple[Seed, ...]:
    page = made.page().encode()
    return (
        Seed("a.warc.gz", made.EVERY_KIND["a.warc"], gzip.compress),
        Seed("a.wet.gz", made.EVERY_KIND["a.wet"], gzip.compress),
        Seed("a.jsonl.gz", made.json_lines(), gzip.compress),
        Seed("a.tar", made.EVERY_KIND["a.tar"]),
        Seed("a.tar.gz", made.EVERY_KIND["a.tar"], gzip.compress),
        Seed("a.tgz", page, lambda data: gzip.compress(made.tar({"b/a.html": data}))),
        Seed("a.zip", page, lambda data: made.zipped({"b/a.txt": b"A.", "c.html": data})),
        Seed("a.xlsx", _part(_SHEET), lambda data: _with_part(_SHEET, data)),
        Seed("b.xlsx", _part(_BOOK), lambda data: _with_part(_BOOK, data)),
    )


_SHEET, _BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"


def _part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(made.EVERY_KIND["a.xlsx"])) as archive:
        return archive.read(name)


def _with_part(name: str, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(made.EVERY_KIND["a.xlsx"])) as archive:
        return made.zipped(
            {**{each: archive.read(each) for each in archive.namelist()}, name: data}
        )


def _lines(name: str, count: int) -> list[bytes]:
    return (EXAMPLES / name).read_bytes().splitlines(keepends=True)[:count]
