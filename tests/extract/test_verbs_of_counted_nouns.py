"""What counted people and things do, and what is done with them, belongs to what a figure measures, in every language."""

import pytest

from workbench.extract import read_text

TOLD = [
    ("en", "In 2019, 674 farmers were assisted under the new scheme.", "farmers assisted under new scheme"),
    ("en", "Last year 674 individual farmers and three groups were assisted.", "individual farmers assisted"),
    ("en", "Some 501 tonnes of kava were exported in 2023.", "kava exported"),
    ("en", "The app has been downloaded by more than 1.5 million people.", "people downloaded app"),
    ("en", "One in three women is assaulted on the journey north.", "women assaulted on journey north"),
    (
        "en",
        "12 percent of households cannot afford to heat their homes.",
        "households cannot afford to heat their homes",
    ),
    ("de", "Im Jahr 2019 wurden 674 Landwirte gefördert.", "Landwirte gefördert"),
    ("de", "Rund 200.000 Wohnungen wurden 2018 gebaut.", "Wohnungen gebaut"),
    ("de", "12 Prozent der Haushalte können ihre Wohnung nicht heizen.", "Haushalte Wohnung nicht heizen"),
    ("mk", "Во 2019 беа изградени 5.000 станови.", "станови изградени"),
    ("mk", "Во 2017 беа вакцинирани 20.000 деца.", "деца вакцинирани"),
]


@pytest.mark.parametrize(("language", "said", "measure"), TOLD)
def test_what_is_done_with_what_is_counted_is_measured(language, said, measure):
    """674 farmers were assisted; 5.000 станови беа изградени."""
    assert read_text(said, language=language).claims[0].measure == measure


NOTHING = [
    ("en", "Last year 120 bridges were recorded.", "bridges"),
    ("en", "In 2019, 40 breaches of contract were confirmed.", "breaches of contract"),
    ("en", "We had 529 ships.", "ships"),
    ("de", "2019 wurden 120 Brücken gezählt.", "Brücken"),
    ("de", "2016 wurden gut 5.700 Brände neu oder erneut gemeldet.", "Brände"),
    ("mk", "Во 2019 беа регистрирани 120 мостови.", "мостови"),
]


@pytest.mark.parametrize(("language", "said", "measure"), NOTHING)
def test_that_there_are_so_many_adds_nothing(language, said, measure):
    """120 bridges were recorded: the figure counts bridges."""
    assert read_text(said, language=language).claims[0].measure == measure


@pytest.mark.parametrize("said", ["We have 5 percent absenteeism.", "They met 12 percent turnover last year."])
def test_a_share_of_one_noun_is_of_that_noun_and_of_nothing_told_before(said):
    """Wages fell last year. We have 5 percent absenteeism."""
    claim = read_text(f"Wages fell last year. {said}").claims[-1]
    assert claim.measure in {"absenteeism", "turnover"}
