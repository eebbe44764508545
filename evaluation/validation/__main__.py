"""`python -m evaluation.validation [--check]`: write or check docs/validation.md."""

import sys
from pathlib import Path

from evaluation.validation.archive import examples
from evaluation.validation.page import page

PAGE = Path(__file__).parents[2] / "docs" / "validation.md"


def main(arguments: list[str]) -> int:
    """Write the page; with `--check` write nothing and return 1 where it is not up to date."""
    with examples() as archive:
        text = page(archive)
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        sys.stderr.write(f"{PAGE.name} is not up to date; run: make validation\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
