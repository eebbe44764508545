"""Checking the arguments of a question and binding them to its query.

Values become RDF terms here and reach the query as terms only. Actors `a` and `b` give the query
two more names: `$pair`, the dyad of both, and `$alone`, the first actor where the second is left
out. Whatever is left out is bound to a node that nothing refers to, so that one query serves a pair
(through the dyad index) and a single actor alike.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import pyoxigraph as ox

from hedgerow.errors import UsageError
from hedgerow.graph.ids import dyad_id, to_iri
from hedgerow.graph.snapshot import Bindings
from hedgerow.ontology.actors import actors
from hedgerow.queries.questions.header import Parameter, Question
from hedgerow.queries.questions.values import NOBODY, actor_node, read_value
from hedgerow.queries.reading.archive import Reader, archive_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its arguments: as text (actors by code) and as terms for the query.

    `stated` names those that were given; the others are left to their defaults.
    """

    reader: Reader
    question: Question
    values: Mapping[str, str]
    bindings: Bindings
    stated: frozenset[str]

    def name(self, parameter: str) -> str:
        """The short name of the actor given for a parameter."""
        return actors().name(self.values[parameter])

    def codes(self, parameter: str) -> tuple[str, ...]:
        """The codes of the actors given for a parameter; none where it was left out."""
        return tuple(filter(None, self.values.get(parameter, "").split(",")))

    def number(self, parameter: str) -> int:
        """The number given for a parameter."""
        return int(self.values[parameter])

    def day(self, parameter: str) -> dt.date:
        """The day that a date parameter was read as."""
        return dt.date.fromisoformat(self.bindings[parameter].value)

    def given(self, parameter: str) -> str | None:
        """What was given for a parameter, None where it was left to its default."""
        return self.values[parameter] if parameter in self.stated else None


def bind(reader: Reader, question: Question, arguments: Mapping[str, str]) -> Asked:
    """Check arguments and bind them.

    Raises:
        UsageError: one is unknown, missing or not of its kind (the message names a near match), or
            a server holds no graph.
        UnknownActor: no state or body answers to a name.
    """
    archive_of(reader).check()
    for name in arguments:
        _check_name(question, name)
    values: dict[str, str] = {}
    terms: dict[str, ox.NamedNode | ox.Literal] = {}
    for parameter in question.parameters:
        value = arguments.get(parameter.name, parameter.default)
        if value is None:
            _check_optional(question, parameter)
            terms[parameter.name] = NOBODY
        else:
            values[parameter.name], terms[parameter.name] = read_value(
                reader, parameter.kind, value
            )
            _check_size(parameter, values[parameter.name])
    asked = Asked(reader, question, values, terms | actor_bindings(values), frozenset(arguments))
    if {"from", "to"} <= terms.keys() and asked.day("from") > asked.day("to"):
        raise UsageError(
            f"from {values['from']} lies after to {values['to']}; give the earlier date first."
        )
    return asked


def named_arguments(question: Question, words: Sequence[str]) -> dict[str, str]:
    """Arguments by parameter name: `name=value` as stated, the others in order.

    Raises:
        UsageError: there are more arguments than parameters, or one names none of them.
    """
    names = [parameter.name for parameter in question.parameters]
    split = [word.partition("=") for word in words]
    for name, sign, _ in split:
        if sign and name.isidentifier():
            _check_name(question, name)
    named = {name: value for name, sign, value in split if sign and name in names}
    free = [name for name in names if name not in named]
    in_order = ["".join(parts) for parts in split if not (parts[1] and parts[0] in names)]
    if len(in_order) > len(free):
        raise UsageError(
            f"{question.name} takes {usage(question)}; {in_order[-1]!r} is one too many."
        )
    return {**dict(zip(free, in_order, strict=False)), **named}


def usage(question: Question) -> str:
    """How to call a question: `levels a [b] [at=newest]`."""
    return " ".join([question.name, *map(_usage, question.parameters)])


def _usage(parameter: Parameter) -> str:
    if parameter.required:
        return parameter.name
    default = "" if parameter.default is None else f"={parameter.default}"
    return f"[{parameter.name}{default}]"


def _check_name(question: Question, name: str) -> None:
    names = [parameter.name for parameter in question.parameters]
    if name in names:
        return
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]}?" if near else f"it takes {usage(question)}."
    raise UsageError(f"{question.name} has no parameter {name!r}; {hint}")


def _check_size(parameter: Parameter, value: str) -> None:
    if parameter.most is not None and int(value) > parameter.most:
        raise UsageError(f"{parameter.name} is {parameter.most:,} at most; give a smaller number.")


def _check_optional(question: Question, parameter: Parameter) -> None:
    if parameter.required:
        raise UsageError(
            f"{question.name} needs {parameter.name} ({parameter.description}); "
            f"call it as {usage(question)}."
        )


def actor_bindings(values: Mapping[str, str]) -> dict[str, ox.NamedNode]:
    """What `$a`, `$b`, `$pair` and `$alone` are for the actors `a` and `b` that are given.

    Raises:
        UsageError: both are the same.
    """
    first, second = values.get("a"), values.get("b")
    if first is None:
        return {}
    if first == second:
        raise UsageError(f"Both actors are {actors().name(first)}; name two different ones.")
    if second is None:
        return {"a": actor_node(first), "b": NOBODY, "pair": NOBODY, "alone": actor_node(first)}
    pair = ox.NamedNode(to_iri(dyad_id(first, second)))
    return {"a": actor_node(first), "b": actor_node(second), "pair": pair, "alone": NOBODY}
