"""Worked cases: one a line of arithmetic, from the speech to the figure, on figures as they were published, worked out by hand.

Each row says what is worked out, what was said, on which series, how it agrees, and the result with its sum. Where the figures come
from stands beside them; where the recorded answers lie beside this checkout, they are held against those.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.compare import check, outcome, rests_on
from workbench.consistency import own_arithmetic
from workbench.core.finding import Agreement
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.extract import read_text
from workbench.formula import names, parse
from workbench.formula.evaluation.evaluation_context import Figures
from workbench.formula.evaluation.formula_finding import judge

E, R, N, A, O, U = (  # noqa: E741
    Agreement.EXACT, Agreement.ROUNDS_TO, Agreement.NEAR, Agreement.APART, Agreement.OPPOSITE, Agreement.UNDECIDED,
)  # fmt: skip


def years(first, *figures):
    """Return figures of years in a row, as they are published; a dash is one that is missing."""
    return {str(first + n): None if figure == "-" else figure for n, figure in enumerate(figures)}


# --- the figures, as published -------------------------------------------------------------------------

# UNHCR Refugee Data Finder, asylum applications by country of asylum, all procedures and levels added (recorded 2026)
ASYLUM = {
    "MKD": years(2016, "761", "152", "292", "450", "151", "91", "162", "598", "322"),
    "SRB": years(2016, "876", "379", "909", "2318", "1539", "750", "900", "377", "406"),
    "BIH": years(2016, "75", "363", "1588", "797", "258", "202", "168", "152", "239"),
    "MNE": years(2016, "331", "840", "3091", "1912", "538", "270", "163", "140", "117"),
    "ALB": years(2016, "2176", "299", "4352", "64", "12", "15", "29", "28", "16"),
    "DEU": years(2016, "745510", "222660", "319041", "165868", "122136", "253688", "322831", "444432", "362538"),
    "FRA": years(2016, "125656", "153959", "182246", "191825", "142394", "171323", "192744", "142642", "218948"),
}
# The same for the European Union of those years, 2019 and 2022
EUROPE = {
    code: {"2019": str(then), "2022": str(now)}
    for code, then, now in (
        ("AUT", 12853, 109773), ("BEL", 12879, 43712), ("BGR", 2134, 20389), ("HRV", 1275, 2694), ("CYP", 14072, 30944),
        ("CZE", 2800, 1909), ("DNK", 3568, 4871), ("EST", 96, 2928), ("FIN", 6390, 5777), ("FRA", 191825, 192744),
        ("DEU", 165868, 322831), ("GRC", 92673, 54144), ("HUN", 483, 30), ("IRL", 6587, 14686), ("ITA", 34869, 76910),
        ("LVA", 184, 541), ("LTU", 625, 1037), ("LUX", 2195, 2251), ("MLT", 3961, 995), ("NLD", 25161, 36986),
        ("POL", 4198, 9403), ("PRT", 1823, 1976), ("ROU", 2756, 12524), ("SVK", 244, 529), ("SVN", 3869, 6720),
        ("ESP", 118257, 118810), ("SWE", 36024, 23424), ("GBR", 54072, 94729),
    )
}  # fmt: skip
# World Bank, SP.POP.TOTL (recorded 2026)
POPULATION = {
    "MKD": years(2019, "1876262", "1856124", "1837114", "1831712", "1827816", "1824359"),
    "SRB": years(2019, "6945235", "6899126", "6834326", "6664449", "6623183", "6586476"),
    "BIH": years(2019, "3345533", "3299349", "3244907", "3204802", "3185073", "3164253"),
    "MNE": years(2019, "626753", "626590", "625053", "623591", "623529", "623525"),
    "ALB": years(2019, "2567801", "2528480", "2489762", "2451636", "2414095", "2377128"),
    "XKX": years(2019, "1788891", "1790151", "1786079", "1768096", "1682668", "1594353"),
}
# State Statistical Office of North Macedonia: average monthly wage, denars (recorded 2026)
NET = {
    "MKD": years(2011, "20847", "20902", "21145", "21394", "21906", "22342", "22928", "24276", "25213", "27182", "28718", "31859", "36614", "41239")
}  # fmt: skip
GROSS = {
    "MKD": years(2011, "30602", "30669", "31025", "31325", "32173", "32822", "33688", "35625", "37446", "40566", "42887", "47637", "54916", "61984")
}  # fmt: skip
# The same office: gross domestic product, million denars at current prices (recorded 2026)
GDP = {
    "MKD": years(2015, "558953.62", "594794.86", "618105.48", "660878.20", "692682.87", "669280.18", "729444.53", "816083.77", "902905.19")
}  # fmt: skip
# The same office: deaths (recorded 2026)
DEATHS = {"MKD": years(2019, "20446", "25755", "28516", "22459", "20187", "20201")}
# OECD Economic Outlook No. 92 (December 2012), unemployment as percent of the labour force, to one decimal
UNEMPLOYMENT = {
    "ESP": years(2003, "11.0", "10.5", "9.2", "8.5", "8.3", "11.3", "18.0", "20.1", "21.6", "25.0"),
    "DEU": years(2003, "9.1", "9.8", "10.7", "9.7", "8.3", "7.2", "7.4", "6.8", "5.8", "5.3"),
    "GRC": years(2003, "9.7", "10.5", "9.8", "8.9", "8.3", "7.7", "9.5", "12.5", "17.7", "23.6"),
    "FRA": years(2003, "8.5", "8.9", "8.9", "8.8", "8.0", "7.4", "9.1", "9.3", "9.2", "9.9"),
    "NOR": years(2003, "4.0", "4.2", "4.4", "3.4", "2.5", "2.6", "3.1", "3.5", "3.2", "3.1"),
    "POL": years(2003, "19.6", "19.0", "17.7", "13.8", "9.6", "7.1", "8.2", "9.6", "9.6", "10.1"),
}
# Central Statistics Office of Ireland, NQQ25: gross domestic product, million euros at constant 2013 prices, not adjusted
QUARTERS = {
    "IRL": {
        "2013-Q1": "39002", "2013-Q2": "40903", "2013-Q3": "41966", "2013-Q4": "41247",
        "2014-Q1": "40513", "2014-Q2": "43484", "2014-Q3": "43726", "2014-Q4": "43423",
        "2015-Q1": "43518", "2015-Q2": "46494", "2015-Q3": "46649", "2015-Q4": "47529",
    }
}  # fmt: skip

DENAR = Unit(Dimension.MONEY, "denar", "MKD")
SERIES = {
    "asylum": (ASYLUM, {"unit": "application", "title": "Asylum applications", "adds": Additivity.SUM}),
    "europe": (EUROPE, {"unit": "application", "title": "Asylum applications", "adds": Additivity.SUM}),
    "population": (POPULATION, {"unit": "person", "title": "Population, total", "adds": Additivity.LAST}),
    "net": (NET, {"unit": DENAR, "title": "Average monthly net wage", "adds": Additivity.MEAN}),
    "gross": (GROSS, {"unit": DENAR, "title": "Average monthly gross wage", "adds": Additivity.MEAN}),
    "gdp": (
        {"MKD": {y: f"{Decimal(v) * 10**6:f}" for y, v in GDP["MKD"].items()}},
        {"unit": Unit(Dimension.MONEY, "denar", "MKD", prices="current"), "title": "Gross domestic product", "adds": Additivity.SUM},
    ),
    "deaths": (DEATHS, {"unit": "death", "title": "Deaths", "adds": Additivity.SUM}),
    "rate": (UNEMPLOYMENT, {"unit": "%", "title": "Unemployment rate", "adds": Additivity.MEAN}),
    "quarters": (
        {"IRL": {q: f"{Decimal(v) * 10**6:f}" for q, v in QUARTERS["IRL"].items()}},
        {"unit": Unit(Dimension.MONEY, "euro", "EUR", prices="constant 2013"), "title": "Gross domestic product at constant prices",
         "adds": Additivity.SUM, "frequency": Frequency.QUARTER},
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Worked:
    """One case: what is worked out, the speech, the series, how it agrees, the figure (two decimals), and the sum."""

    line: str
    speech: str
    series: str
    how: Agreement
    figure: str | None
    by_hand: str
    place: str = "MKD"
    said: date = field(default=date(2024, 6, 1))
    caveats: frozenset[str] = frozenset()
    slip: str = ""


CASES = [
    # --- level ---
    Worked("level", "There were 91 asylum applications in 2021.", "asylum", E, "91", "as published"),
    Worked("level, rounded", "About 450 people applied for asylum in 2019.", "asylum", R, "450", "within a tenth of 450"),
    Worked("level, in thousands", "In 2021 some 29 thousand people died.", "deaths", R, "28516", "28,516 prints as 29 thousand"),
    Worked("level, bound", "More than 28,000 people died in 2021.", "deaths", R, "28516", "28,516 > 28,000"),
    Worked("level, near", "Unemployment in Germany was 5.5 percent in 2012.", "rate", A, "5.3", "5.3 is 0.15 below [5.45, 5.55); 2 % is 0.11", place="DEU"),
    Worked("level of money", "Gross domestic product was 729 billion denars in 2021.", "gdp", R, "729444530000", "729.4 billion"),
    # --- change ---
    Worked("change, absolute", "Asylum applications fell by 60 from 2020 to 2021.", "asylum", E, "-60", "91 − 151"),
    Worked("change, relative", "Asylum applications fell by 39.7 percent from 2020 to 2021.", "asylum", R, "-39.74", "−60 / 151"),
    Worked("change, relative, false", "Asylum applications fell by 70 percent from 2020 to 2021.", "asylum", A, "-39.74", "−60 / 151"),
    Worked("change, points", "Unemployment in Spain rose by 3.4 percentage points from 2011 to 2012.", "rate", E, "3.4", "25.0 − 21.6", place="ESP"),
    Worked("change of a rate in percent", "Unemployment in Spain rose by 15.7 percent between 2011 and 2012.", "rate", R, "15.74", "3.4 / 21.6", place="ESP"),
    Worked("doubled", "Unemployment in Spain has more than doubled between 2007 and 2010.", "rate", R, "2.42", "20.1 / 8.3", place="ESP"),
    Worked("tripled", "Unemployment in Spain tripled between 2007 and 2012.", "rate", R, "3.01", "25.0 / 8.3", place="ESP"),
    Worked("halved", "Unemployment in Poland was halved between 2003 and 2007.", "rate", R, "0.49", "9.6 / 19.6", place="POL"),
    Worked("multiple", "Asylum applications were almost four times higher in 2023 than in 2022.", "asylum", R, "3.69", "598 / 162"),
    Worked("direction alone", "Asylum applications rose in 2022.", "asylum", R, "78.02", "71 / 91"),
    Worked("direction, opposite", "Asylum applications rose in 2021.", "asylum", O, "-39.74", "−60 / 151"),
    Worked("opposite, small", "Unemployment in Greece fell by 0.1 points from 2003 to 2005.", "rate", A, "0.1", "9.8 − 9.7: both are rounded to 0.1, so that it may be none", place="GRC"),
    Worked("from to", "Unemployment in Germany fell from 10.7 percent in 2005 to 5.3 percent in 2012.", "rate", R, "-5.4", "5.3 − 10.7", place="DEU"),
    Worked("from to, one end false", "Unemployment in Germany fell from 10.7 percent in 2005 to 6.3 percent in 2012.", "rate", A, "5.3", "as published", place="DEU"),
    Worked("unchanged", "Unemployment in France remained unchanged between 2004 and 2005.", "rate", R, "0.0", "8.9 − 8.9", place="FRA"),
    # --- ratio, share, per head: two places, two periods ---
    Worked("comparison of two places", "In 2012 unemployment in Spain was higher than in Greece.", "rate", R, "1.4", "25.0 − 23.6", place="ESP"),
    Worked("comparison of two places, factor", "Germany had twice as many asylum applications as France in 2022.", "asylum", N, "1.67", "322,831 / 192,744; twice is 1.8 to 2.2, and 0.2 is half a step", place="DEU"),
    Worked("comparison of two periods", "Asylum applications in 2021 were lower than in 2019.", "asylum", R, "-79.78", "−359 / 450"),
    # --- sums, means, cumulated ---
    Worked("sum of quarters", "Ireland's gross domestic product was 184.2 billion euros in 2015.", "quarters", R, "184190000000", "43,518 + 46,494 + 46,649 + 47,529", place="IRL"),
    Worked("sum of a half-year", "Ireland's gross domestic product was 90 billion euros in the first half of 2015.", "quarters", R, "90012000000", "43,518 + 46,494", place="IRL"),
    Worked("quarter on a year ago", "Ireland's gross domestic product rose by 9.5 percent in the fourth quarter of 2015 compared with the same quarter of 2014.", "quarters", R, "9.46", "47,529 / 43,423", place="IRL"),
    Worked("growth of sums", "Ireland's gross domestic product grew by 7.6 percent in 2015.", "quarters", R, "7.62", "13,044 / 171,146", place="IRL"),
    Worked("average over a span", "From 2017 to 2021 there were on average 227 asylum applications a year.", "asylum", R, "227.2", "(152 + 292 + 450 + 151 + 91) / 5"),
    Worked("cumulated", "Between 2020 and 2022 there were a total of 404 asylum applications.", "asylum", E, "404", "151 + 91 + 162"),
    Worked("annualised", "Net wages grew by 6.4 percent a year between 2015 and 2022.", "net", A, "5.50", "(31,859 / 21,906) to the 1/7"),
    # --- ranks and records ---
    Worked("record low", "Unemployment in Germany in 2012 was the lowest since 2003.", "rate", E, "1", "5.3 is below all of 2003 to 2011", place="DEU"),
    Worked("record high", "Unemployment in Spain was the highest since 2003 in 2012.", "rate", E, "1", "25.0 is above all of 2003 to 2011", place="ESP"),
    Worked("every year since", "Unemployment in Spain has risen every year between 2007 and 2012.", "rate", E, "5", "11.3, 18.0, 20.1, 21.6, 25.0", place="ESP"),
    Worked("trend with a break", "Unemployment in Germany has fallen every year between 2005 and 2012.", "rate", A, "6", "2009 rose", place="DEU"),
    Worked("rank over places", "In 2023 Serbia had the largest population in the Western Balkans.", "population", E, "1", "6,623,183 of six", place="SRB"),
    Worked("third of six", "In 2023 Albania had the third largest population in the Western Balkans.", "population", E, "3", "after Serbia and Bosnia", place="ALB"),
    Worked("rank, false", "In 2023 North Macedonia had the third largest population in the Western Balkans.", "population", A, "4", "Albania has 2,414,095"),
    Worked("most in the Union", "In 2022 Germany had the highest number of asylum applications in the European Union.", "europe", E, "1", "322,831 of 27", place="DEU"),
    Worked("group of 27", "There were 1.1 million asylum applications in the European Union in 2022.", "europe", R, "1099538", "the 27 of 2022 added up", place="EU27"),
    Worked("group of 28", "There were 802 thousand asylum applications in the European Union in 2019.", "europe", R, "801741", "with the United Kingdom", place="EU27"),
    # --- one in five, shares ---
    Worked("one in four", "One in four people in Spain was unemployed in 2012.", "rate", E, "25.0", "1 / 4 = 25 %", place="ESP"),
    Worked("one in five", "One in five workers in Spain was unemployed in 2010.", "rate", R, "20.1", "1 / 5 = 20 %", place="ESP"),
    # --- periods ---
    Worked("nine months by whole years", "In the first nine months of 2021 asylum applications fell by 39.7 percent compared with the same period of 2020.", "asylum", R, "-39.74", "whole years stand in", caveats=frozenset({"whole-years"})),
    Worked("part of a year", "In the first nine months of 2021 there were 50 asylum applications.", "asylum", U, "91", "50 may be a part of 91", caveats=frozenset({"part-of-whole"})),
    Worked("so far this year", "Asylum applications are down 39.7 percent so far this year.", "asylum", R, "-39.74", "2021 against 2020", said=date(2021, 11, 13), caveats=frozenset({"claim-before-period-end"})),
    Worked("no period", "There are 598 asylum applications a year.", "asylum", E, "598", "the latest year that was over", said=date(2024, 6, 1), caveats=frozenset({"no-period"})),
    Worked("missing", "There were 500 asylum applications in 2026.", "asylum", U, None, "no figure"),
    # --- money ---
    Worked("nominal growth", "Gross domestic product grew by 9 percent in 2021.", "gdp", R, "8.99", "729,444.53 / 669,280.18"),
    Worked("wage rise", "The average net wage rose by 4,755 denars in 2023.", "net", E, "4755", "36,614 − 31,859"),
    Worked("wage rise in percent", "The average net wage rose by 14.9 percent in 2023.", "net", R, "14.93", "4,755 / 31,859"),
    Worked("gross for net", "The average net wage was 54,916 denars in 2023.", "net", A, "36614", "as published; 54,916 is the gross one"),
    # --- slips ---
    Worked("wrong year", "There were 450 asylum applications in 2021.", "asylum", A, "91", "450 is the figure of 2019", slip="other-period"),
    Worked("thousands for ones", "There were 91 thousand asylum applications in 2021.", "asylum", A, "91", "91,000 / 91 = 1,000", slip="scale"),
    Worked("number for percent", "Asylum applications fell by 60 percent from 2020 to 2021.", "asylum", A, "-39.74", "it fell by 60", slip="percent-for-number"),
    Worked("points for percent", "Unemployment in Spain rose by 15.7 percentage points from 2011 to 2012.", "rate", A, "3.4", "15.7 % of 21.6", place="ESP", slip="points-for-percent"),
    Worked("the other direction", "Asylum applications rose by 39.7 percent from 2020 to 2021.", "asylum", O, "-39.74", "it fell by that", slip="direction"),
    Worked("by for to", "The average net wage rose by 36,614 denars in 2023.", "net", A, "4755", "36,614 is the level", slip="level-for-change"),
    Worked("to for by", "Gross domestic product grew by 109 percent in 2021.", "gdp", A, "8.99", "to 109 % of 2020", slip="to-for-by"),
    Worked("the wrong base", "Asylum applications fell by 65.9 percent from 2020 to 2021.", "asylum", A, "-39.74", "60 / 91", slip="wrong-base"),
    Worked("the neighbour's", "There were 270 asylum applications in North Macedonia in 2021.", "asylum", A, "91", "270 is Montenegro's", slip="other-place"),
    Worked("total for average", "From 2017 to 2021 there were on average 1,136 asylum applications a year.", "asylum", A, "227.2", "1,136 is their sum", slip="total-for-average"),
    Worked("average for total", "Between 2020 and 2022 there were a total of 134.7 asylum applications.", "asylum", A, "404", "404 / 3", slip="average-for-total"),
    Worked("change for level", "There were 436 asylum applications in 2023.", "asylum", A, "598", "598 − 162 = 436", slip="change-for-level"),
]  # fmt: skip


def findings_of(make, case):
    figures, more = SERIES[case.series]
    series = make.series(**more)
    return make.heard(case.speech, series, figures, said=case.said, place=case.place)


@pytest.mark.parametrize("case", CASES, ids=[case.line for case in CASES])
def test_a_speech_is_worked_out_as_by_hand(make, case):
    found = findings_of(make, case)
    leading = rests_on(found)
    assert leading is not None
    assert leading.agreement is case.how, leading.why
    assert (None if leading.measured is None else round(leading.measured, 2)) == (
        None if case.figure is None else round(Decimal(case.figure), 2)
    )
    assert case.caveats <= {caveat.kind for caveat in leading.caveats}
    assert not case.slip or case.slip in {slip.kind for each in found for slip in each.slips}
    word = "contradicted" if case.how in {A, O} else "undecided" if case.how in {U, N} else "supported"
    assert outcome(found)[0] == word


FLAGGED = [
    # what is flagged, the speech, the figures, the publisher's flags, how it agrees, the figure, the caution
    ("break", "Cases fell by 25 percent from 2020 to 2021.", {"2020": "100", "2021": "75"}, {"2021": Status.BREAK}, U, "-25", "break"),
    ("provisional", "There were 75 cases in 2021.", {"2020": "100", "2021": "75"}, {"2021": Status.PROVISIONAL}, E, "75", "provisional"),
    ("estimated", "There were 75 cases in 2021.", {"2020": "100", "2021": "75"}, {"2021": Status.ESTIMATED}, E, "75", "estimated"),
    ("forecast", "There were 75 cases in 2021.", {"2020": "100", "2021": "75"}, {"2021": Status.FORECAST}, E, "75", "forecast"),
    ("suppressed", "There were 3 cases in 2021.", {"2020": "100", "2021": None}, {"2021": Status.SUPPRESSED}, U, None, "suppressed"),
    ("zero base", "Cases rose by 50 percent from 2020 to 2021.", {"2020": "0", "2021": "75"}, {}, U, None, "zero-base"),
    ("negative base", "The balance rose by 50 percent from 2020 to 2021.", {"2020": "-10", "2021": "75"}, {}, U, None, "negative-base"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "speech", "figures", "flags", "how", "figure", "kind"), FLAGGED, ids=[row[0] for row in FLAGGED]
)
def test_what_the_publisher_flags_is_told(make, *, line, speech, figures, flags, how, figure, kind):
    series = make.series("case", title="Balance" if "balance" in speech else "Cases")
    text = read_text(speech, said=date(2023, 5, 1), place="MKD", language="en", document="d")
    found = check(text.claims[0], series, make.rows(figures, status=flags), today=make.today)[0]
    assert (found.agreement, found.measured) == (how, None if figure is None else Decimal(figure)), line
    assert kind in {caveat.kind for caveat in found.caveats}


MONTHS = {f"2021-{n:02}": str(100 + n) for n in range(1, 13)}  # 101 to 112
FISCAL = {
    f"{2020 + (n + 9) // 12}-{(n + 9) % 12 + 1:02}": "1000000000" for n in range(12)
}  # Oct 2020 to Sep 2021, a billion each
DOLLAR = Unit(Dimension.MONEY, "dollar", "USD")
PARTS = [
    # what is worked out, the speech, the place, the series' unit, how its parts add up, the figures, the result, the sum
    ("sum of months", "There were 1,278 cases in 2021.", "MKD", "case", Additivity.SUM, MONTHS, "1278", "12 × 100 + 78"),
    ("sum of nine months", "There were 945 cases in the first nine months of 2021.", "MKD", "case", Additivity.SUM, MONTHS, "945", "900 + 45"),
    ("last of the months", "There were 112 prisoners at the end of 2021.", "MKD", "prisoner", Additivity.LAST, MONTHS, "112", "December's"),
    (
        "mean of quarters", "Unemployment was 5.5 percent in 2021.", "MKD", "%", Additivity.MEAN,
        {"2021-Q1": "6.0", "2021-Q2": "5.6", "2021-Q3": "5.4", "2021-Q4": "5.0"}, "5.5", "22.0 / 4",
    ),
    (
        "fiscal year", "In fiscal year 2021 the United States ran a deficit of 12 billion dollars.", "USA", DOLLAR, Additivity.SUM,
        FISCAL, "12000000000", "October to September",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "speech", "place", "unit", "adds", "figures", "result", "by_hand"), PARTS, ids=[row[0] for row in PARTS]
)
def test_parts_of_a_year_make_the_year(make, *, line, speech, place, unit, adds, figures, result, by_hand):
    series = make.series(unit, title="Deficit" if place == "USA" else "Cases", adds=adds)
    found = rests_on(make.heard(speech, series, {place: figures}, place=place))
    assert (found.agreement, found.measured) == (E, Decimal(result)), f"{line}: {by_hand}, {found.why}"


FORMULAS = [
    # what is worked out, the formula, the figure, the sum
    ("per head", "own.asylum[MKD, 2021] / own.population[MKD, 2021] * 100000", "4.95", "91 / 1,837,114 × 100,000"),
    ("crude rate", "own.deaths[MKD, 2021] / own.population[MKD, 2021] * 1000", "15.52", "28,516 / 1,837,114 × 1,000"),
    ("money a head", "own.gdp[MKD, 2021] / own.population[MKD, 2021]", "397060.02", "729,444,530,000 / 1,837,114"),
    ("share", "own.net[MKD, 2023] / own.gross[MKD, 2023] * 100", "66.67", "36,614 / 54,916"),
    ("ratio", "own.asylum[DEU, 2022] / own.asylum[FRA, 2022]", "1.67", "322,831 / 192,744"),
    ("mean", "mean(own.asylum[MKD, 2017..2021])", "227.2", "(152 + 292 + 450 + 151 + 91) / 5"),
    ("cumulated", "sum(own.deaths[MKD, 2020..2022])", "76730", "25,755 + 28,516 + 22,459"),
    (
        "excess",
        "(own.deaths[MKD, 2021] - own.deaths[MKD, 2019]) / own.deaths[MKD, 2019] * 100",
        "39.47",
        "8,070 / 20,446",
    ),
    ("growth a year", "growth(own.net, 2015, 2022)", "5.50", "(31,859 / 21,906) to the 1/7"),
]


@pytest.mark.parametrize(("line", "text", "figure", "by_hand"), FORMULAS, ids=[row[0] for row in FORMULAS])
def test_a_formula_is_worked_out_as_by_hand(make, *, line, text, figure, by_hand):
    claim = make.level("1", "person", period="2021")
    formula = parse(text)
    read = {name.written: Figures(*_named(make, name.written.partition(":")[2])) for name in names(formula)}
    found = judge(formula, claim, read, make.today)
    assert round(found.measured, 2) == Decimal(figure), f"{line}: {by_hand}"
    assert found.trace.result == found.measured


def _named(make, name):
    figures, more = SERIES[name]
    ref = SeriesRef("own", name)
    return replace(make.series(**more), ref=ref), [replace(row, ref=ref) for row in make.table(figures)]


OWN = [
    # what is worked out, the speech, the figure, the sum: no official figure is needed
    ("implied base", "16,000 attempts were prevented, 36.5 percent fewer than in 2020.", "25196.85", "16,000 / 0.635"),
    ("implied percent", "15,895 attempts were prevented, 10,000 fewer than in 2020.", "-38.62", "−10,000 / 25,895"),
    ("each", "74 attempts to smuggle 734 migrants were prevented.", "9.92", "734 / 74"),
    ("contradiction, part and whole", "120 of the 100 applicants were refused.", "120", "120 / 100"),
    ("contradiction, shares", "60 percent are men, 30 percent women and the remaining 20 percent children.", "110", "60 + 30 + 20"),
    ("contradiction, direction", "The number of cases rose from 131 to 98.", "-33", "98 − 131"),
    ("contradiction, percent and number", "16,000 were stopped, 36.5 percent fewer, that is 2,000 fewer than in 2020.", "-11.11", "−2,000 / 18,000"),
    ("contradiction, per head", "It costs 4 million euros for 2,000 people, that is 3,000 euros per person.", "2000", "4,000,000 / 2,000"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "speech", "figure", "by_hand"), OWN, ids=[row[0] for row in OWN])
def test_a_claims_own_figures_are_worked_out_as_by_hand(line, speech, figure, by_hand):
    claims = read_text(speech, said=date(2021, 12, 1), place="MKD", language="en", document="d").claims
    found = [f for claim in claims for f in own_arithmetic(claim, claims)]
    assert Decimal(figure) in {round(f.measured, 2) for f in found}, f"{line}: {by_hand}"


def test_there_are_more_than_forty_lines_and_each_is_another():
    lines = [*(case.line for case in CASES), *(row[0] for row in (*FLAGGED, *PARTS, *FORMULAS, *OWN))]
    assert len(set(lines)) >= 40
    assert len({case.speech for case in CASES}) == len(CASES)


# --- the figures against the recorded answers ------------------------------------------------------------


def test_the_asylum_figures_are_as_recorded(shared):
    counted: Counter[tuple[str, str]] = Counter()
    with gzip.open(shared / "sources/recorded/unhcr/csv/asylum_applications.csv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["applied"] not in {"", "NA"}:
                counted[row["coa_iso"], row["year"]] += int(row["applied"])
    _are(ASYLUM, counted)
    _are(EUROPE, counted)


def test_the_population_is_as_recorded(shared):
    path = shared / "sources/recorded/worldbank/core-datasets/population-population.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    _are(POPULATION, {(row["Country Code"], row["Year"]): row["Value"] for row in rows})


def _are(figures, recorded):
    wrong = [
        (p, t)
        for p, each in figures.items()
        for t, value in each.items()
        if Decimal(value) != Decimal(str(recorded[p, t]))
    ]
    assert wrong == []


def test_the_wages_deaths_and_product_are_as_recorded(shared):
    folder = shared / "sources/recorded/pxweb/makstat"
    wages = _values(folder / "avg_wage_annual_2011_2025.json")
    assert [Decimal(v) for v in NET["MKD"].values()] == wages[:14]
    assert [Decimal(v) for v in GROSS["MKD"].values()] == wages[15:29]
    assert [Decimal(v) for v in DEATHS["MKD"].values()] == _values(folder / "deaths_by_age_region_2005_2025.json")[
        14 * 8 : 20 * 8 : 8
    ]
    assert [Decimal(v) for v in GDP["MKD"].values()] == _values(folder / "gdp_annual_2000_2025.json")[15:24]


def test_unemployment_and_the_quarters_are_as_recorded(shared):
    cube = json.loads(
        (shared / "sources/recorded/jsonstat/samples/oecd.json").read_text(encoding="utf-8"), parse_float=Decimal
    )
    codes = {"ESP": "ES", "DEU": "DE", "GRC": "GR", "FRA": "FR", "NOR": "NO", "POL": "PL"}
    at, values = cube["dimension"]["area"]["category"]["index"], cube["value"]
    for place, each in UNEMPLOYMENT.items():
        row = [values[at[codes[place]] * 12 + n] for n in range(10)]
        assert [Decimal(v) for v in each.values()] == [round(v, 1) for v in row]
    path = shared / "sources/recorded/jsonstat/26fe/www.cso.ie__cso_ie-NQQ25.json"
    quarters = _values(path)
    assert [Decimal(v) for v in QUARTERS["IRL"].values()] == [quarters[n * 2] for n in range(64, 76)]


def _values(path: Path) -> list[Decimal]:
    body = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    cube = body if "value" in body else next(iter(body.values()))
    return [Decimal(value) for value in cube["value"]]
