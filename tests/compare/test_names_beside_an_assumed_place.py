"""A name that no slot reads may be that of a town or a people: the country's figure, which was assumed, does not refute what is told of it.

No table holds every town and every people. Where the claim names its country, or nothing else, the country's figure is the one that is meant.
"""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import outcome_of_claim
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

JOBLESS = Series(
    ref=SeriesRef("mine", "a"),
    title="Unemployment rate, persons aged 15 and over",
    unit=Unit(dimension=Dimension.SHARE, name="percentage", code="%"),
)
TOLD = {
    "en": (
        "Middlesbrough 2012: 14.1% unemployed.",
        "Middlesbrough had an unemployment rate of 14.1 percent in 2012.",
        "In 2012 the Brickfields estate had an unemployment rate of 14.1 percent.",
        "Nearly every seventh Sorb, 14.1 percent, was unemployed in 2012.",
    ),
    "de": (
        "Gelsenkirchen 2012: 14,1 % arbeitslos.",
        "Gelsenkirchen hatte 2012 eine Arbeitslosenquote von 14,1 Prozent.",
        "Fast jeder siebte Sorbe, 14,1 Prozent, war 2012 arbeitslos.",
        "Jeder siebte Hilfsarbeiter war 2012 arbeitslos.",
    ),
    "mk": (
        "Куманово 2012: 14,1 % невработени.",
        "Куманово во 2012 имаше стапка на невработеност од 14,1 отсто.",
        "Речиси секој седми Влав, 14,1 отсто, беше невработен во 2012.",
    ),
}  # fmt: skip
NAMED = {
    "en": ("Unemployment was 14.1 percent in 2012.", "In 2012 Germany had an unemployment rate of 14.1 percent."),
    "de": ("Die Arbeitslosenquote lag 2012 bei 14,1 Prozent.", "Deutschland hatte 2012 eine Arbeitslosenquote von 14,1 Prozent."),
    "mk": ("Стапката на невработеност во 2012 беше 14,1 отсто.", "Германија во 2012 имаше стапка на невработеност од 14,1 отсто."),
}  # fmt: skip


def outcome(said: str, language: str) -> str:
    claim = read_text(said, language=language, place="DEU").claims[0]
    return outcome_of_claim(claim, JOBLESS, {year(2012): "8"})


def rows(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, said) for language, listed in table.items() for said in listed]


@each(("language", "said"), rows(TOLD))
def test_a_town_or_a_people_that_no_table_knows_is_not_refuted_by_the_country(language, said):
    """14.1 percent in Gelsenkirchen: that Germany had 8 says nothing of it."""
    assert outcome(said, language) == "undecided"


@each(("language", "said"), rows(NAMED))
def test_what_is_told_of_the_country_is_refuted_by_its_figure(language, said):
    """Germany had 14.1 percent, or nothing else is named: it had 8."""
    assert outcome(said, language) == "contradicted"
