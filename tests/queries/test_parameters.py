import pytest

from hedgerow.errors import UnknownActor, UsageError
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.questions.library import question
from hedgerow.queries.questions.parameters import bind, named_arguments


def test_takes_actors_by_name_or_code_and_says_what_it_understood(store: Store) -> None:
    by_name = ask(store, "levels", {"a": "Viet Nam", "b": "united states"})
    by_code = ask(store, "levels", {"a": "VNM", "b": "USA"})
    assert by_name == by_code
    assert by_name.parameters == {"a": "VNM", "b": "USA", "at": "2025-11-02"}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"a": "VNM", "partnr": "USA"}, "no parameter 'partnr'"),
        ({"a": "VNM", "att": "2020"}, "did you mean at"),
        ({}, "levels needs a .*; call it as levels a"),
        ({"a": "VNM", "at": "20-10-2020"}, "is no date; write it as 2023"),
        ({"a": "VNM", "at": "2023-02-30"}, "is no date"),
        ({"a": "VNM", "b": "Vietnam"}, "Both actors are Vietnam"),
    ],
)
def test_refuses_wrong_arguments_with_a_next_step(
    store: Store, given: dict[str, str], why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        ask(store, "levels", given)


@pytest.mark.parametrize(
    ("name", "given", "why"),
    [
        ("concentration", {"a": "VNM", "years": "51"}, "years is 50 at most"),
        ("before_after", {"a": "VNM", "b": "USA", "months": "241"}, "months is 240 at most"),
        ("incidents", {"a": "VNM", "b": "CHN", "within": "3651"}, "within is 3,650 at most"),
        ("concentration", {"a": "VNM", "years": "9" * 5000}, "more than 5 digits"),
    ],
)
def test_refuses_a_number_too_large(
    store: Store, name: str, given: dict[str, str], why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        bind(store, question(name), given)


def test_a_named_argument_must_name_a_parameter() -> None:
    with pytest.raises(UsageError, match="matched_moves has no parameter 'at'"):
        named_arguments(question("matched_moves"), ["USA", "CHN", "at=2025-12"])


def test_refuses_an_unknown_actor(store: Store) -> None:
    with pytest.raises(UnknownActor, match="Vietnma"):
        ask(store, "levels", {"a": "Vietnma"})


def test_reads_a_partial_date_as_its_first_or_last_day(store: Store) -> None:
    asked = bind(store, question("ties"), {"a": "VNM", "b": "USA", "from": "2013", "to": "2013-02"})
    assert asked.bindings["from"].value == "2013-01-01"
    assert asked.bindings["to"].value == "2013-02-28"
    assert (asked.given("from"), asked.values["to"]) == ("2013", "2013-02")


@pytest.mark.parametrize(
    "hostile",
    [
        "VNM> } } ; DROP ALL ; SELECT ?x { <x",
        '"@en } UNION { ?s ?p ?o',
        "$a",
    ],
)
def test_no_argument_can_change_the_query(store: Store, hostile: str) -> None:
    for name, parameter in (("levels", "a"), ("ties", "from"), ("evidence", "id")):
        given = {"a": "VNM", "b": "USA"} if name == "ties" else {}
        with pytest.raises(UsageError):
            ask(store, name, {**given, parameter: hostile})


def test_finds_an_edge_by_the_first_digits_of_its_id(store: Store) -> None:
    event = next(iter(store.events()))
    full = ask(store, "evidence", {"id": event.id})
    assert ask(store, "evidence", {"id": event.id[:14]}) == full
    assert ask(store, "evidence", {"id": event.id.removeprefix("event/")[:12]}) == full
    assert ask(store, "evidence", {"id": f"https://w3id.org/hedgerow/{event.id}"}) == full


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("event/000000", "begins with 000000"),
        ("event/0a", "is no id"),
        ("document/0123456789", "is no id"),
        (f"event/{'0' * 32}", "check the id"),
    ],
)
def test_refuses_an_id_that_is_not_there(store: Store, given: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        ask(store, "evidence", {"id": given})


def test_refuses_a_range_that_ends_before_it_begins(store: Store) -> None:
    with pytest.raises(UsageError, match="from 2020 lies after to 2019-12"):
        ask(store, "ties", {"a": "VNM", "b": "USA", "from": "2020", "to": "2019-12"})
