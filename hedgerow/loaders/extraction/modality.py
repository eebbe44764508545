"""How firm the words are: status, stage and attribution around a trigger.

Cues are data (`lexicon/modality.yaml`). Where they differ, the less firm one wins: a plan shown as
a fact is the worst error this software can make.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from hedgerow.loaders.extraction.cues import HYPOTHETICAL, INFINITIVE, PROGRESSIVE, cues
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.speech import NEGATED, SPEECH, speaker_of
from hedgerow.ontology.vocabulary import vocabulary

DECIDED = "decided"
DENIED, REPORTED, PLANNED, OCCURRED = "denied", "reported", "planned", "occurred"
UNDONE = frozenset({"cancelled", "suspended", "ended"})
SURFACE_REACH = 90


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words around a trigger make of it; not `real`: hypothetical or negated."""

    status: str
    stage: str | None = None
    attributed_to: str | None = None
    real: bool = True

    def settled_as(self, outcome: str) -> "Modality":
        """The same with a mere decision read as the outcome it amounts to."""
        status = outcome if self.status == DECIDED else self.status
        stage = outcome if self.stage == DECIDED else self.stage
        return replace(self, status=status, stage=stage)

    def denied_elsewhere(self, sentence: str, start: int) -> "Modality":
        """What the sentence calls untrue is denied: a report, or all after `denied reports`."""
        refuted = _refutation().search(sentence, 0, start)
        if refuted is None and (self.status != REPORTED or _denial().search(sentence) is None):
            return self
        stage = self.stage if self.status in {REPORTED, DENIED} else self.status
        return replace(self, status=DENIED, stage=stage, real=True)


def read_modality(parse: Doc, start: int, end: int, default: str) -> Modality:
    """The modality of the trigger at sentence offsets `start` to `end`.

    `default` is the status that the plain past means.
    """
    span = parse.char_span(start, end, alignment_mode="expand")
    if span is None:
        return Modality(default)
    found = list(cues(span.root))
    verbs = dict(reversed(found))
    speaker = speaker_of(verbs.get(DENIED) or verbs.get(SPEECH))
    modality = _combined([cue for cue, _ in found], default, speaker)
    return modality.denied_elsewhere(parse.text, start)


def surface_modality(sentence: str, start: int, end: int, default: str) -> Modality:
    """The same from the words within reach of the trigger, for engines without a parse."""
    nearby = sentence[max(0, start - SURFACE_REACH) : end + SURFACE_REACH // 2]
    found = [cue for cue, pattern in _surface_patterns().items() if pattern.search(nearby)]
    return _combined(found, default, None).denied_elsewhere(sentence, start)


def _combined(found: list[str], default: str, speaker: str | None) -> Modality:
    """The weakest of the cues, in the order of the table's `precedence`."""
    if default == DENIED:
        return Modality(DENIED, stage=PLANNED, attributed_to=speaker)
    if HYPOTHETICAL in found or (NEGATED in found and DENIED not in found):
        return Modality(default, attributed_to=speaker, real=False)
    statuses = _statuses(_weakened(found), default)
    if not statuses:
        return Modality(default, attributed_to=speaker)
    status = statuses[0]
    if status in {DENIED, REPORTED}:
        inner = next((cue for cue in statuses[1:] if cue not in {DENIED, REPORTED}), default)
        return Modality(status, stage=inner, attributed_to=speaker)
    return Modality(status, attributed_to=speaker)


def _statuses(found: list[str], default: str) -> list[str]:
    statuses = [cue for cue in table("modality")["precedence"] if cue in found]
    if INFINITIVE in found and not set(statuses) - {REPORTED}:
        statuses.append(PLANNED)
    unfinished = default != OCCURRED and vocabulary().is_concluded(default)
    if PROGRESSIVE in found and unfinished and PLANNED not in statuses:
        statuses.append(PLANNED)
    return statuses


def _weakened(found: list[str]) -> list[str]:
    """`urged it to cancel the sale`: what may yet be undone is not undone. Nearest cue first."""
    return [
        cue
        for position, cue in enumerate(found)
        if cue not in UNDONE or not {"talks", PLANNED} & set(found[position + 1 :])
    ]


@cache
def _surface_patterns() -> dict[str, re.Pattern[str]]:
    return {
        cue: re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
        for cue, forms in table("modality")["surface"].items()
    }


@cache
def _refutation() -> re.Pattern[str]:
    return re.compile("|".join(table("modality")["refutations"]), re.IGNORECASE)


@cache
def _denial() -> re.Pattern[str]:
    return re.compile("|".join(table("modality")["denials_of_reports"]), re.IGNORECASE)
