"""Macedonian: another language is a word file; these sentences go through the rules that English goes through."""

from __future__ import annotations

import inspect
from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind, Direction
from workbench.core.period import year
from workbench.core.quantity import Relation
from workbench.extract import read_text, split_sentences
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.time.periods import find_periods

SAID = date(2021, 12, 2)


@pytest.fixture
def claims(request):
    """Return the claims of the test's docstring, said on 2 December 2021."""
    speech = inspect.cleandoc(request.function.__doc__)
    return read_text(speech, said=SAID, place="MKD", language="mk").claims


def test_the_nine_months_of_a_minister(claims):
    """Во првите девет месеци од 2021 година беа спречени 16.000 обиди за илегална миграција, што е намалување од 36,5 % во споредба со истиот период во 2020 година, како и 35 случаи на шверц на 420 мигранти."""
    attempts, decline, cases, migrants = claims
    assert [c.amount.value.low for c in claims] == [Decimal(16000), Decimal("36.5"), Decimal(35), Decimal(420)]
    assert all(c.period.value.label == "Jan–Sep 2021" for c in claims)
    assert decline.kind is ClaimKind.CHANGE
    assert decline.change.value.direction is Direction.DOWN
    assert decline.change.value.base.label == "Jan–Sep 2020"
    assert attempts.measure == "обиди за илегална миграција"
    assert cases.amount.value.unit.name == "случај"
    assert migrants.amount.value.unit.name == "мигрант"


def test_a_promise(claims):
    """До крајот на 2022 година ќе вработиме најмалку 500 нови лекари."""
    (claim,) = claims
    assert claim.kind is ClaimKind.PROMISE
    assert claim.amount.value.relation is Relation.AT_LEAST
    assert claim.period.value == year(2022)


def test_what_was_done_is_no_promise(claims):
    """Минатата година беа изградени 500 станови."""
    (claim,) = claims
    assert claim.kind is ClaimKind.LEVEL
    assert claim.period.value == year(2020)


def test_a_change_and_what_it_reached(claims):
    """Во споредба со минатата година, невработеноста се намали за 2 процентни поени на 15,7 проценти."""
    (claim,) = claims
    change = claim.change.value
    assert (change.direction, change.mode.value) == (Direction.DOWN, "points")
    assert change.amount.value.low == 2
    assert change.target.value.low == Decimal("15.7")
    assert change.base == year(2020)
    assert claim.measure == "стапка на невработеност"


def test_a_rank(claims):
    """Имаме најниска стапка на невработеност во регионот."""
    assert [c.kind for c in claims] == [ClaimKind.RANK]


def test_a_comparison(claims):
    """Нашите плати се повисоки од платите на соседите."""
    assert [c.kind for c in claims] == [ClaimKind.COMPARISON]


def test_an_opinion_claims_nothing(claims):
    """Мислам дека сме на најдобриот пат во Европа."""
    assert not claims


NUMBERS = [
    ("дваесет и пет лица", "25"),
    ("дваесет пет лица", "25"),
    ("двесте лица", "200"),
    ("двесте и педесет лица", "250"),
    ("двесте педесет и пет илјади лица", "255000"),
    ("илјада лица", "1000"),
    ("илјада и двесте лица", "1200"),
    ("сто лица", "100"),
    ("еден милион евра", "1000000"),
    ("два милиони и триста илјади евра", "2300000"),
    ("два и пол милиони евра", "2500000"),
    ("половина милион луѓе", "500000"),
    ("16.000 лица", "16000"),
    ("16 000 лица", "16000"),
    ("1.234.567 лица", "1234567"),
    ("1.234,56 евра", "1234.56"),
    ("36,5 %", "36.5"),
    ("2,5 млн. евра", "2500000"),
    ("2,5 млрд. евра", "2500000000"),
    ("минус 5 проценти", "-5"),
    ("една третина од домаќинствата", "33.3333"),
    ("две третини од училиштата", "66.6667"),
    ("половина од децата", "50"),
    ("секој петти граѓанин", "20"),
    ("секој петти", "20"),
    ("ниту едно училиште", "0"),
]


@each(("text", "value"), NUMBERS)
def test_numbers(text, value):
    (found,) = find_amounts(f"Тоа се {text}.", "mk")
    assert found.value.low == Decimal(value)


AMOUNTS = [
    ("Околу 800 пораки беа разменети.", ["about 800 порака"]),
    ("Речиси 3.000 бегалци, скоро 60 луѓе.", ["nearly 3000 бегалец", "nearly 60 човек"]),
    ("Повеќе од 450 случаи, над 80 жени.", ["more than 450 случај", "more than 80 жена"]),
    ("Најмалку 40 училишта и најмногу 50 наставници.", ["at least 40 училиште", "at most 50 наставник"]),
    ("До 500 станови.", ["at most 500 стан"]),
    ("Помалку од 5 проценти, под 6 %.", ["less than 5 percentage", "less than 6 percentage"]),
    ("Беа 2.000 или повеќе.", ["at least 2000"]),
    ("За 2,5 процентни поени.", ["2.5 percentage point"]),
    ("Тоа се 3 до 4 проценти.", ["3 to 4 percentage"]),
    ("Меѓу 3 и 4 милиони евра.", ["3000000 to 4000000 евро"]),
    ("Минималната плата е 37.907 денари.", ["37907 денар"]),
    ("Има 12 случаи на 100.000 жители.", ["12 случај per 100,000 жители"]),
    ("Стотици луѓе и десетици фирми.", ["100 to 1000 човек", "10 to 100 фирма"]),
    ("Изградивме 45 километри пат и 500 нови станови.", ["45 kilometre", "500 нови стан"]),
    # what is no amount
    ("Член 5, страница 12 и закон бр. 7.", []),
    ("На 3 март 2021 година во 10 часот.", []),
    ("На 3-ти март.", []),
    ("Во изминатите десет години.", []),
    ("Од 2015 година.", []),
    ("Пред десет години.", []),
]


@each(("text", "amounts"), AMOUNTS)
def test_amounts(text, amounts):
    assert [str(m.value) for m in find_amounts(text, "mk")] == amounts


PERIODS = [
    ("завчера", "30 Nov 2021"),
    ("на 22.04.", "22 Apr 2021"),
    ("на Божиќ 2021", "7 Jan 2021"),
    ("во првите девет месеци од 2021", "Jan–Sep 2021"),
    ("во првите 9 месеци од 2021 година", "Jan–Sep 2021"),
    ("во првиот квартал од 2021", "2021-Q1"),
    ("во третиот квартал на 2020 година", "2020-Q3"),
    ("во првото полугодие од 2021", "Jan–Jun 2021"),
    ("во март 2021", "Mar 2021"),
    ("во март 2021 година", "Mar 2021"),
    ("во јануари", "Jan 2021"),
    ("летото 2021", "Jun–Aug 2021"),
    ("на 3 март 2021", "3 Mar 2021"),
    ("на 3-ти март 2021 година", "3 Mar 2021"),
    ("на 03.03.2021", "3 Mar 2021"),
    ("во 2020 година", "2020"),
    ("лани", "2020"),
    ("преклани", "2019"),
    ("годинава", "2021"),
    ("минатата година", "2020"),
    ("оваа година", "2021"),
    ("следната година", "2022"),
    ("минатиот месец", "Nov 2021"),
    ("пред десет години", "2011"),
    ("во изминатите десет години", "2 Dec 2011–1 Dec 2021"),
    ("во последните три месеци", "2 Sep 2021–1 Dec 2021"),
    ("од 2015", "1 Jan 2015–1 Dec 2021"),
    ("од 2015 година", "1 Jan 2015–1 Dec 2021"),
    ("меѓу 2010 и 2020", "2010–2020"),
    ("меѓу 2010 и 2020 година", "2010–2020"),
    ("од 2010 до 2020 година", "2010–2020"),
    ("од јануари до јуни 2019", "Jan–Jun 2019"),
    ("до крајот на 2021", "2021"),
    ("вчера", "1 Dec 2021"),
    ("деведесеттите години", "1990–1999"),
    ("од почетокот на годината", "1 Jan 2021–1 Dec 2021"),
]


@each(("text", "label"), PERIODS)
def test_periods(text, label):
    found = find_periods(f"Тоа беше {text} така.", SAID, "mk")
    assert [m.value.label for m in found] == [label]


LEANING = [
    "во првиот квартал од 2021, а во истиот период во 2020",
    "во првиот квартал од 2021, споредено со истиот период лани",
    "во првиот квартал од 2021, споредено со истиот период минатата година",
    "во првиот квартал од 2021, споредено со истиот квартал претходната година",
]


@pytest.mark.parametrize("text", LEANING)
def test_the_same_period_a_year_before(text):
    assert [m.value.label for m in find_periods(text, SAID, "mk")] == ["2021-Q1", "2020-Q1"]


CHANGES = [
    ("Извозот се зголеми за 7,2 проценти.", "up", "relative", "7.2"),
    ("Извозот порасна за околу 7,2 отсто.", "up", "relative", "7.2"),
    ("Тоа е намалување од 36,5 %.", "down", "relative", "36.5"),
    ("Тоа е пораст за 500 случаи.", "up", "absolute", "500"),
    ("Стапката се намали за 2 процентни поени.", "down", "points", "2"),
    ("Имаше 20 проценти помалку несреќи.", "down", "relative", "20"),
    ("Бројот се удвои.", "up", "multiple", "2"),
    ("Извозот двојно се зголеми.", "up", "multiple", "2"),
    ("Долгот се преполови.", "down", "multiple", "0.5"),
]


@each(("text", "way", "mode", "value"), CHANGES)
def test_changes(text, way, mode, value):
    (found,) = read_text(text, said=SAID, language="mk").changes
    change = found.value
    assert (change.direction.value, change.mode.value, change.amount.value.low) == (way, mode, Decimal(value))


@pytest.mark.parametrize("text", ["Бројот не се зголеми.", "Цените останаа непроменети.", "Бројот не е намален."])
def test_no_change(text):
    (found,) = read_text(text, said=SAID, language="mk").changes
    assert found.value.direction is Direction.FLAT


def test_from_one_value_to_another():
    (found,) = read_text("Невработеноста падна од 20,5 на 15,7 проценти.", language="mk").changes
    assert (found.value.origin.value.low, found.value.target.value.low) == (Decimal("20.5"), Decimal("15.7"))


PLACES = [
    ("Извозот од Северна Македонија на германскиот пазар", ["MKD", "DEU"]),
    ("Српските и албанските граѓани во ЕУ", ["SRB", "ALB", "EU27"]),
    ("Босна и Херцеговина и САД", ["BIH", "USA"]),
    ("Во регионот расте бројот на туристи.", ["REGION"]),
]


@pytest.mark.parametrize(("text", "codes"), PLACES)
def test_places(text, codes):
    assert [m.value for m in read_text(text, language="mk").places] == codes


def test_a_full_stop_that_ends_no_sentence():
    text = "На 3 март 2021 г. министерот д-р Петров рече дека бр. 7 и чл. 5 чинат 2,5 млрд. евра. Бројот падна на 16. Потоа порасна."
    assert [s.span.cut(text) for s in split_sentences(text, "mk")] == [
        "На 3 март 2021 г. министерот д-р Петров рече дека бр. 7 и чл. 5 чинат 2,5 млрд. евра.",
        "Бројот падна на 16.",
        "Потоа порасна.",
    ]
