"""Office-holders whose state is not told: "Defence Minister X" in a paper of his own country."""

import re
from collections import defaultdict
from collections.abc import Iterator

from hedgerow.loaders.extraction.gazetteer import gazetteer, is_body
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.names import TITLED_NAME, name_in
from hedgerow.loaders.extraction.offices import office_kind, rank_of
from hedgerow.ontology.actors import actors

OFTEN_GUESTS = frozenset({"head_of_state", "head_of_government"})
"""Ranks whose holders a dateline often places abroad."""

NEAR = 90
"""Characters between an office-holder and the counterpart of another state."""

FAR, AHEAD = 250, 6
"""Characters and mentions after an office-holder in which the two states are named together."""

_FORMER = re.compile(r"(?i:\b(?:former|ex|late|retired)[ -])$")
_JOINED = re.compile(r",? and (?:with |by )?(?:the |his |her )?")
_MEETS = re.compile(
    r"(?:called on|calls? on|met|meets?|met with|talks with|meeting with) (?:the )?$"
)
_MEETING = re.compile(r"\b(?:called on|met|meets|received by|welcomed by|hosted by|talks with)\b")
_COUNTERPART = re.compile(r"(?i:\bcounterparts?\b)")


def people_untold(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Titled names without a nation, as people of the state that the article leaves untold."""
    home = gazetteer().home_of(text)
    taken = {position for mention in mentions for position in range(mention.start, mention.end)}
    before = _Before(mentions)
    told = (0, False)
    for match in TITLED_NAME.finditer(text):
        span = name_in(text, match)
        if span is None or not taken.isdisjoint(range(match.start(), span[1])):
            continue
        start, end = span
        name = text[start:end]
        if gazetteer().knows(name):
            continue
        title = text[match.start() : start]
        if office_kind(title) in {None, "officer"} or _FORMER.search(
            text, max(0, match.start() - 12), match.start()
        ):
            continue
        if _is_host(text, told, match.start()):
            told = (end, True)
            continue
        state, kind = before.state_of(text, match.start(), end, title, home)
        told = (end, False)
        if state is not None:
            yield Mention(start, end, name, (state,), kind, name)


def _is_host(text: str, told: tuple[int, bool], start: int) -> bool:
    """Whether the one just told meets an office-holder, abroad perhaps: `X called on Y`."""
    end, hosts = told
    between = text[end:start]
    if not end or len(between) > NEAR or ". " in between or "\n" in between:
        return False
    return hosts or _MEETS.search(between) is not None


class _Before:
    """What an article has told before a place in it, moving forward only."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._mentions = mentions
        self._position = 0
        self._named: set[str] = set()
        self._acting: set[str] = set()
        self._holders: dict[str, set[str]] = defaultdict(set)

    def state_of(
        self, text: str, start: int, end: int, title: str, home: str | None
    ) -> tuple[str | None, str]:
        """The state of an office-holder, and the kind of mention that makes it."""
        self._read_to(start)
        other = self._counterpart(end)
        if other is not None:
            rest = ({home} if home else self._named | self._named_next(end)) - {other}
            return (rest.pop(), "coreference") if len(rest) == 1 else (None, "")
        colleague = self._colleague(text, start, title)
        if home is None or self._is_taken(home, title):
            return self._alone(title) if colleague is None else (colleague, "coreference")
        guest = rank_of(title) in OFTEN_GUESTS or self._meets_home(text, end, home)
        return (None, "") if guest else (home, "person")

    def _meets_home(self, text: str, end: int, home: str) -> bool:
        """Whether the text goes on to a meeting with an official of the dateline's state."""
        following = next(iter(self._mentions[self._position : self._position + 1]), None)
        if following is None or following.start > end + NEAR or following.actors != (home,):
            return False
        acts = following.kind in {"agent", "person"}
        return acts and _MEETING.search(text, end, following.start) is not None

    def _alone(self, title: str) -> tuple[str | None, str]:
        """The only state that the article has named so far, if somebody acts for it."""
        if len(self._named) != 1 or self._named != self._acting:
            return None, ""
        (state,) = self._named
        return (None, "") if self._is_taken(state, title) else (state, "coreference")

    def _is_taken(self, state: str, title: str) -> bool:
        """Whether the article has named another holder of the office."""
        return office_kind(title) in self._holders.get(state, ())

    def _colleague(self, text: str, start: int, title: str) -> str | None:
        """The state of the person just named: `President X of Peru and Defence Minister Y`."""
        last = self._mentions[self._position - 1] if self._position else None
        if last is None or last.person is None or _JOINED.fullmatch(text, last.end, start) is None:
            return None
        return None if self._is_taken(last.actors[0], title) else last.actors[0]

    def _read_to(self, start: int) -> None:
        while self._position < len(self._mentions):
            mention = self._mentions[self._position]
            if mention.start >= start:
                return
            self._position += 1
            if len(mention.actors) == 1 and not is_body(mention.actors[0]):
                self._named.add(mention.actors[0])
                if mention.kind in {"agent", "person"}:
                    self._acting.add(mention.actors[0])
                if mention.person and (kind := office_kind(mention.text)):
                    self._holders[mention.actors[0]].add(kind)

    def _named_next(self, end: int) -> set[str]:
        ahead = self._mentions[self._position : self._position + AHEAD]
        states = {m.actors[0] for m in ahead if m.start < end + FAR and len(m.actors) == 1}
        return {state for state in states if not is_body(state)}

    def _counterpart(self, end: int) -> str | None:
        """The state of the counterpart whom the text names right after an office-holder."""
        for mention in self._mentions[self._position : self._position + 3]:
            if mention.start < end + NEAR and _COUNTERPART.search(mention.text):
                return mention.actors[0]
        return None


def lies_in(actor_id: str, region: str | None) -> bool:
    """Whether a state belongs to a region that news calls it by; always where we cannot tell."""
    bodies = table("coreference")["regions"].get((region or "").lower(), ())
    if not bodies:
        return True
    return any(actor_id in actors().members(body) for body in bodies)
