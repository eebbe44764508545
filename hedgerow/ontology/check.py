"""Checks of the ontology's own data, and of instance data against its shapes."""

from collections.abc import Iterator

from hedgerow.ontology import generate, turtle
from hedgerow.ontology.actors import actors
from hedgerow.ontology.finding import Finding, error
from hedgerow.ontology.ladders import ladders
from hedgerow.ontology.lint_actors import (
    lint_actors,
    lint_ladders,
    lint_memberships,
    lint_officials,
)
from hedgerow.ontology.lint_terms import (
    FILES,
    lint_kinds,
    lint_nodes,
    lint_references,
    lint_tie_types,
)
from hedgerow.ontology.lint_weights import lint_weights
from hedgerow.ontology.officials import officials
from hedgerow.ontology.validation import validate
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.ontology.weights import ontology_weights

__all__ = ["Finding", "lint", "validate"]


def lint() -> list[Finding]:
    """What is wrong with the installed ontology's own files, errors first; empty if nothing is."""
    return sorted(_findings())


def _findings() -> Iterator[Finding]:
    nodes = turtle.read_nodes(*FILES)
    yield from lint_nodes(nodes)
    yield from lint_references(nodes)
    yield from lint_tie_types(vocabulary())
    yield from lint_kinds(vocabulary())
    yield from lint_weights(vocabulary(), ontology_weights())
    yield from lint_actors(actors())
    yield from lint_memberships(actors())
    yield from lint_officials(actors(), officials())
    yield from lint_ladders(actors(), ladders())
    if not generate.is_current():
        yield error(
            "terms.py", "The file is out of date; run python -m hedgerow.ontology.generate."
        )
