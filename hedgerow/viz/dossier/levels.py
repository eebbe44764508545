"""The levels of a dossier: the staircase as a drawing, and the steps with each pole."""

from collections.abc import Iterator

from hedgerow.ontology.ladders import ladders
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.phrases import ENDED, HELD, counted, level_words, listed
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.dossier.stairs import stairs_of
from hedgerow.viz.dossier.templates import drawn
from hedgerow.viz.report import Bullets, Drawing, Line, Paragraph, Section, Table
from hedgerow.viz.report.model import Block

COLUMNS = ("since", "with", "level", "days", "skipped")


def levels(page: Page) -> Section:
    """What is held, the drawing, and the table of steps."""
    return page.head("3. Level staircase", *_blocks(page))


def _blocks(page: Page) -> Iterator[Block]:
    found = page.found
    if not any(answer.rows for answer in found.steps):
        none = f"No level of {page.state} with {listed(page.poles)} by {found.on}"
        yield Paragraph(f"{none}: none found in {page.looked_in}.")
        return
    held = sum(any(row["held"] == HELD for row in answer.rows) for answer in found.steps)
    stands = [{str(row["held"]) for row in answer.rows} for answer in found.steps]
    unsure = sum(HELD not in each and POSSIBLY in each for each in stands)
    perhaps = f", and possibly with {unsure} more" if unsure else ""
    yield Paragraph(
        f"On {found.on} {page.state} holds a level with {held} of "
        f"{counted(len(page.poles), 'pole')}{perhaps}, as far as this archive tells."
    )
    yield Bullets(tuple(Line(answer.in_words) for answer in found.steps))
    yield from _drawing(page)
    steps = [
        (pole, dict(row))
        for pole, answer in zip(page.poles, found.steps, strict=True)
        for row in answer.rows
    ]
    if steps:
        yield Table(
            columns=COLUMNS,
            rows=tuple(_row(pole, row) for pole, row in steps),
            notes=tuple(page.cite_edge(row["id"]) for _, row in steps),
            caption="Steps with each pole",
            numeric=frozenset({"days"}),
        )
    beside = dict.fromkeys(each for answer in found.steps for each in answer.notes)
    if beside:
        yield Bullets(tuple(map(Line, beside)))


def _drawing(page: Page) -> Iterator[Drawing]:
    found = page.found
    by_pole = dict(zip(found.poles, (answer.rows for answer in found.steps), strict=True))
    ladder = ladders().get(found.state)
    stairs = stairs_of(ladder, by_pole, found.on)
    if stairs is None:
        return
    drawn_poles = {label.text for label in stairs.labels}
    missing = [pole for pole in page.poles if pole not in drawn_poles]
    whose = "its own ladder" if ladder else "the wordings used, none of them ranked"
    caption = f"Levels of {page.state} with each pole on {whose}. Dotted: possible, not sure."
    if missing:
        caption += f" Not drawn, no dated level in this archive: {listed(missing)}."
    title = f"Levels of {page.state} with {listed(sorted(drawn_poles))}"
    yield Drawing(
        svg=drawn("stairs.svg.j2", title=title, stairs=stairs),
        alt=f"{title}, as the list above tells them.",
        caption=caption,
    )


def _row(pole: str, row: Row) -> tuple[str, ...]:
    stated = row["stated_level"]
    wording = level_words(str(stated)) if stated else "partnership"
    sure = "" if row["held"] in (HELD, ENDED) else "possibly "
    until = f" to {row['until']}" if row["until"] else ""
    return (
        f"{row['since'] or 'not stated'}{until}",
        pole,
        f"{sure}{row['level'] or wording}",
        _days(row),
        str(row["skipped"] or ""),
    )


def _days(row: Row) -> str:
    least, most = row["days"], row["days_at_most"]
    if least is None:
        return ""
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"
