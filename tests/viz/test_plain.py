import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain
from hedgerow.viz.terminal import safe

HOSTILE = {
    "\x1b[31mred\x1b[0m": "red",
    "\x1b]0;new title\x07text": "text",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\": "link",
    "\x1bPq#0\x1b\\text": "text",
    "\x9b2Jtext": "text",
    "\x1b": "",
    "\x1b]never ended": "never ended",
    "a\x00b\x07c\x7fd\x85e": "abcd e",
    "right\u202eleft\u2066": "rightleft",
    "tab\tline\r\nend": "tab line end",
    "lone \ud800 and \uffff": "lone  and ",
    "Tô Lâm 越南 \u200d": "Tô Lâm 越南 \u200d",
}


@pytest.mark.parametrize(("text", "left"), HOSTILE.items())
def test_drops_what_acts_and_keeps_what_is_read(text: str, left: str) -> None:
    assert plain(text) == left


@given(st.text())
def test_leaves_nothing_that_a_terminal_or_xml_acts_on(text: str) -> None:
    left = plain(text)
    assert left.isprintable() or not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in left)
    assert plain(left) == left


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_text_for_a_terminal_keeps_its_lines_only(text: str) -> None:
    assert safe(text).count("\n") == text.count("\n")
    assert "\x1b" not in safe(text)


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "data:text/html,x"),
        *("file:///etc/passwd", "articles/one.txt", "//no.scheme", "http://", "https://[bad"),
        *("https://a.example/\x1b[31m", "https://a.example/\u202e", "", None),
    ],
)
def test_only_web_addresses_become_links(address: str | None) -> None:
    assert web_address(address) is None


def test_a_web_address_stays_as_it_is() -> None:
    assert web_address("https://a.example/x?y=1&z=2") == "https://a.example/x?y=1&z=2"
