"""PLOVER's gold standard records, as far as they join two states or bodies by a root of ours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations, product
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from hedgerow.errors import NothingDone
from hedgerow.graph.records import Appearance
from hedgerow.loaders.compose import compose
from hedgerow.loaders.evaluation.records import ActorPair, Annotated
from hedgerow.loaders.language import ENGLISH
from hedgerow.ontology.actors import actors
from hedgerow.ontology.vocabulary import vocabulary


class Intention(BaseModel):
    """A root that PLOVER gives by how firm a matter is and whether it is cooperative."""

    root: str
    statuses: frozenset[str]
    sign: int


class PloverRules(BaseModel):
    """How the records' codes are read."""

    countries: dict[str, str]
    roots: dict[str, str]
    body: str
    sectors: frozenset[str]
    intentions: tuple[Intention, ...]


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore")

    text: str
    code: str
    source_code: tuple[str, ...]
    target_code: tuple[str, ...]
    reciprocal: bool


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """What a record says: a root and the pairs of countries it may be about."""

    root: str
    pairs: frozenset[ActorPair]


@dataclass(frozen=True, slots=True)
class Records:
    """The texts with the records that count, and how many records there are in all."""

    articles: tuple[Annotated, ...]
    events: Mapping[str, tuple[GoldEvent, ...]]
    number: int


def read_plover(file: Path) -> Records:
    """The records of a JSON Lines file that join two states or bodies by a root we have types for.

    Raises:
        NothingDone: the file or a line of it cannot be used.
    """
    lines = list(_lines(file))
    events: defaultdict[str, list[GoldEvent]] = defaultdict(list)
    for line in lines:
        event = _event(line)
        if event.pairs and event.root in _known_roots():
            events[line.text].append(event)
    if not events:
        raise NothingDone(f"no record of {file} joins two states; give plover_gsr.jsonl")
    articles = []
    found = {}
    for number, (text, told) in enumerate(events.items(), start=1):
        name = f"{file.name} text {number}"
        document = compose(text, Appearance(name, language=ENGLISH))
        articles.append(Annotated(name, document, str(file), ()))
        found[name] = tuple(told)
    return Records(tuple(articles), found, len(lines))


@cache
def roots_of(type_name: str, status: str | None = None) -> frozenset[str]:
    """The PLOVER roots that the crosswalk gives a type, and what a status makes of it."""
    tie_type = vocabulary().tie_type(type_name)
    meant = (i for i in rules().intentions if status in i.statuses and i.sign == tie_type.sign)
    by_type = {code.partition(":")[0] for code in tie_type.plover}
    return frozenset(by_type | {intention.root for intention in meant})


@cache
def _known_roots() -> frozenset[str]:
    return frozenset(root for name in vocabulary().tie_types for root in roots_of(name))


@cache
def rules() -> PloverRules:
    """How the records' codes are read."""
    source = files("hedgerow.loaders") / "evaluation" / "data" / "plover.yaml"
    return PloverRules.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))


def _event(line: _Line) -> GoldEvent:
    sources, targets = _states(line.source_code), _states(line.target_code)
    joined = combinations(sources, 2) if line.reciprocal else product(sources, targets)
    pairs = frozenset((min(pair), max(pair)) for pair in joined if pair[0] != pair[1])
    return GoldEvent(rules().roots.get(line.code, line.code), pairs)


def _states(codes: Iterable[str]) -> list[str]:
    """The states and bodies among codes such as `HUN:GOV`."""
    known = {actor.id for actor in actors()} | {rules().body}
    found = []
    for code in codes:
        country, _, sector = code.partition(":")
        country = rules().countries.get(country, country)
        if country in known and sector in rules().sectors:
            found.append(country)
    return found


def _lines(file: Path) -> Iterator[_Line]:
    if not file.is_file():
        raise NothingDone(f"there is no {file}; a copy lies in evaluation/plover")
    for number, text in enumerate(
        file.read_text(encoding="utf-8").rstrip("\n").split("\n"), start=1
    ):
        try:
            yield _Line.model_validate_json(text)
        except ValidationError as error:
            problem = error.errors(include_url=False)[0]["msg"]
            raise NothingDone(f"{file}, line {number}: {problem}; mend it") from None
