import gzip
import io
import os
import struct
import tarfile
from pathlib import Path

import pytest

from hedgerow.graph.records import Document
from hedgerow.loaders.articles import archives
from hedgerow.loaders.tables.item import EventTable
from tests.loaders.articles.made import EVERY_KIND, OTHER, TEXT, json_lines, tar, zipped
from tests.loaders.articles.reading import read, reason, skipped, texts

CENTRAL = b"PK\x01\x02"
ODD_NAMES = ("../../etc/a.txt", "/abs/b.txt", "x\x1b[31m\n.txt", "..\\w.txt")


def tar_of(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in entries:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    return out.getvalue()


def with_entry(archive: bytes, offset: int, data: bytes) -> bytes:
    """The zip with bytes of its only entry in the list of files changed."""
    at = archive.rindex(CENTRAL) + offset
    return archive[:at] + data + archive[at + len(data) :]


@pytest.mark.parametrize("pack", [tar, zipped])
def test_members_go_through_the_reader_of_their_own_kind(pack: object) -> None:
    assert callable(pack)
    data = pack({name: data for name, data in EVERY_KIND.items() if name != "a.zip"})
    name = "a.tar" if pack is tar else "a.zip"
    assert texts(name, data).count(TEXT) == len(EVERY_KIND) - 1
    assert skipped(name, data) == []


@pytest.mark.parametrize("pack", [tar, zipped])
def test_names_are_only_names(
    pack: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(pack)
    monkeypatch.chdir(tmp_path)
    data = pack(dict.fromkeys(ODD_NAMES, TEXT.encode()))
    items = read("a.tar" if pack is tar else "a.zip", data)
    sources = [item.appearances[0].source for item in items]  # type: ignore[union-attr]
    assert len(sources) == len(ODD_NAMES)
    assert all(source.startswith("a.") and source.isprintable() for source in sources)
    assert not any(".." in source for source in sources)
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_links_devices_and_other_files_are_counted() -> None:
    links = tar_of(("l.txt", tarfile.SYMTYPE), ("h.txt", tarfile.LNKTYPE),
                   ("d.txt", tarfile.CHRTYPE), ("f.txt", tarfile.FIFOTYPE),
                   ("folder", tarfile.DIRTYPE))  # fmt: skip
    assert reason("a.tar", links) == "there are no articles in this archive; give another"
    mixed = zipped({"a.txt": TEXT.encode(), "b.png": b"x", ".c.txt": b"x", "__MACOSX/a.txt": b"x",
                    "d.docx": b"x", "e.csv": b"a,b\n", "f.xml": b"<urlset/>"})  # fmt: skip
    told = skipped("a.zip", mixed)
    assert told[0].startswith("a.zip/d.docx: .docx files are not read; give one of")
    assert told[1].startswith("a.zip/e.csv: it is neither a table of articles nor")
    assert told[2:] == ["a.zip: read, but left out: .png 1, .xml 1"]


def test_a_bad_member_does_not_stop_the_others() -> None:
    data = zipped({"a.txt": b"", "b.json": b"{", "c.txt": TEXT.encode(), "d.jsonl": b"{\n"})
    assert texts("a.zip", data) == [TEXT]
    assert len(skipped("a.zip", data)) == 3


def test_tables_of_events_among_other_files_are_told_apart() -> None:
    row = "\t".join(["1", "20240105", *["x"] * 59]).encode()
    table, article = read("a.tar", tar({"gdelt.CSV": row, "a.txt": TEXT.encode()}))
    assert isinstance(table, EventTable)
    table.close()
    assert table.source == "a.tar/gdelt.CSV"
    assert isinstance(article, Document)
    assert article.text == TEXT


def test_a_bomb_stops_before_it_goes_off() -> None:
    zeros = gzip.compress(b'{"text": ""}\n' * 5_000_000)
    assert len(zeros) < 2_000_000
    told = skipped("a.jsonl.gz", zeros)[-1]
    assert "cannot be used" in told or "it unpacks to more than 200 times its size" in told
    lines = zipped({f"{n}.txt": b"a " * 9_000_000 for n in range(9)})
    assert skipped("a.zip", lines)[-1].startswith("a.zip: it unpacks to more than 200 times")


def test_one_file_listed_many_times_is_a_bomb_too() -> None:
    single = zipped({"a.txt": b"a " * 9_000_000})
    at, end = single.rindex(CENTRAL), single.rindex(b"PK\x05\x06")
    listed = single[at:end] * 300
    tail = single[end : end + 8] + struct.pack("<HHI", 300, 300, len(listed)) + single[end + 16 :]
    told = skipped("a.zip", single[:at] + listed + tail)
    assert "it unpacks to more than 200 times its size" in told[-1]
    assert len(told) < 10


def test_archives_in_archives_end() -> None:
    inner = zipped({"a.txt": TEXT.encode()})
    assert texts("a.zip", zipped({"b.zip": inner})) == [TEXT]
    for _ in range(6):
        inner = zipped({"a.zip": inner})
    assert "too many archives in archives" in reason("a.zip", inner)


@pytest.mark.parametrize(
    ("offset", "data", "said"),
    [(8, b"\x01", "it is encrypted"), (10, b"\x0e", "unusual way"),
     (24, struct.pack("<I", 10), "damaged")],
)  # fmt: skip
def test_zip_members_that_cannot_be_read_are_told(offset: int, data: bytes, said: str) -> None:
    archive = with_entry(zipped({"a.txt": TEXT.encode() * 50}), offset, data)
    assert said in reason("a.zip", archive)


def test_lists_and_headers_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_DIRECTORY", 1000)
    assert "too many files" in reason("a.zip", zipped({f"{n}.txt": b"x" for n in range(99)}))
    entry = tarfile.TarInfo("x")
    entry.type, entry.size = tarfile.XHDTYPE, 500_000_000
    assert "an impossible size" in reason("a.tar", entry.tobuf(tarfile.USTAR_FORMAT) + b"0" * 9999)
    entry.type, entry.size = tarfile.REGTYPE, -512
    assert "an impossible size" in reason("a.tar", entry.tobuf(tarfile.GNU_FORMAT) * 3)


def test_more_entries_than_any_archive_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_ENTRIES", 3)
    told = skipped("a.tar", tar({f"{n}.txt": TEXT.encode() for n in range(9)}))
    assert told == ["a.tar: it holds more than 3 files; split it"]


@pytest.mark.parametrize("name", ["a.gz.zip", "a.tar", "a.tgz", "a.txt.gz", "a.zip"])
def test_what_is_no_archive_is_one_sentence(name: str) -> None:
    for data in (b"", b"hello" * 99, b"\x1f\x8b\x08" + bytes(99), b"PK\x03\x04" + bytes(99)):
        assert reason(name, data)


def test_a_cut_off_file_gives_what_came_before() -> None:
    lines = json_lines(*(f"{TEXT} Number {n * 7919}." for n in range(3000)))
    packed = gzip.compress(lines)
    half = packed[: len(packed) // 2]
    assert len(texts("a.jsonl.gz", half)) > 100
    assert skipped("a.jsonl.gz", half)[-1].endswith("damaged; get the file again")
    whole = gzip.compress(tar({"a.txt": TEXT.encode(), "b.txt": os.urandom(99_999)}))
    assert texts("a.tar.gz", whole[:60_000]) == [TEXT]


def test_thousands_of_broken_articles_end_a_file() -> None:
    told = read("a.jsonl", b"a\n" * 50_000 + json_lines(OTHER))
    assert len(told) == 10_002
    assert str(told[-1]) == "a.jsonl: 10,001 of its articles cannot be used; mend the file"


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz"])
def test_a_tar_that_ends_within_a_file_is_told_in_one_sentence(name: str) -> None:
    whole = tar({"b/a.txt": TEXT.encode() * 1000})
    cut = whole[: 512 + 100]
    told = skipped(name, gzip.compress(cut) if name.endswith("gz") else cut)
    assert told[0].endswith("b/a.txt: the archive ends before it does; get the archive again")
    assert not any("please report" in each for each in told)


def test_a_zip_with_a_file_without_a_name_keeps_the_others() -> None:
    data = zipped({"b": b"nobody reads it", "a.txt": TEXT.encode()})
    at = data.rindex(CENTRAL, 0, data.rindex(CENTRAL))  # the first in the list of files
    nameless = data[: at + 28] + b"\0\0" + data[at + 30 : at + 46] + data[at + 47 :]
    end = nameless.rindex(b"PK\x05\x06") + 12
    size = int.from_bytes(nameless[end : end + 4], "little") - 1
    assert texts("a.zip", nameless[:end] + struct.pack("<I", size) + nameless[end + 4 :]) == [TEXT]
