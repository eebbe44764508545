import json
from collections.abc import Iterable

import pytest

from hedgerow.errors import InputError
from hedgerow.graph.records import Document
from hedgerow.loaders.json_articles import read_json, read_json_lines
from hedgerow.loaders.records import Skipped, WebPage

TEXT = "The ministers of Peru and Norway met in Lima on Monday, they said."


def one(article: object) -> Document:
    (item,) = read_json(json.dumps(article), "a.json", None)
    document = item.read() if isinstance(item, WebPage) else item
    assert isinstance(document, Document), document
    return document


def reason(article: object) -> str:
    (skipped,) = read_json(json.dumps(article), "a.json", None)
    assert isinstance(skipped, Skipped)
    return skipped.reason


def lines(*articles: object) -> Iterable[bytes]:
    return [(x if isinstance(x, str) else json.dumps(x)).encode() + b"\n" for x in articles]


def test_every_field_is_kept() -> None:
    document = one(
        {"text": TEXT, "url": "https://example.org/a", "id": 17, "title": "A title",
         "published": "2024-03-07T10:00:00Z", "publisher": "The Post", "language": "en-GB",
         "other": [1]}
    )  # fmt: skip
    (appearance,) = document.appearances
    assert document.text == TEXT
    assert (appearance.url, appearance.external_id) == ("https://example.org/a", "17")
    assert (appearance.title, appearance.publisher) == ("A title", "The Post")
    assert (appearance.published, appearance.language) == ("2024-03-07", "en")
    assert appearance.source == "a.json"


def test_only_the_text_is_needed() -> None:
    assert one({"text": TEXT, "title": None, "url": ""}).published is None


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [("Thu, 07 Mar 2024 10:00:00 +0700", "2024-03-07"), ("2024-03", "2024-03"), (2024, "2024")],
)
def test_publication_dates_become_edtf(stated: str | int, edtf: str) -> None:
    assert one({"text": TEXT, "published": stated}).published == edtf


def test_html_is_read_and_the_fields_beat_the_page() -> None:
    html = (
        "<html><head><title>Page title</title><meta property='article:published_time'"
        f" content='2020-01-01'></head><body><article><p>{TEXT}</p></article></body></html>"
    )
    document = one({"html": html, "published": "2024-03-07"})
    assert TEXT in document.text
    assert (document.title, document.published) == ("Page title", "2024-03-07")


def test_mojibake_and_lone_surrogates_are_mended() -> None:
    assert (
        one({"text": "Peruâ€™s minister met him. \ud83d"}).text == "Peru’s minister met him. \ufffd"
    )


@pytest.mark.parametrize(
    ("article", "said"),
    [({"body": TEXT}, "neither `text` nor `html`"), ({"text": "  "}, "neither"),
     ({"text": 3}, "`text`: input should be"), ("a string", "not a JSON object"),
     ({"text": TEXT, "published": "07/03/2024"}, "`published`: '07/03/2024' is not a date"),
     ({"text": "---"}, "no article text"), ({"text": "a" * 1_000_001}, "1,000,001 characters")],
)  # fmt: skip
def test_what_cannot_be_used_is_told_in_one_sentence(article: object, said: str) -> None:
    told = reason(article)
    assert said in told
    assert "\n" not in told


def test_an_array_loads_what_it_can() -> None:
    found = list(
        read_json(json.dumps([{"text": TEXT}, {}, {"text": TEXT + " Yes."}]), "a.json", None)
    )
    assert [type(item) for item in found] == [Document, Skipped, Document]
    assert str(found[1]).startswith("a.json, article 2: ")


def test_broken_lines_are_reported_by_number_and_the_rest_loads() -> None:
    articles = [{"text": TEXT}, '{"text": "cut', "[" * 5000, "", '"word"', {"text": "Yes. " + TEXT}]
    found = list(read_json_lines([*lines(*articles), None], "a.jsonl", None))
    skipped = [item for item in found if isinstance(item, Skipped)]
    assert [item.source for item in skipped] == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:5", "a.jsonl:7"]
    documents = [item for item in found if isinstance(item, Document)]
    assert [document.source for document in documents] == ["a.jsonl:1", "a.jsonl:6"]


def test_json_lines_under_the_name_of_json_are_read() -> None:
    text = b"".join(lines({"text": TEXT}, {"text": "Yes. " + TEXT})).decode()
    assert [
        item.source for item in read_json(text, "a.json", None) if isinstance(item, Document)
    ] == [
        "a.json:1",
        "a.json:2",
    ]


@pytest.mark.parametrize("text", ["[]", '{"text": "cut', "[" * 5000, '[{"text": "a"}, ]'])
def test_a_file_that_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^(it is not valid JSON|its JSON|the array is empty)"):
        list(read_json(text, "a.json", None))
