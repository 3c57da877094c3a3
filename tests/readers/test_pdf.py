"""PDF: printed pages read as their writer wrote them."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from made import SAID, column, make_pdf, pdf_of
from pypdfium2 import raw as pdfium

from workbench.core.errors import NotTextError
from workbench.ports import Raw
from workbench.readers import _pdf_pages
from workbench.readers._reading_errors import DamagedFileError, LockedFileError, PicturesOnlyError, TooLongError
from workbench.readers.pdf import READER

if TYPE_CHECKING:
    import fpdf


def read(body: bytes):
    return READER.read(Raw("report.pdf", "pdf", body))


def printed(*lines: str) -> str:
    """Return the text of a page with these lines."""
    return read(make_pdf([column(20, list(lines))])).document.text


def test_wrapped_lines_run_on_and_paragraphs_stay_apart():
    text = read(pdf_of(SAID)).document.text
    assert text == "\n\n".join(SAID).replace("“", '"').replace("”", '"')


def test_words_divided_at_the_end_of_a_line_are_whole_again():
    text = printed(
        "The minister said that 16,000 attempts at irreg-", "ular crossing were prevented in the first nine", "months."
    )
    assert (
        text == "The minister said that 16,000 attempts at irregular crossing were prevented in the first nine months."
    )


def test_a_compound_that_is_written_with_a_hyphen_elsewhere_keeps_it():
    text = printed(
        "The long-term plan holds, the minister said today.",
        "Unemployment fell, as was foreseen in the long-",
        "term plan.",
    )
    assert text.endswith("in the long-term plan.")


def test_a_hyphen_before_a_capital_or_a_figure_stays():
    assert "Euro-Atlantic" in printed("The country is on its way to full membership in the Euro-", "Atlantic alliance.")


def test_two_columns_are_read_one_after_the_other():
    left = [f"Left {n} of a column that is about as wide" for n in range(20)]
    right = [f"right {n} of a column that is about as wide" for n in range(20)]

    def rows(sheet: fpdf.FPDF) -> None:
        """As some programs write a page: line by line across both columns."""
        for number, (a, b) in enumerate(zip(left, right, strict=True)):
            column(20, [a], 40 + 5 * number)(sheet)
            column(115, [b], 40 + 5 * number)(sheet)

    text = read(make_pdf([rows])).document.text
    assert text == " ".join([*left, *right])


def test_a_title_across_two_columns_stands_above_both():
    def page(sheet: fpdf.FPDF) -> None:
        column(115, [f"right {n} of a column that is about as wide" for n in range(12)])(sheet)
        column(20, [f"left {n} of a column that is about as wide" for n in range(12)])(sheet)
        column(20, ["Report on crossings, a title which runs across the whole of the page, from left to right"], 30)(
            sheet
        )

    text = read(make_pdf([page])).document.text
    assert text.index("left 11") < text.index("right 0")


def test_tables_are_read_row_by_row():
    def table(sheet: fpdf.FPDF) -> None:
        for number, row in enumerate((("Year", "Attempts"), *((str(2010 + n), f"{n + 5},000") for n in range(11)))):
            for x, cell in zip((20, 110), row, strict=True):
                sheet.text(x, 40 + 5 * number, cell)

    text = read(make_pdf([table])).document.text
    assert "2020 | 15,000" in text.split("\n\n")


def _page(number: int, words: str) -> Callable[[fpdf.FPDF], None]:
    def draw(sheet: fpdf.FPDF) -> None:
        sheet.text(20, 15, "Ministry of Health - Annual report 2022")
        sheet.text(150, 15, f"Chapter {number}")
        column(20, [words])(sheet)
        sheet.text(100, 285, f"Page {number} of 9")

    return draw


def test_running_headers_footers_and_page_numbers_are_not_text():
    said = [f"In {2010 + n} we treated {n + 3},000 patients." for n in range(9)]
    text = read(make_pdf([_page(n + 1, words) for n, words in enumerate(said)])).document.text
    assert text.split("\n\n") == said


def test_a_number_alone_at_the_foot_of_a_single_page_is_the_pages():
    text = read(
        make_pdf([lambda sheet: (column(20, ["It fell by 8 percent."])(sheet), column(105, ["- 3 -"], 288)(sheet))])
    ).document.text
    assert text == "It fell by 8 percent."


def test_a_sentence_runs_on_from_page_to_page():
    pages = [column(20, ["Unemployment fell in the first nine"], 250), column(20, ["months of 2021 by 8 percent."])]
    assert read(make_pdf(pages)).document.text == "Unemployment fell in the first nine months of 2021 by 8 percent."


def test_a_sentence_runs_on_to_a_page_that_begins_with_a_name():
    foot = [
        "That is what was said in the assembly of the country, and",
        "the first nine months were those that the government of",
    ]
    pages = [column(20, foot, 260), column(20, ["Croatia had foreseen."])]
    assert read(make_pdf(pages)).document.text.endswith("that the government of Croatia had foreseen.")


def test_headings_and_items_stand_alone():
    text = printed(
        "Results", "Unemployment fell by 8 percent, which is what the plan of the ministry says.", "1. Jobs", "2. Wages"
    )
    assert text.split("\n\n")[-2:] == ["1. Jobs", "2. Wages"]


def test_turns_of_a_transcript_begin_paragraphs_however_close_they_stand():
    text = printed(
        "HORVAT: Unemployment fell by 8 percent.",
        "MR PERIC (Osijek): It rose by as much.",
        "HORVAT: It fell, as I said.",
    )
    assert [paragraph.split(":")[0] for paragraph in text.split("\n\n")] == ["HORVAT", "MR PERIC (Osijek)", "HORVAT"]


def test_properties_that_are_no_text_say_nothing():
    body = make_pdf([column(20, ["It fell by 8 percent."])], title="ABCDEF")
    assert b"/Title (ABCDEF)" in body
    assert read(body.replace(b"/Title (ABCDEF)", b"/Title <FEFFD800>")).document.title in {"", "\ufffd"}


def test_a_file_without_a_day_says_what_can_be_done_about_it():
    body = make_pdf([column(20, ["It fell by 8 percent."])])
    done = read(body.replace(b"/CreationDate", b"/CreationXate"))
    hint = next(problem.hint for problem in done.problems if problem.kind == "no-date")
    assert hint.startswith("Give its words as text")


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_shown_turned_reads_the_same(turned: int):
    straight = make_pdf([column(20, [f"Line {n} of a speech on figures." for n in range(8)])])
    assert read(turn(straight, turned)).document.text == read(straight).document.text


def turn(body: bytes, turned: int) -> bytes:
    """Return the same pages with their content turned the other way, and a word to viewers to turn it back."""
    document, made = pypdfium2.PdfDocument(body), io.BytesIO()
    for page in document:
        width, height = page.get_size()
        matrix = {90: (0, 1, -1, 0, height, 0), 180: (-1, 0, 0, -1, width, height), 270: (0, -1, 1, 0, 0, width)}[
            turned
        ]
        pdfium.FPDFPage_TransFormWithClip(page, pdfium.FS_MATRIX(*matrix), None)
        box = (0, 0, width, height) if turned == 180 else (0, 0, height, width)
        page.set_mediabox(*box)
        page.set_cropbox(*box)
        page.set_rotation(turned)
    document.save(made)
    return made.getvalue()


def test_the_title_is_believed_and_the_day_of_the_file_is_named_as_weak():
    done = read(make_pdf([column(20, ["It fell by 8 percent."])], title="On health"))
    assert (done.document.title, done.document.published) == ("On health", date(2024, 5, 10))
    assert [problem.kind for problem in done.problems] == ["weak-date"]


@pytest.mark.parametrize("title", ["Microsoft Word - speech_final2.doc", "untitled", "report.pdf", "12"])
def test_a_title_that_a_program_put_there_is_not_believed(title: str):
    assert read(make_pdf([column(20, ["It fell by 8 percent."])], title=title)).document.title == ""


def test_a_locked_file_says_so():
    with pytest.raises(LockedFileError, match="the PDF is locked with a password"):
        read(make_pdf([column(20, ["It fell."])], password="secret"))


def test_pages_without_letters_need_ocr():
    with pytest.raises(PicturesOnlyError, match="has 2 pages but no text: it needs OCR first"):
        read(make_pdf([lambda sheet: sheet.rect(20, 20, 50, 50)] * 2))


def test_a_page_without_letters_among_others_is_named():
    done = read(make_pdf([column(20, ["It fell by 8 percent."]), lambda sheet: sheet.rect(20, 20, 50, 50)]))
    assert "Page 2 has no text." in [problem.message for problem in done.problems]


@pytest.mark.parametrize("keep", [0.1, 0.3, 0.6])
def test_half_a_file_says_that_it_is_damaged(keep: float):
    body = pdf_of(SAID)
    with pytest.raises(DamagedFileError, match="the PDF is damaged"):
        read(body[: int(len(body) * keep)])


def test_what_is_no_pdf_is_named():
    with pytest.raises(NotTextError, match="something else, not a PDF"):
        read(b"It fell by 8 percent.")


def test_no_more_pages_and_characters_than_a_speech_has(monkeypatch: pytest.MonkeyPatch):
    body = make_pdf([column(20, ["It fell by 8 percent."])] * 3)
    monkeypatch.setattr(_pdf_pages, "MOST_PAGES", 2)
    with pytest.raises(TooLongError, match="3 pages are more than the 2 that are read"):
        read(body)
    monkeypatch.setattr(_pdf_pages, "MOST_PAGES", 3)
    monkeypatch.setattr(_pdf_pages, "MOST_CHARACTERS", 30)
    with pytest.raises(TooLongError, match="up to page 2"):
        read(body)


def noted(*parts: str) -> Callable[[fpdf.FPDF], None]:
    """Draw running text; every second part stands small and raised."""

    def draw(sheet: fpdf.FPDF) -> None:
        sheet.set_xy(20, 40)
        for number, words in enumerate(parts):
            sheet.char_vpos = "SUP" if number % 2 else "LINE"
            sheet.write(5, words)
        sheet.char_vpos = "LINE"

    return draw


def test_raised_marks_of_notes_are_no_part_of_a_figure():
    page = noted(
        "The police prevented 16,000", "1", " attempts in 25 km", "2", " of land, the minister", "3", " said.", "4"
    )
    assert (
        read(make_pdf([page])).document.text
        == "The police prevented 16,000 attempts in 25 km2 of land, the minister said."
    )


def test_a_line_with_raised_figures_is_one_line():
    page = noted(
        "It fell to 16,000", "1", ", which is less than the 25,195", "2", " of the year before, and a", "3", " start."
    )
    text = read(make_pdf([page])).document.text
    assert text == "It fell to 16,000, which is less than the 25,195 of the year before, and a start."


def at_the_foot(words: list[str], notes: list[str]) -> Callable[[fpdf.FPDF], None]:
    """Draw a page with notes in small letters under its text."""

    def draw(sheet: fpdf.FPDF) -> None:
        column(20, words, 245)(sheet)
        sheet.set_font_size(8)
        column(20, notes, 262, 4)(sheet)
        sheet.set_font_size(11)
        sheet.text(105, 288, "7")

    return draw


def test_a_sentence_runs_on_past_the_notes_at_the_foot_of_its_page():
    notes = ["1 As the ministry counts them, which is from one", "day to the next.", "* Provisional figures."]
    pages = [
        at_the_foot(["The minister said that the police had prevented 16,000 attempts in the"], notes),
        column(20, ["first nine months of 2021."]),
    ]
    assert read(make_pdf(pages)).document.text.split("\n\n") == [
        "The minister said that the police had prevented 16,000 attempts in the first nine months of 2021.",
        "1 As the ministry counts them, which is from one day to the next.",
        "* Provisional figures.",
    ]


def test_small_print_without_a_mark_is_no_note():
    pages = [at_the_foot(["Crime fell by 8 percent."], ["Photograph: the ministry of the interior."])]
    assert "Crime fell by 8 percent." in read(make_pdf(pages)).document.text
    assert "Photograph: the ministry" in read(make_pdf(pages)).document.text


def test_a_yearbook_of_two_columns_reads_as_it_was_written():
    """Two pages of two columns: words divided at the ends of lines, columns and pages, running heads, page numbers, a note."""
    said = (
        "In the first nine months of 2021 the police prevented 16,000 attempts at irregular crossing, which is 36.5 percent fewer "
        "than in the same period of 2020. In those months thirty-five cases of smuggling were found, and the courts heard twelve "
        "of them before the year was over, as the prosecutor of the state told a committee in a hearing that lasted for hours. "
    )
    words = (said * 4).strip()
    lines = divided(words, 38)
    rows = -(-len(lines) // 4)

    def page(number: int) -> Callable[[fpdf.FPDF], None]:
        def draw(sheet: fpdf.FPDF) -> None:
            sheet.text(20, 15, "Ministry of the Interior - Yearbook 2021")
            sheet.text(185, 15, str(11 + number))
            for side in (0, 1):
                start = (2 * number + side) * rows
                column(20 + 95 * side, lines[start : start + rows])(sheet)

        return draw

    assert read(make_pdf([page(0), page(1)])).document.text == words


def divided(words: str, width: int) -> list[str]:
    """Return lines of at most so many letters, long words divided in their middle."""
    lines = [""]
    for word in words.split():
        room = width - len(lines[-1]) - 1
        if len(word) <= room:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
        elif word.isalpha() and len(word) > 7 and room > len(word) // 2 + 1:
            half = len(word) // 2
            lines[-1] += f" {word[:half]}-"
            lines.append(word[half:])
        else:
            lines.append(word)
    return lines


def test_a_word_across_the_page_such_as_draft_parts_no_sentence():
    def page(sheet: fpdf.FPDF) -> None:
        column(20, ["It fell by 8 percent, which the minister called a success, and he was right about", "that."])(
            sheet
        )
        with sheet.rotation(45, 100, 150):
            sheet.set_font_size(60)
            sheet.text(60, 150, "DRAFT")

    text = read(make_pdf([page])).document.text
    assert (
        text.split("\n\n")[0]
        == "It fell by 8 percent, which the minister called a success, and he was right about that."
    )
