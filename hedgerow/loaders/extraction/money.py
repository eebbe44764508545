"""Amounts of money in a sentence: `$3 billion`, `245 million US dollars`."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from hedgerow.loaders.extraction.lexicon import table


@dataclass(frozen=True, slots=True)
class Money:
    """A plain decimal amount and its ISO 4217 code."""

    amount: str
    currency: str


def find_money(text: str) -> Money | None:
    """The first amount in a text, or None."""
    match = _form().search(text)
    if match is None:
        return None
    groups = {name: value for name, value in match.groupdict().items() if value}
    scale = table("money")["scales"].get(_key(groups, "scale"), 1)
    currency = table("money")["currencies"][_key(groups, "unit")]
    try:
        amount = Decimal(_key(groups, "amount").replace(",", "").rstrip(".")) * scale
    except InvalidOperation:
        return None
    return Money(
        f"{amount:f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:f}", currency
    )


def _key(groups: dict[str, str], name: str) -> str:
    """The group of that name before or after the amount, in lower case."""
    return (groups.get(name) or groups.get(f"{name}_after") or "").lower()


@cache
def _form() -> re.Pattern[str]:
    units = "|".join(
        re.escape(unit) for unit in sorted(table("money")["currencies"], key=len, reverse=True)
    )
    scales = "|".join(table("money")["scales"])
    amount = r"\d[\d,.]*"
    return re.compile(
        rf"(?P<unit>{units})\s?(?P<amount>{amount})(?:[- ]?(?P<scale>{scales})\b)?"
        rf"|(?P<amount_after>{amount})[- ]?(?:(?P<scale_after>{scales})[- ])?"
        rf"(?P<unit_after>{units})\b",
        re.IGNORECASE,
    )
