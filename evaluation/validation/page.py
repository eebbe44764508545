"""docs/validation.md: the figures put into page.md.j2."""

from collections import Counter
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evaluation.validation.archive import HINDSIGHT, KNOWN, VIEWS, Archive
from evaluation.validation.dependence import dependence
from evaluation.validation.figures import Standing
from evaluation.validation.others import arms_rows, partner_rows
from evaluation.validation.plan import HERE, plan
from evaluation.validation.published import KINDS, classes, published, told
from evaluation.validation.reasons import reasons
from evaluation.validation.results import (
    Cells,
    group_rows,
    split_rows,
    summary,
    survey_rows,
)
from evaluation.validation.words import NOTHING, both, name, number
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.words.phrases import listed, names


def page(archive: Archive) -> str:
    """The page as Markdown."""
    templates = Environment(  # Markdown is no HTML, and nothing in it comes from elsewhere.
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701
    )
    texts = {"name": name, "names": lambda codes: listed(names(codes)), "number": number}
    templates.filters |= texts
    newest = max(plan().days)
    standings = archive.figures[newest, HINDSIGHT].standings
    return templates.get_template("page.md.j2").render(
        plan=plan(),
        weights=default_weights().version,
        newest=newest,
        views=VIEWS,
        known=KNOWN,
        hindsight=HINDSIGHT,
        summary=" ".join(summary(archive)),
        kinds=Counter(row.read for row in published()),
        meanings=KINDS,
        coverage=list(_coverage(archive)),
        dependence=dependence(archive),
        thin=[held.state for held in standings.values() if not held.is_compared],
        figures={view: list(_figures(archive, newest, view)) for view in VIEWS},
        surveys=list(survey_rows(archive)),
        splits=list(split_rows(archive)),
        groups=[(each, classes(each), list(group_rows(archive, each))) for each in plan().groups],
        partners=list(partner_rows(archive)),
        arms=list(arms_rows(archive)),
        told=told,
        costly={state: number(held.costly) for state, held in standings.items()},
        reasons=list(reasons(archive)),
    )


def _coverage(archive: Archive) -> Iterator[Cells]:
    for state in plan().states:
        yield name(state), *(_edges(each.standings[state]) for each in archive.figures.values())


def _edges(held: Standing) -> str:
    shown = " + ".join(str(len(each)) for each in held.behind)
    return f"**{shown}**" if held.is_compared else shown


def _figures(archive: Archive, year: int, view: str) -> Iterator[Cells]:
    for held in archive.figures[year, view].standings.values():
        lean = number(held.lean, 0)
        yield (
            name(held.state),
            str(held.edges),
            str(held.documents),
            lean if held.is_compared or held.lean is None else f"({lean})",
            both(held.cooperation),
            both(held.pipeline),
            number(held.dual),
            number(held.costly),
            listed(names(held.allied)) or NOTHING,
        )
