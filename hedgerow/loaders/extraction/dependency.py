"""The dependency engine: frames over a parse, with roles found by syntax."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.candidates import Candidate, Filler, Reading, mutual
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.rules import Frame, RuleFile, rule_files
from hedgerow.ontology.vocabulary import vocabulary

_JOINTS = frozenset("-–—/")
MODIFIERS = ("compound", "amod", "nmod")


class DependencyEngine:
    """Proposes a candidate for each frame whose trigger, context and roles are all there."""

    name = "dependency"

    def __init__(self, files: Iterable[RuleFile] | None = None) -> None:
        self._by_lemma: dict[str, list[tuple[str, Frame]]] = defaultdict(list)
        for file in files if files is not None else rule_files():
            for frame in file.frames:
                for lemma in frame.verbs | frame.nouns:
                    self._by_lemma[lemma].append((file.type, frame))

    def propose(self, reading: Reading) -> Iterator[Candidate]:
        """The candidates of one parsed sentence."""
        if reading.parse is None:
            return
        names = _names_by_token(reading)
        for token in reading.parse:
            for type_name, frame in self._by_lemma.get(token.lemma_.lower(), ()):
                if _is_trigger(token, frame):
                    yield from _Match(reading, names, token, type_name, frame).candidates()


def _is_trigger(token: Token, frame: Frame) -> bool:
    lemma = token.lemma_.lower()
    if lemma in frame.nouns and token.pos_ in {"NOUN", "PROPN"}:
        return True
    return lemma in frame.verbs and token.pos_ in {"VERB", "AUX", "ADJ"}


def _names_by_token(reading: Reading) -> dict[int, list[Mention]]:
    """Token index -> the mentions that touch the token."""
    names: dict[int, list[Mention]] = defaultdict(list)
    assert reading.parse is not None  # noqa: S101  checked by the caller
    for mention in reading.mentions:
        start, end = mention.start - reading.sentence.start, mention.end - reading.sentence.start
        for token in reading.parse:
            if token.idx < end and start < token.idx + len(token):
                names[token.i].append(mention)
    return names


class _Match:
    """One trigger in one sentence, and the search for its roles."""

    def __init__(
        self,
        reading: Reading,
        names: dict[int, list[Mention]],
        trigger: Token,
        type_name: str,
        frame: Frame,
    ) -> None:
        self.reading, self.names, self.trigger = reading, names, trigger
        self.type, self.frame = vocabulary().tie_type(type_name), frame
        self.object = _required_object(trigger, frame)

    def candidates(self) -> Iterator[Candidate]:
        """At most one candidate; none where the context or a role is missing."""
        if (self.frame.objects and self.object is None) or not self._context_fits():
            return
        for fillers in self._directed() if self.type.directed else self._symmetric():
            if len({filler.actor for filler in fillers}) > 1:
                yield self._candidate(fillers)

    def _candidate(self, fillers: list[Filler]) -> Candidate:
        start = self.reading.sentence.start + self.trigger.idx
        return Candidate(
            type=self.type.name,
            fillers=tuple(fillers),
            trigger=(start, start + len(self.trigger)),
            engine=DependencyEngine.name,
            rule=self.frame.id,
            confidence=self.frame.confidence,
            status=self.frame.status,
            phase=self.frame.phase,
            needs_level=self.frame.needs_level,
            attributes=self.frame.attributes,
        )

    def _context_fits(self) -> bool:
        start, end = syntax.clause_span(self.trigger)
        clause = self.reading.sentence.text[start:end]
        near = all(_pattern(text).search(clause) for text in self.frame.near)
        return near and not any(_pattern(text).search(clause) for text in self.frame.without)

    def _directed(self) -> list[list[Filler]]:
        """One reading a source: `Bahrain and Sudan cut ties with Iran` are two."""
        others = self._first(self.frame.other)
        told = self._first(self.frame.source, excluding={f.actor for f in others})
        sources = [filler for filler in told if filler.mention.kind != "port"]
        if not sources:
            return mutual(self._first(self.frame.source), others)
        return [
            [source, *(f for f in others if f.actor != source.actor)]
            for source in sources
            if others
        ]

    def _symmetric(self) -> list[list[Filler]]:
        """All parties together; for a pairwise tie, the first one with each of the others."""
        along = [
            _distinct(f for f in self._along(path) if f.mention.kind != "port")
            for path in self.frame.parties
        ]
        parties = _distinct(filler for found in along for filler in found)
        first = next((found for found in along if found), [])
        if self.frame.pairwise and len(first) == 1:
            return [
                _sorted([first[0], other]) for other in parties if other.actor != first[0].actor
            ]
        return [_sorted(parties)]

    def _first(self, paths: tuple[str, ...], excluding: Iterable[str] = ()) -> list[Filler]:
        for path in paths:
            found = [
                filler
                for filler in _distinct(self._along(path))
                if filler.actor not in set(excluding)
            ]
            if found:
                return found
        return []

    def _along(self, path: str) -> list[Filler]:
        if path == "focus":
            return self._in_focus()
        return [filler for token in self._tokens(path) for filler in self._actors_of(token)]

    def _in_focus(self) -> list[Filler]:
        """The pair of the sentence before, where this one names just one of the two."""
        named = {actor for mention in self.reading.mentions for actor in mention.actors}
        if len(named) != 1 or not named < set(self.reading.focus):
            return []
        start = self.reading.sentence.start + self.trigger.idx
        text = self.trigger.text
        return [
            Filler(actor, Mention(start, start + len(text), text, (actor,), "coreference"))
            for actor in self.reading.focus
            if actor not in named
        ]

    def _tokens(self, path: str) -> Iterator[Token]:
        kind, _, detail = path.partition(":")
        hosts = self._hosts()
        if kind == "prep":
            words = frozenset(detail.split(","))
            for host in [*hosts, *self._raised_hosts(), *self._inner_hosts(hosts)]:
                yield from syntax.prepositional(host, words)
        elif kind == "modifier":
            for host in hosts:
                yield from syntax.children(host, *MODIFIERS)
        elif kind == "poss":
            for host in hosts:
                yield from syntax.children(host, "poss")
        elif kind == "self":
            yield from hosts
        else:
            yield from self._clause_tokens(kind)

    def _hosts(self) -> list[Token]:
        """The trigger and, for a verb, its objects: `ordered submarines from Russia`."""
        direct = syntax.objects(self.trigger) if self.trigger.pos_ == "VERB" else []
        required = [self.object] if self.object is not None else []
        return list(dict.fromkeys([self.trigger, *required, *direct]))

    def _clause_tokens(self, kind: str) -> Iterator[Token]:
        verb = (
            self.trigger
            if self.trigger.pos_ in {"VERB", "AUX"}
            else syntax.governing_verb(self.trigger)
        )
        if verb is None:
            return
        if kind == "subject":
            yield from syntax.subjects(verb)
        elif kind == "object":
            yield from syntax.objects(verb)
        elif kind == "dative":
            for given in syntax.children(verb, "dative"):
                yield from syntax.children(given, "pobj") or [given]
        elif kind == "speaker":
            yield from syntax.speakers(verb)
        elif kind == "complement":
            for child in syntax.children(verb, "ccomp", "xcomp", "advcl"):
                yield from syntax.children(child, "nsubj", "nsubjpass")
        else:
            raise ValueError(f"rule {self.frame.id} names an unknown role path: {kind}")

    def _raised_hosts(self) -> list[Token]:
        """Verbs whose prepositions belong to the noun: `paid a visit to`, `held talks with`."""
        if self.trigger.pos_ not in {"NOUN", "PROPN"} or self.trigger.dep_ not in {
            "dobj",
            "nsubjpass",
            "attr",
        }:
            return []
        return [self.trigger.head]

    def _inner_hosts(self, hosts: list[Token]) -> list[Token]:
        """`delivery of the drones to Malaysia`: `to` hangs on the drones."""
        inner = frozenset({"of", "on"})
        return [part for host in hosts for part in syntax.prepositional(host, inner)]

    def _actors_of(self, token: Token) -> list[Filler]:
        return _distinct(
            Filler(actor, mention)
            for part in syntax.with_conjuncts(token)
            for mention in self._mentions_of(part)
            for actor in mention.actors
        )

    def _mentions_of(self, token: Token) -> list[Mention]:
        """The names on a noun phrase's head, or those that make its head act for a state."""
        if token.i in self.names:
            return [*self._joined_before(token), *self.names[token.i]]
        owners = self._owners(token)
        return [
            mention
            for owner in owners
            for part in syntax.with_conjuncts(owner)
            for mention in self.names.get(part.i, [])
        ]

    def _owners(self, token: Token, depth: int = 0) -> list[Token]:
        """Where the state of an acting noun stands: `Chinese navy`, `officials of A and B`."""
        own = syntax.children(token, *MODIFIERS, "poss", "appos")
        if {child.lower_ for child in own} & word_list("non_state"):
            return []
        acts = token.lemma_.lower() in word_list("agents") | word_list("firms")
        if not acts and depth == 0:
            return syntax.children(token, "poss") if token.text[:1].isupper() else []
        inner = list(syntax.prepositional(token, frozenset({"of", "from", "for"})))
        deeper = [
            o
            for part in inner
            if part.i not in self.names and depth < 2
            for o in self._owners(part, depth + 1)
        ]
        return [*own, *inner, *deeper]

    def _joined_before(self, token: Token) -> list[Mention]:
        """`US-China`, `the Chinese and U.S. defence chiefs`: the parse hangs one on the other."""
        return [
            mention
            for child in syntax.children(token, *MODIFIERS)
            if child.nbor().text in _JOINTS or syntax.children(child, "cc", "conj")
            for part in syntax.with_conjuncts(child)
            for mention in self.names.get(part.i, [])
        ]


def _required_object(trigger: Token, frame: Frame) -> Token | None:
    if not frame.objects:
        return None
    reachable = [
        *syntax.objects(trigger),
        *syntax.prepositional(
            trigger,
            frozenset({"on", "into", "to", "in", "for", "of", "with", "from", "over", "against"}),
        ),
    ]
    for token in reachable:
        for part in syntax.with_conjuncts(token):
            if part.lemma_.lower() in frame.objects:
                return part
            for inner in syntax.prepositional(part, frozenset({"of", "in"})):
                if inner.lemma_.lower() in frame.objects:
                    return inner
    return None


def _sorted(fillers: Iterable[Filler]) -> list[Filler]:
    return sorted(fillers, key=lambda filler: filler.actor)


def _distinct(fillers: Iterable[Filler]) -> list[Filler]:
    kept: dict[str, Filler] = {}
    for filler in fillers:
        kept.setdefault(filler.actor, filler)
    return list(kept.values())


@lru_cache(maxsize=4096)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
