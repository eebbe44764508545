"""Made-up documents and claims for benchmarks: the same for the same seed, on every machine.

States are real and drawn by Zipf's law, types come from the vocabulary, dates run from 1990 to
2025, a document makes about three claims, and two claims in five tell a happening told before.
"""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from hedgerow.graph.records import Appearance, Claim, Document, Party
from hedgerow.ontology.actors import actors
from hedgerow.ontology.vocabulary import TieType, vocabulary

FIRST_DAY = dt.date(1990, 1, 1)
DAYS = (dt.date(2025, 12, 31) - FIRST_DAY).days
REPEATED = 0.4
PHASES = (("begins", 0.8), ("changes", 0.05), ("holds", 0.1), ("ends", 0.05))
LEVELS = ("comprehensive", "strategic", "comprehensive_strategic")
ITEMS = ("F-16", "patrol boats", "Su-30", "BrahMos", "radars")
OUTLETS = ("Wire One", "Wire Two", "The Daily", "Ministry", "State Radio")

Item = tuple[Document, list[Claim]]


@dataclass(frozen=True)
class Happening:
    """What several documents may tell."""

    tie_type: TieType
    actors: tuple[str, ...]
    day: dt.date
    level: str | None
    item: str | None


def states_by_weight() -> list[str]:
    """The codes of all states, the most frequent first."""
    codes = sorted(actor.id for actor in actors() if actor.kind == "state")
    random.Random(0).shuffle(codes)
    return codes


def items(claims: int, seed: int = 1) -> Iterator[Item]:
    """Documents with their claims until there are so many claims."""
    maker = Maker(seed)
    left = claims
    while left:
        item = maker.item(min(left, maker.random.randint(1, 5)))
        left -= len(item[1])
        yield item


class Maker:
    """Makes documents one after another from one source of chance."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._states = states_by_weight()
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._states) + 1)))
        self._types = sorted(vocabulary().tie_types.values(), key=lambda each: each.name)
        self._told: list[Happening] = []
        self._made = 0

    def item(self, claims: int) -> Item:
        """One document with so many claims."""
        self._made += 1
        happenings = [self._happening() for _ in range(claims)]
        published = max(each.day for each in happenings) + dt.timedelta(self.random.randrange(9))
        sentences = [self._sentence(number, each) for number, each in enumerate(happenings)]
        text = " ".join(sentences)
        place = Appearance(
            source=f"synthetic/{self._made}.txt",
            url=f"https://example.org/{self._made}",
            title=f"Article {self._made}",
            publisher=self.random.choice(OUTLETS),
            published=published.isoformat(),
            language="en",
        )
        document = Document(text, (place,))
        pairs = zip(happenings, sentences, strict=True)
        return document, [self._claim(document, text, *pair) for pair in pairs]

    def _happening(self) -> Happening:
        if self._told and self.random.random() < REPEATED:
            return self.random.choice(self._told[-2000:])
        tie_type = self.random.choice(self._types)
        happening = Happening(
            tie_type=tie_type,
            actors=self._actors(tie_type),
            day=FIRST_DAY + dt.timedelta(self.random.randrange(DAYS)),
            level=self.random.choice(LEVELS) if "level" in tie_type.attributes else None,
            item=self.random.choice(ITEMS) if "item" in tie_type.attributes else None,
        )
        self._told.append(happening)
        return happening

    def _actors(self, tie_type: TieType) -> tuple[str, ...]:
        wanted = 3 if self.random.random() < 0.05 else 2
        chosen: list[str] = []
        while len(chosen) < wanted:
            (state,) = self.random.choices(self._states, cum_weights=self._weights)
            if state not in chosen:
                chosen.append(state)
        return tuple(chosen) if tie_type.directed else tuple(sorted(chosen))

    def _sentence(self, number: int, happening: Happening) -> str:
        names = " and ".join(actors().name(each) for each in happening.actors)
        about = f"{happening.tie_type.label} {happening.level or ''} {happening.item or ''}"
        return f"In report {self._made}.{number} officials of {names} spoke of the {about.strip()}."

    def _claim(self, document: Document, text: str, happening: Happening, sentence: str) -> Claim:
        source, other = happening.tie_type.roles
        phases, weights = zip(*PHASES, strict=True)
        start = text.index(sentence)
        parties = tuple(
            Party(each, other if place else source, actors().name(each))
            for place, each in enumerate(happening.actors)
        )
        claim = Claim(
            document=document.id,
            type=happening.tie_type.name,
            directed=happening.tie_type.directed,
            parties=parties,
            status=happening.tie_type.default_status,
            phase=self.random.choices(phases, weights)[0],
            quote=sentence,
            start=start,
            end=start + len(sentence),
            level=happening.level,
            item=happening.item,
            attributes={"name": "Cope"} if "name" in happening.tie_type.attributes else {},
            confidence=round(self.random.uniform(0.4, 1), 2),
            engine="dependency+patterns",
            rule=f"{happening.tie_type.name}/synthetic",
        )
        return self._with_date(self._with_status(claim), happening.day)

    def _with_status(self, claim: Claim) -> Claim:
        chance = self.random.random()
        if chance < 0.1:
            return replace(claim, status="planned")
        if chance < 0.15:
            return replace(claim, status="talks")
        if chance < 0.2:
            return replace(claim, status="denied", stage=claim.status)
        return claim

    def _with_date(self, claim: Claim, day: dt.date) -> Claim:
        chance = self.random.random()
        if chance < 0.15:
            return claim
        digits = 4 if chance < 0.2 else 7 if chance < 0.35 else 10
        return replace(claim, date=day.isoformat()[:digits], date_basis="stated")
