"""A figure that fits one thing bears out no other: exports are no value added, hospitals no whole country, a part no whole.

Each sentence gives the right figure of the series for something that the series does not measure.
"""

from __future__ import annotations

import pytest
from outcomes import outcome_of

from tests.each import each
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef

PERCENT = Unit(Dimension.SHARE, "percentage", "%")


def series_of(key: str, title: str, unit: Unit) -> Series:
    return Series(ref=SeriesRef("mine", key), title=title, unit=unit, frequency=Frequency.YEAR)


OUTPUT = series_of("m", "Manufacturing value added as a proportion of GDP", PERCENT)
POCKET = series_of("o", "Out-of-pocket expenditure as percentage of current health expenditure", PERCENT)
NURSES = series_of(
    "n",
    "Nursing and midwifery personnel density",
    Unit(Dimension.RATE, "nursing and midwifery personnel", "", per="1,000 inhabitants"),
)
FOREST = series_of("f", "Forest area", Unit(Dimension.PHYSICAL, "hectare", "ha"))
WEDDINGS = series_of("w", "Crude marriage rate", Unit(Dimension.RATE, "marriage", "", per="1,000 inhabitants"))
WINE = series_of("v", "Wine as a share of all alcohol consumed", PERCENT)
SMOKE = series_of("c", "Carbon dioxide emissions from fuel combustion", Unit(Dimension.PHYSICAL, "tonne", "t"))
JOBLESS = series_of("u", "Unemployment rate, persons aged 15 and over", PERCENT)
POOR = series_of("p", "Proportion of population below the national poverty line", PERCENT)
VALUES = {
    "m": "11.72",
    "o": "6.79683",
    "n": "13.794",
    "c": "718794000",
    "u": "3.38",
    "p": "23.4",
    "f": "1001490",
    "w": "6.6",
    "v": "35",
}


OTHERS = [
    ("Manufacturing exports equalled 11.7 percent of the GDP of North Macedonia in 2019.", "en", OUTPUT),
    ("Exports of manufacturing were 11.7 percent of GDP in North Macedonia in 2019.", "en", OUTPUT),
    ("Dental treatment made up 6.8 percent of current health spending in France in 2015.", "en", POCKET),
    ("Dental treatment accounted for 6.8 percent of current health spending in France in 2015.", "en", POCKET),
    ("Auf Zahnbehandlungen entfielen in Frankreich 2015 6,8 Prozent der laufenden Gesundheitsausgaben.", "de", POCKET),
    ("6,8 Prozent der Gesundheitsausgaben entfielen 2015 in Frankreich auf Zahnersatz.", "de", POCKET),
    ("На стоматологијата отпаѓаа 6,8 отсто од трошоците за здравство во Франција во 2015 година.", "mk", POCKET),
    ("In hospitals alone there were 13.8 nurses per 1,000 people in Germany in 2015.", "en", NURSES),
    ("Germany had 13.8 nurses per 1,000 people in 2015 in hospitals alone.", "en", NURSES),
    ("13,8 Pflegekräfte auf tausend Einwohner hatte Deutschland 2015 allein in den Krankenhäusern.", "de", NURSES),
    ("13,8 медицински сестри на илјада жители имаше во Германија во 2015 само во болниците.", "mk", NURSES),
    ("Industry accounted for 718,794,000 tonnes of Germany's carbon dioxide emissions from fuel in 2017.", "en", SMOKE),
]

OTHERS += [
    ("Шумите во државна сопственост во Северна Македонија во 2020 година зафаќале 1.001.490 хектари.", "mk", FOREST),
    ("Die Wälder in Staatsbesitz nahmen 2020 in Nordmazedonien 1.001.490 Hektar ein.", "de", FOREST),
    ("6.6 divorces per 1,000 inhabitants were counted in North Macedonia in 2017.", "en", WEDDINGS),
    ("Во Северна Македонија во 2017 имаше 6,6 разводи на 1000 жители.", "mk", WEDDINGS),
    ("Auf 1.000 Einwohner kamen 2017 in Nordmazedonien 6,6 Scheidungen.", "de", WEDDINGS),
    ("35 Prozent der Österreicher haben 2014 jeden Tag Wein getrunken.", "de", WINE),
    ("In Austria people spent 6.8 percent of their household income for health out of pocket in 2015.", "en", POCKET),
    (
        "Die Österreicher gaben 2015 6,8 Prozent ihres Haushaltseinkommens aus eigener Tasche für Gesundheit aus.",
        "de",
        POCKET,
    ),
]

OTHERS += [
    (
        "Manufacturing, including construction, made up 11.7 percent of the GDP of North Macedonia in 2019.",
        "en",
        OUTPUT,
    ),
    ("Die Industrie einschließlich Bergbau trug 2019 in Nordmazedonien 11,7 Prozent zum BIP bei.", "de", OUTPUT),
    (
        "Преработувачката индустрија, вклучувајќи градежништво, во Северна Македонија во 2019 беше 11,7 отсто од БДП.",
        "mk",
        OUTPUT,
    ),
]

THEMSELVES = [
    ("Шумите во Северна Македонија во 2020 година зафаќале 1.001.490 хектари.", "mk", FOREST),
    ("Die Waldfläche betrug 2020 in Nordmazedonien 1.001.490 Hektar.", "de", FOREST),
    ("6.6 marriages per 1,000 inhabitants were counted in North Macedonia in 2017.", "en", WEDDINGS),
    ("Во Северна Македонија во 2017 имаше 6,6 бракови на 1000 жители.", "mk", WEDDINGS),
    ("Wine was 35 percent of all alcohol consumed in Austria in 2014.", "en", WINE),
    ("Manufacturing accounted for 11.7 percent of the GDP of North Macedonia in 2019.", "en", OUTPUT),
    ("Manufacturing made up 11.7 percent of the GDP of North Macedonia in 2019.", "en", OUTPUT),
    ("Out-of-pocket payments accounted for 6.8 percent of current health spending in France in 2015.", "en", POCKET),
    ("In 2015 alone Germany had 13.8 nurses per 1,000 people.", "en", NURSES),
    ("In Germany alone there were 13.8 nurses per 1,000 people in 2015.", "en", NURSES),
    ("Germany had 13.8 nurses per 1,000 people in that one year alone, 2015.", "en", NURSES),
    ("13,8 Pflegekräfte auf tausend Einwohner hatte Deutschland allein im Jahr 2015.", "de", NURSES),
    ("13,8 медицински сестри на илјада жители имаше во Германија само во 2015 година.", "mk", NURSES),
    ("Germany's carbon dioxide emissions from fuel were 718,794,000 tonnes in 2017.", "en", SMOKE),
]


@each(("text", "language", "series"), OTHERS)
def test_the_figure_of_one_thing_bears_out_no_other(text: str, language: str, series: Series) -> None:
    assert outcome_of(text, language, series, VALUES[series.ref.key], otherwise=2015) == "undecided"


@pytest.mark.parametrize(("text", "language", "series"), THEMSELVES)
def test_it_bears_out_the_thing_itself(text: str, language: str, series: Series) -> None:
    assert outcome_of(text, language, series, VALUES[series.ref.key], otherwise=2015) == "supported"


GROUPS = [
    ("Among the pensioners of Bulgaria 23.4 per cent were poor in 2016.", "en", POOR),
    ("For Bulgaria's pensioners the poverty rate was 23.4 per cent in 2016.", "en", POOR),
    ("Unemployment in Germany was 3.4 percent in 2018 in rural areas.", "en", JOBLESS),
    ("Unemployment among women in Germany was 3.4 percent in 2018.", "en", JOBLESS),
    ("Among migrants in Germany unemployment was 3.4 percent in 2018.", "en", JOBLESS),
    ("Unter Ausländern in Deutschland lag die Arbeitslosenquote 2018 bei 3,4 Prozent.", "de", JOBLESS),
    ("Die Arbeitslosenquote der Frauen in Deutschland lag 2018 bei 3,4 Prozent.", "de", JOBLESS),
    ("Невработеноста меѓу жените во Германија во 2018 година беше 3,4 отсто.", "mk", JOBLESS),
]
EVERYBODY = [
    ("Unemployment in Germany was 3.4 percent in 2018.", "en", JOBLESS),
    ("The poverty rate in Bulgaria was 23.4 per cent in 2016.", "en", POOR),
    ("Die Arbeitslosenquote in Deutschland lag 2018 bei 3,4 Prozent.", "de", JOBLESS),
    ("Невработеноста во Германија во 2018 година беше 3,4 отсто.", "mk", JOBLESS),
]


@pytest.mark.parametrize(("text", "language", "series"), GROUPS)
def test_the_figure_of_everybody_bears_out_nothing_that_is_told_of_a_group(
    text: str, language: str, series: Series
) -> None:
    assert outcome_of(text, language, series, VALUES[series.ref.key], otherwise=2015) == "undecided"


@pytest.mark.parametrize(("text", "language", "series"), EVERYBODY)
def test_it_bears_out_what_is_told_of_everybody(text: str, language: str, series: Series) -> None:
    assert outcome_of(text, language, series, VALUES[series.ref.key], otherwise=2015) == "supported"
