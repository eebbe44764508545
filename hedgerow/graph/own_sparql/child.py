"""The process that runs one query: reads it from standard input, writes the lines of its answer.

Where something is wrong, `{"error": "...", "kind": "UsageError"}` comes instead.
"""

import json
import os
import sys

from hedgerow.graph.own_sparql.confinement import confine


def main() -> None:
    """Answer one request; the arguments are the limits of this process."""
    seconds, memory, parent = sys.argv[1:]
    confine(seconds=float(seconds), memory=int(memory), parent=int(parent))
    # Only now what could do anything.
    from hedgerow.errors import HedgerowError  # noqa: PLC0415
    from hedgerow.graph.own_sparql.answering import Request, line_of, lines  # noqa: PLC0415

    try:
        sys.stdout.writelines(lines(Request(**json.load(sys.stdin))))
    except HedgerowError as error:
        sys.stdout.write(line_of({"error": str(error), "kind": type(error).__name__}))
    except (MemoryError, RecursionError):
        os.abort()  # as where pyoxigraph runs out of memory


if __name__ == "__main__":
    main()
