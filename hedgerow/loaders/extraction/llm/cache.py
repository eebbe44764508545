"""Answers kept on disk, one file a question, so that reading again costs nothing."""

import json
import os
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ValidationError


class _Kept(BaseModel):
    key: str
    answer: str


class Cache:
    """A folder of answers. What cannot be read counts as absent; what cannot be written is let go.

    Neither the address nor the key of the model enters it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> str | None:
        """The answer kept under a key."""
        try:
            kept = _Kept.model_validate_json(self._file(key).read_bytes())
        except (OSError, ValidationError):
            return None
        return kept.answer if kept.key == key else None

    def put(self, key: str, answer: str) -> None:
        """Keep an answer: the whole file or none, readable to its owner alone."""
        draft = self._file(f"{key}.{secrets.token_hex(4)}")
        # An answer that is not kept is asked for again; that is no reason to stop a load.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(_Kept(key=key, answer=answer).model_dump_json().encode())
                draft.replace(self._file(key))
            finally:
                draft.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def key_of(*parts: str) -> str:
    """The key of a question: a hash of all that its answer depends on."""
    return sha256(json.dumps(parts).encode()).hexdigest()
