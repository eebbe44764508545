"""Engines by name: entry points of the group `hedgerow.engines`, loaded when one is asked for.

Our own are registered in the same way as those of plug-ins; `docs/engines.md` shows how.
"""

import logging
from importlib.metadata import EntryPoint, entry_points

from hedgerow.errors import UsageError
from hedgerow.loaders.engine_names import GROUP, check_engine_names
from hedgerow.loaders.extraction.candidates import Engine
from hedgerow.loaders.extraction.guarded import Guarded

OURS = "hedgerow"
"""The distribution of the built-in engines."""

_NEEDED = ("parses", "wants", "propose")
_log = logging.getLogger(__name__)


def make_engine(name: str) -> Engine:
    """The engine of that name; a plug-in's comes with a guard about it.

    Raises:
        UsageError: there is none, or a plug-in's cannot be used.
    """
    check_engine_names([name])
    found = _chosen(name)
    if _distribution(found) == OURS:
        built_in: Engine = found.load()()
        return built_in
    return Guarded(_plugged_in(found), name)


def _plugged_in(entry: EntryPoint) -> Engine:
    try:
        engine: Engine = entry.load()()
    except Exception as error:
        raise _unusable(entry, f"cannot be loaded ({type(error).__name__}: {error})") from error
    lacking = [part for part in _NEEDED if not hasattr(engine, part)]
    if lacking:
        raise _unusable(entry, f"has no {' and no '.join(lacking)}")
    return engine


def _unusable(entry: EntryPoint, reason: str) -> UsageError:
    return UsageError(
        f"the engine {entry.name!r} of {_distribution(entry)} {reason}; "
        "mend or uninstall it, or choose another"
    )


def _chosen(name: str) -> EntryPoint:
    """Ours of that name, else that of the distribution first in the alphabet."""
    by_distribution = {_distribution(each): each for each in entry_points(group=GROUP, name=name)}
    first, *others = sorted(by_distribution, key=lambda each: (each != OURS, each))
    for other in others:
        _log.warning("the engine %r of %s is passed over; %s has it too", name, other, first)
    return by_distribution[first]


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist is not None else "an unknown distribution"
