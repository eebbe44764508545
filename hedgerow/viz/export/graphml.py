"""The network of edges as GraphML, written edge by edge."""

from collections.abc import Iterator, Mapping
from typing import IO

from lxml import etree

from hedgerow.queries.whole import Whole
from hedgerow.viz.export.network import Drawn, columns, drawn, named
from hedgerow.viz.export.schema import Type
from hedgerow.viz.plain import plain

NS = "http://graphml.graphdrawing.org/xmlns"
_TYPES: Mapping[Type, str] = {"whole": "int", "number": "double", "truth": "boolean"}


def write_graphml(whole: Whole, out: IO[bytes], about: Mapping[str, str]) -> tuple[str, ...]:
    """Write it; every edge is directed, `directed` says which are so. Nothing is left out."""
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("graphml", nsmap={None: NS}):
            for key in _keys(about):
                file.write(key, "\n")
            with file.element("graph", edgedefault="directed"):
                for name, value in about.items():
                    file.write(_data(name, plain(value)), "\n")
                for code, name in named(whole):
                    file.write(_node(code, name), "\n")
                for each in drawn(whole):
                    file.write(_edge(each), "\n")
    return ()


def _keys(about: Mapping[str, str]) -> Iterator[etree._Element]:
    told = [(name, "graph", "string") for name in about]
    told += [(name, "node", "string") for name in ("name", "label")]
    told += [(each.name, "edge", _TYPES.get(each.type, "string")) for each in columns()]
    for name, of, type_ in told:
        attributes = {"id": _key(name, of), "for": of, "attr.name": name, "attr.type": type_}
        yield etree.Element("key", attributes)


def _node(code: str, name: str) -> etree._Element:
    element = etree.Element("node", id=code)
    element.extend([_data("name", name, "node"), _data("label", name, "node")])
    return element


def _edge(each: Drawn) -> etree._Element:
    element = etree.Element("edge", id=each.id, source=each.tail, target=each.head)
    element.extend([_data(name, value, "edge") for name, value in each.values.items()])
    return element


def _data(name: str, value: str, of: str = "graph") -> etree._Element:
    element = etree.Element("data", key=_key(name, of))
    element.text = value
    return element


def _key(name: str, of: str) -> str:
    return f"{of}_{name}"
