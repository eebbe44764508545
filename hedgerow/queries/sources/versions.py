"""The versions of a fact: what the documents on one event say of it that cannot all be so."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.sources.coverage_report import published
from hedgerow.queries.words.phrases import DENIED, status_text

HOLDS = "holds"


@dataclass(frozen=True, slots=True)
class Version:
    """One thing that is said, and the sentences that say it."""

    text: str
    sources: tuple[Source, ...]


Versions = tuple[Version, ...]
Tell = Callable[[Source], str | None]
"""What a sentence says of a fact, None where it says nothing of it."""


def differing(sources: Sequence[Source], tell: Tell) -> Versions:
    """The versions where they differ and come from more than one document, else nothing."""
    return _apart(_told(sources, tell))


def dates(sources: Sequence[Source]) -> Iterator[Versions]:
    """The dates of one concluded matter, where two of them cannot mean one day.

    A signing is compared with a signing, told or reported. What is only in prospect moves without
    disagreement, and a sentence that a tie holds dates no event.
    """
    dating = [one for one in sources if one.stated and one.phase != HOLDS]
    for matter in sorted(set(filter(vocabulary().is_concluded, map(_matter, dating)))):
        told = _told([one for one in dating if _matter(one) == matter], lambda one: one.stated)
        apart = {text for text in told if any(not _may_be_one_day(text, other) for other in told)}
        yield _apart({text: found for text, found in told.items() if text in apart})


def statuses(sources: Sequence[Source]) -> Versions:
    """What is concluded by one document and only in prospect by another of that day or later."""
    words = vocabulary()
    firm = [one for one in sources if words.is_concluded(one.status) and published(one)]
    open_ = [one for one in sources if words.is_prospective(one.status) and published(one)]
    behind = [one for one in open_ if any(_is_no_earlier(one, other) for other in firm)]
    return _apart(_told([*firm, *behind], _status_text)) if behind else ()


def denial(sources: Sequence[Source]) -> Versions:
    """What some assert and others deny, also within one document that gives both."""
    kinds = {one.status == DENIED for one in sources}
    return tuple(map(_version, _told(sources, _status_text).items())) if len(kinds) > 1 else ()


def _told(sources: Sequence[Source], tell: Tell) -> dict[str, list[Source]]:
    found: dict[str, list[Source]] = {}
    for source in sources:
        text = tell(source)
        if text is not None:
            found.setdefault(text, []).append(source)
    return dict(sorted(found.items()))


def _apart(told: Mapping[str, Sequence[Source]]) -> Versions:
    documents = {one.document for found in told.values() for one in found}
    if len(told) < 2 or len(documents) < 2:
        return ()
    return tuple(map(_version, told.items()))


def _version(told: tuple[str, Sequence[Source]]) -> Version:
    return Version(told[0], tuple(told[1]))


def _status_text(source: Source) -> str:
    return status_text(source.status, source.stage)


def _matter(source: Source) -> str:
    """The status that a sentence is about: what is reported, where it is a report."""
    return source.stage or source.status


def _may_be_one_day(one: str, other: str) -> bool:
    return parse_partial_date(one).overlaps(parse_partial_date(other))


def _is_no_earlier(one: Source, other: Source) -> bool:
    late, early = published(one), published(other)
    same = one.document == other.document
    return late is not None and early is not None and not same and early.latest <= late.earliest
