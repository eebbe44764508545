"""Sources: files, folders, patterns, addresses and standard input, read one document at a time."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from hedgerow.errors import InputError, UsageError
from hedgerow.loaders.articles.unpacking import Budget
from hedgerow.loaders.dates import to_edtf
from hedgerow.loaders.failures import reported
from hedgerow.loaders.formats import read_handle, read_stream
from hedgerow.loaders.input_key import input_key
from hedgerow.loaders.kinds import kind_of
from hedgerow.loaders.paths import find_files
from hedgerow.loaders.records import Finished, Item, Skipped, WebPage, Whole
from hedgerow.loaders.tables.item import TableOptions, event_table
from hedgerow.loaders.text import printable
from hedgerow.loaders.web.names import is_address, shown

if TYPE_CHECKING:
    from hedgerow.loaders.web.fetching import Fetcher

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"


def read_sources(paths: Sequence[str], *, published: str | None = None) -> Iterator[Whole]:
    """The documents of files, folders, glob patterns, addresses and `-`, and what was skipped.

    `published` is the publication date of articles that carry none.

    Raises:
        UsageError: `published` is no date.
    """
    return iter(Sources(paths, published=published))


class Sources:
    """What `read_sources` reads, and how far it has come.

    `addresses` are fetched besides those among the paths, by `fetcher` where one is given.
    """

    def __init__(
        self,
        paths: Sequence[str],
        *,
        published: str | None = None,
        standard_input: BinaryIO | None = None,
        tables: TableOptions | None = None,
        addresses: Sequence[str] = (),
        fetcher: "Fetcher | None" = None,
    ) -> None:
        self._tables = tables or TableOptions()
        self._paths = tuple(path for path in paths if not is_address(path))
        self._addresses = (*filter(is_address, paths), *addresses)
        self._fetcher = fetcher
        self._published = _checked(published)
        self._standard_input = standard_input
        self._total = 0
        self._done = 0
        self._handle: io.BufferedReader | None = None

    @property
    def fraction(self) -> float | None:
        """The share of the files' bytes that has been read; None where it is not known."""
        if not self._total:
            return None
        within = self._handle.tell() if self._handle and not self._handle.closed else 0
        return min(1.0, (self._done + within) / self._total)

    def __iter__(self) -> Iterator[Whole]:
        for item in self.with_ends():
            if isinstance(item, WebPage):
                yield item.read()
            elif not isinstance(item, Finished):
                yield item

    def with_ends(self, read_before: Callable[[str], bool] = lambda _: False) -> Iterator[Item]:
        """What iterating gives, with pages as they are, and the end of each input.

        Inputs that were `read_before` end unread.
        """
        found = list(find_files([path for path in self._paths if path != STANDARD_INPUT]))
        if STANDARD_INPUT not in self._paths:
            self._total = sum(_size(file) for file in found if isinstance(file, Path))
        for file in found:
            if isinstance(file, Skipped):
                yield file
                yield Finished(file.source)
            else:
                yield from self._read_unless(file, read_before)
                self._done += _size(file)
        if self._addresses:
            yield from self._read_addresses()
        if STANDARD_INPUT in self._paths:
            yield from self._read_standard_input()

    def _read_unless(self, file: Path, read_before: Callable[[str], bool]) -> Iterator[Item]:
        name, key = printable(str(file)), input_key(file, self._published, self._tables.key)
        if key is not None and read_before(key):
            yield Finished(name, key, read_before=True)
            return
        yield from self._read_file(file)
        yield Finished(name, key)

    def _read_file(self, file: Path) -> Iterator[Item]:
        name, kind = printable(str(file)), kind_of(file) or ""
        if table := event_table(file, kind, self._tables):
            yield table
            return
        try:
            with reported(), file.open("rb") as self._handle:
                budget = Budget(_size(file))
                yield from read_handle(
                    kind, self._handle, name, self._published, budget, tables=self._tables
                )
        except InputError as error:
            yield Skipped.because(name, error, named=file in map(Path, self._paths))
        except OSError as error:
            yield Skipped(name, f"it cannot be read ({error.strerror}); check its rights")

    def _read_addresses(self) -> Iterator[Item]:
        from hedgerow.loaders.web.fetching import Fetcher  # noqa: PLC0415  few loads need it
        from hedgerow.loaders.web.reading import read_address  # noqa: PLC0415

        fetcher = self._fetcher or Fetcher()
        for address in dict.fromkeys(self._addresses):
            yield from read_address(fetcher, address, self._published)
            yield Finished(shown(address))

    def _read_standard_input(self) -> Iterator[Item]:
        handle = self._standard_input or sys.stdin.buffer
        try:
            with reported():
                yield from read_stream(handle, STANDARD_INPUT_NAME, self._published, self._tables)
        except InputError as error:
            yield Skipped.because(STANDARD_INPUT_NAME, error)


def _checked(published: str | None) -> str | None:
    try:
        return None if published is None else to_edtf(published)
    except ValueError as error:
        raise UsageError(str(error)) from None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
