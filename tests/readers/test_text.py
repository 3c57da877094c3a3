"""Plain statements: the day and place of the dateline, the title once, and nothing that the page printed around the words."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.document import Speaker
from workbench.core.errors import EmptyFileError, NotTextError, WorkbenchError
from workbench.ports import Raw
from workbench.readers import readers
from workbench.readers.text import READER

STATEMENT = """\
• Friday, 10 May 2024

Minister Horvat: Waiting lists are shorter

Minister Horvat: Waiting lists are shorter

Zagreb, 4 March 2022 - Health Minister Ana Horvat said that 12,400 patients were treated in the first two months.

“We treated 8% more than a year ago,” Horvat said. pk/tm/
"""


def read(words: str | bytes, suffix: str = "txt"):
    body = words if isinstance(words, bytes) else words.encode()
    return READER.read(Raw("speech.txt", suffix, body))


def test_the_dateline_wins_over_the_day_the_page_was_printed():
    document = read(STATEMENT).document
    assert document.published == date(2022, 3, 4)
    assert "2024" not in document.text


def test_the_dateline_tells_the_country_that_our_country_means():
    document = read(STATEMENT).document
    assert (document.place, document.place_name) == ("HRV", "Zagreb")


def test_a_title_that_stands_twice_counts_once():
    document = read(STATEMENT).document
    assert document.title == "Minister Horvat: Waiting lists are shorter"
    assert document.text.startswith("Zagreb, 4 March 2022 - Health Minister")


def test_the_initials_of_those_who_typed_it_are_not_text():
    assert read(STATEMENT).document.text.endswith("Horvat said.")


def test_the_speaker_is_the_one_with_an_office_whom_the_title_names():
    assert read(STATEMENT).document.speakers == (Speaker("Ana Horvat", "health minister"),)


def test_nothing_is_doubtful_about_a_dispatch_with_a_dateline():
    assert read(STATEMENT).problems == ()


def test_the_same_bytes_are_the_same_document_and_other_bytes_another():
    first, again, other = (read(words).document.id for words in (STATEMENT, STATEMENT, STATEMENT + "\n"))
    assert first == again != other
    assert len(first) == 16


# --- datelines -------------------------------------------------------------------------------------------


@each(
    ("line", "day", "place", "name"),
    [
        ("Skopje, 2 December 2021 - He said so.", date(2021, 12, 2), "MKD", "Skopje"),
        ("SKOPJE, December 2, 2021 (MIA) – He said so.", date(2021, 12, 2), "MKD", "SKOPJE"),
        ("Skopje, North Macedonia, 2 December 2021: He said so.", date(2021, 12, 2), "MKD", "Skopje"),
        ("MIA, Skopje, 17 October 2023 - He said so.", date(2023, 10, 17), "MKD", "Skopje"),
        ("Belgrade, Thursday, 2 December 2021 — He said so.", date(2021, 12, 2), "SRB", "Belgrade"),
        ("Sofia, 2.12.2021 / He said so.", date(2021, 12, 2), "BGR", "Sofia"),
        ("Little Hamlet, 2 December 2021 - He said so.", date(2021, 12, 2), None, "Little Hamlet"),
        ("PARIS, Texas (AP) - On 2 December 2021 he said so.", date(2021, 12, 2), "USA", "PARIS"),
        ("BUFFALO, N.Y. — On 2 December 2021 he said so.", date(2021, 12, 2), "USA", "BUFFALO"),
        ("TBILISI, Georgia (AP) — On 2 December 2021 he said so.", date(2021, 12, 2), "GEO", "TBILISI"),
        ("Edinburgh, Scotland, 2 December 2021 - He said so.", date(2021, 12, 2), "GBR", "Edinburgh"),
        ("PARIS (AFP) - On 2 December 2021 he said so.", date(2021, 12, 2), "FRA", "PARIS"),
    ],
)
def test_datelines(line, day, place, name):
    document = read(f"A title\n\n{line} More words follow.").document
    assert (document.published, document.place, document.place_name) == (day, place, name)


@pytest.mark.parametrize("line", ["In May, 2 December 2021 was still far - he said.", "NATO - an alliance - met."])
def test_a_sentence_is_not_a_dateline(line):
    assert read(f"{line} More words.").document.place is None


def test_a_source_line_tells_the_day_where_there_is_no_dateline():
    done = read("A title\n\nnetpress.com.mk, 13 November 2021\n\nMinister Oliver Spasovski said so.")
    assert done.document.published == date(2021, 11, 13)
    assert "netpress" not in done.document.text
    assert done.document.source_note == "netpress.com.mk"
    assert [p.kind for p in done.problems] == ["weak-place"]


@pytest.mark.parametrize(
    ("words", "day", "where"),
    [
        ("Speech\n\n2 December 2021\n\nWe did it.", date(2021, 12, 2), "a line that holds a date alone"),
        ("Speech\n\n2 December 2021. We did it.", date(2021, 12, 2), "a date at the head of the text"),
        ("Speech in Ohrid on 2 December 2021\n\nWe did it.", date(2021, 12, 2), "a date at the head of the text"),
        ("# url: https://x.org/2021/12/02/speech\n\nWe did it.", date(2021, 12, 2), "its address"),
    ],
)
def test_weaker_evidence_of_the_day_is_taken_and_named(words, day, where):
    done = read(words)
    assert done.document.published == day
    told = [p for p in done.problems if p.kind == "weak-date"]
    assert where in told[0].message


@each(
    "words",
    [
        "On 2 December 2021 we did it.",
        "It was far from done by 2 December 2021. It is done now.",
        "Compared with 2015, it fell by a half. In 2016 it rose.",
        "Last year it rose. On 3 May 2014, the office said so.",
    ],
)
@each("suffix", ["txt", "md", "html"])
def test_a_day_or_a_year_that_a_sentence_speaks_of_is_not_when_it_was_said(words, suffix):
    body = f"<html><body><article><p>{words}</p></article></body></html>" if suffix == "html" else words
    done = readers()["text" if suffix == "txt" else {"md": "markdown"}.get(suffix, suffix)].read(
        Raw(f"speech.{suffix}", suffix, body.encode())
    )
    assert done.document.published is None
    assert "no-date" in [p.kind for p in done.problems]


def test_the_day_a_page_was_printed_is_not_taken_even_where_there_is_no_other():
    done = read("• Monday, 08 July 2024\n\nSpeech\n\nWe did it.")
    assert done.document.published is None
    assert [p.kind for p in done.problems] == ["no-date"]
    assert "2024-07-08 is when the page was printed" in done.problems[0].message


# --- notes -----------------------------------------------------------------------------------------------

NOTED = """\
# A paraphrase of a speech in parliament.
# url: https://example.org/speech
# date: 2 December 2021
# place: Skopje, North Macedonia
# speaker: Oliver Spasovski, interior minister
# title: On borders

On borders

We stopped 16,000 attempts.
"""


def test_a_note_at_the_top_is_kept_and_believed_and_is_no_text():
    document = read(NOTED).document
    assert document.text == "We stopped 16,000 attempts."
    assert (document.title, document.url) == ("On borders", "https://example.org/speech")
    assert (document.published, document.place) == (date(2021, 12, 2), "MKD")
    assert document.speakers == (Speaker("Oliver Spasovski", "interior minister"),)
    assert document.source_note == "A paraphrase of a speech in parliament."


def test_a_date_in_a_note_that_is_none_is_told_and_the_dateline_is_taken():
    done = read("# date: 31.02.2021\n# A note.\n\nSkopje, 2 December 2021 - He said so.")
    assert done.document.published == date(2021, 12, 2)
    assert [p.kind for p in done.problems] == ["bad-date"]


def test_a_heading_of_markdown_is_a_title_and_no_note():
    document = read("# On borders\n\nSkopje, 2 December 2021 - He said so.", "md").document
    assert (document.title, document.source_note) == ("On borders", "")


def test_a_text_without_a_title_has_none():
    assert read("We stopped 16,000 attempts.\n\nThat is fewer than before.").document.title == ""


@pytest.mark.parametrize("end", ["Take the car and/or the bus.", "It was 24/7", "He said no/yes."])
def test_words_with_a_stroke_are_not_initials(end):
    assert read(f"Title\n\nWords before. {end}").document.text.endswith(end)


# --- bytes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0....", "a JPEG image"),
        (b"{\\rtf1 words}", "an RTF document"),
        (b"words\x00more", "binary data"),
        (bytes(range(1, 32)) * 20, "binary data"),
    ],
)
def test_what_is_not_text_is_called_by_its_name(body, what):
    with pytest.raises(NotTextError, match=f"this is {what}"):
        read(body)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_plain_unicode_is_read_without_a_word(encoding):
    words = "Скопје, 2 December 2021 - Спречени се 16.000 обиди."
    done = read(words.encode(encoding))
    assert done.document.text == words
    assert not [p for p in done.problems if p.kind in {"guessed-encoding", "broken-characters"}]


def test_an_old_encoding_is_guessed_and_the_guess_is_told():
    words = (
        "Der Minister sagte, die Zahl der Anträge sei um fünf Prozent gefallen. Das gäbe größere Spielräume für später."
    )
    done = read(words.encode("cp1252"))
    assert done.document.text == words
    assert [p.kind for p in done.problems if p.kind == "guessed-encoding"]
    assert done.document.language == "de"


def test_a_broken_byte_in_good_utf_8_is_replaced_and_told():
    body = "Спречени се 16.000 обиди.".encode() + b" \xff."
    done = read(body)
    assert done.document.text == "Спречени се 16.000 обиди. \ufffd."
    assert "1 broken character" in next(p.message for p in done.problems if p.kind == "broken-characters")


def test_escape_sequences_never_reach_the_text():
    done = read("16,000 \x1b[31mattempts\x1b[0m \u202eelttil")
    assert done.document.text == "16,000 attempts elttil"
    assert "control-characters" in [p.kind for p in done.problems]


@pytest.mark.parametrize("words", ["• Monday, 08 July 2024\n", "\n \n", "# date: 2021-12-02\n# a note\n"])
def test_a_page_with_furniture_alone_is_empty(words):
    with pytest.raises(EmptyFileError):
        read(words)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_refused_with_a_sentence(body):
    with contextlib.suppress(WorkbenchError):
        text = read(body).document.text
        assert text.strip()
        assert "\x1b" not in text


@given(st.text(max_size=400))
def test_any_text_is_a_document_or_refused_with_a_sentence(text):
    with contextlib.suppress(WorkbenchError):
        assert read(text.encode("utf-8", errors="replace")).document.text.strip()


@pytest.mark.parametrize(
    ("origin", "day"),
    [
        ("speeches/1994-06-06-cemetery.txt", date(1994, 6, 6)),
        ("19940606_cemetery.txt", date(1994, 6, 6)),
        (r"C:\speeches\cemetery 1994.06.06.txt", date(1994, 6, 6)),
        ("1994-06-06/cemetery.txt", None),
        ("cemetery-1994-13-06.txt", None),
        ("cemetery-1994060612.txt", None),
        ("<stdin>", None),
    ],
)
def test_a_file_may_be_named_after_its_day(origin: str, day: date | None):
    done = READER.read(Raw(origin, "txt", b"In the past year unemployment fell by 2 points."))
    assert done.document.published == day
    assert [problem.kind for problem in done.problems] == (["weak-date"] if day else ["no-date"])
    assert ("its file name" in done.problems[0].message) is bool(day)


def test_what_a_text_says_of_its_day_is_believed_before_its_file_name():
    done = READER.read(Raw("2023-01-05-skopje.txt", "txt", b"Skopje, 2 December 2021 - The number fell by 2 percent."))
    assert done.document.published == date(2021, 12, 2)
