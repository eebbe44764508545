"""Reports in each of their formats."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from hedgerow.errors import UsageError
from hedgerow.viz.report.docx import to_docx
from hedgerow.viz.report.handling import on_each_page
from hedgerow.viz.report.html import to_html
from hedgerow.viz.report.md import to_md
from hedgerow.viz.report.model import Report
from hedgerow.viz.report.terminal import to_text

FORMATS: Mapping[str, Callable[[Report], bytes]] = MappingProxyType(
    {"docx": to_docx, "html": to_html, "md": to_md, "txt": to_text}
)
"""The writers of files by format, which is also the suffix of its files."""


def render(report: Report, form: str) -> bytes:
    """A report in one of the formats; UsageError with a near match for another one."""
    writer = FORMATS.get(form)
    if writer is not None:
        return on_each_page(writer(report), form, report.handling)
    near = get_close_matches(form, FORMATS, n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(FORMATS)}."
    raise UsageError(f"There is no report format {form!r}; {hint}")
