"""What an export tells of itself, so that it can be cited."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from hedgerow.graph.export import Progress
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.view import View
from hedgerow.version import __version__

RIGHTS = (
    "Who did what with whom and when are facts, free to use; "
    "quoted sentences and titles are their publishers'."
)


@dataclass(frozen=True, slots=True)
class About:
    """A title, the day of export, the version that wrote it, and from what it was written.

    `digest` is the canonical hash: equal where two graphs say the same. It is None where it was not
    wanted, since to find it takes about as long as to write N-Quads; then the `commit`, which only
    the store itself knows, must do. `handling` is the strictest mark of all that is here.
    """

    title: str
    created: dt.date
    digest: str | None
    commit: str | None
    handling: str | None = None

    @property
    def version(self) -> str:
        """The version that wrote it."""
        return f"hedgerow {__version__}"

    @property
    def source(self) -> str | None:
        """The hash or the commit, in one word."""
        if self.digest is not None:
            return f"sha256:{self.digest}"
        return None if self.commit is None else f"commit:{self.commit}"

    @property
    def dublin_core(self) -> Mapping[str, str]:
        """The same by the names of Dublin Core's terms."""
        told = {
            "title": self.title,
            "created": self.created.isoformat(),
            "creator": self.version,
            "identifier": self.source,
            "rights": f"{self.handling}. {RIGHTS}" if self.handling else RIGHTS,
        }
        return {name: value for name, value in told.items() if value is not None}


def about(
    snapshot: Snapshot,
    view: View,
    *,
    hashed: bool,
    names: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> About:
    """What an export of a snapshot tells of itself; `names` are the actors it is limited to."""
    whom = " - ".join(names) or "all actors"
    title = f"hedgerow: {whom}, {view}" if view else f"hedgerow: {whom}"
    digest = snapshot.canonical_hash(progress) if hashed else None
    mark = snapshot.ratings().strictest
    headed = f"{mark}: {title}" if mark else title
    return About(headed, dt.datetime.now(dt.UTC).date(), digest, snapshot.commit, mark)
