"""Whatever a command prints, on standard output or error, is text and only text."""

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.questions.library import questions
from tests.hostile.conftest import Run
from tests.hostile.harmless import assert_no_formulas, assert_quiet, read_json

ARGUMENTS = {"a": "VNM", "b": "USA", "by": "2035", "among": "ASEAN", "day": "2023-09-10"}
ARGUMENTS["from"] = "2021"
BY_ID = [name for name, each in questions().items() if each.parameters[0].kind == "edge"]
BY_DOCUMENT = [name for name, each in questions().items() if each.parameters[0].kind == "document"]
QUESTIONS = sorted(questions().keys() - {*BY_ID, *BY_DOCUMENT})
COMMANDS = (
    ("hedging", "VNM", "--between", "USA,CHN", "--no-range", "--no-progress"),
    ("hedging", "VNM", "--between", "USA,CHN", "--why", "--no-range", "--no-progress"),
    ("brief", "VNM", "--since", "2020", "--no-progress"),
    ("sparql", "SELECT ?s ?p ?o { ?s ?p ?o FILTER(isLiteral(?o)) }", "--limit", "900"),
    ("rate", "--list"),
)
PRINTED = (
    ("timeline", "VNM", "--as", "table"),
    ("timeline", "VNM", "--as", "json"),
    ("timeline", "VNM", "--as", "jsonld"),
    ("timeline", "VNM", "--as", "csv"),
    ("timeline", "VNM", "--as", "md"),
    ("timeline", "VNM", "--as", "ics", "--all"),
    ("timeline", "VNM", "--as", "html"),
    ("timeline", "VNM", "--as", "svg"),
    ("timeline", "VNM", "--as", "gexf"),
    ("timeline", "VNM", "--as", "graphml"),
    ("timeline", "VNM", "--as", "timelinejs"),
    ("brief", "VNM", "--since", "2020", "--as", "txt", "--no-progress"),
    ("brief", "VNM", "--since", "2020", "--as", "md", "--no-progress"),
    ("dossier", "VNM", "--as", "txt", "--no-progress"),
    ("dossier", "VNM", "--as", "md", "--no-progress"),
)


def arguments_of(name: str) -> list[str]:
    asked = questions()[name].parameters
    return [f"{each.name}={ARGUMENTS[each.name]}" for each in asked if each.name in ARGUMENTS]


def check(run: Run, *command: str) -> None:
    """A command in each format for rows: quiet, and read back by others."""
    table = run(*command)
    assert table.code == 0, table.err
    assert_quiet(table.out + table.err)
    told = run(*command, "--format", "json")
    read_json(told.out)
    assert_quiet(told.err)
    cells = run(*command, "--format", "csv")
    assert_quiet(cells.out.replace("\r", "") + cells.err)
    assert_no_formulas(cells.out)


@pytest.mark.parametrize("name", QUESTIONS)
def test_answers_are_text_only(run: Run, name: str) -> None:
    check(run, "ask", name, *arguments_of(name))


@pytest.mark.parametrize("name", [*BY_ID, *BY_DOCUMENT])
def test_answers_on_one_edge_or_document_are_text_only(run: Run, store: object, name: str) -> None:
    with Store.read(store) as snapshot:  # type: ignore[arg-type]
        found = snapshot.documents() if name in BY_DOCUMENT else snapshot.events()
        ids = sorted(each.id for each in found)
    for each in ids[::9]:
        ran = run("ask", name, each)
        assert ran.code == 0, ran.err
        assert_quiet(ran.out + ran.err)
    check(run, "ask", name, ids[0])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_rows_are_text_only(run: Run, command: tuple[str, ...]) -> None:
    check(run, *command)


@pytest.mark.parametrize("command", PRINTED, ids=" ".join)
def test_what_is_printed_is_text_only(run: Run, command: tuple[str, ...]) -> None:
    ran = run(*command)
    assert ran.code == 0, ran.err
    assert_quiet(ran.out.replace("\r\n", "\n") + ran.err)
