"""Whatever cues meet, a status of the ontology comes out, and no plan becomes a fact."""

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.extraction.clause_cues import AT_ONCE, INFINITIVE
from hedgerow.loaders.extraction.cues import PROGRESSIVE
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.outcome import CLEARED, DECIDED, outcome_of
from hedgerow.ontology.vocabulary import vocabulary

STATUSES = sorted(vocabulary().statuses)
CUES = [*table("modality")["precedence"], AT_ONCE, INFINITIVE, PROGRESSIVE, CLEARED]
ACTS = ["sign", "agree", "visit", "offer", "resume", ""]


@given(st.lists(st.sampled_from(CUES)), st.sampled_from(STATUSES), st.sampled_from(ACTS))
def test_any_cues_give_a_status_and_none_makes_a_plan_a_fact(
    cues: list[str], default: str, act: str
) -> None:
    words = vocabulary()
    outcome = outcome_of(cues, default, act)
    assert outcome in {*words.statuses, DECIDED}
    if words.is_prospective(default):
        assert outcome != DECIDED
        assert not words.is_concluded(outcome)
