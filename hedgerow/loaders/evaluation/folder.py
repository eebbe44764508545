"""Gold folders: articles with the rows that annotators gave them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hedgerow.errors import HedgerowError, InputError, NothingDone
from hedgerow.graph.records import Document
from hedgerow.loaders.encoding import decode
from hedgerow.loaders.evaluation.gold import GoldLine, problem, read_lines
from hedgerow.loaders.evaluation.quotes import find_quote, stands_in_source
from hedgerow.loaders.evaluation.records import Annotated, GoldRow
from hedgerow.loaders.kinds import TABLE as TABLE_KIND
from hedgerow.loaders.kinds import kind_of
from hedgerow.loaders.paths import find_files
from hedgerow.loaders.records import Coded, Skipped
from hedgerow.loaders.sources import read_sources

TABLE = "gold.csv"
WITHOUT_ROWS = "no-rows.txt"
"""Lists the articles without rows, one a line; where it is, other files are no articles."""

BESIDE = {WITHOUT_ROWS, "README.md"}
"""What lies beside the articles and is none itself."""

OF_MANY = {"json", "json_lines"}
"""Kinds of file that can hold many articles; they go by their ids, not by the file's name."""


def read_gold(folders: Sequence[Path], *, table: Path | None = None) -> list[Annotated]:
    """The articles of gold folders with their rows, from `gold.csv` or another `table`.

    Raises:
        NothingDone: something is wrong; a line of the message for each problem.
    """
    found: list[Annotated] = []
    problems: list[str] = []
    for folder in folders:
        prefix = f"{folder.name}/" if len(folders) > 1 else ""
        try:
            reading = _Folder(folder, table or folder / TABLE, prefix)
            found += reading.articles()
            problems += reading.problems
        except InputError as error:
            problems.append(str(error))
    if problems:
        raise NothingDone("\n".join(problems))
    if not found:
        raise NothingDone("there are no articles in the gold folders; give others")
    return found


class _Folder:
    """One gold folder being read, and what is wrong with it."""

    def __init__(self, folder: Path, table: Path, prefix: str) -> None:
        if not folder.is_dir():
            raise InputError(f"{folder} is no folder; give a folder with articles and a {TABLE}")
        self.problems: list[str] = []
        self._folder = folder
        self._table = table
        self._prefix = prefix
        self._lines = list(read_lines(table))

    def articles(self) -> list[Annotated]:
        """Every article of the folder with its rows."""
        documents = dict(self._documents())
        rows = self._rows(documents)
        return [
            Annotated(self._prefix + name, document, path, tuple(rows[name]))
            for name, (path, document) in sorted(documents.items())
        ]

    def _documents(self) -> Iterator[tuple[str, tuple[str, Document]]]:
        """The documents by article name: the file's, or in a file of many the article's id."""
        for path in self._files():
            found = []
            for item in read_sources([str(path)]):
                if isinstance(item, Skipped):
                    self.problems.append(f"{item}; mend it, or move it out of {self._folder}")
                elif isinstance(item, Coded):
                    found.append(item.document)
                elif isinstance(item, Document):
                    found.append(item)
            for document in found:
                alone = len(found) == 1
                name = path.name if alone else document.external_id or document.source
                yield name, (str(path), document)

    def _files(self) -> Iterator[Path]:
        listed = self._listed()
        for path in find_files([str(self._folder)]):
            if isinstance(path, Skipped) or path.name in BESIDE or kind_of(path) == TABLE_KIND:
                continue
            if listed is None or path.name in listed or kind_of(path) in OF_MANY:
                yield path

    def _listed(self) -> set[str] | None:
        """The articles that the table and the list name; None without a list."""
        path = self._table.with_name(WITHOUT_ROWS)
        if not path.exists():
            return None
        listed = {line.article for _, line in self._lines if isinstance(line, GoldLine)}
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
            name = line.split(maxsplit=1)[0] if line.strip() else ""
            if name and not (self._folder / name).is_file():
                self.problems.append(problem(path, number, _no_article(name, self._folder)))
            listed.add(name)
        return listed

    def _rows(
        self, documents: Mapping[str, tuple[str, Document]]
    ) -> defaultdict[str, list[GoldRow]]:
        rows: defaultdict[str, list[GoldRow]] = defaultdict(list)
        for number, line in self._lines:
            try:
                row = self._row(number, line, documents)
            except HedgerowError as error:
                self.problems.append(problem(self._table, number, error))
            else:
                rows[row.article.removeprefix(self._prefix)].append(row)
        return rows

    def _row(
        self, number: int, line: GoldLine | str, documents: Mapping[str, tuple[str, Document]]
    ) -> GoldRow:
        if isinstance(line, str):
            raise InputError(line)
        if line.article not in documents:
            raise InputError(_no_article(line.article, self._folder))
        path, document = documents[line.article]
        row = line.row(number, self._prefix + line.article, document)
        if row.span is None and not _stands_beside(line.quote, path, document):
            raise InputError(
                f"the quote {line.quote[:60]!r} does not stand in {line.article}; copy it verbatim"
            )
        return row


def _no_article(name: str, folder: Path) -> str:
    return f"there is no article {name!r} in {folder}; mend the name or add the article"


def _stands_beside(quote: str, path: str, document: Document) -> bool:
    """Whether the quote stands in the title, or in what loading left out of the file."""
    if document.title and find_quote(quote, document.title):
        return True
    return stands_in_source(quote, decode(Path(path).read_bytes()))
