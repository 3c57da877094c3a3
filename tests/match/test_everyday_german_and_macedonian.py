"""What people say of a series in everyday German and Macedonian, borne out by its figure, and the same told of a part, which is not."""

from __future__ import annotations

import pytest
from outcomes import outcome_of

from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.match.words.translation import english_of

PERCENT = Unit(Dimension.SHARE, "percentage", "%")
DEATHS = Unit(Dimension.COUNT, "death", "")
TONNES = Unit(Dimension.PHYSICAL, "tonne", "t")
DOLLARS = Unit(Dimension.MONEY, "US dollar", "USD")
PERSONS = Unit(Dimension.COUNT, "person", "")


def _series(key: str, title: str, unit: Unit) -> Series:
    return Series(ref=SeriesRef("mine", key), title=title, unit=unit, frequency=Frequency.YEAR)


MEASLES = _series("m", "Confirmed measles cases", Unit(Dimension.COUNT, "case", ""))
LUNGS = _series("t", "Deaths due to tuberculosis, excluding HIV", DEATHS)
TERROR = _series("a", "Fatalities due to terrorism", DEATHS)
WEDDINGS = _series("w", "Crude marriage rate", Unit(Dimension.RATE, "marriage", "", per="1,000 inhabitants"))
OUT = _series("x", "Plastic waste exports", TONNES)
SCRAP = _series("e", "Electronic waste generated", TONNES)
CO2 = _series("c", "Carbon dioxide emissions from fuel combustion", TONNES)
HEALTH = _series("h", "Current health expenditure as percentage of gross domestic product", PERCENT)
SCHOOLS = _series("g", "Government expenditure on education as a share of GDP", PERCENT)
SOCIAL = _series("s", "Social contributions as a share of GDP", PERCENT)
FOREIGN = _series("d", "Foreign direct investment inflows", DOLLARS)
JOBLESS = _series("u", "Unemployment rate", PERCENT)
SEEKERS = _series("v", "Unemployed people", PERSONS)
AT_WORK = _series("p", "People in employment", PERSONS)
HUNGRY = _series("n", "Number of undernourished people", PERSONS)
FACTORY = _series("f", "Manufacturing employment as a proportion of total employment", PERCENT)
WINE = _series("z", "Wine as a share of all alcohol consumed", PERCENT)

SAID = [
    ("de", MEASLES, "412", "Die Masern erwischten 2014 in Portugal 412 Menschen."),
    ("mk", MEASLES, "412", "Во Португалија во 2014 година 412 луѓе фатија мали сипаници."),
    ("de", LUNGS, "412", "Der Tuberkulose fielen 2014 in Portugal 412 Menschen zum Opfer."),
    ("mk", LUNGS, "412", "Туберкулозата во Португалија во 2014 година однесе 412 животи."),
    ("de", TERROR, "12", "2014 kostete der Terror in Portugal 12 Menschen das Leben."),
    ("mk", TERROR, "12", "Терористите во Португалија во 2014 година убија 12 луѓе."),
    ("de", WEDDINGS, "4.2", "Je 1000 Einwohner gaben sich 2014 in Portugal 4,2 Paare das Jawort."),
    ("mk", WEDDINGS, "4.2", "На илјада жители во Португалија во 2014 година се венчаа 4,2 парови."),
    ("de", OUT, "41200", "Portugal schickte 2014 41.200 Tonnen alte Kunststoffe in andere Länder."),
    ("mk", OUT, "41200", "41.200 тони стара пластика ја напуштија Португалија во 2014 година."),
    ("de", SCRAP, "41200", "Portugal warf 2014 41.200 Tonnen alte Elektrogeräte weg."),
    ("mk", SCRAP, "41200", "Португалија во 2014 година фрли 41.200 тони стари апарати."),
    ("de", CO2, "41200000", "Aus Motoren, Heizungen und Kraftwerken kamen 2014 in Portugal 41,2 Millionen Tonnen CO2."),
    ("de", HEALTH, "9.2", "Portugal ließ sich Ärzte, Spitäler und Medikamente 2014 9,2 Prozent des BIP kosten."),
    ("mk", HEALTH, "9.2", "Лекувањето ја чинеше Португалија 9,2 отсто од БДП во 2014 година."),
    ("de", SCHOOLS, "5.2", "Klassenzimmer und Hörsäle kosteten Portugal 2014 5,2 Prozent des BIP."),
    ("mk", SCHOOLS, "5.2", "Учениците и студентите ја чинеа државата Португалија 5,2 отсто од БДП во 2014 година."),
    ("de", SOCIAL, "9.2", "In die Rentenkasse, die Krankenkasse und die Arbeitslosenkasse flossen 2014 in Portugal Beiträge von 9,2 Prozent des BIP."),
    ("mk", SOCIAL, "9.2", "Во фондовите за социјално осигурување во Португалија во 2014 година се слеаја 9,2 отсто од БДП."),
    ("de", FOREIGN, "4100000000", "Investoren aus dem Ausland legten 2014 in Portugal 4,1 Milliarden Dollar an."),
    ("mk", FOREIGN, "4100000000", "Од странски газди во Португалија во 2014 година влегоа 4,1 милијарди долари."),
    ("de", JOBLESS, "14.2", "14,2 Prozent suchten 2014 in Portugal vergeblich Arbeit."),
    ("mk", JOBLESS, "14.2", "14,2 отсто во Португалија во 2014 година залудно бараа работа."),
    ("de", SEEKERS, "412000", "412.000 Arbeitslose gab es 2014 in Portugal."),
    ("mk", SEEKERS, "412000", "412.000 луѓе во Португалија во 2014 година беа без работа."),
    ("de", AT_WORK, "4120000", "4.120.000 Portugiesen gingen 2014 zur Arbeit."),
    ("mk", AT_WORK, "4120000", "4.120.000 луѓе во Португалија во 2014 година заработуваа леб."),
    ("de", HUNGRY, "41200", "41.200 Menschen gingen 2014 in Portugal hungrig zu Bett."),
    ("mk", HUNGRY, "41200", "41.200 луѓе во Португалија во 2014 година си легнуваа гладни."),
    ("de", FACTORY, "14.2", "Fabriken gaben 2014 14,2 Prozent der Erwerbstätigen in Portugal Arbeit."),
    ("mk", FACTORY, "14.2", "Во погоните и работилниците во Португалија во 2014 година работеа 14,2 отсто од вработените."),
    ("de", WINE, "42", "42 Prozent des Alkohols stammten 2014 in Portugal aus Rebensaft."),
]  # fmt: skip
PARTS = [
    ("de", MEASLES, "412", "Die Masern erwischten 2014 in Portugal 412 Kinder."),
    ("mk", MEASLES, "412", "Во Португалија во 2014 година 412 доктори фатија мали сипаници."),
    ("mk", MEASLES, "412", "412 луѓе со мали сипаници лежеа во болница во Португалија во 2014 година."),
    ("de", LUNGS, "412", "Der Tuberkulose fielen 2014 in Portugal 412 Männer zum Opfer."),
    ("mk", LUNGS, "412", "Туберкулозата во Португалија во 2014 година уби 412 крави."),
    ("de", TERROR, "12", "2014 kostete der Terror in Portugal 12 Polizisten das Leben."),
    ("mk", TERROR, "12", "Терористите во Португалија во 2014 година ранија 12 луѓе."),
    ("de", WEDDINGS, "4.2", "Je 1000 Einwohner gaben sich 2014 in Portugal 4,2 Paare zum zweiten Mal das Jawort."),
    ("mk", WEDDINGS, "4.2", "На илјада жители во Португалија во 2014 година во црква се венчаа 4,2 парови."),
    ("de", OUT, "41200", "Portugal schickte 2014 41.200 Tonnen Plastikflaschen in andere Länder."),
    ("mk", OUT, "41200", "41.200 тони стара хартија ја напуштија Португалија во 2014 година."),
    ("de", SCRAP, "41200", "41.200 Tonnen Kühlschränke landeten 2014 in Portugal auf dem Müll."),
    ("mk", SCRAP, "41200", "Португалија во 2014 година увезе 41.200 тони стари апарати."),
    ("de", CO2, "41200000", "Aus Heizungen kamen 2014 in Portugal 41,2 Millionen Tonnen CO2."),
    ("mk", CO2, "41200000", "Автомобилите во Португалија во 2014 година испуштија 41,2 милиони тони CO2."),
    ("de", HEALTH, "9.2", "Portugal ließ sich Krankenhäuser 2014 9,2 Prozent des BIP kosten."),
    ("mk", HEALTH, "9.2", "За болници Португалија во 2014 година даде 9,2 отсто од БДП."),
    ("de", SCHOOLS, "5.2", "Hörsäle kosteten Portugal 2014 5,2 Prozent des BIP."),
    ("mk", SCHOOLS, "5.2", "За училиштата Португалија во 2014 година даде 5,2 отсто од БДП."),
    ("de", SOCIAL, "9.2", "In die Rentenkasse flossen 2014 in Portugal Beiträge von 9,2 Prozent des BIP."),
    ("de", SOCIAL, "9.2", "Für Rente, Krankheit und Arbeitslosigkeit gab Portugal 2014 9,2 Prozent des BIP aus."),
    ("de", FOREIGN, "4100000000", "Portugiesische Firmen legten 2014 im Ausland 4,1 Milliarden Dollar an."),
    ("mk", FOREIGN, "4100000000", "Странците во 2014 година потрошија 4,1 милијарди долари на одмор во Португалија."),
    ("de", JOBLESS, "14.2", "14,2 Prozent der Frauen suchten 2014 in Portugal vergeblich Arbeit."),
    ("mk", JOBLESS, "14.2", "14,2 отсто од жените во Португалија во 2014 година залудно бараа работа."),
    ("de", AT_WORK, "4120000", "4.120.000 Portugiesen hatten 2014 eine Arbeit beim Staat."),
    ("mk", AT_WORK, "4120000", "4.120.000 мажи во Португалија во 2014 година одеа на работа."),
    ("de", HUNGRY, "41200", "41.200 Rentner gingen 2014 in Portugal hungrig zu Bett."),
    ("mk", HUNGRY, "41200", "41.200 деца во Португалија во 2014 година си легнуваа гладни."),
    ("de", FACTORY, "14.2", "Autofabriken gaben 2014 14,2 Prozent der Erwerbstätigen in Portugal Arbeit."),
    ("mk", FACTORY, "14.2", "14,2 отсто од жените во Португалија во 2014 година работеа во фабрики."),
    ("de", WINE, "42", "42 Prozent des Alkohols stammten 2014 in Portugal aus Rotwein."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "series", "value", "text"), SAID)
def test_everyday_words_are_borne_out(language: str, series: Series, value: str, text: str) -> None:
    assert outcome_of(text, language, series, value, otherwise=2014) == "supported"


@pytest.mark.parametrize(("language", "series", "value", "text"), PARTS)
def test_the_same_of_a_part_is_not(language: str, series: Series, value: str, text: str) -> None:
    assert outcome_of(text, language, series, value, otherwise=2014) == "undecided"


NAMED = [
    ("de", "412 Menschen nahmen sich das Leben.", "suicide"),
    ("de", "412 Menschen saßen hinter Gittern.", "prisoners"),
    ("mk", "412 луѓе беа зад решетки.", "prisoners"),
    ("de", "412 Paare ließen sich scheiden.", "divorces"),
    ("mk", "Се разведоа 412 парови.", "divorces"),
    ("de", "41 Prozent der Wahlberechtigten gaben ihre Stimme ab.", "voter turnout"),
    ("mk", "Државата должи 5 милијарди.", "government debt"),
    ("de", "Das Loch im Haushalt wuchs.", "budget deficit"),
    ("mk", "412 студенти се запишани.", "students tertiary"),
    ("de", "Wohnungen wurden teurer.", "house prices"),
]


@pytest.mark.parametrize(("language", "text", "named"), NAMED)
def test_everyday_words_have_the_name_of_tables(language: str, text: str, named: str) -> None:
    assert named in english_of(text, language)
