"""Word documents: every word that is printed, tables line by line, and nothing that a document tries."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from made import SAID, docx_of, word_of

from workbench.core.errors import EmptyFileError, NotTextError
from workbench.ports import Raw
from workbench.readers import _office_package
from workbench.readers._reading_errors import DamagedFileError, LockedFileError, UnsafeFileError
from workbench.readers.docx import READER


def read(body: bytes):
    return READER.read(Raw("speech.docx", "docx", body))


def packed(body: bytes, **changed: bytes) -> bytes:
    """Return the same package with some parts changed or added; slashes in their names are written ``__``."""
    parts = {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in changed.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, old.read(name)))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


def with_xml(markup: str) -> bytes:
    """Return a document whose body holds this XML before anything else."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(markup.replace(">", f" {nsdecls('w')}>", 1)))
    return docx_of(document)


def test_paragraphs_stay_apart_and_the_dateline_is_found():
    document = read(word_of(SAID)).document
    assert document.text == "\n\n".join(SAID)
    assert (document.published, document.place) == (date(2022, 3, 4), "HRV")


def test_properties_tell_title_day_and_author():
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "Waiting lists are shorter", "Ivo Perić"
    made.core_properties.created = datetime(2022, 3, 5, 9, 30)  # noqa: DTZ001  (Word keeps no zone)
    made.add_paragraph("Waiting lists are shorter")
    made.add_paragraph("We treated 8 percent more patients than a year ago.")
    done = read(docx_of(made))
    assert (done.document.title, done.document.published) == ("Waiting lists are shorter", date(2022, 3, 5))
    assert done.document.source_note == "By Ivo Perić"
    assert done.document.text == "We treated 8 percent more patients than a year ago."
    assert [problem.kind for problem in done.problems] == ["weak-date"]


def test_what_a_program_put_in_the_properties_is_not_believed():
    done = read(word_of(("It fell by 8 percent.",)))
    assert (done.document.title, done.document.published, done.document.source_note) == ("", None, "")


def test_tables_are_read_line_by_line_in_their_place():
    made = docx.Document()
    made.add_paragraph("Attempts by year:")
    table = made.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("Year", "Attempts", "Change"), ("2021", "16,000", "−36.5 %")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    made.add_paragraph("That is a fall.")
    text = read(docx_of(made)).document.text
    assert text == "Attempts by year:\n\nYear | Attempts Change\n2021 | 16,000 | −36.5 %\n\nThat is a fall."


def test_tracked_changes_are_read_as_accepted():
    body = with_xml(
        "<w:p><w:r><w:t xml:space='preserve'>It fell by </w:t></w:r><w:del w:id='1'><w:r><w:delText>9</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>8</w:t></w:r></w:ins><w:r><w:tab/><w:t>percent</w:t><w:br/><w:t>in 2021.</w:t></w:r></w:p>"
    )
    assert read(body).document.text == "It fell by 8 percent\nin 2021."


def test_content_controls_links_and_fields_keep_their_words():
    body = with_xml(
        "<w:sdt><w:sdtContent><w:p><w:r><w:t xml:space='preserve'>Ana Horvat said </w:t></w:r>"
        "<w:hyperlink><w:r><w:t>8 percent</w:t></w:r></w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r>"
        "<w:smartTag><w:r><w:t>.</w:t></w:r></w:smartTag></w:p></w:sdtContent></w:sdt>"
    )
    assert read(body).document.text == "Ana Horvat said 8 percent."


def test_a_note_on_top_tells_the_day():
    done = read(word_of(("# date: 2021-12-02", "It fell by 8 percent.")))
    assert done.document.published == date(2021, 12, 2)
    assert done.document.text == "It fell by 8 percent."


def test_macros_and_links_to_elsewhere_are_passed_over():
    rels = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>'
    )
    made = packed(word_of(SAID), word__vbaProject=b"\x00macro", word___rels__settings_xml=rels)
    assert read(made).document.text == "\n\n".join(SAID)


def test_a_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch):
    """A part of ninety megabytes packs to ninety kilobytes."""
    bomb = packed(word_of(SAID), word__more_xml=b" " * 90_000_000)
    assert len(bomb) < 200_000
    with pytest.raises(UnsafeFileError, match="holds more than 60 MB of XML"):
        read(bomb)
    monkeypatch.setattr(_office_package, "LARGEST", 1_000_000)
    with pytest.raises(UnsafeFileError, match="unpacks to more than 1 MB"):
        read(bomb)


def test_entities_are_refused_before_anything_reads_them():
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(UnsafeFileError, match="defines entities"):
        read(packed(word_of(SAID), word__document_xml=laughs))


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.99])
def test_half_a_document_says_that_it_is_damaged(keep: float):
    body = word_of(SAID)
    with pytest.raises(DamagedFileError, match="is damaged"):
        read(body[: int(len(body) * keep)])


def test_parts_that_do_not_fit_together_say_so():
    with pytest.raises(DamagedFileError, match="do not fit together"):
        read(packed(word_of(SAID), word__document_xml=b"<broken"))


def test_a_locked_document_says_so():
    with pytest.raises(LockedFileError, match="locked with a password"):
        read(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "an old office document, not a Word document"),
        (b"{\\rtf1 It fell.}", "an RTF document, not a Word document"),
        (b"It fell by 8 percent.", "something else, not a Word document"),
        (
            packed(word_of(SAID), xl__workbook_xml=b"<x/>").replace(b"word/document.xml", b"word/dokument.xml"),
            "another kind",
        ),
    ],
    ids=["old office", "RTF", "plain text", "a workbook"],
)
def test_other_files_that_are_called_docx_are_named(body: bytes, what: str):
    with pytest.raises(NotTextError, match=what):
        read(body)


def test_a_document_without_words_is_empty():
    with pytest.raises(EmptyFileError):
        read(docx_of(docx.Document()))


def run(words: str, *marks: str) -> str:
    """Return a run of a paragraph with some properties."""
    return (
        f"<w:r><w:rPr>{''.join(f'<w:{mark}/>' for mark in marks)}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"
    )


UP, DOWN = ('vertAlign w:val="superscript"', 'vertAlign w:val="subscript"')


def test_raised_marks_of_notes_are_no_part_of_a_figure():
    body = with_xml(
        f"<w:p>{run('We prevented 16,000')}{run('1', UP)}{run(' attempts on the 21')}{run('st', UP)}{run(' day, in 25 km')}"
        f"{run('2', UP)}{run('.')}{run('2,3', UP)}{run(' CO')}{run('2', DOWN)}{run(' fell.')}</w:p>"
    )
    assert read(body).document.text == "We prevented 16,000 attempts on the 21st day, in 25 km2. CO2 fell."


def test_hidden_words_are_not_read():
    hidden = f"{run(' or 99')}".replace("<w:rPr>", "<w:rPr><w:vanish/>")
    shown = run(" percent", 'vanish w:val="0"')
    assert (
        read(with_xml(f"<w:p>{run('It fell by 8')}{hidden}{shown}{run('.')}</w:p>")).document.text
        == "It fell by 8 percent."
    )


def test_a_text_box_is_read_once():
    """Word keeps what is drawn twice: as it is drawn today, and for old programs."""
    box = f"<w:txbxContent><w:p>{run('We treated 12,400 patients.')}</w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    drawn = (
        f"<mc:AlternateContent xmlns:mc='{compatible}'><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    text = read(with_xml(f"<w:p>{run('It fell by 8 percent.')}<w:r>{drawn}</w:r></w:p>")).document.text
    assert sorted(text.split("\n\n")) == ["It fell by 8 percent.", "We treated 12,400 patients."]


def test_words_that_were_moved_are_read_where_they_are_now():
    moved = "<w:r><w:t xml:space='preserve'>in 2021 </w:t></w:r>"
    body = with_xml(
        f"<w:p><w:moveFrom w:id='1'>{moved}</w:moveFrom>{run('Crime fell ')}<w:moveTo w:id='2'>{moved}</w:moveTo>"
        f"{run('by 8 percent.')}</w:p>"
    )
    assert read(body).document.text == "Crime fell in 2021 by 8 percent."


NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def with_notes(notes: str) -> bytes:
    """Return a document of one sentence with a footnote in it, and this part of notes."""
    body = with_xml(
        f"<w:p>{run('It fell by 16,000')}<w:r><w:footnoteReference w:id='1'/></w:r>{run(' in 2021.')}</w:p>"
    )
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        rels = package.read("word/_rels/document.xml.rels")
    rels = rels.replace(b"</R", f'<Relationship Id="n1" Type="{NOTES}" Target="footnotes.xml"/></R'.encode(), 1)
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(made := io.BytesIO(), "w") as new:
        for name in old.namelist():
            new.writestr(name, rels if name.endswith("document.xml.rels") else old.read(name))
        new.writestr("word/footnotes.xml", notes)
    return made.getvalue()


def test_footnotes_stand_after_the_words():
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p>{run('line')}</w:p></w:footnote>"
        f"<w:footnote w:id='1'><w:p>{run('Counted by the ministry.')}</w:p></w:footnote></w:footnotes>"
    )
    assert read(with_notes(notes)).document.text == "It fell by 16,000 in 2021.\n\nCounted by the ministry."


def test_notes_that_cannot_be_read_take_nothing_from_the_words():
    assert read(with_notes("<w:footnotes")).document.text == "It fell by 16,000 in 2021."
