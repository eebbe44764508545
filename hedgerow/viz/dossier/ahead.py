"""What is coming, as far as documents state it: plans with a date ahead, terms that end."""

from collections.abc import Iterator

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dossier.edges import Placed
from hedgerow.queries.dossier.words import status, what
from hedgerow.queries.reading.rows import Row, actors_of, text_of
from hedgerow.queries.words.phrases import CONCLUDED, counted, listed, matter_text, parties_text
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Paragraph, Section, Table

HEAD = "8. Coming and expiring"
COLUMNS = ("date", "what", "standing")


def ahead(page: Page) -> Section:
    """Plans that are dated later than the day, and stated terms that end."""
    on, until = page.found.on, page.found.terms.parameters["by"]
    plans, terms = _plans(page), list(_terms(page))
    only = "Only what documents state is told; nothing is inferred."
    if not plans and not terms:
        none = f"No plan dated after {on} and no stated term that ends by {until} was found with"
        return page.head(HEAD, Paragraph(f"{none} {listed(page.poles)}. {only}"))
    told = (
        f"{counted(len(plans), 'plan')} dated after {on}, not known to have happened by then; "
        f"{counted(len(terms), 'stated term ends', 'stated terms end')} by {until}. {only}"
    )
    rows = (
        *((str(one.edge.stated), what(one), f"only {status(one, on)}") for one in plans),
        *map(_term, terms),
    )
    notes = (
        *(page.cite(one.sources) for one in plans),
        *(page.cite_edge(row["id"]) for row in terms),
    )
    return page.head(HEAD, Paragraph(told), Table(COLUMNS, rows, notes))


def _plans(page: Page) -> list[Placed]:
    """What is in prospect on the day with a stated date that may lie after it, each once."""
    found = {
        one.edge.id: one
        for each in page.found.between
        for one in each.block("prospective")
        if one.edge.when is not None and one.edge.when.latest > page.found.on
    }
    return sorted(found.values(), key=lambda one: (one.edge.stated or "", one.edge.id))


def _terms(page: Page) -> Iterator[Row]:
    for row in page.found.terms.rows:
        cells = dict(row)
        if not set(actors_of(cells, "actors")).isdisjoint(page.found.poles):
            yield cells


def _term(row: Row) -> tuple[str, str, str]:
    kind = vocabulary().tie_type(str(row["what"]))
    who = parties_text(actors_of(row, "actors"), directed=kind.directed)
    matter = matter_text(kind.label, None, text_of(row, "item"), text_of(row, "place"))
    label = vocabulary().status(str(row["status"])).label
    doubt = "" if row["standing"] == CONCLUDED else f"only {row['standing']}: "
    date = " ".join(filter(None, (text_of(row, "possibly"), text_of(row, "term"))))
    return date, f"{who}: {matter}", f"{doubt}{label}, stated end"
