import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FIELDS = """
claim document source id published type directed actors status stage phase date date_end
date_precision date_basis level from_level ladder item place attributes attributed_to quote
start end confidence engine rule flags
"""


def test_a_pipe_gets_one_json_object_a_claim_with_the_fields_of_the_contract(
    run: Run, article: Path
) -> None:
    ran = run("extract", article)
    claims = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert {claim["type"] for claim in claims} == {"visit", "arms_deal", "partnership_upgrade"}
    for claim in claims:
        assert list(claim) == FIELDS.split()
        assert claim["published"] == "2025-11-05"
        assert [list(actor) for actor in claim["actors"]] == [["id", "role", "text", "person"]] * 2
    positions = [(claim["start"], claim["claim"]) for claim in claims]
    assert positions == sorted(positions)


def test_the_texts_that_offsets_refer_to_can_be_printed(run: Run, article: Path) -> None:
    (text,) = [json.loads(line) for line in run("extract", "--text", article).out.splitlines()]
    for line in run("extract", article).out.splitlines():
        claim = json.loads(line)
        assert text["document"] == claim["document"]
        assert text["text"][claim["start"] : claim["end"]] == claim["quote"]


def test_claims_that_a_tie_exists_come_only_on_request(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "holds.txt"
    path.write_text("Indonesia is a comprehensive strategic partner of China.", encoding="utf-8")
    assert run("extract", path).out == ""
    (claim,) = [json.loads(line) for line in run("extract", "--holds", path).out.splitlines()]
    assert (claim["type"], claim["phase"]) == ("partnership_upgrade", "holds")


def test_cards_say_the_status_in_words_and_give_the_sentence(run: Run, article: Path) -> None:
    out = run("extract", "--cards", article).out
    assert "Russia → Vietnam" in out
    assert "talks" in out
    assert "is in talks to buy" in " ".join(out.split())


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    article = io.BytesIO(b"The president of France visited Serbia.")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(article))
    (line,) = run("extract", "-").out.splitlines()
    assert json.loads(line)["type"] == "visit"


def test_control_characters_of_an_article_never_reach_the_terminal(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes("The president of France \x1b[31mvisited\x1b[0m Serbia.\u202e".encode())
    assert "\x1b[31m" not in run("extract", "--cards", path).out


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 50, "text"),
        ("broken.jsonl", b'{"text": "ok"\n', "broken.jsonl:1"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_the_rest_is_read(
    run: Run, article: Path, name: str, content: bytes, says: str
) -> None:
    bad = article.parent / name
    bad.write_bytes(content)
    ran = run("extract", bad, article)
    assert ran.code == 1
    assert ran.out.count("\n") == 3
    (line,) = [line for line in ran.err.splitlines() if name in line]
    assert says in line


def test_nothing_usable_is_exit_code_three(run: Run) -> None:
    ran = run("extract", "missing.txt")
    assert ran.code == 3
    assert "missing.txt" in ran.err
    assert "Traceback" not in ran.err


def test_how_a_claim_was_read_is_explained_on_request(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "date 2024-05-06\n\nPeru's President Juan Salas plans to visit Ghana on Friday.",
        encoding="utf-8",
    )
    (line,) = run("extract", "--explain", path).out.splitlines()
    told = json.loads(line)["explanation"]
    assert all("visit" in vote["words"] for vote in told["votes"])
    assert [(actor["id"], actor["found"]) for actor in told["actors"]] == [
        ("PER", "a person in office"),
        ("GHA", "a name"),
    ]
    assert {"cue": "planned", "words": "plans"} in told["cues"]
    assert "Friday" in told["date_words"]
    card = run("extract", "--explain", "--cards", path).out
    assert "“plans” (planned)" in card
