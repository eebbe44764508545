"""Write the dossier on Vietnam in docs/ from the bundled examples.

    python -m scripts.write_dossier [--check]

With `--check` nothing is written; it fails where a file is not what the examples give.
"""

import datetime as dt
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

from hedgerow.graph.store import Store
from hedgerow.loaders.load import load
from hedgerow.queries.dossier.dossier import read_dossier
from hedgerow.viz.dossier import Making, dossier_report, render_dossier

ROOT = Path(__file__).parents[1]
STATE, POLES, DAY, SINCE = "VNM", ("USA", "CHN", "RUS"), dt.date(2025, 12, 31), 2010
SOURCES = ("examples/articles", "examples/milestones.csv")
AGAIN = f"hedgerow dossier {STATE} --between {','.join(POLES)} --since {SINCE} --at {DAY}"
FORMS = ("html", "md")


def dossiers() -> Mapping[str, bytes]:
    """The dossier in each form by the name of its file; made, as it says, on its own day."""
    with chdir(ROOT), Store.open(None) as store:
        load(store, list(SOURCES))
        found = read_dossier(store, STATE, POLES, since=SINCE, on=DAY)
    report = dossier_report(found, Making(DAY, AGAIN))
    return {f"dossier-vietnam.{form}": render_dossier(report, form, None) for form in FORMS}


def main(arguments: list[str]) -> int:
    """Write or check the files; 1 where a check finds one that is not up to date."""
    stale = 0
    for name, content in dossiers().items():
        path = ROOT / "docs" / name
        if "--check" not in arguments:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            sys.stderr.write(f"{name} is not up to date; run: python -m scripts.write_dossier\n")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
