"""`hedgerow brief`: what is new on those one follows, on one page."""

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hedgerow.cli.again import options, seen_by
from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    Format,
    MaxHandlingOption,
    NoProgressOption,
    OutOption,
    QuietOption,
    RecordedOption,
    StoreOption,
)
from hedgerow.cli.output import console, note, print_rows, safe, write_or_print
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.queries.brief.brief import Brief
    from hedgerow.queries.reading.edges import Selection


AHEAD = 90
PUBLISHED: Literal["published"] = "published"


def brief(
    a: Annotated[str | None, typer.Argument(help="A state or body, by name or code.")] = None,
    b: Annotated[str | None, typer.Argument(help="Only what is between A and B.")] = None,
    since: Annotated[
        str, typer.Option(help="How far back, as 7d, 2w, 3m or 1y, or the first day.")
    ] = "7d",
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    max_handling: MaxHandlingOption = None,
    by: Annotated[
        Literal["published", "recorded"],
        typer.Option(help="Whether days are those of publication or of loading into this store."),
    ] = PUBLISHED,
    watch: Annotated[
        Path | None, typer.Option(help="File with an actor or a pair a line, as VNM USA.")
    ] = None,
    ahead: Annotated[int, typer.Option(min=0, max=36500, help="Days of dates ahead.")] = AHEAD,
    lines: Annotated[int, typer.Option(min=1, help="Most lines a section.")] = 8,
    form: Annotated[
        str | None, typer.Option("--as", help="md, html, docx or txt [by the file].")
    ] = None,
    how: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Rows for scripts instead: a row a line, none cut."),
    ] = None,
    output: OutOption = None,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Tell what is new, changed, contested, withdrawn and coming up, with the sentences behind it.

    The period ends with --at; without it with the newest publication, or today by loading. What
    was published after --as-known, or loaded after --recorded, counts nowhere.

    Example: hedgerow brief Vietnam --since 2w -o vietnam.html
    """
    from hedgerow.cli.progress import reading
    from hedgerow.graph.store import Store
    from hedgerow.graph.view import View
    from hedgerow.queries.brief.reading import read_brief
    from hedgerow.queries.brief.table import table
    from hedgerow.viz.brief import brief_report
    from hedgerow.viz.report import render, to_terminal

    if how is not None and (form or output):
        raise UsageError("--format prints rows; leave out --as and --output, or --format.")
    followed = _followed(a, b, watch)
    view = View(known=as_known, recorded=recorded, handling=max_handling)
    with Store.read(store) as snapshot, reading(quiet=quiet or no_progress) as advance:
        found = read_brief(
            snapshot, followed, since, at, by=by, ahead=ahead, view=view, progress=advance
        )
    if at is None and not view:
        end = "today" if by == "recorded" else "the newest publication"
        note(f"up to {found.period.last}, {end}; --at DATE looks at another day", quiet=quiet)
    if how is not None:
        columns, rows = table(found)
        print_rows(rows, columns, how)
        return
    named = (*filter(None, (a, b)), *options({"--watch": watch}))
    again = _again(named, found, (*_options(by, ahead), *seen_by(view)))
    report = brief_report(found, by, again, lines, str(view))
    chosen = form or (output.suffix.removeprefix(".") if output else None)
    if chosen is None and output is None:
        console().print(to_terminal(report))
        return
    write_or_print(render(report, chosen or ""), output)
    if output is not None:
        note(f"wrote {safe(str(output))}: {report.subtitle}", quiet=quiet)


def _followed(a: str | None, b: str | None, watch: Path | None) -> "tuple[Selection, ...]":
    from hedgerow.queries.brief.asked import follow, watch_list

    named = () if a is None else (follow(a, b),)
    listed = () if watch is None else watch_list(watch)
    if not named and not listed:
        raise UsageError("Name whom to follow, as hedgerow brief VNM, or give --watch FILE.")
    return tuple(dict.fromkeys((*named, *listed)))


def _again(named: Iterable[str], found: "Brief", given: Iterable[str]) -> str:
    """The command for the same brief, whenever it is given."""
    days = ("--since", str(found.period.first), "--at", str(found.period.last))
    return shlex.join(["hedgerow", "brief", *named, *days, *given])


def _options(by: str, ahead: int) -> tuple[str, ...]:
    """What is not as it is without being told."""
    given = {"--by": (by, PUBLISHED), "--ahead": (str(ahead), str(AHEAD))}
    return options({name: value for name, (value, usual) in given.items() if value != usual})
