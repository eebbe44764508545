"""For whom a sentence speaks: the state or body of its speaker, else of a party-run outlet."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePath

import yaml

from hedgerow.graph.resolution.readings import REPORTED
from hedgerow.ontology.actors import actors
from hedgerow.ontology.officials import officials
from hedgerow.ontology.outlets import Outlet, host_of, outlets
from hedgerow.ontology.partial_date import PartialDate
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.sources.coverage_report import documents_behind, published
from hedgerow.queries.words.phrases import DENIED, names, slug_words

UNLISTED = "not in our table"
NAMED_WHOLE = frozenset({"name", "alias", "capital", "seat"})
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")


def ownership(sources: Mapping[str, Sequence[Source]]) -> Mapping[str, int]:
    """How many documents behind some edges are by whose outlets, the most frequent first."""
    owned: Counter[str] = Counter()
    for source in documents_behind(sources).values():
        outlet = outlet_of(source)
        owned[UNLISTED if outlet is None else slug_words(outlet.ownership)] += 1
    return dict(sorted(owned.items(), key=lambda each: (-each[1], each[0])))


def outlet_name(source: Source) -> str:
    """The outlet by its one name, whatever the document calls it; else its host or its file."""
    known = outlet_of(source)
    if known is not None:
        return known.name
    return source.publisher or host_of(source.address) or PurePath(source.address).name


def outlet_of(source: Source) -> Outlet | None:
    """What is known of the outlet that published a sentence."""
    return outlets().find(source.publisher, source.address, published(source))


def owner(source: Source) -> str | None:
    """Who owns the outlet: `party_owned, Vietnam`; None where that is not known."""
    known = outlet_of(source)
    return None if known is None else f"{known.ownership}, {actors().name(known.state)}"


def speaks_for(source: Source) -> str | None:
    """The state or body whose office-holder or own outlet says it, None where nobody is known."""
    known = outlet_of(source)
    own = known.state if known is not None and known.is_of_the_state else None
    return named_side(source) or own


def voice(source: Source) -> str:
    """Whose word it is: the speaker's, else the outlet's own.

    A report or denial that names nobody is not the word of its outlet.
    """
    if source.attributed_to is not None:
        return names([source.attributed_to])[0]
    unnamed = source.status in (REPORTED, DENIED)
    return f"nobody named, in {outlet_name(source)}" if unnamed else outlet_name(source)


def named_side(source: Source) -> str | None:
    """The state or body of the speaker that the sentence names, whoever published it."""
    words = source.attributed_to
    return None if words is None else actor_of(words, published(source))


def actor_of(words: str, on: PartialDate | None) -> str | None:
    """The state or body that a speaker so described speaks for; None where that is not clear.

    It is named outright, one of its officials of that day is, or its name or nationality stands
    with a word for an office.
    """
    text = _POSSESSIVE.sub("", words).removeprefix("the ").removeprefix("The ")
    if text in actors():
        return text
    if text in _whole():
        return _whole()[text]
    said = _phrases(text)
    if not said.isdisjoint(_words("unnamed")):
        return None
    found = _officials_named(said, on)
    if not found and not said.isdisjoint(_words("offices")):
        found = {code for phrase in _phrases(text, fold=False) for code in _named(phrase)}
    return found.pop() if len(found) == 1 else None


def _phrases(text: str, *, fold: bool = True) -> set[str]:
    """Every run of one to four words."""
    words = _WORD.findall(text.casefold() if fold else text)
    return {
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, min(4, len(words) - start) + 1)
    }


def _officials_named(said: set[str], on: PartialDate | None) -> set[str]:
    known = _officials()
    return {
        state
        for phrase in said & known.keys()
        for state, first, last in known[phrase]
        if on is None
        or (
            (first is None or first.earliest <= on.latest)
            and (last is None or on.earliest <= last.latest)
        )
    }


@cache
def _officials() -> dict[str, list[tuple[str, PartialDate | None, PartialDate | None]]]:
    named: dict[str, list[tuple[str, PartialDate | None, PartialDate | None]]] = {}
    for one in officials():
        for name in (one.name, *one.aliases):
            named.setdefault(name.casefold(), []).append((one.state, one.start, one.end))
    return named


@cache
def _whole() -> dict[str, str]:
    return {
        each.text: each.actor
        for each in reversed(actors().surfaces())
        if each.kind in NAMED_WHOLE and not each.ambiguous
    }


@cache
def _surfaces() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for each in actors().surfaces():
        found.setdefault(each.text, set()).add(each.actor)
    return found


def _named(phrase: str) -> set[str]:
    return _surfaces().get(phrase, set())


@cache
def _words(name: str) -> frozenset[str]:
    source = files("hedgerow.queries") / "data" / "speakers.yaml"
    return frozenset(yaml.safe_load(source.read_text(encoding="utf-8"))[name])
