"""Numbering evidence while a report is put together."""

from collections.abc import Iterable
from pathlib import PurePath

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.words.grades import held_of
from hedgerow.queries.words.phrases import names
from hedgerow.viz.links import web_address
from hedgerow.viz.report.model import Note


class Notes:
    """Gives each claim one number, in the order in which claims are first cited."""

    def __init__(self) -> None:
        self._by_claim: dict[str, Note] = {}

    def numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers to cite these sentences by, each once."""
        return tuple(dict.fromkeys(map(self.number, sources)))

    def number(self, source: Source) -> int:
        """The number to cite this sentence by."""
        if source.claim not in self._by_claim:
            self._by_claim[source.claim] = _note(len(self._by_claim) + 1, source)
        return self._by_claim[source.claim].number

    @property
    def all(self) -> tuple[Note, ...]:
        """What was cited so far."""
        return tuple(self._by_claim.values())


def _note(number: int, source: Source) -> Note:
    return Note(
        number=number,
        quote=source.quote,
        outlet=source.publisher,
        title=source.title,
        published=source.published,
        address=_shareable(source.address),
        extra=(_says(source), *held_of(source)),
        document=source.document,
        handling=source.handling,
    )


def _shareable(address: str) -> str:
    """A web address as it is; of a path its file's name, since the rest tells of one machine."""
    return address if web_address(address) else PurePath(address).name


def _says(source: Source) -> str:
    """What the sentence says of the matter: `denied by Vietnam`, `reported: signed`."""
    known = vocabulary()
    stage = f": {known.status(source.stage).label}" if source.stage else ""
    said_by = f" by {names([source.attributed_to])[0]}" if source.attributed_to else ""
    return f"{known.status(source.status).label}{said_by}{stage}"
