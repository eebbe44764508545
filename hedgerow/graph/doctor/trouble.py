"""What the doctor finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

Gravity = Literal["error", "warning", "information"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What one name of `troubles.yaml` means."""

    gravity: Gravity
    remedy: str
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong: its kind's name, the id or file it is about, and what."""

    name: str
    subject: str
    message: str

    @property
    def kind(self) -> Kind:
        """How grave it is, and what to do."""
        return kinds()[self.name]

    @property
    def is_wrong(self) -> bool:
        """Whether the store is not sound."""
        return self.kind.gravity != "information"

    def as_row(self) -> dict[str, str | bool]:
        """For JSON."""
        return {
            "check": self.name,
            "gravity": self.kind.gravity,
            "subject": self.subject,
            "message": self.message,
            "remedy": self.kind.remedy,
            "repaired_by_doctor": self.kind.repaired,
        }


@cache
def kinds() -> Mapping[str, Kind]:
    """Everything that can be found, by name."""
    text = (files("hedgerow.graph.doctor") / "troubles.yaml").read_text(encoding="utf-8")
    return {name: Kind(**told) for name, told in yaml.safe_load(text).items()}
