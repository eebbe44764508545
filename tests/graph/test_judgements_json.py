"""Judgements as JSON Lines: what comes in is checked before anything is stored."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.errors import HedgerowError, UsageError
from hedgerow.graph.judgements_json import as_record, from_record, read_lines
from hedgerow.graph.records import Judgement, Witness
from hedgerow.graph.store import Store

CLAIM, DOCUMENT = "claim/" + "1" * 32, "document/" + "2" * 32
TOLD = {"decision": "reject", "claims": [CLAIM], "by": "Ann", "at": "2024-01-01T00:00:00Z"}
FIELDS = (*TOLD, "note", "corrections", "undoes", "witnesses")
SEEN = {"claim": CLAIM, "document": DOCUMENT, "type": "visit", "actors": ["USA"], "start": 0}


def test_a_judgement_comes_back_with_its_witnesses() -> None:
    seen = Witness(CLAIM, DOCUMENT, "visit", "planned", ("USA", "VNM"), 0, 9)
    made = Judgement("reject", (CLAIM,), "Ann", "2024-01-01", "a plot", witnesses=(seen,))
    back = from_record(json.loads(json.dumps(as_record(made))))
    assert (back, back.id, back.witnesses) == (made, made.id, (seen,))


@pytest.mark.parametrize(
    "change",
    [
        {"claims": ["claim/<script>"]},
        {"claims": "claim/1"},
        {"claims": [1]},
        {"by": None},
        {"at": "yesterday"},
        {"note": 3},
        {"corrections": []},
        {"corrections": {"date": 2024}},
        {"corrections": {"mood": "good"}},
        {"witnesses": [{**SEEN, "end": 10**40}]},
        {"witnesses": [{**SEEN, "end": True}]},
        {"witnesses": ["claim"]},
        {"undoes": "judgement/1"},
        {"decision": "add"},
        {"surprise": 1},
    ],
)
def test_what_is_no_judgement_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        from_record(TOLD | change)


def test_deeply_nested_json_is_refused() -> None:
    with pytest.raises(UsageError, match="Line 1"):
        read_lines(["[" * 100_000])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), anything))
def test_whatever_a_line_holds_is_taken_or_refused_in_one_sentence(
    change: dict[str, object],
) -> None:
    store = Store.open()
    try:
        store.adopt(read_lines([json.dumps(TOLD | change)]))
    except HedgerowError:
        assert not store.judgements()
