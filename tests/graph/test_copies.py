"""Copies of one text are one independent source, whoever prints them under whatever title."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph import copies, copies_text
from hedgerow.graph.copies_bands import bands_of
from hedgerow.graph.copies_text import LEAST_WORDS, Wordings, are_copies, wording_of
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Judgement
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from tests.graph.articles import claim, document, rows
from tests.graph.test_rows_coming import rename_buckets, summaries
from tests.graph.wire import EDITS, LOOKALIKES, Text, headed, report, words

SEEDS = range(40)
COPIES = "SELECT ?document ?original WHERE { ?document hr:copyOf ?original }"


def printed(text: Text, paper: str, *, on: str = "2023-09-10", date: str = "2023-09-10") -> Item:
    """An article with one claim: a visit."""
    found = document("\n".join(text), published=on, publisher=paper, source=f"{paper}.txt")
    quote = found.text[:40]
    return found, [replace(claim(found, "visit", "USA VNM", date=date), quote=quote, end=40)]


def papers(report: Text, number: int, seed: int = 1) -> list[Item]:
    """An agency's report as some papers print it."""
    chance = random.Random(seed)
    return [printed(headed(report, chance), f"Paper {n}") for n in range(number)]


def store_of(*items: Item) -> Store:
    store = Store.open()
    store.add(items)
    return store


def support(store: Snapshot) -> list[tuple[int, int]]:
    """The documents and the independent sources of each event."""
    return sorted((event.documents, event.sources) for event in store.events())


def grouped(store: Snapshot) -> set[frozenset[str]]:
    """The wordings of more than one document."""
    groups: dict[str, set[str]] = {}
    for row in rows(store, COPIES):
        wording = row["original"].value
        groups.setdefault(wording, {wording}).add(row["document"].value)
    return {frozenset(group) for group in groups.values()}


def found_by(pairs: Iterable[Sequence[Text]]) -> list[bool]:
    """Whether pairs of texts are found and taken for copies."""
    both = [[wording_of("\n".join(text)) for text in pair] for pair in pairs]
    return [
        bool(one and other and set(bands_of(one)) & set(bands_of(other)) and are_copies(one, other))
        for one, other in both
    ]


@pytest.mark.parametrize("edit", EDITS)
def test_most_copies_are_found(edit: str) -> None:
    pairs = []
    for seed in SEEDS:
        chance = random.Random(seed)
        told = report(chance)
        pairs.append((headed(told, chance), EDITS[edit](told, chance)))
    share = sum(found_by(pairs)) / len(pairs)
    assert share >= (0.7 if edit == "all at once" else 0.85)


@pytest.mark.parametrize("kind", LOOKALIKES)
def test_what_only_looks_alike_is_no_copy(kind: str) -> None:
    for seed in SEEDS:
        assert not any(found_by(combinations(LOOKALIKES[kind](random.Random(seed)), 2)))


def test_which_of_two_texts_comes_first_plays_no_part() -> None:
    for seed in SEEDS:
        chance = random.Random(seed)
        told = report(chance)
        texts = [told, *(edit(told, chance) for edit in EDITS.values())]
        found = [wording_of("\n".join(text)) for text in texts]
        for one, other in combinations(filter(None, found), 2):
            assert are_copies(one, other) == are_copies(other, one)


def test_short_texts_and_rows_of_tables_are_never_copies() -> None:
    chance = random.Random(1)
    assert wording_of(" ".join(words(chance, LEAST_WORDS - 1))) is None
    cells = [" ".join(words(chance, 20)) for _ in range(5)]
    assert wording_of("\n".join(f"note: {cell}" for cell in cells)) is None
    assert wording_of("\n".join(cells)) is not None


def test_ten_papers_with_one_report_are_one_source(store: Store) -> None:
    told = papers(report(random.Random(3)), 10)
    store.add(told)
    assert support(store) == [(10, 1)]
    (group,) = grouped(store)
    assert len(group) == 10


def test_papers_that_come_one_by_one_are_one_source_as_well(store: Store) -> None:
    told = papers(report(random.Random(3)), 5)
    own = printed(report(random.Random(9)), "Own report")
    for item in (told[0], own, *told[1:]):
        store.add([item])
    assert support(store) == [(6, 2)]
    assert store.canonical_hash() == store_of(own, *told).canonical_hash()


def test_a_hundred_copies_of_a_falsehood_do_not_outvote_two_papers() -> None:
    wrong = report(random.Random(5))
    chance = random.Random(6)
    copies = [
        printed(headed(wrong, chance), f"Paper {n}", on="2023-09-11", date="2023-09-09")
        for n in range(100)
    ]
    right = [printed(report(random.Random(seed)), f"Own {seed}") for seed in (7, 8)]
    (event,) = store_of(*copies, *right).events()
    assert (event.documents, event.sources) == (102, 3)
    assert event.date == "2023-09-10"


def test_a_link_that_comes_late_joins_two_groups(store: Store) -> None:
    chance = random.Random(11)
    told = report(chance, 20)
    start, end = printed(told[:13], "Start"), printed(told[6:], "End")
    store.add([start, end])
    assert support(store) == [(2, 2)]
    apart = store.canonical_hash()
    whole = printed(told, "Whole")
    store.add([whole])
    assert support(store) == [(3, 1)]
    store.withdraw(whole[0].id, reason="retracted", by="analyst")
    assert support(store) == [(2, 2)]
    assert store.canonical_hash() == apart


def test_when_the_document_that_stands_for_the_others_goes_another_does(store: Store) -> None:
    told = papers(report(random.Random(3)), 4)
    store.add(told)
    first = min(item[0].id for item in told)
    store.withdraw(first, reason="retracted", by="analyst")
    assert support(store) == [(3, 1)]
    left = [item for item in told if item[0].id != first]
    assert store.canonical_hash() == store_of(*left).canonical_hash()


def test_editions_of_one_url_supersede_and_copies_of_the_newest_count_with_it(store: Store) -> None:
    text = report(random.Random(3))
    url = "https://paper.example/1"
    first, second, copy = papers(text, 3)
    items = [
        (replace(of, appearances=(replace(of.appearances[0], url=url),)), told)
        for of, told in (first, second)
    ]
    store.add([*items, copy])
    assert support(store) == [(2, 1)]
    assert store.canonical_hash() == store_of(copy, *reversed(items)).canonical_hash()


def test_a_new_appearance_leaves_a_copy_a_copy(store: Store) -> None:
    told = papers(report(random.Random(3)), 3)
    store.add(told)
    found, claims = told[1]
    place = replace(found.appearances[0], published="2023-09-01", publisher="Elsewhere")
    store.add([(replace(found, appearances=(place,)), claims)])
    assert support(store) == [(3, 1)]
    again = [told[0], (replace(found, appearances=(*found.appearances, place)), claims), told[2]]
    assert store.canonical_hash() == store_of(*again).canonical_hash()


def test_a_claim_that_was_moved_stays_a_copy_when_another_goes(store: Store) -> None:
    told = papers(report(random.Random(3)), 3)
    store.add(told)
    gone, moved = told[0], told[1][1][0].id
    correct = Judgement(
        "correct", (moved,), "analyst", "2024-01-01T00:00:00Z", corrections={"type": "protest"}
    )
    store.judge(correct)
    store.withdraw(gone[0].id, reason="retracted", by="analyst")
    assert support(store) == [(1, 1), (1, 1)]
    again = Store.open()
    again.adopt([correct])
    again.add(told[1:])
    assert store.canonical_hash() == again.canonical_hash()


def test_a_view_counts_the_copies_of_its_day() -> None:
    chance = random.Random(3)
    told = report(chance)
    days = ["2023-09-10", "2023-09-11", "2023-09-12"]
    items = [printed(headed(told, chance), on, on=on) for on in days]
    with store_of(*items) as store:
        seen = viewed(store, View(known=dt.date(2023, 9, 11)))
        assert support(seen.snapshot) == [(2, 1)]


def test_a_store_that_has_no_bands_looks_for_copies_when_it_is_resolved_anew() -> None:
    told = papers(report(random.Random(3)), 4)
    store = store_of(*told)
    before = store.canonical_hash()
    for quad in list(store._database):
        if quad.predicate.value.endswith(("#band", "#copyOf")):
            store._database.remove(quad)
    store.refresh()
    assert support(store) == [(4, 1)]
    assert store.canonical_hash() == before


CHANCE = random.Random(21)
REPORTS = [report(CHANCE, 16) for _ in range(2)]
TEXTS = [
    text
    for told in REPORTS
    for text in (told, told[:9], told[7:], headed(told, CHANCE), EDITS["edited"](told, CHANCE))
]
POOL = [printed(text, f"Paper {n % 4}") for n, text in enumerate(TEXTS)]
archives = st.lists(st.sampled_from(range(len(POOL))), min_size=1, unique=True)


@settings(max_examples=40, deadline=None)
@given(archives, st.data())
def test_neither_order_nor_batches_nor_what_was_withdrawn_plays_a_part(
    chosen: list[int], data: st.DataObject
) -> None:
    gone = data.draw(st.lists(st.sampled_from(chosen), unique=True))
    cut = data.draw(st.integers(0, len(chosen)))
    store = store_of(*(POOL[n] for n in chosen[:cut]))
    store.add([POOL[n] for n in chosen[cut:]])
    for n in gone:
        store.withdraw(POOL[n][0].id, reason="retracted", by="analyst")
    left = sorted(set(chosen) - set(gone))
    at_once = store_of(*(POOL[n] for n in left))
    assert store.canonical_hash() == at_once.canonical_hash()
    assert grouped(store) == grouped(at_once)
    store.refresh()
    assert store.canonical_hash() == at_once.canonical_hash()


def test_looking_for_copies_anew_leaves_no_trace_of_former_buckets() -> None:
    store = store_of(*papers(report(random.Random(3)), 3))
    before, summed = store.canonical_hash(), summaries(store)
    again = rename_buckets(store)
    for quad in list(again._database):
        if quad.predicate.value.endswith(("#band", "#copyOf")):
            again._database.remove(quad)
    again.refresh()
    assert support(again) == [(3, 1)]
    assert again.canonical_hash() == before
    assert summaries(again) == summed


def test_wordings_that_were_looked_at_last_stay_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies_text, "KEPT", 2)
    wording = wording_of("\n".join(report(random.Random(1))))
    assert wording is not None
    wordings = Wordings()
    for each in ("a", "b"):
        wordings.put(each, wording)
    assert wordings.get("a")
    wordings.put("c", wording)
    assert wordings.get("a")
    assert wordings.get("b") is None


def test_one_look_up_a_wording_tells_what_its_documents_are_copies_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(3)
    told = report(chance)
    store = store_of(*(printed(headed(told, chance), f"Paper {n}") for n in range(40)))
    calls: Counter[str] = Counter()

    def counted(name: str) -> None:
        asked = getattr(copies, name)

        def ask(*given: object) -> object:
            calls[name] += 1
            return asked(*given)

        monkeypatch.setattr(copies, name, ask)

    counted("are_copies")
    counted("stored_original")
    store.add([printed(headed(told, chance), "Another paper")])
    assert support(store) == [(41, 1)]
    assert calls["are_copies"] == 1
    assert calls["stored_original"] <= 5
