"""The page of a brief: what stands where, at most so many lines, and nothing that acts."""

import datetime as dt
import io

import docx
import pytest
from lxml import html

from hedgerow.graph import ledger
from hedgerow.graph.store import Store
from hedgerow.queries.brief.asked import follow
from hedgerow.queries.brief.brief import Brief
from hedgerow.queries.brief.reading import read_brief
from hedgerow.viz.brief import brief_report
from hedgerow.viz.report import Bullets, Report, render
from tests.queries.making import Article, store_of, vietnam
from tests.viz.report.samples import HOSTILE

AGAIN = "hedgerow brief VNM --since 2025-01-01 --at 2025-12-31"


def brief_of(store: Store, since: str = "2025", at: str = "2025-12-31") -> Brief:
    return read_brief(store, [follow("VNM")], since, dt.date.fromisoformat(at))


def page(store: Store, lines: int = 8) -> Report:
    return brief_report(brief_of(store), "published", AGAIN, lines)


def test_the_page_tells_what_is_new_and_in_prospect_apart() -> None:
    found = page(store_of(vietnam()))
    assert found.title == "Brief: Vietnam"
    assert found.subtitle == (
        "4 documents published 2025-01-01 to 2025-12-31, 4 of them with claims on Vietnam. "
        "1 new, 1 new in prospect, 1 contested or denied."
    )
    assert found.facts == (
        ("Period", "2025-01-01 to 2025-12-31, by the day documents were published"),
        ("Newest publication", "2025-11-02"),
        ("Left out", "1 document without a date"),
    )
    assert [section.title for section in found.sections] == [
        "New: concluded events, and ties",
        "New and only in prospect: nothing concluded is linked to it in this archive",
        "Contested or denied",
        "Coming up until 2026-03-31: dates planned, and terms that are due to end",
    ]


def test_every_line_cites_its_evidence() -> None:
    found = page(store_of(vietnam()))
    bullets = [b for part in found.sections for b in part.blocks if isinstance(b, Bullets)]
    assert all(line.notes for each in bullets for line in each.items)
    assert "denied by Vietnam: signed" in [extra for note in found.notes for extra in note.extra]


def test_a_section_is_cut_with_the_command_for_the_rest() -> None:
    articles = [
        Article(f"2025-05-{day:02}", url=f"https://wire.example/{day}").says(
            f"They met on {day} May.", "call", "USA VNM", "occurred", date=f"2025-05-{day:02}"
        )
        for day in range(1, 29, 9)
    ]
    (section, *_) = page(store_of(articles), lines=2).sections
    (bullets,) = section.blocks
    assert isinstance(bullets, Bullets)
    assert [line.lead for line in bullets.items] == ["2025-05-28", "2025-05-19", None]
    assert bullets.items[-1].text == f"and 2 more: {AGAIN} --lines 4"


def test_where_nothing_is_new_the_page_says_whose_lack_it_is() -> None:
    quiet = brief_of(store_of(vietnam()), "7d", "2024-01-31")
    found = brief_report(quiet, "published", AGAIN)
    assert found.sections == ()
    assert found.subtitle == (
        "No document of this archive was published 2024-01-25 to 2024-01-31; "
        "the newest is of 2025-11-02."
    )


def test_a_withdrawn_document_is_told_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(vietnam())
    last, gone = (
        next(each.id for each in store.documents() if each.title == title)
        for title in ("No bases", "Submarines")
    )
    monkeypatch.setattr(ledger, "now", lambda: "2025-12-31T12:00:00Z")
    store.withdraw(gone, reason="retracted", by="analyst")
    monkeypatch.setattr(ledger, "now", lambda: "2026-01-01T12:00:00Z")
    store.withdraw(last, reason="after the period", by="analyst")
    (section,) = (each for each in page(store).sections if each.title.startswith("Withdrawn"))
    (bullets,) = section.blocks
    assert isinstance(bullets, Bullets)
    assert len(bullets.items) == 1
    assert bullets.items[0].text == f"{gone[:17]}: retracted (by analyst)"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:16]))
def test_texts_cannot_act_in_any_format(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "now", lambda: "2025-12-31T12:00:00Z")
    article = Article("2025-05-01", text, text, "https://wire.example/1")
    hostile = text.encode("utf-8", "ignore").decode()
    article.says(
        f"Said: {hostile}",
        *("arms_deal", "USA VNM", "denied"),
        item=hostile,
        place=hostile,
        attributed_to=hostile,
    )
    article.publisher = article.title = hostile
    store = store_of([article])
    other = Article("2025-05-02", url="https://wire.example/2").says(
        "x", "call", "USA VNM", "talks"
    )
    document, _ = other.item()
    store.add([other.item()])
    store.withdraw(document.id, reason=hostile, by=hostile)
    found = brief_report(brief_of(store), "published", f"hedgerow brief {hostile}", 1)
    tree = html.fromstring(render(found, "html"))
    assert not tree.xpath("//script | //img | //b | //*[@onerror]")
    assert not [a for a in tree.xpath("//a/@href") if "evil" in a]
    for form in ("txt", "md"):
        shown = render(found, form).decode()
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert "<script>" not in render(found, "md").decode()
    assert docx.Document(io.BytesIO(render(found, "docx"))).paragraphs
