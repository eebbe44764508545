"""What `wikidata_offices.yaml` holds."""

from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel


class Settings(BaseModel):
    """The comments of the file say what each means."""

    endpoint: str
    user_agent: str
    contact: str
    since: date
    page_size: int
    states_per_query: int
    same_term_days: int
    precisions: dict[int, int]
    other_posts: list[str]
    offices: dict[str, str]
    query: str


def load_settings(path: Path) -> Settings:
    """Read the settings."""
    return Settings.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
