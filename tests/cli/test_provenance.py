"""From every number, row, line or calendar entry that is given out to a sentence in the store."""

import csv
import io
import json
import re
import shlex
import zipfile
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.questions.library import questions
from tests.cli.conftest import Run
from tests.queries.making import vietnam

ID = re.compile(r"(?:event|tie|claim)/[0-9a-f]{32}")
SHORT = re.compile(r"\b(?:event|tie|claim)/[0-9a-f]{8}\b")
POINTING = ("gexf", "graphml", "ics", "json", "jsonld", "svg", "xlsx", "csv")
QUOTING = ("csv", "docx", "html", "ics", "json", "jsonld", "md", "timelinejs", "xlsx")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store where commands look for it."""
    path = tmp_path / "hedgerow.store"
    with Store.open(path) as made:
        made.add([article.item() for article in vietnam()])
    return path


def text_of(content: bytes) -> str:
    """What a file says; parts of packed ones one after the other, folded lines unfolded."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(
                packed.read(name).decode("utf-8", "replace") for name in packed.namelist()
            )
    return content.decode("utf-8", "replace").replace("\r\n ", "").replace("\n ", " ")


def sentences(store: Path, ids: set[str]) -> set[str]:
    """The quotes behind some ids, each checked to stand in the text of its document."""
    found = set()
    with Store.read(store) as snapshot:
        for id_ in ids:
            rows = ask(snapshot, "evidence", {"id": id_}).rows
            assert rows, id_
            for row in rows:
                text = snapshot.document(str(row["document"])).text
                assert text[int(str(row["start"])) : int(str(row["end"]))] == row["quote"]
                found.add(str(row["quote"]))
    return found


def quoted(store: Path, told: str) -> set[str]:
    """The sentences of the store that a text quotes word for word."""
    with Store.read(store) as snapshot:
        quotes = {each.quote for each in snapshot.claims()}
    plain = re.sub(r"\s+", " ", told.replace("&#39;", "'").replace("\\u2019", "’"))
    return {each for each in quotes if each in plain or each.replace("'", "&#x27;") in plain}


@pytest.mark.parametrize("form", POINTING)
def test_every_entry_of_a_timeline_leads_to_sentences_by_its_id(
    run: Run, store: Path, form: str
) -> None:
    told = run("timeline", "VNM", "--as", form, "-o", f"line.{form}", "--all")
    if told.code == 2:  # --all is for calendars
        assert run("timeline", "VNM", "--as", form, "-o", f"line.{form}").code == 0
    ids = set(ID.findall(text_of(Path(f"line.{form}").read_bytes())))
    with Store.read(store) as snapshot:
        dated = {each.id for each in snapshot.events(actors=["VNM"]) if each.date}
    assert ids & dated
    assert sentences(store, ids)


@pytest.mark.parametrize("form", QUOTING)
def test_a_timeline_quotes_its_sentences_word_for_word(run: Run, store: Path, form: str) -> None:
    run("timeline", "VNM", "--as", form, "-o", f"line.{form}")
    assert quoted(store, text_of(Path(f"line.{form}").read_bytes()))


def test_a_line_of_a_table_leads_to_its_sentences_by_the_first_digits_of_its_id(
    run: Run, store: Path
) -> None:
    assert sentences(store, set(SHORT.findall(run("timeline", "VNM").out)))


def test_a_picture_says_how_to_get_to_the_sentences(run: Run, store: Path) -> None:
    run("timeline", "VNM", "USA", "--as", "png", "-o", "line.png")
    found = re.search(rb"hedgerow (timeline [A-Z ]+--as json)", Path("line.png").read_bytes())
    assert found is not None
    rows = run(*shlex.split(found[1].decode())).out
    assert sentences(store, set(ID.findall(rows)))


@pytest.mark.parametrize("form", ["html", "md", "docx"])
@pytest.mark.parametrize("page", [("dossier", "VNM", "--between", "USA,CHN"), ("brief", "VNM")])
def test_a_report_quotes_the_sentences_of_its_lines(
    run: Run, store: Path, page: tuple[str, ...], form: str
) -> None:
    since = ("--since", "2000") if page[0] == "brief" else ()
    assert run(*page, *since, "-o", f"page.{form}").code == 0
    assert len(quoted(store, text_of(Path(f"page.{form}").read_bytes()))) >= 5


def test_the_network_page_quotes_the_sentences_of_its_edges(run: Run, store: Path) -> None:
    assert run("network", "VNM", "-o", "page.html").code == 0
    assert len(quoted(store, text_of(Path("page.html").read_bytes()))) >= 5


@pytest.mark.parametrize("name", sorted(each for each in questions() if each != "rests_on"))
def test_every_answer_leads_to_sentences(run: Run, store: Path, name: str) -> None:
    """By an id, quote or document in each row, else by the command that the answer names."""
    asked = questions()[name]
    if asked.parameters[0].kind == "edge":
        with Store.read(store) as snapshot:
            example = [next(snapshot.events()).id]
    else:
        example = shlex.split(asked.example)
    out = run("ask", name, *example, "--format", "json").out
    told = run("ask", name, *example).out
    kinds = {column.kind for column in asked.columns}
    if asked.behind:
        assert not kinds & {"id", "ids"}, "rows with ids need no command beside them"
        assert "sentences behind it: hedgerow" in re.sub(r"\s+", " ", told)
    else:
        assert kinds & {"id", "ids"}, "rows need ids, or the header a line `behind`"
        ids = [column.name for column in asked.columns if column.kind in {"id", "ids"}]
        for row in json.loads(out):
            assert any(row[each] for each in ids) or not row.get("moves")
        sentences(store, set(ID.findall(out)))


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("partners", ("VNM",)),
        ("strengths", ("VNM",)),
        ("lean", ("VNM",)),
        ("neighbours", ("USA", "RUS")),
        ("suppliers", ("VNM",)),
        ("engagement", ("ASEAN",)),
        ("concentration", ("VNM",)),
    ],
)
def test_the_command_behind_a_number_gives_its_sentences(
    run: Run, store: Path, name: str, given: tuple[str, ...]
) -> None:
    rows = json.loads(run("ask", name, *given, "--format", "json").out)
    assert rows
    told = re.sub(r"\s+", " ", run("ask", name, *given).out)
    command = told.rpartition("sentences behind it: hedgerow ")[2].strip()
    for column, value in rows[0].items():
        command = command.replace(column.upper(), str(value))
    ran = run(*shlex.split(command))
    assert ran.code == 0, ran.err
    assert quoted(store, ran.out) or sentences(store, set(SHORT.findall(ran.out)))


def test_hedging_leads_from_each_number_to_the_edges_behind_it(run: Run, store: Path) -> None:
    rows = json.loads(run("hedging", "VNM", "--why", "--format", "json").out)
    assert {row["with"] for row in rows} == {"USA", "CHN"}
    for row in rows:
        assert row["quote"] in sentences(store, {row["id"]})
    told = run("hedging", "VNM", "--why").out
    assert sentences(store, set(SHORT.findall(told)))


@pytest.mark.parametrize("form", ["nq", "ttl", "trig", "jsonld", "graphml", "gexf", "csv"])
def test_every_export_leads_to_sentences_by_id(run: Run, store: Path, form: str) -> None:
    assert run("export", form, "-o", f"graph.{form}").code == 0
    told = Path(f"graph.{form}").read_text("utf-8")
    with Store.read(store) as snapshot:
        edges = {one.id for one in snapshot.events()} | {one.id for one in snapshot.ties()}
    assert edges <= set(ID.findall(re.sub(r"\b(event|tie):(?=[0-9a-f]{32})", r"\1/", told)))
    assert len(quoted(store, told.replace('\\"', '"'))) >= 5


def test_a_row_of_a_brief_leads_to_its_sentences(run: Run, store: Path) -> None:
    rows = csv.DictReader(
        run("brief", "VNM", "--since", "2000", "--format", "csv").out.splitlines()
    )
    for row in rows:
        assert row["quote"] in sentences(store, {row["id"]})
