"""`hedgerow export neo4j-admin`: the files, and what to do with them next."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from hedgerow.cli.output import note
from hedgerow.cli.progress import nodes

if TYPE_CHECKING:
    from hedgerow.graph.snapshot import Snapshot

NEXT = """\
Next, on the machine of the server, while that or its database is stopped:
    sh {script} neo4j
and once it has started again:
    cypher-shell -d neo4j -f {schema}
After that, hedgerow sync follows what changes."""


def write_for_neo4j(snapshot: "Snapshot", folder: Path, *, quiet: bool, silent: bool) -> None:
    """Write the files into an empty folder, and say what comes next."""
    from hedgerow.graph.neo4j.admin_csv import write_admin_csv
    from hedgerow.graph.neo4j.admin_files import SCHEMA, SCRIPT

    with nodes(quiet=silent) as progress:
        written = write_admin_csv(snapshot, folder, progress=progress)
    note(f"{written.nodes:,} nodes, {written.relationships:,} relationships", quiet=quiet)
    script, schema = (shlex.quote(str(folder / name)) for name in (SCRIPT, SCHEMA))
    note(NEXT.format(script=script, schema=schema), quiet=quiet)
