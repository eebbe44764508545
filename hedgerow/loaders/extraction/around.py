"""Who else is around: the only other actor of a sentence, or of the pair that is in focus.

Syntax finds most roles; news also leaves them to be understood ("Hanoi signed the contract in May"
after a sentence on Russia). Filling a role with the only candidate is right often enough to be kept
with less confidence, and where there are two candidates nothing is filled in.
"""

from collections.abc import Iterable

from hedgerow.loaders.extraction.candidates import Filler, Reading
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.parties import is_state, may_be_party
from hedgerow.ontology.vocabulary import TieType

_PLACES = frozenset({"name", "capital", "alias"})


class Around:
    """The actors of a sentence and of its context; `start` and `text` are the trigger's."""

    def __init__(self, reading: Reading, tie_type: TieType, start: int, text: str) -> None:
        self._reading, self._type = reading, tie_type
        self._start = reading.sentence.start + start
        self._text = text

    def completed(self, told: list[Filler]) -> list[list[Filler]]:
        """The party told with the only other one; where none is, the only two, or the pair."""
        if len(told) > 1:
            return []
        found = self._others(told, places=False)
        if len(found) == 2 - len(told):
            return [[*told, *found]]
        if found:
            return []
        understood = self._in_focus(told) if told else self._pair_in_focus()
        return [[*told, *understood]] if understood else []

    def source_beside(self, others: list[Filler]) -> list[Filler]:
        """Who did it to `others`: the only other actor that is not just a place."""
        return self._only(others, places=False)

    def other_beside(self, sources: list[Filler]) -> list[Filler]:
        """To whom `sources` did it: the only other actor, or the place."""
        return self._only(sources, places=True) or self._topic(sources)

    def other_in_focus(self) -> list[Filler]:
        """The other one of the pair of the sentence before, where this one names just one."""
        named = {actor for mention in self._reading.mentions for actor in mention.actors}
        focus = self._reading.focus
        if len(named) != 1 or not named < set(focus):
            return []
        return self._back_to(actor for actor in focus if actor not in named)

    def _only(self, told: list[Filler], *, places: bool) -> list[Filler]:
        found = self._others(told, places=places)
        if not found:
            return self._in_focus(told)
        return found if len(found) == 1 else []

    def _others(self, told: Iterable[Filler], *, places: bool) -> list[Filler]:
        known = {filler.actor for filler in told}
        found: dict[str, Filler] = {}
        for mention in self._mentions():
            if not places and (mention.kind == "port" or self._is_place(mention)):
                continue
            for actor in mention.actors:
                if actor not in known:
                    found.setdefault(actor, Filler(actor, mention))
        return [filler for filler in found.values() if self._may_fill(filler, places=places)]

    def _may_fill(self, filler: Filler, *, places: bool) -> bool:
        """Bodies are parties only where syntax says so."""
        return is_state(filler.actor) and may_be_party(filler, self._type, source=not places)

    def _mentions(self) -> list[Mention]:
        """Those of the trigger's stretch between semicolons."""
        start, text = self._reading.sentence.start, self._reading.sentence.text
        before = text.rfind(";", 0, self._start - start) + start
        after = text.find(";", self._start - start)
        end = after + start if after >= 0 else self._reading.sentence.end
        return [m for m in self._reading.mentions if before <= m.start < end]

    def _is_place(self, mention: Mention) -> bool:
        before = self._reading.sentence.text[: mention.start - self._reading.sentence.start].split()
        at_place = bool(before) and before[-1].lower() in word_list("locative")
        return mention.kind in _PLACES and at_place

    def pair_apart_from(self, sources: list[Filler]) -> list[Filler]:
        """The two whom the sentence names, or the text is about, apart from `sources`."""
        found = self._others(sources, places=False)
        if len(found) == 2:
            return found
        return self._pair_in_focus(sources) if not found else []

    def _topic(self, told: list[Filler]) -> list[Filler]:
        """The one actor that the text is about, where the sentence names nobody else."""
        main, known = self._reading.main, {filler.actor for filler in told}
        if len(main) != 1 or main[0] in known or self._others(told, places=True):
            return []
        return self._back_to(main)

    def _pair_in_focus(self, apart_from: Iterable[Filler] = ()) -> list[Filler]:
        known = {filler.actor for filler in apart_from}
        pairs = (self._reading.focus, self._reading.main)
        pair = next((p for p in pairs if len(p) == 2 and known.isdisjoint(p)), ())
        return self._back_to(pair)

    def _in_focus(self, told: list[Filler]) -> list[Filler]:
        """The other one of the pair that the sentence before joined."""
        known = {filler.actor for filler in told}
        pairs = (self._reading.focus, self._reading.main)
        focus = next((pair for pair in pairs if len(known & set(pair)) == 1), ())
        return self._back_to(actor for actor in focus if actor not in known)

    def _back_to(self, actors: Iterable[str]) -> list[Filler]:
        """Fillers whose mention is the trigger, for want of words of their own."""
        end = self._start + len(self._text)
        return [
            Filler(actor, Mention(self._start, end, self._text, (actor,), "coreference"))
            for actor in actors
        ]
