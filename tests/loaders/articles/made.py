"""Made-up articles, written as files of each kind."""

import gzip
import io
import json
import tarfile
import textwrap
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from email.message import EmailMessage
from xml.sax.saxutils import escape

from openpyxl import Workbook

TEXT = "The ministers of Peru and Norway met in Lima on Monday and signed an agreement, they said."
OTHER = "Chile and Kenya agreed in Nairobi on Tuesday to open embassies, their governments said."
LINK, DAY = "https://example.org/lima", "2024-03-07"
ROW = {"url": LINK, "title": "Ministers meet in Lima", "text": TEXT, "published": DAY,
       "publisher": "The Lima Post"}  # fmt: skip


def page(text: str = TEXT) -> str:
    return (
        "<html><head><title>Ministers meet in Lima</title>"
        f"<meta property='article:published_time' content='{DAY}'></head>"
        f"<body><article><p>{text}</p></article></body></html>"
    )


def json_lines(*texts: str) -> bytes:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts or (TEXT,)).encode()


def record(
    body: bytes,
    kind: str = "response",
    content: str = "application/http; msgtype=response",
    uri: str = LINK,
    length: int | None = None,
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n"
        "WARC-Date: 2024-03-09T03:04:05Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {length or len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(
    body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def web_archive(*texts: str) -> list[bytes]:
    return [record(answer(page(text).encode())) for text in texts or (TEXT, OTHER)]


def tar(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def rss(*items: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The Lima Post</title><language>en-gb</language>{''.join(items or (item(),))}"
        "</channel></rss>"
    )


def item(summary: str = TEXT, content: str = "", title: str = "Ministers meet in Lima") -> str:
    full = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<item><title>{title}</title><link>{LINK}</link><guid>17</guid>"
        f"<pubDate>Thu, 07 Mar 2024 23:30:00 -0500</pubDate>"
        f"<description>{escape(summary)}</description>{full}</item>"
    )


def atom() -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Lima Post</title><entry>'
        f'<title>Ministers meet</title><link href="{LINK}"/><id>urn:17</id>'
        f"<updated>2024-03-07T10:00:00Z</updated><content type='html'>{escape(page())}"
        "</content></entry></feed>"
    )


def mail(text: str | None = TEXT, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Ministers meet in Lima"
    message["From"] = "Ana Writer <ana@news.example.org>"
    message["Date"] = "Thu, 07 Mar 2024 10:00:00 +0700"
    message["Message-ID"] = "<17@news.example.org>"
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    return message


def pdf(pages: Sequence[Sequence[str]], title: str | None = None) -> bytes:
    """A PDF whose pages hold the lines, in the smallest way that readers take."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]  # fmt: skip
    kids = []
    for lines in pages:
        shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 40 780 Td {shown} ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    numbers = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{numbers}] /Count {len(kids)} >>".encode()
    objects.append(f"<< /Title ({_escaped(title or '')}) >>".encode())
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def workbook(rows: Iterable[Sequence[object]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(out)
    return out.getvalue()


EVERY_KIND: dict[str, bytes] = {
    "a.warc": b"".join(web_archive()),
    "a.warc.gz": b"".join(map(gzip.compress, web_archive())),
    "a.wet": record(TEXT.encode(), "conversion", "text/plain"),
    "a.wet.gz": gzip.compress(record(TEXT.encode(), "conversion", "text/plain")),
    "a.jsonl.gz": gzip.compress(json_lines()),
    "a.txt.gz": gzip.compress(TEXT.encode()),
    "a.tar": tar({"b/a.txt": TEXT.encode()}),
    "a.tar.gz": gzip.compress(tar({"b/a.html": page().encode()})),
    "a.tgz": gzip.compress(tar({"b/a.jsonl": json_lines()})),
    "a.zip": zipped({"b/a.txt": TEXT.encode(), "c.html": page(OTHER).encode()}),
    "a.rss": rss().encode(),
    "a.atom": atom().encode(),
    "a.xml": rss(item(content=page())).encode(),
    "a.eml": mail(TEXT, page()).as_bytes(),
    "a.pdf": pdf([textwrap.wrap(TEXT, 60)]),
    "a.csv": f'URL,Title,Text\n{LINK},Ministers,"{TEXT}"\n'.encode(),
    "a.tsv": f"url\ttext\n{LINK}\t{TEXT}\n".encode(),
    "a.xlsx": workbook([list(ROW), list(ROW.values())]),
}
"""A sound file of every kind; the text of the first article in it is `TEXT`."""
