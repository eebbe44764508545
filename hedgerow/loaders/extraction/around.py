"""Who else is around: the only other actor of a sentence, or of the pair that is in focus.

Syntax finds most roles; news also leaves them to be understood ("Hanoi signed the contract in May"
after a sentence on Russia). Filling a role with the only candidate is right often enough to be kept
with less confidence, and where there are two candidates nothing is filled in.
"""

from collections.abc import Iterable

from hedgerow.loaders.extraction.candidates import Filler, Reading
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.ontology.actors import actors
from hedgerow.ontology.vocabulary import TieType

_STATES = frozenset({"state", "former_state", "entity"})
_PLACES = frozenset({"name", "capital", "alias"})


class Around:
    """The actors of a sentence and of its context; `start` and `text` are the trigger's."""

    def __init__(self, reading: Reading, tie_type: TieType, start: int, text: str) -> None:
        self._reading, self._type = reading, tie_type
        self._start = reading.sentence.start + start
        self._text = text

    def completed(self, told: list[Filler]) -> list[list[Filler]]:
        """The parties told, at most one, with the only other one; or the only two there are."""
        if len(told) > 1:
            return []
        found = self._others(told, places=False)
        if len(found) == 2 - len(told):
            return [[*told, *found]]
        in_focus = self._in_focus(told) if told and not found else []
        return [[*told, *in_focus]] if in_focus else []

    def source_beside(self, others: list[Filler]) -> list[Filler]:
        """Who did it to `others`: the only other actor that is not just a place."""
        return self._only(others, places=False)

    def other_beside(self, sources: list[Filler]) -> list[Filler]:
        """To whom `sources` did it: the only other actor, or the place."""
        return self._only(sources, places=True)

    def _only(self, told: list[Filler], *, places: bool) -> list[Filler]:
        found = self._others(told, places=places)
        if not found:
            return self._in_focus(told)
        return found if len(found) == 1 else []

    def _others(self, told: Iterable[Filler], *, places: bool) -> list[Filler]:
        known = {filler.actor for filler in told}
        found: dict[str, Filler] = {}
        for mention in self._reading.mentions:
            if mention.kind == "port" or (not places and self._is_place(mention)):
                continue
            if not mention.can_act_in(self._type):
                continue
            for actor in mention.actors:
                if actor not in known and is_state(actor):
                    found.setdefault(actor, Filler(actor, mention))
        return list(found.values())

    def _is_place(self, mention: Mention) -> bool:
        before = self._reading.sentence.text[: mention.start - self._reading.sentence.start].split()
        at_place = bool(before) and before[-1].lower() in word_list("locative")
        return mention.kind in _PLACES and at_place

    def _in_focus(self, told: list[Filler]) -> list[Filler]:
        """The other one of the pair that the sentence before joined."""
        known = {filler.actor for filler in told}
        pairs = (self._reading.focus, self._reading.main)
        focus = next((pair for pair in pairs if len(known & set(pair)) == 1), ())
        mention = Mention(
            self._start, self._start + len(self._text), self._text, focus, "coreference"
        )
        return [Filler(actor, mention) for actor in focus if actor not in known]


def is_state(actor_id: str) -> bool:
    """Whether an actor is a state; bodies are parties only where syntax says so."""
    actor = actors().get(actor_id)
    return actor is not None and actor.kind in _STATES
