"""A span of years is the same however its two ends are joined: by an arrow, by "thru", by a word that stresses its length."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2020, 3, 1)


def _ends(said: str, language: str = "en") -> list[tuple[int | None, int | None]]:
    claims = read_text(said, said=SAID, language=language).claims
    told = [(c.changes[0].value.base, c.periods[0].value) for c in claims if c.changes and c.periods]
    return [(base and base.start.year, period and period.start.year) for base, period in told]


@pytest.mark.parametrize("joined", ["→", " → ", "->", " --> ", " => ", " to ", "–", " thru ", " through "])
@pytest.mark.parametrize(
    "said",
    ["Milk output in Norway, {}: down by a third.", "Bus fares in Malta {} up 20 percent", "Rail deaths {}: up by 5 %"],
)
def test_both_ends_of_a_span_are_read_however_they_are_joined(said: str, joined: str):
    assert _ends(said.format(f"2009{joined}2016")) == [(2009, 2016)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "From 2009 right through 2016 rail deaths fell by a third."),
        ("en", "Since 2009 until 2016 rail deaths fell by a third."),
        ("en", "Rail deaths fell by a third between 2009 and 2016."),
        ("de", "Von 2009 bis hin zu 2016 sank die Zahl der Toten um ein Drittel."),
        ("mk", "Од 2009 па сè до 2016 бројот на загинати падна за една третина."),
    ],
)
def test_words_that_stress_how_long_it_went_on_change_nothing_of_a_span(language: str, said: str):
    assert _ends(said, language) == [(2009, 2016)]


@pytest.mark.parametrize(
    "said", ["→ Exports fell to 5 million euros", "Read more -> here: exports fell to 5 million euros"]
)
def test_an_arrow_that_leads_to_no_figure_joins_nothing(said: str):
    (claim,) = read_text(said, said=SAID).claims
    assert claim.amounts[0].value.low == 5_000_000
