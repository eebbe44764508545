"""Files made to do harm: each case by its name, most of them through a real load of a folder."""

import io
import json
import os
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hedgerow.graph.records import Document
from hedgerow.loaders.records import Item, Skipped
from hedgerow.loaders.sources import Sources
from tests.loaders.articles.made import EVERY_KIND, TEXT
from tests.loaders.articles.reading import read, reason

SECONDS = 2.0
_written: list[str] | None = None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _written is None:
        return
    if event == "open" and isinstance(flags := arguments[2], int):
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            _written.append(str(arguments[0]))
    elif event in {"os.mkdir", "os.rename", "os.symlink", "os.link", "shutil.unpack_archive"}:
        _written.append(event)


sys.addaudithook(_watch)


@contextmanager
def watched() -> Iterator[list[str]]:
    """What is written to disk meanwhile, wherever that may be."""
    global _written  # noqa: PLW0603  an audit hook stays for good
    _written = written = []
    try:
        yield written
    finally:
        _written = None


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(*links: tuple[str, bytes, str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind, target in links:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, target
            archive.addfile(entry)
        entry = tarfile.TarInfo("../../../../evil.txt")
        entry.size = len(TEXT)
        archive.addfile(entry, io.BytesIO(TEXT.encode()))
    return out.getvalue()


def load(*paths: Path) -> list[Item]:
    return list(Sources([str(path) for path in paths]))


def test_nothing_is_ever_written_from_an_archive(tmp_path: Path) -> None:
    slips = {
        "../../evil.txt": TEXT,
        "/etc/evil.txt": TEXT,
        "C:\\evil.txt": TEXT,
        "a\\..\\b.txt": TEXT,
    }
    names = {**EVERY_KIND, "slip.zip": zipped({n: t.encode() for n, t in slips.items()})}
    names["slip.tar"] = tarred(("in", tarfile.SYMTYPE, "/etc"), ("in/passwd.txt", b"0", ""))
    for name, content in names.items():
        (tmp_path / name).write_bytes(content)
    with watched() as written:
        found = load(tmp_path)
    assert sum(isinstance(item, Document) for item in found) > len(EVERY_KIND)
    assert written == []


def test_links_and_devices_in_a_tar_are_left_out() -> None:
    links = [("a.txt", tarfile.SYMTYPE, "/etc/passwd"), ("b.txt", tarfile.LNKTYPE, "/etc/passwd"),
             ("c.txt", tarfile.CHRTYPE, ""), ("d.txt", tarfile.FIFOTYPE, "")]  # fmt: skip
    document, left_out = read("a.tar", tarred(*links))
    assert isinstance(document, Document)
    assert document.text == TEXT
    assert "links and devices 4" in str(left_out)


def test_links_that_lead_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.txt").write_text("Our own notes on Vietnam and Japan.")
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "b.txt").write_text(TEXT)
    (folder / "in.txt").symlink_to(tmp_path / "secret" / "a.txt")
    (folder / "sub").symlink_to("../secret")
    (folder / "own.txt").symlink_to("b.txt")
    found = load(folder)
    assert [item.text for item in found if isinstance(item, Document)] == [TEXT]
    assert sum("leads out" in str(item) for item in found) == 2
    assert len([item for item in load(folder / "in.txt") if isinstance(item, Document)]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_devices_in_a_folder_do_not_hold_a_load_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    started = time.monotonic()
    assert sum(isinstance(item, Document) for item in load(tmp_path)) == 1
    assert time.monotonic() - started < SECONDS * 5


def test_archives_in_archives_end() -> None:
    content, name = TEXT.encode(), "a.txt"
    for depth in range(8):
        content, name = zipped({name: content}), f"{depth}.zip"
    assert "too many archives" in reason(name, content)


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
)
ENTITIES = {
    "a billion laughs": f"{LAUGHS}]>",
    "a file": '<!DOCTYPE a [<!ENTITY m SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE a [<!ENTITY m SYSTEM "http://127.0.0.1:9/">]>',
    "a parameter": '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "a definition elsewhere": '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
}


@pytest.mark.parametrize("what", ENTITIES)
@pytest.mark.parametrize("name", ["a.rss", "a.atom", "a.xml"])
def test_entities_in_feeds_neither_multiply_nor_read_files(name: str, what: str) -> None:
    item = f"<item><title>A</title><description>&m; {TEXT}</description></item>"
    feed = f"<?xml version='1.0'?>{ENTITIES[what]}<rss><channel>{item}</channel></rss>"
    started = time.process_time()
    for found in read(name, feed.encode()):
        assert isinstance(found, Skipped) or "root:" not in found.text  # type: ignore[union-attr]
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "content",
    ["[" * 100_000, '{"a":' * 100_000, '{"text": ' + "[" * 50_000 + "]" * 50_000 + "}",
     '{"text": "a", "published": ' + "9" * 10_000 + "}", '{"text": "a", "published": 1e999}',
     '{"text": "a", "id": -1E+9999999999}', '{"text": NaN}', '{"text": "a\\ud800"}', '{"a":1}' * 9,
     '{"text": {"$ref": "file:///etc/passwd"}}', "\x00" * 1000, '{"text": "\x00"}'],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_json_that_is_deep_huge_or_no_json_is_one_sentence(name: str, content: str) -> None:
    started = time.process_time()
    for found in read(name, content.encode()):
        assert isinstance(found, Document) or "\n" not in str(found)
    assert time.process_time() - started < SECONDS


def test_controls_and_bidi_marks_in_texts_and_titles_are_dropped() -> None:
    harm = "\x00\x1b[31m\u202e\u2066\u200b\ud800\U000e0041"
    line = json.dumps({"text": f"{harm}{TEXT}{harm}", "title": f"{harm}Pact{harm}", "url": harm})
    (found,) = read("a.jsonl", line.encode())
    assert isinstance(found, Document)
    told = f"{found.text}{found.title}{found.source}"
    assert not set(told) & set(harm.replace("[31m", ""))
    assert (found.title or "").strip("\ufffd") == "Pact"
