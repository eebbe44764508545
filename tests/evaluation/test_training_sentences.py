"""The sentences that the learned voter is trained on, and how they are varied."""

import random
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.voter.sentences import Example, Tie, example, read, unmarked
from evaluation.voter.variation import CONTEXT, joined, left_unnamed, shuffled_marks
from hedgerow.loaders.extraction.voter.marking import MARKS
from hedgerow.ontology.vocabulary import vocabulary

FOLDER = Path("evaluation/training")


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return read(FOLDER)


def test_there_are_enough_of_them_of_every_type_and_many_tell_nothing(
    examples: list[Example],
) -> None:
    told = [ties for e in examples for ties in e.ties.values()]
    types = Counter(tie.label[:-1] for ties in told for tie in ties)
    assert len(examples) >= 4000
    assert sum(not ties for ties in told) > len(told) / 3
    assert set(types) == set(vocabulary().tie_types)
    assert min(types.values()) >= 40


def test_no_sentence_is_there_twice(examples: list[Example]) -> None:
    rows = Counter((e.text, tuple(e.ties)) for e in examples)
    assert [text for (text, _), number in rows.items() if number > 1] == []


def test_a_row_with_one_judged_pair() -> None:
    row = {
        "sentence": "[A: Peru] was sanctioned by [B: Canada], not by Chile.",
        **{"type": "sanction", "direction": "BA", "status": "occurred", "register": "wire"},
    }
    read_row = example(row)
    assert read_row.ties == {(0, 1): (Tie("sanction<", "concluded"),)}
    assert read_row.text == f"{MARKS[0]} was sanctioned by {MARKS[1]} , not by {MARKS[2]} ."


def test_a_row_with_all_its_pairs() -> None:
    row = {
        "sentence": "[A: Peru] met [B: Kenya]; [C: he] left; [A+B: the two] will not meet again.",
        **{"ties": "meeting occurred A-B", "register": "wire"},
    }
    ties = example(row).ties
    assert ties == {(0, 1): (Tie("meeting-", "concluded"),), (0, 2): (), (1, 2): ()}


def test_a_tie_that_is_not_well_formed_is_refused() -> None:
    with pytest.raises(ValueError, match="not a tie"):
        example({"sentence": "[A: Peru], [B: Chile]", "ties": "met A-B", "register": "wire"})


def test_the_plain_sentence_keeps_all_words() -> None:
    assert unmarked("[A: Peru] met [A+B: both].")[0] == "Peru met both."


@st.composite
def drawn(draw: st.DrawFn) -> Example:
    number = draw(st.integers(1, 5))
    words = draw(st.lists(st.sampled_from(["met", "left", "said"]), min_size=number))
    text = " ".join(f"{MARKS[i] if i < number else ''} {word}" for i, word in enumerate(words))
    ties = {
        pair: (Tie("visit>", "concluded"),) if draw(st.booleans()) else ()
        for pair in combinations(range(number), 2)
    }
    return Example(text, ties, "wire")


def pairs_by_words(given: Example) -> Counter[tuple[int, int, tuple[Tie, ...]]]:
    places = [given.text.find(mark) for mark in MARKS]
    return Counter((places[a], places[b], ties) for (a, b), ties in given.ties.items())


@given(drawn(), st.randoms())
def test_other_marks_leave_every_tie_with_its_actors(one: Example, chance: random.Random) -> None:
    random.seed(chance.random())
    assert pairs_by_words(shuffled_marks(one)) == pairs_by_words(one)


@given(drawn(), drawn())
def test_two_sentences_joined_keep_their_ties_and_gain_none(one: Example, other: Example) -> None:
    both = joined(one, other)
    told = [tie for ties in both.ties.values() for tie in ties]
    own = [tie for e in (one, other) for ties in e.ties.values() for tie in ties]
    assert len(told) == len(own) or both is one
    assert both.ties.items() >= one.ties.items()


@given(drawn())
def test_an_actor_left_unnamed_is_still_in_the_context(one: Example) -> None:
    changed = left_unnamed(one)
    assert changed.ties == one.ties
    sentence, *context = changed.text.split(CONTEXT)
    marks = [mark for mark in MARKS if mark in one.text]
    assert all((mark in sentence) != any(mark in part for part in context) for mark in marks)
