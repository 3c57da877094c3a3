"""Figures of others are not taken for ours, and what is told of one of many, of a year or of the whole is not the plain figure.

Each sentence stands beside a table in which the figure that it names is that of something else; where its twin means just
that figure, the twin is borne out.
"""

from __future__ import annotations

from datetime import date

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record
from workbench.extract import read_text

HEAD = "series,title,unit,place,time,value\n"
GROWTH = "g,GDP growth (annual %),%,IND,2019,3.7\ng,GDP growth (annual %),%,IND,2020,-6.6\ng,GDP growth (annual %),%,IND,2021,8.7\n"
PEOPLE = "p,Population,number,IND,2020,1390000000\np,Population,number,IND,2019,1380000000\n"
POWER = "c,Electricity consumption,GWh,MKD,2020,6000\nc,Electricity consumption,GWh,MKD,2019,6100\n"
MURDERS = "m,Murders,number,DEU,2020,700\nm,Murders,number,DEU,2019,650\n"
WOMEN = "u,Unemployment rate of women,% of female labour force,DEU,2020,47\nu,Unemployment rate of women,% of female labour force,DEU,2019,46\n"
CARBON = "".join(
    f"c,CO2 emissions,million tonnes,DEU,{year},{value}\n"
    for year, value in ((2000, 900), (2010, 800), (2017, 760), (2018, 750), (2019, 700), (2020, 640))
)
RATES = "".join(
    f"u,Unemployment rate,% of labour force,{place},{year},{value}\n"
    for place, year, value in (("DEU", 2019, 3.2), ("DEU", 2020, 2.9), ("FRA", 2019, 8.4), ("FRA", 2020, 7.9))
)
SEATS = "w,Share of seats held by women in parliament,%,DEU,2020,40\nw,Share of seats held by women in parliament,%,FRA,2020,20\n"

PRICES = "i,Inflation rate,%,MKD,2020,1.2\ni,Inflation rate,%,MKD,2021,3.2\n"
TRADE = "t,Trade balance,million euros,MKD,2020,-1500\nt,Trade balance,million euros,MKD,2021,-2200\n"


@pytest.fixture
def word(tmp_path):
    def outcome(table: str, text: str, language: str = "en", place: str | None = None) -> str:
        path = tmp_path / "data.csv"
        path.write_text(HEAD + table, "utf-8")
        own_files.cache_clear()
        answer = check_answer((str(path),))(Record("1", text, date(2022, 1, 5), place, language=language))
        return str(answer["outcome"])

    yield outcome
    own_files.cache_clear()


OF_UNNAMED_PLACES = [
    ("The economies of our trading partners grew by 8.7 percent in 2021.", "en"),
    ("In 2021 our neighbours had economic growth of 8.7 percent.", "en"),
    ("In neighbouring countries the economy grew by 8.7 percent in 2021.", "en"),
    ("Emerging markets' GDP grew by 8.7 percent in 2021.", "en"),
    ("The economy abroad grew by 8.7 percent in 2021.", "en"),
    ("In most countries the economy grew by 8.7 percent in 2021.", "en"),
    ("In Europe's largest economy growth was 8.7 percent in 2021.", "en"),
    ("In my constituency the economy grew by 8.7 percent in 2021.", "en"),
    ("In our village the economy grew by 8.7 percent in 2021.", "en"),
    ("In meinem Wahlkreis wuchs die Wirtschaft 2021 um 8,7 Prozent.", "de"),
    ("In den meisten Ländern wuchs die Wirtschaft 2021 um 8,7 Prozent.", "de"),
    ("Во мојата општина економијата порасна за 8,7 проценти во 2021.", "mk"),
    ("Across the border the economy grew by 8.7 percent in 2021.", "en"),
    ("In the south of the country the economy grew by 8.7 percent in 2021.", "en"),
    ("2021 wuchs die Wirtschaft im Ausland um 8,7 Prozent.", "de"),
    ("Die Wirtschaft in den Nachbarländern wuchs 2021 um 8,7 Prozent.", "de"),
    ("Die Wirtschaft unserer Nachbarn wuchs 2021 um 8,7 Prozent.", "de"),
    ("Im Osten des Landes wuchs die Wirtschaft 2021 um 8,7 Prozent.", "de"),
    ("Auf dem Land wuchs die Wirtschaft 2021 um 8,7 Prozent.", "de"),
    ("2021 wuchs die Weltwirtschaft um 8,7 Prozent.", "de"),
    ("Економијата во соседните земји порасна за 8,7 проценти во 2021.", "mk"),
    ("Економијата кај нашите соседи порасна за 8,7 проценти во 2021.", "mk"),
    ("Економијата во странство порасна за 8,7 проценти во 2021.", "mk"),
    ("Во источниот дел на земјата економијата порасна за 8,7 проценти во 2021.", "mk"),
]
OF_OURS = [
    ("In 2021 our economy grew by 8.7 percent.", "en"),
    ("We trade with our neighbours, and our economy grew by 8.7 percent in 2021.", "en"),
    ("Our economy, unlike that of our neighbours, grew by 8.7 percent in 2021.", "en"),
    ("In all there was economic growth of 8.7 percent in 2021.", "en"),
    ("In our country there was economic growth of 8.7 percent in 2021.", "en"),
    ("2021 wuchs unsere Wirtschaft um 8,7 Prozent.", "de"),
    ("Нашата економија порасна за 8,7 проценти во 2021.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), OF_UNNAMED_PLACES)
def test_what_is_told_of_a_place_without_a_name_is_not_told_of_the_own_country(word, text, language):
    assert word(GROWTH, text, language, "IND") == "undecided"


@pytest.mark.parametrize(("text", "language"), OF_OURS)
def test_what_is_told_of_the_own_country_is(word, text, language):
    assert word(GROWTH, text, language, "IND") == "supported"


def test_all_people_are_not_those_of_the_own_country(word):
    assert word(PEOPLE, "Die Weltbevölkerung betrug 2020 1,39 Milliarden.", "de", "IND") == "undecided"
    assert word(PEOPLE, "Indiens Bevölkerung betrug 2020 1,39 Milliarden.", "de", "IND") == "supported"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("France's neighbours had 7.9 percent unemployment in 2020.", "en"),
        ("Frankreichs Nachbar hatte 2020 eine Arbeitslosenquote von 7,9 Prozent.", "de"),
    ],
)
def test_what_is_told_of_somebodys_neighbours_is_not_told_of_him(word, text, language):
    assert word(RATES, text, language) == "undecided"


OF_OTHER_PEOPLES = [
    ("Die Syrer hatten 2021 ein Wirtschaftswachstum von 8,7 Prozent.", "de"),
    ("Die syrische Wirtschaft wuchs 2021 um 8,7 Prozent.", "de"),
    ("Die Wirtschaft der Vietnamesen wuchs 2021 um 8,7 Prozent.", "de"),
    ("Die usbekische Wirtschaft wuchs 2021 um 8,7 Prozent.", "de"),
    ("Сиријците имаа економски раст од 8,7 проценти во 2021.", "mk"),
    ("Економијата на Швеѓаните порасна за 8,7 проценти во 2021.", "mk"),
    ("Виетнамската економија порасна за 8,7 проценти во 2021.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), OF_OTHER_PEOPLES)
def test_what_is_told_of_another_people_is_not_told_of_the_own_country(word, text, language):
    assert word(GROWTH, text, language, "IND") == "undecided"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Inder hatten 2021 ein Wirtschaftswachstum von 8,7 Prozent.", "de"),
        ("Индијците имаа економски раст од 8,7 проценти во 2021.", "mk"),
    ],
)
def test_what_is_told_of_the_own_people_is(word, text, language):
    assert word(GROWTH, text, language, "IND") == "supported"


OF_EACH = [
    ("Each Macedonian consumed 6,000 GWh of electricity in 2020.", "en"),
    ("Every single Macedonian used 6,000 GWh of electricity in 2020.", "en"),
    ("A typical Macedonian consumed 6,000 GWh of electricity in 2020.", "en"),
    ("Per Macedonian, 6,000 GWh of electricity were consumed in 2020.", "en"),
    ("Each of us consumed 6,000 GWh of electricity in 2020.", "en"),
    ("Jeder Mazedonier verbrauchte 2020 6.000 GWh Strom.", "de"),
    ("Jede Mazedonierin verbrauchte 2020 6.000 GWh Strom.", "de"),
    ("Jeder von uns verbrauchte 2020 6.000 GWh Strom.", "de"),
    ("Секој Македонец потроши 6.000 GWh струја во 2020.", "mk"),
    ("Секоја Македонка потроши 6.000 GWh струја во 2020.", "mk"),
    ("Секој од нас потроши 6.000 GWh струја во 2020.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), OF_EACH)
def test_what_each_consumed_is_not_what_all_did(word, text, language):
    assert word(POWER, text, language, "MKD") == "undecided"


ONE_OF_MANY = [
    ("One in 700 Germans was murdered in 2020.", "en"),
    ("One in 700 people in Germany was murdered in 2020.", "en"),
    ("Еден од 700 Германци беше убиен во 2020.", "mk"),
    ("Една од 700 Германки беше убиена во 2020.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), ONE_OF_MANY)
def test_one_of_so_many_counts_none_of_them(word, text, language):
    assert word(MURDERS, text, language) == "undecided"


def test_so_many_are_counted(word):
    assert word(MURDERS, "In 2020 there were 700 murders in Germany.") == "supported"


MADE_OF = [
    ("In 2020 47 percent of German workers were women.", "en"),
    ("In 2020 women's share among Germany's jobless was 47 percent.", "en"),
    ("In 2020 nearly half, 47 percent, of the unemployed in Germany were women.", "en"),
    ("Der Frauenanteil unter den Arbeitslosen in Deutschland lag 2020 bei 47 Prozent.", "de"),
    ("2020 waren 47 Prozent der Arbeitslosen in Deutschland Frauen.", "de"),
    ("47 проценти од германските работници беа жени во 2020.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), MADE_OF)
def test_the_share_of_women_among_them_is_not_the_rate_of_the_women(word, text, language):
    assert word(WOMEN, text, language) == "undecided"


def test_the_rate_of_the_women_is(word):
    assert word(WOMEN, "In 2020 the unemployment rate of women in Germany was 47 percent.") == "supported"


OVER_YEARS = [
    ("Over two decades, Germany's CO2 emissions fell by 8.6 percent by 2020.", "en"),
    ("Within a decade, by 2020, Germany's CO2 emissions fell by 8.6 percent.", "en"),
    ("Innerhalb von zehn Jahren sanken die CO2-Emissionen Deutschlands bis 2020 um 8,6 Prozent.", "de"),
    ("In zwanzig Jahren, bis 2020, sanken die CO2-Emissionen Deutschlands um 8,6 Prozent.", "de"),
    ("Во двете децении до 2020 емисиите на CO2 во Германија се намалија за 8,6 проценти.", "mk"),
    ("За десет години, до 2020, емисиите на CO2 во Германија паднаа за 8,6 проценти.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), OVER_YEARS)
def test_a_change_over_years_is_not_that_of_the_last(word, text, language):
    assert word(CARBON, text, language) != "supported"


def test_the_change_of_a_year_is_measured_by_it(word):
    assert word(CARBON, "In 2020 Germany's CO2 emissions fell by 8.6 percent.") == "supported"


def test_years_of_another_change_are_not_those_of_the_claim():
    said = "Over ten years emissions fell by 20 percent, and in 2020 they fell by 8.6 percent."
    first, second = read_text(said, said=date(2022, 1, 5)).claims
    assert [("unread-period" in {note.kind for note in each.notes}) for each in (first, second)] == [True, False]


MEAN_YEARS = [
    ("Germany's average annual CO2 emissions from 2018 to 2020 were {} million tonnes.", "en"),
    ("From 2018 to 2020 Germany emitted {} million tonnes of CO2 a year on average.", "en"),
    ("The mean annual CO2 emissions of Germany in 2018-2020 were {} million tonnes.", "en"),
    ("Die durchschnittlichen jährlichen CO2-Emissionen Deutschlands von 2018 bis 2020 betrugen {} Millionen Tonnen.", "de"),
    ("Просечните годишни емисии на CO2 на Германија од 2018 до 2020 беа {} милиони тони.", "mk"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language"), MEAN_YEARS)
def test_a_mean_year_is_not_the_sum_of_all(word, text, language):
    many = "2,090" if language == "en" else "2.090"
    assert word(CARBON, text.format("697"), language) == "supported"
    assert word(CARBON, text.format(many), language) == "contradicted"


AT_A_LEVEL = [
    ("2020 war die deutsche Arbeitslosenquote mit {} Prozent niedriger als in Frankreich.", "de"),
    ("2020 lag die Arbeitslosenquote mit {} Prozent niedriger als 2019 in Deutschland.", "de"),
    ("Во 2020 стапката на невработеност во Германија беше со {} проценти пониска отколку во Франција.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), AT_A_LEVEL)
def test_lower_with_a_figure_is_a_level_and_no_difference(word, text, language):
    assert word(RATES, text.format("2,9"), language) == "supported"
    assert word(RATES, text.format("5,0"), language) == "contradicted"


SLOWER = [
    ("In 2021 India's economy grew more slowly than in 2019.", "en"),
    ("Indiens Wirtschaft wuchs 2021 langsamer als 2019.", "de"),
    ("Економијата на Индија во 2021 растеше побавно отколку во 2019.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), SLOWER)
def test_that_it_grew_does_not_bear_out_that_it_grew_more_slowly(word, text, language):
    assert word(GROWTH, text, language) != "supported"


def test_percent_above_another_place_are_no_percentage_points(word):
    says = "In 2020 Germany's share of seats held by women was {} higher than France's."
    assert word(SEATS, says.format("20 percent")) == "undecided"
    assert word(SEATS, says.format("20 percentage points")) == "supported"
    assert word(SEATS, says.format("100 percent")) == "supported"


def test_those_of_a_group_are_not_the_whole_that_its_share_is_of(word):
    assert word(SEATS, "In 2020 40 percent of women in Germany held seats in parliament.") == "undecided"
    assert word(SEATS, "In 2020 40 percent of seats in Germany's parliament were held by women.") == "supported"


EACH_DAY = [
    ("Deutschland stieß 2020 täglich 640 Millionen Tonnen CO2 aus.", "de"),
    ("Germany emitted 640 million tonnes of CO2 every week of 2020.", "en"),
    ("Германија испушти 640 милиони тони CO2 дневно во 2020.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), EACH_DAY)
def test_what_is_weighed_each_day_is_not_that_of_the_year(word, text, language):
    assert word(CARBON, text, language) != "supported"


NOT_SO = [
    ("In 2020 the number of murders in Germany was not {}.", "en"),
    ("In 2020 there were not {} murders in Germany.", "en"),
    ("In 2020 the number of murders in Germany would have been {} without the police.", "en"),
    ("In 2020 there should have been {} murders in Germany.", "en"),
    ("Die Zahl der Morde in Deutschland lag 2020 nicht bei {}.", "de"),
    ("Ohne die Polizei hätte es 2020 in Deutschland {} Morde gegeben.", "de"),
    ("Бројот на убиства во Германија во 2020 не беше {}.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), NOT_SO)
@pytest.mark.parametrize("figure", ["700", "400"])
def test_a_figure_that_is_denied_or_imagined_is_neither_borne_out_nor_refuted(word, text, language, figure):
    assert word(MURDERS, text.format(figure), language) == "undecided"


UNREAL = [
    ("We estimated that, had it passed, murders in Germany would have gone from 900 in 2012 to {} in 2020.", "en"),
    ("Murders in Germany would have gone from 900 in 2012 to {} in 2020 had the law not passed.", "en"),
    ("In 2020 there ought to have been {} murders in Germany.", "en"),
    ("In Germany we'd have come to {} murders in 2020.", "en"),
    ("The number of murders in Germany would, on our estimate, have stood at {} in 2020.", "en"),
    ("Suppose the law had passed: in 2020 there were {} murders in Germany.", "en"),
    ("In that scenario, there were {} murders in Germany in 2020.", "en"),
    ("Die Zahl der Morde in Deutschland hätte sich 2020 auf {} verringert.", "de"),
    ("Wir glauben, dass sich die Zahl der Morde in Deutschland 2020 auf {} vermindert hätte.", "de"),
    ("Die Zahl der Morde in Deutschland würde 2020 bei {} liegen.", "de"),
    ("In diesem Szenario lag die Zahl der Morde in Deutschland 2020 bei {}.", "de"),
    ("Бројот на убиства во Германија во 2020 би паднал на {}.", "mk"),
    ("Законот би го намалил бројот на убиства во Германија во 2020 на {}.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), UNREAL)
def test_what_would_have_been_is_not_borne_out(word, text, language):
    assert word(MURDERS, text.format("700"), language) != "supported"


REAL_BESIDE_UNREAL = [
    ("Nobody would have thought it, but in 2020 there were {} murders in Germany.", "en"),
    ("They would have guessed fewer; in 2020 there were {} murders in Germany.", "en"),
    ("Say what you like: in 2020 there were {} murders in Germany.", "en"),
    ("Ich würde sagen, die Zahl der Morde in Deutschland lag 2020 bei {}.", "de"),
    ("Wir hätten gern mehr erreicht, aber die Zahl der Morde in Deutschland lag 2020 bei {}.", "de"),
    ("Би сакал да кажам дека бројот на убиства во Германија во 2020 беше {}.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), REAL_BESIDE_UNREAL)
def test_what_was_is_borne_out_beside_words_of_what_would_have_been(word, text, language):
    assert word(MURDERS, text.format("700"), language) == "supported"


PART_OR_MULTIPLE = [
    "Of Germany's CO2 emissions in 2020, 640 million tonnes came from coal.",
    "Only part of Germany's CO2 emissions, 640 million tonnes, was counted in 2020.",
    "Nearly twice 640 million tonnes of CO2 were emitted in Germany in 2020.",
]


@pytest.mark.parametrize("text", PART_OR_MULTIPLE)
def test_a_part_or_a_multiple_is_not_the_whole(word, text):
    assert word(CARBON, text) != "supported"


EACH_MONTH = [
    ("Prices rose 3.2 percent a month in 2021.", "en"),
    ("Prices rose by 3.2 percent each month of 2021.", "en"),
    ("Die Preise stiegen 2021 um 3,2 Prozent pro Monat.", "de"),
    ("Die Preise stiegen 2021 monatlich um 3,2 Prozent.", "de"),
    ("Цените во 2021 растеа за 3,2 проценти месечно.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), EACH_MONTH)
def test_a_growth_each_month_is_not_that_of_the_year(word, text, language):
    assert word(PRICES, text, language, "MKD") == "undecided"


def test_the_growth_of_the_year_is(word):
    assert word(PRICES, "In 2021 prices rose by 3.2 percent.", "en", "MKD") == "supported"


def test_a_deficit_is_no_kind_of_its_balance(word):
    assert word(TRADE, "In 2021 the trade deficit was 2.2 billion euros.", "en", "MKD") == "supported"
    assert word(TRADE, "In 2021 the budget deficit was 2.2 billion euros.", "en", "MKD") == "undecided"


DOUBLED = SEATS + "w,Share of seats held by women in parliament,%,DEU,2019,20\n"
TWICE = {
    "en": "In 2020 the share of seats held by women in Germany's parliament was twice as large as {}.",
    "de": "2020 war der Frauenanteil im deutschen Parlament doppelt so hoch wie {}.",
    "mk": "Во 2020 уделот на жените во парламентот на Германија беше двапати поголем отколку {}.",
}
OF_ANOTHER = {
    "en": ("expected", "originally planned", "elsewhere", "the neighbour's"),
    "de": (
        "beim Nachbarn",
        "anderswo",
        "drüben",
        "jenseits der Grenze",
        "jener der Nachbarn",
        "unter Männern",
        "erwartet",
    ),
    "mk": ("кај соседот", "во странство", "што беше планирано"),
}
BEFORE = {"en": "the year before", "de": "im Vorjahr", "mk": "претходната година"}


@pytest.mark.parametrize(
    ("language", "other"), [(key, other) for key, others in OF_ANOTHER.items() for other in others]
)
def test_a_multiple_of_another_is_none_of_the_own_year_before(word, language, other):
    assert word(DOUBLED, TWICE[language].format(other), language) == "undecided"


@pytest.mark.parametrize("language", BEFORE)
def test_its_twin_of_the_year_before_is_borne_out(word, language):
    assert word(DOUBLED, TWICE[language].format(BEFORE[language]), language) == "supported"
