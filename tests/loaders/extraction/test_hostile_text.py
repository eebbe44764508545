"""Reading any text ends, soon, with claims whose quotes stand in it."""

import importlib
import pkgutil
import re
import resource
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders import extraction
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.patterns import PatternEngine
from hedgerow.loaders.extraction.rules import rule_files
from hedgerow.loaders.extraction.sentences import MAX_SENTENCE
from hedgerow.loaders.pipeline import code_documents
from hedgerow.loaders.records import Coded, Skipped
from hedgerow.loaders.sources import Sources

LONG = 300_000
"""Characters; the longest article that loading takes has a million."""
SECONDS_FOR_A_PATTERN = 1.0
SECONDS_FOR_LONG = 90.0
MEMORY = 700 * 1024
"""Peak kilobytes of a process."""

PIECES = st.sampled_from(
    ["Vietnam", "the two sides", "signed", "an agreement", "with", "Russia's", "President", "\n\n",
     ",", ".", "-", "“", "”", "(", ")", "on Tuesday", "in 1995", "did not", "would", "\u202e",
     "\u0000", "İ", "ß", "𝔘𝔖", "🇻🇳", "\u0301", "https://x.y", "<b>", "&amp;", "F-16", "$5 billion"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map(" ".join))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """All engines together, as articles are read by default."""
    return Extractor()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_gives_claims_that_quote_it(text: str, extractor: Extractor) -> None:
    document = Document(text, (Appearance("test", published="2024-05-06"),))
    for claim in extractor.extract(document):
        assert document.text[claim.start : claim.end] == claim.quote


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(soup=st.lists(st.one_of(PIECES, st.sampled_from(
    ["<p>", "</div>", "<script>", "<!--", "<td", "&#x0;", "]]>", "<a href='", "<svg/onload=1>"]
)), max_size=80).map(" ".join))  # fmt: skip
def test_markup_soup_is_read_or_refused_with_a_reason(
    soup: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("soup") / "page.html"
    path.write_text(f"<html><body>{soup}", encoding="utf-8")
    for item in code_documents(Sources([str(path)])):
        assert isinstance(item, Coded) or (isinstance(item, Skipped) and item.reason)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("one paragraph", "Vietnam and Russia held talks on arms and aid in Hanoi. " * 6_000),
        ("no full stop", "Vietnam and Russia held talks, " * 10_000),
        ("many names", " ".join(f"Nguyen Van {chr(65 + i % 26)}{i}" for i in range(100_000))),
        ("blanks", " " * LONG),
        ("capitals", "A " * (LONG // 2)),
        ("quotes", "“" * LONG),
    ],
)
def test_a_long_text_is_read_in_bounded_time_and_memory(
    name: str, text: str, extractor: Extractor
) -> None:
    started, peak = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    extractor.extract(Document(text, (Appearance(name, published="2024-05-06"),)))
    assert time.process_time() - started < SECONDS_FOR_LONG
    # The process has run other tests before, which may have taken more.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < MEMORY


def test_what_is_longer_than_an_article_is_refused_with_a_reason(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("long") / "five-megabytes.txt"
    path.write_text("Vietnam and Russia held talks in Hanoi. " * 125_000, encoding="utf-8")
    (refused,) = code_documents(Sources([str(path)]))
    assert isinstance(refused, Skipped)
    assert "characters" in refused.reason


ADVERSARIAL = [
    unit * (MAX_SENTENCE // len(unit))
    for unit in (
        "a", " ", "A ", "Aa ", "a-", "A. ", "1,", "of the ", "Minister of ", "and ", ", ",
        "\u27e60\u27e7, ", "“", "'s ", "in 1995 ", "not ", "Xx-Yy ",
    )
]  # fmt: skip


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module_info in pkgutil.walk_packages(extraction.__path__, f"{extraction.__name__}."):
        module = importlib.import_module(module_info.name)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module_info.name}.{name}", value
    for file in rule_files():
        for frame in file.frames:
            for text in (*frame.near, *frame.without):
                yield frame.id, re.compile(text, re.IGNORECASE)
    for _, pattern, compiled in PatternEngine().templates:
        yield pattern.id, compiled
    for name, text in table("coreference")["phrases"].items():
        yield f"coreference {name}", re.compile(text, re.IGNORECASE)


def test_no_pattern_takes_long_on_a_sentence_made_to_stall_it() -> None:
    slow = []
    for name, pattern in _patterns():
        started = time.process_time()
        for text in ADVERSARIAL:
            pattern.search(text + "!")
        if time.process_time() - started > SECONDS_FOR_A_PATTERN:
            slow.append(name)
    assert not slow
