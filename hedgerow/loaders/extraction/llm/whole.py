"""Whole articles before the model: what it proposes, read by our own rules of evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.extraction.candidates import Reading
from hedgerow.loaders.extraction.confidence import UNCALIBRATED
from hedgerow.loaders.extraction.dating import CONFLICT
from hedgerow.loaders.extraction.explain import Explanation, explain
from hedgerow.loaders.extraction.llm.answers import Proposal, Proposals
from hedgerow.loaders.extraction.llm.asking import Asker
from hedgerow.loaders.extraction.llm.correcting import Refused
from hedgerow.loaders.extraction.llm.joining import agreed, held_down, is_outranked, same_tie
from hedgerow.loaders.extraction.llm.pieces import pieces
from hedgerow.loaders.extraction.llm.placing import candidate_of, named, quoted
from hedgerow.loaders.extraction.llm.prompts import prompt
from hedgerow.loaders.extraction.llm.quoting import places
from hedgerow.loaders.extraction.llm.tally import PROPOSED
from hedgerow.loaders.extraction.parser import parse
from hedgerow.loaders.extraction.prepared import Prepared, prepare
from hedgerow.loaders.extraction.reading import read_claim
from hedgerow.loaders.extraction.voting import vote
from hedgerow.loaders.extraction.when import find_dates

MOST_TIES = 200
"""Of one answer; no article tells more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A claim that the model alone has found, and how it was read."""

    claim: Claim
    explanation: Explanation


class WholeArticle:
    """One article with the rules' claims, as the model's proposals are laid beside them.

    `made` maps the ids of the rules' claims to what they are now; `found` are the new ones.
    """

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self.made = {claim.id: claim for claim in claims}
        self.found: dict[str, Found] = {}
        self._document = document
        self._claims = claims
        self._prepared: Prepared = prepare(document)

    def ask(self, asker: Asker) -> None:
        """Put the article to the model, piece by piece, and take what holds."""
        if not self._prepared.sentences:
            return
        for text in pieces(self._document.text):
            asked: Mapping[str, Any] = {"published": self._document.published, "text": text}
            answer = asker.ask(prompt("read"), self._document.id, asked, Proposals)
            ties = answer.ties if answer else []
            asker.tally.refused["beyond the most of one answer"] += len(ties[MOST_TIES:])
            for proposal in ties[:MOST_TIES]:
                try:
                    asker.tally.made[self._take(proposal)] += 1
                except Refused as refusal:
                    asker.tally.refused[str(refusal)] += 1

    def _take(self, proposal: Proposal) -> str:
        """What a proposal came to.

        Raises:
            Refused: nothing.
        """
        found = self._read(proposal)
        known = same_tie(self._claims, found.claim)
        if known is not None:
            self.made[known.id], what = agreed(self.made[known.id], found.claim, proposal.status)
            return what
        claim = held_down(found.claim, proposal.status)
        if claim.id in self.found or is_outranked(self._claims, claim):
            raise Refused("told already, there or by a type that outranks it")
        self.found[claim.id] = replace(found, claim=claim)
        return PROPOSED

    def _read(self, proposal: Proposal) -> Found:
        """The claim that a proposal amounts to in the first sentence where it holds."""
        readings = [seen.reading for seen in self._prepared.sentences]
        refusals: list[Refused] = []
        for reading in quoted(proposal, self._document.text, readings):
            try:
                return self._read_in(reading, proposal)
            except Refused as refusal:
                refusals.append(refusal)
        raise refusals[0]

    def _read_in(self, reading: Reading, proposal: Proposal) -> Found:
        found = named(proposal, reading, self._document.text)
        reading = replace(reading, parse=next(parse([reading.sentence.text])))
        assert reading.parse is not None  # noqa: S101  for the type checker
        candidate = candidate_of(proposal, found, reading, reading.parse)
        (chosen,) = vote([candidate], UNCALIBRATED)
        read = read_claim(chosen, reading, self._document, self._prepared.published)
        if read is None:
            raise Refused("sentence does not say so")
        claim = self._dated(read.claim, proposal, reading)
        return Found(claim, explain(chosen, reading, claim, read.when))

    def _dated(self, claim: Claim, proposal: Proposal, reading: Reading) -> Claim:
        """The claim, flagged where the model dates it by other words than we do."""
        dates = set(self._dates(proposal.date_words or "", reading))
        if not dates or claim.date in dates:
            return claim
        return replace(claim, flags=tuple(sorted({*claim.flags, CONFLICT})))

    def _dates(self, words: str, reading: Reading) -> Iterator[str]:
        sentence = reading.sentence
        for start, end in places(words, sentence.text):
            for when in find_dates(sentence.text, self._prepared.published):
                if when.start < end and start < when.end:
                    yield when.date.edtf
