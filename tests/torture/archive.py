"""What the operations work on: small made-up articles, tables and judgements."""

import json
from pathlib import Path

from hedgerow.graph.intake import Item
from hedgerow.graph.records import Judgement
from hedgerow.graph.tables_intake import Coming
from tests.graph.articles import article
from tests.graph.rows import batch as rows
from tests.graph.rows import row, table

BATCHES, EACH = 8, 3
PAIRS = ("RUS VNM", "CHN VNM", "USA VNM", "IND VNM")


def store(folder: Path) -> Path:
    """Where the store of a folder is."""
    return folder / "store"


def articles(batch: int) -> list[Item]:
    """The articles of a batch: they meet in few buckets, so that each changes what was there."""
    return [
        article(
            f"Report {batch}.{each}: officials met.",
            ("visit", "meeting", "defence_agreement")[each],
            PAIRS[(batch + each) % len(PAIRS)],
            ("occurred", "planned", "signed")[each],
            f"2023-0{batch % 9 + 1}-{10 + each}",
        )
        for each in range(EACH)
    ]


def everything() -> list[Item]:
    """The articles of all batches."""
    return [item for batch in range(BATCHES) for item in articles(batch)]


def table_of(number: int) -> Coming:
    """An event table of sixty rows."""
    told = [
        row("visit", PAIRS[each % len(PAIRS)], f"2024-0{number + 1}-{each % 28 + 1:02}")
        for each in range(60)
    ]
    return table(f"events{number}"), [rows(*told[:30]), rows(*told[30:], first=31)]


def judgement(number: int) -> Judgement:
    """An analyst's decision on a claim of a batch."""
    (_, claims) = articles(number % BATCHES)[number % EACH]
    decision = ("reject", "accept", "note")[number % 3]
    return Judgement(decision, (claims[0].id,), "An Analyst", f"2025-01-01T00:00:{number:02}Z")


def write_articles(folder: Path, number: int) -> None:
    """Articles as files that `hedgerow load` reads: JSON Lines and single ones."""
    folder.mkdir()
    for file in range(4):
        told = [_told(file * number + each) for each in range(number)]
        (folder / f"{file}.jsonl").write_text("\n".join(map(json.dumps, told)), encoding="utf-8")


def _told(number: int) -> dict[str, str]:
    day, month = number % 27 + 1, ("May", "June", "July")[number % 3]
    text = (
        f"Prime Minister Modi of India visited Hanoi on {day} {month} 2023, officials said. "
        f"China and Vietnam signed a defence agreement on {day} {month} 2023. Dispatch {number}."
    )
    return {"text": text, "url": f"https://news.example/{number}", "published": "2023-08-01"}
