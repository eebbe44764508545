"""What was skipped and why, on standard error: each by itself, many that are alike in one line."""

from typing import TYPE_CHECKING

from hedgerow.cli.output import note, safe

if TYPE_CHECKING:
    from hedgerow.loaders.omissions import Omissions
    from hedgerow.loaders.records import Skipped

SHOWN = 20
"""Lines of one reason."""


def print_omissions(omissions: "Omissions", *, quiet: bool) -> None:
    """One line for each input, of like reasons together and not too many."""
    from hedgerow.loaders.omissions import likeness

    alike: dict[str, list[Skipped]] = {}
    for skipped in omissions:
        if not (skipped.minor and quiet):
            alike.setdefault(likeness(skipped), []).append(skipped)
    for like, some in alike.items():
        _print(some, omissions.more[like])
    for like, count in omissions.more.items():
        if like not in alike:
            note(f"skipped {count:,} more: {safe(like)}")


def _print(some: "list[Skipped]", more: int) -> None:
    count = len(some) + more
    if some[0].shared and count > 1:
        note(f"skipped {count:,} files: {safe(some[0].reason)}")
        return
    for skipped in some[:SHOWN]:
        note(f"{'' if skipped.minor else 'skipped '}{safe(str(skipped))}")
    if count > SHOWN:
        note(f"... and {count - SHOWN:,} more like this")
