"""Words that a speaker puts between a figure and its time: the year before, a pause, a factor before its verb."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2021, 6, 11)


def _claims(language: str, said: str):
    return read_text(said, language=language, said=SAID).claims


@pytest.mark.parametrize(
    ("language", "pause"),
    [
        ("en", "wait"),
        ("en", "hang on"),
        ("en", "um"),
        ("de", "Moment"),
        ("de", "ähm"),
        ("mk", "чекај"),
        ("mk", "знаете"),
    ],
)
def test_a_pause_is_no_word_of_the_measure(language: str, pause: str) -> None:
    said = {
        "en": ("In 2018 unemployment was{} 7 percent.", ", {},"),
        "de": ("2018 lag die Arbeitslosenquote bei{} 7 Prozent.", ", {},"),
        "mk": ("Во 2018 година невработеноста беше{} 7 отсто.", ", {},"),
    }[language]
    (plain,), (paused,) = (_claims(language, said[0].format(each)) for each in ("", said[1].format(pause)))
    assert (plain.measure, str(plain.period.value), plain.amount.value.low) == (
        paused.measure,
        str(paused.period.value),
        paused.amount.value.low,
    )


def test_the_year_before_is_the_time_of_the_figure_before_it() -> None:
    *_, last = _claims("en", "In 2018 unemployment was 7 percent, after 9 percent the year before.")
    assert str(last.period.value) == "2017"


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("Од 2010 до 2018 година бројот четирикратно се намали.", "down"),
        ("Од 2010 до 2018 година бројот четирикратно се зголеми.", "up"),
    ],
)
def test_a_factor_before_its_verb_takes_its_direction(said: str, way: str) -> None:
    (change,) = (claim.change.value for claim in _claims("mk", said) if claim.change is not None)
    assert change.direction.value == way
