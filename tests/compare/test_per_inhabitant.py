"""A claim per inhabitant on a series of the whole: each figure is divided by the population of its place and period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.each import each
from workbench.compare import Population, check, is_population, outcome
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity
from workbench.extract import read_text

TODAY = date(2024, 1, 1)
PERSON = Unit(Dimension.COUNT, "person")
TONNE = Unit(Dimension.PHYSICAL, "tonne", "t")


def heard(make, speech, *, people=None, language="en"):
    claims = read_text(speech, said=date(2023, 5, 10), place="NLD", language=language, document="d").claims
    emitted = make.series("t", title="Carbon dioxide emissions", adds=Additivity.SUM)
    rows = make.table({"NLD": {"2012": "90000000", "2022": "120000000"}})
    counted = make.series("person", title="Population, total")
    population = None if people is None else Population(counted, make.table({"NLD": people}))
    return [f for claim in claims for f in check(claim, emitted, rows, today=TODAY, population=population)]


PEOPLE = {"2012": "15000000", "2022": "16000000"}

SAID = [
    ("In 2022 we emitted {} tonnes of carbon dioxide per inhabitant.", "en"),
    ("In 2022 we emitted {} tonnes of carbon dioxide for each citizen.", "en"),
    ("Every inhabitant accounted for {} tonnes of carbon dioxide in 2022.", "en"),
    ("Spread over our people, carbon dioxide came to {} tonnes in 2022.", "en"),
    ("Measured against the population, we emitted {} tonnes of carbon dioxide in 2022.", "en"),
    ("Relative to our population we emitted {} tonnes of carbon dioxide in 2022.", "en"),
    ("2022 haben wir {} Tonnen Kohlendioxid pro Kopf ausgestoßen.", "de"),
    ("Gemessen an der Bevölkerung haben wir 2022 {} Tonnen Kohlendioxid ausgestoßen.", "de"),
    ("Im Verhältnis zur Einwohnerzahl haben wir 2022 {} Tonnen Kohlendioxid ausgestoßen.", "de"),
    ("Во однос на населението во 2022 година емитувавме {} тони јаглероден диоксид.", "mk"),
    ("Во 2022 година емитувавме {} тони јаглероден диоксид по жител.", "mk"),
]


@each(("speech", "language"), SAID)
@each(("figure", "word"), [("7.5", "supported"), ("9", "contradicted"), ("120,000,000", "undecided")])
def test_the_whole_is_divided_by_the_population(make, speech, language, figure, word):
    if language != "en":
        figure = figure.replace(",", ";").replace(".", ",").replace(";", ".")
    found = heard(make, speech.format(figure), people=PEOPLE, language=language)
    assert outcome(found)[0] == word
    assert {each.measured for each in found} == {Decimal("7.5")}


@each(("speech", "language"), SAID)
def test_without_the_population_of_that_year_nothing_is_decided(make, speech, language):
    for people in (None, {}, {"1999": "15000000"}):
        found = heard(make, speech.format("7"), people=people, language=language)
        assert outcome(found)[0] == "undecided"


def test_both_figures_stand_on_the_sheet(make):
    """In 2022 we emitted 7.5 tonnes of carbon dioxide per inhabitant."""
    (found,) = heard(make, test_both_figures_stand_on_the_sheet.__doc__ or "", people=PEOPLE)
    assert [step.op for step in found.trace.steps] == ["read", "read", "ratio"]
    assert [step.result for step in found.trace.steps] == [Decimal(120000000), Decimal(16000000), Decimal("7.5")]
    assert "divided by “Population, total”" in " ".join(caveat.says for caveat in found.caveats)


def test_a_change_per_inhabitant_is_one_of_the_quotients(make):
    """Emissions of carbon dioxide per inhabitant rose by 25 percent between 2012 and 2022."""
    found = heard(make, test_a_change_per_inhabitant_is_one_of_the_quotients.__doc__ or "", people=PEOPLE)
    assert outcome(found)[0] == "supported"


@each(
    ("title", "whole"),
    [
        ("Population", True), ("Total population", True), ("Population, total", True), ("Resident population on 1 January", True),
        ("Population (thousands)", True), ("Rural population", False), ("Population aged 65 and over", False),
        ("Population density", False), ("Population, female", False), ("Working-age population", False),
    ],
)  # fmt: skip
def test_only_all_inhabitants_are_the_population(make, title, whole):
    assert is_population(make.series("person", title=title)) is whole
