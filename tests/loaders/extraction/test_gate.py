"""Only sentences that no frame could use are spared a parse."""

from dataclasses import replace

from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.extraction.dependency import DependencyEngine
from hedgerow.loaders.extraction.parser import parse
from hedgerow.loaders.extraction.prepared import prepare
from tests.loaders.extraction.test_rules import EXAMPLES


def test_what_a_parse_would_show_is_never_passed_over() -> None:
    engine = DependencyEngine()
    document = Document(
        "\n\n".join(example.text for example in EXAMPLES), (Appearance("examples"),)
    )
    spared = [s.reading for s in prepare(document).sentences if not engine.wants(s.reading)]
    parses = parse(reading.sentence.text for reading in spared)
    for reading, found in zip(spared, parses, strict=True):
        assert not list(engine.propose(replace(reading, parse=found))), reading.sentence.text


def test_a_sentence_without_a_frames_words_is_spared() -> None:
    document = Document("Peru and Ghana are far apart.", (Appearance("test"),))
    (sentence,) = prepare(document).sentences
    assert not DependencyEngine().wants(sentence.reading)
