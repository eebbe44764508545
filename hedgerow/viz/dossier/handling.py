"""A dossier as a file, with its handling mark on every page beside that in each section's head."""

from dataclasses import replace

from hedgerow.ontology.gradings import handling as handling_order
from hedgerow.queries.dossier.dossier import Dossier
from hedgerow.queries.reading.rated import strictest
from hedgerow.viz.report import Report, render


def render_dossier(report: Report, form: str, handling: str | None) -> bytes:
    """The report in one of the formats; `handling` is the user's own mark, if there is one."""
    return render(replace(report, handling=both(handling, report.handling)), form)


def mark_behind(found: Dossier, report: Report) -> str | None:
    """The strictest mark of what a dossier counts and cites."""
    return strictest([found.hedging.handling, *(note.handling for note in report.notes)])


def both(own: str | None, found: str | None) -> str | None:
    """The user's own mark and that of the documents: `RESTRICTED · TLP:AMBER`.

    Of two that can be compared the stricter.
    """
    order = handling_order()
    if own and found and order.is_known(own) and order.is_known(found):
        return order.strictest((own, found))
    return " · ".join(dict.fromkeys(filter(None, (own, found)))) or None
