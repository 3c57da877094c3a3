"""What "240 thousand of them" counts was named before, in every language; the speech is the row."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

OF_THEM = [
    ("en", "We are a country of dentists, my people! In 2010 Brazil had over 240 thousand of them.", "dentists"),
    ("en", "We've been bleeding dentists. In 2010 there were about fourteen thousand of them in Greece.", "dentists"),
    ("en", "Canadians love their bank machines. In 2017 there were 22,800 of them in Canada.", "bank machines"),
    ("de", "Wir reden über Geldautomaten. 2010 gab es in Brasilien 240.000 davon.", "Geldautomaten"),
    ("mk", "Многу е тешко за стоматолозите. Во 2010 Бразил имаше 240.000 од нив.", "стоматолозите"),
]


@pytest.mark.parametrize(("language", "said", "measure"), OF_THEM)
def test_the_thing_named_last_is_counted(language, said, measure):
    claim = next(
        each for each in read_text(said, language=language).claims if each.amount and each.amount.value.low > 1000
    )
    assert claim.measure == measure
    assert claim.measure_from_before


def test_four_years_on_is_a_time():
    """It was read as a figure, and the next figure as one of 2010."""
    said = "In 2010 there were 14,700 dentists in Greece, and four years on it's thirteen thousand seven hundred."
    assert [str(claim.period and claim.period.value) for claim in read_text(said).claims] == ["2010", "2014"]
