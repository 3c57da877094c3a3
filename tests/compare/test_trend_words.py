"""The many ways to say that something went one way each year, or never the other, and that it was never so high or low."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.compare import check, outcome
from workbench.extract import read_text

SAID = date(2019, 6, 25)
DOWN = {str(2010 + n): str(40 - 3 * n) for n in range(9)}
BENT = DOWN | {"2014": "35"}
LEVEL = DOWN | {"2014": "31"}  # as in 2013

FALLS = [
    "Year in, year out, from 2010 to 2018, the poverty rate went down.",
    "The poverty rate kept falling without a pause between 2010 and 2018.",
    "The poverty rate continued to fall every year from 2010 to 2018.",
    "In no year between 2010 and 2018 did the poverty rate fail to drop.",
    "Between 2010 and 2018 the poverty rate fell every single year.",
]
NEVER = [
    "The poverty rate never once rose between 2010 and 2018.",
    "Between 2010 and 2018 the poverty rate has never risen.",
    "From 2010 to 2018 the poverty rate never increased.",
]


def heard(make, speech, figures):
    series = make.series("%", title="Poverty rate")
    claims = read_text(speech, said=SAID, place="SRB", document="d").claims
    return [found for claim in claims for found in check(claim, series, make.table({"SRB": figures}), today=SAID)]


@pytest.mark.parametrize("speech", FALLS)
def test_each_step_must_go_the_said_way(make, speech):
    assert outcome(heard(make, speech, DOWN))[0] == "supported"
    assert outcome(heard(make, speech, BENT))[0] == "contradicted"


@pytest.mark.parametrize("speech", NEVER)
def test_no_step_may_go_the_way_that_is_denied(make, speech):
    assert outcome(heard(make, speech, DOWN))[0] == "supported"
    assert outcome(heard(make, speech, LEVEL))[0] in {"supported", "undecided"}
    assert outcome(heard(make, speech, BENT))[0] == "contradicted"


@pytest.mark.parametrize(
    ("speech", "word"),
    [
        ("The poverty rate set a new record in 2018.", "contradicted"),
        ("Never had the poverty rate been so low as in 2018.", "supported"),
        ("Never was the poverty rate so low as in 2018.", "supported"),
        ("Never had the poverty rate been so high as in 2015.", "contradicted"),
    ],
)
def test_records_without_a_figure(make, speech, word):
    assert outcome(heard(make, speech, DOWN))[0] == word


@pytest.mark.parametrize(
    "speech",
    [
        "Since 2011 the poverty rate has been lower every year than the year before.",
        "Since 2011 the poverty rate fell every single year.",
    ],
)
def test_the_year_since_which_it_goes_is_the_one_that_is_measured_from(make, speech):
    """That the rate rose to 2011 refutes nothing of what is said of the years since."""
    assert outcome(heard(make, speech, DOWN | {"2010": "20"}))[0] == "supported"
