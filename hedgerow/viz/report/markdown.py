"""Text on its way into Markdown, where no character of it may act."""

import re

from hedgerow.viz.plain import plain

_ACTING = re.compile(r"[\\`*\[\]<>|~#&$^{}]|(?<![^\W_])_|_(?![^\W_])")
_LINKING = re.compile(r"(?<=\w)\.(?!(?<=\d\.)\d)(?=[\w\\-])|:(?=[/\w])")
_LEADING = re.compile(r"^(?:[-+=:]|(?P<number>\d+)(?=[.)]))")
_MENTION = "@<!-- -->"
"""Renderers make links of bare mail addresses and names even where the sign is escaped."""
_ENDING = re.compile(r'[ <>"\\`|{}^]')


def escaped(text: str) -> str:
    """The text on one line as CommonMark, GitHub's extensions included, that shows it as it is.

    No links, HTML, emphasis, headings, lists, tables, footnotes, formulas; dots and colons inside
    words are escaped too, as renderers make links of bare addresses.
    """
    line = within(text)
    return _LEADING.sub(lambda m: f"{m[0]}\\" if m["number"] else f"\\{m[0]}", line)


def within(text: str) -> str:
    """The same for text that begins no line: that of headings and cells, where no list begins."""
    line = plain(text).strip()
    line = _ACTING.sub(r"\\\g<0>", line)
    line = _LINKING.sub(r"\\\g<0>", line)
    return line.replace("@", _MENTION)


def address_link(address: str) -> str:
    """A web address as an autolink that nothing in the address can end early."""
    return f"<{_ENDING.sub(lambda m: f'%{ord(m[0]):02X}', address)}>"
