import datetime as dt

from hedgerow.graph.resolution import Evidence
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from tests.graph.resolution.building import by_time, resolve, spans, told


def level(date: str | None, name: str | None, status: str = "agreed", **more: str) -> Evidence:
    words = {"level": name} if name is not None else {}
    more.setdefault("document", f"{date}-{name}")
    return told("partnership_upgrade", "USA VNM", status, date, **words, **more)


def holding(name: str, published: str | None, **more: str) -> Evidence:
    document = f"holds-{name}-{published}"
    return level(None, name, "in_force", phase="holds", published=published, document=document)


def relations(type_: str, date: str | None, **more: str) -> Evidence:
    return told(type_, "FIN RUS", "occurred", date, document=f"{type_}{date}", **more)


def sanction(type_: str, date: str, **more: str) -> Evidence:
    return told(type_, "USA VNM", "in_force", date, document=f"{type_}{date}", **more)


def access(date: str | None, status: str, **more: str) -> Evidence:
    more.setdefault("document", f"{date}{status}{more.get('place')}")
    return told("base_access", "RUS VNM", status, date, **more)


def test_a_higher_level_ends_the_one_before() -> None:
    low, high = by_time(
        resolve(
            [
                level("2023-09-10", "comprehensive_strategic", from_level="comprehensive"),
                level("2013-07-25", "comprehensive"),
                level("2013", "comprehensive"),
            ]
        ).ties
    )
    assert (low.level, low.since, low.until) == ("comprehensive", "2013-07-25", "2023-09-10")
    assert (high.level, high.since, high.until) == ("comprehensive_strategic", "2023-09-10", None)
    assert (low.closed_by, low.documents) == (high.opened_by, 2)
    assert high.previous == low.id
    assert [(rung.ladder, rung.slug, rung.rank) for rung in high.rungs] == [
        ("VNM", "comprehensive_strategic", 4)
    ]
    assert [party.id for party in high.parties] == ["USA", "VNM"]


def test_a_level_set_again_confirms_it() -> None:
    (tie,) = resolve(
        [level("2013-07-25", "comprehensive"), level("2016-05-23", "comprehensive")]
    ).ties
    assert (tie.since, tie.last_confirmed, len(tie.events)) == ("2013-07-25", "2016-05-23", 2)


def test_a_claim_that_a_level_holds_confirms_it_on_its_publication() -> None:
    (tie,) = resolve(
        [
            level("2023-09-10", "comprehensive_strategic"),
            holding("comprehensive_strategic", "2025-03"),
        ]
    ).ties
    assert (tie.since, tie.last_confirmed, tie.documents) == ("2023-09-10", "2025-03", 2)


def test_a_level_known_only_to_hold_has_no_known_beginning() -> None:
    first, second = holding("strategic", "2024-01-02"), holding("strategic", "2024-05-01")
    (tie,) = resolve([first, second]).ties
    assert (tie.since, tie.opened_by) == (None, None)
    assert (tie.first_confirmed, tie.last_confirmed) == ("2024-01-02", "2024-05-01")
    assert tie.claims == tuple(sorted((first.claim.id, second.claim.id)))


def test_a_level_known_only_to_hold_is_ended_by_the_next() -> None:
    ties = resolve([holding("comprehensive", "2018"), level("2023-09-10", "strategic")]).ties
    assert spans(ties) == [(None, "2023-09-10"), ("2023-09-10", None)]


def test_a_claim_that_a_level_holds_never_revives_or_predates_it() -> None:
    evidence = [
        level("2013-07-25", "comprehensive"),
        level("2023-09-10", "comprehensive_strategic"),
        holding("comprehensive", "2024-01-01"),
        holding("comprehensive_strategic", "2022-01-01"),
    ]
    assert spans(resolve(evidence).ties) == [("2013-07-25", "2023-09-10"), ("2023-09-10", None)]


def test_an_undated_upgrade_opens_a_tie_of_unknown_beginning() -> None:
    evidence = [level(None, "strategic", published="2024-02-01", document="a")]
    (tie,) = resolve(evidence).ties
    assert (tie.since, tie.last_confirmed) == (None, "2024-02-01")
    assert tie.opened_by == resolve(evidence).events[0].id


def test_an_undated_upgrade_long_after_confirms_the_dated_one() -> None:
    (tie,) = resolve(
        [
            level("2023-09-10", "comprehensive_strategic", published="2023-09-10"),
            level(None, "comprehensive_strategic", published="2025-06-01", document="a"),
        ]
    ).ties
    assert (tie.since, tie.last_confirmed) == ("2023-09-10", "2025-06-01")


def test_a_downgrade_opens_the_lower_level_and_without_one_only_ends() -> None:
    def lowered(date: str, **more: str) -> Evidence:
        return told("partnership_downgrade", "USA VNM", "occurred", date, document=date, **more)

    high = level("2013", "strategic")
    assert spans(resolve([high, lowered("2020-01-01", level="comprehensive")]).ties) == [
        ("2013", "2020-01-01"),
        ("2020-01-01", None),
    ]
    assert spans(resolve([high, lowered("2020-01-01")]).ties) == [("2013", "2020-01-01")]


def test_what_is_planned_reported_or_contested_opens_no_tie() -> None:
    for status in ("talks", "planned", "reported", "cancelled", "denied"):
        assert resolve([level("2023-09-10", "strategic", status)]).ties == ()
    contested = [
        level("2023-09-10", "strategic"),
        level("2023-09-10", "strategic", "denied", document="b"),
    ]
    assert resolve(contested).ties == ()


def test_a_signed_treaty_is_held_from_its_entry_into_force() -> None:
    signed = told(
        "alliance_treaty",
        "PHL USA",
        "signed",
        "1951-08-30",
        document="a",
        name="Mutual Defense Treaty",
    )
    force = told(
        "alliance_treaty",
        "PHL USA",
        "in_force",
        "1952-08-27",
        document="b",
        name="Mutual Defense Treaty",
    )
    assert resolve([signed]).ties == ()
    (tie,) = resolve([signed, force]).ties
    assert (tie.since, tie.item, tie.documents) == ("1952-08-27", "Mutual Defense Treaty", 2)


def test_a_signature_long_before_is_evidence_of_the_tie_it_led_to() -> None:
    signed = access("2001-01-01", "signed", place="Cam Ranh")
    (tie,) = resolve([signed, access("2004-01-01", "in_force", place="Cam Ranh")]).ties
    assert tie.since == "2004-01-01"
    assert signed.claim.id in tie.claims
    assert len(tie.events) == 2


def test_recalls_and_returns_are_separate_stretches() -> None:
    ties = resolve(
        [
            relations("relations_established", "1991-01-01"),
            relations("relations_downgrade", "2022-04-01"),
            relations("normalization", "2023-05-01"),
            relations("relations_downgrade", "2024-06-01"),
        ]
    ).ties
    assert spans(ties) == [
        ("1991-01-01", "2022-04-01"),
        ("2022-04-01", "2023-05-01"),
        ("2023-05-01", "2024-06-01"),
        ("2024-06-01", None),
    ]
    ordered = by_time(ties)
    assert [tie.previous for tie in ordered[1:]] == [tie.id for tie in ordered[:-1]]


def test_broken_relations_can_be_restored_and_broken_again() -> None:
    dates = ("1980-01-01", "1990-01-01", "2000-01-01", "2010-01-01")
    types = ("relations_established", "rupture", "normalization", "rupture")
    ties = resolve([relations(type_, date) for type_, date in zip(types, dates, strict=True)]).ties
    assert spans(ties) == [("1980-01-01", "1990-01-01"), ("2000-01-01", "2010-01-01")]


def test_a_sanction_is_lifted_in_full_not_in_part() -> None:
    evidence = [
        sanction("sanction", "1964", instrument="arms embargo"),
        sanction("sanction_lift", "2014-10-02", instrument="arms embargo", extent="partial"),
        sanction("sanction_lift", "2016-05-23", instrument="arms embargo", extent="full"),
    ]
    (eased,) = resolve(evidence[:2]).ties
    assert (eased.since, eased.until, eased.last_confirmed) == ("1964", None, "2014-10-02")
    (lifted,) = resolve(evidence).ties
    assert (lifted.until, lifted.item) == ("2016-05-23", "arms embargo")


def test_sanctions_run_side_by_side_and_an_unnamed_one_lifted_ends_none() -> None:
    imposed = [
        sanction("sanction", "1964", instrument="trade embargo"),
        sanction("sanction", "1984", instrument="arms embargo"),
    ]
    lift = sanction("sanction_lift", "1994-02-03", instrument="trade embargo", extent="full")
    assert spans(resolve([*imposed, lift]).ties) == [("1964", "1994-02-03"), ("1984", None)]
    unnamed = sanction("sanction_lift", "1994-02-03")
    assert spans(resolve([*imposed, unnamed]).ties) == [("1964", None), ("1984", None)]
    assert spans(resolve([imposed[0], unnamed]).ties) == [("1964", "1994-02-03")]


def test_an_unnamed_sanction_said_to_hold_confirms_only_the_one_there_is() -> None:
    trade = sanction("sanction", "1964", instrument="trade embargo")
    arms = sanction("sanction", "1984", instrument="arms embargo")
    still = told(
        "sanction", "USA VNM", "in_force", document="a", phase="holds", published="1990-01-01"
    )
    (tie,) = resolve([trade, still]).ties
    assert tie.last_confirmed == "1990-01-01"
    assert spans(resolve([trade, arms, still]).ties) == [("1964", None), ("1984", None)]
    (unknown,) = resolve([still]).ties
    assert (unknown.since, unknown.item) == (None, None)


def test_access_ends_where_a_claim_says_so() -> None:
    begun = access("1979-05-02", "in_force", place="Cam Ranh")
    (tie,) = resolve([begun, access("2002", "ended", place="Cam Ranh", phase="ends")]).ties
    assert (tie.since, tie.until) == ("1979-05-02", "2002")
    again = access("2030-01-01", "in_force", place="Cam Ranh")
    ties = resolve([begun, access("2002", "ended", place="Cam Ranh", phase="ends"), again]).ties
    assert spans(ties) == [("1979-05-02", "2002"), ("2030-01-01", None)]


def test_an_end_of_unknown_date_counts_by_its_publication() -> None:
    begun = access("1979-05-02", "in_force", place="Cam Ranh", published="1979-05-03")
    ended = access(None, "ended", place="Cam Ranh", phase="ends", published="2004-01-01")
    (tie,) = resolve([begun, ended]).ties
    assert (tie.since, tie.until, tie.until_basis) == ("1979-05-02", "2004-01-01", "published")
    assert tie.ended == PartialDate("2004-01-01", dt.date(1979, 5, 3), dt.date(2004, 1, 1))
    (dated,) = resolve([begun, access("2002", "ended", place="Cam Ranh", phase="ends")]).ties
    assert (dated.until_basis, dated.ended) == ("stated", parse_partial_date("2002"))


def test_a_stated_end_closes_only_if_it_had_passed_when_told() -> None:
    told_after = access("1979-05-02", "in_force", date_end="2002-05-01", published="2016-10-01")
    told_before = access("1979-05-02", "in_force", date_end="2004-05-01", published="1980-01-01")
    assert spans(resolve([told_after]).ties) == [("1979-05-02", "2002-05-01")]
    assert spans(resolve([told_before]).ties) == [("1979-05-02", None)]


def test_a_suspended_tie_is_held_again_after_its_resumption() -> None:
    agreement = "Status of Forces"
    ties = resolve(
        [
            told("defence_agreement", "PHL USA", status, date, document=date, instrument=agreement)
            for status, date in (
                ("in_force", "1999-06-01"),
                ("suspended", "2005-01-01"),
                ("in_force", "2008-01-01"),
            )
        ]
    ).ties
    assert spans(ties) == [("1999-06-01", "2005-01-01"), ("2008-01-01", None)]


def test_notice_of_an_end_that_is_called_off_leaves_the_tie_open() -> None:
    def vfa(status: str, date: str, phase: str) -> Evidence:
        return told(
            "defence_agreement",
            "PHL USA",
            status,
            date,
            document=date,
            published=date,
            phase=phase,
            instrument="Visiting Forces Agreement",
        )

    (tie,) = resolve(
        [
            vfa("in_force", "1999-06-01", "begins"),
            vfa("planned", "2020-02-11", "ends"),
            vfa("suspended", "2020-06-01", "ends"),
            vfa("cancelled", "2021-07-30", "ends"),
        ]
    ).ties
    assert (tie.since, tie.until) == ("1999-06-01", None)


def test_denied_and_contested_access_gives_no_tie() -> None:
    denied = access(None, "denied", place="Cam Ranh", published="2016-10-13", stage="talks")
    assert resolve([denied]).ties == ()
    assert [event.status for event in resolve([denied]).events] == ["denied"]
    asserted = access(None, "in_force", place="Cam Ranh", published="2016-10-20", phase="holds")
    assert resolve([denied, asserted]).ties == ()


def test_each_direction_has_its_own_tie() -> None:
    there = told("sanction", "USA RUS", "in_force", "2014-03-20", document="a")
    back = told("sanction", "RUS USA", "in_force", "2014-03-20", document="b")
    ties = resolve([there, back]).ties
    assert {tie.actors for tie in ties} == {("USA", "RUS"), ("RUS", "USA")}


def test_the_events_of_a_tie_stand_in_one_order_whatever_they_did() -> None:
    for number in range(8):
        place = f"Pier {number}"
        begun = access("1979-05-02", "in_force", place=place)
        (tie,) = resolve([begun, access("2002", "ended", place=place, phase="ends")]).ties
        assert list(tie.events) == sorted(tie.events)


def lowered(date: str | None, name: str | None, document: str) -> Evidence:
    words = {"level": name} if name is not None else {}
    return told("partnership_downgrade", "USA VNM", "occurred", date, document=document, **words)


def test_a_lowered_level_told_again_is_one_tie_confirmed() -> None:
    ties = resolve(
        [
            level("2013-07-25", "strategic"),
            lowered("2020-03", "comprehensive", "first"),
            lowered("2021-06", "comprehensive", "second"),
        ]
    ).ties
    assert spans(ties) == [("2013-07-25", "2020-03"), ("2020-03", None)]
    assert by_time(ties)[1].last_confirmed == "2021-06"


def test_relations_lowered_again_on_no_date_are_lowered_once() -> None:
    lower = relations("relations_downgrade", "2018-03")
    again = relations("relations_downgrade", None, published="2019-01")
    ties = resolve([relations("relations_established", "1992"), lower, again]).ties
    assert spans(ties) == [("1992", "2018-03"), ("2018-03", None)]


def test_relations_lowered_again_later_are_lowered_twice() -> None:
    steps = [relations("relations_downgrade", date) for date in ("2018-03", "2022-04")]
    ties = resolve([relations("relations_established", "1992"), *steps]).ties
    assert spans(ties) == [("1992", "2018-03"), ("2018-03", "2022-04"), ("2022-04", None)]
