"""What can go wrong, as one small tree. Every message is one sentence with a next step.

HedgerowError
├── UsageError          the call itself is wrong (exit code 2)
│   └── UnknownActor    no state or body answers to a name
├── InputError          an input could not be read; the rest still loads (exit code 1)
│   ├── MissingExtra    a package that only some inputs need is not installed
│   └── NotOurs         a table of things that we do not read, no fault beside articles
├── NothingDone         no input could be used (exit code 3)
├── StoreBusy           another writer holds the store (exit code 4)
├── ServerError         a server or the network failed (exit code 5)
└── StoreError          the store is missing, damaged or of another version (exit code 2)
"""


class HedgerowError(Exception):
    """Base of all errors that hedgerow raises on purpose."""

    exit_code = 2


class UsageError(HedgerowError):
    """The caller asked for something that does not exist or does not fit."""


class UnknownActor(UsageError):
    """No state or body answers to the given name or code."""


class InputError(HedgerowError):
    """One input could not be read; others are not affected."""

    exit_code = 1


class MissingExtra(InputError):
    """A package that only some inputs need is not installed."""


class NotOurs(InputError):
    """A table of things that we do not read, which is no fault where it lies beside articles."""


class NothingDone(HedgerowError):
    """None of the inputs could be used."""

    exit_code = 3


class StoreBusy(HedgerowError):
    """Another process is writing to the store."""

    exit_code = 4


class StoreError(HedgerowError):
    """The store is missing, damaged or written by another version."""


class ServerError(HedgerowError):
    """A server cannot be reached, refuses, or failed."""

    exit_code = 5
