"""What the process of a query is kept from: the network, more memory or time, outliving us."""

import ctypes
import os
import platform
import sys
from contextlib import suppress

_SET_PDEATHSIG, _SET_SECCOMP, _SET_NO_NEW_PRIVS = 1, 22, 38
_FILTER = 2
_KILL = 9
# By machine: the number of its calls' convention, then those of `socket` and `io_uring_setup`.
_CALLS = {"x86_64": (0xC000003E, 41, 425), "aarch64": (0xC00000B7, 198, 425)}
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER_AT, _CONVENTION_AT = 0, 4
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # the latter as EPERM


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("jump_true", ctypes.c_ubyte),
        ("jump_false", ctypes.c_ubyte),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Step)))


def confine(*, seconds: float, memory: int, parent: int) -> None:
    """Confine this process, which `parent` started, before it does anything else.

    It dies with its parent, after `seconds` even if nobody stops it, and where its data takes
    more than `memory` bytes. It opens no socket. The clock holds on every POSIX system, the rest
    on Linux only.
    """
    _limit(seconds, memory)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_SET_PDEATHSIG, _KILL, 0, 0, 0)
        _without_network(libc)
        if os.getppid() != parent:  # it died before it was asked for
            os._exit(1)


def _limit(seconds: float, memory: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415
        import signal  # noqa: PLC0415

        signal.setitimer(signal.ITIMER_REAL, seconds)  # its signal, unhandled, ends a process
        for kind, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_DATA, memory)):
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))


def _without_network(libc: ctypes.CDLL) -> None:
    """Have the kernel refuse new sockets to this process and all that it starts."""
    if platform.machine() not in _CALLS:
        return
    convention, *refused = _CALLS[platform.machine()]
    last = len(refused) + 4
    steps = [
        (_LOAD, 0, 0, _CONVENTION_AT),
        (_JUMP_IF_EQUAL, 0, last - 3, convention),
        (_LOAD, 0, 0, _NUMBER_AT),
        *((_JUMP_IF_EQUAL, last - 4 - place, 0, call) for place, call in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    program = _Program(len(steps), (_Step * len(steps))(*(_Step(*step) for step in steps)))
    libc.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)
