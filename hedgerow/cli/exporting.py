"""The formats of `hedgerow export`, each written to a file, a folder or standard output."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from hedgerow.cli.output import ending_of, note
from hedgerow.cli.progress import nodes
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.export import Progress
    from hedgerow.graph.snapshot import Snapshot
    from hedgerow.graph.view import View
    from hedgerow.viz.export.about import About

FOLDERS = {
    "parquet": "parquet is a file a table; name a folder or a .zip for them with -o.",
    "neo4j-admin": "neo4j-admin imports many files; name a folder for them with -o.",
}
LINKED = ("ttl", "trig", "jsonld")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: a format, where to (None: standard output), and of whom.

    `texts` of articles, `everything` with the ledger, `hashed` with the canonical hash, `bom` with
    a byte order mark.
    """

    form: str
    output: Path | None
    about: tuple[str, ...]
    texts: bool = False
    everything: bool = False
    hashed: bool = True
    bom: bool = False

    @property
    def is_package(self) -> bool:
        """Whether it is a folder or zip of tables; CSV is else the one table of edges."""
        named = self.output is not None and ending_of(self.output) not in {"csv", "txt"}
        return self.form == "parquet" or (self.form == "csv" and named)


def check(wanted: Wanted) -> None:
    """UsageError where a format needs a folder and none is named, or one is that is not empty."""
    if wanted.output is None and wanted.form in FOLDERS:
        raise UsageError(FOLDERS[wanted.form])
    if wanted.is_package and wanted.output is not None:
        from hedgerow.viz.export.package import check_package

        check_package(wanted.output, wanted.form)


def write(
    snapshot: "Snapshot", wanted: Wanted, view: "View", *, quiet: bool, no_progress: bool
) -> None:
    """Write a snapshot as wanted, and say on standard error what it can be cited by."""
    silent = quiet or no_progress or not sys.stderr.isatty()
    if wanted.form == "nq":
        _write_nquads(snapshot, wanted, silent)
    elif wanted.form == "neo4j-admin":
        from hedgerow.cli.exporting_neo4j import write_for_neo4j

        write_for_neo4j(snapshot, wanted.output or Path(), quiet=quiet, silent=silent)
    else:
        _write_described(snapshot, wanted, view, quiet, silent)


def _write_nquads(snapshot: "Snapshot", wanted: Wanted, silent: bool) -> None:
    with _out(wanted.output) as out, nodes(quiet=silent, unit="lines") as progress:
        digest = snapshot.export_nquads(
            out, canonical=not wanted.everything, progress=None if silent else progress
        )
    if digest is not None:
        note(f"sha256 {digest}")


def _write_described(
    snapshot: "Snapshot", wanted: Wanted, view: "View", quiet: bool, silent: bool
) -> None:
    """Linked data or tables, with what they can be cited by in them."""
    from hedgerow.ontology.actors import actors
    from hedgerow.viz.export.about import about

    names = tuple(actors().name(code) for code in wanted.about)
    hashed = wanted.hashed and (wanted.form != "csv" or wanted.output is not None)
    with nodes(quiet=silent or not hashed, unit="lines", doing="hashing") as progress:
        told = about(
            snapshot, view, hashed=hashed, names=names, progress=None if silent else progress
        )
    with nodes(quiet=silent, unit="lines" if wanted.form in LINKED else "rows") as progress:
        left_out = _write_with(snapshot, wanted, told, None if silent else progress)
    for each in left_out:
        note(each, quiet=quiet)
    if told.digest is not None:
        note(f"sha256 {told.digest}", quiet=quiet)


def _write_with(
    snapshot: "Snapshot", wanted: Wanted, told: "About", progress: "Progress | None"
) -> tuple[str, ...]:
    """A sentence for each thing that the format leaves out."""
    if wanted.is_package and wanted.output is not None:
        from hedgerow.viz.export.package import write_package

        write_package(
            snapshot,
            wanted.output,
            wanted.form,
            told,
            actors=wanted.about,
            texts=wanted.texts,
            bom=wanted.bom,
            progress=progress,
        )
        return ()
    with _out(wanted.output) as out:
        return _write_file(snapshot, out, wanted, told, progress)


def _write_file(
    snapshot: "Snapshot",
    out: IO[bytes],
    wanted: Wanted,
    told: "About",
    progress: "Progress | None",
) -> tuple[str, ...]:
    from hedgerow.queries.whole import whole
    from hedgerow.viz.export.gexf import write_gexf
    from hedgerow.viz.export.graphml import write_graphml
    from hedgerow.viz.export.writing import write_edges_csv

    about = told.dublin_core
    if wanted.form in LINKED:
        snapshot.export_rdf(out, wanted.form, texts=wanted.texts, about=about, progress=progress)
        return ()
    if wanted.form == "csv":
        write_edges_csv(snapshot, out, wanted.about, bom=wanted.bom)
        return ()
    write_network = write_gexf if wanted.form == "gexf" else write_graphml
    return write_network(whole(snapshot, *wanted.about), out, about)


@contextmanager
def _out(place: Path | None) -> Iterator[IO[bytes]]:
    if place is None:
        yield sys.stdout.buffer
        return
    from hedgerow.viz.files import whole_file

    with whole_file(place) as out:
        yield out
