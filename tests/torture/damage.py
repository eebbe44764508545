"""What a loss of power does to files: cut short, or zeros where their end should be."""

import os
import random
from pathlib import Path


def damage_unacknowledged(store: Path, chance: random.Random) -> None:
    """Damage most of the files that are newer than the last acknowledged commit."""
    sequence = _sequence(store)
    kept = {file.stat().st_ino for file in (store / "snapshots" / f"{sequence:08}").glob("*")}
    candidates = [
        *store.glob("*.new"),
        *store.glob("journal/*.new"),
        *store.glob("db/*/*"),
        *(file for file in store.glob("snapshots/*/*") if _number(file.parent) > sequence),
        *(file for file in store.glob("journal/*") if _number(file) > sequence),
    ]
    for file in candidates:
        if file.is_file() and file.stat().st_ino not in kept and chance.random() < 0.8:
            _damage(file, chance)


def damage_acknowledged(store: Path, chance: random.Random) -> None:
    """Damage one file, or some, of the current snapshot, or what names it."""
    sequence = _sequence(store)
    files = [*(store / "snapshots" / f"{sequence:08}").glob("*"), store / "current"]
    files = [file for file in files if file.is_file() and file.stat().st_size]
    for file in chance.sample(files, min(len(files), chance.choice((1, 1, 1, 3)))):
        _damage(file, chance)


def _damage(file: Path, chance: random.Random) -> None:
    size = file.stat().st_size
    left = chance.choice((0, size // 2, max(0, size - 1), chance.randrange(size + 1)))
    with file.open("r+b") as opened:
        opened.truncate(left)
        if chance.random() < 0.5:
            opened.truncate(size)  # the rest is zeros
        os.fsync(opened.fileno())


def _sequence(store: Path) -> int:
    try:
        return int((store / "current").read_text())
    except FileNotFoundError:
        return 0


def _number(path: Path) -> int:
    return int(path.name) if path.name.isdigit() else -1
