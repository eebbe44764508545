"""How firm the words are: status, stage and attribution around a trigger.

Cues are data (`lexicon/modality.yaml`). Where they differ, the less firm one wins: a plan shown as
a fact is the worst error this software can make.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from hedgerow.loaders.extraction.clause_cues import AVERTED, HYPOTHETICAL, PLANNED
from hedgerow.loaders.extraction.cues import cues
from hedgerow.loaders.extraction.lexicon import cue_words, table
from hedgerow.loaders.extraction.outcome import (
    AGREED,
    DECIDED,
    DENIED,
    ENDED,
    HEARSAY,
    REPORTED,
    SIGNED,
    SUSPENDED,
    UNDONE,
    outcome_of,
)
from hedgerow.loaders.extraction.refutation import (
    calls_reports_untrue,
    calls_the_last_untrue,
    is_fabricated_before,
    is_hearsay_before,
    is_not_quite_done,
    is_reacted_to,
    refutes_before,
)
from hedgerow.loaders.extraction.speech import NEGATED, SPEECH, Cue, speaker_of
from hedgerow.loaders.extraction.surface import is_question, surface_cues
from hedgerow.ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words around a trigger make of it; not `real`: hypothetical or negated."""

    status: str
    stage: str | None = None
    attributed_to: str | None = None
    real: bool = True

    def settled_as(self, outcome: str) -> "Modality":
        """The same with a mere decision read as the outcome it amounts to."""
        return self.replaced(DECIDED, outcome)

    def replaced(self, status: str, by: str) -> "Modality":
        """The same with one status, or stage, read as another."""
        return replace(
            self,
            status=by if self.status == status else self.status,
            stage=by if self.stage == status else self.stage,
        )

    def no_firmer_than(self, status: str | None) -> "Modality":
        """The same, or `status` where this is concluded and that is not."""
        words = vocabulary()
        if status is None or not words.is_concluded(self.status) or words.is_concluded(status):
            return self
        return replace(self, status=status)

    def denied_elsewhere(self, sentence: str, start: int) -> "Modality":
        """What the sentence calls untrue is denied: a report, or all after `denied reports`."""
        refuted = refutes_before(sentence, start)
        if not refuted and (self.status != REPORTED or not calls_reports_untrue(sentence)):
            return self
        stage = self.stage if self.status in HEARSAY else self.status
        return replace(self, status=DENIED, stage=stage, real=True)

    def denied_after(self, following: str) -> "Modality":
        """A report that the text after it calls untrue is denied."""
        if self.status != REPORTED or not calls_the_last_untrue(following):
            return self
        return replace(self, status=DENIED, real=True)


def read_modality(parse: Doc, start: int, end: int, default: str) -> Modality:
    """The modality of the trigger at sentence offsets `start` to `end`.

    `default` is the status that the plain past means.
    """
    span = parse.char_span(start, end, alignment_mode="expand")
    if span is None:
        return Modality(default)
    found = [cue for cue in cues(span.root) if not _ends(cue, default)]
    verbs = dict(reversed(found))
    speaker = speaker_of(verbs.get(DENIED) or verbs.get(SPEECH))
    if is_reacted_to(parse.text, start):
        return Modality(default, attributed_to=speaker)
    act = span.root.lemma_.lower()
    modality = _combined(_without_undoing(found), _by_act(act, default), speaker, act)
    return _among_words(modality, parse.text, start)


def _ends(cue: Cue, default: str) -> bool:
    """`are no longer partners` says that they were."""
    return default in UNDONE and cue[0] == NEGATED and cue[1].lower_ == "longer"


def surface_modality(sentence: str, start: int, end: int, default: str) -> Modality:
    """The same from the words within reach of the trigger, for engines without a parse."""
    modality = _combined(surface_cues(sentence, start, end), default, None, "")
    return _among_words(modality, sentence, start)


def _among_words(modality: Modality, sentence: str, start: int) -> Modality:
    unreal = is_not_quite_done(sentence, start) or is_fabricated_before(sentence, start)
    if unreal or is_question(sentence):
        return replace(modality, real=False)
    if modality.status not in HEARSAY and is_hearsay_before(sentence, start):
        modality = replace(modality, status=REPORTED, stage=modality.status)
    return modality.denied_elsewhere(sentence, start)


def _by_act(act: str, default: str) -> str:
    """`reached a deal` is not signed yet; `suspended a deal` does not end it."""
    if vocabulary().is_concluded(default) and act in table("modality")["acts_in_prospect"]:
        return str(table("modality")["acts_in_prospect"][act])
    if default == SIGNED and act in cue_words("acts_of_agreeing"):
        return AGREED
    if default == ENDED and act in table("modality")["governors"][SUSPENDED]:
        return SUSPENDED
    return default


def _without_undoing(found: list[Cue]) -> list[str]:
    """The cues by name; a denial that is itself denied says nothing either way."""
    denying = {token for cue, token in found if cue == DENIED}
    if any(cue == NEGATED and token.head in denying for cue, token in found):
        return [HYPOTHETICAL]
    return [cue for cue, _ in found]


def _combined(found: list[str], default: str, speaker: str | None, act: str) -> Modality:
    """The weakest of the cues, in the order of the table's `precedence`."""
    if default == DENIED:
        return Modality(DENIED, stage=PLANNED, attributed_to=speaker)
    official = SPEECH in found and REPORTED not in found and DENIED not in found
    if HYPOTHETICAL in found or AVERTED in found:
        return Modality(default, attributed_to=speaker, real=False)
    if NEGATED in found and official:
        return Modality(DENIED, outcome_of(found, default, act), speaker)
    if NEGATED in found and DENIED not in found:
        return Modality(default, attributed_to=speaker, real=False)
    status = next((cue for cue in (DENIED, REPORTED) if cue in found), None)
    outcome = outcome_of(found, default, act)
    if status is None:
        return Modality(outcome, attributed_to=speaker)
    return Modality(status, stage=outcome, attributed_to=speaker)
