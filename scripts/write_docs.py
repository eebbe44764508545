"""Write the pages in docs/ that the ontology, weights, the model of Neo4j and questions give.

    python scripts/write_docs.py [--check]

With `--check` nothing is written; it fails where a page is not what the data says.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from hedgerow.ontology.ladders import ladders
from hedgerow.ontology.vocabulary import TieType, vocabulary
from hedgerow.queries.questions.header import Question
from hedgerow.queries.questions.library import questions
from scripts.export_page import export_page
from scripts.neo4j_page import model_page, style_sheet
from scripts.weights_page import weights_page

DOCS = Path(__file__).parents[1] / "docs"


def ties_page() -> str:
    """Every type of tie, its definition and fields; statuses and ladders."""
    return "\n".join([*_intro(), *_types(), *_statuses(), *_ladders()]) + "\n"


def _intro() -> Iterator[str]:
    yield "# Types of ties"
    yield ""
    yield "Written from the ontology; edit `hedgerow/ontology/data`, not this page."
    yield ""


def _types() -> Iterator[str]:
    for tie in sorted(vocabulary().tie_types.values(), key=lambda tie: (tie.family, tie.name)):
        yield f"## {tie.name}"
        yield ""
        yield f"{tie.definition} {tie.scope_note}"
        yield ""
        yield f"- {_direction(tie)}; family {tie.family}{_effect(tie)}"
        yield f"- attributes: {', '.join(tie.attributes) or 'none'}"
        yield f"- two dated claims within {tie.window} days can tell one event"
        yield f"- weight {tie.weight:g}: {tie.weight_rationale}"
        yield f"- CAMEO {', '.join(tie.cameo) or 'none'}; PLOVER {', '.join(tie.plover) or 'none'}"
        yield ""


def _direction(tie: TieType) -> str:
    return f"{tie.roles[0]} → {tie.roles[1]}" if tie.directed else "symmetric"


def _effect(tie: TieType) -> str:
    return f"; {tie.effect} a tie of kind {tie.kind}" if tie.kind else ""


def _statuses() -> Iterator[str]:
    yield "## Statuses"
    yield ""
    yield "| status | standing |"
    yield "|---|---|"
    for status in vocabulary().statuses.values():
        yield f"| {status.name} | {status.standing} |"
    yield ""


def _ladders() -> Iterator[str]:
    yield "## Ladders"
    yield ""
    yield "Levels are never compared by name across ladders."
    yield ""
    for ladder in ladders().values():
        rungs = ", ".join(f"{rung.label} ({rung.rank or 'unranked'})" for rung in ladder.rungs)
        yield f"- **{ladder.id}** ({ladder.order.replace('_', ' ')}): {rungs}"


def questions_page() -> str:
    """Every question with its parameters and columns."""
    lines = [
        "# Questions",
        "",
        "Written from the headers in `hedgerow/queries/library`; edit those, not this page. A new",
        "question is a new file there: a header of comment lines, and below it a query in SPARQL",
        "with a `$name` for each parameter, or nothing where a function of the same name in",
        "`hedgerow/queries/answers` finds the rows. Parameters are checked and bound as terms,",
        "never as text.",
        "",
    ]
    for question in questions().values():
        lines += _question(question)
    return "\n".join(lines) + "\n"


def _question(question: Question) -> Iterator[str]:
    yield f"## {question.name}"
    yield ""
    yield question.description
    yield ""
    if question.example:
        yield f"    hedgerow ask {question.name} {question.example}"
        yield ""
    if question.behind:
        yield f"The sentences behind its numbers: `hedgerow {question.behind}`"
        yield ""
    for parameter in question.parameters:
        default = f", default {parameter.default}" if parameter.default else ""
        need = "" if parameter.required else " (optional)"
        yield f"- `{parameter.name}`{need}: {parameter.description}{default}"
    yield ""
    yield "| column | what |"
    yield "|---|---|"
    for column in question.columns:
        yield f"| {column.name} | {column.description} |"
    yield ""


def main(arguments: list[str]) -> int:
    """Write or check the pages; 1 where a check finds a page that is not up to date."""
    stale = 0
    pages = {
        "ties.md": ties_page(),
        "questions.md": questions_page(),
        "weights.md": weights_page(),
        "neo4j-model.md": model_page(),
        "neo4j-style.grass": style_sheet(),
        "export.md": export_page(),
    }
    for name, text in pages.items():
        path = DOCS / name
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.stderr.write(f"{path.name} is not up to date; run: make docs\n")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
