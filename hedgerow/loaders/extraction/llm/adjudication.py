"""The rules' doubtful readings before the model, numbered, each with its sentence."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hedgerow.graph.records import Claim, Document
from hedgerow.graph.streams import batched
from hedgerow.loaders.extraction.llm.answers import Verdict, Verdicts
from hedgerow.loaders.extraction.llm.asking import Asker
from hedgerow.loaders.extraction.llm.correcting import ENGINE, Refused, judged
from hedgerow.loaders.extraction.llm.priors import priors
from hedgerow.loaders.extraction.llm.prompts import prompt
from hedgerow.loaders.extraction.sentences import Sentence, split_sentences
from hedgerow.ontology.actors import actors
from hedgerow.ontology.vocabulary import vocabulary

MOST_CLAIMS = 20
"""In one request; a document has seldom more that are doubtful."""


def adjudicated(
    document: Document, claims: Sequence[Claim], asker: Asker
) -> Iterator[tuple[Claim, Claim]]:
    """Each claim with what the model makes of it, which is the same claim where it says nothing."""
    made = {claim.id: claim for claim in claims}
    doubtful = [claim for claim in claims if _is_doubtful(claim)]
    for asked in batched(doubtful, MOST_CLAIMS):
        numbered = dict(enumerate(asked, start=1))
        question = _question(document, numbered)
        answer = asker.ask(prompt("adjudicate"), document.id, question, Verdicts)
        for number, verdict in _usable(answer, numbered, asker).items():
            made[numbered[number].id] = _judged(numbered[number], verdict, asker)
    yield from ((claim, made[claim.id]) for claim in claims)


def _is_doubtful(claim: Claim) -> bool:
    return claim.confidence < priors().doubtful and ENGINE not in claim.engine.split("+")


def _usable(
    answer: Verdicts | None, numbered: Mapping[int, Claim], asker: Asker
) -> dict[int, Verdict]:
    """The verdicts on what was asked; where there are two on one claim, neither."""
    given = answer.verdicts if answer else []
    times = Counter(verdict.number for verdict in given)
    for number, count in times.items():
        if number not in numbered:
            asker.tally.refused["number not asked"] += count
        elif count > 1:
            asker.tally.refused["several verdicts on one claim"] += count
    return {v.number: v for v in given if v.number in numbered and times[v.number] == 1}


def _judged(claim: Claim, verdict: Verdict, asker: Asker) -> Claim:
    try:
        result, made = judged(claim, verdict)
    except Refused as refusal:
        asker.tally.refused[str(refusal)] += 1
        return claim
    asker.tally.made[made] += 1
    return result


def _question(document: Document, numbered: Mapping[int, Claim]) -> dict[str, Any]:
    sentences = list(split_sentences(document.text))
    return {
        "published": document.published,
        "claims": [_told(number, claim, sentences) for number, claim in numbered.items()],
    }


def _told(number: int, claim: Claim, sentences: Sequence[Sentence]) -> dict[str, Any]:
    before = [sentence.text for sentence in sentences if sentence.end <= claim.start]
    after = [sentence.text for sentence in sentences if sentence.start >= claim.end]
    tie_type = vocabulary().tie_type(claim.type)
    return {
        "number": number,
        "before": before[-1] if before else None,
        "sentence": claim.quote,
        "after": after[0] if after else None,
        "type": claim.type,
        "definition": tie_type.definition,
        "actors": [
            {"role": party.role, "name": actors().name(party.id), "words": party.text}
            for party in claim.parties
        ],
        "status": claim.status,
        "stage": claim.stage,
    }
