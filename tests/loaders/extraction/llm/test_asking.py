"""Questions and answers: form, cache, budget, and giving up."""

import json
from pathlib import Path

import pytest

from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.extraction.llm.asking import MOST_FAILURES
from tests.loaders.extraction.llm.conftest import MakeModel, Reply, Server, verdicts, words

CONFIRM = {"number": 1, "verdict": "confirm"}


def test_an_answer_of_the_wrong_form_is_asked_for_once_more(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [words('{"verdicts": [{"number": "one"'), verdicts(CONFIRM)]
    model = make_model()
    assert model.review(document, claims, {})[0].confidence > claims[0].confidence
    assert (model.tally.asked, model.tally.failed.total()) == (2, 0)


@pytest.mark.parametrize(
    "reply",
    [
        words("no"),
        words("[]"),
        words('{"verdicts": [{"number": 1}]}'),
        words("{" * 5000),
        Reply(b""),
    ],
)
def test_then_it_is_counted_failed_and_the_claims_stand(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim], reply: Reply
) -> None:
    server.replies = [reply]
    model = make_model()
    assert model.review(document, claims, {}) == claims
    assert model.tally.failed == {"answer of the wrong form": 1}
    assert model.tally.asked == 2


def test_an_answer_in_a_fence_is_read(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [words(f"Here it is:\n```json\n{json.dumps({'verdicts': [CONFIRM]})}\n```")]
    model = make_model()
    model.review(document, claims, {})
    assert model.tally.made == {"confirmed": 1}


def test_a_cached_answer_costs_nothing_and_another_model_is_asked_anew(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [verdicts(CONFIRM)]
    first = make_model(key="s3cret").review(document, claims, {})
    again = make_model()
    assert again.review(document, claims, {}) == first
    assert (again.tally.asked, again.tally.cached) == (0, 1)
    assert len(server.asked) == 1
    again.review(document, claims[1:], {})
    assert len(server.asked) == 2


def test_a_corrupt_cache_is_written_anew_and_holds_no_key(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim], tmp_path: Path
) -> None:
    server.replies = [verdicts(CONFIRM)]
    make_model(key="s3cret").review(document, claims, {})
    (file,) = (tmp_path / "cache").iterdir()
    whole = file.read_bytes()
    assert b"s3cret" not in whole
    assert b"127.0.0.1" not in whole
    for broken in (b"", whole[:20], b'{"key": "x", "answer": "{}"}', b"\xff"):
        file.write_bytes(broken)
        make_model().review(document, claims, {})
        assert file.read_bytes() == whole
    assert list((tmp_path / "cache").iterdir()) == [file]


def test_a_cache_that_cannot_be_written_stops_nothing(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    server.replies = [verdicts(CONFIRM)]
    model = make_model(cache=tmp_path / "file")
    assert model.review(document, claims, {})[0].confidence > claims[0].confidence


def test_what_the_budget_leaves_over_is_counted_and_stands(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [verdicts(CONFIRM)]
    model = make_model(budget=1)
    model.review(document, claims, {})
    assert model.review(document, claims[1:], {}) == claims[1:]
    assert model.tally.unasked == 1
    assert "not asked 1; budget left 0" in model.tally.line()


def test_after_failures_in_a_row_it_is_left_alone(
    server: Server, make_model: MakeModel, document: Document, claims: list[Claim]
) -> None:
    server.replies = [Reply(b"", 401)]
    model = make_model()
    for number in range(MOST_FAILURES + 3):
        one = [claims[number % 3]]
        assert model.review(document, one, {}) == one
    assert len(server.asked) == MOST_FAILURES
    assert model.tally.unasked == 3
    assert "stopped asking" in model.tally.line()
    assert "server answered 401: 5" in model.tally.line()
