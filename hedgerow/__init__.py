"""hedgerow: what articles say about the ties between states, with the sentence that says so.

In Python: `import hedgerow as hr; g = hr.open("my.store")`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from hedgerow.version import __version__

if TYPE_CHECKING:
    from hedgerow.notebook import Graph

__all__ = ["__version__", "open"]


def open(path: "str | Path") -> "Graph":
    """Open a store for reading; see `hedgerow.notebook.Graph` for what it offers.

    Raises:
        StoreError: there is no store, or it is damaged or of another version.
    """
    # commands import this package too, and have no use for the graph
    from hedgerow.notebook import open_store  # noqa: PLC0415

    return open_store(path)
