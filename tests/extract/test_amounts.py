"""Amounts: what counts, what only looks like it, hedges, units and rates."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.quantity import Dimension
from workbench.extract.amounts.amounts import find_amounts


def _read(text: str) -> list[str]:
    """Amounts as "hedge value unit", the way the core prints them."""
    return [str(mention.value) for mention in find_amounts(text)]


CASES = [
    # the thing counted
    ("In the first 9 months of 2021, 16,000 attempts of illegal migration were halted.", ["16000 attempt"]),
    ("There were 35 cases of smuggling of 420 migrants.", ["35 case", "420 migrant"]),
    ("Twenty-five thousand people signed.", ["25000 person"]),
    ("There were 1,500 fewer thefts than a year earlier.", ["1500 theft"]),
    ("We built 12 new sports halls and 3 companies closed.", ["12 new sports hall", "3 company"]),
    ("One man left and two women came.", ["1 man", "2 woman"]),
    ("The 27 member states agreed.", ["27 member state"]),
    ("It sold 1,200 of the licences.", ["1200 licence"]),
    ("Not a single case was reported.", ["0 case"]),
    ("Zero cases were reported.", ["0 case"]),
    ("The population is 1.8 million.", ["1800000 person"]),
    ("A 12 page document.", ["12 page"]),
    ("Tens of thousands of people protested.", ["10000 to 100000 person"]),
    ("Two dozen ministers attended.", ["24 minister"]),
    # percent, points
    ("Down 36.5%, then 5 per cent, then 7 percent.", ["36.5 percentage", "5 percentage", "7 percentage"]),
    ("It rose by 2.5 percentage points and 25 basis points.", ["2.5 percentage point", "25 basis point"]),
    ("Turnout was 46.4 percent, 5 points lower than in 2016.", ["46.4 percentage", "5 percentage point"]),
    # money
    ("The project cost $1.2 billion.", ["1200000000 dollar"]),
    ("A grant of €4.5m and £300.", ["4500000 euro", "300 pound sterling"]),
    ("The wage is 37,907 denars.", ["37907 denar"]),
    ("It paid EUR 200 million, US$ 5 and HK$9.", ["200000000 euro", "5 dollar", "9 hong kong dollar"]),
    ("It cost 1,200€, EUR50m and $US160 million.", ["1200 euro", "50000000 euro", "160000000 dollar"]),
    ("They lost 75 USD million.", ["75000000 dollar"]),
    ("It cost 13 dollars and 45 cents.", ["13.45 dollar"]),
    ("A balance of $-50.8bn.", ["-50800000000 dollar"]),
    # measures and rates
    ("We built 45 km of roads, 3.5 hours away.", ["45 kilometre", "3.5 hour"]),
    ("It holds 256GB and weighs 5kg.", ["256 gigabyte", "5 kilogram"]),
    ("The rate is 1.2 per 100,000 inhabitants.", ["1.2  per 100,000 inhabitants"]),
    ("There are 2.5 beds per 1,000 people.", ["2.5 bed per 1,000 people"]),
    ("18,000 denars a month, 500 cases a year.", ["18000 denar per month", "500 case per year"]),
    ("80 dollars per barrel, 400,000 barrels a day", ["80 dollar per barrel", "400000 barrel per day"]),
    ("It is 5,000 more than a year earlier.", ["5000 "]),
    # shares in words
    ("About one in five children is overweight.", ["about 20 percentage"]),
    ("Three out of ten workers left.", ["30 percentage"]),
    ("Roughly two-thirds of households own a car.", ["about 66.6667 percentage"]),
    ("A quarter of the budget, half of the schools.", ["25 percentage", "50 percentage"]),
    ("Poverty fell by almost a third.", ["nearly 33.3333 percentage"]),
    ("Half a million people left.", ["500000 person"]),
    ("Every fourth child lives in poverty.", ["25 percentage"]),
    ("It rose half a percentage point; a quarter of a mile.", ["0.5 percentage point", "0.25 mile"]),
    ("There were 12 dead and 1.7 million unemployed.", ["12 dead", "1700000 unemployed"]),
    # ranges
    ("Growth will be 3 to 4 percent.", ["3 to 4 percentage"]),
    ("Debt is 3-4 percent.", ["3 to 4 percentage"]),
    ("Between 500 and 600 jobs were lost.", ["500 to 600 job"]),
    ("About 10 to 15 thousand people.", ["10000 to 15000 person"]),
    ("It costs $160 to $180.", ["160 to 180 dollar"]),
    ("Two or three villages.", ["2 to 3 village"]),
    ("It rose 4.8 % to $13.18 billion.", ["4.8 percentage", "13180000000 dollar"]),
    ("It slowed from 4.8 to 4.7 percent.", ["4.8 percentage", "4.7 percentage"]),
    ("It fell from 27.3% in 2015 to 16.6% in 2020.", ["27.3 percentage", "16.6 percentage"]),
    # hedges
    ("Nearly 3,000 refugees", ["nearly 3000 refugee"]),
    ("More than 450 officers", ["more than 450 officer"]),
    ("Up to 600 million euros", ["at most 600000000 euro"]),
    ("At least 120 people, no more than 30 cars", ["at least 120 person", "at most 30 car"]),
    ("Fewer than 50 firms, under 5%, over $8", ["less than 50 firm", "less than 5 percentage", "more than 8 dollar"]),
    ("around 800 messages and 100+ calls", ["about 800 message", "more than 100 call"]),
    ("40 or more cases; 70 days or so", ["at least 40 case", "about 70 day"]),
    ("Over 5 years, 20,000 jobs came.", ["5 year", "20000 job"]),
    ("She paid GBP 350, hk $ 10 and rmb.", ["350 pound sterling", "10 hong kong dollar"]),
    ("We talk about two very different paths.", ["2 different path"]),
    ("There were thousands more refugees and 2 pounds of flour.", ["2 pound-mass"]),
    # what a rate is counted against
    ("It is 4.2 deaths per 1,000 live births.", ["4.2 death per 1,000 live births"]),
    ("Growth is 15 % per annum.", ["15 percentage per year"]),
    # one thing leads to another, or a range
    ("Visitors went from 150,000 to 540,000.", ["150000 ", "540000 "]),
    ("Prices range from 150 to 540 euros.", ["150 to 540 euro"]),
    ("He is about 40 - 50 years old.", ["40 to 50 year of age"]),
    # the thing counted
    ("There were 19 fouls proves nothing.", ["19 foul"]),
    ("68,400 people who left and 95,800 who stayed.", ["68400 person", "95800 person"]),
    ("Over 6 million homes, including 1.5 million in the capital.", ["more than 6000000 home", "1500000 home"]),
    ("The index (16,369.03 up 58.06 points).", ["16369.03 point", "58.06 point"]),
    ("The weight is 20 (kg); she weighs 130 pounds.", ["20 kilogram", "130 pound-mass"]),
    ("Eggs cost 64.2 cents a dozen at 5 ft.", ["64.2 cent per dozen", "5 foot"]),
    ("The number of births decreased from 23,075 in 2017 to 19,031.", ["23075 birth", "19031 birth"]),
    # prices said aloud, years of a flow
    ("It cost thirteen dollars forty-five.", ["13.45 dollar"]),
    ("It costs 15 dollars 50; he paid 15 dollars 50 times.", ["15.5 dollar", "15 dollar", "50 time"]),
    ("The firm had 1988 sales of $14 million.", ["14000000 dollar"]),
    # signs
    ("It was −5 degrees, minus 3 percent.", ["-5 degree", "-3 percentage"]),
]


@each(("text", "amounts"), CASES)
def test_amounts_of_a_sentence(text: str, amounts: list[str]):
    assert [a.strip() for a in _read(text)] == [a.strip() for a in amounts]


NONE = [
    "The forum deals with chapters 23 and 24, Article 5, page 12 and Resolution 1325.",
    "Covid-19, the F-35, the G7, S&P 500, Game 2 and Boeing 737.",
    "On 2 December 2021, in 2015, in the 1990s and from 2021-2025.",
    "In the first 9 months of 2021 and over the last 8 months.",
    "The third largest city, the 2nd time, the 21st century.",
    "The 9/11 attacks, 24/7, at 10:30 and at 8 p.m. sharp.",
    "Call 02 3123 456 or phone 3123456.",
    "They won 3-1 and then drew 2-2.",
    "Foreign investment doubled in 2022.",
    "No one knows; one of them said that one day it will be.",
    "People aged 15 to 24 and women aged over 65.",
    "Exports grew a year earlier and two years ago.",
    "A two-way street and a one-off payment.",
    "In nineteen ninety-six and in two thousand and fifteen.",
    "Number two, the number-one issue, category 4, and Ana Petrova, 65, left in the second half.",
    "Ana Petrova, 65, said no; the class of '92.",
    "Women aged 25 to 54, those between 25 and 54 years of age, 25-to-54 year-olds and persons 65 and older.",
    "Children 6 to 23 months, infants of 3 to 5 months, anyone over 40.",
    "It fell in 2008 (rank 33 of 137).",
    "It is at rank 23, was ranked 46th and once ranked 33.",
    "1" * 10_000,
    "\u202e\u200f\x1b\x00",
    "",
]


@each("text", NONE)
def test_figures_that_count_nothing(text: str):
    assert _read(text) == []


def test_the_size_of_the_last_written_digit_is_kept():
    steps = [m.value.step for m in find_amounts("16,000 cases, 1.2 billion euros, 36.5 percent, 35 cars")]
    assert steps == [Decimal(1000), Decimal(100_000_000), Decimal("0.1"), Decimal(1)]


def test_dimensions_and_codes():
    units = [m.value.unit for m in find_amounts("5 %, 5 pp, 5 euros, 5 km, 5 years, 5 cars, 5 cars a day")]
    assert [u.dimension for u in units] == [
        Dimension.SHARE, Dimension.POINTS, Dimension.MONEY, Dimension.PHYSICAL, Dimension.DURATION, Dimension.COUNT,
        Dimension.RATE,
    ]  # fmt: skip
    assert [u.code for u in units][:4] == ["%", "pp", "EUR", "km"]


def test_the_span_leaves_the_hedge_out_and_names_its_rule():
    (mention,) = find_amounts("Around 800 messages were exchanged.")
    assert mention.span.cut("Around 800 messages were exchanged.") == "800 messages"
    assert mention.rule == "counted-noun"


WORDS = st.sampled_from(
    [
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "half",
        "a",
        "third",
        "of",
        "the",
        "and",
        "to",
        "from",
        "between",
        "in",
        "5",
        "16,000",
        "1.2",
        "%",
        "percent",
        "$",
        "€",
        "-",
        "/",
        ".",
        ",",
        ":",
        "2021",
        "may",
        "jobs",
        "per",
        "not",
        "single",
        "dozen",
        "tens",
        "fewer",
        "more",
        "than",
        "by",
        "point",
        "minus",
        "3",
        "½",
        "km",
        "m",
        "bn",
        "year",
        "years",
        "old",
    ]
)


@given(
    st.one_of(
        st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
    )
)
def test_no_text_crashes_and_every_amount_is_finite(text: str):
    last = 0
    for mention in find_amounts(text):
        assert mention.span.cut(text).strip()
        assert mention.span.start >= last
        last = mention.span.end
        assert mention.value.low.is_finite()
        assert mention.value.step > 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["1,", "1 ", "111,", "111 ", "1.", "1-", "12,", "1\u00a0", "$", "1 to ", "of the ", "1/"]
)
def test_nothing_but_figures_costs_no_more_than_its_length(piece: str):
    """Four times the text takes four times as long, not sixteen; the best of three, since others use the machine too."""

    def cost(length: int) -> float:
        text = (piece * length)[:length]
        runs = []
        for _ in range(3):
            started = time.process_time()
            find_amounts(text)
            runs.append(time.process_time() - started)
        return min(runs)

    assert cost(20_000) < 10 * cost(5_000) + 0.05
