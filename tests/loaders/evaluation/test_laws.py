"""Laws that hold for any gold set."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.loaders.evaluation import agreement, evaluate
from hedgerow.loaders.evaluation.alpha import nominal_alpha
from hedgerow.loaders.evaluation.machine import figures
from hedgerow.loaders.evaluation.records import Annotated, Emitted, GoldRow
from hedgerow.loaders.evaluation.scores import total
from hedgerow.ontology.vocabulary import vocabulary
from tests.loaders.evaluation.making import article, edge, emitted_as, row

TYPES = st.sampled_from(["visit", "meeting", "arms_deal", "joint_exercise", "sanction"])
ACTORS = st.lists(
    st.sampled_from(["AUS", "CHN", "FRA", "JPN"]), min_size=2, max_size=3, unique=True
)
STATUSES = st.sampled_from(["planned", "talks", "signed", "occurred", "denied"])
DATES = st.sampled_from([None, "2020", "2020-05", "2020-05-04", "2020-05-04/2020-05-06"])
SPANS = st.sampled_from([None, (0, 10), (5, 20), (30, 40)])


@st.composite
def rows(draw: st.DrawFn) -> GoldRow:
    type_ = draw(TYPES)
    actors = draw(ACTORS)
    if not vocabulary().tie_type(type_).directed:
        actors = sorted(actors)
    return row(
        type_,
        " ".join(actors),
        draw(STATUSES),
        date=draw(DATES),
        span=draw(SPANS),
        required=draw(st.booleans()),
    )


@st.composite
def edges(draw: st.DrawFn) -> Emitted:
    like = draw(rows())
    return emitted_as(like, confidence=draw(st.sampled_from([0.4, 0.6, 0.95])))


MANY_ROWS = st.lists(rows(), max_size=6)
MANY_EDGES = st.lists(edges(), max_size=6)


def gold(given_rows: list[GoldRow]) -> list[Annotated]:
    return [article("a.txt", [replace(r, row=n) for n, r in enumerate(given_rows, start=2)])]


@given(MANY_ROWS)
def test_a_perfect_reader_scores_one_and_overstates_nothing(given_rows: list[GoldRow]) -> None:
    found = evaluate(gold(given_rows), {"a.txt": [emitted_as(each) for each in given_rows]})
    assert {found.pairs.counts.f1, found.matters.counts.f1, found.actors.counts.f1} <= {1.0, None}
    assert not found.matters.counts.fp
    assert not found.overstated
    assert set(found.statuses) <= {"exact"}
    assert set(found.dates) <= {"exact", "rightly none"}


@given(MANY_ROWS, MANY_EDGES, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_order_does_not_matter(
    given_rows: list[GoldRow], given_edges: list[Emitted], rng: Random
) -> None:
    articles = gold(given_rows)
    before = figures(evaluate(articles, {"a.txt": given_edges}))
    shuffled = list(articles[0].rows)
    rng.shuffle(shuffled)
    rng.shuffle(given_edges)
    assert figures(evaluate([article("a.txt", shuffled)], {"a.txt": given_edges})) == before


@given(MANY_ROWS, MANY_EDGES)
def test_every_required_row_is_found_or_missed(
    given_rows: list[GoldRow], given_edges: list[Emitted]
) -> None:
    found = evaluate(gold(given_rows), {"a.txt": given_edges})
    required = [each for each in given_rows if each.required]
    assert found.matters.counts.tp + found.matters.counts.fn == len(required)
    assert sum(found.statuses.values()) == sum(found.dates.values()) == found.matters.counts.tp
    assert found.pairs.counts == total(found.by_type.values())


@given(MANY_ROWS, MANY_EDGES)
def test_a_false_edge_more_never_helps(
    given_rows: list[GoldRow], given_edges: list[Emitted]
) -> None:
    before = evaluate(gold(given_rows), {"a.txt": given_edges})
    after = evaluate(gold(given_rows), {"a.txt": [*given_edges, edge("visit", "CHL PER")]})
    assert after.pairs.counts.fp == before.pairs.counts.fp + 1
    assert (after.pairs.counts.f1 or 0) <= (before.pairs.counts.f1 or 0)


@given(MANY_ROWS)
def test_an_annotator_agrees_with_themselves(given_rows: list[GoldRow]) -> None:
    found = agreement(gold(given_rows), gold(given_rows))
    assert found.pairs.counts.f1 in {1.0, None}
    assert found.type_alpha in {1.0, None}
    assert found.status_alpha in {1.0, None}


@given(MANY_ROWS, MANY_ROWS)
def test_agreement_is_the_same_either_way_round(
    first: list[GoldRow], second: list[GoldRow]
) -> None:
    one, other = agreement(gold(first), gold(second)), agreement(gold(second), gold(first))
    assert one.pairs.counts.f1 == other.pairs.counts.f1
    assert one.type_alpha == other.type_alpha
    assert one.matched == other.matched


@given(st.lists(st.sampled_from("abc"), min_size=2).filter(lambda values: len(set(values)) > 1))
def test_alpha_is_one_where_coders_agree(values: list[str]) -> None:
    assert nominal_alpha([(value, value) for value in values]) == 1.0
