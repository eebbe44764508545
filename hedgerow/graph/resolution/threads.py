"""The life of the ties of one kind between the same actors: what each step opens or closes."""

from collections.abc import Iterable

from hedgerow.graph.resolution.discriminators import agree
from hedgerow.graph.resolution.intervals import Interval
from hedgerow.graph.resolution.steps import Step
from hedgerow.ontology.vocabulary import TieType


class Thread:
    """Plays steps in order of time.

    Kinds with levels form a staircase: a new level ends the one before. Other kinds run one tie for
    each value of their discriminator (a base, an instrument), side by side. What is repeated while
    it holds confirms; after an end it opens anew, so repeats never collapse.
    """

    def __init__(self, tie_type: TieType, actors: tuple[str, ...], *, leveled: bool) -> None:
        self._tie_type = tie_type
        self._actors = actors
        self._leveled = leveled
        self._prepared: list[Step] = []
        self._last_dated: dict[str | None, int] = {}
        self.intervals: list[Interval] = []

    def play(self, steps: Iterable[Step]) -> list[Interval]:
        """The intervals that the steps make, in order of opening."""
        ordered = sorted(steps, key=lambda step: step.position)
        moves = {
            "opens": self._open,
            "changes": self._change,
            "closes": self._close,
            "confirms": self._confirm,
            "holds": self._hold,
            "prepares": self._prepare,
        }
        for place, step in enumerate(ordered):
            if step.move in ("opens", "changes") and step.when is not None:
                self._last_dated[step.value] = place
        for place, step in enumerate(ordered):
            moves[step.move](step, place)
        return self.intervals

    def _open(self, step: Step, place: int) -> None:
        held = self._repeated(step)
        if held is not None and (self._leveled or held.opening.move != "changes"):
            held.confirm(step)
        elif step.when is None and self._is_dated_later(step, place):
            self._prepared.append(step)
        elif not (step.when is None and self._leveled and self._was_held(step)):
            self._supersede(step, held)
            self._start(step)

    def _change(self, step: Step, _: int) -> None:
        held = self._repeated(step)
        again = self._leveled and step.value is not None
        again = again or (held is not None and held.opening.move == "changes" and not step.when)
        if held is not None and again:
            held.confirm(step)
            return
        self._supersede(step, held)
        if not self._leveled or step.value is not None:
            self._start(step)

    def _close(self, step: Step, _: int) -> None:
        for interval in self._meant(step):
            interval.close(step)

    def _confirm(self, step: Step, _: int) -> None:
        for interval in self._meant(step)[-1:]:
            interval.confirm(step)

    def _hold(self, step: Step, place: int) -> None:
        """A claim that a tie holds shows one of unknown beginning only where none is known."""
        meant = self._meant(step)[-1:]
        for interval in meant:
            interval.confirm(step)
        if not meant and not self._is_known(step, place):
            self._start(step)

    def _is_known(self, step: Step, place: int) -> bool:
        """Whether the tie that a claim says holds has, or will have, a beginning of its own."""
        if step.value is None:
            return bool(self.intervals or self._last_dated)
        return self._was_held(step) or self._is_dated_later(step, place)

    def _prepare(self, step: Step, _: int) -> None:
        held = self._repeated(step)
        if held is None:
            self._prepared.append(step)
        else:
            held.confirm(step)

    def _start(self, step: Step) -> None:
        past = [one for one in self.intervals if self._leveled or self._like(one.opening, step)]
        prepared = [one for one in self._prepared if one.value is None or self._like(one, step)]
        self._prepared = [one for one in self._prepared if one not in prepared]
        self.intervals.append(Interval(step, past[-1] if past else None, prepared))

    def _supersede(self, step: Step, held: Interval | None) -> None:
        ended = self._running() if self._leveled else [held] if held is not None else []
        for interval in ended:
            interval.close(step)

    def _running(self) -> list[Interval]:
        return [interval for interval in self.intervals if interval.closing is None]

    def _like(self, one: Step, other: Step) -> bool:
        if one.value is None or other.value is None:
            return one.value is other.value
        return agree(one.value, other.value, self._tie_type, self._actors)

    def _repeated(self, step: Step) -> Interval | None:
        """The running interval that the step would open again; a step of no level repeats any."""
        running = self._running()
        any_level = self._leveled and step.value is None
        alike = [one for one in running if any_level or self._like(one.opening, step)]
        return alike[-1] if alike else None

    def _meant(self, step: Step) -> list[Interval]:
        """The running intervals that a step is about.

        One of no value means all levels, or else the only tie there is: of several bases, "the base
        was closed" ends none.
        """
        running = self._running()
        if self._leveled and step.value is None:
            return running
        alike = [one for one in running if self._like(one.opening, step)]
        if alike or self._leveled:
            return alike
        if step.value is None:
            return running if len(running) == 1 else []
        return [one for one in running if one.opening.value is None]

    def _was_held(self, step: Step) -> bool:
        return any(self._like(interval.opening, step) for interval in self.intervals)

    def _is_dated_later(self, step: Step, place: int) -> bool:
        for value, last in self._last_dated.items():
            if last > place and (
                value == step.value
                or (value and step.value and agree(value, step.value, self._tie_type, self._actors))
            ):
                return True
        return False
