"""Stores of hostile records: what articles could have said at the worst."""

from dataclasses import replace

from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Appearance, Document
from hedgerow.graph.store import Store
from tests.graph import articles

PIECES = (
    "=CMD()", "+1", "@x", "-2", "\t=1", "＝1", '"', '""', "'", ",", ";", "|", "\\", "\\n", "{{x}}",
    "<script>alert(1)</script>", "]]>", "<![CDATA[", "--><!--", "&amp;", "&#0;", "<b>", "$x$",
    "%s", "\x00", "\x07", "\x1b[31m", "\x1b]0;t\x07", "\x9b", "\u202e", "\u2028",
    "\ufeff", "\ufffe", "\x7f", "\r\n", "\n", "\n\n", "\tBEGIN:VEVENT\r\n", "END:VCALENDAR", "# h",
    "[a](javascript:x)", "*", "`", "İ", "ﬀ", "\u0301", "🇻🇳", "𝔘", "越南", "\U0010ffff",
    "\U000e0041", "x" * 300, " ", "a", "deal", ".",
)  # fmt: skip
ADDRESSES = (
    "https://wire.example/a?b=c&d=e#f", "javascript:alert(1)", "file:///etc/passwd",
    "/home/a/b.txt", "http://[::1", "https://a.example/\u202e", "data:text/html,<script>",
    "ftp://x", "//x", "a b",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
hostile = st.one_of(texts, articles.words)
appearances = st.builds(
    Appearance,
    source=hostile,
    url=st.none() | st.sampled_from(ADDRESSES),
    title=st.none() | hostile,
    publisher=st.none() | hostile,
    published=st.none() | articles.edtf,
    language=st.none() | st.just("en"),
    external_id=st.none() | hostile,
)
documents = st.builds(
    Document,
    text=texts.filter(lambda text: len(text) > 2),
    appearances=st.lists(appearances, min_size=1, max_size=2).map(tuple),
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """A document with up to three claims, of which every text is hostile."""
    of = draw(documents)
    claims = draw(st.lists(articles.claims_of(of), min_size=1, max_size=3))
    maybe = st.none() | hostile
    return of, [
        replace(one, item=draw(maybe), place=draw(maybe), attributed_to=draw(maybe))
        for one in claims
    ]


@st.composite
def stores(draw: st.DrawFn) -> Store:
    """A store in memory that holds what it takes of some such documents."""
    store = Store.open()
    for item in draw(st.lists(items(), min_size=1, max_size=4)):
        try:
            store.add([item])
        except UsageError as error:  # it may refuse a record, in words
            assert str(error).strip()
    return store
