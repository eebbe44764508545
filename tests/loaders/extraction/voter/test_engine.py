"""The learned engine within the extractor: what it adds, and what it must not do."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.extraction.candidates import Reading
from hedgerow.loaders.extraction.mentions import find_mentions
from hedgerow.loaders.extraction.sentences import split_sentences
from hedgerow.loaders.extraction.voter.engine import ENGINE, LearnedEngine
from hedgerow.loaders.extraction.voter.network import HOLDS, network
from hedgerow.ontology.vocabulary import vocabulary


def claims_of(text: str, *engines: str) -> list[Claim]:
    document = Document(text, (Appearance("a.txt", published="2024-05-15"),))
    return Extractor(engines or (ENGINE,)).extract(document)


def test_the_network_knows_only_types_and_standings_of_the_ontology() -> None:
    words = vocabulary()
    known = {status.standing for status in words.statuses.values()} | {HOLDS}
    assert {label[:-1] for label in network().labels[1:]} <= set(words.tie_types)
    assert set(network().standings) <= known


def test_it_sees_a_plain_tie_and_who_is_its_source() -> None:
    (claim,) = claims_of("Canada imposed sanctions on Peru on Monday.")
    assert (claim.type, claim.actors, claim.status) == ("sanction", ("CAN", "PER"), "in_force")
    (turned,) = claims_of("Sanctions were imposed on Peru by Canada on Monday.")
    assert turned.actors == ("CAN", "PER")


def test_two_that_nothing_joins_are_not_tied() -> None:
    assert not claims_of("Tea is dearer in Kenya than in Peru, a study found.")


def test_a_plan_stays_a_plan() -> None:
    (claim,) = claims_of("Canada will impose sanctions on Peru next month.")
    assert vocabulary().is_prospective(claim.status)


def test_rules_and_network_that_agree_are_both_named() -> None:
    text = "Canada imposed sanctions on Peru on Monday."
    (claim,) = claims_of(text, "dependency", ENGINE)
    assert set(claim.engine.split("+")) == {"dependency", ENGINE}
    assert claim.rule is not None
    assert not claim.rule.startswith(ENGINE)


def test_a_sentence_without_two_actors_is_not_worth_a_parse() -> None:
    (sentence,) = split_sentences("Peru signed the budget.")
    reading = Reading(sentence, tuple(find_mentions(sentence.text, None)))
    assert not LearnedEngine().wants(reading)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["Peru", "Kenya", "[unused1]", "|", "signed", "\0", "é" * 300])))
def test_hostile_words_do_no_harm(words: list[str]) -> None:
    text = " ".join(words) or "."
    assert all(claim.quote in text for claim in claims_of(text))


def test_what_the_network_sees_come_to_nothing_is_not_shown_as_done() -> None:
    text = "Ghana turned its back on signing a defence pact with Togo."
    (claim,) = claims_of(text, "dependency", "patterns", ENGINE)
    assert claim.confidence < 0.5
