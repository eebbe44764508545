"""A dossier as a report."""

from dataclasses import replace

from hedgerow.queries.dossier.dossier import Dossier
from hedgerow.queries.words.phrases import counted, listed, span_text
from hedgerow.viz.dossier.ahead import ahead
from hedgerow.viz.dossier.changes import changes
from hedgerow.viz.dossier.handling import both, mark_behind
from hedgerow.viz.dossier.levels import levels
from hedgerow.viz.dossier.matters import key_matters
from hedgerow.viz.dossier.measures import measures
from hedgerow.viz.dossier.method import method
from hedgerow.viz.dossier.outlets import sources
from hedgerow.viz.dossier.page import Making, Page
from hedgerow.viz.dossier.summary import in_short
from hedgerow.viz.dossier.unknown import unknown
from hedgerow.viz.report import Report


def dossier_report(found: Dossier, making: Making) -> Report:
    """The sections in their order, with the notes numbered in the order of first use.

    It carries the strictest mark of what it counts and cites, beside the user's own.
    """
    report = _report(found, making)
    mark = mark_behind(found, report)
    if mark is None or mark == making.handling:
        return report
    again = _report(found, replace(making, handling=both(making.handling, mark)))
    return replace(again, handling=mark)


def _report(found: Dossier, making: Making) -> Report:
    page = Page(found, making)
    sections = (
        in_short(page),
        *measures(page),
        levels(page),
        *key_matters(page),
        *changes(page),
        *unknown(page),
        *sources(page),
        ahead(page),
        method(page),
    )
    return Report(
        title=f"{page.state} between {listed(page.poles)}",
        subtitle=f"What this archive tells, on {found.on}",
        facts=_facts(page),
        sections=sections,
        notes=page.notes.all,
    )


def _facts(page: Page) -> tuple[tuple[str, str], ...]:
    found, making = page.found, page.making
    held = f"{counted(found.held.documents, 'document')}{span_text(found.held)}"
    facts = (
        ("Handling", making.handling),
        ("Day", str(found.on)),
        ("View", making.view),
        ("Archive", held),
        ("Made", str(making.made)),
    )
    return tuple((label, value) for label, value in facts if value)
