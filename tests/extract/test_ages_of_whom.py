"""Ages say who is counted, and are no figures of their own, in every language."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2021, 5, 4)


@pytest.mark.parametrize(
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
