"""Rules for the default weights: complete, within bounds, reasoned, and on declared terms."""

from collections import Counter
from collections.abc import Iterator

from hedgerow.ontology.finding import Finding, error
from hedgerow.ontology.vocabulary import Vocabulary
from hedgerow.ontology.weights import UNSTATED, Cost, OntologyWeights, Subject, Weighing


def lint_weights(words: Vocabulary, weights: OntologyWeights) -> Iterator[Finding]:
    """Each type and kind has one weight and one cost; refinements fit what they refine."""
    yield from _bad_counts(words, weights)
    yield from _unreasoned(weights)
    if weights.decay.half_life < 1:
        yield error("decay", "The half-life must be at least one day.")
    bases = {one.subject: one.weight for one in weights.weighings if one.attribute is None}
    for one in weights.weighings:
        yield from _bad_number(one, bases.get(one.subject, 0.0))
        if one.attribute is not None:
            yield from _bad_refinement(words, one, one.attribute)


def attributes_of(words: Vocabulary, subject: Subject) -> tuple[str, ...]:
    """The attributes that events of a type, or ties of a kind, can carry."""
    edge, what = subject
    if edge == "event":
        return words.tie_types[what].attributes
    types = (tie for tie in words.tie_types.values() if tie.kind == what)
    return tuple(dict.fromkeys(name for tie in types for name in tie.attributes))


def _bad_counts(words: Vocabulary, weights: OntologyWeights) -> Iterator[Finding]:
    subjects: list[Subject] = [("event", name) for name in words.tie_types]
    subjects += [("tie", name) for name in words.kinds]
    costs = Counter(one.subject for one in weights.costs)
    weighed = Counter((one.subject, one.attribute, one.value) for one in weights.weighings)
    for subject in subjects:
        if weighed[subject, None, None] == 0:
            yield error(_name(subject), "It has no weight.")
        if costs[subject] != 1:
            yield error(_name(subject), "It must be said once whether it is costly.")
    for (subject, _, value), count in weighed.items():
        if count > 1:
            yield error(_name(subject), f"It has {count} weights for the value {value!r}.")


def _unreasoned(weights: OntologyWeights) -> Iterator[Finding]:
    reasoned: tuple[Weighing | Cost, ...] = (*weights.weighings, *weights.costs)
    for one in reasoned:
        if not (one.rationale.strip() and one.source.strip()):
            yield error(_name(one.subject), "A weight or cost lacks its rationale or source.")


def _bad_number(one: Weighing, base: float) -> Iterator[Finding]:
    if not -1 <= one.weight <= 1:
        yield error(_name(one.subject), f"The weight {one.weight} is not between -1 and 1.")
    if one.weight * base < 0:
        yield error(_name(one.subject), f"The weight {one.weight} has another sign than {base}.")


def _bad_refinement(words: Vocabulary, one: Weighing, attribute: str) -> Iterator[Finding]:
    name = _name(one.subject)
    if attribute not in attributes_of(words, one.subject):
        yield error(name, f"It has no attribute {attribute!r}.")
        return
    declared = words.attributes[attribute].values
    if one.value is None or (declared and one.value not in (*declared, UNSTATED)):
        yield error(name, f"The attribute {attribute} has no value {one.value!r}.")


def _name(subject: Subject) -> str:
    return f"weight of {subject[0]} {subject[1]}"
