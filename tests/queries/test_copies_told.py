"""Answers say how many of the documents behind them are copies of one text."""

import random
from dataclasses import replace

from hedgerow.graph.intake import Item
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.words.phrases import support
from tests.graph.articles import claim, document
from tests.graph.wire import Text, headed, report


def printed(text: Text, paper: str) -> Item:
    found = document("\n".join(text), publisher=paper, source=f"{paper}.txt")
    told = claim(found, "defence_agreement", "CHN PER", "signed", "2023-09-10")
    return found, [replace(told, quote=found.text[:40], end=40)]


def test_support_tells_copies_only_where_there_are_some() -> None:
    assert support(2, 2) == "2 documents"
    assert support(10, 1) == "10 documents, 1 independent source (9 copies)"
    assert support(3, 2) == "3 documents, 2 independent sources (1 copy)"


def test_what_ten_papers_print_of_one_text_rests_on_a_single_source() -> None:
    chance = random.Random(3)
    told = report(chance)
    store = Store.open()
    store.add([printed(headed(told, chance), f"Paper {n}") for n in range(10)])
    answer = ask(store, "single_source", {"a": "PER"})
    row = next(row for row in answer.rows if row["edge"] == "event")
    assert (row["documents"], row["independent_sources"]) == (10, 1)
    assert row["outlet"] == "Paper 0 and 9 others with one text"
    assert "of them as far as several print one text" in answer.in_words
    found = ask(store, "evidence", {"id": str(row["id"])})
    assert found.in_words.endswith("10 claims in 10 documents, 1 independent source (9 copies).")
    assert sum(each["copy_of"] is not None for each in found.rows) == 9
    covered = ask(store, "coverage", {"a": "PER"})
    assert "10 documents, 1 independent source (9 copies)" in covered.in_words

    store.add([printed(report(chance), "Own report")])
    assert not ask(store, "single_source", {"a": "PER"}).rows
