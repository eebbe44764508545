"""How much memory this process has held."""

import re
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")
PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def peak_memory() -> int:
    """The most memory that this process has held, in bytes; 0 where that is not known."""
    # What Linux says by `getrusage` counts the process that started this one, too.
    found = PEAK.search(STATUS.read_text()) if STATUS.exists() else None
    return int(found[1]) * 1024 if found else _by_getrusage()


def _by_getrusage() -> int:
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
