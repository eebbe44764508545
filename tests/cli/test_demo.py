from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run


@pytest.fixture
def shown(run: Run) -> Ran:
    return run("demo")


def test_the_demo_answers_three_questions_and_names_what_it_wrote(shown: Ran) -> None:
    assert shown.code == 0
    out = " ".join(shown.out.split())
    assert "comprehensive strategic partnership" in out
    for block in ("delivered or signed", "talked about", "denied, contested or ended"):
        assert block in out
    assert "China - Cambodia: contested: base access" in out
    for path in Path("out").iterdir():
        assert path.name in shown.out + shown.err
    assert {path.suffix for path in Path("out").iterdir()} >= {".html", ".ics", ".csv"}
    assert shown.out.splitlines()[-1] == "Now yours: hedgerow extract FILE"


def test_no_plan_denial_or_report_stands_in_the_block_of_what_is_settled(shown: Ran) -> None:
    settled = shown.out.split("delivered or signed")[1].split("talked about")[0]
    for word in (", reported", ", talks", ", planned", ", denied"):
        assert word not in settled


def test_it_can_be_repeated(run: Run, shown: Ran) -> None:
    assert run("demo").out == shown.out
