import json
from pathlib import Path
from typing import Any

import pytest

from hedgerow.errors import NothingDone
from hedgerow.loaders.evaluation import evaluate, read_claims, read_gold, run
from tests.loaders.evaluation.conftest import Write

CLAIM = {
    "source": "elsewhere/a.txt",
    "type": "visit",
    "actors": [{"id": "KEN"}, {"id": "RWA"}],
    "status": "occurred",
}


def claims(folder: Path, *records: dict[str, Any] | str) -> Path:
    file = folder.parent / "claims.jsonl"
    lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_another_tool_needs_to_give_little(folder: Write) -> None:
    path = folder()
    articles = read_gold([path])
    emitted, others = read_claims(claims(path, CLAIM), articles)
    (edge,) = emitted["a.txt"]
    assert (edge.type, edge.actors, edge.confidence, edge.span) == (
        "visit",
        ("KEN", "RWA"),
        1.0,
        None,
    )
    assert others == 0
    assert evaluate(articles, emitted).pairs.counts.tp == 1


def test_what_holds_and_what_is_about_other_articles_is_left_out(folder: Write) -> None:
    path = folder()
    file = claims(path, CLAIM | {"phase": "holds"}, CLAIM | {"source": "c.txt"})
    emitted, others = read_claims(file, read_gold([path]))
    assert not emitted["a.txt"]
    assert others == 1


def test_a_claim_is_placed_by_its_quote_whatever_line_ends_it_holds(folder: Write) -> None:
    path = folder()
    quote = "will sign\u2028six agreements"
    (article, _) = articles = read_gold([path])
    (edge,) = read_claims(claims(path, CLAIM | {"quote": quote}), articles)[0]["a.txt"]
    assert edge.span == article.rows[1].span


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (CLAIM | {"type": "vist"}, "did you mean visit?"),
        (CLAIM | {"actors": [{"id": "KEN"}]}, "two different actors"),
        (CLAIM | {"date": "soon"}, "not a date"),
        (CLAIM | {"confidence": 7}, "confidence"),
        ({"source": "a.txt"}, "type: Field required"),
        ("{", "line 2"),
    ],
)
def test_a_record_that_cannot_be_used_is_named_by_its_line(
    folder: Write, record: dict[str, Any] | str, says: str
) -> None:
    path = folder()
    with pytest.raises(NothingDone, match="line 2") as raised:
        read_claims(claims(path, CLAIM, record), read_gold([path]))
    assert says in str(raised.value)


def test_our_own_engines_are_run_on_every_article(folder: Write) -> None:
    seen: list[int] = []
    articles = read_gold([folder(name="one"), folder(name="two")])
    emitted = run(articles, advance=seen.append)
    assert [each.type for each in emitted["one/a.txt"]] == [
        each.type for each in emitted["two/a.txt"]
    ]
    assert "visit" in {each.type for each in emitted["one/a.txt"]}
    assert emitted["one/b.txt"] == []
    assert seen == [1, 2]
