"""A claim as a card for people: what, who, how firm, when, and the sentence."""

from typing import TYPE_CHECKING

from hedgerow.cli.output import console, safe
from hedgerow.graph.records import Claim, Document
from hedgerow.ontology.actors import actors
from hedgerow.ontology.vocabulary import vocabulary

if TYPE_CHECKING:
    from hedgerow.loaders.extraction.explain import Explanation

STYLES = {"concluded": "green", "prospective": "yellow", "negative": "red"}


def print_card(claim: Claim, document: Document, explanation: "Explanation | None" = None) -> None:
    """Print a claim; the status is coloured by its standing and always said in words."""
    from rich.padding import Padding
    from rich.text import Text

    status = vocabulary().status(claim.status)
    head = Text.assemble(
        (vocabulary().tie_type(claim.type).label, "bold"),
        "  ",
        told_parties(claim),
        "  ",
        (told_status(claim), STYLES[status.standing]),
    )
    out = console()
    out.print(head)
    details = [told_date(claim, document), *told_details(claim)]
    out.print(Padding(Text(" · ".join(details), style="dim"), (0, 0, 0, 2)))
    out.print(Padding(Text(f"“{safe(claim.quote)}”"), (0, 0, 0, 2)))
    origin = f"{document.source}  {claim.start}-{claim.end}  confidence {claim.confidence:.2f}"
    out.print(Padding(Text(safe(origin), style="dim"), (0, 0, 0 if explanation else 1, 2)))
    if explanation is not None:
        lines = "\n".join(safe(line) for line in told_explanation(explanation))
        out.print(Padding(Text(lines, style="dim"), (0, 0, 1, 2)))


def told_explanation(explanation: "Explanation") -> list[str]:
    """One line for each vote, actor and cue, and for the date."""
    votes = [
        f"rule   {v.rule} ({v.engine}, {v.confidence:.2f} by itself): “{v.words}”"
        for v in explanation.votes
    ]
    actors = [f"actor  {a.id}: “{a.words}”, {a.found}" for a in explanation.actors]
    plain = vocabulary().status(explanation.plain_status).label
    cues = ", ".join(f"“{c.words}” ({c.cue})" for c in explanation.cues) or "no cue"
    date = f"“{explanation.date_words}”" if explanation.date_words else "none told"
    return [*votes, *actors, f"status {plain} as it stands; {cues}", f"date   {date}"]


def told_parties(claim: Claim) -> str:
    """`Russia → Vietnam` or `Japan – Vietnam`."""
    names = [actors().name(actor) for actor in claim.actors]
    if claim.directed:
        return f"{names[0]} → {', '.join(names[1:])}"
    return " – ".join(names)


def told_status(claim: Claim) -> str:
    """The status in words, with what is reported or denied."""
    label = vocabulary().status(claim.status).label
    return f"{label} ({vocabulary().status(claim.stage).label})" if claim.stage else label


def told_date(claim: Claim, document: Document) -> str:
    """The date, else what the publication bounds."""
    if claim.date is not None:
        return claim.date if claim.date_end is None else f"{claim.date} to {claim.date_end}"
    return f"by {document.published}" if document.published else "undated"


def told_details(claim: Claim) -> list[str]:
    """Level, item and attributes as `name: value`."""
    core = {"level": claim.level, "item": claim.item, "place": claim.place}
    pairs = [*core.items(), *claim.attributes.items(), ("says", claim.attributed_to)]
    told = [
        f"{name.replace('_', ' ')}: {safe(value.replace('_', ' '))}"
        for name, value in pairs
        if value
    ]
    return told + [f"flag: {flag}" for flag in claim.flags]
