"""The tie types, kinds, statuses and attributes that the ontology declares."""

import subprocess
import sys

import pytest

from hedgerow.errors import UsageError
from hedgerow.ontology.model import TieType
from hedgerow.ontology.vocabulary import vocabulary

DESIGNED_TYPES = {
    "relations_established",
    "recognition",
    "normalization",
    "relations_downgrade",
    "rupture",
    "expulsion",
    "partnership_upgrade",
    "partnership_downgrade",
    "alliance_treaty",
    "security_designation",
    "visit",
    "meeting",
    "call",
    "dialogue",
    "joint_statement",
    "defence_agreement",
    "cooperation_agreement",
    "trade_deal",
    "trade_restriction",
    "base_access",
    "deployment",
    "arms_deal",
    "arms_transfer",
    "joint_exercise",
    "joint_patrol",
    "port_call",
    "military_training",
    "war_legacy",
    "aid",
    "sanction",
    "sanction_lift",
    "dispute_incident",
    "armed_clash",
    "ceasefire",
    "protest",
    "mediation",
    "membership",
    "position",
    "statement",
}
STANDINGS = {
    "prospective": {"reported", "talks", "planned"},
    "concluded": {"agreed", "signed", "in_force", "occurred", "delivered"},
    "negative": {"suspended", "cancelled", "ended", "denied"},
}
TYPES = tuple(vocabulary().tie_types.values())


def type_id(tie: TieType) -> str:
    return tie.name


def test_every_designed_tie_type_exists_and_no_other() -> None:
    assert set(vocabulary().tie_types) == DESIGNED_TYPES
    assert len(DESIGNED_TYPES) == 39


def test_statuses_stand_where_the_design_puts_them() -> None:
    found = {
        standing: {s.name for s in vocabulary().statuses.values() if s.standing == standing}
        for standing in STANDINGS
    }
    assert found == STANDINGS


def test_phases_precisions_and_date_bases_are_closed_lists() -> None:
    words = vocabulary()
    assert words.phases == ("begins", "changes", "holds", "ends")
    assert words.precisions == ("day", "month", "year", "none")
    assert words.date_bases == ("stated", "relative", "none")


def test_progress_ranks_rise_from_report_to_delivery() -> None:
    path = ("reported", "talks", "planned", "agreed", "signed", "in_force", "delivered", "ended")
    ranks = [vocabulary().status(name).rank for name in path]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


@pytest.mark.parametrize("tie", TYPES, ids=type_id)
def test_iri_is_the_camel_case_of_the_name(tie: TieType) -> None:
    local = "".join(word.capitalize() for word in tie.name.split("_"))
    assert tie.iri == f"https://w3id.org/hedgerow/ontology#{local}"
    assert vocabulary().names[tie.iri] == tie.name


@pytest.mark.parametrize("tie", TYPES, ids=type_id)
def test_scope_note_says_when_to_code_it(tie: TieType) -> None:
    assert tie.scope_note.startswith("Code it when: ")
    assert tie.definition.endswith(".")


@pytest.mark.parametrize("tie", TYPES, ids=type_id)
def test_default_status_is_concluded(tie: TieType) -> None:
    assert vocabulary().is_concluded(tie.default_status)


@pytest.mark.parametrize("tie", TYPES, ids=type_id)
def test_weight_is_bounded_reasoned_and_sourced(tie: TieType) -> None:
    assert -1 <= tie.weight <= 1
    assert tie.weight_rationale
    assert tie.weight_source


@pytest.mark.parametrize("tie", TYPES, ids=type_id)
def test_every_attribute_is_declared(tie: TieType) -> None:
    assert set(tie.attributes) <= set(vocabulary().attributes)


def test_ties_count_as_held_from_entry_into_force_only_where_the_design_says() -> None:
    strict = {kind.name for kind in vocabulary().kinds.values() if kind.held_from == "in_force"}
    assert strict == {"alliance", "defence_agreement", "base_access"}


def test_kinds_are_those_of_the_design() -> None:
    assert set(vocabulary().kinds) == {
        *("diplomatic_relations", "partnership", "alliance", "designation", "defence_agreement"),
        *("base_access", "deployment", "sanction", "membership"),
    }


def test_a_denial_and_a_plan_are_not_concluded() -> None:
    words = vocabulary()
    assert not words.is_concluded("denied")
    assert not words.is_concluded("planned")
    assert words.is_prospective("planned")
    assert not words.is_prospective("denied")


def test_unknown_type_is_refused_with_a_near_match() -> None:
    with pytest.raises(UsageError, match=r"'arm_deal'; did you mean arms_deal\?"):
        vocabulary().tie_type("arm_deal")


def test_unknown_status_is_refused_with_the_list() -> None:
    with pytest.raises(UsageError, match="choose one of agreed, cancelled"):
        vocabulary().status("zzz")


def test_unknown_kind_and_attribute_are_refused() -> None:
    with pytest.raises(UsageError, match="partnership"):
        vocabulary().kind("partnerships")
    with pytest.raises(UsageError, match="quantity"):
        vocabulary().attribute("quantities")


def test_reading_the_vocabulary_is_quick_and_loads_no_rdflib() -> None:
    code = (
        "import sys, time; start = time.perf_counter();"
        "from hedgerow.ontology.vocabulary import vocabulary; vocabulary();"
        "assert 'rdflib' not in sys.modules; print(time.perf_counter() - start)"
    )
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert float(run.stdout) < 1.0


def test_what_was_stopped_is_negative_but_never_denied() -> None:
    assert set(vocabulary().stopped) == STANDINGS["negative"] - {"denied"}
    assert not any(vocabulary().is_stopped(each) for each in STANDINGS["prospective"])
