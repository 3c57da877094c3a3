"""The figure of a year bears out nothing of a part of it, of a time beside it, of years up to it, or by how many more there were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.each import each
from tests.match.outcomes import LATER, outcome_of_claim
from workbench.core.period import year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef
from workbench.extract import read_text

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)
CASES = Series(ref=SeriesRef("mine", "b"), title="Tuberculosis cases", unit=Unit(Dimension.COUNT, "case"))
FIGURES = {2012: "24.8", 2013: "26.1", 2014: "24.4"}


def outcome_of(said, language, series=RATE, figures=FIGURES):
    """Return the worst outcome of a sentence's claims beside figures of whole years."""
    rows = {year(y): value for y, value in figures.items()}
    found = [outcome_of_claim(each, series, rows) for each in read_text(said, said=LATER, language=language).claims]
    return min(found, key=("contradicted", "undecided", "supported").index)


LEVEL = {
    "en": "{} unemployment in Spain was {} percent.",
    "de": "{} lag die Arbeitslosenquote in Spanien bei {} Prozent.",
    "mk": "{} невработеноста во Шпанија беше {} проценти.",
}
PART = {
    "en": ("In March 2013", "In the first quarter of 2013", "In the first half of 2013", "On 12 March 2013", "At the end of 2013", "In early 2013", "In mid-2013"),
    "de": ("Im März 2013", "Im ersten Quartal 2013", "Im ersten Halbjahr 2013", "Am 12. März 2013", "Ende 2013", "Anfang 2013", "Mitte 2013"),
    "mk": ("Во март 2013", "Во првиот квартал од 2013", "Во првото полугодие од 2013", "На 12 март 2013", "На крајот на 2013", "На почетокот на 2013"),
}  # fmt: skip
BESIDE = {
    "en": ("Before 2013", "After 2013", "Until 2013", "In the fiscal year 2012/13", "In the 12 months to June 2013"),
    "de": ("Vor 2013", "Nach 2013", "Im Geschäftsjahr 2012/13", "In den zwölf Monaten bis Juni 2013"),
    "mk": ("Пред 2013", "По 2013", "Во фискалната 2012/13 година"),
}  # fmt: skip


def told(frames):
    return [(language, words) for language, listed in frames.items() for words in listed]


@each(("language", "when"), told(PART))
def test_a_rate_of_a_part_of_the_year_is_not_told_from_the_year(language, when):
    """In March it was 26.1 percent: the mean of the year does not say so; that it was 60 it refutes, and 25 it does not."""
    assert outcome_of(LEVEL[language].format(when, "26.1" if language == "en" else "26,1"), language) == "undecided"
    assert outcome_of(LEVEL[language].format(when, "25"), language) == "undecided"
    assert outcome_of(LEVEL[language].format(when, "33"), language) == "contradicted"


@pytest.mark.parametrize("language", LEVEL)
def test_where_the_year_after_has_no_figure_yet_the_step_before_is_taken_to_go_on(language):
    """In March 2013, the last year that the office has: after 24.8 came 26.1, so that 28 may be, and 30 may not."""
    for figure, outcome in (("28", "undecided"), ("30", "contradicted"), ("22", "contradicted")):
        said = LEVEL[language].format(PART[language][0], figure)
        assert outcome_of(said, language, figures={2012: "24.8", 2013: "26.1"}) == outcome
    only = LEVEL[language].format(PART[language][0], "60")
    assert outcome_of(only, language, figures={2013: "26.1"}) == "undecided"


@pytest.mark.parametrize("language", LEVEL)
def test_what_the_series_counts_at_a_time_answers_for_a_part_of_the_year(language):
    at_a_time = replace(RATE, adds=Additivity.LAST)
    assert outcome_of(LEVEL[language].format(PART[language][0], "26"), language, at_a_time) == "supported"


@each(("language", "when"), told(BESIDE))
def test_a_rate_of_a_time_beside_the_year_is_not_told_from_the_year(language, when):
    """After 2013 it was 26.1 percent: that it was so in 2013 bears nothing out, and refutes nothing."""
    assert outcome_of(LEVEL[language].format(when, "26"), language) == "undecided"
    assert outcome_of(LEVEL[language].format(when, "25"), language) == "undecided"


NOT_OF_THE_YEAR = {
    "en": (
        "Unemployment in Spain averaged 26.1 percent up to 2013.", "Unemployment in Spain was again 26.1 percent in 2013, as it was in 1994.",
        "In 2013 unemployment in Spain was 26.1 percent, the same as in 1994.", "Unemployment in Spain was three times 26.1 percent in 2013.",
        "Unemployment in Spain was 26.1 percent in all years but 2013.", "In every single month of 2013 unemployment in Spain was 26.1 percent.",
    ),
    "de": (
        "Bis 2013 lag die Arbeitslosenquote in Spanien im Schnitt bei 26,1 Prozent.", "2013 lag die Arbeitslosenquote in Spanien wieder bei 26,1 Prozent wie schon 1994.",
        "In jedem Monat des Jahres 2013 lag die Arbeitslosenquote in Spanien bei 26,1 Prozent.",
    ),
    "mk": (
        "До 2013 невработеноста во Шпанија во просек беше 26,1 проценти.", "Невработеноста во Шпанија во 2013 повторно беше 26,1 проценти, како во 1994.",
        "Во секој месец од 2013 невработеноста во Шпанија беше 26,1 проценти.",
    ),
}  # fmt: skip


@each(("language", "said"), told(NOT_OF_THE_YEAR))
def test_more_than_the_year_is_said(language, said):
    """It averaged 26.1 percent up to 2013, or was so again: the figure of 2013 alone does not bear that out."""
    assert outcome_of(said, language) == "undecided"


OF_THE_YEAR = {
    "en": ("By 2013 unemployment in Spain had risen to 26.1 percent.", "In 2013 unemployment in Spain averaged 26.1 percent.", "After the crisis unemployment in Spain was 26.1 percent in 2013."),
    "de": ("Bis 2013 stieg die Arbeitslosenquote in Spanien auf 26,1 Prozent.", "Nach der Krise lag die Arbeitslosenquote in Spanien 2013 bei 26,1 Prozent."),
    "mk": ("До 2013 невработеноста во Шпанија порасна на 26,1 проценти.", "По кризата невработеноста во Шпанија во 2013 беше 26,1 проценти."),
}  # fmt: skip


@pytest.mark.parametrize(("language", "said"), told(OF_THE_YEAR))
def test_what_is_said_of_the_year_is_borne_out_by_it(language, said):
    assert outcome_of(said, language) == "supported"


MORE = {
    "en": "France recorded 4,708 {} cases of tuberculosis in 2013.",
    "de": "Frankreich meldete 2013 4708 {} Tuberkulosefälle.",
    "mk": "Франција пријави 4708 {} случаи на туберкулоза во 2013.",
}


@pytest.mark.parametrize(("language", "more"), [("en", "more"), ("en", "additional"), ("de", "weitere"), ("de", "mehr"), ("mk", "повеќе")])  # fmt: skip
def test_so_many_more_is_not_told_from_how_many_there_are(language, more):
    """4,708 more cases: that there were 4,708 does not bear it out."""
    with_more, without = (
        {note.kind for claim in read_text(said, said=LATER, language=language).claims for note in claim.notes}
        for said in (MORE[language].format(more), MORE[language].replace("{} ", ""))
    )
    assert "not-said-so" in with_more
    assert "not-said-so" not in without


def test_so_many_more_is_not_borne_out_by_how_many_there_are():
    figures = {2012: "4708", 2013: "4708"}
    assert outcome_of(MORE["en"].format("more"), "en", CASES, figures) == "undecided"
    assert outcome_of(MORE["en"].replace("{} ", ""), "en", CASES, figures) == "supported"


IN_BOTH = {
    "en": ("In 2013 unemployment was 26.1 percent in Spain and in Portugal.",),
    "de": ("Die Arbeitslosenquote lag 2013 in Spanien und in Portugal bei 26,1 Prozent.",),
    "mk": ("Невработеноста во Шпанија и во Португалија во 2013 беше 26,1 проценти.",),
}


@pytest.mark.parametrize(("language", "said"), told(IN_BOTH))
def test_one_figure_of_two_places_that_each_have_their_preposition_is_not_told_from_one(language, said):
    """In Spain and in Portugal: the figure of one of them settles nothing."""
    assert outcome_of(said, language) == "undecided"
