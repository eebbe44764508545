"""Start-up: wall time of `hedgerow COMMAND --help`, median of several runs beside a bare Python."""

import argparse
import statistics
import subprocess
import sys
import time

COMMANDS = (
    *("", "load", "extract", "ask", "timeline", "network"),
    *("withdraw", "export", "import", "ontology", "demo"),
)
AIM_SECONDS = 0.4


def seconds(command: list[str], runs: int) -> float:
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  our own command
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    bare = seconds([sys.executable, "-c", "pass"], runs)
    print(f"start-up of a bare Python {bare:.3f} s; aim for a command {AIM_SECONDS} s")
    for command in COMMANDS:
        words = [sys.executable, "-m", "hedgerow", *command.split(), "--help"]
        print(f"start-up hedgerow {command:<10} {seconds(words, runs):.3f} s")


if __name__ == "__main__":
    main()
