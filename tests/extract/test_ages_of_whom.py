"""Ages say who is counted, and are no figures of their own, in every language."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import PERCENT
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

SAID = date(2021, 5, 4)


@each(
    ("text", "language", "figures"),
    [
        ("Among girls between 15 and 19 the rate was 12 per cent in 2018.", "en", ["12 per cent"]),
        ("Only 61% of one-year-olds were vaccinated in 2018.", "en", ["61%"]),
        ("A third of 15-year-olds and 20 percent of 25- to 34-year-olds smoked in 2018.", "en", ["A third", "20 percent"]),
        ("Children under five years were 9 percent of the dead in 2018.", "en", ["9 percent"]),
        ("Unter Mädchen zwischen 15 und 19 lag die Quote 2018 bei 12 Prozent.", "de", ["12 Prozent"]),
        ("Unter jungen Menschen zwischen 15 und 24 hat die Quote 2018 bei 31 Prozent gestanden.", "de", ["31 Prozent"]),
        ("2018 gingen 24,5 Millionen Menschen ab 15 Jahren einer Arbeit nach.", "de", ["24,5 Millionen Menschen"]),
        ("Kinder unter fünf Jahren waren 2018 9 Prozent der Toten.", "de", ["9 Prozent"]),
        ("Bei den 15-Jährigen waren es 2018 21 Prozent, bei den 25- bis 34-Jährigen 33 Prozent.", "de", ["21 Prozent", "33 Prozent"]),
        ("Кај девојките меѓу 15 и 19 години стапката беше 12 отсто во 2018.", "mk", ["12 отсто"]),
        ("Во 2018 лицата над 15 години без работа беа 17 отсто.", "mk", ["17 отсто"]),
        ("Кај 15-годишниците уделот беше 21 отсто во 2018.", "mk", ["21 отсто"]),
    ],
)  # fmt: skip
def test_an_age_is_no_figure(text: str, language: str, figures: list[str]) -> None:
    reading = read_text(text, language=language, said=SAID)
    assert [each.span.cut(text) for each in reading.amounts] == figures


@pytest.mark.parametrize(
    ("text", "language", "figure"),
    [
        ("The median age was 41 years in 2018.", "en", "41 years"),
        ("Im Schnitt wurden sie 2018 77 Jahre alt.", "de", "77 Jahre alt"),
        ("Das Durchschnittsalter lag 2018 bei 44 Jahren.", "de", "44 Jahren"),
        ("Просечната возраст беше 39 години во 2018.", "mk", "39 години"),
        ("Between 15 and 19 people were hurt in 2018.", "en", "15 and 19 people"),
        ("Zwischen 15 und 19 Menschen wurden 2018 verletzt.", "de", "15 und 19 Menschen"),
    ],
)
def test_an_age_that_is_measured_and_a_count_stay(text: str, language: str, figure: str) -> None:
    (amount,) = read_text(text, language=language, said=SAID).amounts
    assert figure.endswith(amount.span.cut(text)) or amount.span.cut(text).endswith(figure)


def test_one_that_stands_for_somebody_counts_nothing() -> None:
    text = "A girl born in 2019 will live nine years longer than one born in 1990."
    assert [each.span.cut(text) for each in read_text(text, said=SAID).amounts] == ["nine years"]


AGES = {
    "en": ("15-to-24s", "15-24s", "15–24s", "15- to 24-year-olds", "15-24-year-olds", "people aged 15 to 24", "people aged 15-24"),
    "de": ("15- bis 24-Jährigen", "15–24-Jährigen", "15 bis 24-Jährigen"),
    "mk": ("15-24 годишниците", "лицата од 15 до 24 години", "младите на возраст од 15 до 24 години"),
}  # fmt: skip
UNEMPLOYED = {
    "en": "55 percent of the {} were out of work in 2013.",
    "de": "55 Prozent der {} waren 2013 ohne Arbeit.",
    "mk": "55 проценти од {} беа без работа во 2013.",
}
OF_ALL = Series(ref=SeriesRef("mine", "all"), title="Unemployment rate", unit=PERCENT)
OF_YOUNG = Series(ref=SeriesRef("mine", "young"), title="Unemployment rate, persons aged 15 to 24", unit=PERCENT)


@each(("language", "ages"), [(language, ages) for language, listed in AGES.items() for ages in listed])
def test_those_of_an_age_are_not_everybody(language, ages):
    """55 percent of 15-to-24s out of work: the rate of all, 26, says nothing against it, nor does that of the young, 55."""
    said = UNEMPLOYED[language].format(ages)
    assert outcome_of(said, language, OF_ALL, "26", 2013) == "undecided"
    assert outcome_of(said, language, OF_YOUNG, "55", 2013) in {"supported", "undecided"}


@pytest.mark.parametrize("ages", ["over-50s", "over-20s", "under-30s", "under-40s"])
def test_an_age_bound_is_no_decade(ages):
    """The over-50s of 2013 are people, and not the nineteen-fifties."""
    (claim,) = read_text(f"9 percent of the {ages} were out of work in 2013.", said=SAID).claims
    assert [str(mention.value) for mention in claim.periods] == ["2013"]
