"""Files of every format, made when they are needed: the same speech in each."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

import docx
from docx.document import Document as WordDocument

if TYPE_CHECKING:
    import fpdf

PRINTED = datetime(2024, 5, 10, tzinfo=UTC)

SAID = (
    "Zagreb, 4 March 2022 - Health Minister Ana Horvat said that 12,400 patients were treated in the first two months of the year.",
    "“We treated 8% more patients than a year ago, and we shall go on,” Horvat said at the opening of the clinic.",
)


def make_pdf(pages: list[Callable[[fpdf.FPDF], None]], **options: str) -> bytes:
    """Return a PDF whose pages are drawn by the functions given; ``password`` and ``title`` are set where they are given."""
    import fpdf  # where a page is drawn, and not by all processes that collect

    sheet = fpdf.FPDF()
    sheet.set_auto_page_break(auto=False)
    sheet.set_font("Helvetica", size=11)
    sheet.set_creation_date(PRINTED)
    if title := options.get("title"):
        sheet.set_title(title)
    for draw in pages:
        sheet.add_page()
        draw(sheet)
    if password := options.get("password"):
        sheet.set_encryption(owner_password="owner", user_password=password)
    return bytes(sheet.output())


def column(x: float, lines: list[str], y: float = 40, step: float = 5) -> Callable[[fpdf.FPDF], None]:
    """Draw lines one under the other."""

    def draw(sheet: fpdf.FPDF) -> None:
        for number, line in enumerate(lines):
            sheet.text(x, y + step * number, line)

    return draw


def pdf_of(paragraphs: tuple[str, ...]) -> bytes:
    """Return a PDF of one page with these paragraphs, wrapped by the printer."""

    def draw(sheet: fpdf.FPDF) -> None:
        sheet.set_xy(20, 40)
        for words in paragraphs:
            sheet.multi_cell(170, 5, words.replace("“", '"').replace("”", '"'))
            sheet.ln(5)
            sheet.set_x(20)

    return make_pdf([draw])


def docx_of(document: WordDocument) -> bytes:
    """Return the bytes of a Word document."""
    body = io.BytesIO()
    document.save(body)
    return body.getvalue()


def word_of(paragraphs: tuple[str, ...]) -> bytes:
    """Return a Word document with these paragraphs."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return docx_of(document)


def cues_of(sentences: tuple[str, ...], *, mark: str = ",", head: str = "", voice: str = "") -> str:
    """Captions that show four words at a time, three seconds each."""
    words = " ".join(sentences).split()
    shown = [" ".join(words[i : i + 4]) for i in range(0, len(words), 4)]
    time = [f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}{mark}000" for s in range(0, 3 * len(shown) + 3, 3)]
    cues = [f"{n + 1}\n{time[n]} --> {time[n + 1]}\n{voice}{line}\n" for n, line in enumerate(shown)]
    return head + "\n".join(cues)


def tei_of(utterances: tuple[str, ...]) -> str:
    """Minutes of a sitting in Zagreb on 4 March 2022, each utterance the minister's."""
    said = "\n".join(f'<u who="#HorvatAna"><seg>{words}</seg></u>' for words in utterances)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title type="main" xml:lang="hr">Sjednica</title><title type="main" xml:lang="en">Fifth sitting</title></titleStmt>
<sourceDesc><bibl><idno type="URI">https://example.hr/5</idno><date when="2022-03-05"/></bibl></sourceDesc></fileDesc>
<profileDesc><settingDesc><setting><name type="city">Zagreb</name><name type="country" key="HR">Croatia</name>
<date when="2022-03-04">4 March</date></setting></settingDesc><particDesc>
<listOrg><org xml:id="GOV"><orgName xml:lang="hr">Vlada</orgName><orgName xml:lang="en">Government</orgName></org></listOrg>
<listPerson><person xml:id="HorvatAna"><persName><surname>Horvat</surname><forename>Ana</forename></persName>
<affiliation role="member" ref="#PARTY"/><affiliation role="minister" ref="#GOV"><roleName xml:lang="en">Health minister</roleName></affiliation>
</person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div>{said}</div></body></text></TEI>"""


@cache
def every_format() -> dict[str, bytes]:
    """Return the same speech as a file of every format, by suffix."""
    paragraphs = "\n\n".join(SAID)
    return {
        "txt": paragraphs.encode(),
        "md": f"# Waiting lists\n\n{paragraphs}\n".encode(),
        "html": "".join(["<html><body><article>", *(f"<p>{words}</p>" for words in SAID), "</article>"]).encode(),
        "pdf": pdf_of(SAID),
        "docx": word_of(SAID),
        "srt": cues_of(SAID).encode(),
        "vtt": cues_of(SAID, mark=".", head="WEBVTT\n\n", voice="<c.white>").encode(),
        "sbv": "\n".join(f"0:00:0{n}.000,0:00:0{n + 1}.000\n{words}\n" for n, words in enumerate(SAID)).encode(),
        "xml": tei_of(SAID).encode(),
    }
