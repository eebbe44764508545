"""Write `terms.py`, the closed namespace of the ontology's terms, from the Turtle files.

`python -m hedgerow.ontology.generate` rewrites the file; with `--check` it fails if the file is
out of date.
"""

import sys
from pathlib import Path

from hedgerow.ontology.namespaces import HR_NS
from hedgerow.ontology.turtle import read_nodes

SOURCES = ("classes.ttl", "tie_types.ttl", "vocabulary.ttl")
TARGET = Path(__file__).with_name("terms.py")
HEAD = '''"""The terms of the ontology as RDF nodes, written by hedgerow.ontology.generate.

A term that the ontology does not declare raises AttributeError and fails mypy.
"""

from typing import Final

from pyoxigraph import NamedNode

_HR = "https://w3id.org/hedgerow/ontology#"


class HR:
    """Every class, property and individual of the `hr:` namespace by its local name."""

'''


def term_names() -> list[str]:
    """The local names of the terms that the ontology declares, in alphabetical order."""
    nodes = read_nodes(*SOURCES)
    return sorted(iri.removeprefix(HR_NS) for iri in nodes if iri.startswith(HR_NS))


def module_text() -> str:
    """The text that `terms.py` must have."""
    lines = (f'    {name}: Final = NamedNode(_HR + "{name}")\n' for name in term_names())
    return HEAD + "".join(lines)


def is_current() -> bool:
    """Whether `terms.py` is what the Turtle files give."""
    return TARGET.is_file() and TARGET.read_text(encoding="utf-8") == module_text()


def main(arguments: list[str]) -> int:
    """Write or check the file; the result is the exit code."""
    if "--check" not in arguments:
        TARGET.write_text(module_text(), encoding="utf-8")
        return 0
    if is_current():
        return 0
    sys.stderr.write("terms.py is out of date; run python -m hedgerow.ontology.generate.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
