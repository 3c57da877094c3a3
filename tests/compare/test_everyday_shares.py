"""Figures told in everyday words and published in others: one child in twenty of a rate by 1,000 born, cents of a euro of a share."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.match.outcomes import LATER, outcome_of
from workbench.core.claim import Sort
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

DEATHS = Series(
    ref=SeriesRef("mine", "u5"),
    title="Under-five mortality rate",
    unit=Unit(Dimension.RATE, "death", per="1,000 live births"),
)
POCKET = Series(
    ref=SeriesRef("mine", "oop"),
    title="Out-of-pocket expenditure as percentage of current health expenditure",
    unit=PERCENT,
)
MEDIAN = Series(
    ref=SeriesRef("mine", "age"),
    title="Median age of the population",
    unit=Unit(Dimension.DURATION, "year of age", "yr"),
)

DYING = [
    ("en", "One Ethiopian child in twenty died before the age of five in 2019."),
    ("en", "In 2019 one in twenty Ethiopian children died before the age of five."),
    ("en", "In Ethiopia 50 of every 1,000 children died before the age of five in 2019."),
    ("en", "In 2019, 5 percent of children in Ethiopia died before their fifth birthday."),
    ("de", "In Äthiopien starb 2019 jedes zwanzigste Kind vor seinem fünften Geburtstag."),
    ("de", "In Äthiopien starben 2019 fünf Prozent der Kinder vor ihrem fünften Geburtstag."),
    ("mk", "Во Етиопија во 2019 секое дваесетто дете умре пред петтиот роденден."),
]


@pytest.mark.parametrize(("language", "said"), DYING)
def test_a_share_of_children_who_die_is_measured_by_a_rate_of_births(language: str, said: str):
    """Offices count deaths by 1,000 born; speakers say one in twenty."""
    assert outcome_of(said, language, DEATHS, "50.2", 2019) == "supported"
    assert outcome_of(said, language, DEATHS, "97", 2019) == "contradicted"


OF_OTHERS = [
    ("en", "One in twenty mothers in Ethiopia lost a child before the age of five in 2019."),
    ("en", "One in twenty deaths in Ethiopia in 2019 was of a child under five."),
    ("en", "One in twenty villages in Ethiopia had a child die before the age of five in 2019."),
    ("de", "In Äthiopien verlor 2019 jede zwanzigste Mutter ein Kind unter fünf Jahren."),
]


@pytest.mark.parametrize(("language", "said"), OF_OTHERS)
def test_a_share_of_others_is_not(language: str, said: str):
    assert outcome_of(said, language, DEATHS, "50.2", 2019) == "undecided"
    assert outcome_of(said, language, DEATHS, "97", 2019) == "undecided"


OF_MONEY = [
    ("en", "Of every euro spent on health in Austria in 2015, 18 cents came from patients' own pockets.", "18"),
    ("en", "In Austria 18 cents of every euro spent on health in 2015 came from patients' own pockets.", "18"),
    ("en", "In 2015 four naira of every ten spent on health in Nigeria came from patients' own pockets.", "40"),
    ("de", "Von jedem Euro, der 2015 in Österreich für die Gesundheit ausgegeben wurde, zahlten die Patienten 18 Cent aus der eigenen Tasche.", "18"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "share"), OF_MONEY)
def test_coins_of_each_are_a_share(language: str, said: str, share: str):
    """18 cents of every euro are 18 percent, wherever the euro stands."""
    assert outcome_of(said, language, POCKET, f"{share}.2", 2015) == "supported"
    assert outcome_of(said, language, POCKET, "31", 2015) == "contradicted"


def test_a_patient_who_puts_down_money_lowers_nothing():
    """He was putting down 42 of every hundred pesos: no fall, and his own wallet is no whole that they are a share of."""
    said = "Of every hundred pesos that went on health in Mexico in 2015, the patient was putting down nearly 42 out of his own wallet."
    assert outcome_of(said, "en", POCKET, "41.4", 2015) == "supported"


@pytest.mark.parametrize(
    "said", ["Every euro counts; coffee cost 80 cents in 2015.", "We paid 12 cents for each litre in 2015."]
)
def test_a_price_in_coins_is_no_share(said: str):
    amounts = [claim.amount.value for claim in read_text(said, said=LATER).claims if claim.amount]
    assert Dimension.SHARE not in {amount.unit.dimension for amount in amounts}


HALF = [
    ("en", "In 2015 half of all Germans were younger than {}.", "less"),
    ("de", "2015 war die Hälfte der Deutschen jünger als {}.", "less"),
    ("de", "Die Hälfte der Deutschen war 2015 jünger als {} Jahre.", "less"),
    ("de", "2015 war die Hälfte der Deutschen älter als {}.", "more"),
    ("mk", "Во 2015 беше половината од Германците помлада од {} години.", "less"),
]


@pytest.mark.parametrize(("language", "said", "way"), HALF)
def test_half_of_a_people_by_age_is_its_median(language: str, said: str, way: str):
    """Half of the Germans are younger than 38: so the median age would be under 38, wherever the verb stands."""
    right, wrong = ("49", "38") if way == "less" else ("44", "52")
    assert outcome_of(said.format(right), language, MEDIAN, "46.2", 2015) == "supported"
    assert outcome_of(said.format(wrong), language, MEDIAN, "46.2", 2015) == "contradicted"


AGED = [
    ("en", "Of those between 15 and 24 who are in the labour market, one in four was unemployed in 2018."),
    ("de", "Von denen zwischen 15 und 24, die auf dem Arbeitsmarkt sind, war 2018 jeder Vierte arbeitslos."),
    ("mk", "Од тие меѓу 15 и 24 години што се на пазарот на трудот, во 2018 година невработен беше секој четврти."),
    ("mk", "Од оние помеѓу 15 и 24 години, во 2018 година невработен беше секој четврти."),
]


@pytest.mark.parametrize(("language", "said"), AGED)
def test_ages_behind_a_pronoun_are_an_age_group(language: str, said: str):
    """Those between 15 and 24: a group of ages, and no figure of the claim."""
    (claim,) = read_text(said, said=LATER, language=language).claims
    assert claim.amount is not None
    assert claim.amount.value.low == Decimal(25)
    assert [each.value.what for each in claim.qualifiers if each.value.sort is Sort.AGED] == ["aged 15 to 24"]


@pytest.mark.parametrize("said", ["In Ethiopia 120 died in 2019.", "In Spain 300 of them were women in 2019."])
def test_a_figure_behind_a_country_is_no_name(said: str):
    assert [claim.amount.value.low for claim in read_text(said, said=LATER).claims if claim.amount]


@pytest.mark.parametrize("said", ["Game 2 was lost.", "He flew with Apollo 11 in 1969.", "Germany 3, Brazil 1."])
def test_a_figure_behind_another_name_still_is(said: str):
    assert not [claim for claim in read_text(said, said=LATER).claims if claim.amount]


OF_A_PEOPLE = [
    ("en", "In 2015 a third of the Germans smoked."),
    ("de", "2015 rauchte ein Drittel der Deutschen."),
    ("mk", "Во 2015 третина од Германците пушеа."),
    ("mk", "Во 2015 30 отсто од Германците пушеа."),
    ("mk", "Во 2015 половината од Германците пушеа."),
]


@pytest.mark.parametrize(("language", "said"), OF_A_PEOPLE)
def test_a_share_of_a_people_is_of_its_country(language: str, said: str):
    """A third of the Germans: Germany is no partner, and nothing is set beside it."""
    (claim,) = read_text(said, said=LATER, language=language).claims
    assert (claim.place, claim.comparison) == ("DEU", None)


YOUTH = Series(ref=SeriesRef("mine", "youth"), title="Youth unemployment rate, persons aged 15 to 24", unit=PERCENT)
OF_THE_YOUNG = [
    ("en", "In 2013 55.5 percent of {} were unemployed.", ("young people in Spain", "young Spaniards", "the young in Spain")),
    ("de", "55,5 Prozent {} waren 2013 in Spanien arbeitslos.", ("der Jugendlichen", "der jungen Leute", "der jungen Menschen")),
    ("mk", "55,5 отсто од {} во Шпанија беа невработени во 2013.", ("младите", "младите луѓе")),
]  # fmt: skip
OTHERS = [
    ("en", "In 2013 55.5 percent of {} were unemployed.", ("young women in Spain", "young teachers in Spain", "all Spaniards")),
    ("de", "55,5 Prozent {} waren 2013 in Spanien arbeitslos.", ("der jungen Frauen", "der jungen Lehrer", "der Bevölkerung")),
    ("mk", "55,5 отсто од {} во Шпанија беа невработени во 2013.", ("младите жени", "населението")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said", "whom", "outcome"),
    [
        (language, said, whom, outcome)
        for rows, outcome in ((OF_THE_YOUNG, "supported"), (OTHERS, "undecided"))
        for language, said, listed in rows
        for whom in listed
    ],
)
def test_a_share_of_the_young_without_work_is_their_rate(language: str, said: str, whom: str, outcome: str):
    """55.5 percent of the young: what offices give of those who work or want to; of young women or of everybody it is another."""
    assert outcome_of(said.format(whom), language, YOUTH, "55.5", 2013) == outcome


TAXES = Series(ref=SeriesRef("mine", "tax"), title="Total tax revenue", unit=Unit(Dimension.SHARE, "% of GDP", "%"))
ONE_TAX = [
    ("en", "{} 12.7 percent of GDP in Spain in 2018.", ("Income tax was", "Property taxes were", "VAT was"), "Taxes were"),
    ("de", "{} 2018 in Spanien 12,7 Prozent des BIP.", ("Die Einkommensteuer betrug", "Die Steuern auf Vermögen betrugen"), "Die Steuern betrugen"),
    ("mk", "{} 12,7 отсто од БДП во Шпанија во 2018.", ("Данокот на доход изнесуваше", "Даноците на имот изнесуваа", "ДДВ изнесуваше"), "Даноците изнесуваа"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "one", "every"), ONE_TAX)
def test_all_taxes_bear_out_no_single_one(language: str, said: str, one: tuple[str, ...], every: str):
    """Property taxes of 12.7 percent of GDP: all taxes together are that."""
    assert outcome_of(said.format(every), language, TAXES, "12.7", 2018) == "supported"
    assert {outcome_of(said.format(each), language, TAXES, "12.7", 2018) for each in one} == {"undecided"}
