"""Rules for the vocabulary: terms are defined, distinct, within bounds and refer to each other."""

from collections import Counter
from collections.abc import Iterator, Mapping

from hedgerow.ontology import turtle
from hedgerow.ontology.finding import Finding, error
from hedgerow.ontology.namespaces import HR_NS, RDFS_NS
from hedgerow.ontology.tables import read_table
from hedgerow.ontology.turtle import Node, hr
from hedgerow.ontology.vocabulary import TieType, Vocabulary

FILES = ("classes.ttl", "tie_types.ttl", "vocabulary.ttl", "ladders.ttl")
COMMENT = RDFS_NS + "comment"


def lint_nodes(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """Every term has a label and a definition, and its label to itself among its like."""
    terms = [node for iri, node in nodes.items() if iri.startswith(HR_NS)]
    for node in terms:
        yield from _undescribed(node)
    kinds = (node.all(turtle.TYPE)[-1] for node in terms)
    labels = zip(kinds, (node.get(turtle.LABEL) for node in terms), strict=True)
    for (kind, label), count in Counter(labels).items():
        if label is not None and count > 1:
            yield error(kind.removeprefix(HR_NS), f"{count} terms share the label {label!r}.")


def lint_references(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """Every `hr:` term that the files use is declared."""
    used = {iri for node in nodes.values() for iri in (*node.predicates(), *node.values())}
    for iri in sorted(used):
        if iri.startswith(HR_NS) and iri not in nodes:
            yield error(iri.removeprefix(HR_NS), "The term is used but not declared.")


def lint_tie_types(words: Vocabulary) -> Iterator[Finding]:
    """Weights, windows, roles, attributes and crosswalk codes of each tie type."""
    codes = {(row["scheme"], row["code"]) for row in read_table("crosswalk.csv")}
    for tie in words.tie_types.values():
        yield from _bad_numbers(tie)
        yield from _bad_roles(tie)
        stated = [*(("cameo", code) for code in tie.cameo), *(("plover", c) for c in tie.plover)]
        for scheme, code in stated:
            if (scheme, code) not in codes:
                yield error(tie.name, f"{scheme.upper()} has no code {code!r}.")
        if tie.discriminator is not None and tie.discriminator not in tie.attributes:
            yield error(tie.name, f"The discriminator {tie.discriminator} is not an attribute.")


def lint_kinds(words: Vocabulary) -> Iterator[Finding]:
    """All types of one tie kind share a family, and one of them opens it."""
    for kind in words.kinds.values():
        types = [tie for tie in words.tie_types.values() if tie.kind == kind.name]
        if len({tie.family for tie in types}) != 1:
            yield error(kind.name, "The tie types of one kind must share one family.")
        if not any(tie.effect == "opens" for tie in types):
            yield error(kind.name, "No tie type opens this kind.")
        if not words.is_concluded(kind.held_from):
            yield error(kind.name, "A tie can only be held from a concluded status on.")


def _undescribed(node: Node) -> Iterator[Finding]:
    name = node.iri.removeprefix(HR_NS)
    if node.get(turtle.LABEL) is None:
        yield error(name, "The term has no label.")
    if not (node.get(turtle.DEFINITION) or node.get(COMMENT)):
        yield error(name, "The term has no definition.")
    if node.has_type(hr("TieType")) and node.get(turtle.SCOPE_NOTE) is None:
        yield error(name, "The tie type has no scope note.")


def _bad_numbers(tie: TieType) -> Iterator[Finding]:
    if not -1 <= tie.weight <= 1:
        yield error(tie.name, f"The weight {tie.weight} is not between -1 and 1.")
    if tie.sign != (tie.weight > 0) - (tie.weight < 0):
        yield error(tie.name, f"The sign {tie.sign} does not fit the weight {tie.weight}.")
    if tie.window < 1:
        yield error(tie.name, "The window must be at least one day.")
    if tie.horizon is not None and tie.horizon <= tie.window:
        yield error(tie.name, "The horizon must be longer than the window.")


def _bad_roles(tie: TieType) -> Iterator[Finding]:
    same = tie.roles[0] == tie.roles[1]
    if tie.directed == same:
        yield error(tie.name, "A directed type has two roles, a symmetric one a single role.")
