"""The crosswalk: every code of CAMEO and PLOVER is decided, and no plan counts as concluded."""

import pytest

from hedgerow.errors import UsageError
from hedgerow.loaders.tables.codes import Crosswalk, Meaning, crosswalk, decided, lineage
from hedgerow.ontology.tables import read_table
from hedgerow.ontology.vocabulary import vocabulary

CODES = [(row["scheme"], row["code"]) for row in read_table("crosswalk.csv")]
SCHEMES = ("cameo", "plover")


@pytest.mark.parametrize(("scheme", "code"), CODES)
def test_every_code_has_a_type_and_status_or_a_reason(scheme: str, code: str) -> None:
    meaning = crosswalk(scheme).meaning(code)
    assert meaning is not None
    if meaning.type is None:
        assert len(meaning.reason) > 10
        assert "no type for it" not in meaning.reason
    else:
        tie = vocabulary().tie_type(meaning.type)
        assert vocabulary().status(meaning.status)
        assert meaning.directed == tie.directed


@pytest.mark.parametrize("scheme", SCHEMES)
def test_decisions_are_about_codes_that_there_are(scheme: str) -> None:
    codes = {code for each, code in CODES if each == scheme}
    for code, meaning in decided(scheme).items():
        assert code.split(" [")[0] in codes, code
        assert meaning.reason, code
        assert not (meaning.turned and not meaning.directed), code


@pytest.mark.parametrize(("scheme", "code"), CODES)
def test_the_ontologys_one_type_is_overruled_only_with_a_reason(scheme: str, code: str) -> None:
    types = [tie.name for tie in vocabulary().tie_types.values() if code in getattr(tie, scheme)]
    meaning = crosswalk(scheme).meaning(code)
    assert meaning is not None
    if len(types) == 1 and meaning.type != types[0]:
        assert code in decided(scheme)


@pytest.mark.parametrize("code", [code for scheme, code in CODES if scheme == "cameo"])
def test_intents_demands_and_threats_never_conclude(code: str) -> None:
    meaning = crosswalk("cameo").meaning(code)
    assert meaning is not None
    if meaning.type is None or code[:2] not in {"02", "03", "10", "12", "13"}:
        return
    if code[:2] == "03":
        assert vocabulary().is_prospective(meaning.status), code
    else:
        assert meaning.type == "statement", code


@pytest.mark.parametrize("contexts", [(), ("military",), ("economic",), ("diplomatic",)])
def test_agreements_to_come_are_prospective(contexts: tuple[str, ...]) -> None:
    meaning = crosswalk("plover").meaning("AGREE", contexts)
    assert meaning is not None
    assert meaning.type is None or vocabulary().is_prospective(meaning.status)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("0356", (None, "")),
        ("0312", (None, "")),
        ("1122", ("statement", "occurred")),
        ("0331", ("aid", "planned")),
        ("036", ("meeting", "planned")),
        ("057", ("cooperation_agreement", "signed")),
        ("195", ("armed_clash", "occurred")),
        ("0354", ("sanction_lift", "planned")),
    ],
)
def test_finer_codes_win_and_parents_stand_in(code: str, expected: tuple[str | None, str]) -> None:
    meaning = crosswalk("cameo").meaning(code)
    assert meaning is not None
    assert (meaning.type, meaning.status) == expected


def test_a_host_is_visited() -> None:
    visit, hosting = (crosswalk("cameo").meaning(code) for code in ("042", "043"))
    assert visit is not None
    assert hosting is not None
    assert (visit.turned, hosting.turned) == (False, True)


def test_contexts_decide_where_they_agree() -> None:
    aid = [
        crosswalk("plover").meaning("AID", each)
        for each in ((), ("peacekeeping", "legal"), ("economic",))
    ]
    assert [each and each.type for each in aid] == ["aid", "deployment", "aid"]
    known = {"A": Meaning("aid"), "A [x]": Meaning("visit"), "A [y]": Meaning("call")}
    disagree = Crosswalk(known, frozenset("A")).meaning("A", ("x", "y"))
    assert disagree == Meaning("aid")


@pytest.mark.parametrize(
    ("scheme", "code", "contexts"),
    [
        *(("cameo", code, ()) for code in ("0311", "0312", "061", "062", "171", "1712", "175")),
        *(("plover", "AGREE", (context,)) for context in ("economic", "military")),
        *(("plover", "COOPERATE", (context,)) for context in ("economic", "military")),
        *(("plover", f"ASSAULT{mode}", ()) for mode in ("", ":primitive", ":crowd-control")),
        ("plover", "COERCE:seize", ()),
        ("plover", "RETREAT:ceasefire", ()),
    ],
)
def test_what_a_code_does_not_tell_is_no_tie(
    scheme: str, code: str, contexts: tuple[str, ...]
) -> None:
    meaning = crosswalk(scheme).meaning(code, contexts)
    assert meaning is not None
    assert meaning.type is None


@pytest.mark.parametrize(
    ("scheme", "code"),
    [each for each in CODES if each[1].startswith(("17", "18", "19", "20", "COERCE", "ASSAULT"))],
)
def test_force_is_decided_and_never_follows_from_the_ontology_alone(scheme: str, code: str) -> None:
    decisions = decided(scheme)
    meaning = crosswalk(scheme).meaning(code)
    assert meaning == next(decisions[each] for each in lineage(code) if each in decisions)
    if meaning.type is not None and scheme == "plover":
        assert code in decisions


def test_unknown_codes_mean_nothing() -> None:
    assert crosswalk("cameo").meaning("999") is None
    assert crosswalk("plover").meaning("CONSULT:telepathy") is None
    with pytest.raises(UsageError, match="cameo or plover"):
        crosswalk("weis")


def test_lineage() -> None:
    assert list(lineage("0312")) == ["0312", "031", "03"]
    assert list(lineage("CONSULT:visit")) == ["CONSULT:visit", "CONSULT"]
