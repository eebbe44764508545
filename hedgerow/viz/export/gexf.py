"""The network of edges over time as GEXF 1.2 (mode dynamic), written edge by edge."""

from collections.abc import Iterator, Mapping
from typing import IO

from lxml import etree

from hedgerow.queries.whole import Whole
from hedgerow.viz.export.network import Drawn, columns, drawn, named
from hedgerow.viz.export.schema import Type
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.gexf import viz_of
from hedgerow.viz.timeline.graph import days_of, undated_note

NS = "http://www.gexf.net/1.2draft"
VIZ = f"{NS}/viz"
_TYPES: Mapping[Type, str] = {"whole": "integer", "number": "double", "truth": "boolean"}
_GRAPH = {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date"}


def write_gexf(whole: Whole, out: IO[bytes], about: Mapping[str, str]) -> tuple[str, ...]:
    """Write it; each edge lasts from `start` to `end`, and `until` is its end as it is known.

    What is not concluded is dashed or dotted. What nothing dates is left out, since it would stand
    there at all times; how much that is comes back in a sentence.
    """
    undated = set()
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("gexf", nsmap={None: NS, "viz": VIZ}, version="1.2"):
            file.write(_meta(about), "\n")
            with file.element("graph", _GRAPH):
                file.write(_attributes(), "\n")
                with file.element("nodes"):
                    for code, name in named(whole):
                        file.write(etree.Element("node", id=code, label=name), "\n")
                with file.element("edges"):
                    for each in drawn(whole):
                        days = days_of(each.entry)
                        if days is None:
                            undated.add(each.entry.id)
                        else:
                            file.write(_edge(each, days), "\n")
    return undated_note(len(undated))


def _meta(about: Mapping[str, str]) -> etree._Element:
    element = etree.Element("meta", lastmodifieddate=about["created"])
    etree.SubElement(element, "creator").text = about["creator"]
    rest = (about.get(name) for name in ("title", "identifier", "rights"))
    etree.SubElement(element, "description").text = plain("; ".join(filter(None, rest)))
    return element


def _attributes() -> etree._Element:
    element = etree.Element("attributes", {"class": "edge", "mode": "static"})
    for name, type_ in _columns():
        etree.SubElement(element, "attribute", id=name, title=name, type=type_)
    return element


def _columns() -> Iterator[tuple[str, str]]:
    """`label` is the edge's own, and `start` and `end` are days."""
    for each in columns():
        if each.name != "label":
            yield _name(each.name), _TYPES.get(each.type, "string")


def _name(column: str) -> str:
    return "until" if column == "end" else column


def _edge(each: Drawn, days: tuple[str, str | None]) -> etree._Element:
    start, end = days
    stretch = {"start": start} | ({} if end is None else {"end": end})
    label = each.values["label"]
    ends = {"id": each.id, "source": each.tail, "target": each.head, "label": label}
    element = etree.Element("edge", {**ends, **stretch}, nsmap={"viz": VIZ})
    values = etree.SubElement(element, "attvalues")
    for name, value in each.values.items():
        if name != "label":
            etree.SubElement(values, "attvalue", {"for": _name(name), "value": value})
    look = viz_of(each.entry)
    colour = {name: str(part) for name, part in look["color"].items()}
    etree.SubElement(element, f"{{{VIZ}}}color", colour)
    etree.SubElement(element, f"{{{VIZ}}}shape", value=look["shape"])
    return element
