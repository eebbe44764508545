"""The command `hedgerow`: one file a command; heavy imports inside the commands."""

from hedgerow.cli.app import main

__all__ = ["main"]
