"""One engine and size in a process of its own, which prints what it took as JSON.

python -m benchmarks.scale.engine ENGINE FOLDER CLAIMS [ask]
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.scale.engines import ENGINES, FIRST
from benchmarks.scale.given import Given
from benchmarks.scale.measuring import Clock, busy, most_resident, resident, room
from benchmarks.scale.questions import asked


def main(name: str, folder: str, claims: str, *ask: str) -> None:
    with TemporaryDirectory(dir=folder) as own:
        given = Given(Path(folder), Path(own) / "store", int(claims))
        print(json.dumps(measured(name, given, ask=bool(ask))))


def measured(name: str, given: Given, *, ask: bool) -> dict[str, object]:
    """What loading took and left behind, and then what each question took."""
    before, clock = resident(), Clock()
    with ENGINES[name](given, clock) as answer:
        found: dict[str, object] = {
            "claims": given.claims,
            "seconds": clock.wall,
            "cpu": clock.cpu,
            "memory_mib": resident() - before,
            "peak_mib": most_resident() - before,
            "disk_mib": room(given.store) if given.store.exists() else None,
        }
        if name == FIRST:
            given.write()
        found["quads"] = given.count()
        found["asked"] = asked(answer, given.arguments()) if ask else []
    return found | {"load": busy()}


if __name__ == "__main__":
    main(*sys.argv[1:])
