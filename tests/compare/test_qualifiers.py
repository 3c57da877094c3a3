"""All that a claim says of the sort of its figure is accounted for, or the finding is undecided and says what is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare import check, outcome
from workbench.core.finding import Agreement
from workbench.core.series import Additivity
from workbench.extract import read_text

TODAY = date(2024, 1, 1)


def heard(make, speech, series, figures, *, language="en", place="NLD"):
    claims = read_text(speech, said=date(2023, 5, 10), place=place, language=language, document="d").claims
    rows = make.table(figures)
    return [found for claim in claims for found in check(claim, series, rows, today=TODAY)]


# --- against what ------------------------------------------------------------------------------------------

PER = [
    ("en", "In 2022 we emitted 7 tonnes of carbon dioxide per inhabitant."),
    ("en", "In 2022 we emitted 7 tonnes of carbon dioxide per capita."),
    ("en", "In 2022 we emitted 7 tonnes of carbon dioxide for every inhabitant."),
    ("en", "In 2022 we emitted 7 tonnes of carbon dioxide for each citizen."),
    ("en", "Every inhabitant accounted for 7 tonnes of carbon dioxide in 2022."),
    ("en", "The average resident emitted 7 tonnes of carbon dioxide in 2022."),
    ("en", "The average German emitted 7 tonnes of carbon dioxide in 2022."),
    ("en", "Spread over our people, carbon dioxide came to 7 tonnes in 2022."),
    ("en", "Carbon dioxide came to 7 tonnes each in 2022."),
    ("en", "In 2022 we emitted 7 tonnes of carbon dioxide per household."),
    ("en", "In 2022 every family emitted 7 tonnes of carbon dioxide."),
    ("en", "In 2022 we emitted 7 tonnes of carbon dioxide per worker."),
    ("en", "In 2022 we emitted 7 tonnes of carbon dioxide per square kilometre."),
    ("de", "2022 haben wir 7 Tonnen Kohlendioxid pro Kopf ausgestoßen."),
    ("de", "2022 haben wir 7 Tonnen Kohlendioxid je Einwohner ausgestoßen."),
    ("de", "Jeder Bürger hat 2022 7 Tonnen Kohlendioxid ausgestoßen."),
    ("de", "2022 haben wir 7 Tonnen Kohlendioxid je Haushalt ausgestoßen."),
    ("mk", "Во 2022 година емитувавме 7 тони јаглероден диоксид по жител."),
    ("mk", "Во 2022 година емитувавме 7 тони јаглероден диоксид на секој граѓанин."),
    ("mk", "Во 2022 година емитувавме 7 тони јаглероден диоксид по домаќинство."),
]


@each(("language", "speech"), PER)
def test_what_is_counted_per_one_is_not_set_beside_the_whole(make, language, speech):
    place = "DEU" if "German" in speech else "NLD"
    series = make.series("t", title="Carbon dioxide emissions", adds=Additivity.SUM)
    found = heard(make, speech, series, {place: {"2022": "120000000"}}, language=language)
    assert {each.agreement for each in found} == {Agreement.UNDECIDED}
    assert any("denominator" in {caveat.kind for caveat in each.caveats} for each in found)


@each(("language", "speech"), [case for case in PER[:9] if "German" not in case[1]])
def test_a_series_per_head_answers_for_it(make, language, speech):
    series = make.series("t", title="Carbon dioxide emissions per capita", adds=Additivity.MEAN)
    found = heard(make, speech, series, {"NLD": {"2022": "7"}}, language=language)
    assert [each.agreement for each in found] == [Agreement.EXACT]


def test_a_total_is_not_set_beside_what_falls_to_each(make):
    """In 2022 we emitted 7 tonnes of carbon dioxide."""
    series = make.series("t", title="Carbon dioxide emissions per capita", adds=Additivity.MEAN)
    (found,) = heard(make, "In 2022 we emitted 7 tonnes of carbon dioxide.", series, {"NLD": {"2022": "7"}})
    assert found.agreement is Agreement.UNDECIDED


# --- in all, and shares --------------------------------------------------------------------------------------

IN_ALL = [
    ("en", "From 2016 to 2018 there were 60 applications in all."),
    ("en", "Over the years 2016 to 2018 there were 60 applications in total."),
    ("en", "Between 2016 and 2018 there were altogether 60 applications."),
    ("en", "From 2016 to 2018 there was a total of 60 applications."),
    ("de", "Von 2016 bis 2018 gab es insgesamt 60 Anträge."),
    ("mk", "Од 2016 до 2018 година имаше вкупно 60 барања."),
]
YEARS = {"NLD": {"2015": "5", "2016": "10", "2017": "20", "2018": "30"}}


@pytest.mark.parametrize(("language", "speech"), IN_ALL)
def test_a_sum_over_years_is_that_of_all_of_them(make, language, speech):
    found = heard(make, speech, make.series(adds=Additivity.SUM), YEARS, language=language)
    assert [(each.agreement, each.measured) for each in found if each.measured] == [(Agreement.EXACT, Decimal(60))]
    assert [step.op for step in found[0].trace.steps] == ["read", "read", "read", "sum"]


@each("adds", [Additivity.LAST, Additivity.MEAN])
@each(("language", "speech"), IN_ALL)
def test_what_does_not_add_up_has_no_sum(make, language, speech, adds):
    found = heard(make, speech, make.series(adds=adds), YEARS, language=language)
    assert {each.agreement for each in found} == {Agreement.UNDECIDED}


SHARES = [
    ("Women were 47 per cent of those in work in 2022.", "Unemployment rate, women", False),
    ("Women were 47 per cent of those in work in 2022.", "Unemployment, women (% of female labour force)", False),
    ("Women were 47 per cent of those in work in 2022.", "Women (% of total employment)", True),
    ("Women were 47 per cent of the unemployed in 2022.", "Unemployment, women (% of female labour force)", False),
    ("Forests were 47 per cent of our land area in 2022.", "Forest (% of land area)", True),
    ("Forests were 47 per cent of our economy in 2022.", "Forest (% of land area)", False),
    ("Debt was 47 per cent of GDP in 2022.", "Government debt (% of GDP)", True),
    ("Debt was 47 per cent of revenue in 2022.", "Government debt (% of GDP)", False),
]


@each(("speech", "title", "same"), SHARES)
def test_a_share_of_one_whole_is_none_of_another(make, speech, title, same):
    (found,) = heard(make, speech, make.series("%", title=title, adds=Additivity.MEAN), {"NLD": {"2022": "47"}})
    assert (found.agreement is Agreement.EXACT) is same
    assert same or "share-of" in {caveat.kind for caveat in found.caveats}


# --- beside another ------------------------------------------------------------------------------------------

OTHER = [
    "In 2022 our rate of unemployment was twice as large as the neighbour's.",
    "Youth unemployment stood at 2.3 times the general rate in 2022.",
    "In 2022 a young person was three times as likely to be without work as the average for all ages.",
]


@pytest.mark.parametrize("speech", OTHER)
def test_so_many_times_another_figure_is_no_change_of_the_own_one(make, speech):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = heard(make, speech, series, {"NLD": {"2021": "4", "2022": "8"}})
    assert {each.agreement for each in found} == {Agreement.UNDECIDED}


RATES = {"NLD": {"2021": "3.9", "2022": "2.9"}, "FRA": {"2021": "8.2", "2022": "7.9"}}
BESIDE = [
    ("en", "Our unemployment rate of 2.9 percent in 2022 is lower than in France.", "supported"),
    ("en", "Our unemployment rate of 2.9 percent in 2022 is higher than in France.", "contradicted"),
    ("en", "Our unemployment rate of 7.9 percent in 2022 is lower than in France.", "contradicted"),
    ("en", "Unemployment fell to 2.9 percent in 2022, far below that of France.", "supported"),
    ("en", "In 2022 we had 2.9 percent unemployment, while France had 7.9 percent.", "supported"),
    ("en", "In 2022 we had 7.9 percent unemployment, while France had 2.9 percent.", "contradicted"),
    ("en", "In 2022 our unemployment rate was 2.9 percent, lower than in Spain.", "undecided"),
    ("de", "Unsere Arbeitslosenquote von 2,9 Prozent im Jahr 2022 ist niedriger als in Frankreich.", "supported"),
    ("mk", "Нашата невработеност од 2,9 проценти во 2022 година е пониска отколку во Франција.", "supported"),
]


@each(("language", "speech", "word"), BESIDE)
def test_the_others_figure_is_not_taken_for_ours(make, language, speech, word):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    assert outcome(heard(make, speech, series, RATES, language=language))[0] == word


# --- growth, and balances ---------------------------------------------------------------------------------------

GROWTH = {"NLD": {"2021": "2", "2022": "3"}, "FRA": {"2022": "1"}}
GROWN = [
    ("en", "The economy grew by 3 percent in 2022.", "supported"),
    ("en", "The economy grew by 50 percent in 2022.", "contradicted"),
    ("en", "The economy grew by 1 percent in 2022.", "contradicted"),
    ("en", "The economy shrank by 3 percent in 2022.", "contradicted"),
    ("en", "The economy grew in 2022.", "supported"),
    ("en", "The economy shrank in 2022.", "contradicted"),
    ("en", "The economy doubled in 2022.", "undecided"),
    ("en", "Growth rose by 1 percentage point in 2022.", "supported"),
    ("de", "Die Wirtschaft wuchs 2022 um 3 Prozent.", "supported"),
    ("de", "Die Wirtschaft wuchs 2022 um 50 Prozent.", "contradicted"),
    ("mk", "Економијата порасна за 3 проценти во 2022 година.", "supported"),
    ("mk", "Економијата порасна за 50 проценти во 2022 година.", "contradicted"),
]


@each(("language", "speech", "word"), GROWN)
def test_a_series_of_growth_answers_with_its_own_figure(make, language, speech, word):
    series = make.series("%", title="GDP growth (annual %)", adds=Additivity.MEAN)
    assert outcome(heard(make, speech, series, GROWTH, language=language))[0] == word


def test_growth_falling_is_no_fall(make):
    """The economy shrank in 2022."""
    series = make.series("%", title="GDP growth (annual %)", adds=Additivity.MEAN)
    found = heard(make, "The economy shrank in 2022.", series, {"NLD": {"2021": "3.2", "2022": "2.4"}})
    assert outcome(found)[0] == "contradicted"


BALANCE = {"NLD": {"2021": "-2.50", "2022": "-1.77"}}
BALANCES = [
    ("en", "The budget had a deficit of 1.8 percent of GDP in 2022.", "supported"),
    ("en", "The budget had a surplus of 1.8 percent of GDP in 2022.", "contradicted"),
    ("en", "The budget deficit fell by 0.73 percentage points in 2022.", "supported"),
    ("en", "The budget deficit rose by 0.73 percentage points in 2022.", "contradicted"),
    ("en", "The budget deficit fell in 2022.", "supported"),
    ("en", "The budget deficit rose in 2022.", "contradicted"),
    ("de", "Das Haushaltsdefizit betrug 2022 1,8 Prozent.", "supported"),
    ("de", "Der Haushaltsüberschuss betrug 2022 1,8 Prozent.", "contradicted"),
    ("mk", "Буџетскиот дефицит беше 1,8 проценти во 2022 година.", "supported"),
    ("mk", "Буџетскиот суфицит беше 1,8 проценти во 2022 година.", "contradicted"),
]
TITLES = [
    "Government balance (% of GDP)",
    "Net lending (+) or net borrowing (-) (% of GDP)",
    "Budget surplus (% of GDP)",
]


def test_the_other_sign_is_told(make):
    """The budget had a deficit of 1.8 percent of GDP in 2022."""
    series = make.series("%", title=TITLES[0], adds=Additivity.MEAN)
    (found,) = heard(make, "The budget had a deficit of 1.8 percent of GDP in 2022.", series, BALANCE)
    told = next(caveat.says for caveat in found.caveats if caveat.kind == "sign")
    assert told == "The claim speaks of a deficit, the series of a balance: its figures are taken with the other sign."


@each("title", TITLES)
@each(("language", "speech", "word"), BALANCES)
def test_a_deficit_is_a_balance_below_zero(make, language, speech, word, title):
    found = heard(make, speech, make.series("%", title=title, adds=Additivity.MEAN), BALANCE, language=language)
    assert outcome(found)[0] == word, [each.why for each in found]


@each(("language", "speech", "word"), BALANCES)
def test_a_series_of_deficits_says_the_same(make, language, speech, word):
    series = make.series("%", title="Budget deficit (% of GDP)", adds=Additivity.MEAN)
    found = heard(make, speech, series, {"NLD": {"2021": "2.50", "2022": "1.77"}}, language=language)
    assert outcome(found)[0] == word, [each.why for each in found]


def test_what_says_of_no_balance_answers_for_no_deficit(make):
    """The budget had a deficit of 1.8 percent of GDP in 2022."""
    series = make.series("%", title="Government spending (% of GDP)", adds=Additivity.MEAN)
    (found,) = heard(make, "The budget had a deficit of 1.8 percent of GDP in 2022.", series, {"NLD": {"2022": "1.8"}})
    assert found.agreement is Agreement.UNDECIDED


WORLD = [
    ("en", "Global applications fell by 13 percent in 2022."),
    ("en", "Applications worldwide fell by 13 percent in 2022."),
    ("en", "Applications in the region fell by 13 percent in 2022."),
    ("en", "Applications in Europe fell by 13 percent in 2022."),
    ("en", "Applications in the EU fell by 13 percent in 2022."),
    ("en", "Applications in the euro area fell by 13 percent in 2022."),
    ("en", "Applications in Utrecht province fell by 13 percent in 2022."),
    ("de", "Weltweit sanken die Anträge 2022 um 13 Prozent."),
    ("de", "In Europa sanken die Anträge 2022 um 13 Prozent."),
    ("mk", "Во Европа барањата паднаа за 13 проценти во 2022 година."),
]


@each("there", ["NLD", "EA20", "NL31"])
@each(("language", "speech"), WORLD)
def test_a_place_is_answered_by_no_other(make, language, speech, there):
    if there == "EA20" and "euro area" in speech:
        there = "EU27"
    found = heard(make, speech, make.series(), {there: {"2021": "100", "2022": "87"}}, language=language)
    assert {each.agreement for each in found} == {Agreement.UNDECIDED}


# --- since when ---------------------------------------------------------------------------------------------------

LONG = {"NLD": {"2000": "100", "2010": "50", "2019": "70", "2020": "150", "2021": "140", "2022": "120"}}
SPANS = [
    ("en", "Applications rose by 50 percent in the two decades to 2020.", "supported"),
    ("en", "Applications rose by 50 percent in the twenty years to 2020.", "supported"),
    ("en", "Applications tripled in the decade to 2020.", "supported"),
    ("en", "Applications tripled over the ten years to 2020.", "supported"),
    ("en", "Applications rose by 5 percent in the two decades to 2020.", "contradicted"),
    ("de", "Die Anträge stiegen in den zwei Jahrzehnten bis 2020 um 50 Prozent.", "supported"),
    ("de", "Die Anträge stiegen in den zwanzig Jahren bis 2020 um 5 Prozent.", "contradicted"),
]


@pytest.mark.parametrize(("language", "speech", "word"), SPANS)
def test_a_change_over_decades_is_measured_from_their_beginning(make, language, speech, word):
    assert outcome(heard(make, speech, make.series(), LONG, language=language))[0] == word


@pytest.mark.parametrize(
    ("speech", "word"),
    [
        ("Applications fell by 30 percent.", "undecided"),
        ("Applications have been reduced by 30 percent.", "undecided"),
        ("Applications fell by 14 percent.", "undecided"),
        ("Applications fell by 14 percent in 2022.", "supported"),
        ("Applications fell by 30 percent in 2022.", "contradicted"),
        ("Dear in 2010, applications became few: they fell by 80 percent in 2022.", "undecided"),
    ],
)
def test_a_change_of_no_said_years_is_refuted_by_no_pair_of_years(make, speech, word):
    assert outcome(heard(make, speech, make.series(), LONG))[0] == word


def test_two_years_taken_together_are_both(make):
    """In 2016 and 2017 taken together there were 60 applications."""
    figures = {"NLD": {"2016": "20", "2017": "40"}}
    (found,) = heard(make, "In 2016 and 2017 taken together there were 60 applications.", make.series(), figures)
    assert (found.agreement, found.measured) == (Agreement.EXACT, Decimal(60))


@pytest.mark.parametrize("day", ["An average month", "The average month", "A typical month"])
def test_an_average_month_is_a_twelfth_of_the_year(make, day):
    speech = f"{day} in 2022 saw 10 applications."
    (found,) = heard(make, speech, make.series(), {"NLD": {"2022": "120"}})
    assert (found.agreement, found.measured) == (Agreement.EXACT, Decimal(10))


@pytest.mark.parametrize(
    "speech",
    [
        "In 2022 there were 40 more applications than withdrawals.",
        "In 2022 there were three times as many applications as withdrawals.",
        "In 2022 industry had three times as many applications as farming.",
    ],
)
def test_more_than_of_another_thing_is_no_rise(make, speech):
    figures = {"NLD": {"2021": "80", "2022": "120"}}
    assert outcome(heard(make, speech, make.series(), figures))[0] == "undecided"


@pytest.mark.parametrize(
    ("speech", "title"),
    [
        ("The budget surplus was 1.8 percent in 2022.", "Trade balance (% of GDP)"),
        ("The trade deficit was 1.8 percent in 2022.", "Government balance (% of GDP)"),
    ],
)
def test_one_balance_is_not_another(make, speech, title):
    (found,) = heard(make, speech, make.series("%", title=title, adds=Additivity.MEAN), {"NLD": {"2022": "1.8"}})
    assert found.agreement is Agreement.UNDECIDED


def test_a_place_that_is_named_is_not_put_in_the_place_of_another(make):
    """In 2022 unemployment in Spain was 7.9 percent, lower than in France: there are no figures of Spain."""
    speech = "In 2022 unemployment in Spain was 7.9 percent, lower than in France."
    found = heard(
        make, speech, make.series("%", title="Unemployment rate", adds=Additivity.MEAN), {"FRA": {"2022": "7.9"}}
    )
    assert {each.agreement for each in found} == {Agreement.UNDECIDED}


@pytest.mark.parametrize(
    ("speech", "word"),
    [
        ("The trade gap was 8.6 percent in 2022.", "supported"),
        ("The trade deficit was 8.6 percent in 2022.", "supported"),
        ("The trade surplus was 8.6 percent in 2022.", "contradicted"),
        ("The trade balance was 8.6 percent in 2022.", "undecided"),
        ("The trade balance was 3 percent in 2022.", "contradicted"),
    ],
)
def test_a_size_that_fits_but_for_a_sign_that_nobody_said(make, speech, word):
    series = make.series("%", title="Trade balance (% of GDP)", adds=Additivity.MEAN)
    assert outcome(heard(make, speech, series, {"NLD": {"2022": "-8.6"}}))[0] == word


@pytest.mark.parametrize(
    "speech", ["The trade deficit was 8.6 percent in 2022.", "The trade surplus was 8.6 percent in 2022."]
)
def test_what_is_told_of_a_balance_is_a_sentence(make, speech):
    series = make.series("%", title="Trade balance (% of GDP)", adds=Additivity.MEAN)
    told = [c.says for found in heard(make, speech, series, {"NLD": {"2022": "-8.6"}}) for c in found.caveats]
    assert not [says for says in told if "put." in says]
