"""Ranks, trends, means, first times, comparisons and prices said in German and Macedonian are judged like their English twins."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.compare import check
from workbench.core.finding import Agreement
from workbench.core.series import Additivity
from workbench.extract import read_text

# Unemployment rates, yearly, percent, as Eurostat (une_rt_a) and the World Bank give them, rounded
G7 = {
    "DEU": {"2016": "4.1", "2017": "3.8", "2018": "3.4", "2019": "3.1", "2020": "3.8", "2021": "3.6", "2022": "3.1"},
    "FRA": {"2021": "7.9", "2022": "7.3"},
    "ITA": {"2021": "9.5", "2022": "8.1"},
    "CAN": {"2021": "7.5", "2022": "5.3"},
    "JPN": {"2021": "2.8", "2022": "2.6"},
    "GBR": {"2021": "4.8", "2022": "3.7"},
    "USA": {"2021": "5.3", "2022": "3.6"},
}
FALLING = {
    "DEU": {
        "2012": "5.4", "2013": "5.2", "2014": "5.0", "2015": "4.6", "2016": "4.1", "2017": "3.8", "2018": "3.4", "2019": "3.1",
        "2020": "3.0", "2021": "2.9", "2022": "2.8",
    }
}  # fmt: skip

TWINS = [
    # what part of the finding is looked at, its agreement, and the sentence in English, German and Macedonian
    (
        "rank", Agreement.APART,
        "The unemployment rate in 2021 was the lowest since 2017.",
        "Die Arbeitslosenquote war 2021 die niedrigste seit 2017.",
        "Стапката на невработеност во 2021 година беше најниска од 2017 година.",
    ),
    (
        "rank", Agreement.EXACT,
        "Unemployment in 2019 was the lowest since 2016.",
        "Die Arbeitslosigkeit war 2019 die niedrigste seit 2016.",
        "Невработеноста во 2019 беше најниска од 2016 година.",
    ),
    (
        "rank", Agreement.EXACT,
        "In 2022 Canada had the third highest unemployment rate in the G7.",
        "2022 hatte Kanada die dritthöchste Arbeitslosenquote in der G7.",
        "Во 2022 година Канада имаше трета највисока стапка на невработеност во Г7.",
    ),
    (
        "rank", Agreement.APART,
        "In 2021 Germany had the lowest unemployment in the G7.",
        "2021 hatte Deutschland die niedrigste Arbeitslosigkeit in der G7.",
        "Во 2021 година Германија имаше најниска невработеност во Г7.",
    ),
    (
        "rank", Agreement.EXACT,
        "In 2019 unemployment was at an all-time low.",
        "2019 war die Arbeitslosigkeit so niedrig wie nie.",
        "Во 2019 година невработеноста беше на историски минимум.",
    ),
    (
        "rank", Agreement.APART,
        "In 2021 unemployment was the lowest in the last five years.",
        "2021 war die Arbeitslosigkeit die niedrigste in den letzten fünf Jahren.",
        "Во 2021 година невработеноста беше најниска во последните пет години.",
    ),
    (
        "rank", Agreement.APART,
        "Unemployment fell to 3.6 percent in 2021, the lowest rate since 2018.",
        "Die Arbeitslosigkeit sank 2021 auf 3,6 Prozent, den niedrigsten Wert seit 2018.",
        "Невработеноста падна на 3,6 проценти во 2021, најниска стапка од 2018 година.",
    ),
    (
        "rank", Agreement.EXACT,
        "In 2021 unemployment in Italy was higher than in any other country of the G7.",
        "In Italien war die Arbeitslosigkeit 2021 höher als in jedem anderen Land der G7.",
        "Во 2021 година Италија имаше највисока невработеност во Г7.",
    ),
    (
        "rank", Agreement.EXACT,
        "In 2022 France ranked second in the G7 for unemployment.",
        "2022 lag Frankreich bei der Arbeitslosigkeit in der G7 auf Platz 2.",
        "Во 2022 година Франција беше на второ место во Г7 според невработеноста.",
    ),
    (
        "rank", Agreement.APART,
        "In 2021 unemployment fell to a five-year low.",
        "2021 fiel die Arbeitslosigkeit auf den niedrigsten Stand seit fünf Jahren.",
        "Во 2021 година невработеноста беше најниска во последните пет години.",
    ),
    (
        "mean", Agreement.ROUNDS_TO,
        "Unemployment was 3.6 percent on average between 2016 and 2020.",
        "Zwischen 2016 und 2020 lag die Arbeitslosenquote im Durchschnitt bei 3,6 Prozent.",
        "Меѓу 2016 и 2020 година невработеноста во просек изнесуваше 3,6 проценти.",
    ),
    (
        "rank", Agreement.ROUNDS_TO,
        "Unemployment fell below 3.3 percent for the first time since 2016 in 2019.",
        "Die Arbeitslosigkeit fiel 2019 zum ersten Mal seit 2016 unter 3,3 Prozent.",
        "Невработеноста во 2019 за прв пат од 2016 година падна под 3,3 проценти.",
    ),
    (
        "comparison", Agreement.ROUNDS_TO,
        "In 2021 unemployment was lower in Germany than in France.",
        "2021 war die Arbeitslosigkeit in Deutschland niedriger als in Frankreich.",
        "Во 2021 година невработеноста во Германија беше пониска отколку во Франција.",
    ),
    (
        "comparison", Agreement.OPPOSITE,
        "In 2021 unemployment was higher in Germany than in France.",
        "2021 war die Arbeitslosigkeit in Deutschland höher als in Frankreich.",
        "Во 2021 година невработеноста во Германија беше повисока отколку во Франција.",
    ),
]  # fmt: skip
TRENDS = [
    (
        Agreement.EXACT,
        "Unemployment has fallen every year since 2015.",
        "Die Arbeitslosigkeit ist seit 2015 jedes Jahr gesunken.",
        "Невработеноста се намалува секоја година од 2015 година.",
    ),
    (
        Agreement.ROUNDS_TO,
        "Unemployment has fallen for the third year in a row.",
        "Die Arbeitslosigkeit ist das dritte Jahr in Folge gesunken.",
        "Невработеноста опадна трета година по ред.",
    ),
    (
        Agreement.ROUNDS_TO,
        "Unemployment fell for the third year running.",
        "Die Arbeitslosigkeit ist zum dritten Mal in Folge gesunken.",
        "Невработеноста опадна трет пат по ред.",
    ),
    (
        Agreement.EXACT,
        "Unemployment has fallen steadily since 2015.",
        "Die Arbeitslosigkeit ist seit 2015 stetig gesunken.",
        "Невработеноста постојано се намалува од 2015 година.",
    ),
]
LANGUAGES = ("en", "de", "mk")


def heard(make, speech, language, figures, title="Unemployment rate"):
    series = make.series("%", title=title, adds=Additivity.MEAN)
    claims = read_text(speech, said=date(2023, 5, 10), place="DEU", language=language, document="d").claims
    return [f for claim in claims for f in check(claim, series, make.table(figures), today=date(2024, 1, 1))]


def said(part, how, *twins):
    return [pytest.param(part, how, twin, language, id=twin) for language, twin in zip(LANGUAGES, twins, strict=True)]


@pytest.mark.parametrize(("part", "how", "speech", "language"), [case for twins in TWINS for case in said(*twins)])
def test_a_relation_is_judged_alike_in_every_language(make, part, how, speech, language):
    found = [f for f in heard(make, speech, language, G7) if f.part == part]
    assert [f.agreement for f in found] == [how], [f.why for f in found]


@pytest.mark.parametrize(
    ("part", "how", "speech", "language"), [case for how, *twins in TRENDS for case in said("trend", how, *twins)]
)
def test_a_trend_is_judged_alike_in_every_language(make, part, how, speech, language):
    found = [f for f in heard(make, speech, language, FALLING) if f.part == part]
    assert [f.agreement for f in found] == [how], [f.why for f in found]


PRICES = [
    ("Real wages rose by 3 percent in 2021.", "en"),
    ("Die Reallöhne stiegen 2021 um 3 Prozent.", "de"),
    ("Реалните плати пораснаа за 3 проценти во 2021 година.", "mk"),
]


@pytest.mark.parametrize(("speech", "language"), PRICES)
def test_real_is_never_measured_by_nominal(make, speech, language):
    figures = {"DEU": {"2020": "100", "2021": "103"}}
    title = "Wages (current prices)"
    found = heard(make, speech, language, figures, title)
    assert {f.agreement for f in found} == {Agreement.UNDECIDED}
    assert "prices" in {caveat.kind for f in found for caveat in f.caveats}


BESIDE = [
    ("Our unemployment rate of 2.9 percent is lower than in France.", "en"),
    ("We have 2.9 percent unemployment, while France has 7.9.", "en"),
    ("Unemployment fell to 2.9 percent in 2022, far below that of France.", "en"),
    ("France has 7.9 percent unemployment, we have 2.9 percent.", "en"),
    ("Unsere Arbeitslosenquote von 2,9 Prozent ist niedriger als in Frankreich.", "de"),
    ("Wir haben 2,9 Prozent Arbeitslosigkeit, während Frankreich 7,9 hat.", "de"),
    ("Die Arbeitslosigkeit fiel 2022 auf 2,9 Prozent, weit unter die von Frankreich.", "de"),
    ("Frankreich hat 7,9 Prozent Arbeitslosigkeit, wir haben 2,9 Prozent.", "de"),
    ("Нашата стапка на невработеност од 2,9 проценти е пониска отколку во Франција.", "mk"),
    ("Ние имаме 2,9 проценти невработеност, додека Франција има 7,9.", "mk"),
    ("Невработеноста падна на 2,9 проценти во 2022 година, далеку под онаа на Франција.", "mk"),
    ("Франција има 7,9 проценти невработеност, ние имаме 2,9 проценти.", "mk"),
]


@pytest.mark.parametrize(("speech", "language"), BESIDE)
def test_a_figure_is_never_judged_by_that_of_the_place_it_is_set_beside(make, speech, language):
    figures = {"DEU": {"2021": "3.6", "2022": "2.9"}, "FRA": {"2021": "7.9", "2022": "7.9"}}
    found = heard(make, speech, language, figures)
    held = [f for f in found if f.agreement in {Agreement.EXACT, Agreement.ROUNDS_TO}]
    assert {f.agreement for f in found} <= {Agreement.EXACT, Agreement.ROUNDS_TO, Agreement.UNDECIDED}, [
        f.why for f in found
    ]
    assert {(f.place, str(f.measured)) for f in held if f.part.startswith("level") and "2.9" in str(f.claimed)} <= {
        ("DEU", "2.9")
    }
    assert any(f.place == "DEU" for f in held)


@pytest.mark.parametrize(
    ("speech", "how"),
    [
        ("Unemployment stood at 2.9 percent in 2022, half the rate of Italy.", Agreement.EXACT),
        ("Unemployment stood at 2.9 percent in 2022, half the rate of France.", Agreement.APART),
    ],
)
def test_half_the_rate_of_another_is_one_of_its_figure(make, speech, how):
    figures = {"DEU": {"2022": "2.9"}, "FRA": {"2022": "7.9"}, "ITA": {"2022": "5.8"}}
    (found,) = (f for f in heard(make, speech, "en", figures) if f.part == "comparison")
    assert found.agreement is how, found.why


def test_a_year_that_is_only_compared_with_is_not_that_of_the_rank(make):
    """Im Vergleich zu 2017 ist die Arbeitslosigkeit die niedrigste seit 2016."""
    said = test_a_year_that_is_only_compared_with_is_not_that_of_the_rank.__doc__
    (found,) = (f for f in heard(make, said, "de", G7) if f.part == "rank")
    assert found.period is not None
    assert found.period.label == "2022"
