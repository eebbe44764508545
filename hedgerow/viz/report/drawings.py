"""Drawings inside reports: kept to what draws, and as pictures where a format takes no SVG."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

import resvg_py
import yaml
from lxml import etree
from markupsafe import Markup

from hedgerow.viz.links import web_address

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = files("hedgerow.viz.report") / "assets/svg.yaml"
PICTURE_SCALE = 2.5
"""Pixels a unit of the drawing: sharp on paper, and still small files."""
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
_LETTER = '<text x="2" y="16" font-family="sans-serif">M</text>'


def inline(svg: str, prefix: str = "") -> Markup:
    """The drawing as markup for a page; `prefix` keeps its ids apart from those of the page.

    Raises:
        ValueError: it is not SVG, or holds something that does more than draw.
    """
    root = _checked(svg)
    for element in root.iter():
        for key in {"id", "aria-labelledby"}.intersection(map(str, element.attrib)):
            ids = str(element.get(key)).split()
            element.set(key, " ".join(prefix + one for one in ids))
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704  checked


def style_hashes(svg: str) -> list[str]:
    """The style sheets inside a drawing as sources for a content security policy."""
    texts = (style.text or "" for style in _checked(svg).iter(f"{SVG}style"))
    return [digest(text) for text in texts]


def digest(text: str) -> str:
    """A style sheet as a source for a content security policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def picture(svg: str) -> bytes | None:
    """The drawing as PNG, or None on a machine without fonts, where it would lose its words."""
    drawn = etree.tostring(_checked(svg), encoding="unicode")
    if not _has_fonts():
        return None
    return resvg_py.svg_to_bytes(svg_string=drawn, zoom=PICTURE_SCALE, background="white")


@cache
def _has_fonts() -> bool:
    empty, letter = (
        resvg_py.svg_to_bytes(svg_string=_PROBE.format(text)) for text in ("", _LETTER)
    )
    return empty != letter


@cache
def _allowed() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = yaml.safe_load(ALLOWED.read_text("utf-8"))
    return lists


def _checked(svg: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(svg.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"the drawing is not SVG: {error.msg}") from error
    for element in root.iter():
        _check(element)
    return root


def _check(element: etree._Element) -> None:
    allowed = _allowed()
    name = str(element.tag).removeprefix(SVG)
    if name not in allowed["elements"]:
        raise ValueError(f"a drawing in a report has no {name!r} element")
    if name == "style" and any(
        sign in (element.text or "") for sign in allowed["barred_in_styles"]
    ):
        raise ValueError("the style sheet of a drawing only sets properties")
    for key, value in element.attrib.items():
        leads = str(value).startswith("#") or web_address(str(value))
        if key not in allowed["attributes"] or (key == "href" and not leads):
            raise ValueError(f"a drawing in a report has no attribute {key}={value!r}")
