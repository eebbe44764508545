"""Clocks, memory and room on disk of one process, and what is known of the machine."""

import datetime as dt
import gc
import importlib.metadata
import os
import platform
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

MIB = 2**20
PACKAGES = ("hedgerow", "pyoxigraph", "rdflib", "oxrdflib", "pyarrow", "distributed", "spacy")


@dataclass(slots=True)
class Clock:
    """Adds up what runs within it: seconds by the clock, and of CPU of all threads."""

    wall: float = 0.0
    cpu: float = 0.0

    def __enter__(self) -> "Clock":
        gc.collect()
        self.wall -= time.perf_counter()
        self.cpu -= time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter()
        self.cpu += time.process_time()


def resident() -> float:
    """MiB of this process that are in memory."""
    gc.collect()
    return float(psutil.Process().memory_info().rss / MIB)


def most_resident() -> float:
    """The most MiB that ever were; `getrusage` would count what the parent had when it forked."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resident()
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def room(path: Path) -> float:
    """MiB of a folder's files, those with several names counted once."""
    found = (each.stat() for each in path.rglob("*") if each.is_file())
    return sum({each.st_ino: each.st_size for each in found}.values()) / MIB


def busy() -> float:
    """The load average of the last minute."""
    return round(os.getloadavg()[0], 1)


def machine() -> dict[str, object]:
    """What the figures were taken on."""
    return {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": len(psutil.Process().cpu_affinity()),
        "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
        "disk_gib": round(shutil.disk_usage(Path.cwd()).total / 2**30),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in PACKAGES},
        "load": busy(),
    }


def version(package: str) -> str | None:
    """The version of a package, None where it is not installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None
