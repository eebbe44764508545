import io
import json
import os
import resource
import time
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Document
from hedgerow.loaders.records import Coded, Item, Skipped
from hedgerow.loaders.sources import Sources, read_sources

TEXT = "The ministers of Peru and Norway met in Lima on Monday and signed an agreement, they said."
TABLE = "date,type,status,phase,actor_a,actor_b\n2020,meeting,occurred,begins,VNM,NZL\n"


def read(*names: Path | str, published: str | None = None) -> list[Item]:
    return list(read_sources([str(name) for name in names], published=published))


def one(path: Path, published: str | None = None) -> Document:
    (item,) = read(path, published=published)
    assert isinstance(item, Document), item
    return item


def piped(data: bytes, published: str | None = None) -> list[Item]:
    handle = io.BufferedReader(io.BytesIO(data))
    return list(Sources(["-"], published=published, standard_input=handle))


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", f"date 2024-03-07\n\n{TEXT}"),
     ("a.md", f"---\npublished: 2024-03-07\ntitle: A title\n---\n\n{TEXT}"),
     ("a.html", f"<meta name=date content=2024-03-07><article><p>{TEXT}</p></article>"),
     ("a.json", json.dumps({"text": TEXT, "published": "2024-03-07"})),
     ("a.jsonl", json.dumps({"text": TEXT, "published": "2024-03-07"}))],
)  # fmt: skip
def test_every_kind_of_article_gives_its_text_and_date(
    tmp_path: Path, name: str, content: str
) -> None:
    document = one(write(tmp_path / name, content))
    assert document.text == TEXT
    assert document.published == "2024-03-07"
    assert document.source.startswith(str(tmp_path / name))


def test_a_milestones_table_gives_documents_with_their_claims(tmp_path: Path) -> None:
    (item,) = read(write(tmp_path / "m.csv", TABLE))
    assert isinstance(item, Coded)
    assert item.claims[0].quote == item.document.text


BAD_INPUTS = {
    "empty.txt": (b"", "it is empty; give a file that holds an article"),
    "blank.md": (b" \n\t\n", "it is empty"),
    "junk.txt": (bytes(range(256)) * 40, "this is binary data, not text; save the article as"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "this is binary data"),
    "dots.txt": ("…\n---\n".encode(), "there is no article text in it; give a file that holds"),
    "empty.html": (b"<html><body></body></html>", "no article text was found in the page; save"),
    "broken.json": (b'{"text": "cut', "it is not valid JSON ("),
    "empty.jsonl": (b"\n\n", "there is no article in it; put one JSON object on each line"),
    "other.csv": (b"name,age\nA,3\n", "it is neither a table of articles nor of milestones nor"),
    "dated.md": (b"---\ndate: someday\n---\nText.", "in its front matter, 'someday' is not a date"),
    "long.txt": (b"word " * 300_000, "the text is 1,500,000 characters long, more than the"),
}


@pytest.mark.parametrize("name", sorted(BAD_INPUTS))
def test_bad_input_is_one_clear_sentence_and_the_rest_still_loads(
    tmp_path: Path, name: str
) -> None:
    content, said = BAD_INPUTS[name]
    bad, good = write(tmp_path / name, content), write(tmp_path / "good.txt", TEXT)
    first, second = read(bad, good)
    assert isinstance(first, Skipped)
    assert first.source == str(bad)
    assert first.reason.startswith(said)
    assert "\n" not in first.reason
    assert isinstance(second, Document)


def test_a_broken_json_line_is_named_and_the_rest_still_loads(tmp_path: Path) -> None:
    lines = [json.dumps({"text": TEXT}), '{"text": "cut', json.dumps({"text": f"Yes. {TEXT}"})]
    path = write(tmp_path / "a.jsonl", "\n".join(lines))
    first, broken, last = read(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert str(broken).startswith(f"{path}:2: it is not valid JSON")


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.html"])
def test_a_line_of_50_megabytes_costs_neither_time_nor_memory(tmp_path: Path, name: str) -> None:
    big = write(tmp_path / name, b'{"text": "' + b"word " * 10_000_000 + b'"}')
    good = write(tmp_path / "good.txt", TEXT)
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first, second = read(big, good)
    assert isinstance(first, Skipped)
    assert "20 MB" in first.reason
    assert isinstance(second, Document)
    assert time.process_time() - started < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_lines_after_one_that_is_too_long_are_read(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT}).encode()
    path = write(tmp_path / "a.jsonl", good + b"\n" + b"x" * 50_000_000 + b"\n" + good)
    assert [type(item) for item in read(path)] == [Document, Skipped, Document]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("suffix", [".txt", ".jsonl"])
def test_encodings_other_than_utf_8_are_read(tmp_path: Path, encoding: str, suffix: str) -> None:
    text = TEXT.replace("they", "Peru’s envoys")
    content = text if suffix == ".txt" else json.dumps({"text": text}, ensure_ascii=False) + "\n"
    assert one(write(tmp_path / f"a{suffix}", content.encode(encoding))).text == text


@pytest.mark.parametrize(
    "content",
    [TEXT.encode(), json.dumps({"text": TEXT}).encode(), json.dumps([{"text": TEXT}]).encode(),
     json.dumps({"text": TEXT}, indent=1).encode(), f"<html><p>{TEXT}</p></html>".encode(),
     f"\n\n{TEXT}".encode("utf-16")],
)  # fmt: skip
def test_standard_input_may_be_text_json_or_a_page(content: bytes) -> None:
    (item,) = piped(content)
    assert isinstance(item, Document)
    assert item.text == TEXT
    assert item.source.startswith("standard input")


def test_standard_input_may_be_json_lines_or_a_table() -> None:
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    found = piped(line + b"{broken\n" + line.replace(b"Monday", b"Sunday"))
    assert [type(item) for item in found] == [Document, Skipped, Document]
    assert [type(item) for item in piped(TABLE.encode())] == [Coded]


@pytest.mark.parametrize("content", [b"", b"\n", bytes(range(256)) * 40, b"x" * 50_000_000])
def test_useless_standard_input_is_one_sentence(content: bytes) -> None:
    (item,) = piped(content)
    assert isinstance(item, Skipped)
    assert item.source == "standard input"


def test_what_the_article_states_itself_beats_the_callers_date(tmp_path: Path) -> None:
    header = write(tmp_path / "a.txt", f"date 2023-11-06 LIMA, May 3, 2021 - {TEXT}")
    dateline = write(tmp_path / "b.txt", f"LIMA, May 3, 2021 - {TEXT}")
    front = write(tmp_path / "c.md", f"---\ndate: 2022-01-02\n---\nPublished 6 May 2023\n\n{TEXT}")
    assert one(header, published="2024").published == "2023-11-06"
    assert one(front, published="2024").published == "2022-01-02"
    assert one(dateline, published="2024").published == "2021-05-03"
    assert one(dateline).published == "2021-05-03"


@pytest.mark.parametrize("start", ["", "LIMA, May 3 - ", "LIMA (Wire) - ", "Monday, May 3\n\n"])
def test_an_article_without_a_stated_year_has_no_date(tmp_path: Path, start: str) -> None:
    assert one(write(tmp_path / "a.txt", start + TEXT)).published is None


def test_the_callers_date_must_be_a_date() -> None:
    with pytest.raises(UsageError, match="'soon' is not a date; write YYYY-MM-DD"):
        read_sources(["a.txt"], published="soon")


def test_what_is_cut_never_enters_the_text(tmp_path: Path) -> None:
    body = " ".join([TEXT] * 4)
    text = f"{body}\n\nREAD MORE: Chile buys jets\n\n{body}\n\nRelated\nChile buys jets"
    assert one(write(tmp_path / "a.txt", f"date 2023-11-06 {text}")).text == f"{body}\n\n{body}"


def test_the_headline_stays_in_the_text_and_names_the_document(tmp_path: Path) -> None:
    document = one(
        write(tmp_path / "a.txt", f"date 2023-11-06\n\nMinisters meet in Lima\n\n{TEXT}")
    )
    assert document.title == "Ministers meet in Lima"
    assert document.text.startswith("Ministers meet in Lima\n\nThe ministers")


def test_articles_in_other_languages_are_kept_and_marked(tmp_path: Path) -> None:
    text = "Le président français a rencontré le premier ministre à Hanoï et ils ont parlé."
    assert one(write(tmp_path / "a.txt", text)).appearances[0].language == "fr"


def test_a_hostile_file_name_is_stored_harmlessly(tmp_path: Path) -> None:
    document = one(write(tmp_path / "a\x1b[31m\u202e.txt", TEXT))
    assert document.source.isprintable()


def test_progress_runs_from_none_to_all(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.jsonl"):
        write(tmp_path / name, json.dumps({"text": f"{name} {TEXT}"}) + "\n")
    sources = Sources([str(tmp_path)])
    fractions = [sources.fraction for _ in sources]
    assert fractions == sorted(fraction for fraction in fractions if fraction is not None)
    assert sources.fraction == 1.0
    assert Sources(["-"]).fraction is None


def test_a_file_that_vanishes_or_is_forbidden_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.txt", TEXT)

    def forbid(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)
    (item,) = read(path)
    assert str(item) == f"{path}: it cannot be read (Permission denied); check its rights"


def test_a_pipe_beside_the_articles_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path / "a.txt", TEXT)
    items = read(tmp_path / "a.txt", tmp_path / "pipe.txt")
    assert [type(item) for item in items] == [Document, Skipped]
    assert "pipe" in str(items[1])
