"""Small files that unpack to large ones, and content that takes no room but could take time."""

import gzip
import io
import time
import zlib

import pytest

from hedgerow.graph.records import Document
from hedgerow.loaders.records import Skipped
from hedgerow.loaders.sources import Sources
from tests.loaders.articles.made import TEXT
from tests.loaders.articles.reading import read
from tests.loaders.test_hostile_files import SECONDS, tarred, zipped


def bombs() -> dict[str, bytes]:
    empty = b" " * 60_000_000
    once = gzip.compress(empty, 1)
    return {
        "a.txt.gz": once, "a.zip": zipped({"a.txt": empty}), "a.html.gz": once,
        "a.tar.gz": gzip.compress(tarred() + empty, 1), "a.txt.gz.gz": gzip.compress(once),
        "a.warc.gz": once, "a.json.gz": once, "a.pdf": packed_page(empty),
        "a.xlsx": zipped({"xl/workbook.xml": empty, "[Content_Types].xml": b"<a/>"}),
    }  # fmt: skip


def packed_page(content: bytes) -> bytes:
    """A PDF of one page."""
    packed = zlib.compress(content)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
    )
    out, places = b"%PDF-1.4\n", b""
    for number, each in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    head = b"xref\n0 5\n0000000000 65535 f \n"
    return out + head + places + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def test_no_bomb_goes_off() -> None:
    for name, content in bombs().items():
        started = time.process_time()
        found = read(name, content)
        assert not [item for item in found if isinstance(item, Document) and item.text != TEXT], (
            name
        )
        assert time.process_time() - started < SECONDS * 2, name


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
def test_blanks_without_end_take_no_time(name: str) -> None:
    started = time.process_time()
    assert read(f"{name}.gz", gzip.compress(b" " * 3_000_000 + b"x"))
    blanks = io.BytesIO(b" \t" * 3_000_000)
    assert isinstance(next(iter(Sources(["-"], standard_input=blanks))), Skipped)
    assert time.process_time() - started < SECONDS * 2
