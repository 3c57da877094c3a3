"""The measure of a claim is told in the words of the speech, and searched by its official name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workbench.extract import read_text

NAMED = [
    ("en", "There were 512 murders in Peru in 2014.", "murders", "homicides"),
    ("en", "In 2017 our defence spending reached 40 billion dollars.", "defence spending", "military expenditure"),
    ("en", "In 2016 unemployment was 9 percent.", "unemployment rate", "unemployment rate"),
    ("en", "Our economy grew by 4 percent in 2016.", "GDP", "GDP"),
    ("de", "2016 gab es in Peru 512 Morde.", "Morde", "Morde"),
]


@pytest.mark.parametrize(("language", "said", "words", "name"), NAMED)
def test_its_own_words_are_kept_beside_the_official_name(language, said, words, name):
    """People know their own words again; a series is found by the name that offices use."""
    claim = read_text(said, language=language).claims[0]
    assert (claim.measure_said, claim.measure) == (words, name)


def test_a_name_that_was_replaced_is_no_longer_told_in_the_old_words():
    """A claim that takes over another's measure is not told in the words that it had before."""
    claim = read_text("There were 512 murders in Peru in 2014.").claims[0]
    assert replace(claim, measure="burglaries").measure_said == "burglaries"


MEASURES = [
    # money, by what it is for
    ("en", "I have got 40 million dollars for the new hospitals.", "new hospitals expenditure"),
    ("de", "Für Heizung musste ich 1 900 Euro zahlen.", "Ausgaben für Heizung"),
    ("de", "Ergänzend stellt der Bund 300 Millionen Euro zur Verfügung, vor allem für Radwege.", "Ausgaben für Radwege"),
    ("de", "Für berufliche Bildung stellen wir 2 Milliarden Euro bereit.", "Ausgaben für berufliche Bildung"),
    # what is done, and how
    ("en", "One in five women was sexually harassed on the way to work.", "women sexually harassed on way to work"),
    ("en", "The booklet has been ordered by more than 3 million people across Norway.", "people ordered booklet"),
    ("en", "In 2019, 812 farmers were trained through the delivery of seeds, tools, maps and advice.", "farmers trained through delivery of seeds tools"),
    ("en", "They earned 9 million dollars, for which 40 tonnes of farm produce were exported.", "farm produce exported"),
    # verbs and nouns that look alike
    ("en", "We had to cut our budget by 6 percent.", "budget"),
    ("en", "They want to cut the deficit by 2 percent.", "deficit"),
    ("en", "Three years in a row, you have voted against the Farm Act.", "voted against Farm Act"),
    # whom a relative clause is about
    ("en", "The grants go to pensioners, who make up 19 percent of the population.", "pensioners of population"),
    ("de", "Das Geld geht an Rentner, die nur 19 Prozent der Bevölkerung ausmachen.", "Rentner"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "measure"), MEASURES)
def test_what_is_measured(language, said, measure):
    """No adverb, no verb and no other clause's noun is measured."""
    assert measure in {claim.measure for claim in read_text(said, language=language).claims}


def test_both_ends_of_a_change_measure_one_thing():
    """Global foreign direct investment flows fell by 13 percent, to 1.3 trillion dollars from 1.5 trillion the year before."""
    said = test_both_ends_of_a_change_measure_one_thing.__doc__ or ""
    assert len({claim.measure for claim in read_text(said).claims}) == 1


MORE = [
    ("en", "In the last year we cut oil imports by 2 million barrels a day.", "oil imports"),
    ("en", "The army is launching between 12 and 20 night raids a day.", "night raids"),
    ("en", "We trained 900 nurses, two thirds of whom are now in rural clinics.", "nurses in rural clinics"),
    ("en", "We lost 300 soldiers, 40 of whom were women.", "soldiers women"),
    ("en", "More than 30,000 houses are no longer safe to sleep in.", "houses no longer safe to sleep"),
    ("de", "So heben wir die Freigrenze – den Grundbetrag – von 800 auf 900 Euro an.", "Freigrenze"),
    ("de", "Rund 3 Millionen Rentner bekommen die Energiepauschale in Höhe von 200 Euro.", "Energiepauschale"),
    ("de", "Der Preis der Butter lag bei 5 Euro.", "Preis Butter"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "measure"), MORE)
def test_what_is_measured_is_the_nearest_thing_with_all_its_words(language, said, measure):
    """An object is no verb, a second name no measure, an article opens another phrase, and "no longer" is kept."""
    assert measure in {claim.measure for claim in read_text(said, language=language).claims}


BARE = [
    ("en", "In 2015 the unemployment rate was 26.1 percent, and last year 20.7."),
    ("de", "Im Jahr 2015 lag die Arbeitslosenquote bei 26,1 Prozent, im vergangenen Jahr bei 20,7."),
    ("mk", "Стапката на невработеност беше 26,1 отсто во 2015, а лани 20,7."),
    ("mk", "Стапката на сиромаштија во 2010 година беше 27 отсто, а во 2015-та 22,2."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), BARE)
def test_a_bare_figure_measures_in_percent_what_the_one_before_it_does(language, said):
    """Its unit and its official name are those of the figure before it, however the words are inflected."""
    first, second = read_text(said, language=language, said=date(2017, 3, 5)).claims
    assert (second.measure, second.amount.value.unit) == (first.measure, first.amount.value.unit)


def test_a_pronoun_measures_no_other_word_of_its_sentence():
    """It was 24 percent, yes, I remember it well."""
    (claim,) = read_text(test_a_pronoun_measures_no_other_word_of_its_sentence.__doc__ or "").claims
    assert claim.measure == ""


TIED = [
    ("en", "The railways ended the year with debts of 3 billion euros.", "debts"),
    ("en", "The office runs at a cost of about 40 million euros a year.", "cost"),
    ("en", "In a country with an unemployment rate of 26 percent people leave.", "unemployment rate"),
    ("en", "They work for an average wage of 412 euros.", "average wage"),
    ("en", "After losses of 5 million euros in 2015 the railways were sold.", "losses"),
    ("de", "Die Bahn schloss das Jahr mit Schulden von 3 Milliarden Euro ab.", "Schulden"),
    ("de", "Sie arbeiten für einen Durchschnittslohn von 412 Euro.", "Durchschnittslohn"),
    ("mk", "Железницата ја заврши годината со долгови од 3 милијарди денари.", "долгови"),
    ("mk", "Тие живеат во земја со стапка на невработеност од 26 отсто.", "стапка на невработеност"),
]


@pytest.mark.parametrize(("language", "said", "measure"), TIED)
def test_a_noun_tied_to_a_figure_is_measured(language, said, measure):
    """It is nearer than the subject, though a preposition stands before it."""
    assert [claim.measure for claim in read_text(said, language=language).claims] == [measure]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Exports rose at a pace of 5 percent."),
        ("de", "Die Exporte wuchsen mit einem Tempo von 5 Prozent."),
        ("en", "Exports reached a total of 5 billion euros."),
    ],
)
def test_a_mere_size_is_not_measured(language, said):
    """Pace, size and total say how much, and not of what."""
    assert all(
        claim.measure.casefold() in {"exports", "exporte"} for claim in read_text(said, language=language).claims
    )
