"""What was emitted, read from a JSON Lines file of `extract` records, ours or another tool's."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hedgerow.errors import InputError, NothingDone, UsageError
from hedgerow.loaders.evaluation.emitted import HOLDS, ByArticle, date_range
from hedgerow.loaders.evaluation.quotes import find_quote
from hedgerow.loaders.evaluation.records import Annotated, Emitted, Span, bounds
from hedgerow.ontology.vocabulary import vocabulary


class _Actor(BaseModel):
    model_config = ConfigDict(extra="ignore")
    id: str


class ClaimLine(BaseModel):
    """An `extract` record as far as it is compared; other tools may leave out most of it."""

    model_config = ConfigDict(extra="ignore")

    document: str | None = None
    source: str | None = None
    type: str
    actors: list[_Actor]
    status: str
    phase: str | None = None
    stage: str | None = None
    date: str | None = None
    date_end: str | None = None
    level: str | None = None
    quote: str = ""
    start: int = 0
    end: int = 0
    confidence: float = Field(default=1.0, ge=0, le=1)
    engine: str = ""
    rule: str | None = None

    def emitted(self, article: Annotated) -> Emitted:
        """The record on an article, checked against the vocabulary.

        Raises:
            InputError, UsageError, ValueError: a field does not fit.
        """
        actors = tuple(dict.fromkeys(actor.id for actor in self.actors))
        date = date_range(self.date or None, self.date_end)
        if len(actors) < 2:
            raise InputError("a claim needs two different actors; mend or remove it")
        if date:
            bounds(date)
        return Emitted(
            article=article.name,
            type=vocabulary().tie_type(self.type).name,
            actors=actors,
            status=vocabulary().status(self.status).name,
            stage=self.stage,
            date=date,
            level=self.level,
            quote=self.quote,
            span=self._span(article),
            confidence=self.confidence,
            engine=self.engine,
            rule=self.rule,
        )

    def _span(self, article: Annotated) -> Span | None:
        """The record's own offsets where they refer to this text, else those of its quote."""
        text = article.document.text
        if not self.quote:
            return None
        if self.quote == text[self.start : self.end]:
            return self.start, self.end
        return find_quote(self.quote, text)


def read_claims(file: Path, articles: Sequence[Annotated]) -> tuple[ByArticle, int]:
    """The records of a JSON Lines file by article, and how many are about other articles.

    A record belongs to the article with its `document` id, else with its `source` path or name.

    Raises:
        NothingDone: a record cannot be used; the message names its line.
    """
    known = _by_reference(articles)
    emitted: ByArticle = {article.name: [] for article in articles}
    others = 0
    for number, text in enumerate(_lines(file), start=1):
        if not text.strip():
            continue
        try:
            line = ClaimLine.model_validate(json.loads(text))
            found = known.get(line.document or "") or known.get(line.source or "")
            found = found or known.get(Path(line.source or "").name) or []
            others += not found
            for article in found if line.phase != HOLDS else ():
                emitted[article.name].append(line.emitted(article))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise NothingDone(f"{file}, line {number}: {where}: {first['msg']}; mend it") from None
        except (ValueError, InputError, UsageError) as error:
            raise NothingDone(f"{file}, line {number}: {error}") from None
    return emitted, others


def _lines(file: Path) -> Iterable[str]:
    try:
        # Not splitlines: a sentence may hold what it takes for the end of a line.
        return file.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise NothingDone(f"there is no {file}; write it with: hedgerow extract FOLDER") from None
    except UnicodeDecodeError:
        raise NothingDone(f"{file} is not UTF-8; save it as UTF-8") from None


def _by_reference(articles: Iterable[Annotated]) -> dict[str, list[Annotated]]:
    """The articles by what a record can call them; a name that two folders share names neither."""
    known: defaultdict[str, list[Annotated]] = defaultdict(list)
    names: defaultdict[str, list[Annotated]] = defaultdict(list)
    for article in articles:
        for reference in {article.document.id, article.document.source, article.path}:
            known[reference].append(article)
        names[Path(article.path).name].append(article)
    return {name: found for name, found in names.items() if len(found) == 1} | known
