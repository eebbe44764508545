"""The surface engine: templates over the words of a sentence in which actors are slots."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import re2

from hedgerow.loaders.extraction.candidates import Candidate, Filler, Reading, mutual
from hedgerow.loaders.extraction.lexicon import in_lower_case, word_list
from hedgerow.loaders.extraction.makers import supplier_first
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.parties import may_be_party
from hedgerow.loaders.extraction.rules import Pattern, RuleFile, rule_files
from hedgerow.ontology.vocabulary import TieType, vocabulary

SLOT = "\u27e6{}\u27e7"
_SLOTS = re.compile(r"\{(source|other|party)\}")
_GAP = r"(?:[^\u27e6\u27e7;:.!?]|(?<=\d)\.(?=\d)){0,70}?"
_ANOTHER = r"(?:the )?\u27e6\d+\u27e7"
_JOINED = (
    r"(?:(?<=^\u27e60\u27e7), \u27e61\u27e7"
    rf"|(?:['’]s)?(?:, ?{_ANOTHER})*,? (?:and|or|as well as) {_ANOTHER})?"
)
"""The rest of a list of actors; a comma alone joins two only where a headline begins."""


@dataclass(frozen=True, slots=True)
class _Masked:
    """A sentence with each mention as a numbered slot, and the way back to document offsets."""

    text: str
    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]

    def offset(self, position: int) -> int:
        return self.starts[min(position, len(self.starts) - 1)]


class PatternEngine:
    """Proposes a candidate for each template that fits."""

    name = "patterns"
    parses = False

    def __init__(self, files: Iterable[RuleFile] | None = None) -> None:
        self.templates = [
            (file.type, pattern, _compiled(pattern.match))
            for file in (files if files is not None else rule_files())
            for pattern in file.patterns
        ]
        self._filter = _filter(pattern.match for _, pattern, _ in self.templates)

    def wants(self, reading: Reading) -> bool:
        """Never: the words alone are read."""
        return False

    def propose(self, reading: Reading) -> Iterator[Candidate]:
        """The candidates of one sentence; a parse is not needed."""
        if not reading.mentions:
            return
        masked = _mask(reading)
        for index in self._filter.Match(masked.text.lower(), True) or ():
            type_name, pattern, regex = self.templates[index]
            for match in regex.finditer(masked.text):
                yield from _candidates(masked, type_name, pattern, match)


_TRIGGER = re.compile(r"(?<!\(\?)(?<!\(\?P)<([^<>=!]+)>")
_ANYTHING = r".*"


def _filter(templates: Iterable[str]) -> re2.Filter:
    """Rules out, by the letters that a trigger must have, nearly all templates for a sentence.

    Raises:
        re2.error: a trigger uses what RE2 lacks, such as looking behind.
    """
    found = re2.Filter()
    for template in templates:
        trigger = _TRIGGER.search(template)
        plain = trigger.group(1).replace("..", _ANYTHING) if trigger else ""
        found.Add(in_lower_case(plain))
    found.Compile()
    return found


def _compiled(template: str) -> re.Pattern[str]:
    """A template as a regular expression: slots and the trigger `<…>` become groups."""
    text = template.replace("..", "\0")
    text = _TRIGGER.sub(r"(?P<trigger>\1)", text)
    counts: dict[str, int] = {}

    def slot(match: re.Match[str]) -> str:
        name = match.group(1)
        counts[name] = counts.get(name, 0) + 1
        return rf"(?P<{name}{counts[name]}>\u27e6\d+\u27e7{_JOINED})(?:['’]s?)?"

    text = _SLOTS.sub(slot, text).replace("\0", _GAP)
    return re.compile(text, re.IGNORECASE)


def _mask(reading: Reading) -> _Masked:
    sentence = reading.sentence
    parts: list[str] = []
    starts: list[int] = []
    position = sentence.start
    for index, mention in enumerate(reading.mentions):
        parts.append(sentence.text[position - sentence.start : mention.start - sentence.start])
        starts.extend(range(position, mention.start))
        slot = SLOT.format(index)
        parts.append(slot)
        starts.extend([mention.start] * len(slot))
        position = mention.end
    parts.append(sentence.text[position - sentence.start :])
    starts.extend(range(position, sentence.end + 1))
    return _Masked("".join(parts), tuple(starts), reading.mentions)


def _candidates(
    masked: _Masked, type_name: str, pattern: Pattern, match: re.Match[str]
) -> Iterator[Candidate]:
    tie_type = vocabulary().tie_type(type_name)
    group = "trigger" if match.groupdict().get("trigger") else 0
    for fillers in _readings(masked, type_name, match):
        if len({filler.actor for filler in fillers}) > 1:
            yield Candidate(
                type=type_name,
                fillers=tuple(supplier_first(fillers, tie_type, masked.text)),
                trigger=(masked.offset(match.start(group)), masked.offset(match.end(group))),
                engine=PatternEngine.name,
                rule=pattern.id,
                confidence=pattern.confidence,
                status=pattern.status,
                phase=pattern.phase,
                needs_level=pattern.needs_level,
                attributes=pattern.attributes,
            )


def _readings(masked: _Masked, type_name: str, match: re.Match[str]) -> list[list[Filler]]:
    """The parties of a symmetric tie; for a directed one a reading a source."""
    tie_type = vocabulary().tie_type(type_name)
    if not tie_type.directed:
        return [sorted(_fillers(masked, match, "party", tie_type), key=lambda f: f.actor)]
    sources = _fillers(masked, match, "source", tie_type)
    others = _fillers(masked, match, "other", tie_type)
    if not others:
        return mutual(sources, sources)
    return [[source, *(f for f in others if f.actor != source.actor)] for source in sources]


def _fillers(masked: _Masked, match: re.Match[str], role: str, tie_type: TieType) -> list[Filler]:
    slots = {name: text for name, text in match.groupdict().items() if text}
    found: dict[str, Filler] = {}
    for name in sorted(slot for slot in slots if slot.startswith(role)):
        for index in re.findall(r"\u27e6(\d+)\u27e7", slots[name]):
            mention = masked.mentions[int(index)]
            if mention.kind == "port" and role != "other":
                continue
            if role == "other" or not _is_place(masked, mention, match):
                for actor in mention.actors:
                    found.setdefault(actor, Filler(actor, mention))
    return [f for f in found.values() if may_be_party(f, tie_type, source=role == "source")]


def _is_place(masked: _Masked, mention: Mention, match: re.Match[str]) -> bool:
    """Whether a source or party is only a place: `in Hanoi` where the template begins."""
    if mention.kind not in {"name", "capital", "alias"}:
        return False
    slot = SLOT.format(masked.mentions.index(mention))
    position = masked.text.index(slot)
    before = masked.text[:position].split()
    return (
        position == match.start() and bool(before) and before[-1].lower() in word_list("locative")
    )
