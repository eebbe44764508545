import gzip

import pytest

from tests.loaders.articles.made import DAY, LINK, TEXT, answer, page, record, web_archive
from tests.loaders.articles.reading import one, parted, read, skipped

NUMBERED = [f"{TEXT} It was meeting number {number}." for number in range(6)]
RECORDS = web_archive(*NUMBERED)
PACKED = [gzip.compress(each) for each in RECORDS]


def with_third(name: str, replaced: bytes) -> tuple[list[str], list[str]]:
    """The texts and the reasons of an archive whose third record is another."""
    records = list(PACKED if name.endswith(".gz") else RECORDS)
    records[2] = replaced
    return parted(name, b"".join(records))


def test_a_page_keeps_its_address_and_when_it_was_fetched() -> None:
    (appearance,) = one("a.warc", RECORDS[0]).appearances
    assert (appearance.url, appearance.retrieved) == (LINK, "2024-03-09T03:04:05+00:00")
    assert (appearance.published, appearance.title) == (DAY, "Ministers meet in Lima")
    assert appearance.source == "a.warc, record 1"


def test_a_text_of_a_wet_file_is_an_article() -> None:
    info = record(b"software: x", "warcinfo", "application/warc-fields")
    data = info + record(TEXT.encode(), "conversion", "text/plain")
    first, second = read("a.wet", data)
    assert first.text == TEXT  # type: ignore[union-attr]
    assert str(second) == "a.wet: read, but left out: warcinfo 1"
    assert second.minor  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("body", "kind", "counted"),
    [(b"GET / HTTP/1.1\r\n\r\n", "request", "request 1"),
     (answer(b"<p>no</p>", "404 Not Found"), "response", "answer without a page 1"),
     (answer(b"{}", kind="application/json"), "response", "not a page 1"),
     (b"no http at all", "response", "answer without a page 1")],
)  # fmt: skip
def test_other_records_are_counted_and_left_out(body: bytes, kind: str, counted: str) -> None:
    found, told = with_third("a.warc", record(body, kind))
    assert found == NUMBERED[:2] + NUMBERED[3:]
    assert told == [f"a.warc: read, but left out: {counted}"]


def test_packed_bodies_and_other_encodings_are_read() -> None:
    packed = answer(gzip.compress(page().encode()), more="Content-Encoding: gzip\r\n")
    assert one("a.warc", record(packed)).text == TEXT
    russian = "Министры встретились в Лиме в понедельник и подписали соглашение, сообщили они."
    body = answer(page(russian).encode("koi8-r"), kind="text/html; charset=koi8-r")
    assert one("a.warc", record(body)).text == russian


def flipped(packed: bytes) -> bytes:
    return packed[:70] + bytes(byte ^ 0xFF for byte in packed[70:90]) + packed[90:]


DAMAGED = {
    "bytes changed": ("a.warc.gz", flipped(PACKED[2])),
    "member cut": ("a.warc.gz", PACKED[2][:50]),
    "no member": ("a.warc.gz", b"junk" * 20),
    "no record": ("a.warc", b"junk\r\n" * 30),
    "header cut": ("a.warc", RECORDS[2][:50]),
    "body cut": ("a.warc", RECORDS[2][:-50]),
    "states too much": ("a.warc", record(answer(page().encode()), length=999_999)),
    "states nonsense": ("a.warc", RECORDS[2].replace(b"Length: ", b"Length: -")),
    "header too long": ("a.warc", RECORDS[2].replace(b"WARC-Date", b"X: " + b"a" * 99_999)),
    "answer too long": ("a.warc", record(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 99_999)),
    "unknown packing": ("a.warc", record(answer(b"\x8b", more="Content-Encoding: br\r\n"))),
}


@pytest.mark.parametrize("damage", sorted(DAMAGED))
def test_a_damaged_record_is_told_and_the_others_are_read(damage: str) -> None:
    found, told = with_third(*DAMAGED[damage])
    assert found == NUMBERED[:2] + NUMBERED[3:]
    assert told


def test_what_a_cut_off_page_ran_into_is_no_part_of_it() -> None:
    found, _ = with_third("a.warc", RECORDS[2][:-90])
    assert not any("WARC" in text for text in found)


def test_bombs_in_records_and_members_do_not_go_off() -> None:
    bomb = gzip.compress(b"a" * 21_000_000)
    found, told = with_third("a.warc", record(answer(bomb, more="Content-Encoding: gzip\r\n")))
    assert found == NUMBERED[:2] + NUMBERED[3:]
    assert "more than 20 MB" in told[0]
    _, told = with_third("a.warc.gz", gzip.compress(b"\r\n" * 26_000_000))
    assert told[-1].startswith("a.warc.gz: it unpacks to more than 200 times its size")


def test_an_archive_that_is_damaged_throughout_is_given_up() -> None:
    told = skipped("a.warc", b"WARC/1.0\r\nContent-Length: 0\r\n\r\njunk\r\n" * 3000)
    assert len(told) == 1001
    assert told[-1] == "a.warc: it is damaged throughout; get the archive again"
