from pathlib import Path

import pytest

from hedgerow.errors import NothingDone
from hedgerow.loaders.evaluation import read_gold
from tests.loaders.evaluation.conftest import HEADER, PLAN, ROW, Write


def test_articles_come_with_their_rows_and_those_without_any(folder: Write) -> None:
    first, second = read_gold([folder()])
    assert [first.name, second.name] == ["a.txt", "b.txt"]
    assert not second.rows
    visit, plan = first.rows
    assert (visit.row, visit.type, visit.actors, visit.date) == (
        2,
        "visit",
        ("KEN", "RWA"),
        "2023-04-04",
    )
    assert (visit.directed, visit.standing, plan.directed, plan.standing) == (
        *(True, "concluded"), *(False, "prospective"),
    )  # fmt: skip


def test_a_quote_is_found_across_line_ends(folder: Write) -> None:
    (article, _) = read_gold([folder()])
    start, end = article.rows[1].span or (0, 0)
    assert " ".join(article.document.text[start:end].split()) == "will sign six agreements"


def test_articles_of_two_folders_never_mix(folder: Write) -> None:
    found = read_gold([folder(name="one"), folder(name="two")])
    assert [each.name for each in found] == ["one/a.txt", "one/b.txt", "two/a.txt", "two/b.txt"]
    assert {row.article for row in found[2].rows} == {"two/a.txt"}


def test_where_articles_without_rows_are_listed_other_files_are_none(folder: Write) -> None:
    path = folder()
    (path / "no-rows.txt").write_text("", encoding="utf-8")
    assert [each.name for each in read_gold([path])] == ["a.txt"]
    (path / "no-rows.txt").write_text("b.txt nothing between states\n", encoding="utf-8")
    assert [each.name for each in read_gold([path])] == ["a.txt", "b.txt"]


def test_articles_of_one_file_go_by_their_ids(folder: Write) -> None:
    path = folder(["one,visit,KEN;RWA,occurred,,,,yes,Kenya visited Rwanda"])
    lines = ['{"id": "one", "text": "Kenya visited Rwanda."}', '{"id": "two", "text": "Rain."}']
    (path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [each.name for each in read_gold([path])] == ["a.txt", "b.txt", "one", "two"]


def test_a_quote_that_loading_cuts_away_is_a_row_all_the_same(folder: Write) -> None:
    path = folder(["p.html,visit,KEN;RWA,occurred,,,,yes,Kenya visited Rwanda"])
    menu = "<nav><a href='x'>Kenya <b>visited</b> Rwanda</a></nav>"
    body = "<p>It rained in Nairobi all day long, and people stayed at home.</p>" * 5
    page = (
        f"<html><head><title>Rain</title></head><body>{menu}<article>{body}</article></body></html>"
    )
    (path / "p.html").write_text(page, encoding="utf-8")
    (row,) = read_gold([path])[-1].rows
    assert row.span is None


def test_a_territory_that_is_no_actor_may_stand_in_gold(folder: Write) -> None:
    path = folder([ROW.replace("KEN;RWA", "FRO;RWA")])
    assert read_gold([path])[0].rows[0].actors == ("FRO", "RWA")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (ROW.replace("visit,", "vist,"), "did you mean visit?"),
        (ROW.replace("occurred", "happened"), "no status called 'happened'"),
        (ROW.replace("KEN;RWA", "KEN;VMN"), "'VMN'"),
        (ROW.replace("KEN;RWA", "KEN"), "two actors"),
        (ROW.replace("a.txt", "c.txt"), "no article 'c.txt'"),
        (ROW.replace("Amani", "Imani"), "copy it verbatim"),
        (ROW.replace("2023-04-04", "last week"), "date 'last week'"),
        (ROW.replace("2023-04-04", "2023-05/2023-04"), "ends before it starts"),
        (ROW.replace("yes", "perhaps"), "required 'perhaps'"),
        (ROW.replace("a.txt", ""), "article ''"),
    ],
)
def test_a_wrong_row_is_named_by_its_number(folder: Write, row: str, says: str) -> None:
    path = folder([PLAN, row])
    with pytest.raises(NothingDone, match="row 3") as raised:
        read_gold([path])
    assert says in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1


def test_every_problem_is_named_at_once(folder: Write) -> None:
    path = folder([ROW.replace("visit,", "vist,"), PLAN.replace("a.txt", "c.txt")])
    (path / "no-rows.txt").write_text("d.txt\n", encoding="utf-8")
    with pytest.raises(NothingDone) as raised:
        read_gold([path])
    assert len(str(raised.value).splitlines()) == 3


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (None, "write the gold rows into it"),
        (HEADER.replace("quote", "words"), "no column quote"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_table_that_cannot_be_used_is_one_sentence(
    folder: Write, table: str | bytes | None, says: str
) -> None:
    path = folder()
    (path / "gold.csv").unlink()
    if table is not None:
        data = table if isinstance(table, bytes) else table.encode()
        (path / "gold.csv").write_bytes(data)
    with pytest.raises(NothingDone, match=says):
        read_gold([path])


def test_a_folder_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(NothingDone, match="is no folder"):
        read_gold([tmp_path / "nowhere"])
