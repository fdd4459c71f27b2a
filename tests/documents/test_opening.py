"""Files of all kinds → Documents: text, title, date, address; ids; and packed ones."""

import gzip
from pathlib import Path

import pytest

from graph.documents import read_documents
from graph.errors import DocumentError, DocumentWarning, UsageError
from graph.records import Document
from tests import hostile


def read(*paths: Path | str) -> tuple[list[Document], list[str]]:
    errors: list[DocumentError] = []
    documents = list(read_documents(paths, errors.append))
    return documents, [str(error) for error in errors]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_web_page(tmp_path: Path) -> None:
    path = put(tmp_path, "page.html", hostile.PAGE)
    title, url = "Norway and Chile sign a pact", "http://news.example/1"
    assert read(path) == ([Document("page.html", hostile.PAGE_TEXT, "2024-03-03", "metadata", title, url)], [])


def test_a_pdf_with_a_hyphenated_word(tmp_path: Path) -> None:
    path = put(tmp_path, "paper.pdf", hostile.pdf(["Norway con-", "demned Chile."]))
    text = "Norway condemned Chile.\n"
    assert read(path) == ([Document("paper.pdf", text, "2024-03-03", "metadata", "Pact signed")], [])


def test_a_date_line_goes_before_the_day_on_which_the_file_was_made(tmp_path: Path) -> None:
    path = put(tmp_path, "paper.pdf", hostile.pdf(["A pact", "4 May 2023", "Norway condemned Chile."]))
    [document], _ = read(path)
    assert (document.date, document.date_source) == ("2023-05-04", "dateline")


def test_a_word_file(tmp_path: Path) -> None:
    path = put(tmp_path, "a.docx", hostile.word("A pact", "4 May 2023", "Norway condemned Chile."))
    text = "A pact\n4 May 2023\nNorway condemned Chile.\nA cell."
    assert read(path) == ([Document("a.docx", text, "2023-05-04", "dateline", "Pact")], [])


def test_markdown(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "A pact"\ndate: 2024-03-03\n---\n# *Norway* and Chile\n\n'
        "> **Norway** [condemned](http://x) Chile_s.\n\n"
        "```\ncode\n```\n- `Oslo`\n1. ![picture](a.png)Rome 3 * 4\n<!-- no -->"
    )
    expected = "Norway and Chile\n\nNorway condemned Chile_s.\n\n\nOslo\nRome 3 * 4\n"
    assert read(put(tmp_path, "a.md", text)) == (
        [Document("a.md", expected, "2024-03-03", "metadata", "A pact")],
        [],
    )


def test_a_table(tmp_path: Path) -> None:
    rows = (
        'ID;Headline;Body;Date;Link\nn1;Pact;"Norway\ncondemned Chile.";3 March 2024;http://u\n'
        "n2;;It rained.;soon;\n;;Oslo.;;\n;;;;\n"
    )
    path = put(tmp_path, "a.csv", "\ufeff" + rows)
    assert read(path) == (
        [
            Document("n1", "Norway\ncondemned Chile.", "2024-03-03", "metadata", "Pact", "http://u"),
            Document("n2", "It rained."),
            Document("a.csv:3", "Oslo."),
        ],
        [f"{path}: row 4: is empty; there is nothing to read in it"],
    )


def test_a_table_without_texts(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "id,price\n1,2\n")
    assert read(path) == ([], [f'{path}: has no column "text", only: id, price; name the column with the text so'])


def test_feeds(tmp_path: Path) -> None:
    rss, atom = put(tmp_path, "a.rss", hostile.FEED), put(tmp_path, "a.xml", hostile.ATOM)
    assert read(rss, atom) == (
        [
            Document(
                "g1", "Pact\n\nNorway condemned Chile.", "2024-03-03", "metadata", "Pact", "http://news.example/1"
            ),
            Document("a.rss:2", "Rain\n\nIt rained.", None, None, "Rain"),
            Document("a1", "Pact\n\nNorway condemned Chile.", "2024-03-04", "metadata", "Pact"),
        ],
        [],
    )


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    pages = [
        ("http://x.example/a", "text/html; charset=utf-8", hostile.PAGE.encode()),
        ("http://x.example/b", "text/plain", b"It rained."),
        ("http://x.example/c", "image/png", b"\x89PNG"),
    ]
    path = put(tmp_path, "a.warc" + ".gz" * packed, hostile.warc(*pages, packed=packed))
    title = "Norway and Chile sign a pact"
    assert read(path) == (
        [
            Document("http://x.example/a", hostile.PAGE_TEXT, "2024-03-03", "metadata", title, "http://x.example/a"),
            Document("http://x.example/b", "It rained.", url="http://x.example/b"),
        ],
        [],
    )


def test_packed_files(tmp_path: Path) -> None:
    text = put(tmp_path, "a.txt.gz", gzip.compress(b"Os") + gzip.compress(b"lo"))
    lines = put(tmp_path, "b.jsonl.gz", gzip.compress(b'{"id": "b", "text": "Rome"}\n'))
    assert read(text, lines) == ([Document("a.txt.gz", "Oslo"), Document("b", "Rome")], [])


def test_stars_stand_for_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b1.txt", "a1.txt", "c.txt"):
        put(tmp_path, name, name)
    monkeypatch.chdir(tmp_path)
    assert [document.id for document in read("?1.txt")[0]] == ["a1.txt", "b1.txt"]
    with pytest.raises(UsageError, match=r"Nothing to read: \*\.pdf\."):
        read("*.pdf")


def test_without_the_package_a_file_is_refused_and_a_folder_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.documents.kinds.has", lambda package: package != "pypdf")
    path = put(tmp_path, "a.pdf", b"%PDF")
    put(tmp_path, "a.txt", "Oslo")
    with pytest.raises(UsageError) as caught:
        read(path)
    assert str(caught.value) == f"{path}: to read it needs pypdf: pip install 'entente[readers]'"
    with pytest.warns(DocumentWarning) as warned:
        assert read(tmp_path) == ([Document("a.txt", "Oslo")], [])
    assert str(warned[0].message) == (
        f"{tmp_path}: passed over 1 file that need more packages (1 .pdf); to read them: pip install 'entente[readers]'"
    )
