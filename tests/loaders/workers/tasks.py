"""What workers of tests do: quick, and as wicked as the text says."""

import os
import time
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from hedgerow.graph.records import Appearance, Claim, Document, Party
from hedgerow.loaders.workers import task
from hedgerow.loaders.workers.task import Answer, Batch, at_most

LIMIT = 1.0
"""Seconds that a batch of tests may take."""
PATIENCE = 60
"""Seconds that stand for ever."""


def document(text: str, source: str = "a.txt") -> Document:
    return Document(text, (Appearance(source, language="en"),))


def meeting(of: Document) -> Claim:
    parties = (Party("NZL", "party"), Party("VNM", "party"))
    return Claim(of.id, "meeting", False, parties, "occurred", "begins", of.text, 0, len(of.text))


def read(batch: Batch[Document]) -> Answer[list[Claim]]:
    """A meeting in each document; some kill their worker, hang, or fail."""
    with at_most(LIMIT):
        return Answer([_claims(each) for each in batch.things])


def read_and_grow(batch: Batch[Document]) -> Answer[list[Claim]]:
    """Claims to need very much memory, and tells who read it."""
    claims = [[meeting(each)] for each in batch.things]
    return Answer(claims, 10**12, Counter({("pid", str(os.getpid())): 1}))


def nothing() -> None:
    """Prepares for nothing."""


def fail_to_start() -> None:
    raise RuntimeError("no model")


def die_at_start() -> None:
    os._exit(1)


def hang_at_start() -> None:
    """Prepare as workers do, but with engines that take for ever to load."""
    with (
        patch.object(task, "SECONDS", 0.2),
        patch.object(task, "_extractor", lambda _: time.sleep(PATIENCE)),
    ):
        task.prepare(())


def pid() -> int:
    return os.getpid()


def _claims(of: Document) -> list[Claim]:
    word, _, rest = of.text.partition(" ")
    match word:
        case "kill":
            os.kill(os.getpid(), 9)
        case "kill-once":
            once = Path(rest)
            if not once.exists():
                once.touch()
                os.kill(os.getpid(), 9)
        case "hang":
            time.sleep(PATIENCE)
        case "fail":
            raise RecursionError("too deep")
        case "slow":
            time.sleep(0.2)
    return [meeting(of)]
