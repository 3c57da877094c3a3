"""What people say of a series in everyday words, borne out by its figure, and the same told of a part, which is not."""

from __future__ import annotations

import pytest
from outcomes import outcome_of

from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef

PERCENT = Unit(Dimension.SHARE, "percentage", "%")


def _series(key: str, title: str, unit: Unit) -> Series:
    return Series(ref=SeriesRef("mine", key), title=title, unit=unit, frequency=Frequency.YEAR)


MEASLES = _series("m", "Confirmed measles cases", Unit(Dimension.COUNT, "case", ""))
MUMPS = _series("k", "Mumps: reported cases", Unit(Dimension.COUNT, "case", ""))
CO2 = _series("c", "Carbon dioxide emissions from fuel combustion", Unit(Dimension.PHYSICAL, "tonne", "t"))
FACTORY = _series("f", "Manufacturing value added as a proportion of GDP", PERCENT)
POCKET = _series("o", "Out-of-pocket expenditure as percentage of current health expenditure", PERCENT)
RENTS = _series("r", "Actual and imputed rents of households as a share of GDP", PERCENT)
LIFE = _series("l", "Life expectancy at birth", Unit(Dimension.DURATION, "year", ""))
FOREIGN = _series("d", "Foreign direct investment inflows", Unit(Dimension.MONEY, "US dollar", "USD"))
HEALTH = _series("h", "Current health expenditure as percentage of gross domestic product", PERCENT)
BORN = _series("b", "Births outside of marriage", PERCENT)
CLEAN = _series("t", "Corruption Perceptions Index", Unit(Dimension.INDEX, "index point", ""))
YOUNG_MOTHERS = _series(
    "y",
    "Adolescent birth rate, women aged 15 to 19",
    Unit(Dimension.RATE, "birth", "", per="1,000 women aged 15-19"),
)
MOTHERS = _series("x", "Maternal mortality ratio", Unit(Dimension.RATE, "death", "", per="100,000 live births"))

SAID = [
    ("de", MEASLES, "412", "An Masern erkrankten 2014 in Portugal 412 Menschen."),
    ("de", MEASLES, "412", "Die Ämter verzeichneten 2014 in Portugal 412 Masernfälle."),
    ("de", MUMPS, "412", "Mit Mumps steckten sich 2014 in Portugal 412 Menschen an."),
    (
        "de",
        CO2,
        "41200000",
        "Portugal stieß 2014 41,2 Millionen Tonnen CO2 aus der Verbrennung von Kohle, Öl und Gas aus.",
    ),
    ("de", FACTORY, "14.2", "Das verarbeitende Gewerbe trug 2014 in Portugal 14,2 Prozent zum BIP bei."),
    ("de", FACTORY, "14.2", "Die Sachgütererzeugung steuerte 2014 in Portugal 14,2 Prozent zum BIP bei."),
    (
        "de",
        POCKET,
        "24.2",
        "Die Selbstzahlungen der Haushalte machten 2014 in Portugal 24,2 Prozent der laufenden Gesundheitsausgaben aus.",
    ),
    ("de", RENTS, "9.2", "Der Anteil der Wohnungsmieten am Bruttoinlandsprodukt lag 2014 in Portugal bei 9,2 Prozent."),
    ("de", LIFE, "81.2", "Neugeborene hatten 2014 in Portugal im Mittel 81,2 Jahre vor sich."),
    ("de", LIFE, "81.2", "Wer 2014 in Portugal zur Welt kam, kann mit 81,2 Lebensjahren rechnen."),
    ("de", CLEAN, "63", "Auf der Korruptionsskala erhielt Portugal 2014 63 Punkte."),
    ("de", YOUNG_MOTHERS, "11.2", "Auf 1.000 Mädchen zwischen 15 und 19 kamen 2014 in Portugal 11,2 Geburten."),
    ("de", MOTHERS, "9", "Auf 100.000 Lebendgeburten starben 2014 in Portugal 9 Mütter."),
    ("mk", MEASLES, "412", "Од мали сипаници во Португалија во 2014 се разболеле 412 луѓе."),
    ("mk", MUMPS, "412", "Од заушки во Португалија во 2014 се разболеле 412 луѓе."),
    ("mk", BORN, "49.2", "Во 2014 во Португалија 49,2 отсто од децата се родиле вон брак."),
    ("mk", FACTORY, "14.2", "Преработувачката индустрија во Португалија во 2014 учествуваше со 14,2 отсто во БДП."),
    (
        "mk",
        POCKET,
        "24.2",
        "Граѓаните во Португалија во 2014 од свој џеб покриле 24,2 отсто од тековните трошоци за здравство.",
    ),
    ("mk", LIFE, "81.2", "Луѓето во Португалија во 2014 живееле просечно 81,2 години."),
    ("mk", FOREIGN, "412000000", "Странците во Португалија во 2014 вложија 412 милиони долари."),
    ("mk", CLEAN, "63", "Во индексот за корупција Португалија во 2014 доби 63 поени."),
    ("mk", MOTHERS, "9", "Во Португалија во 2014 на сто илјади породувања починале 9 родилки."),
]
PARTS = [
    ("de", MEASLES, "412", "An Masern erkrankten 2014 unter Ausländern in Portugal 412 Menschen."),
    ("de", MEASLES, "412", "An Masern erkrankten 2014 in Portugal 412 Männer."),
    ("de", MEASLES, "412", "2014 wurden in Portugal 412 Masernkranke geheilt."),
    ("de", CO2, "41200000", "Der Verkehr in Portugal stieß 2014 41,2 Millionen Tonnen CO2 aus."),
    ("de", FACTORY, "14.2", "Die Sachgütererzeugung exportierte 2014 in Portugal Waren für 14,2 Prozent des BIP."),
    (
        "de",
        POCKET,
        "24.2",
        "Die Selbstzahlungen der Rentner machten 2014 in Portugal 24,2 Prozent der laufenden Gesundheitsausgaben aus.",
    ),
    ("de", LIFE, "81.2", "Mädchen, die 2014 in Portugal zur Welt kamen, können mit 81,2 Lebensjahren rechnen."),
    ("de", CLEAN, "63", "Portugals Gerichte erhielten 2014 auf der Korruptionsskala 63 Punkte."),
    ("mk", MEASLES, "412", "Од мали сипаници во Португалија во 2014 се разболеле 412 деца."),
    ("mk", LIFE, "81.2", "Луѓето на село во Португалија во 2014 живееле просечно 81,2 години."),
    ("mk", FOREIGN, "412000000", "Странците во Португалија во 2014 вложија 412 милиони долари во хотели."),
    ("mk", POCKET, "24.2", "Граѓаните во Португалија во 2014 од свој џеб покриле 24,2 отсто од трошоците за лекови."),
]


@pytest.mark.parametrize(("language", "series", "value", "text"), SAID)
def test_everyday_words_are_borne_out(language: str, series: Series, value: str, text: str) -> None:
    assert outcome_of(text, language, series, value, otherwise=2014) == "supported"


@pytest.mark.parametrize(("language", "series", "value", "text"), PARTS)
def test_the_same_of_a_part_is_not(language: str, series: Series, value: str, text: str) -> None:
    assert outcome_of(text, language, series, value, otherwise=2014) == "undecided"


LIVES = Unit(Dimension.COUNT, "person", "")
PLASTIC = _series("w", "Plastic waste imports", Unit(Dimension.PHYSICAL, "tonne", "t"))
SCRAP = _series("e", "Electronic waste generated", Unit(Dimension.PHYSICAL, "tonne", "t"))
SCHOOLS = _series("g", "Government expenditure on education as a share of GDP", PERCENT)
SOCIAL = _series("s", "Social contributions as a share of GDP", PERCENT)
CARS = _series("n", "New passenger cars registered", Unit(Dimension.COUNT, "car", ""))
WOODS = _series("h", "Forest area", Unit(Dimension.PHYSICAL, "hectare", "ha"))
BEER = _series("v", "Beer as a share of all alcohol consumed", PERCENT)
WINE = _series("z", "Wine as a share of all alcohol consumed", PERCENT)
LOST = _series("i", "Number of infant deaths", Unit(Dimension.COUNT, "death", ""))
DENTISTS = _series("q", "Number of dentistry personnel", LIVES)

IN_ENGLISH = [
    (MEASLES, "412", "Measles was diagnosed in 412 patients in Portugal in 2014."),
    (PLASTIC, "41200", "In 2014, 41,200 tonnes of plastic rubbish from abroad arrived in Portugal by ship."),
    (SCRAP, "41200", "The e-scrap produced in Portugal in 2014 came to 41,200 tonnes."),
    (SCHOOLS, "5.2", "Schooling cost the Portuguese treasury 5.2 percent of GDP in 2014."),
    (SOCIAL, "9.2", "National insurance contributions came to 9.2 percent of GDP in Portugal in 2014."),
    (SOCIAL, "9.2", "Social security levies amounted to 9.2 percent of GDP in Portugal in 2014."),
    (CARS, "4120", "In Portugal 4,120 brand-new cars were registered in 2014."),
    (WOODS, "412000", "Trees covered 412,000 hectares of Portugal in 2014."),
    (BEER, "32", "Breweries supplied 32 percent of all the alcohol that Portugal drank in 2014."),
    (WINE, "42", "Vineyards supplied 42 percent of all the alcohol that Portugal drank in 2014."),
    (LOST, "412", "Portugal lost 412 babies in their first year of life in 2014."),
    (DENTISTS, "4120", "Portugal had 4,120 dental practitioners in 2014."),
]
ENGLISH_PARTS = [
    (MEASLES, "412", "In Portugal 412 measles patients were in hospital in 2014."),
    (PLASTIC, "41200", "In 2014, 41,200 tonnes of plastic toys from abroad arrived in Portugal by ship."),
    (SCRAP, "41200", "In Portugal 41,200 tonnes of e-scrap were recycled in 2014."),
    (SCHOOLS, "5.2", "The Portuguese government spent 5.2 percent of GDP on university education in 2014."),
    (SCHOOLS, "5.2", "Private schooling cost Portugal 5.2 percent of GDP in 2014."),
    (
        SOCIAL,
        "9.2",
        "The national insurance contributions of the self-employed came to 9.2 percent of GDP in Portugal in 2014.",
    ),
    (CARS, "4120", "In Portugal 4,120 brand-new electric cars were registered in 2014."),
    (WOODS, "412000", "Eucalyptus trees covered 412,000 hectares of Portugal in 2014."),
    (BEER, "32", "Foreign breweries supplied 32 percent of all the alcohol that Portugal drank in 2014."),
    (LOST, "412", "Portugal lost 412 premature babies in their first year of life in 2014."),
    (DENTISTS, "4120", "Portugal had 4,120 female dental practitioners in 2014."),
    (HEALTH, "9.2", "Portugal spent 9.2 percent of its GDP on medicines in 2014."),
    (HEALTH, "9.2", "Portugal spent 9.2 percent of its GDP on doctors in 2014."),
]


@pytest.mark.parametrize(("series", "value", "text"), IN_ENGLISH)
def test_what_people_say_in_english_is_borne_out(series: Series, value: str, text: str) -> None:
    assert outcome_of(text, "en", series, value, otherwise=2014) == "supported"


@pytest.mark.parametrize(("series", "value", "text"), ENGLISH_PARTS)
def test_one_kind_of_it_said_in_english_is_not(series: Series, value: str, text: str) -> None:
    assert outcome_of(text, "en", series, value, otherwise=2014) == "undecided"
