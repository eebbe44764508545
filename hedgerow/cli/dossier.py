"""`hedgerow dossier`: one file on a state between powers, to be handed over."""

import datetime as dt
import shlex
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.again import options, seen_by
from hedgerow.cli.hedging import WeightsOption
from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    MaxHandlingOption,
    NoProgressOption,
    OutOption,
    QuietOption,
    RecordedOption,
    StoreOption,
)
from hedgerow.cli.output import console, note, safe, write_or_print
from hedgerow.cli.viewing import viewing
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.queries.dossier.dossier import Dossier
    from hedgerow.viz.report import Note


def dossier(
    state: Annotated[str, typer.Argument(help="The state, by name or code.")],
    between: Annotated[
        str, typer.Option(help="Two or more poles, by name or code, with commas between.")
    ] = "USA,CHN",
    since: Annotated[
        int | None,
        typer.Option(min=1, max=9999, help="First year told over time [15 years before the day]."),
    ] = None,
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    max_handling: MaxHandlingOption = None,
    weights: WeightsOption = None,
    handling: Annotated[
        str | None, typer.Option(help="Mark on every page and section head, as RESTRICTED.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--as", help="html, md, docx or txt [by the file].")
    ] = None,
    output: OutOption = None,
    citations: Annotated[
        Path | None,
        typer.Option(help="Also write the references: .json (CSL) or .ris."),
    ] = None,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write all that the store tells of a state between powers, with numbered evidence.

    Levels, measures by year, key matters by lane, what changed, gaps, disagreements, what is
    coming, method. Plans and denials stand apart from what is concluded.

    Example: hedgerow dossier VNM --between USA,CHN,RUS --at 2025-12-31 -o vietnam.html
    """
    from hedgerow.cli.progress import reading
    from hedgerow.graph.view import View
    from hedgerow.queries.dossier.dossier import read_dossier
    from hedgerow.queries.measures.weights import read_weights
    from hedgerow.queries.questions.values import names_of
    from hedgerow.viz.dossier import Making, dossier_report, render_dossier
    from hedgerow.viz.report import to_terminal

    cite = None if citations is None else _citing(citations)
    used = None if weights is None else read_weights(weights)
    view = View(known=as_known, recorded=recorded, handling=max_handling)
    with (
        viewing(store, view, quiet=quiet, no_progress=no_progress) as snapshot,
        reading(quiet=quiet or no_progress) as advance,
    ):
        found = read_dossier(
            snapshot,
            state,
            names_of(between),
            since=since,
            on=at or as_known,
            weights=used,
            progress=advance,
        )
    made = dt.datetime.now(dt.UTC).date()
    seen, weighed = seen_by(view), options({"--weights": weights and weights.name})
    again = _again(found, since, (*seen, *weighed))
    report = dossier_report(
        found, Making(made, again, str(view), handling, seen_by=seen, weighed_by=weighed)
    )
    chosen = form or (output.suffix.removeprefix(".") if output else None)
    if chosen is None:
        console().print(to_terminal(report))
    else:
        write_or_print(render_dossier(report, chosen, handling), output)
    if output is not None:
        note(f"wrote {safe(str(output))}: {report.title}, {report.subtitle}", quiet=quiet)
    if citations is not None and cite is not None:
        write_or_print(cite(report.notes), citations)
        note(f"wrote {safe(str(citations))}", quiet=quiet)


def _again(found: "Dossier", since: int | None, more: Iterable[str]) -> str:
    """The command for the same dossier, without where this machine keeps things."""
    poles = ",".join(found.poles)
    told = options({"--between": poles, "--since": since, "--at": found.on})
    return shlex.join(["hedgerow", "dossier", found.state, *told, *more])


def _citing(path: Path) -> "Callable[[Iterable[Note]], bytes]":
    """The writer of citations for a file.

    Raises:
        UsageError: it has another ending.
    """
    from hedgerow.viz.citations import to_csl, to_ris

    writers = {".json": to_csl, ".ris": to_ris}
    if path.suffix not in writers:
        raise UsageError(f"{path} is neither .json (CSL) nor .ris; give it one of these endings.")
    return writers[path.suffix]
