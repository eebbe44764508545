"""Numbers as they are shown."""


def rounded(number: float | None, digits: int = 2) -> float | None:
    """A number with so many digits; None stays None."""
    return None if number is None else round(number, digits)
