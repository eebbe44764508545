"""Which subjects each commit touched, so that a copy elsewhere can follow without comparing all.

A file a commit, in the store's folder: its token, the token of the commit before it, how many local
ids follow, and the ids it touched, or `*` where it may have touched anything. Tokens are random:
two copies of one store that went different ways share numbers of commits, but no tokens.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hedgerow.graph.durable import write_durably

EVERYTHING = "*"
MOST_SUBJECTS = 200_000
"""A commit that touched more is noted as having touched everything, to keep the files small."""
KEPT_BYTES = 64_000_000
"""The oldest notes are dropped beyond this size, some 1.5 million subjects."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one file says."""

    token: str
    before: str
    subjects: list[str]


class Journal:
    """The notes of one store, a file a commit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, sequence: int, touched: Iterable[str]) -> None:
        """Note a commit before it is acknowledged; a note of the same number is replaced."""
        self._folder.mkdir(exist_ok=True)
        subjects = sorted(touched)
        if len(subjects) > MOST_SUBJECTS:
            subjects = [EVERYTHING]
        before = self.token(sequence - 1) or ""
        lines = (uuid.uuid4().hex, before, str(len(subjects)), *subjects)
        write_durably(self._file(sequence), "\n".join(lines) + "\n")
        self._drop_oldest(sequence)

    def token(self, sequence: int) -> str | None:
        """The token of a commit, or None where no note of it is left."""
        found = self._read(sequence)
        return None if found is None else found.token

    def since(self, token: str, sequence: int) -> set[str] | None:
        """The subjects touched after the commit of a token, up to a number of commit.

        None where the notes do not reach back to that token, or something touched everything.
        """
        touched: set[str] = set()
        expected = self.token(sequence)
        for number in range(sequence, 0, -1):
            found = self._read(number)
            if found is None or found.token != expected:
                return None
            if found.token == token:
                return touched
            if EVERYTHING in found.subjects:
                return None
            touched.update(found.subjects)
            expected = found.before
        return None

    def copy_to(self, other: "Journal", newest: int) -> None:
        """Copy the notes up to a number of commit, as far as they go back without a gap."""
        other._folder.mkdir(exist_ok=True)
        for number in range(newest, 0, -1):
            try:
                text = self._file(number).read_text(encoding="utf-8")
            except (FileNotFoundError, UnicodeDecodeError):
                return
            write_durably(other._file(number), text)

    def gaps(self, newest: int) -> list[int]:
        """The commits whose note is missing or damaged, or does not follow the one before."""
        kept = [int(each.name) for each in self._folder.glob("*") if each.name.isdigit()]
        notes = {number: self._read(number) for number in range(min([*kept, newest]), newest + 1)}
        found = []
        for number, note in notes.items():
            before = notes.get(number - 1)
            if note is None or (before is not None and before.token != note.before):
                found.append(number)
        return found

    def forget(self, newest: int) -> None:
        """Drop the notes of commits up to a number, which nobody can follow any more."""
        for each in self._folder.glob("*"):
            if each.name.isdigit() and int(each.name) <= newest:
                each.unlink(missing_ok=True)

    def _read(self, sequence: int) -> Note | None:
        """The note of a commit, None where it is missing or damaged."""
        try:
            lines = self._file(sequence).read_text(encoding="utf-8").split("\n")[:-1]
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        if len(lines) < 3 or lines[2] != str(len(lines) - 3):
            return None
        return Note(lines[0], lines[1], lines[3:])

    def _file(self, sequence: int) -> Path:
        return self._folder / f"{sequence:08}"

    def _drop_oldest(self, newest: int) -> None:
        size = 0
        for number in range(newest, 0, -1):
            file = self._file(number)
            if not file.exists():
                return
            size += file.stat().st_size
            if size > KEPT_BYTES and number != newest:
                file.unlink()
