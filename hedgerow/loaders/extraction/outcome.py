"""What a matter is said to be, whoever says so: of several cues the weakest."""

from hedgerow.loaders.extraction.clause_cues import AT_ONCE, INFINITIVE, PLANNED
from hedgerow.loaders.extraction.cues import PROGRESSIVE
from hedgerow.loaders.extraction.lexicon import cue_words, table
from hedgerow.ontology.vocabulary import vocabulary

DECIDED = "decided"
CLEARED = "cleared"
"""`approved a possible sale`: it is no longer only possible."""
DENIED, REPORTED, OCCURRED = "denied", "reported", "occurred"
CANCELLED, SUSPENDED, ENDED = "cancelled", "suspended", "ended"
SIGNED, AGREED, DELIVERED = "signed", "agreed", "delivered"
HEARSAY = frozenset({DENIED, REPORTED})
UNDONE = frozenset({CANCELLED, SUSPENDED, ENDED})


def outcome_of(found: list[str], default: str, act: str) -> str:
    """What is said to be, whoever says so: the status, or the stage of what is only reported."""
    if CLEARED in found:
        found = [PLANNED, *found[found.index(CLEARED) :]]
    statuses = _statuses(_weakened(found), default, act)
    handed_over = default == DELIVERED or act in cue_words("formal_acts")
    if AGREED in statuses and INFINITIVE in found and handed_over:
        statuses.insert(0, PLANNED)
    if vocabulary().is_prospective(default):
        statuses = [s for s in statuses if s != DECIDED and not vocabulary().is_concluded(s)]
    status = statuses[0] if statuses else default
    return CANCELLED if status == ENDED and vocabulary().is_prospective(default) else status


def _statuses(found: list[str], default: str, act: str) -> list[str]:
    statuses = [s for s in table("modality")["precedence"] if s in found and s not in HEARSAY]
    if AT_ONCE in found and statuses == [DECIDED]:
        return []
    if INFINITIVE in found and not statuses:
        statuses.append(PLANNED)
    takes_time = default == OCCURRED and act not in cue_words("achievements")
    announced = act in cue_words("announced_acts")
    unfinished = not takes_time and not announced and vocabulary().is_concluded(default)
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
