"""The names of engines, told without loading any: their parser takes seconds."""

from collections.abc import Iterable
from importlib.metadata import entry_points

from hedgerow.errors import UsageError

GROUP = "hedgerow.engines"


def engine_names() -> list[str]:
    """The names of the engines there are, whether they can be loaded or not."""
    return sorted({entry.name for entry in entry_points(group=GROUP)})


def check_engine_names(names: Iterable[str]) -> None:
    """See that there are such engines.

    Raises:
        UsageError: there is none of a name.
    """
    known = engine_names()
    for name in names:
        if name not in known:
            there_are = ", ".join(known) or "none; install hedgerow again"
            raise UsageError(f"there is no engine {name!r}; choose from {there_are}")
