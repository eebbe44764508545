"""How long the main call of each view of the explorer takes in a running process.

    python -m benchmarks.bench_explorer [--claims 10000 100000] [--asks 25] [--keep FOLDER]

Calls go through the whole app, without a socket. *Opened* is the first call of a view after the
start, when it reads what it keeps of the store; then `asks` calls with actors drawn by the weights
of the claims, busy states often: *first* is an actor or pair not asked for before, *again* the same
call at once. Milliseconds by the clock and of CPU. Aim: a median of 50 at 100,000 claims.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.bench_questions import open_store, parties
from hedgerow.viz.explorer.app import create_app
from hedgerow.viz.explorer.holdings import StoreHoldings

SEED = 7
SIZES = (10_000, 100_000)
TOKEN, PORT = "benchmark", 8470
HEADER = "  claims  view                opened   first  first CPU     p95   again  (milliseconds)"
POWERS = "USA,CHN,RUS,JPN,IND,FRA,AUS"

Arguments = Mapping[str, str]
VIEWS: Mapping[str, tuple[str, Callable[[tuple[str, str]], Arguments]]] = {
    "network": ("/api/network", lambda _: {}),
    "network of one": ("/api/network", lambda who: {"focus": who[0]}),
    "everything": ("/api/large", lambda _: {}),
    "path": ("/api/path", lambda who: {"a": who[0], "b": who[1]}),
    "pair": ("/api/pair", lambda who: {"a": who[0], "b": who[1]}),
    "levels": ("/api/levels", lambda who: {"state": who[0], "powers": who[1]}),
    "compass": ("/api/compass", lambda who: {"state": who[0], "poles": f"{who[1]},{_other(who)}"}),
    "matrix": ("/api/matrix", lambda _: {"states": "ASEAN", "powers": POWERS}),
    "timeline of two": ("/api/timeline", lambda who: {"a": who[0], "b": who[1]}),
    "timeline of one": ("/api/timeline", lambda who: {"a": who[0]}),
    "changes": (
        "/api/changes",
        lambda who: {"a": who[0], "from": "2020-12-31", "to": "2021-12-31"},
    ),
    "ask": ("/api/ask/record", lambda who: {"a": who[0], "b": who[1]}),
    "read": ("/api/documents", lambda who: {"about": who[0]}),
    "review": ("/api/review", lambda _: {}),
}


def _other(who: tuple[str, str]) -> str:
    return next(each for each in ("USA", "CHN", "RUS") if each not in who)


def main() -> None:
    """Print one line a view and size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    parser.add_argument("--asks", type=int, default=25)
    parser.add_argument("--keep", type=Path, help="folder in which the stores are kept and reused")
    options = parser.parse_args()
    print(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        for size in options.claims:
            path = (options.keep or Path(folder)) / str(size)
            open_store(path, size).close()
            client = _client(path)
            for name, (address, arguments) in VIEWS.items():
                _measure(client, size, name, address, _drawn(options.asks, arguments))


def _drawn(asks: int, arguments: Callable[[tuple[str, str]], Arguments]) -> list[Arguments]:
    drawn = dict.fromkeys(parties(asks, 2, random.Random(SEED)))
    return [arguments((a, b)) for a, b in drawn]


def _client(path: Path) -> TestClient:
    app = create_app(StoreHoldings(path), token=TOKEN, port=PORT)
    client = TestClient(app, base_url=f"http://127.0.0.1:{PORT}")
    client.get("/", params={"token": TOKEN})
    return client


def _measure(
    client: TestClient, claims: int, name: str, address: str, asked: list[Arguments]
) -> None:
    opened, _ = _call(client, address, asked[0])
    first, used, again = [], [], []
    for arguments in asked[1:]:
        wall, cpu = _call(client, address, arguments)
        first.append(wall)
        used.append(cpu)
        again.append(_call(client, address, arguments)[0])
    tail = statistics.quantiles(first, n=20, method="inclusive")[-1]
    middle = statistics.median
    print(
        f"{claims:>8,}  {name:<18} {opened:>7.0f} {middle(first):>7.1f} {middle(used):>10.1f} "
        f"{tail:>7.0f} {middle(again):>7.1f}",
        flush=True,
    )


def _call(client: TestClient, address: str, arguments: Arguments) -> tuple[float, float]:
    start, cpu = time.perf_counter(), time.process_time()
    answer = client.get(address, params=dict(arguments))
    wall, used = time.perf_counter() - start, time.process_time() - cpu
    if answer.status_code != 200:
        raise SystemExit(f"{address} {dict(arguments)}: {answer.text}")
    return wall * 1000, used * 1000


if __name__ == "__main__":
    main()
