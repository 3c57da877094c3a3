"""A figure of the whole bears out nothing of a narrower kind of it, whatever official name its measure has, in every language."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef

EDUCATION = Series(ref=SeriesRef("mine", "a"), title="Government expenditure on education, % of GDP", unit=PERCENT)
TAX = Series(ref=SeriesRef("mine", "b"), title="Total tax revenue, % of GDP", unit=PERCENT)
CARS = Series(ref=SeriesRef("mine", "c"), title="New passenger cars registered", unit=Unit(Dimension.COUNT, "cars"))
TB = Series(
    ref=SeriesRef("mine", "d"), title="Tuberculosis: new and relapse cases", unit=Unit(Dimension.COUNT, "cases")
)
CO2 = Series(
    ref=SeriesRef("mine", "e"),
    title="Carbon dioxide emissions from fuel combustion",
    unit=Unit(Dimension.PHYSICAL, "tonne"),
)
PRICES = Series(ref=SeriesRef("mine", "f"), title="Consumer price inflation", unit=PERCENT)


@each(
    ("language", "said", "series"),
    [
        ("en", "Spending on universities in Spain reached 26 percent of GDP in 2013.", EDUCATION),
        ("en", "Spain spent 26 percent of its GDP on primary schools in 2013.", EDUCATION),
        ("de", "Spanien gab 2013 für Schulen 26 Prozent des BIP aus.", EDUCATION),
        ("mk", "Шпанија во 2013 трошеше 26 проценти од БДП за училиштата.", EDUCATION),
        ("de", "Die Tabaksteuer brachte in Spanien 2013 26 Prozent des BIP ein.", TAX),
        ("de", "Die Mineralölsteuer machte in Spanien 2013 26 Prozent des BIP aus.", TAX),
        ("de", "Die Körperschaftsteuer brachte Spanien 2013 26 Prozent des BIP.", TAX),
        ("en", "In 2013, 26 new diesel cars were registered in Spain.", CARS),
        ("en", "Multidrug-resistant tuberculosis cases in Spain came to 26 in 2013.", TB),
        ("de", "In Spanien gab es 2013 26 Fälle von Knochentuberkulose.", TB),
        ("de", "Die CO2-Emissionen des Verkehrs in Spanien lagen 2013 bei 26 Tonnen.", CO2),
        ("en", "Food price inflation in Spain was 26 percent in 2013.", PRICES),
    ],
)
def test_a_narrower_kind_is_not_borne_out_by_the_whole(language, said, series):
    """Schools, the tobacco tax or diesel cars: the figure of all education, taxes or cars that fits does not bear them out."""
    assert outcome_of(said, language, series, "26", 2013) == "undecided"


@each(
    ("language", "said", "series"),
    [
        ("en", "Spending on education in Spain reached 26 percent of GDP in 2013.", EDUCATION),
        ("de", "Spanien gab 2013 für Bildung stolze 26 Prozent des BIP aus.", EDUCATION),
        ("mk", "Шпанија во 2013 трошеше 26 проценти од БДП за образование.", EDUCATION),
        ("en", "Official tax revenue in Spain was 26 percent of GDP in 2013.", TAX),
        ("de", "Die Steuereinnahmen machten in Spanien 2013 26 Prozent des BIP aus.", TAX),
        ("en", "In 2013, 26 new cars were registered in Spain.", CARS),
        ("en", "Tuberculosis cases in Spain came to a shocking 26 in 2013.", TB),
        ("de", "In Spanien gab es 2013 leider 26 Fälle von Tuberkulose.", TB),
        ("de", "Die CO2-Emissionen in Spanien lagen 2013 bei 26 Tonnen.", CO2),
    ],
)
def test_the_whole_with_spare_words_is_borne_out(language, said, series):
    """Official tax revenue, or a shocking number of cases: words that part nothing leave a claim as it is."""
    assert outcome_of(said, language, series, "26", 2013) == "supported"


BIRTHS = Series(ref=SeriesRef("mine", "g"), title="Births outside of marriage, % of all births", unit=PERCENT)
WEDDINGS = Series(
    ref=SeriesRef("mine", "h"),
    title="Crude marriage rate",
    unit=Unit(Dimension.RATE, "marriage", per="1,000 inhabitants"),
)
WASTE = Series(ref=SeriesRef("mine", "i"), title="Plastic waste exports", unit=Unit(Dimension.PHYSICAL, "tonne"))


@each(
    ("language", "said", "series"),
    [
        ("en", "In Spain in 2013, 26 percent of first births were outside marriage.", BIRTHS),
        ("de", "Kirchliche Trauungen gab es in Spanien 2013 26 je 1000 Einwohner.", WEDDINGS),
        ("en", "In 2013, 26 percent of rural births in Spain were out of wedlock.", BIRTHS),
        ("mk", "Во 2013 26 проценти од градските раѓања во Шпанија беа вонбрачни.", BIRTHS),
        ("en", "In 2013, 26 percent of children in Spain lived with unmarried parents.", BIRTHS),
        ("de", "26 Prozent der Kinder in Spanien wuchsen 2013 bei Eltern ohne Trauschein auf.", BIRTHS),
        ("mk", "Во 2013 година 26 отсто од децата во Шпанија живееја со невенчани родители.", BIRTHS),
        ("en", "Spain exported 26 tonnes of plastic waste to Poland in 2013.", WASTE),
        ("de", "Spanien führte 2013 26 Tonnen Plastikmüll nach Polen aus.", WASTE),
        ("mk", "Шпанија во 2013 извезе 26 тони пластичен отпад во Бугарија.", WASTE),
    ],
)
def test_a_word_that_an_official_name_loses_is_not_lost(language, said, series):
    """First births, children who live with unmarried parents, church weddings or exports to Poland: the name of all of them does not make the whole's figure theirs."""
    assert outcome_of(said, language, series, "26", 2013) == "undecided"


@each(
    ("language", "said", "series"),
    [
        ("en", "In Spain in 2013, 26 percent of all our births were outside marriage.", BIRTHS),
        ("en", "In Spain in 2013, a shameful 26 percent of births were outside marriage.", BIRTHS),
        ("de", "In Spanien waren 2013 26 Prozent aller Geburten unehelich.", BIRTHS),
        ("en", "In Spain, 26 percent of children born in 2013 had unmarried parents.", BIRTHS),
        ("de", "26 Prozent der Kinder in Spanien kamen 2013 zur Welt, ohne dass die Eltern verheiratet waren.", BIRTHS),
        ("mk", "Во 2013 година 26 отсто од децата во Шпанија ги родија невенчани мајки.", BIRTHS),
        ("mk", "Во 2013 26 проценти од сите раѓања во Шпанија беа вонбрачни.", BIRTHS),
        ("de", "Trauungen gab es in Spanien 2013 26 je 1000 Einwohner.", WEDDINGS),
        ("en", "Spain exported 26 tonnes of plastic waste in 2013.", WASTE),
        ("de", "Spanien führte 2013 26 Tonnen Plastikmüll ins Ausland aus.", WASTE),
        ("mk", "Шпанија во 2013 извезе 26 тони пластичен отпад.", WASTE),
    ],
)
def test_spare_words_beside_an_official_name_leave_it(language, said, series):
    """All our births, or a shameful share of them: what parts nothing leaves the official name as it is."""
    assert outcome_of(said, language, series, "26", 2013) == "supported"


WOMEN = Series(
    ref=SeriesRef("mine", "j"), title="Women in employment aged 16 and over", unit=Unit(Dimension.COUNT, "persons")
)
IN_PART = [
    ("en", "In 2013, 26 women in Spain were working part-time."),
    ("en", "26 women in Spain worked from home in 2013."),
    ("en", "In 2013, 26 women in Spain were self-employed."),
    ("de", "2013 arbeiteten in Spanien 26 Frauen in Teilzeit."),
    ("mk", "Во 2013 во Шпанија 26 жени работеа со скратено работно време."),
    ("mk", "Во 2013 во Шпанија 26 жени работеа на определено време."),
]


@pytest.mark.parametrize(("language", "said"), IN_PART)
def test_who_works_in_one_manner_is_not_all_who_work(language, said):
    """Part-time, from home, on their own: the figure of all who work does not bear them out."""
    assert outcome_of(said, language, WOMEN, "26", 2013) == "undecided"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "In 2013, 26 women in Spain were working."), ("de", "2013 arbeiteten in Spanien 26 Frauen.")],
)
def test_who_works_is_borne_out_by_all_who_work(language, said):
    assert outcome_of(said, language, WOMEN, "26", 2013) == "supported"


TOGETHER = [
    ("en", "Spain spent 26 percent of GDP on schools and universities in 2013."),
    ("de", "Spanien gab 2013 für Schulen und Hochschulen 26 Prozent des BIP aus."),
    ("mk", "Шпанија во 2013 трошеше 26 проценти од БДП за училишта и универзитети."),
]


@pytest.mark.parametrize(("language", "said"), TOGETHER)
def test_schools_and_universities_together_are_education(language, said):
    """Either alone is a part of education; the two together are what speakers call it."""
    assert outcome_of(said, language, EDUCATION, "26", 2013) == "supported"


def test_who_starts_full_time_work_narrows_no_rate():
    """A rate of those who start full-time work counts nobody: how they work is the setting of the figure, and no group of it."""
    rate = Series(ref=SeriesRef("mine", "k"), title="Participation tax rate of parents, % of earnings", unit=PERCENT)
    said = "The participation tax rate for parents in Spain starting full-time work was 26 percent of earnings in 2013."
    assert outcome_of(said, "en", rate, "26", 2013) == "supported"
