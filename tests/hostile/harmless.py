"""What must not be in an output, by independent readers of each format."""

import csv
import io
import json
import re
from typing import Any
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

from tests.hostile.texts import CANARY

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "data", "xlink:href"})
FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def assert_quiet(text: str) -> None:
    """Nothing of it drives a terminal or turns the reading direction."""
    found = ACTING.search(text)
    assert found is None, repr(text[max(0, found.start() - 60) : found.end() + 60])


def assert_no_formulas(text: str) -> list[list[str]]:
    """No cell is read as a formula; the cells."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    for cell in (cell for row in rows for cell in row):
        acts = cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA)
        assert not acts or re.fullmatch(r"-?[\d.]+(e-?\d+)?", cell), cell
    assert len({len(row) for row in rows if row}) <= 1
    return rows


def assert_quiet_html(content: bytes) -> None:
    """No element, attribute or address of it comes from a text."""
    tree = lxml.html.document_fromstring(content)
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        assert CANARY not in tag, tag
        assert tag not in {"iframe", "object", "embed", "base", "applet", "frame"}, tag
        for name, value in element.attrib.items():
            assert CANARY not in name, name
            assert not name.startswith("on"), (tag, name)
            if name in ADDRESSES and not str(value).startswith("#"):
                assert_address(str(value))
        if tag == "script" and element.get("type") in (None, "module", "text/javascript"):
            assert CANARY not in (element.text or ""), tag
        if tag == "style":
            assert CANARY not in (element.text or ""), tag
        if tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            raise AssertionError("the page moves on")


def assert_address(address: str) -> None:
    """It leads to the web, or is a picture that the page holds."""
    if re.match("data:((image|font)/|,$)", address):
        return
    assert urlsplit(address).scheme in {"http", "https"}, address
    assert f"{CANARY}.example" not in (urlsplit(address).hostname or ""), address
    assert_quiet(address)


def assert_quiet_xml(content: bytes) -> etree._Element:
    """It is XML, without a doctype, and no name in it comes from a text."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(content, parser)
    assert not tree.getroottree().docinfo.internalDTD
    for element in tree.iter():
        assert isinstance(element.tag, str), "a comment or instruction"
        assert CANARY not in element.tag
        for full, value in element.attrib.items():
            name = etree.QName(full).localname
            assert CANARY not in name and not name.startswith("on")
            if name in ADDRESSES and not str(value).startswith("#"):
                assert_address(str(value))
    return tree


def read_json(text: str) -> Any:
    """What it holds; the text itself is fit for a terminal."""
    assert_quiet(text)
    return json.loads(text)
