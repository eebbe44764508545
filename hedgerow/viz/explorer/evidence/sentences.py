"""The sentences behind an edge as the drawer shows them, each once however often it was printed."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rated import strictest
from hedgerow.queries.reading.rows import Row, text_of
from hedgerow.queries.sources.speakers import named_side, outlet_name, owner, speaks_for
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.grades import grade, grade_words
from hedgerow.queries.words.phrases import names, slug_words
from hedgerow.viz.explorer.evidence.citing import footnote
from hedgerow.viz.explorer.evidence.standing import look_of_status
from hedgerow.viz.explorer.evidence.told import Sentence
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain


def sentences(
    edge: Edge, sources: Iterable[Source], read: Mapping[str, Row]
) -> tuple[Sentence, ...]:
    """The sentences, those that best tell how the edge stands first.

    `read` has the engine and rule that read a claim, by its id.
    """
    prints: dict[tuple[str, str], list[Source]] = {}
    for source in most_telling_first(edge, sources):
        prints.setdefault((source.status, " ".join(source.quote.split())), []).append(source)
    return tuple(_sentence(edge, alike, read) for alike in prints.values())


def says(source: Source) -> str:
    """What a sentence says of the matter: `denied`, `reported as signed`."""
    known = vocabulary().status
    label = known(source.status).label
    return f"{label} as {known(source.stage).label}" if source.stage else label


def _sentence(edge: Edge, alike: list[Source], read: Mapping[str, Row]) -> Sentence:
    source = min(alike, key=lambda one: (one.published or "~", one.claim))
    speaker = speaks_for(source)
    web = web_address(source.address)
    reading = read.get(source.claim, {})
    others = {outlet_name(one) for one in alike if one.document != source.document}
    return Sentence(
        claim=source.claim,
        document=source.document,
        lines=tuple(filter(None, (plain(line).strip() for line in source.quote.split("\n")))),
        says=says(source),
        look=look_of_status(source.status),
        stated=source.stated,
        attributed_to=_speaker(source),
        speaks_for=None if speaker is None else names([speaker])[0],
        by_party=(named_side(source) or speaker) in edge.actors,
        outlet=plain(outlet_name(source)),
        ownership=_ownership(source),
        title=plain(source.title) if source.title else None,
        published=source.published,
        address=web,
        place=None if web else plain(PurePath(source.address).name),
        confidence=round(source.confidence, 2),
        engine=text_of(reading, "engine") if reading else None,
        rule=text_of(reading, "rule") if reading else None,
        also=tuple(sorted(map(plain, others))),
        footnote=footnote(source),
        grade=grade(source.reliability, source.credibility),
        held=grade_words(source.reliability, source.credibility),
        handling=strictest(one.handling for one in alike),
    )


def _speaker(source: Source) -> str | None:
    return plain(names([source.attributed_to])[0]) if source.attributed_to else None


def _ownership(source: Source) -> str | None:
    told = owner(source)
    return None if told is None else slug_words(told)
