from hedgerow.graph.store import Store
from hedgerow.queries.asking import Answer, ask
from hedgerow.queries.reading.rows import Cell
from tests.queries.making import Article, store_of


def embargo(store: Store, at: str) -> dict[str, Cell]:
    rows = ask(store, "sanctions", {"a": "VNM", "at": at}).rows
    (row,) = [row for row in rows if row["item"] == "arms embargo"]
    return dict(row)


def test_the_embargo_on_vietnam_was_imposed_eased_and_lifted(examples: Store) -> None:
    then = embargo(examples, "2000")
    assert (then["stands"], then["since"], then["eased"], then["lifted"]) == (
        *("held", "1964", None, None),
    )
    assert embargo(examples, "2015")["eased"] == "2014-10-02"
    now = embargo(examples, "2020")
    assert (now["stands"], now["since"], now["eased"], now["lifted"]) == (
        *("lifted", "1964", "2014-10-02", "2016-05-23"),
    )
    assert (now["imposer"], now["target"], now["direction"]) == ("USA", ("VNM",), "against")


def test_a_lift_in_prospect_has_lifted_nothing() -> None:
    told = [
        Article("2020-01-02", source="a.txt").says(
            "Avaria put an embargo on Borduria.",
            *("sanction", "USA VNM", "in_force"),
            date="2020-01-01",
            item="arms embargo",
            attributes={"target_kind": "sector"},
        ),
        Article("2021-01-02", source="b.txt").says(
            "Avaria plans to lift the embargo in March.",
            *("sanction_lift", "USA VNM", "planned"),
            date="2021-03",
            item="arms embargo",
        ),
    ]
    with store_of(told) as made:
        answer = ask(made, "sanctions", {"a": "USA", "at": "2021-06"})
    held, planned = answer.rows
    assert (held["stands"], held["direction"], held["target_kind"]) == ("held", "by", "sector")
    assert (planned["stands"], planned["lifted"], planned["date"]) == (
        *("prospective", None, "2021-03"),
    )
    assert "lifted" not in answer.in_words
    assert answer.in_words.endswith("; apart from these 1 only in prospect.")


def test_what_is_denied_is_not_in_force() -> None:
    told = Article("2020-01-02").says(
        "Avaria denied that it had put an embargo on Borduria.",
        *("sanction", "USA VNM", "denied"),
        stage="in_force",
        date="2020-01-01",
    )
    with store_of([told]) as made:
        answer = ask(made, "sanctions", {"a": "VNM"})
    assert isinstance(answer, Answer)
    assert [row["stands"] for row in answer.rows] == ["negative"]
    assert "none known to be in force" in answer.in_words


def test_words_absence_as_the_archives(store: Store) -> None:
    words = ask(store, "sanctions", {"a": "CHN"}).in_words
    assert words == (
        "China on 2025-11-02: no sanction by or against it; none found in 1 document on China."
    )
