"""The options of a command in words, for commands that pages tell to be given again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hedgerow.graph.view import View


def options(given: Mapping[str, object]) -> tuple[str, ...]:
    """`--since 2010`: the options that have a value."""
    return tuple(word for name, value in given.items() if value for word in (name, str(value)))


def seen_by(view: "View") -> tuple[str, ...]:
    """The options for the same view, but for its day, which pages state themselves."""
    return options(
        {
            "--as-known": view.known,
            "--recorded": view.recorded,
            "--max-handling": view.handling,
        }
    )
