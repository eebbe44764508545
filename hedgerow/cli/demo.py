"""`hedgerow demo`: the main job on the bundled examples, from articles to a page."""

import shutil
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hedgerow.cli.ask import with_names
from hedgerow.cli.output import cell, note, print_table, safe

if TYPE_CHECKING:
    from hedgerow.graph.snapshot import Snapshot

STATE, POWER = "VNM", "USA"
"""The demo looks at Vietnam, and opens on its line with the United States."""

ARMS_BLOCKS = {
    "concluded": "delivered or signed",
    "prospective": "talked about",
    "negative or contested": "denied, contested or ended",
}
ARMS_COLUMNS = ("supplier", "item", "status", "date")
ARMS_SHOWN = 6
QUOTE_LENGTH = 240
LEVEL_COLUMNS = ("partner", "level", "since", "documents", "last_confirmed")


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")] = Path(
        "out"
    ),
) -> None:
    """Load the bundled articles and milestones, ask three questions, write a page and timelines.

    Example: hedgerow demo -o look
    """
    from hedgerow.cli.load import print_summary
    from hedgerow.cli.progress import reading
    from hedgerow.graph.store import Store
    from hedgerow.loaders.load import load

    started = time.monotonic()
    output.mkdir(parents=True, exist_ok=True)
    place = output / "demo.store"
    _clear(place)
    with Store.open(place) as store, _examples() as examples, reading(quiet=False) as advance:
        summary = load(
            store,
            [str(examples / "articles"), str(examples / "milestones.csv")],
            progress=lambda at: advance(at.documents, at.fraction),
        )
        print_summary(summary, quiet=True)
        counts = store.counts()
        typer.echo(
            f"Read {counts.documents} documents: {counts.claims} claims, "
            f"{counts.events} events, {counts.ties} ties.\n"
        )
        _show_levels(store)
        _show_arms(store)
        _show_contested(store)
        _write_files(store, output)
    note(f"done in {time.monotonic() - started:.0f} s; ask on: hedgerow ask --store {place}")
    typer.echo("Now yours: hedgerow extract FILE")


def _clear(place: Path) -> None:
    """Make room for a fresh store; anything that is not one is left alone."""
    if (place / "current").exists():
        shutil.rmtree(place)


@contextmanager
def _examples() -> Iterator[Path]:
    """The bundled examples: in the installed package, or beside it in a checkout."""
    bundled = files("hedgerow") / "examples"
    if bundled.is_dir():
        with as_file(bundled) as folder:
            yield folder
    else:
        yield Path(__file__).parents[2] / "examples"


def _show_levels(snapshot: "Snapshot") -> None:
    from hedgerow.queries.asking import ask

    answer = ask(snapshot, "levels", {"a": STATE})
    _echo_heading("1", answer.in_words)
    print_table(with_names(answer), LEVEL_COLUMNS)


def _show_arms(snapshot: "Snapshot") -> None:
    from hedgerow.queries.asking import ask

    answer = ask(snapshot, "arms", {"a": STATE})
    _echo_heading("2", answer.in_words)
    for block, title in ARMS_BLOCKS.items():
        typer.echo(f"\n   {title}")
        rows = [row for row in with_names(answer) if row["block"] == block]
        for row in sorted(rows, key=_in_a_sentence)[:ARMS_SHOWN]:
            what = ", ".join(cell(row[c]) for c in ARMS_COLUMNS if row[c])
            typer.echo(f"   - {safe(what)}")
            _echo_quote(cell(row["quote"]))


def _in_a_sentence(row: dict[str, Any]) -> tuple[bool, int]:
    """Sentences before table rows, the best documented first."""
    return "\n" in str(row["quote"]), -int(row["documents"])


def _show_contested(snapshot: "Snapshot") -> None:
    """The best documented matter that some assert and others deny, in the words of both."""
    from hedgerow.queries.contested import contested

    matter = contested(snapshot)[0]
    typer.echo("")
    _echo_heading("3", matter.in_words)
    for side, quotes in (("asserted", matter.asserted), ("denied", matter.denied)):
        typer.echo(f"   {side}")
        for quote in sorted(quotes, key=lambda quote: "\n" in quote)[:2]:
            _echo_quote(quote)


def _echo_heading(number: str, text: str) -> None:
    typer.echo(textwrap.fill(f"{number}  {safe(text)}", 79, subsequent_indent="   "))


def _echo_quote(quote: str) -> None:
    one_line = safe("; ".join(quote.split("\n")))
    text = textwrap.shorten(one_line, QUOTE_LENGTH, placeholder=" …")
    typer.echo(textwrap.indent(textwrap.fill(f"“{text}”", 72), "     "))


def _write_files(snapshot: "Snapshot", output: Path) -> None:
    from hedgerow.queries.timeline import timeline
    from hedgerow.viz.network import network_page, write_page
    from hedgerow.viz.timeline import render, write

    page = output / "vietnam-network.html"
    write_page(page, network_page(snapshot, focus=[STATE], open_edge=(STATE, POWER)))
    typer.echo(f"\nnetwork   {page}")
    entries = timeline(snapshot, STATE, POWER)
    for form in ("html", "ics", "csv"):
        path = output / f"vietnam-united-states.{form}"
        whole = {"everything": True} if form == "ics" else {}
        write(path, render(entries, form, **whole))
        typer.echo(f"timeline  {path}")
