"""One place beside another: twice as high as in Germany, below the EU average, a quarter of the G7's; groups made of their members."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from workbench.compare import outcome
from workbench.core.finding import Agreement
from workbench.core.series import Additivity

# Unemployment rates of 2021, percent of the labour force (Eurostat, une_rt_a)
RATES = {
    "DEU": {"2021": "3.6"},
    "FRA": {"2021": "7.9"},
    "ESP": {"2021": "14.8"},
    "EU27": {"2021": "7.1"},
    "POL": {"2021": "3.4"},
}
# Persons, made up: round enough to add by hand
PEOPLE = {
    "CAN": {"2015": "10"}, "DEU": {"2015": "40"}, "FRA": {"2015": "20"}, "GBR": {"2015": "10"}, "ITA": {"2015": "10"},
    "JPN": {"2015": "10"}, "USA": {"2015": "100"},
}  # fmt: skip
E, R, N, A, O, U = (  # noqa: E741
    Agreement.EXACT, Agreement.ROUNDS_TO, Agreement.NEAR, Agreement.APART, Agreement.OPPOSITE, Agreement.UNDECIDED,
)  # fmt: skip

BESIDE = [
    # the speech, how it agrees, the figure measured (rounded)
    ("In 2021 unemployment in Spain was four times as high as in Germany.", R, "4.1"),  # 14.8 / 3.6
    ("In 2021 unemployment in Spain was twice as high as in Germany.", A, "4.1"),
    ("Unemployment in Spain was 11 percentage points higher than in Germany in 2021.", R, "11.2"),
    ("Unemployment in Spain was 9 percentage points higher than in Germany in 2021.", A, "11.2"),
    ("In 2021 unemployment in Germany was lower than in France.", R, "-4.3"),
    ("In 2021 unemployment in Germany was higher than in France.", O, "-4.3"),
    ("Germany's unemployment rate was below the EU average in 2021.", R, "-3.5"),
    ("Germany's unemployment rate was above the EU average in 2021.", O, "-3.5"),
    ("In 2021 Germany's unemployment rate was half the EU average.", R, "50.7"),  # 3.6 / 7.1
    ("In 2021 Poland had a lower unemployment rate than Germany.", R, "-0.2"),
]


@each(("speech", "how", "measured"), BESIDE)
def test_a_place_beside_another(make, speech, how, measured):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = (f for f in make.heard(speech, series, RATES) if f.part == "comparison" and f.agreement is not U)
    assert (found.agreement, str(round(found.measured, 1))) == (how, measured), found.why
    assert "beside" in found.title


OTHERWISE = [
    "In 2021 unemployment in Germany was lower than in the rest of the EU.",
    "In 2021 unemployment in Germany was lower than in most EU countries.",
    "In 2021 unemployment in Germany was lower than in France and Spain.",
]


@pytest.mark.parametrize("speech", OTHERWISE)
def test_many_places_are_not_one(make, speech):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    assert all(f.part != "comparison" for f in make.heard(speech, series, RATES))


def test_both_figures_are_named(make):
    """Germany's unemployment rate was above the EU average in 2021."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(test_both_figures_are_named.__doc__, series, RATES)
    assert found.why == (
        "UNHCR gives 3.6 % for Germany and 7.1 for European Union in 2021: 3.5 percentage points less, where the claim says more."
    )


SHARED = [
    ("The G7 took in 200 refugees in 2015.", E, "200"),
    ("Germany took in a fifth of all refugees in the G7 in 2015.", E, "20"),
    ("Germany took in a quarter of all refugees in the G7 in 2015.", A, "20"),
    ("Germany took in twice as many refugees as France in 2015.", E, "2"),
    ("In 2015 the United States took in 60 more refugees than Germany.", E, "60"),
]


@pytest.mark.parametrize(("speech", "how", "measured"), SHARED)
def test_counts_of_members_add_up_to_the_groups(make, speech, how, measured):
    series = make.series("refugee", title="Refugees")
    found = next(f for f in make.heard(speech, series, PEOPLE) if f.measured is not None)
    assert (found.agreement, found.measured) == (how, Decimal(measured)), found.why
    cells = {row.evidence: row.value for row in make.table(PEOPLE)}
    assert found.trace.replay(cells.__getitem__) == found.measured


def test_every_member_is_a_line_of_the_groups_figure(make):
    """The G7 took in 200 refugees in 2015."""
    series = make.series("refugee", title="Refugees")
    (found,) = make.heard(test_every_member_is_a_line_of_the_groups_figure.__doc__, series, PEOPLE)
    assert [step.op for step in found.trace.steps] == [*["read"] * 7, "sum"]
    assert "made-of-members" in {c.kind for c in found.caveats}


def test_a_group_of_which_a_member_is_missing_has_no_figure(make):
    """The G7 took in 200 refugees in 2015."""
    series = make.series("refugee", title="Refugees")
    some = {code: there for code, there in PEOPLE.items() if code != "JPN"}
    (found,) = make.heard(test_a_group_of_which_a_member_is_missing_has_no_figure.__doc__, series, some)
    assert found.agreement is U
    assert "none of Japan in 2015" in found.why


def test_rates_of_members_make_no_rate_of_the_group(make):
    """Unemployment in the G7 was 5 percent in 2015."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(test_rates_of_members_make_no_rate_of_the_group.__doc__, series, PEOPLE)
    assert found.agreement is U
    assert "do not add up" in found.why


def test_a_place_without_a_figure_decides_nothing(make):
    """In 2021 unemployment in Germany was lower than in Italy."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = make.heard(test_a_place_without_a_figure_decides_nothing.__doc__, series, RATES)
    assert [f.agreement for f in found] == [U]
    assert "Italy" in found[0].why


def test_how_many_times_nothing_means_nothing(make):
    """In 2015 Germany took in twice as many refugees as France."""
    series = make.series("refugee", title="Refugees")
    figures = {"DEU": {"2015": "4"}, "FRA": {"2015": "0"}}
    found = make.heard(test_how_many_times_nothing_means_nothing.__doc__, series, figures)
    assert outcome(found)[0] == "undecided"
    assert found[0].why == "The figure of France is zero: how many times that another is means nothing."


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from([1, 1000, 10**6]))
def test_a_scale_that_both_share_changes_no_comparison(make, one, other, by):
    """In 2015 Germany took in twice as many refugees as France."""
    series = make.series("refugee", title="Refugees")

    def heard(scale):
        figures = {"DEU": {"2015": str(one * scale)}, "FRA": {"2015": str(other * scale)}}
        return make.heard(test_a_scale_that_both_share_changes_no_comparison.__doc__, series, figures)[0]

    assert heard(1).measured == heard(by).measured
