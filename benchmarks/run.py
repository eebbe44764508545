"""All benchmarks, one after the other, each in a process of its own: `make bench`."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = (
    "bench_extract.py",
    "bench_load.py",
    "bench_questions.py",
    "bench_startup.py",
    "bench_sync.py",
)


def main() -> int:
    """Run each script; the first failure is the exit code."""
    for script in SCRIPTS:
        print(f"\n{script}", flush=True)
        done = subprocess.run([sys.executable, str(HERE / script)], check=False)  # noqa: S603
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
