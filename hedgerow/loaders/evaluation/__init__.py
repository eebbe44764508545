"""Scoring the extractor against articles that people annotated."""

from hedgerow.loaders.evaluation.agreement import Agreement, agreement
from hedgerow.loaders.evaluation.claims_file import read_claims
from hedgerow.loaders.evaluation.emitted import run
from hedgerow.loaders.evaluation.evaluation import Evaluation, evaluate
from hedgerow.loaders.evaluation.folder import read_gold
from hedgerow.loaders.evaluation.history import history, write_history
from hedgerow.loaders.evaluation.matching import match_all
from hedgerow.loaders.evaluation.plover import read_plover
from hedgerow.loaders.evaluation.plover_scores import PloverScores, score_plover

__all__ = [
    "Agreement",
    "Evaluation",
    "PloverScores",
    "agreement",
    "evaluate",
    "history",
    "match_all",
    "read_claims",
    "read_gold",
    "read_plover",
    "run",
    "score_plover",
    "write_history",
]
