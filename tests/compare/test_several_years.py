"""One figure for several years, of a series that has one each year."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.compare import check, outcome
from workbench.core.series import Additivity
from workbench.extract import read_text

SAID = date(2019, 5, 7)
FIGURES = {"2010": "4", "2011": "5", "2012": "6", "2013": "7", "2014": "8"}


def heard(make, speech, adds=Additivity.MEAN):
    series = make.series("%", title="Unemployment rate", adds=adds)
    claims = read_text(speech, said=SAID, place="HUN", document="d").claims
    rows = make.table({"HUN": FIGURES})
    return [found for claim in claims for found in check(claim, series, rows, today=SAID)]


@pytest.mark.parametrize("figure", ["6", "9", "37"])
@pytest.mark.parametrize(
    "speech",
    [
        "The unemployment rate was {} percent in 2010-2014.",
        "From 2010 to 2014 the unemployment rate stood at {} percent.",
    ],
)
def test_without_a_word_for_the_mean_nothing_is_decided(make, speech, figure):
    found = heard(make, speech.format(figure))
    assert outcome(found)[0] == "undecided"
    assert "several-years" in {caveat.kind for each in found for caveat in each.caveats}


@pytest.mark.parametrize(
    "speech",
    [
        "On average the unemployment rate was {} percent in 2010-2014.",
        "The unemployment rate averaged {} percent from 2010 to 2014.",
        "Mean unemployment was {} percent in the years 2010-2014.",
        "The mean of the unemployment rate was {} percent in 2010-2014.",
    ],
)
def test_a_mean_that_is_claimed_is_judged(make, speech):
    assert outcome(heard(make, speech.format("6")))[0] == "supported"
    assert outcome(heard(make, speech.format("9")))[0] == "contradicted"
