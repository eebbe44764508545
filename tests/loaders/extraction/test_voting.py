"""Several readings of one sentence become votes: who agrees, who yields, what is weaker holds."""

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.extraction.candidates import Candidate, Filler
from hedgerow.loaders.extraction.confidence import UNCALIBRATED
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.modality import Modality
from hedgerow.loaders.extraction.voting import Vote, vote
from hedgerow.ontology.vocabulary import vocabulary

STATUSES = st.sampled_from(sorted(vocabulary().statuses))


def candidate(
    type_name: str,
    actors: str,
    engine: str = "dependency",
    *,
    yields: bool = False,
    doubt: str | None = None,
    confidence: float = 0.8,
) -> Candidate:
    fillers = tuple(Filler(a, Mention(0, 4, "Peru", (a,), "name")) for a in actors.split())
    return Candidate(
        type=type_name,
        fillers=fillers,
        trigger=(5, 9),
        engine=engine,
        rule=f"{engine}/{type_name}",
        confidence=confidence,
        no_firmer_than=doubt,
        yields=yields,
    )


def learned(type_name: str, actors: str, **given: str | float) -> Candidate:
    return candidate(type_name, actors, "learned", yields=True, **given)  # type: ignore[arg-type]


def votes(*candidates: Candidate) -> list[Vote]:
    return vote(candidates, UNCALIBRATED)


def test_who_sees_the_same_among_fewer_seconds_it() -> None:
    (found,) = votes(
        candidate("meeting", "CHL KEN PER"), candidate("meeting", "KEN PER", "patterns")
    )
    assert found.candidate.actors == ("CHL", "KEN", "PER")
    assert found.engines == ("dependency", "patterns")


def test_the_same_the_other_way_round_is_not_seconded() -> None:
    found = votes(candidate("visit", "KEN PER"), candidate("visit", "PER KEN", "patterns"))
    assert {v.engines for v in found} == {("dependency",)}


def test_what_yields_counts_only_where_nothing_else_joins_the_two() -> None:
    rule = candidate("visit", "KEN PER")
    assert votes(rule, learned("meeting", "KEN PER")) == votes(rule)
    assert len(votes(rule, learned("meeting", "CHL PER"))) == 2


def test_a_rule_that_is_seconded_speaks_for_both() -> None:
    (found,) = votes(learned("visit", "KEN PER", confidence=0.99), candidate("visit", "KEN PER"))
    assert found.candidate.engine == "dependency"
    assert found.engines == ("dependency", "learned")
    assert found.confidence > votes(candidate("visit", "KEN PER"))[0].confidence


def test_a_voter_that_sees_a_plan_makes_it_no_firmer_than_a_plan() -> None:
    (found,) = votes(candidate("visit", "KEN PER"), learned("visit", "KEN PER", doubt="planned"))
    assert found.no_firmer_than == "planned"


def test_a_voter_that_sees_a_matter_come_to_nothing_bears_out_no_rule() -> None:
    failed = learned("visit", "KEN PER", doubt="cancelled")
    (found,) = votes(candidate("visit", "KEN PER"), failed)
    assert found.engines == ("dependency",)
    assert found.contradicted
    (alone,) = votes(failed)
    assert alone.no_firmer_than == "cancelled"


@given(STATUSES, STATUSES)
def test_what_is_weaker_holds(said: str, other: str) -> None:
    words = vocabulary()
    softened = Modality(said).no_firmer_than(other)
    assert words.is_concluded(softened.status) == (
        words.is_concluded(said) and words.is_concluded(other)
    )
