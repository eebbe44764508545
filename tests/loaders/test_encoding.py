import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.errors import InputError
from hedgerow.loaders.encoding import decode

ENGLISH = "Vietnam’s leader said: “We welcome the visit” — the café in São Paulo was full.\n" * 3
RUSSIAN = "Президент России встретился с премьер-министром Вьетнама в Москве.\n" * 3
CHINESE = "越南总理会见中国国家主席，双方讨论了国防合作。\n" * 3


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf_8_is_read_as_it_stands_unless_it_is_mojibake(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded == text or not text.isascii()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_english_is_read_in_any_common_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_without_a_byte_order_mark(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (CHINESE, "gb18030")],
)
def test_other_scripts_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_mojibake_is_repaired() -> None:
    mangled = "Vietnam’s leader in Hà Nội".encode().decode("cp1252", errors="replace")
    assert decode("Vietnamâ€™s leader".encode()) == "Vietnam’s leader"
    assert "â€™" not in decode(mangled.encode())


def test_a_damaged_character_in_sound_utf_8_does_not_change_the_encoding() -> None:
    raw = ENGLISH.encode() * 3 + b"\xe2\x80"
    assert decode(raw).startswith(ENGLISH)


@pytest.mark.parametrize("size", [200, 5_000, 500_000])
def test_binary_data_is_refused(size: int) -> None:
    with pytest.raises(InputError, match="binary data, not text; save"):
        decode(random.Random(size).randbytes(size))


def test_text_with_many_control_characters_is_refused() -> None:
    with pytest.raises(InputError, match="binary"):
        decode(b"\x00\x01\x02\x03ABCD" * 50)
