"""Who may see what: no output shows more than --max-handling allows, and each carries its mark."""

import csv
import io
import shlex
import zipfile
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.ratings import Rating
from hedgerow.graph.records import Claim, Document, Judgement
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.asking import ask
from hedgerow.queries.questions.library import questions
from hedgerow.queries.questions.parameters import named_arguments
from tests.cli.conftest import Run
from tests.graph.articles import claim, document
from tests.queries.making import Article, vietnam

RED, GREEN = "TLP:RED", "TLP:GREEN"
SECRET = "Quetzal"  # noqa: S105  a bird
"""Stands in whatever the restricted document says, and nowhere else."""
TIMELINES = (
    *("csv", "docx", "gexf", "graphml", "html", "ics", "json", "jsonld", "md", "svg"),
    *("timelinejs", "xlsx"),
)
NAMING_IDS = ("evidence", "readouts")
"""Questions whose examples name an edge of other stores."""
EXPORTS = ("nq", "ttl", "trig", "jsonld", "csv", "graphml", "gexf")
OUTPUTS = [
    *(f"timeline VNM --as {form} {'--all ' if form == 'ics' else ''}-o OUT" for form in TIMELINES),
    "timeline VNM",
    "timeline VNM USA",
    "hedging VNM --no-range",
    "hedging VNM --why --no-range",
    "hedging VNM --why --no-range -f json",
    "hedging VNM --no-range -f csv",
    "network -o OUT.html",
    "network VNM USA -o OUT.html",
    *(f"brief VNM --since 2000-01-01 --as {form}" for form in ("html", "md")),
    "brief VNM --since 2000-01-01 -o OUT.docx",
    "brief VNM --since 2000-01-01",
    "brief VNM --since 2000-01-01 --by recorded --format csv",
    "brief VNM --since 2000-01-01 --format json",
    *(f"dossier VNM --since 2025 --as {form}" for form in ("html", "md")),
    "dossier VNM --since 2025 -o OUT.docx --citations OUT.ris",
    "dossier VNM --since 2025 --citations OUT.json",
    *(f"export {form} -o OUT.{form}" for form in EXPORTS),
    "export nq --with-ledger -o OUT",
    "export ttl --texts -o OUT",
    "export csv -o OUT.zip --texts",
    "export parquet -o OUT.zip",
    "export csv --about VNM -o OUT.csv",
]


def restricted(mark: str | None = RED) -> tuple[Document, list[Claim]]:
    """A document that says the one thing which nobody else says, with its mark."""
    document, claims = (
        Article("2025-10-01", f"{SECRET} Cables", f"{SECRET} talks", f"https://{SECRET}.example/1")
        .says(
            f"Vietnam and the United States signed the {SECRET} pact on 30 September 2025.",
            *("defence_agreement", "VNM USA", "signed"),
            date="2025-09-30",
            item=f"{SECRET} pact",
        )
        .item()
    )
    places = tuple(replace(each, handling=mark) for each in document.appearances)
    return replace(document, appearances=places), claims


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one restricted document among others."""
    path = tmp_path_factory.mktemp("marked") / "hedgerow.store"
    with Store.open(path) as opened:
        opened.add([each.item() for each in vietnam()])
        opened.add([restricted()])
        document = restricted()[0].id
        opened.rate(Rating(document, "mai", "2025-10-02T00:00:00Z", f"{SECRET}: true", "B", "2"))
        decide_on_it(opened)
    return path


def decide_on_it(store: Store) -> None:
    """Have people take the secret into their notes: all of it is undone, and counts no more."""
    note, (told,) = f"the {SECRET} cable says so", restricted()[1]
    wording = {"text": f"{SECRET} Group", "code": "VNM"}
    rejected = Judgement("reject", (told.id,), "mai", "2025-10-02T00:00:00Z", note)
    meant = Judgement("same_actor", (), "mai", "2025-10-03T00:00:00Z", note, wording)
    store.judge(rejected, meant)
    for each in (rejected, meant):
        store.judge(Judgement("undo", (), "mai", "2025-10-04T00:00:00Z", note, undoes=each.id))


def written(folder: Path, out: str) -> str:
    """All that a command told, whatever it packs it in; the store left out."""
    told = [out]
    for path in sorted(folder.glob("OUT*")):
        if not zipfile.is_zipfile(path):
            told.append(path.read_text("utf-8", errors="replace"))
            continue
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                content = package.read(name)
                is_table = name.endswith(".parquet")
                table = pq.read_table(io.BytesIO(content)) if is_table else None
                told.append(
                    str(table.to_pylist())
                    if table is not None
                    else content.decode(errors="replace")
                )
    return " ".join("\n".join(told).replace("\\", "").casefold().split())


@pytest.mark.parametrize("command", OUTPUTS)
def test_a_restricted_sentence_is_in_no_output_with_max_handling_and_marks_all_others(
    command: str, run: Run, tmp_path: Path, store: Path
) -> None:
    words = [*shlex.split(command), "--store", store]
    shown = run(*words, "--max-handling", GREEN)
    assert shown.code == 0, shown.err
    assert SECRET.casefold() not in written(tmp_path, f"{shown.out}\n{shown.err}")
    assert RED.casefold() not in written(tmp_path, shown.out)
    if "--format" not in command:
        assert "1 document with a stricter mark" in written(tmp_path, f"{shown.out}\n{shown.err}")

    for path in tmp_path.glob("OUT*"):
        path.unlink()
    whole = run(*words)
    assert whole.code == 0, whole.err
    told = written(tmp_path, whole.out)
    assert RED.casefold() in told
    if "hedging" not in command or "--why" in command:
        assert SECRET.casefold() in told


def test_no_question_tells_a_restricted_sentence(store: Path) -> None:
    with Store.read(store) as snapshot:
        shown = viewed(snapshot, View(handling=GREEN)).snapshot
        for question in questions().values():
            if question.example and question.name not in NAMING_IDS:
                given = named_arguments(question, shlex.split(question.example))
                assert SECRET not in str(ask(shown, question.name, given)), question.name
        for document in (restricted()[0].id,):
            with pytest.raises(UsageError):
                shown.document(document)


def test_an_answer_that_rests_on_a_restricted_document_says_so(run: Run, store: Path) -> None:
    record = ("ask", "record", "VNM", "USA", "--store", store)
    rows = csv.DictReader(io.StringIO(run(*record, "-f", "csv").out))
    marks = {row["item"]: row["handling"] for row in rows}
    assert marks[f"{SECRET} pact"] == RED
    assert f"Handling: {RED}." in run(*record).out


def test_what_a_sync_would_write_leaves_out_restricted_documents(store: Path) -> None:
    with Store.read(store) as snapshot:
        shown = viewed(snapshot, View(handling=GREEN)).snapshot
        assert shown.identity == snapshot.identity
        assert SECRET not in str(list(shown.nodes()))
        assert SECRET in str(list(snapshot.nodes()))


def test_a_mark_with_no_place_in_the_order_counts_as_the_strictest(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path / "hedgerow.store") as opened:
        opened.add([each.item() for each in vietnam()])
        opened.add([restricted("Desk only")])
    assert SECRET not in run("timeline", "VNM", "--as", "md", "--max-handling", RED).out
    order = tmp_path / "order.txt"
    order.write_text("open\nDesk only\nTLP:RED\n", encoding="utf-8")
    monkeypatch.setenv("HEDGEROW_HANDLING", str(order))
    assert SECRET in run("timeline", "VNM", "--as", "md", "--max-handling", RED).out
    assert SECRET not in run("timeline", "VNM", "--as", "md", "--max-handling", "open").out


def test_a_claim_rejected_before_it_was_read_anew_stays_rejected_with_a_limit() -> None:
    of = document("Vietnam hosted the American minister on Sunday.")
    old = claim(of, "visit", "USA VNM", date="2023-09-10")
    store = Store.open(None)
    store.add([(of, [old])])
    store.judge(Judgement("reject", (old.id,), "mai", "2025-01-01T00:00:00Z", "wrong"))
    store.reread([(of, [replace(old, confidence=0.9, place="Hanoi", engine="newer")])])
    assert not list(viewed(store, View(handling=GREEN)).snapshot.events())
    store.reread([(of, [])])
    assert viewed(store, View(handling=GREEN)).snapshot.judgements()


def test_a_rejection_of_what_two_documents_tell_holds_for_the_one_that_is_shown() -> None:
    of = document("Vietnam hosted the American minister on Sunday.")
    other, told = restricted()
    shown = claim(of, "visit", "USA VNM", date="2023-09-10")
    store = Store.open(None)
    store.add([(of, [shown]), (other, told)])
    both = (shown.id, told[0].id)
    store.judge(Judgement("reject", both, "mai", "2025-01-01T00:00:00Z", f"as {SECRET} has it"))
    found = viewed(store, View(handling=GREEN)).snapshot
    assert not list(found.events())
    assert [(one.claims, one.note) for one in found.judgements()] == [((shown.id,), None)]


def test_whom_a_wording_means_is_told_without_a_note_where_the_wording_is_met() -> None:
    of = document("The hosts received the American minister on Sunday.")
    met = claim(of, "visit", "USA VNM", date="2023-09-10")
    store = Store.open(None)
    store.add([(of, [met])])
    wording = {"text": "THE  vnm", "code": "CHN"}
    meant = Judgement("same_actor", (), "mai", "2025-01-01T00:00:00Z", SECRET, wording)
    store.judge(meant)
    found = viewed(store, View(handling=GREEN)).snapshot
    assert [one.note for one in found.judgements()] == [None]
    assert [one.actors for one in found.events()] == [one.actors for one in store.events()]
    store.judge(Judgement("undo", (), "mai", "2025-01-02T00:00:00Z", SECRET, undoes=meant.id))
    found = viewed(store, View(handling=GREEN)).snapshot
    assert {one.note for one in found.judgements()} == {None}
    assert [one.actors for one in found.events()] == [one.actors for one in store.events()]


def test_an_answer_without_rows_carries_the_strictest_mark_of_the_store(store: Path) -> None:
    with Store.read(store) as snapshot:
        found = ask(snapshot, "record", {"a": "BRA", "b": "KEN"})
        assert (found.rows, found.handling) == ((), RED)


def test_a_limit_that_nobody_knows_is_refused(run: Run, store: Path) -> None:
    found = run("timeline", "VNM", "--max-handling", "TLP:GREN", "--store", store)
    assert found.code == 2
    assert SECRET not in found.out
