"""What a claim can be corrected to, from the ontology's own lists."""

from functools import cache

from hedgerow.graph.resolution import DENIED
from hedgerow.graph.resolution.readings import REPORTED
from hedgerow.ontology.ladders import ladders
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.words.phrases import level_words, slug_words
from hedgerow.viz.explorer.review.told import Choice, Choices


@cache
def choices() -> Choices:
    """The lists of a form of corrections."""
    words = vocabulary()
    return Choices(
        types=tuple(Choice(e.name, e.label, e.definition) for e in words.tie_types.values()),
        statuses=tuple(Choice(e.name, e.label, e.standing) for e in words.statuses.values()),
        staged=(REPORTED, DENIED),
        phases=_slugs(words.phases),
        bases=_slugs(words.date_bases),
        levels=tuple(Choice(each, level_words(each)) for each in _levels()),
    )


def _slugs(names: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(each, slug_words(each)) for each in names)


def _levels() -> list[str]:
    rungs = (rung for ladder in ladders().values() for rung in ladder.rungs)
    return sorted({wording for rung in rungs for wording in rung.wordings})
