"""Tables pasted as prose: what has more figures than anybody says in a breath is told of and not read."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract import read_text, text_size_limits
from workbench.extract.segment.pasted_tables import MOST_FIGURES

SPEECH = "Exports rose by 5 percent in 2020."
CELLS = ("5% ", "from 5% to 6% ", "rose 5% ", "5 million jobs, ", "1,234, ", "7 ", "5m ", "10.455 ", "5,6;7,")
WORDS = (("five hundred, ", "en"), ("fünfhundert, ", "de"), ("петстотини, ", "mk"))


def said_of(reading) -> list[str]:
    return [f"{problem.kind} {problem.where}" for problem in reading.problems]


@each(("cell", "language"), [*((cell, name) for name in ("en", "de", "fr", "mk", "xx") for cell in CELLS), *WORDS])
def test_a_table_makes_no_claims_and_is_told_of_once_however_long_it_is(cell, language):
    table = (cell * 9_000)[:9_000].strip()
    reading = read_text(table, language=language)
    assert (reading.claims, reading.amounts) == ((), ())
    assert f"too-many-figures characters 0 to {len(table)}" in said_of(reading)
    assert sum(problem.kind == "too-many-figures" for problem in reading.problems) == 1


@each("cell", CELLS)
def test_the_sentences_before_and_behind_a_table_are_read(cell):
    table = (cell * 4_000)[:4_000].strip()
    text = f"{SPEECH}\n\n{table}\n\n{SPEECH}"
    reading = read_text(text)
    behind = text.rindex(SPEECH)
    assert [claim.sentence.start for claim in reading.claims] == [0, behind]
    assert said_of(reading) == [f"too-many-figures characters {len(SPEECH) + 2} to {behind - 2}"]


def test_a_sentence_of_some_sixty_figures_is_read_and_its_first_ones_are_claims():
    figures = ", ".join(f"{n} schools in town {chr(65 + n % 26)}" for n in range(20, 20 + MOST_FIGURES - 1))
    reading = read_text(f"We built {figures}.")
    assert len(reading.claims) == 40
    assert [problem.kind for problem in reading.problems] == ["too-many-figures"]


def test_dates_and_grouped_figures_count_once():
    """A chronicle of thirty days is no table."""
    days = ", ".join(f"2020-03-{n:02d}: 1,234,{500 + n} cases" for n in range(1, 31))
    assert len(read_text(f"We counted {days}.").claims) >= 30


def test_what_is_left_unread_is_told():
    reading = read_text(f"{SPEECH} " * 9, most=4)
    assert len(reading.claims) == 4
    assert said_of(reading) == [f"left-unread characters {4 * len(SPEECH) + 4} to {9 * len(SPEECH) + 9}"]
    assert read_text(f"{SPEECH} " * 9, most=9).problems == ()


SHORT = "Exports rose 5 percent. "


@pytest.fixture
def of_fifty(monkeypatch):
    """A flood begins at fifty of anything, so that none need be read by the thousand."""
    limits = tuple(
        (what, 50, dense) for what, many, dense in text_size_limits.LIMITS if many < 5_000 or what != "claims"
    )
    monkeypatch.setattr(text_size_limits, "LIMITS", limits)


@pytest.mark.usefixtures("of_fifty")
@pytest.mark.parametrize(
    ("said", "what"),
    [
        (SHORT, "50 claims"),
        ("He had 5. ", "50 figures"),
        ("7\n\n", "50 figures"),
        ("It is so. ", "50 sentences"),
        ("Нема. ", "50 sentences"),
    ],
)
def test_of_a_flood_the_beginning_is_read_and_the_rest_is_told(said, what):
    """Nobody speaks so, and 200,000 characters of them would keep a reader waiting."""
    reading = read_text(said * 60)
    assert said_of(reading) == [f"left-unread characters {len(said) * 50} to {len(said) * 60}"]
    assert reading.problems[0].message == f"This was not read: the text before it holds {what} already."
    assert read_text(said * 50).problems == ()


@pytest.mark.usefixtures("of_fifty")
def test_a_long_report_is_read_whole():
    """One claim in forty characters, as a table told in sentences; it has more of them than a flood may have."""
    said = "Unemployment was 5.3 percent in 2015. "
    assert len(read_text(said * 60).claims) == 60


def test_more_changes_in_a_sentence_than_anybody_tells_are_a_table():
    """Fell, fell, fell, and no end; the sentence behind it is read."""
    reading = read_text("fell " * 90 + "in all. Exports rose by 5 percent.")
    assert [problem.kind for problem in reading.problems] == ["too-many-figures"]
    assert reading.problems[0].message.startswith("More than 60 figures in words, or changes, follow here")
    assert [claim.quote for claim in reading.claims] == ["rose by 5 percent"]


ROWS = "Year 2015 2016 2017 2018 2019 Births 23075 23002 21754 21333 19845 Deaths 20461 20421 20318 19727 20446"


def test_rows_of_figures_pasted_as_prose_are_told_of_and_claim_nothing():
    """Fewer figures than a long table has, with labels between and no verb."""
    reading = read_text(ROWS + ". Exports rose by 5 percent.")
    assert [problem.kind for problem in reading.problems] == ["too-many-figures"]
    assert [claim.quote for claim in reading.claims] == ["rose by 5 percent"]


def test_a_telephone_number_is_no_table():
    reading = read_text("Call +49 30 1234 56 78 for the report: exports rose by 5 percent to 160 000 000 euros.")
    assert not reading.problems


def test_signs_without_end_do_not_hide_that_the_rest_is_unread():
    """Ten thousand lines of a sign alone, and a sentence behind them: it is not read, and that is told."""
    reading = read_text("!\n" * 12_000 + "Wages rose by 5 percent.")
    assert (len(reading.claims), said_of(reading)) == (0, ["left-unread characters 19999 to 24024"])
    assert len(read_text("!\n" * 5_000 + "Wages rose by 5 percent.").claims) == 1
