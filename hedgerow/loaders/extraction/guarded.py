"""A plug-in engine with a guard about it: what it proposes is checked, its failures are counted."""

import logging
from collections.abc import Iterator
from dataclasses import replace

from hedgerow.loaders.extraction.candidates import Candidate, Engine, Filler, Reading
from hedgerow.loaders.extraction.fitting import what_is_wrong
from hedgerow.ontology.vocabulary import vocabulary

_log = logging.getLogger(__name__)


class Guarded:
    """The engine of a plug-in as the extractor uses it.

    `failed` counts how often it was set aside for a sentence, `refused` the candidates that did not
    fit their sentence or the ontology. The first of each is in the log.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name
        self.parses = bool(engine.parses)
        self.failed = self.refused = 0
        self._engine = engine

    def wants(self, reading: Reading) -> bool:
        """Whether the plug-in wants the sentence parsed; not if it fails."""
        try:
            return bool(self._engine.wants(reading))
        except Exception as error:  # noqa: BLE001  another's code may raise anything
            self._fail(error)
            return False

    def propose(self, reading: Reading) -> Iterator[Candidate]:
        """The plug-in's candidates that hold, under its registered name; none if it fails."""
        try:
            yield from [
                kept for c in self._engine.propose(reading) if (kept := self._kept(c, reading))
            ]
        except Exception as error:  # noqa: BLE001
            self._fail(error)

    @property
    def account(self) -> str | None:
        """What was left out, in words; None where nothing was."""
        return account(self.name, self.failed, self.refused)

    def _kept(self, candidate: Candidate, reading: Reading) -> Candidate | None:
        reason = what_is_wrong(candidate, reading)
        if reason is None:
            return replace(candidate, engine=self.name, fillers=_in_order(candidate))
        self.refused += 1
        if self.refused == 1:
            _log.warning("what the engine %r proposed %s; it is left out", self.name, reason)
        return None

    def _fail(self, error: Exception) -> None:
        self.failed += 1
        if self.failed == 1:
            kind = type(error).__name__
            _log.warning("the engine %r failed (%s); such sentences do without it", self.name, kind)
        _log.debug("the engine %r failed", self.name, exc_info=error)


def account(name: str, failed: int, refused: int) -> str | None:
    """What was left out of an engine's work, in words; None where nothing was."""
    if not failed + refused:
        return None
    return f"the engine {name!r} failed {failed} times; {refused} of its candidates were refused"


def _in_order(candidate: Candidate) -> tuple[Filler, ...]:
    """The source of a directed tie stays first; who are equals are sorted."""
    first = 1 if vocabulary().tie_type(candidate.type).directed else 0
    others = sorted(candidate.fillers[first:], key=lambda filler: filler.actor)
    return (*candidate.fillers[:first], *others)
