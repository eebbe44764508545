"""One trigger of a frame in one sentence, and the search for its roles."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.acting import Acting, distinct
from hedgerow.loaders.extraction.around import Around
from hedgerow.loaders.extraction.candidates import Candidate, Filler, Reading, mutual
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.makers import has_maker, supplier_first
from hedgerow.loaders.extraction.parties import may_be_party
from hedgerow.loaders.extraction.paths import FOCUS, object_after, required_object, tokens_along
from hedgerow.loaders.extraction.rules import Frame
from hedgerow.ontology.vocabulary import vocabulary

ENGINE = "dependency"


class Match:
    """A trigger whose context fits; `candidates` looks for who fills its roles."""

    def __init__(
        self,
        reading: Reading,
        acting: Acting,
        trigger: Token,
        type_name: str,
        frame: Frame,
    ) -> None:
        self.reading, self.acting, self.trigger = reading, acting, trigger
        self.type, self.frame = vocabulary().tie_type(type_name), frame
        self.around = Around(reading, self.type, trigger.idx, trigger.text)
        self.object = required_object(trigger, frame.objects) if frame.objects else None
        self.guessed = bool(frame.objects) and self.object is None
        if self.guessed and not frame.strict:
            self.object = object_after(trigger, frame.objects)

    def candidates(self) -> Iterator[Candidate]:
        """At most one candidate; none where the context or a role is missing."""
        if self.frame.objects and self.object is None:
            return
        told = [fillers for fillers in self._told() if len({f.actor for f in fillers}) > 1]
        if self.frame.maker:
            told = [f for f in told if has_maker(f, self.reading.sentence.text)]
        for fillers in told:
            yield self._candidate(fillers, inferred=self.guessed)
        if not told and not self.guessed and not self.frame.strict:
            for fillers in self._inferred():
                yield self._candidate(fillers, inferred=True)

    def _told(self) -> list[list[Filler]]:
        return self._directed() if self.type.directed else self._symmetric()

    def _inferred(self) -> list[list[Filler]]:
        """The missing role filled by the only other actor around; nothing where there are more."""
        around = self.around
        if not self.type.directed:
            told = distinct(f for path in self.frame.parties for f in self._along(path))
            return [_sorted(found) for found in around.completed(told)]
        others, sources = self._others(), self._sources()
        if others and not sources and not self._done_by_others():
            return [[source, *others] for source in around.source_beside(others)]
        if sources and not others and self.frame.several:
            pair = around.pair_apart_from(sources)
            return [[source, *pair] for source in sources if pair]
        if sources and not others:
            beside = [f for f in around.other_beside(sources) if f.actor not in self._doing_alike()]
            return [[source, other] for source in sources for other in beside]
        return []

    def _done_by_others(self) -> bool:
        """Whether the subject is a noun that acts for no state: `a film director visited`."""
        acting = word_list("agents") | word_list("firms")
        subjects = tokens_along("subject", self.trigger, self.object)
        return any(t.pos_ == "NOUN" and t.lemma_.lower() not in acting for t in subjects)

    def _doing_alike(self) -> set[str]:
        """`Chile sent ships, while Peru sent troops`: Peru did not send them to Chile."""
        verbs = (t for t in self.trigger.doc if t.lemma_ == self.trigger.lemma_)
        subjects = (s for verb in verbs if verb != self.trigger for s in syntax.subjects(verb))
        return {f.actor for subject in subjects for f in self.acting.actors_of(subject)}

    def _candidate(self, fillers: list[Filler], *, inferred: bool = False) -> Candidate:
        start = self.reading.sentence.start + self.trigger.idx
        return Candidate(
            type=self.type.name,
            fillers=tuple(supplier_first(fillers, self.type, self.reading.sentence.text)),
            trigger=(start, start + len(self.trigger)),
            engine=ENGINE,
            rule=self.frame.id,
            confidence=self.frame.confidence,
            status=self.frame.status,
            phase=self.frame.phase,
            needs_level=self.frame.needs_level,
            inferred=inferred,
            attributes=self.frame.attributes,
        )

    def _directed(self) -> list[list[Filler]]:
        """One reading a source: `Bahrain and Sudan cut ties with Iran` are two."""
        others = self._others()
        told = self._sources(excluding={f.actor for f in others})
        sources = [filler for filler in told if filler.mention.kind != "port"]
        if not sources:
            return mutual(self._sources(), others)
        return [
            [source, *(f for f in others if f.actor != source.actor)]
            for source in sources
            if others
        ]

    def _symmetric(self) -> list[list[Filler]]:
        """All parties together; for a pairwise tie, the first one with each of the others."""
        along = [
            distinct(
                f
                for f in self._along(path)
                if f.mention.kind != "port" and may_be_party(f, self.type)
            )
            for path in self.frame.parties
        ]
        parties = distinct(filler for found in along for filler in found)
        first = next((found for found in along if found), [])
        if self.frame.pairwise and not along[0] and len(first) > 1:
            return []
        if self.frame.pairwise and len(first) == 1:
            return [
                _sorted([first[0], other]) for other in parties if other.actor != first[0].actor
            ]
        return [_sorted(parties)]

    def _sources(self, excluding: Iterable[str] = ()) -> list[Filler]:
        found = self._first(self.frame.source, excluding)
        return [filler for filler in found if may_be_party(filler, self.type, source=True)]

    def _others(self) -> list[Filler]:
        found = (f for f in self._first(self.frame.other) if may_be_party(f, self.type))
        return [filler for filler in found if not self._is_named_for(filler)]

    def _is_named_for(self, filler: Filler) -> bool:
        """`the Biden visit` is by him, not to him."""
        before = self.reading.sentence.start + self.trigger.idx - 1
        return filler.mention.kind == "person" and filler.mention.end == before

    def _first(self, paths: tuple[str, ...], excluding: Iterable[str] = ()) -> list[Filler]:
        for path in paths:
            found = [
                filler
                for filler in distinct(self._along(path))
                if filler.actor not in set(excluding)
            ]
            if found:
                return found
        return []

    def _along(self, path: str) -> list[Filler]:
        if path == FOCUS:
            return self.around.other_in_focus()
        tokens = tokens_along(path, self.trigger, self.object)
        return [filler for token in tokens for filler in self.acting.actors_of(token)]


def _sorted(fillers: Iterable[Filler]) -> list[Filler]:
    return sorted(fillers, key=lambda filler: filler.actor)
