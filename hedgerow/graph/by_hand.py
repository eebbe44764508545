"""Edges entered by hand: the judgement that carries one, and the document and claim it makes.

What is entered with a source quotes it; without one it is the analyst's knowledge, and its sentence
begins with saying so, wherever it is shown. The document's text tells who entered what and when, so
no two entries are one document, and none is the article that it quotes.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from hedgerow.errors import UsageError
from hedgerow.graph.checks import normalise_claims, normalise_document
from hedgerow.graph.records import Appearance, Claim, Document, Judgement, Party
from hedgerow.graph.resolution.checking import (
    ACTORS,
    ADD,
    check_correction,
    check_judgement,
    instant_of,
)
from hedgerow.graph.resolution.judging import ANALYST, BY_HAND, KNOWLEDGE
from hedgerow.graph.resolution.readings import DENIED, REPORTED
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary

PLACE = "by hand"
"""Where a document that was entered by hand appeared."""
QUOTE = "quote"
SOURCE = ("source_url", "source_title", "source_publisher", "source_published")
_NEEDED = ("type", ACTORS, "status", QUOTE)
_SLUG = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_WHOLE = frozenset((*_NEEDED, "phase", "date_basis", *SOURCE))
_CLAIM = ("stage", "date", "date_end", "level", "from_level", "ladder", "item", "place")


def entered(edge: Mapping[str, str], *, by: str, at: str, note: str | None = None) -> Judgement:
    """The judgement that adds an edge.

    `edge` has `type`, `actors` (codes, the source first), `status` and `quote`, and may have the
    other fields of a claim and `source_url`, `source_title`, `source_publisher`,
    `source_published`; without any of these it is the analyst's knowledge, and `quote` their words.

    Raises:
        UsageError: it cannot be an edge.
    """
    told = {name: value.strip() for name, value in sorted(edge.items()) if value.strip()}
    unnamed = Judgement(ADD, (), by, at, note, told)
    _, claim = _made(unnamed)
    judgement = Judgement(ADD, (claim.id,), by, at, note, told)
    check_judgement(judgement)
    _check_sense(judgement)
    return judgement


def made(judgement: Judgement) -> tuple[Document, Claim]:
    """The document and the claim that a judgement adds.

    Raises:
        UsageError: it carries no edge, or names another claim than it makes.
    """
    document, claim = _made(judgement)
    if judgement.claims != (claim.id,):
        raise UsageError(f"{judgement.id} names another claim than the edge it adds makes.")
    return document, claim


def is_entry(document: Document) -> bool:
    """Whether a document was entered by hand."""
    return any(each.source == PLACE for each in document.appearances)


def is_knowledge(judgement: Judgement) -> bool:
    """Whether what a judgement adds rests on no source that can be found but the analyst.

    A source has an address, or a title and who published it.
    """
    told = judgement.corrections
    named = told.get("source_title") and told.get("source_publisher")
    return not (named or _host(told.get("source_url", "")))


def _made(judgement: Judgement) -> tuple[Document, Claim]:
    told = judgement.corrections
    missing = [name for name in _NEEDED if not told.get(name)]
    if missing:
        raise UsageError(f"An edge needs {', '.join(_NEEDED)}; {', '.join(missing)} is missing.")
    words = vocabulary()
    for name, value in told.items():
        if name not in (QUOTE, *SOURCE):
            check_correction(name, value, words)
    if "source_published" in told:
        check_correction("date", told["source_published"], words)
    if told["status"] in (REPORTED, DENIED) and not told.get("stage"):
        raise UsageError(f"What is {told['status']} needs a stage, such as stage=agreed.")
    for name in ("level", "from_level"):
        if name in told and not _SLUG.fullmatch(told[name]):
            raise UsageError(f"{told[name]!r} is no {name}; write comprehensive_strategic.")
    document = normalise_document(Document(_text(judgement), (_appearance(judgement),)))
    (claim,) = normalise_claims(document, [_claim(document, judgement)])
    return document, claim


def _check_sense(judgement: Judgement) -> None:
    """Whether what is entered today can be meant; what was entered once stays as it is."""
    told = judgement.corrections
    if not any(letter.isalpha() for letter in told[QUOTE]):
        raise UsageError(f"{told[QUOTE]!r} is no quote; write the words that say so.")
    url = told.get("source_url")
    if url is not None and not urlsplit(url).hostname:
        raise UsageError(f"{url!r} is no address of a page; it names no host.")
    date, end = told.get("date"), told.get("date_end")
    if date and end and parse_partial_date(end).latest < parse_partial_date(date).earliest:
        raise UsageError(f"Nothing ends on {end} that begins on {date}.")
    if date is None or not vocabulary().is_concluded(told["status"]):
        return
    if parse_partial_date(date).earliest > instant_of(judgement).astimezone().date():
        raise UsageError(f"On {date}, a day to come, nothing is {told['status']} yet.")


def _sentence(judgement: Judgement) -> str:
    words = judgement.corrections[QUOTE]
    return f"Analyst's knowledge ({judgement.by}): {words}" if is_knowledge(judgement) else words


def _text(judgement: Judgement) -> str:
    """The sentence, and below it who entered what."""
    told = judgement.corrections
    fields = "; ".join(f"{name} {told[name]}" for name in sorted(told) if name != QUOTE)
    who = f"Entered by hand by {judgement.by} at {judgement.at}"
    return f"{_sentence(judgement)}\n\n{who}: {fields}."


def _appearance(judgement: Judgement) -> Appearance:
    told = judgement.corrections
    url = told.get("source_url")
    if url is not None and (_host(url) is None or urlsplit(url).scheme not in ("http", "https")):
        raise UsageError(f"{url!r} is no address of a page; write https://…")
    if is_knowledge(judgement):
        return Appearance(PLACE, publisher=f"analyst's knowledge ({judgement.by})")
    return Appearance(
        PLACE,
        url=url,
        title=told.get("source_title"),
        publisher=told.get("source_publisher"),
        published=told.get("source_published"),
    )


def _host(url: str) -> str | None:
    """The host of an address; empty where it has none, None where it is no address."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return None


def _claim(document: Document, judgement: Judgement) -> Claim:
    told = judgement.corrections
    tie_type = vocabulary().tie_type(told["type"])
    codes = told[ACTORS].split()
    ids = codes if tie_type.directed else sorted(codes)
    date = told.get("date")
    sentence = _sentence(judgement)
    own = (*_CLAIM, "attributed_to")
    return Claim(
        document=document.id,
        type=tie_type.name,
        directed=tie_type.directed,
        parties=tuple(Party(each, tie_type.roles[min(place, 1)]) for place, each in enumerate(ids)),
        status=told["status"],
        phase=told.get("phase", "begins"),
        quote=sentence,
        start=0,
        end=len(sentence),
        date_basis=told.get("date_basis", "none" if date is None else "stated"),
        attributes={n: v for n, v in told.items() if n not in _WHOLE and n not in own},
        confidence=1.0,
        engine=ANALYST,
        flags=(BY_HAND, KNOWLEDGE) if is_knowledge(judgement) else (BY_HAND,),
        **{name: told.get(name) for name in own},
    )
