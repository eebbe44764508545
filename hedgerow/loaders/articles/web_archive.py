"""Web archives: the pages of WARC files and the texts of WET files, one article a record."""

import io
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.articles.guard import missing, parsing
from hedgerow.loaders.articles.unpacking import Bomb, Budget
from hedgerow.loaders.articles.web_records import RECORD_START, Damage, RecordStream
from hedgerow.loaders.compose import compose
from hedgerow.loaders.encoding import decode
from hedgerow.loaders.kinds import left_out
from hedgerow.loaders.limits import MAX_BYTES, MEGABYTE
from hedgerow.loaders.records import Item, Skipped, WebPage
from hedgerow.loaders.text import one_line

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

SUCCESS = range(200, 300)
MAX_DAMAGED = 1000
DAMAGED = "the archive is damaged here; it was read on from the next record that was found"
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_KINDS = frozenset({"response", "resource", "conversion"})
_TEXTS = "conversion"
_LONGEST_KIND = 20


def read_web_archive(
    handle: io.BufferedReader, name: str, published: str | None, budget: Budget
) -> Iterator[Item]:
    """The pages and texts in a web archive, compressed or not.

    Raises:
        InputError: there is no record in it, or fastwarc is not installed.
    """
    if find_spec("fastwarc") is None:
        raise missing("fastwarc", "warc")
    archive = _WebArchive(name, published)
    yield from archive.read(RecordStream(handle, budget))
    if not archive.records:
        raise InputError("there are no records in this web archive; give another")
    if archive.others:
        yield Skipped(name, left_out(archive.others), minor=True)


class _WebArchive:
    """One archive being read: how many records there were, and what was left out."""

    def __init__(self, name: str, published: str | None) -> None:
        self.records = 0
        self.others: Counter[str] = Counter()
        self._name = name
        self._published = published
        self._damaged = 0

    def read(self, stream: RecordStream) -> Iterator[Item]:
        """Its articles; after a damaged record it goes on with the next sound one."""
        while not stream.ended:
            try:
                for record in stream.records():
                    self.records += 1
                    yield from self._article(record)
            except Bomb:
                raise
            except (Damage, OSError):
                self._damaged += 1
                if self._damaged > MAX_DAMAGED:
                    raise InputError("it is damaged throughout; get the archive again") from None
                yield Skipped(f"{self._name}, after record {self.records}", DAMAGED)
                stream.resume()

    @property
    def _where(self) -> str:
        return f"{self._name}, record {self.records}"

    def _article(self, record: "WarcRecord") -> Iterator[Item]:
        """The article of a record; nothing where it is of another kind, which is counted."""
        kind = one_line(record.headers.get("WARC-Type") or "")[:_LONGEST_KIND] or "unknown"
        if kind not in _KINDS:
            self.others[kind] += 1
            return
        met = record.record_date
        retrieved = met.isoformat() if met is not None else None
        stated = Appearance(self._where, url=_url(record), retrieved=retrieved)
        try:
            with parsing("record"):
                item = self._composed(record, stated, is_text=kind == _TEXTS)
        except Damage:
            raise
        except InputError as error:
            yield Skipped(self._where, str(error))
        else:
            if item is not None:
                yield item

    def _composed(
        self, record: "WarcRecord", stated: Appearance, *, is_text: bool
    ) -> Document | WebPage | None:
        _check_whole(record)
        if is_text:
            return compose(decode(_content(record)), stated, published=self._published)
        if record.is_http:
            record.parse_http(auto_decode="all")
            headers = record.http_headers
            if headers is None or headers.status_code not in SUCCESS:
                self.others["answer without a page"] += 1
                return None
        if _media_type(record) not in _HTML:
            self.others["not a page"] += 1
            return None
        return WebPage(decode(_content(record), record.http_charset), stated, self._published)


def _check_whole(record: "WarcRecord") -> None:
    length = record.content_length
    if length > MAX_BYTES:
        raise InputError(f"the record holds more than {MAX_BYTES // MEGABYTE} MB, no article does")
    if not record.freeze() or record.content_length < length:
        raise Damage


def _content(record: "WarcRecord") -> bytes:
    content = record.reader.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise InputError(f"the page holds more than {MAX_BYTES // MEGABYTE} MB, no article does")
    if RECORD_START.search(content):
        raise Damage
    return content


def _media_type(record: "WarcRecord") -> str:
    stated = record.http_content_type or record.headers.get("Content-Type") or ""
    return stated.partition(";")[0].strip().lower()


def _url(record: "WarcRecord") -> str | None:
    url = one_line(record.headers.get("WARC-Target-URI") or "").strip("<>")
    return url if url.startswith(("http://", "https://")) else None
