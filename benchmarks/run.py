"""All benchmarks, one after the other, each in a process of its own: `make bench`.

`scale` runs more than its own.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = (
    "bench_load",
    "bench_tables",
    "bench_questions",
    "bench_explorer",
    "bench_startup",
    "bench_sync",
    "viewing",
    "scale",
)


def main() -> int:
    """Run each script; the first failure is the exit code."""
    for module in MODULES:
        print(f"\n{module}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{module}"]
        done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
