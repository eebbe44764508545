import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run

HEADER = "article,type,actors,status,stage,date,level,required,quote"
VISIT = "article.txt,visit,USA;VNM,occurred,,2025-11-02,,yes,visited Hanoi"
TALKS = "article.txt,arms_deal,RUS;VNM,talks,,,,yes,is in talks to buy"
UPGRADE = (
    "article.txt,partnership_upgrade,JPN;VNM,agreed,,2023,comprehensive_strategic,yes,"
    "raised their ties"
)
CALL = "article.txt,call,CHN;VNM,occurred,,,,yes,U.S. Defense Secretary Peter Olmstead"
Gold = Callable[..., Path]


@pytest.fixture
def gold(tmp_path: Path, article: Path) -> Gold:
    """A folder with the article of these tests and a table of rows."""

    def _write(*rows: str) -> Path:
        folder = tmp_path / "gold"
        folder.mkdir()
        article.rename(folder / "article.txt")
        (folder / "gold.csv").write_text("\n".join([HEADER, *rows]), encoding="utf-8")
        return folder

    return _write


def claims(tmp_path: Path, *told: tuple[str, str, str], quote: str = "") -> Path:
    """A file of claims: type, actors, status."""
    file = tmp_path / "claims.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for type_, actors, status in told:
            parties = [{"id": code} for code in actors.split()]
            record = {"source": "article.txt", "type": type_, "actors": parties, "status": status}
            out.write(json.dumps(record | {"quote": quote}) + "\n")
    return file


def test_the_engines_are_scored_on_annotated_articles(run: Run, gold: Gold) -> None:
    ran = run("evaluate", gold(VISIT, TALKS, UPGRADE), "--json")
    told = json.loads(ran.out)
    assert ran.code == 0
    assert told["overstated"] == []
    assert (told["pairs"]["tp"], told["pairs"]["f1"]) == (3, 1.0)
    assert told["status"] == {"exact": 3}


def test_the_worst_figure_comes_first_and_the_report_fits_the_terminal(
    run: Run, gold: Gold, tmp_path: Path
) -> None:
    file = claims(tmp_path, ("arms_deal", "RUS VNM", "signed"), quote="is in talks to buy")
    ran = run("evaluate", gold(VISIT, TALKS), "--claims", file, "--errors")
    first, second = ran.out.splitlines()[:2]
    assert first.startswith("emitted as concluded, but are not: 1 of 1 ")
    assert "article.txt: arms_deal RUS → VNM, talks" in second
    assert "is in talks to buy" in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_errors_are_listed_on_request(run: Run, gold: Gold, tmp_path: Path) -> None:
    folder = gold(VISIT, CALL)
    file = claims(tmp_path, ("visit", "VNM USA", "planned"))
    assert "== misses" not in run("evaluate", folder, "--claims", file).out
    out = run("evaluate", folder, "--claims", file, "--errors").out
    assert "== misses: 2" in out
    assert "emitted: nothing on this pair or in these words" in out
    assert "== false edges: 1" in out
    assert "errors" not in json.loads(run("evaluate", folder, "--claims", file, "--json").out)
    told = json.loads(run("evaluate", folder, "--claims", file, "--json", "--errors").out)
    assert len(told["errors"]["misses"]) == 2


def test_what_an_article_says_cannot_act_on_the_terminal(
    run: Run, gold: Gold, tmp_path: Path
) -> None:
    file = claims(tmp_path, ("call", "CHN RUS", "occurred"), quote="\x1b[31mred\x1b[0m \u202e")
    out = run("evaluate", gold(VISIT), "--claims", file, "--errors").out
    assert "red" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_gate_fails_with_a_sentence(run: Run, gold: Gold, tmp_path: Path) -> None:
    file = claims(tmp_path, ("arms_deal", "RUS VNM", "signed"))
    folder = gold(VISIT, TALKS)
    passed = run("evaluate", folder, "--claims", file, "--floor", "0.6", "--most-overstated", "1")
    assert (passed.code, passed.err) == (0, "")
    low = run("evaluate", folder, "--claims", file, "--floor", "0.7")
    assert low.code == 1
    assert "F1 of pairs is 0.667, below the floor of 0.700" in low.err
    worse = run("evaluate", folder, "--claims", file, "--most-overstated", "0")
    assert worse.code == 1
    assert "overstated matters: 1, allowed: 0" in worse.err


def test_two_annotators_are_compared(run: Run, gold: Gold, tmp_path: Path) -> None:
    second = tmp_path / "second.csv"
    second.write_text("\n".join([HEADER, VISIT, CALL]), encoding="utf-8")
    folder = gold(VISIT, TALKS)
    out = run("evaluate", folder, "--second", second).out
    assert "alpha of types over 3 units: " in out
    told = json.loads(run("evaluate", folder, "--second", second, "--json").out)
    assert (told["pairs"]["f1"], told["matched"]) == (0.5, 1)


def test_plover_gives_figures_and_never_a_text(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    record = {
        "text": "The president of France visited Serbia.",
        "code": "CONSULT",
        "source_code": ["FRA:GOV"],
        "target_code": ["SRB"],
        "reciprocal": False,
    }
    file.write_text(json.dumps(record) + "\n", encoding="utf-8")
    out = run("evaluate", "--plover", file).out
    assert "1 records in 1 texts" in out
    assert "president" not in out
    told = json.loads(run("evaluate", "--plover", file, "--json").out)
    assert told["both"]["tp"] == 1
    assert "president" not in json.dumps(told)
    assert run("evaluate", "--plover", file, "--errors").code == 2


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            VISIT.replace("visit,", "vist,"),
            "gold.csv, row 2: There is no type of tie called 'vist'",
        ),
        (VISIT.replace("article.txt", "x.txt"), "row 2: there is no article 'x.txt'"),
        (
            VISIT.replace("visited Hanoi", "went home"),
            "row 2: the quote 'went home' does not stand",
        ),
    ],
)
def test_a_wrong_row_is_one_sentence(run: Run, gold: Gold, row: str, says: str) -> None:
    ran = run("evaluate", gold(row))
    assert ran.code == 3
    assert says in ran.err
    assert ran.out == ""


def test_a_call_without_a_folder_or_with_what_does_not_fit_says_so(run: Run, gold: Gold) -> None:
    assert "name a folder" in run("evaluate").err
    folder = gold(VISIT)
    (folder / "gold.csv").unlink()
    ran = run("evaluate", folder)
    assert (ran.code, "write the gold rows into it" in ran.err) == (3, True)
    assert run("evaluate", folder, "--claims", "x", "--engine", "patterns").code == 2


def test_what_rules_got_right_is_written_for_confidence_to_rest_on(
    run: Run, gold: Gold, tmp_path: Path
) -> None:
    file = tmp_path / "confidence.yaml"
    ran = run("evaluate", gold(VISIT, TALKS), "--history", file)
    assert ran.code == 0
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    seen = [counts for ways in content["history"].values() for counts in ways.values()]
    # Two matters of the three that the article tells are in gold.
    assert sum(right for right, _ in seen) == 2
    assert sum(wrong for _, wrong in seen) == 1
    assert all(factor > 0 for factor in content["factors"].values())
