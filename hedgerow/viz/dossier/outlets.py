"""Where the sources of a dossier differ, and what rests on one outlet or on a party alone."""

from collections.abc import Iterator, Mapping, Sequence

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.asking import Answer
from hedgerow.queries.reading.rows import Cell, actors_of, text_of
from hedgerow.queries.words.cells import label_of
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    CONTESTED,
    UNDATED,
    counted,
    matter_text,
    names,
    parties_text,
)
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Bullets, Line, Paragraph, Section, Table

HEAD = "7. How far the sources bear it"
MOST = 8
TITLES = {
    "disagreements": ("Where documents differ", "told", "versions and who has them"),
    "single_source": ("On one outlet alone", "outlet", "outlet"),
    "party_only": ("On the word of a party alone", "told_by", "told by"),
}
"""By question the title, the column that is shown, and what it is called."""
DETAILS = ("level", "item", "place")
Rows = Sequence[Mapping[str, Cell]]


def sources(page: Page) -> Iterator[Section]:
    """A part for each question: in words by pole, then the newest rows."""
    facts, alone, party = (sum(len(rows) for _, rows in _by_pole(page, name)) for name in TITLES)
    if not any(each.begun for each in page.found.between):
        yield page.head(
            HEAD, Paragraph(f"Nothing to compare with any pole: none found in {page.looked_in}.")
        )
        return
    yield page.head(
        HEAD,
        Paragraph(
            f"Documents differ on {counted(facts, 'fact')}; of what is concluded or held, "
            f"{alone} rest on one outlet alone and {party} on the word of a party alone."
        ),
    )
    for name, (title, column, called) in TITLES.items():
        answers = page.found.sources[name]
        tables = list(_tables(page, name, column, called))
        beside = dict.fromkeys(note for answer in answers for note in answer.notes if tables)
        words = Bullets(tuple(map(Line, _words(page, name, answers))))
        yield page.part(title, words, *tables, *map(Paragraph, beside))


def _words(page: Page, name: str, answers: Sequence[Answer]) -> Iterator[str]:
    for (pole, rows), answer in zip(_by_pole(page, name), answers, strict=True):
        if len(rows) == len(answer.rows):
            yield answer.in_words
        else:
            told = counted(len(rows), "fact")
            yield f"{page.state} - {names([pole])[0]}: documents differ on {told} by then."


def _by_pole(page: Page, name: str) -> Iterator[tuple[str, Rows]]:
    """The rows of a question on what had begun by the day."""
    for each, answer in zip(page.found.between, page.found.sources[name], strict=True):
        yield each.pole, [row for row in answer.rows if row["id"] in each.begun]


def _tables(page: Page, name: str, column: str, called: str) -> Iterator[Table | Bullets]:
    for pole, rows in _by_pole(page, name):
        if not rows:
            continue
        newest = sorted(rows, key=_day, reverse=True)[:MOST]
        with_whom = f"With {names([pole])[0]}"
        yield Table(
            columns=("date", "what", called),
            rows=tuple((str(row["date"]), _what(row), _shown(row, column)) for row in newest),
            notes=tuple(page.cite_edge(row["id"]) for row in newest),
            caption=with_whom + (", the newest" if len(rows) > MOST else ""),
        )
        if len(rows) > MOST:
            yield Bullets((page.more(len(rows) - MOST, name, pole),))


def _day(row: Mapping[str, Cell]) -> tuple[str, str]:
    return str(row["date"]).removeprefix("by ").replace(UNDATED, ""), str(row["id"])


def _what(row: Mapping[str, Cell]) -> str:
    """A row as `Russia to Vietnam: arms deal, Su-35`; what is not concluded says so before it."""
    cells = dict(row)
    types, is_tie = vocabulary().tie_types, cells.get("edge") == "tie"
    level, item, place = (text_of(cells, name) if name in cells else None for name in DETAILS)
    standing = cells.get("standing")
    doubt = "" if standing in (None, CONCLUDED) else f"{standing}: "
    directed = not is_tie and types[str(cells["what"])].directed and standing != CONTESTED
    who = parties_text(actors_of(cells, "actors"), directed=directed)
    return f"{doubt}{who}: {matter_text(label_of(cells), level, item, place)}"


def _shown(row: Mapping[str, Cell], column: str) -> str:
    fact = f"{row['fact']}: " if "fact" in row else ""
    return f"{fact}{row[column]}"
