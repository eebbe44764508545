"""Actors of rows: codes and names become ours, or there is a reason why not."""

import pytest

from hedgerow.loaders.tables.parties import (
    Pair,
    SideCells,
    actor_rules,
    by_cameo,
    by_name,
    pair_of,
)
from hedgerow.loaders.tables.reasons import Reason
from hedgerow.ontology.actors import actors


@pytest.mark.parametrize(
    ("state", "group", "role", "expected"),
    [
        ("VNM", "", "", "VNM"),
        ("VNM", "", "GOV", "VNM"),
        ("ROM", "", "GOV", "ROU"),
        ("TMP", "", "", "TLS"),
        ("", "UNO", "IGO", "UN"),
        ("EUR", "EEC", "IGO", "EU"),
        ("WST", "NAT", "IGO", "NATO"),
        ("SEA", "ASN", "IGO", "ASEAN"),
        ("PSE", "HMS", "REB", "x-hamas"),
        ("PSE", "FTA", "GOV", Reason.ROLE),
        ("SDN", "SPL", "MIL", Reason.ROLE),
        ("CHE", "", "IGO", Reason.ROLE),
        ("VNM", "", "BUS", Reason.ROLE),
        ("ISR", "LKD", "", Reason.ROLE),
        ("EUR", "", "", Reason.ELSEWHERE),
        ("PRI", "", "", Reason.ELSEWHERE),
        ("", "", "CVL", Reason.ELSEWHERE),
        ("XQZ", "", "", Reason.COUNTRY),
    ],
)
def test_cameo(state: str, group: str, role: str, expected: str | Reason) -> None:
    assert by_cameo(SideCells(state, group, role=role)) == expected


def test_a_people_a_faith_or_the_opposition_is_not_the_state() -> None:
    assert by_cameo(SideCells("CHN", ethnic="tib")) == Reason.ROLE
    assert by_cameo(SideCells("SAU", religion="MOS", role="GOV")) == Reason.ROLE
    assert by_cameo(SideCells("SAU", religion_2="SUN")) == Reason.ROLE
    assert by_cameo(SideCells("USA", role="LEG", role_2="OPP")) == Reason.ROLE
    assert by_cameo(SideCells("USA", role="BUS", role_3="MED")) == Reason.ROLE
    assert by_cameo(SideCells("USA", role="GOV", role_2="BUS", role_3="MIL")) == "USA"


@pytest.mark.parametrize(
    ("state", "role", "name", "expected"),
    [
        ("Vietnam", "", "Vietnam", "VNM"),
        ("Occupied Palestinian Territory", "Government", "Ministry", "PSE"),
        ("Vatican City", "", "", "VAT"),
        ("VNM", "GOV", "Hanoi", "VNM"),
        ("", "", "United Nations", "UN"),
        ("Russian Federation", "Executive,Government", "Ministry (Russia)", "RUS"),
        ("IGO", "", "European Union", "EU"),
        ("Puerto Rico", "", "", Reason.ELSEWHERE),
        ("", "", "Some Company", Reason.ELSEWHERE),
        ("Atlantis", "", "", Reason.COUNTRY),
        ("Vietnam", "General Population / Civilian / Social,Social", "Citizen", Reason.ROLE),
        (
            "India",
            "Opposition Major Party (Out Of Government),Legislative / Parliamentary,Government",
            "Deputy (India)",
            Reason.ROLE,
        ),
    ],
)
def test_names(state: str, role: str, name: str, expected: str | Reason) -> None:
    assert by_name(SideCells(state, role=role, name=name)) == expected


def pair(first: SideCells, second: SideCells, *, domestic: bool = False) -> Pair:
    return pair_of(first, second, find=by_cameo, several=";", domestic=domestic)


def test_two_actors() -> None:
    vnm, usa = SideCells("VNM"), SideCells("USA", role="GOV")
    assert pair(usa, vnm) == Pair("USA", "VNM")
    assert pair(usa, SideCells()).reason == Reason.MISSING
    assert pair(SideCells(), SideCells()).reason == Reason.MISSING
    assert pair(usa, SideCells("EUR")).reason == Reason.ELSEWHERE
    assert pair(SideCells("XQZ"), SideCells("EUR")).reason == Reason.COUNTRY


def test_a_reciprocal_row_names_both_on_one_side() -> None:
    both = SideCells("USA;VNM", role="GOV;GOV")
    assert pair(both, SideCells()) == Pair("USA", "VNM", shared=True)
    assert pair(SideCells(), both) == Pair("USA", "VNM", shared=True)
    assert pair(SideCells("USA;VNM;CHN"), SideCells()).reason == Reason.MANY
    assert pair(both, SideCells("CHN")).reason == Reason.MANY
    assert pair(SideCells("USA;USA"), SideCells("CHN")) == Pair("USA", "CHN")


def test_domestic_rows_need_two_actors_all_the_same() -> None:
    state, movement = SideCells("PSE", role="GOV"), SideCells("PSE", "HMS", role="REB")
    assert pair(state, movement).reason == Reason.DOMESTIC
    assert pair(state, movement, domestic=True) == Pair("PSE", "x-hamas")
    assert pair(state, state, domestic=True).reason == Reason.DOMESTIC


def test_every_code_of_ours_is_an_actor_of_ours() -> None:
    rules = actor_rules()
    ours = {*rules.states.values(), *rules.groups.values(), *rules.names.values()}
    assert {code for code in ours if code not in actors()} == set()
