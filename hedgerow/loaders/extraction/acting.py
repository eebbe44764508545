"""Which actors a noun phrase stands for: by its own name, or because its head acts for a state."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.candidates import Filler
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.mention import Mention

_JOINTS = frozenset("-–—/,")
_OF = frozenset({"of", "from", "for"})
DEEPEST = 2
"""`the heads of the security committees of A and B`."""


class Acting:
    """The mentions of a parsed sentence by token; `start` is the sentence's offset."""

    def __init__(self, parse: Doc, mentions: Iterable[Mention], start: int) -> None:
        self._names: dict[int, list[Mention]] = defaultdict(list)
        self._parts: dict[int, list[Token]] = defaultdict(list)
        spans = [(token.idx + start, token.idx + start + len(token)) for token in parse]
        ends = [end for _, end in spans]
        for mention in mentions:
            for index in range(bisect_right(ends, mention.start), len(spans)):
                if spans[index][0] >= mention.end:
                    break
                self._names[index].append(mention)
                self._parts[mention.start].append(parse[index])

    def actors_of(self, token: Token) -> list[Filler]:
        """The actors that a token and what is joined to it stand for, each once."""
        return distinct(
            Filler(actor, mention)
            for part in syntax.with_conjuncts(token)
            for mention in self._mentions_of(part)
            for actor in mention.actors
        )

    def _mentions_of(self, token: Token) -> list[Mention]:
        if token.i in self._names:
            own = self._names[token.i]
            return [*self._joined_before(token), *own, *self._joined_after(own)]
        return self._named(self._owners(token))

    def _named(self, tokens: Iterable[Token]) -> list[Mention]:
        return [
            mention
            for token in tokens
            for part in syntax.with_conjuncts(token)
            for mention in self._names.get(part.i) or self._of_owner(part)
        ]

    def _of_owner(self, token: Token) -> list[Mention]:
        """`Egypt's Samir Shoukri` in a list of names."""
        owners = syntax.children(token, "poss") if token.text[:1].isupper() else []
        return [mention for owner in owners for mention in self._names.get(owner.i, [])]

    def _owners(self, token: Token, depth: int = 0) -> list[Token]:
        """Where the state of an acting noun stands: `Chinese navy`, `officials of A and B`."""
        own = syntax.children(token, *syntax.MODIFIERS, "poss", "appos")
        if {child.lower_ for child in own} & word_list("non_state"):
            return []
        acts = token.lemma_.lower() in word_list("agents") | word_list("firms")
        if not acts and depth == 0:
            return syntax.children(token, "poss") if token.text[:1].isupper() else []
        inner = list(syntax.prepositional(token, _OF))
        unnamed = [part for part in inner if part.i not in self._names and depth < DEEPEST]
        deeper = [owner for part in unnamed for owner in self._owners(part, depth + 1)]
        return [*own, *inner, *deeper]

    def _joined_after(self, mentions: Iterable[Mention]) -> list[Mention]:
        """`counterparts from Qatar X, Egypt's Y and India's Z`: a list hangs on its first name."""
        parts = (part for mention in mentions for part in self._parts[mention.start])
        return [m for part in parts for m in self._named([part])]

    def _joined_before(self, token: Token) -> list[Mention]:
        """`US-China`, `the Chinese and U.S. defence chiefs`: the parse hangs one on the other."""
        joined = [
            child
            for child in syntax.children(token, *syntax.MODIFIERS)
            if child.nbor().text in _JOINTS or syntax.children(child, "cc", "conj")
        ]
        return self._named(joined)


def distinct(fillers: Iterable[Filler]) -> list[Filler]:
    """Each actor once, with its first mention."""
    kept: dict[str, Filler] = {}
    for filler in fillers:
        kept.setdefault(filler.actor, filler)
    return list(kept.values())
