"""A year behind "waren" and "sind" is one where the share that is told of stands before it."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = {
    "18,9 Prozent der Abgeordneten in Ungarn waren 2010 Frauen.": "2010",
    "Zwanzig von hundert Lehrlingen in Ungarn sind 2014 Mädchen.": "2014",
    "Von 400 Richtern in Polen waren 2012 Frauen nur 80.": "2012",
}


@pytest.mark.parametrize("said", SAID)
def test_a_year_behind_a_share_and_being(said: str):
    claim = read_text(said, said=date(2015, 5, 1), language="de").claims[0]
    assert [str(each.value) for each in claim.periods] == [SAID[said]]


def test_a_count_behind_being_stays_one():
    """Nothing is counted before it: "Im Lager waren 2010 Frauen"."""
    (claim,) = read_text("Es waren 2010 Frauen.", said=date(2015, 5, 1), language="de").claims
    assert claim.figure is not None
    assert claim.figure.value.low == 2010
