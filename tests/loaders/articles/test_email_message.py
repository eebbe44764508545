import pytest

from tests.loaders.articles.made import DAY, OTHER, TEXT, mail, page
from tests.loaders.articles.reading import one, read, reason


def test_a_mail_keeps_its_subject_day_and_the_domain_it_came_from() -> None:
    (appearance,) = one("a.eml", mail().as_bytes()).appearances
    assert (appearance.title, appearance.published) == ("Ministers meet in Lima", DAY)
    assert appearance.publisher == "news.example.org"
    assert appearance.external_id == "<17@news.example.org>"


def test_the_plain_text_is_read_else_the_html() -> None:
    assert one("a.eml", mail(TEXT, page(OTHER)).as_bytes()).text == TEXT
    assert one("a.eml", mail(None, page(OTHER)).as_bytes()).text == OTHER


def test_attachments_are_no_part_of_the_article() -> None:
    message = mail()
    message.add_attachment(OTHER, filename="other.txt")
    assert one("a.eml", message.as_bytes()).text == TEXT


@pytest.mark.parametrize("encoding", ["koi8-r", "utf-8", "iso-8859-1"])
def test_the_encoding_it_states_is_believed(encoding: str) -> None:
    text = "Café: " + TEXT if encoding == "iso-8859-1" else "Министры встретились в Лиме."
    message = mail(None)
    message.set_content(text, charset=encoding)
    assert one("a.eml", message.as_bytes()).text == text


HOSTILE = {
    "encoded words": b"Subject: " + b"=?utf-8?q?x?= " * 50_000,
    "addresses": b"From: " + b"a@b,<(" * 50_000,
    "brackets": b"From: " + b"(" * 100_000,
    "parameters": b"Content-Type: text/plain; " + b"; ".join(b"a*%d=x" % n for n in range(30_000)),
    "headers": b"X: y\r\n" * 50_000 + b"X: y",
    "encoding": b"Content-Type: text/plain; charset=rot13",
    "transfer": b"Content-Transfer-Encoding: \xff\x00",
    "parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nhi\r\n" * 200_000,
    "depth": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(900)
    ),
    "mails in mails": b"Content-Type: message/rfc822\r\n\r\n" * 5000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_headers_and_parts_take_no_time(name: str) -> None:
    (item,) = read("a.eml", HOSTILE[name] + b"\r\n\r\n" + TEXT.encode())
    assert TEXT in str(item) or "\n" not in str(item)


def test_a_mail_without_text_is_one_sentence() -> None:
    assert "article text" in reason("a.eml", b"")
    assert "no text in this mail" in reason("a.eml", b"Content-Type: image/png\r\n\r\nx")
