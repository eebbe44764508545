"""The commands, and what happens when one of them fails."""

import io
import os
import sys

import typer

from hedgerow.cli import (
    ask,
    brief,
    cypher,
    demo,
    dossier,
    evaluate,
    exchange,
    explore,
    extract,
    hedging,
    load,
    network,
    ontology,
    sync,
    timeline,
    withdraw,
)
from hedgerow.cli.output import note
from hedgerow.errors import HedgerowError
from hedgerow.version import __version__

INTERRUPTED = 130
"""The exit code of a command that was stopped by Ctrl-C."""

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
app.command("export")(exchange.export)
app.command("import")(exchange.import_)
app.command("sync")(sync.sync)
app.command("cypher")(cypher.cypher)
app.command("evaluate")(evaluate.evaluate)
app.command("demo")(demo.demo)
app.add_typer(ontology.app, name="ontology")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hedgerow {__version__}")
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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except HedgerowError as error:
        note(f"hedgerow: {error}")
        sys.exit(error.exit_code)
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


def _say_stopped() -> None:
    note("hedgerow: stopped; what was committed so far is kept")
    sys.exit(INTERRUPTED)
