"""Actors, the wordings for them, and who belongs to which body when."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.errors import UnknownActor
from hedgerow.ontology.actors import Actor, Surface, actors

STATES = tuple(actor for actor in actors() if actor.kind == "state")


def surfaces_of(code: str, kind: str) -> set[str]:
    return {s.text for s in actors().surfaces() if s.actor == code and s.kind == kind}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("Viet Nam", "VNM"), ("VNM", "VNM"), ("vietnam", "VNM"), ("Việt Nam", "VNM")),
        *(("U.S.", "USA"), ("usa", "USA"), ("United States of America", "USA")),
        *(("Türkiye", "TUR"), ("Turkiye", "TUR"), ("Côte d’Ivoire", "CIV"), ("Burma", "MMR")),
        *(("DPRK", "PRK"), ("Republic of Korea", "KOR"), ("PRC", "CHN"), ("Czechia", "CZE")),
        *(("Republic of China", "TWN"), ("Kosovo", "XKX"), ("State of Palestine", "PSE")),
        *(("USSR", "SUN"), ("South Vietnam", "RVN"), ("North Vietnam", "VDR"), ("GDR", "DDR")),
        *(("ASEAN", "ASEAN"), ("nato", "NATO"), ("European Union", "EU"), ("OPEC+", "OPEC_PLUS")),
        *(("Hamas", "x-hamas"), ("x-hezbollah", "x-hezbollah"), ("Hong Kong", "HKG")),
    ],
)
def test_names_codes_and_aliases_resolve(text: str, code: str) -> None:
    assert actors().resolve(text).id == code


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Korea", "did you mean North Korea or South Korea?"),
        ("Congo", "did you mean DR Congo or Republic of the Congo?"),
        ("Vietnm", "Vietnam"),
        ("", "give a name or code such as VNM"),
    ],
)
def test_unknown_actor_is_refused_with_near_matches(text: str, hint: str) -> None:
    with pytest.raises(UnknownActor) as refusal:
        actors().resolve(text)
    assert hint in str(refusal.value)


@given(st.sampled_from(tuple(actors())))
def test_every_actor_answers_to_its_id_and_name_in_any_case(actor: Actor) -> None:
    for text in (actor.id, actor.name, actor.name.upper(), f" {actor.name.lower()} "):
        assert actors().resolve(text) == actor


@given(st.text(max_size=30))
def test_resolving_any_text_gives_an_actor_or_one_sentence(text: str) -> None:
    try:
        assert actors().resolve(text).id in actors()
    except UnknownActor as refusal:
        assert str(refusal).startswith("No state or body is called")


@given(st.sampled_from([s for s in actors().surfaces() if s.kind in ("name", "alias")]))
def test_every_name_and_alias_resolves_to_its_actor(surface: Surface) -> None:
    assert actors().resolve(surface.text).id == surface.actor


def test_there_are_all_un_members_and_the_other_states_of_the_design() -> None:
    codes = {state.id for state in STATES}
    assert len(codes) == 199
    assert {"XKX", "PSE", "TWN", "VAT", "COK", "NIU", "SSD", "TLS"} <= codes


def test_user_assigned_codes_are_marked() -> None:
    marked = {a.id for a in actors() if a.kind in ("state", "former_state") and not a.iso}
    assert marked == {"XKX", "RVN"}
    assert not any(a.iso for a in actors() if a.id.startswith("x-"))


def test_former_states_carry_their_dates() -> None:
    former = [actor for actor in actors() if actor.kind == "former_state"]
    assert {"SUN", "YUG", "DDR", "VDR", "RVN"} <= {actor.id for actor in former}
    assert all(actor.start is not None and actor.end is not None for actor in former)


def test_no_wording_stands_for_two_actors() -> None:
    texts = [surface.text for surface in actors().surfaces()]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("code", "kind", "texts"),
    [
        ("VNM", "demonym", {"Vietnamese"}),
        ("VNM", "capital", {"Hanoi", "Ha Noi"}),
        ("PHL", "demonym", {"Philippine", "Filipino"}),
        ("PHL", "people", {"Filipinos"}),
        ("ARE", "demonym", {"Emirati"}),
        ("NLD", "demonym", {"Dutch"}),
        ("DNK", "people", {"Danes"}),
        ("UKR", "capital", {"Kyiv", "Kiev"}),
        ("USA", "seat", {"White House", "Pentagon", "State Department"}),
        ("RUS", "seat", {"Kremlin"}),
        ("MYS", "seat", {"Putrajaya"}),
    ],
)
def test_wordings_of_well_known_actors(code: str, kind: str, texts: set[str]) -> None:
    assert texts <= surfaces_of(code, kind)


@pytest.mark.parametrize("text", ["Korean", "Korea", "Congo", "Brussels", "Geneva", "The Hague"])
def test_wordings_that_name_no_one_actor_are_left_out(text: str) -> None:
    assert text not in {surface.text for surface in actors().surfaces()}


def test_ambiguous_wordings_are_marked() -> None:
    marked = {surface.text for surface in actors().surfaces() if surface.ambiguous}
    assert {"Georgia", "Jordan", "Chad", "Turkey", "Guinea"} <= marked
    assert not {"Vietnam", "Washington", "China"} & marked


@pytest.mark.parametrize("phrase", ["The Australian", "The Chinese", "China", "Hanoi"])
def test_phrases_that_do_mean_the_actor_are_not_masked(phrase: str) -> None:
    assert phrase not in actors().masks()


def test_masks_hold_phrases_that_only_contain_a_wording() -> None:
    masks = set(actors().masks())
    assert {"South China Sea", "Vietnam War", "Associated Press", "Indian Ocean"} <= masks
    assert not masks & {surface.text for surface in actors().surfaces()}


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (dt.date(1970, 1, 1), 5),
        (dt.date(1996, 1, 1), 7),
        (dt.date(2020, 1, 1), 10),
        (dt.date(2026, 1, 1), 11),
        (None, 11),
    ],
)
def test_asean_grows_with_time(day: dt.date | None, count: int) -> None:
    assert len(actors().members("ASEAN", day)) == count


def test_members_of_a_body_without_that_standing_are_none() -> None:
    assert actors().members("ASEAN", standing="frozen") == ()


def test_members_of_an_unknown_body_are_refused() -> None:
    with pytest.raises(UnknownActor):
        actors().members("no such body")


def test_looking_up_an_unknown_id_gives_none_and_its_name_the_id() -> None:
    assert actors().get("QQQ") is None
    assert actors().name("QQQ") == "QQQ"
    assert actors().name("VNM") == "Vietnam"
