"""What is measured is a noun phrase in its role, whatever stands around it, in three languages."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from workbench.extract import read_text
from workbench.extract.phrases.headline_expressions import headlines

SUBJECTS = [
    "The average pension",
    "Output of small farms",
    "The number of pending cases",
    "Spending on roads, bridges and tunnels",
]
LEVELS = [
    "was",
    "stood at",
    "has been above",
    "averaged",
    "hovered around",
    "could not have been less than",
    "is now close to",
]
FRAMES = [
    "I can confirm to the chamber that {}.",
    "Under this government, {}, and everybody knows it.",
    "{}, the minister said.",
    "Believe me, friends: {}!",
]


def measures(said: str, language: str = "en") -> list[str]:
    return [claim.measure for claim in read_text(said, language=language).claims]


@each(("subject", "level"), list(product(SUBJECTS, LEVELS)))
def test_the_subject_is_measured_whatever_says_how_high_it_is(subject, level):
    plain = subject.removeprefix("The number of ").removeprefix("The ").replace(",", "").split()
    for frame in FRAMES:
        clause = f"{subject} {level} 14 percent of the plan"
        said = frame.format(clause if frame.startswith("{") else clause[0].lower() + clause[1:])
        (found, *_) = measures(said)
        assert [word.lower() for word in found.split()] == [word.lower() for word in plain], said


@each("verb", ["brought", "cut", "drove", "pushed"])
@each("who", ["Portugal", "We", "The government", "Nobody but my party"])
def test_the_object_of_a_causing_verb_is_measured(verb, who):
    assert measures(f"{who} {verb} youth crime from 11.2 percent in 2005 to 3.4 percent in 2015.")[0] == "youth crime"
    assert measures(f"{who} {verb} the school drop-out rate down to 3.4 percent.")[0] == "school drop-out rate"


@each(
    ("said", "measure"),
    [
        ("Smog, which peaked at 54.1 percent, has since gone.", "Smog"),
        ("The catch of cod that these boats bring home fell by 5 percent.", "catch of cod"),
        ("Sales of bread, according to the bakers, rose by 5 percent.", "Sales of bread"),
        ("Sales of bread (without rolls) rose by 5 percent.", "Sales of bread without rolls"),
        ("They stopped 90 attempts at illegal logging.", "attempts at illegal logging"),
        ("We spent 9 billion euros on railways.", "spending on railways"),
        ("A 5 percent fall in rents is what they promised.", "rents"),
        ("The price of bread was 2 euros, and it rose to 3 euros.", "price of bread"),
        ("At 14 percent, the vacancy rate is a scandal.", "vacancy rate"),
        ("It burned 3 million tonnes of lignite.", "lignite"),
    ],
)
def test_the_noun_phrase_in_its_role(said, measure):
    assert measure in measures(said)
    assert set(measures(said)) == {measure}


@pytest.mark.parametrize(
    ("said", "measure", "language"),
    [
        ("Im August belief sich die Zahl der neuen Baustellen über Nacht auf 400.", "neuen Baustellen", "de"),
        ("Die Quote der Zuwanderer ist mit 60 Prozent hoch.", "Quote der Zuwanderer", "de"),
        ("Um 5 Prozent gestiegen sind die Ausgaben für Kitas.", "Ausgaben für Kitas", "de"),
        ("Wir heben die Hinzuverdienst-Grenze auf 2000 Euro.", "Hinzuverdienst-Grenze", "de"),
        ("Стапката на неписменост кај старите изнесуваше 35 проценти.", "Стапката на неписменост кај старите", "mk"),
        ("Бројот на возови во земјава се намали за 5 проценти.", "возови", "mk"),
    ],
)
def test_the_noun_phrase_in_other_languages(said, measure, language):
    assert measures(said, language)[0].replace(" über Nacht", "").replace("der ", "") == measure.replace("der ", "")


PEOPLE = ["people", "of us", "of the young men", "of them"]


@each(
    ("said", "measure", "language"),
    [
        ("In 2015 31 percent of those who wanted a job came home with nothing.", "unemployment rate", "en"),
        ("In 2015 31 percent of our youngsters stood without work.", "youth unemployment rate", "en"),
        ("Some 4 million people were out of work.", "unemployed people", "en"),
        ("A girl born that year could expect to live 79 years.", "life expectancy at birth", "en"),
        ("Only 41 of the deputies were women.", "women in parliament", "en"),
        ("Ohne Stelle waren 4,9 Prozent.", "Arbeitslosenquote", "de"),
        ("Frauen hatten 31 Prozent der Sitze im Parlament inne.", "Frauenanteil im Parlament", "de"),
        ("Без работа беа 26 проценти.", "стапка на невработеност", "mk"),
    ],
)
def test_everyday_words_speak_of_a_headline_measure(said, measure, language):
    assert measure in measures(said, language)


def test_what_a_share_is_told_of_is_not_what_it_measures():
    """60 % of the unemployed are no unemployment rate."""
    for whole in ("the unemployed", "the jobless", "those out of work"):
        for part in ("were men", "live in towns", "have children"):
            (found,) = measures(f"60 percent of {whole} {part}.")
            assert "rate" not in found, (whole, part)


@pytest.mark.parametrize("language", ["en", "de", "mk"])
def test_each_headline_measure_has_a_name_and_is_found_by_its_own_words(language):
    found = headlines(language)
    assert len({one.name for one in found}) == len(found)
    assert all(one.kinds and one.expressions for one in found)


@pytest.mark.parametrize(
    ("said", "measure", "language"),
    [
        ("Foreign aid is a duty to me. It was 3 billion euros in 2015.", "official development assistance", "en"),
        (
            "The vacancy rate is a scandal. In 2015 the vacancy rate was 9 percent. Now it is 14 percent.",
            "vacancy rate",
            "en",
        ),
        (
            "Asylum applications numbered 9,000 in 2014. A year on, 6,771 applications came in.",
            "asylum applications",
            "en",
        ),
        ("Wir haben viele Flüchtlinge im Land. Im Jahr 2015 waren es 60 000 Menschen.", "Flüchtlinge", "de"),
    ],
)
def test_what_a_sentence_leaves_out_is_taken_from_before_and_told_as_assumed(said, measure, language):
    last = read_text(said, language=language).claims[-1]
    assert last.measure == measure
    assert "measure-from-before" in {note.kind for note in last.notes}


def test_nothing_is_assumed_where_a_sentence_tells_what_it_measures():
    for claim in read_text("The vacancy rate is 14 percent. Rents rose by 5 percent. We lost 90 shops.").claims:
        assert "measure-from-before" not in {note.kind for note in claim.notes}


def test_a_pronoun_without_antecedent_is_not_guessed():
    (claim,) = read_text("It is 14 percent.").claims
    assert claim.measure == ""


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("The police stopped 16,000 attempts at illegal entry last year.", "attempts at illegal entry"),
        ("They counted 95 attempts to cross the river.", "attempts to cross the river"),
        ("There were 12 attempts to rob the bank.", "attempts to rob the bank"),
        ("Some 40 requests to open a school came in.", "requests to open a school"),
    ],
)
def test_what_a_counted_deed_aims_at_belongs_to_it(said: str, measure: str):
    assert read_text(said).claims[0].measure == measure


@pytest.mark.parametrize("level", ["record levels", "their highest level", "5 percent", "the end of the year", "noon"])
def test_how_high_and_when_do_not(level: str):
    assert "level" not in read_text(f"We count 4,000 vacancies at {level}.").claims[0].measure


REFERRING = {
    "en": ("In 2014 methane emissions were 9 tonnes. By 2019 {} had fallen by 5 percent.", "methane emissions"),
    "de": (
        "Im Jahr 2014 lagen die Methanemissionen bei 9 Tonnen. Bis 2019 waren {} um 5 Prozent gesunken.",
        "Methanemissionen",
    ),
    "mk": ("Во 2014 емисиите на метан изнесуваа 9 тони. До 2019 {} паднале за 5 отсто.", "емисиите на метан"),
}
WORDS_FOR_IT = {
    "en": ["they", "those emissions", "these emissions", "that figure", "such emissions"],
    "de": ["sie", "diese Zahlen", "diese Werte"],
    "mk": ["тие емисии", "овие емисии"],
}


@each(("language", "word"), [(one, word) for one in WORDS_FOR_IT for word in WORDS_FOR_IT[one]])
def test_words_that_stand_for_what_was_named_before_measure_that(language: str, word: str):
    said, measure = REFERRING[language]
    first, last = read_text(said.format(word), language=language).claims
    assert (first.measure.lower(), last.measure.lower()) == (measure.lower(), measure.lower())
    assert "measure-from-before" in {note.kind for note in last.notes}


@pytest.mark.parametrize("opener", ["after", "before", "until", "as"])
def test_the_subject_of_a_clause_that_such_a_word_opens_is_measured(opener: str):
    for subject in ("exports of steel", "tram fares", "the number of beds"):
        (found, *_) = measures(f"Norway went into a slump {opener} {subject} fell by 3 percent.")
        assert found.split() == subject.removeprefix("the number of ").split()


@pytest.mark.parametrize("adverb", ["now", "still", "usually", "already"])
def test_an_adverb_before_the_verb_is_no_part_of_what_is_measured(adverb: str):
    assert measures(f"The average tractor {adverb} costs 90,000 euros.") == ["average tractor price"]


@pytest.mark.parametrize(
    ("said", "measure", "language"),
    [
        ("A kilo of rice costs 3 euros.", "rice price", "en"),
        ("The bus ticket cost 4 dollars.", "bus ticket", "en"),
        ("The bypass scheme cost 9 million euros.", "bypass scheme", "en"),
        ("Ein Liter Olivenöl kostet 12 Euro.", "Preis für Olivenöl", "de"),
        ("Килограм јаболка чинеше 60 денари.", "цена на јаболка", "mk"),
    ],
)
def test_what_costs_something_is_measured_by_its_price(said: str, measure: str, language: str):
    assert measures(said, language) == [measure]


@pytest.mark.parametrize(
    ("said", "measure", "language"),
    [
        ("Per head, our factories put 3 tonnes of soot into the air.", "soot per head", "en"),
        ("The debt came to 9,000 euros for every inhabitant.", "debt per head", "en"),
        ("Water consumption per person was 90 litres.", "Water consumption per person", "en"),
        ("Je Einwohner entstanden 19 Kilogramm Altpapier.", "Altpapier pro Kopf", "de"),
    ],
)
def test_what_is_told_for_each_inhabitant_is_measured_per_head(said: str, measure: str, language: str):
    assert measures(said, language) == [measure]


def test_a_bare_count_may_be_of_people_out_of_work():
    """A number with no noun behind it counts what the subject stands for."""
    for said in (
        "Unemployment stood at 195,000.",
        "Nationally, 2,060,000 were out of work.",
        "The jobless numbered 45,100.",
    ):
        assert measures(said) == ["unemployed people"], said


def test_lists_before_a_verb_are_one_subject():
    assert measures("Fishing, hunting and forestry brought in 9 million euros.") == ["Fishing hunting and forestry"]
    assert measures("Our three measures of core inflation edged up to 2 percent.") == ["core inflation"]


@each(
    ("said", "language", "some"),
    [
        ("106 of these deaths were registered.", "en", True),
        ("40 of those shops closed.", "en", True),
        ("106 deaths were registered.", "en", False),
        ("After two hours, the captains at last ran into the 30-foot wave.", "en", False),  # not "ours"
        ("106 dieser Todesfälle wurden gemeldet.", "de", True),
        ("106 Todesfälle wurden in dieser Woche gemeldet.", "de", False),
        ("106 од овие лица починале.", "mk", True),
        ("106 лица починале.", "mk", False),
    ],
)
def test_some_that_were_named_before_are_not_all(said: str, language: str, some: bool):
    assert {claim.named_before for claim in read_text(said, language=language).claims} == {some}


@pytest.mark.parametrize(
    ("language", "said", "measure"),
    [
        ("en", "Women hold 36 percent of board seats in Italy.", "women on company boards"),
        ("de", "In den Verwaltungsräten Italiens saßen 36 Prozent Frauen, im Parlament war es ähnlich.", "Frauenanteil in Aufsichtsräten"),
        ("mk", "Во управните одбори 36 проценти се жени.", "удел на жени во управни одбори"),
    ],
)  # fmt: skip
def test_boards_of_firms_are_no_parliaments(language: str, said: str, measure: str):
    """Seats alone are no seats in parliament."""
    assert read_text(said, language=language).claims[0].measure == measure


@pytest.mark.parametrize(
    ("language", "said", "measured", "whole"),
    [
        ("en", "Science funding as a proportion of the economy fell from 1.03 percent in 2005 to 0.84 in 2016.", "Science funding", "economy"),
        ("en", "Credit as a percentage of deposits was 84 percent in 2016.", "Credit", "deposits"),
        ("en", "Women as a share of all judges rose to 34 percent in 2016.", "Women", "judges"),
        ("en", "Rents as a fraction of wages stood at 40 percent in 2016.", "Rents", "wages"),
        ("de", "Die Mieten als Anteil am Lohn lagen 2016 bei 40 Prozent.", "Mieten", "Lohn"),
        ("de", "Kredite als Prozentsatz der Einlagen sanken 2016 auf 84 Prozent.", "Kredite", "Einlagen"),
        ("mk", "Трошоците за наука како процент од платите паднаа на 0,84 отсто во 2016 година.", "Трошоците за наука", "платите"),
        ("mk", "Кредитите како дел од депозитите изнесуваа 84 отсто во 2016 година.", "Кредитите", "депозитите"),
    ],
)  # fmt: skip
def test_what_is_put_as_a_share_is_measured_with_its_whole(language: str, said: str, measured: str, whole: str):
    (claim,) = read_text(said, language=language).claims
    assert claim.measure.startswith(measured)
    assert whole in claim.measure
