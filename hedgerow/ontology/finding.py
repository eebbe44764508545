"""What a check of the ontology or of data has to say."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: where (a file, term or node), and what in one sentence."""

    severity: Severity
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.subject}: {self.message}"


def error(subject: str, message: str) -> Finding:
    """A finding that must be mended."""
    return Finding("error", subject, message)
