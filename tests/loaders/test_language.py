import pytest

from hedgerow.loaders.language import language_name, language_of

TEXTS = {
    "en": "The two ministers met on Monday and said that they had agreed to meet again.",
    "fr": "Le président français a rencontré le premier ministre à Hanoï et ils ont parlé.",
    "vi": "Thủ tướng Phạm Minh Chính đã gặp Tổng thống Mỹ tại Hà Nội hôm thứ Hai.",
    "zh": "越南总理会见中国国家主席，双方讨论了国防合作和经济关系。",
    "ru": "Президент России встретился с премьер-министром Вьетнама в Москве.",
    "de": "Der Außenminister traf am Montag in Hanoi seinen Kollegen und sprach über Handel.",
    "id": "Presiden Indonesia bertemu dengan Perdana Menteri Vietnam di Jakarta pada hari Senin"
    " untuk membahas kerja sama pertahanan kedua negara.",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_the_language_of_prose_is_recognised(code: str) -> None:
    assert language_of(TEXTS[code]) in ({code, "ms"} if code == "id" else {code})


@pytest.mark.parametrize(
    ("stated", "code"), [("en-GB", "en"), ("EN", "en"), ("English", "en"), ("vi", "vi"), ("", "en")]
)
def test_a_stated_language_is_believed(stated: str, code: str) -> None:
    assert language_of(TEXTS["en"], stated) == code


@pytest.mark.parametrize("text", ["Ministers meet in Hanoi", "Xi, To Lam meet", "RUS VNM"])
def test_a_line_too_short_to_tell_is_taken_for_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "ANKARA - Turkish President Recep Tayyip Erdogan visited Egypt on 8 September 2024.",
        "JAKARTA - Indonesian President Prabowo Subianto visited Japan on 14 June 2025.",
        "Hanoi - Prime Minister Pham Minh Chinh met President Xi Jinping, Beijing, 26 June 2024.",
    ],
)
def test_one_english_sentence_full_of_names_is_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Presiden Prabowo bertemu Presiden Macron di Jakarta, 28 Mei 2025.", "id"),
        ("Presidente Lula visita Hanói, Vietnã, e assina acordo de cooperação.", "pt"),
        ("Le ministre Jean-Noël Barrot visite Hanoi lundi avec une délégation.", "fr"),
    ],
)
def test_one_sentence_of_another_language_is_told(text: str, code: str) -> None:
    assert language_of(text) == code


def test_english_prose_full_of_foreign_names_is_english() -> None:
    text = "Nguyễn Phú Trọng and Võ Văn Thưởng met Phạm Minh Chính in Hà Nội, the party said."
    assert language_of(text) == "en"


def test_languages_have_english_names() -> None:
    assert language_name("vi") == "Vietnamese"
    assert language_name("qqq") == "qqq"
