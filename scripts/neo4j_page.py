"""What the ontology gives of the docs on Neo4j: labels, properties, relationships, a style."""

from collections.abc import Iterator, Mapping
from functools import cache

from hedgerow.graph.neo4j.admin_columns import edge_columns, node_columns
from hedgerow.graph.neo4j.model import DOUBTFUL, LABEL, model
from hedgerow.graph.neo4j.terms import Edge, Term
from hedgerow.ontology import turtle
from hedgerow.ontology.namespaces import HR_NS, RDFS_NS
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.viz.design import style

_COMMENT, _DOMAIN = RDFS_NS + "comment", RDFS_NS + "domain"
_TYPES = {
    **{"string": "text", "string[]": "texts", "long": "whole number", "double": "number"},
    **{"date": "day", "boolean": "true or false"},
}
_NODES = (
    (LABEL, "#C9D2DC", "{id}"),
    ("Actor", "#6B7785", "{code}"),
    ("State", "#2A2F3A", "{code}"),
    ("Event", "#A88C5A", "{type}"),
    ("Tie", "#7A6A93", "{kind}"),
    ("Claim", "#B8A94A", "{status}"),
    ("Document", "#9AA1AC", "{publisher}"),
)
"""Labels, the general before the special, with a fill that no relationship has, and a caption."""

_DOUBT = "#8A8F98"
"""Of what is no fact."""


def model_page() -> str:
    """Labels, properties and relationships, with what the ontology says of each."""
    return "\n".join([*_intro(), *_labels(), *_properties(), *_links(), *_edges()]) + "\n"


def _intro() -> Iterator[str]:
    yield "# The graph in Neo4j, word by word"
    yield ""
    yield "Written from the ontology and `hedgerow/graph/neo4j/model.yaml`; edit those, not this"
    yield "page. What it is for stands in [neo4j.md](neo4j.md)."
    yield ""


def _labels() -> Iterator[str]:
    yield from _table("Labels", f"Every node is `:{LABEL}` too.", "labels", "what")
    for iri, of in model().classes.items():
        yield f"| `{''.join(f':{label}' for label in of.labels)}` | {_said(iri)} |"
    yield ""


def _properties() -> Iterator[str]:
    remark = (
        "`id` is on every node, `name` also on actors and rungs. A property without a label can "
        "stand on several. Dates are EDTF text (`2023-09`), days are values of Neo4j."
    )
    yield from _table("Properties", remark, "property", "type", "label", "what")
    rows = set()
    for of in model().classes.values():
        kinds = node_columns(of.labels).kinds
        for iri, term in of.terms.items():
            name = term.property.name
            if name in kinds and iri.startswith(HR_NS):
                rows.add(f"| `{name}` | {_TYPES[kinds[name].name]} | {_on(iri)} | {_said(iri)} |")
    yield from sorted(rows, key=str.lower)
    yield ""


def _links() -> Iterator[str]:
    remark = "Those with a role have it as their property `role`."
    yield from _table("Relationships", remark, "type", "role", "from", "to", "what")
    terms: Mapping[str, Term] = {
        iri: term for of in model().classes.values() for iri, term in of.terms.items()
    }
    rows = (
        f"| `{term.link.type}` | {term.link.role or ''} | {_on(iri)} "
        f"| {_local(_ontology()[iri].get(turtle.RANGE))} | {_said(iri)} |"
        for iri, term in terms.items()
        if term.link
    )
    yield from sorted(rows)
    yield ""


def _edges() -> Iterator[str]:
    yield "## Derived relationships"
    yield ""
    yield "Between actors, made anew from events and ties. `id` is that of the event or tie."
    yield ""
    for of in model().classes.values():
        if of.edge:
            carried = ", ".join(f"`{name}`" for name in edge_columns(of.labels).kinds)
            yield f"- of {of.labels[0].lower()}s: {_named(of.edge)}; with {carried}"
    doubtful = ", ".join(f"`{word.upper()}`" for word in DOUBTFUL)
    yield f"- of events that are not concluded, by their standing and no other: {doubtful}"


def _named(edge: Edge) -> str:
    names = vocabulary().kinds if edge.suffix else vocabulary().tie_types
    return ", ".join(f"`{name.upper()}{edge.suffix}`" for name in sorted(names))


def _table(heading: str, remark: str, *columns: str) -> Iterator[str]:
    yield from (f"## {heading}", "", remark, "")
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"


def _on(iri: str) -> str:
    return _local(_ontology()[iri].get(_DOMAIN))


def _said(iri: str) -> str:
    term = _ontology()[iri]
    return term.get(_COMMENT) or f"{term.one(turtle.LABEL)}, of some [types of ties](ties.md)"


def _local(iri: str | None) -> str:
    return iri.removeprefix(HR_NS) if iri and iri.startswith(HR_NS) else ""


@cache
def _ontology() -> Mapping[str, turtle.Node]:
    return turtle.read_nodes("classes.ttl", "vocabulary.ttl")


def style_sheet() -> str:
    """A style for Neo4j Browser: the network page's colours, thin and grey for what is no fact."""
    look, words = style(), vocabulary()
    suffixes = {of.edge.named_by: of.edge.suffix for of in model().classes.values() if of.edge}
    colours = {
        name.upper() + suffixes["type"]: look.group_of_type(name) for name in words.tie_types
    }
    colours |= {name.upper() + suffixes["kind"]: look.group_of_kind(name) for name in words.kinds}
    rules = [
        _rule("relationship", "#C4CAD2", "<type>", **{"shaft-width": "1px"}),
        *(_rule(f"node.{label}", colour, caption) for label, colour, caption in _NODES),
        *(_shaft(name, group.colour, "<type>", "3px") for name, group in sorted(colours.items())),
        *(_shaft(word.upper(), _DOUBT, "{type}: {status}", "1px") for word in DOUBTFUL),
    ]
    return "\n".join(rules)


def _shaft(name: str, colour: str, caption: str, width: str) -> str:
    return _rule(f"relationship.{name}", colour, caption, **{"shaft-width": width})


def _rule(selector: str, colour: str, caption: str, **more: str) -> str:
    values = {"color": colour, "caption": f'"{caption}"', **more}
    return "\n".join([f"{selector} {{", *(f"  {name}: {values[name]};" for name in values), "}\n"])
