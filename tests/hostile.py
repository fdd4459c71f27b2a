"""Files made for tests, good and hostile, one of each kind: small bytes that would cost a careless reader much."""

import gzip
import io
import zipfile
import zlib

PAGE = """<html><head><title>Norway and Chile sign a pact</title>
<meta property="article:published_time" content="2024-03-03T10:00:00Z"><link rel="canonical" href="http://news.example/1">
</head><body><nav>Home | World</nav><article><h1>Norway and Chile sign a pact</h1>
<p>Norway and Chile signed a pact in Oslo on Sunday, after a year of talks about trade and the sea.</p>
<p>Egypt condemned Canada for a speech that its minister gave in Rome.</p></article></body></html>"""
PAGE_TEXT = (
    "Norway and Chile sign a pact\n"
    "Norway and Chile signed a pact in Oslo on Sunday, after a year of talks about trade and the sea.\n"
    "Egypt condemned Canada for a speech that its minister gave in Rome."
)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>http://news.example</link>
<item><title>Pact</title><guid>g1</guid><link>http://news.example/1</link>
<pubDate>Sun, 03 Mar 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Norway condemned &lt;b&gt;Chile&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>Rain</title><description>It rained.</description></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Pact</title>
<id>a1</id><updated>2024-03-04T00:00:00Z</updated>
<content type="html">&lt;p&gt;Norway condemned Chile.&lt;/p&gt;</content>
</entry></feed>"""
LAUGHS = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>'


def pdf(lines: list[str], encrypted: bool = False) -> bytes:
    """Return a PDF with these lines on one page."""
    from pypdf import PdfWriter

    draw = "BT /F1 12 Tf 14 TL 40 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(draw)} >>\nstream\n{draw}\nendstream",
        "<< /Title (Pact signed) /CreationDate (D:20240303100000Z) >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{value}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\n"
    data = f"{out}startxref\n{start}\n%%EOF\n".encode("ascii")
    if not encrypted:
        return data
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def pdf_bomb() -> bytes:
    """Return a PDF of 300 kB whose page unpacks to 200 million bytes."""
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    writer, stream = PdfWriter(), StreamObject()
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream.set_data(zlib.compress(b"0 0 m " * 33_000_000, 9))
    page = writer.add_blank_page(600, 800)
    page[NameObject("/Contents")] = writer._add_object(stream)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject()})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def word(*paragraphs: str) -> bytes:
    """Return a DOCX with these paragraphs and a table of one cell."""
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_table(1, 1).cell(0, 0).text = "A cell."
    document.core_properties.title = "Pact"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def word_bomb() -> bytes:
    """Return a DOCX of 200 kB that unpacks to 200 million bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(200):
            part.write(b" " * 1_000_000)
    return written.getvalue()


def gzip_bomb() -> bytes:
    """Return 300 kB of gzip that unpack to 300 million bytes without a line end."""
    return gzip.compress(b" " * 300_000_000, 9)


def warc(*pages: tuple[str, str, bytes], packed: bool = False) -> bytes:
    """Return a web archive of pages: (address, content type, content)."""
    records: list[bytes] = []
    for url, type_, content in pages:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {type_}\r\n\r\n".encode() + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{len(records)}>\r\n"
            f"WARC-Date: 2024-03-03T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        records.append(gzip.compress(record, mtime=0) if packed else record)
    return b"".join(records)
