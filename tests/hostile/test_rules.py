"""Each rule of the surface engine is timed on sentences made of its own words, again and again."""

import time

import pytest

from hedgerow.loaders.extraction.patterns import PatternEngine, _filter
from hedgerow.loaders.extraction.sentences import MAX_SENTENCE
from tests.hostile.pumping import own_parts

LENGTH, LONGEST = MAX_SENTENCE, 0.2
OF_ANY = ("“", "(", "\u27e60\u27e7, ", "\u27e60\u27e7 and \u27e61\u27e7 ", "Aa Bb ")
ENGINE = PatternEngine()


@pytest.mark.parametrize("index", range(len(ENGINE.templates)))
def test_a_rule_takes_no_time_to_speak_of(index: int) -> None:
    _, rule, pattern = ENGINE.templates[index]
    for part in (*own_parts(pattern), *OF_ANY):
        text = part * (LENGTH // len(part)) + "\0"
        start = time.process_time()
        for _ in pattern.finditer(text):
            pass
        assert time.process_time() - start < LONGEST, (rule.id, part)


def test_the_filter_of_all_rules_takes_no_time_to_speak_of() -> None:
    rules = _filter(pattern.match for _, pattern, _ in ENGINE.templates)
    for _, _, pattern in ENGINE.templates:
        part = next(iter(own_parts(pattern)), "a")
        start = time.process_time()
        rules.Match((part * (LENGTH // len(part))).lower(), True)
        assert time.process_time() - start < LONGEST, part
