"""The commands, and what happens when one of them fails."""

import io
import os
import sys
from typing import Any

import typer

from hedgerow.cli import (
    ask,
    backup,
    brief,
    cypher,
    demo,
    doctor,
    dossier,
    evaluate,
    exchange,
    explore,
    extract,
    hedging,
    importing,
    load,
    network,
    ontology,
    rate,
    reread,
    review,
    sparql,
    sync,
    timeline,
    upgrade,
    withdraw,
)
from hedgerow.cli.output import note
from hedgerow.errors import HedgerowError
from hedgerow.graph.intact import is_damage
from hedgerow.version import __version__

INTERRUPTED = 130
"""The exit code of a command that was stopped by Ctrl-C."""
# typer has a copy of click, whose names are its own; what it raises repeats the user's words raw.
_CallError: Any = next(
    each for each in typer.BadParameter.__mro__ if each.__name__ == "ClickException"
)

app = typer.Typer(
    name="hedgerow",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="What articles say about diplomatic and defence ties between states, with the sentence "
    "that says so.\n\nStart with: hedgerow demo",
)
app.command("load")(load.load)
app.command("extract")(extract.extract)
app.command("ask")(ask.ask)
app.command("brief")(brief.brief)
app.command("hedging")(hedging.hedging)
app.command("dossier")(dossier.dossier)
app.command("weights")(hedging.weights)
app.command("timeline")(timeline.timeline)
app.command("network")(network.network)
app.command("explore")(explore.explore)
app.command("withdraw")(withdraw.withdraw)
app.command("reread")(reread.reread)
app.command("rate")(rate.rate)
app.command("export")(exchange.export)
app.command("import")(importing.import_)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.command("doctor")(doctor.doctor)
app.command("upgrade")(upgrade.upgrade)
app.command("sync")(sync.sync)
app.command("sparql")(sparql.sparql)
app.command("cypher")(cypher.cypher)
app.command("evaluate")(evaluate.evaluate)
app.command("demo")(demo.demo)
app.add_typer(review.app, name="review")
app.add_typer(ontology.app, name="ontology")


def _show_version(wanted: bool) -> None:
    if wanted:
        from hedgerow.ontology.version import ontology_version

        typer.echo(f"hedgerow {__version__}, ontology {ontology_version()}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_show_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Options before any command."""


def main() -> None:
    """Run the command line; an error of ours is one sentence on standard error."""
    try:
        sys.exit(_run())
    except HedgerowError as error:
        note(f"hedgerow: {error}")
        sys.exit(error.exit_code)
    except RuntimeError as error:
        if not is_damage(error):
            raise
        note(f"hedgerow: the store is damaged ({error}); restore it from a backup")
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        note(f"hedgerow: {error}; check that it exists and may be used")
        sys.exit(2)
    except KeyboardInterrupt:
        _say_stopped()
    except SystemExit as end:
        if end.code == INTERRUPTED:  # typer caught the interrupt, and says nothing
            _say_stopped()
        raise


def _run() -> int:
    """Run the command that was called; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        code = app(standalone_mode=False)
    except _CallError as error:
        told = io.StringIO()
        error.show(told)
        note(told.getvalue().rstrip("\n"))
        return int(error.exit_code)
    except typer.Abort:
        note("hedgerow: nothing was given; run the command again.")
        return 1
    return code if type(code) is int else 0  # else it is what the command's function gives


def _say_stopped() -> None:
    note("hedgerow: stopped; what was committed so far is kept")
    sys.exit(INTERRUPTED)
