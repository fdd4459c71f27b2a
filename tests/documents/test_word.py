"""DOCX → Documents."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from graph.records import Document
from tests import hostile
from tests.documents.reading import read, write

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_word_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.docx", hostile.word("A pact", "4 May 2023", "Norway condemned Chile."))
    text = "A pact\n4 May 2023\nNorway condemned Chile.\nA cell."
    assert read(path) == ([Document("a.docx", text, "2023-05-04", "dateline", "Pact")], [])


def test_the_day_of_python_docx_template_is_not_that_of_the_file(tmp_path: Path) -> None:
    opened, kept = docx.Document(), BytesIO()
    opened.add_paragraph("Norway condemned Chile.")
    opened.save(kept)
    path = write(tmp_path, "a.docx", kept.getvalue())
    assert read(path) == ([Document("a.docx", "Norway condemned Chile.")], [])


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def in_(tag: str, words: str) -> str:
    return f"<w:{tag}>{run(words)}</w:{tag}>"


BOX = "<w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent>"
EDITED = {
    "inserted and deleted": (
        run("Norway ")
        + in_("del", "praised").replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
        + in_("ins", "condemned")
        + run(" Chile."),
        "Norway condemned Chile.",
    ),
    "moved": (in_("moveFrom", "Chile ") + in_("moveTo", "Oslo ") + run("left."), "Oslo left."),
    "a content control": (f"<w:sdt><w:sdtPr/>{in_('sdtContent', 'Norway')}</w:sdt>{run(' left.')}", "Norway left."),
    "a smart tag": (in_("smartTag", "Norway") + run(" left."), "Norway left."),
    "a link": (in_("hyperlink", "Norway") + run(" left."), "Norway left."),
    "a field": (
        f"<w:r><w:instrText>AUTHOR</w:instrText></w:r>{in_('fldSimple', 'Norway')}{run(' left.')}",
        "Norway left.",
    ),
    "a text box": (
        f"{run('Norway left.')}<w:r><mc:AlternateContent {MC}><mc:Choice>{BOX}</mc:Choice>"
        f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>",
        "Norway left.\nA box.",
    ),
}


@pytest.mark.parametrize("kind", EDITED)
def test_a_word_file_as_an_editor_left_it(tmp_path: Path, kind: str) -> None:
    xml, text = EDITED[kind]
    path = write(tmp_path, "a.docx", edited(f"<w:p {W}>{xml}</w:p>"))
    [document], errors = read(path)
    assert (document.text.splitlines(), errors) == (["Top.", *text.splitlines(), "A cell."], [])


def test_a_block_that_was_inserted_or_controlled(tmp_path: Path) -> None:
    block = f"<w:sdt {W}><w:sdtContent><w:p>{run('One.')}</w:p><w:p>{run('Two.')}</w:p></w:sdtContent></w:sdt>"
    [document], _ = read(write(tmp_path, "a.docx", edited(block)))
    assert document.text.splitlines() == ["Top.", "One.", "Two.", "A cell."]


def test_notes_come_last(tmp_path: Path) -> None:
    path = write(tmp_path, "a.docx", edited(f"<w:p {W}>{run('Text.')}</w:p>", note="Chile condemned Peru."))
    [document], _ = read(path)
    assert document.text.splitlines() == ["Top.", "Text.", "A cell.", "Chile condemned Peru."]


def edited(xml: str, note: str | None = None) -> bytes:
    """Return a DOCX with one line, then this XML, then a table; and with a footnote."""
    document = docx.Document(BytesIO(hostile.word("Top.")))
    document.element.body[0].addnext(parse_xml(xml))
    if note:
        notes = f'<w:footnotes {W}><w:footnote w:type="separator"/><w:footnote><w:p>{run(note)}</w:p></w:footnote>'
        uri, kind = PackURI("/word/footnotes.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml"
        part = Part(uri, f"{kind}.footnotes+xml", f"{notes}</w:footnotes>".encode(), document.part.package)
        document.part.relate_to(part, f"{RELATIONS}/footnotes")
    written = BytesIO()
    document.save(written)
    return written.getvalue()
