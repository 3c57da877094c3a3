"""Words that make a figure that of a part, of another whole or of two levels; and denials with an exclamation before them."""

from __future__ import annotations

from datetime import date

from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match.words.age_groups import ages

TAXES = Series(ref=SeriesRef("mine", "t"), title="Total tax revenue, % of GDP", unit=PERCENT)
BIRTHS = Series(ref=SeriesRef("mine", "b"), title="Births outside marriage", unit=PERCENT)
JOBLESS = Series(ref=SeriesRef("mine", "u"), title="Unemployment rate", unit=PERCENT)
HEALTH = Series(
    ref=SeriesRef("mine", "h"),
    title="Health expenditure per inhabitant",
    unit=Unit(Dimension.MONEY, "euro", "EUR", per="inhabitant"),
)
SEATS = Series(ref=SeriesRef("mine", "s"), title="Women in parliament", unit=Unit(Dimension.COUNT, "woman"))
SCHOOLS = Series(ref=SeriesRef("mine", "g"), title="Government expenditure on education, % of GDP", unit=PERCENT)
SCORES = Series(ref=SeriesRef("mine", "c"), title="Corruption index", unit=Unit(Dimension.POINTS, "point"))

PARTS = (
    (TAXES, "In 2013 Spain took 21.5 percent of GDP in value added tax alone."),
    (HEALTH, "On pills alone, 21.5 euros per inhabitant were spent on health in Spain in 2013."),
    (BIRTHS, "In Spain 21.5 percent of the first-born babies of 2013 were born outside marriage."),
    (JOBLESS, "In Spain 21.5 percent had been without work for more than a year in 2013."),
    (SCHOOLS, "Of each euro the government spent in Spain in 2013, 21.5 percent went on education."),
    (SCORES, "A 21.5-point gap between the two was left on the corruption index in Spain in 2013."),
)


@each(("series", "said"), PARTS)
def test_the_figure_of_all_does_not_bear_out_a_part(series, said):
    """The very figure of the whole, told of a part of it."""
    assert outcome_of(said, "en", series, "21.5", 2013) == "undecided"


def test_a_whole_alone_is_the_whole():
    """In taxes alone: all taxes are meant."""
    said = "In 2013 Spain took 21.5 percent of GDP in taxes alone."
    assert outcome_of(said, "en", TAXES, "21.5", 2013) == "supported"


@each("over", ["handed over", "took over", "signed over", "carried over"])
def test_what_belongs_to_a_verb_bounds_nothing(over):
    """Spain handed over 21.5 percent: it did, and not more than that."""
    (claim,) = read_text(f"Spain {over} 21.5 percent of GDP in tax in 2013.").claims
    assert claim.amount is not None
    assert claim.amount.value.relation.value == "is"
    (bound,) = read_text("Spain took in over 21.5 percent of GDP in tax in 2013.").claims
    assert bound.amount is not None
    assert bound.amount.value.relation.value == "more_than"


@each("age", ["forty", "fifty", "thirty"])
def test_an_age_in_words_parts_whom_it_is_said_of(age):
    """37 women under forty."""
    assert (
        outcome_of(f"Spain had 37 women under {age} in its parliament in 2013.", "en", SEATS, "37", 2013) == "undecided"
    )


@each("said", ["15-to-24-year-olds", "15–24 year olds", "15 to 24 years", "aged 15-24"])
def test_two_ages_are_one_group_in_every_writing(said):
    """15-to-24-year-olds."""
    assert ages(said) == {(15, 24)}


@each(
    "denial",
    ["That is a lie.", "Friends, that is a lie.", "Sixty-two! Friends, that is a lie.", "Sixty-two! That is a lie."],
)
def test_a_denial_may_begin_with_the_figure_and_with_who_is_spoken_to(denial):
    """The paper says 62 percent. Sixty-two! Friends, that is a lie."""
    said = f"The paper says that 62 percent of Poles were poor in 2005. {denial}"
    first = read_text(said, said=date(2020, 1, 1)).claims[0]
    assert "not-said-so" in {note.kind for note in first.notes}
