"""Questions to the model: answered from the cache, else asked, checked, and asked once more."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from hedgerow.loaders.extraction.llm.cache import Cache, key_of
from hedgerow.loaders.extraction.llm.connection import Connection, Unanswered
from hedgerow.loaders.extraction.llm.prompts import Prompt
from hedgerow.loaders.extraction.llm.tally import BudgetSpent, Tally

MOST_FAILURES = 5
"""In a row; then the model is not asked again in this run."""
TRIES = 2
"""Answers of the wrong form that are waited for."""

Answer = TypeVar("Answer", bound=BaseModel)


class Asker:
    """Asks one model; no failure of it is an error of ours."""

    def __init__(self, connection: Connection, cache: Cache, tally: Tally) -> None:
        self.tally = tally
        self._connection = connection
        self._cache = cache
        self._failures = 0

    def ask(
        self, prompt: Prompt, document: str, data: Mapping[str, Any], form: type[Answer]
    ) -> Answer | None:
        """The answer to a question about a document; None where there is none to be had.

        `data` stands in the message as JSON, so that no text in it can end it.
        """
        question = json.dumps(data, ensure_ascii=False)
        key = key_of(document, prompt.version, self._connection.model, question)
        kept = self._cache.get(key)
        known = None if kept is None else _read(kept, form)
        if known is not None:
            self.tally.cached += 1
            return known
        if self.tally.stopped:
            self.tally.unasked += 1
            return None
        try:
            text, answer = self._asked(prompt, question, form)
        except BudgetSpent:
            self.tally.unasked += 1
            return None
        except Unanswered as error:
            self._fail(str(error))
            return None
        self._failures = 0
        self._cache.put(key, text)
        return answer

    def _asked(self, prompt: Prompt, question: str, form: type[Answer]) -> tuple[str, Answer]:
        messages = (
            {"role": "system", "content": prompt.text},
            {"role": "user", "content": question},
        )
        for _ in range(TRIES):
            text = self._connection.ask(messages, form.__name__.lower(), form.model_json_schema())
            answer = _read(text, form)
            if answer is not None:
                return text, answer
        raise Unanswered("answer of the wrong form")

    def _fail(self, reason: str) -> None:
        self.tally.failed[reason] += 1
        self._failures += 1
        self.tally.stopped = self._failures >= MOST_FAILURES


def _read(text: str, form: type[Answer]) -> Answer | None:
    """The JSON object in a text, which some models put into a fence or talk about first."""
    try:
        return form.model_validate_json(text[text.find("{") : text.rfind("}") + 1])
    except ValidationError:
        return None
