"""Role paths: where in a parse, seen from a trigger, a role is told. See docs/rules.md."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Token

from hedgerow.loaders.extraction import syntax
from hedgerow.loaders.extraction.lexicon import word_list

FOCUS = "focus"
"""The path that leads out of the sentence; all others are in `tokens_along`."""

_OBJECT_PREPOSITIONS = frozenset(
    {"on", "into", "to", "in", "for", "of", "with", "from", "over", "against"}
)
_INNER = frozenset({"of", "on", "for"})
_RAISED = frozenset({"dobj", "nsubjpass", "attr"})

OBJECT_WITHIN = 12
"""Words after a trigger in which an object that syntax does not give is looked for."""

Walk = Callable[[Token], Iterator[Token]]


def tokens_along(path: str, trigger: Token, required: Token | None) -> Iterator[Token]:
    """The tokens at the end of a path such as `subject` or `prep:to,in`.

    Raises:
        ValueError: there is no such path.
    """
    kind, _, detail = path.partition(":")
    hosts = _hosts(trigger, required)
    if kind == "prep":
        for host in [*hosts, *_raised_hosts(trigger), *_inner_hosts(hosts)]:
            yield from syntax.prepositional(host, frozenset(detail.split(",")))
    elif kind in _ON_HOSTS:
        for host in hosts:
            yield from _ON_HOSTS[kind](host)
    elif kind in _ON_VERB:
        is_verb = trigger.pos_ in {"VERB", "AUX"}
        verb = trigger if is_verb else syntax.governing_verb(trigger)
        if verb is not None and not _is_aside(trigger):
            yield from _ON_VERB[kind](verb)
    else:
        raise ValueError(f"there is no role path {path!r}")


def _is_aside(noun: Token) -> bool:
    """`signed it during the visit`: the subject of the verb need not be the visitor."""
    return noun.dep_ == "pobj" and noun.head.lower_ in word_list("aside_prepositions")


def required_object(trigger: Token, lemmas: frozenset[str]) -> Token | None:
    """The object of a trigger, direct or under a preposition, that has one of the lemmas."""
    reachable = [
        *syntax.objects(trigger),
        *syntax.prepositional(trigger, _OBJECT_PREPOSITIONS),
    ]
    for token in reachable:
        for part in syntax.with_conjuncts(token):
            inner = syntax.prepositional(part, frozenset({"of", "in"}))
            found = next((t for t in (part, *inner) if t.lemma_.lower() in lemmas), None)
            if found is not None:
                return found
    return None


def object_after(trigger: Token, lemmas: frozenset[str]) -> Token | None:
    """The first word with one of the lemmas that stands under the trigger and soon after it.

    For what a parse hangs elsewhere: `signed on Tuesday in Lima with Peru a long-sought accord`.
    """
    below = (token for token in trigger.subtree if 0 < token.i - trigger.i < OBJECT_WITHIN)
    return next((token for token in below if token.lemma_.lower() in lemmas), None)


def _hosts(trigger: Token, required: Token | None) -> list[Token]:
    """The trigger and, for a verb, its objects: `ordered submarines from Russia`."""
    direct = syntax.objects(trigger) if trigger.pos_ == "VERB" else []
    return list(dict.fromkeys([trigger, *([required] if required is not None else []), *direct]))


def _raised_hosts(trigger: Token) -> list[Token]:
    """Verbs whose prepositions belong to the noun: `paid a visit to`, `held talks with`."""
    is_noun = trigger.pos_ in {"NOUN", "PROPN"}
    return [trigger.head] if is_noun and trigger.dep_ in _RAISED else []


def _inner_hosts(hosts: list[Token]) -> list[Token]:
    """`delivery of the drones to Malaysia`: `to` hangs on the drones."""
    return [part for host in hosts for part in syntax.prepositional(host, _INNER)]


def _dative(verb: Token) -> Iterator[Token]:
    for given in syntax.children(verb, "dative"):
        yield from syntax.children(given, "pobj") or [given]


def _complement(verb: Token) -> Iterator[Token]:
    for clause in syntax.children(verb, "ccomp", "xcomp", "advcl"):
        yield from syntax.children(clause, "nsubj", "nsubjpass")


_ON_HOSTS: Mapping[str, Walk] = MappingProxyType(
    {
        "modifier": lambda host: iter(syntax.children(host, *syntax.MODIFIERS)),
        "poss": lambda host: iter(syntax.children(host, "poss")),
        "self": lambda host: iter([host]),
    }
)
_ON_VERB: Mapping[str, Walk] = MappingProxyType(
    {
        "subject": lambda verb: iter(syntax.subjects(verb)),
        "object": lambda verb: iter(syntax.objects(verb)),
        "speaker": lambda verb: iter(syntax.speakers(verb)),
        "dative": _dative,
        "complement": _complement,
    }
)
