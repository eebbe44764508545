"""What is worked out from a whole store once, and after a commit only from what that touched."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.reading.kept import kept

T = TypeVar("T")


class Following(Generic[T]):
    """Something of a whole store that follows its commits.

    `whole` works it out; `since` does from what it was at an earlier commit and the local ids
    touched since. A view of a day is a store of its own and worked out whole.
    """

    def __init__(
        self,
        whole: Callable[[Snapshot], T],
        since: Callable[[Snapshot, T, set[str]], T],
    ) -> None:
        self._whole = whole
        self._since = since
        self._working = threading.Lock()
        self._known: tuple[str, T] | None = None

    def of(self, snapshot: Snapshot) -> T:
        """What it is at the commit of a snapshot."""
        return kept(snapshot, ("following", self), lambda: self._work_out(snapshot))

    def _work_out(self, snapshot: Snapshot) -> T:
        commit = snapshot.commit
        if commit is None:
            return self._whole(snapshot)
        with self._working:
            found = self._at(snapshot)
            self._known = (commit, found)
            return found

    def _at(self, snapshot: Snapshot) -> T:
        if self._known is not None:
            commit, before = self._known
            touched = snapshot.touched_since(commit)
            if touched is not None:
                return self._since(snapshot, before, touched)
        return self._whole(snapshot)
