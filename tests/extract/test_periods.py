"""Periods: the calendar's own names, and those counted from the day of the speech."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.change.changes import find_changes
from workbench.extract.time.periods import find_periods

SAID = date(2021, 12, 2)


def _dates(text: str, said: date | None = SAID) -> list[tuple[str, str]]:
    return [(m.value.start.isoformat(), m.value.end.isoformat()) for m in find_periods(text, said)]


FIXED = [
    ("in 2021", [("2021-01-01", "2022-01-01")]),
    ("in December 2021", [("2021-12-01", "2022-01-01")]),
    ("in Dec. 2021", [("2021-12-01", "2022-01-01")]),
    ("on 2 December 2021", [("2021-12-02", "2021-12-03")]),
    ("on December 2, 2021", [("2021-12-02", "2021-12-03")]),
    ("on the 2nd of December 2021", [("2021-12-02", "2021-12-03")]),
    ("2021-12-02", [("2021-12-02", "2021-12-03")]),
    ("02/12/2021", [("2021-12-02", "2021-12-03")]),
    ("2.12.2021", [("2021-12-02", "2021-12-03")]),
    ("2021-11", [("2021-11-01", "2021-12-01")]),
    ("In Q3 2022", [("2022-07-01", "2022-10-01")]),
    ("2022-Q3", [("2022-07-01", "2022-10-01")]),
    ("the third quarter of 2023", [("2023-07-01", "2023-10-01")]),
    ("the 3rd quarter of 2023", [("2023-07-01", "2023-10-01")]),
    ("the first half of 2021", [("2021-01-01", "2021-07-01")]),
    ("H1 2021", [("2021-01-01", "2021-07-01")]),
    ("the first nine months of 2021", [("2021-01-01", "2021-10-01")]),
    ("the first 9 months of 2021", [("2021-01-01", "2021-10-01")]),
    ("the last three months of 2021", [("2021-10-01", "2022-01-01")]),
    ("From January to June 2019", [("2019-01-01", "2019-07-01")]),
    ("January-June 2019", [("2019-01-01", "2019-07-01")]),
    ("between May and July 2019", [("2019-05-01", "2019-08-01")]),
    ("between 2015 and 2020", [("2015-01-01", "2021-01-01")]),
    ("the strategy 2021-2025", [("2021-01-01", "2026-01-01")]),
    ("the school year 2022/23", [("2022-09-01", "2023-09-01")]),
    ("in the 1990s", [("1990-01-01", "2000-01-01")]),
    ("two years after 2010", [("2012-01-01", "2013-01-01")]),
    ("three weeks before 4 May 2021", [("2021-04-13", "2021-04-14")]),
    ("in the two years before 2010", [("2008-01-01", "2010-01-01")]),
    ("the six months after March 2020", [("2020-04-01", "2020-10-01")]),
    ("five days after the end of May 2020", [("2020-06-05", "2020-06-06")]),
    ("between 1850 and 1880", [("1850-01-01", "1881-01-01")]),
    ("from 1066 AD", [("1066-01-01", "1067-01-01")]),
    ("by 2120", [("2120-01-01", "2121-01-01")]),
    ("over Christmas 2020", [("2020-12-25", "2020-12-26")]),
    ("since Easter Monday 2021", []),
    ("on Good Friday 2019", [("2019-04-19", "2019-04-20")]),
    ("around Thanksgiving 2020", [("2020-11-26", "2020-11-27")]),
    ("Labor Day 2021 weekend", [("2021-09-04", "2021-09-07")]),
    ("the Easter 2021 weekend", [("2021-04-02", "2021-04-06")]),
    ("the weekend of 5 June 2021", [("2021-06-05", "2021-06-07")]),
    ("3Q21", [("2021-07-01", "2021-10-01")]),
    ("2Q 2020 sales", [("2020-04-01", "2020-07-01")]),
    ("Q3'21", [("2021-07-01", "2021-10-01")]),
    ("Q3/2021", [("2021-07-01", "2021-10-01")]),
    ("in 2H 2019", [("2019-07-01", "2020-01-01")]),
    ("in Q1 and Q2 2020", [("2020-01-01", "2020-04-01"), ("2020-04-01", "2020-07-01")]),
    ("in FY2019/20", [("2019-04-01", "2020-04-01")]),
    ("in the 2019-20 financial year", [("2019-04-01", "2020-04-01")]),
    ("tax year 2018-19", [("2018-04-01", "2019-04-01")]),
    ("the 2020-2021 school year", [("2020-09-01", "2021-09-01")]),
    ("the academic year 2020/21", [("2020-09-01", "2021-09-01")]),
    ("the second quarter of the 2020/21 financial year", [("2020-07-01", "2020-10-01")]),
    ("in the winter of 2019/20", [("2019-12-01", "2020-03-01")]),
    ("back in '08 and '09", [("2008-01-01", "2009-01-01"), ("2009-01-01", "2010-01-01")]),
    ("in April of 87", [("1987-04-01", "1987-05-01")]),
    ("in October two thousand", [("2000-10-01", "2000-11-01")]),
    ("it began in may 2019", [("2019-05-01", "2019-06-01")]),
    ("on 23/08/19", [("2019-08-23", "2019-08-24")]),
    ("on 2021-Dec-02", [("2021-12-02", "2021-12-03")]),
    ("from 27 April to 3 May 2021", [("2021-04-27", "2021-05-04")]),
    ("from April 27 to the 3rd, 2021", [("2021-04-27", "2021-05-04")]),
    ("from the 27th to the 3rd of April 2021", [("2021-03-27", "2021-04-04")]),
    ("from 10/1/2018 to 25/1/2018", [("2018-01-10", "2018-01-26")]),
    ("from the end of 2019 to the end of 2020", [("2019-01-01", "2021-01-01")]),
    ("between Easter 2021 and Christmas 2021", [("2021-04-04", "2021-12-26")]),
    ("from the 1990s to 2010", [("1990-01-01", "2011-01-01")]),
    ("between 2014~2018", [("2014-01-01", "2019-01-01")]),
    ("code 133-03-03-2020", []),
    ("in the first ten days of May 2021", [("2021-05-01", "2021-05-11")]),
    ("the second half of the 19th century", [("1850-01-01", "1900-01-01")]),
    ("in the first half of the 1990s", [("1990-01-01", "1995-01-01")]),
    ("in the second half of May 2021", [("2021-05-16", "2021-06-01")]),
    ("the first decade of the 21st century", [("2000-01-01", "2010-01-01")]),
    ("in the second and third quarters of 2021", [("2021-04-01", "2021-07-01"), ("2021-07-01", "2021-10-01")]),
    ("from the first to the third quarter of 2021", [("2021-01-01", "2021-10-01")]),
    ("in the year to the end of March 2020", [("2019-04-01", "2020-04-01")]),
    ("the four quarters to Q3 2021", [("2020-10-01", "2021-10-01")]),
    ("the four weeks to 12 May 2021", [("2021-04-15", "2021-05-13")]),
    ("the six months from April 2020", [("2020-04-01", "2020-10-01")]),
    ("w/c 4 February 2019", [("2019-02-04", "2019-02-11")]),
    ("from 2022 onwards", [("2022-01-01", "2023-01-01")]),
    ("in quarter 3, 2019", [("2019-07-01", "2019-10-01")]),
    ("2018's second quarter", [("2018-04-01", "2018-07-01")]),
    ("2018 first half", [("2018-01-01", "2018-07-01")]),
    ("between May 14 and 16, 2021", [("2021-05-14", "2021-05-17")]),
    ("on 12 March 1848", [("1848-03-12", "1848-03-13")]),
    ("in March, 1848", [("1848-03-01", "1848-04-01")]),
    ("in the nineties", [("1990-01-01", "2000-01-01")]),
    ("the late 1990s", [("1995-01-01", "2000-01-01")]),
    ("early in the nineties", [("1990-01-01", "1995-01-01")]),
    ("in the '90s", [("1990-01-01", "2000-01-01")]),
    ("in the 80s", [("1980-01-01", "1990-01-01")]),
    ("the 1960's", [("1960-01-01", "1970-01-01")]),
    ("in the seventies and eighties", [("1970-01-01", "1980-01-01"), ("1980-01-01", "1990-01-01")]),
    ("the nineteen-sixties", [("1960-01-01", "1970-01-01")]),
    ("at the turn of the century", [("2000-01-01", "2001-01-01")]),
    ("in the early twentieth century", [("1900-01-01", "1930-01-01")]),
    ("at end-2019", [("2019-01-01", "2020-01-01")]),
    ("at year-end 2019", [("2019-01-01", "2020-01-01")]),
    ("the early part of 2020", [("2020-01-01", "2021-01-01")]),
    ("the 19th century", [("1800-01-01", "1900-01-01")]),
    ("by the end of 2023", [("2023-01-01", "2024-01-01")]),
    ("in mid-2021", [("2021-01-01", "2022-01-01")]),
    ("the 21st of December 2021", [("2021-12-21", "2021-12-22")]),
    ("on the twenty-first of December 2021", [("2021-12-21", "2021-12-22")]),
    ("in October two thousand and five", [("2005-10-01", "2005-11-01")]),
    ("in 12/2015 and in Dec/2018", [("2015-12-01", "2016-01-01"), ("2018-12-01", "2019-01-01")]),
    ("from 9 to 12 June 2020", [("2020-06-09", "2020-06-13")]),
    ("from April 2019 until the end of June 2020", [("2019-04-01", "2020-07-01")]),
    ("week 3 of 2027", [("2027-01-18", "2027-01-25")]),
    ("the first week of January 2015", [("2014-12-29", "2015-01-05")]),
    ("the last three weeks of 2019", [("2019-12-09", "2019-12-30")]),
    ("the week of 10 April 2018", [("2018-04-09", "2018-04-16")]),
    ("the 1988 sales and the 2016 elections", [("1988-01-01", "1989-01-01"), ("2016-01-01", "2017-01-01")]),
    ("in summer 2021", [("2021-06-01", "2021-09-01")]),
    ("the winter of 2020", [("2020-12-01", "2021-03-01")]),
    ("in the year to March 2021", [("2020-04-01", "2021-04-01")]),
    ("the twelve months ending in June 2021", [("2020-07-01", "2021-07-01")]),
    ("since it began in nineteen ninety-six", [("1996-01-01", "1997-01-01")]),
    ("in twenty twenty-one", [("2021-01-01", "2022-01-01")]),
    ("from January 2021 to June 2021, against May in brackets", [("2021-01-01", "2021-07-01")]),
]


@each(("text", "periods"), FIXED)
def test_periods_with_their_own_year_need_no_day_of_speech(text: str, periods: list[tuple[str, str]]):
    assert _dates(text, None) == periods


RELATIVE = [
    ("last year", ("2020-01-01", "2021-01-01")),
    ("last year's budget", ("2020-01-01", "2021-01-01")),
    ("last month’s figures", ("2021-11-01", "2021-12-01")),
    ("from 2015 to last year", ("2015-01-01", "2021-01-01")),
    ("over the last couple of months", ("2021-10-02", "2021-12-02")),
    ("on Tuesday", ("2021-11-30", "2021-12-01")),
    ("on Thursday", ("2021-12-02", "2021-12-03")),
    ("last Friday", ("2021-11-26", "2021-11-27")),
    ("next week Wednesday", ("2021-12-08", "2021-12-09")),
    ("the 15th of last month", ("2021-11-15", "2021-11-16")),
    ("last weekend", ("2021-11-27", "2021-11-29")),
    ("three weeks from now", ("2021-12-23", "2021-12-24")),
    ("this year", ("2021-01-01", "2022-01-01")),
    ("next year", ("2022-01-01", "2023-01-01")),
    ("the previous year", ("2020-01-01", "2021-01-01")),
    ("over the past year", ("2020-01-01", "2021-01-01")),
    ("last month", ("2021-11-01", "2021-12-01")),
    ("last quarter", ("2021-07-01", "2021-10-01")),
    ("last week", ("2021-11-22", "2021-11-29")),
    ("in the last 8 months", ("2021-04-02", "2021-12-02")),
    ("in the last five years", ("2016-12-02", "2021-12-02")),
    ("in the past decade", ("2011-12-02", "2021-12-02")),
    ("a year earlier", ("2020-01-01", "2021-01-01")),
    ("a year ago", ("2020-01-01", "2021-01-01")),
    ("five years ago", ("2016-01-01", "2017-01-01")),
    ("so far this year", ("2021-01-01", "2021-12-02")),
    ("since 2015", ("2015-01-01", "2021-12-02")),
    ("since last year", ("2020-01-01", "2021-12-02")),
    ("since the beginning of the year", ("2021-01-01", "2021-12-02")),
    ("earlier this year", ("2021-01-01", "2021-12-02")),
    ("We will finish in two weeks", ("2021-12-16", "2021-12-17")),
    ("It will be done within three years", ("2021-12-02", "2024-12-02")),
    ("He returns in a fortnight's time", ("2021-12-16", "2021-12-17")),
    ("Exports have doubled in two years", ("2019-12-02", "2021-12-02")),
    ("Unemployment fell by half in five years", ("2016-12-02", "2021-12-02")),
    ("half a century ago", ("1971-01-01", "1972-01-01")),
    ("a year and a half ago", ("2020-06-01", "2020-07-01")),
    ("over the past 48 hours", ("2021-11-30", "2021-12-02")),
    ("the last year and a half", ("2020-06-02", "2021-12-02")),
    ("in the next 4 business days", ("2021-12-03", "2021-12-09")),
    ("ten days from Monday", ("2021-12-09", "2021-12-10")),
    ("on Labour Day", ("2021-05-01", "2021-05-02")),
    ("since Easter", ("2021-04-04", "2021-12-02")),
    ("last Christmas", ("2020-12-25", "2020-12-26")),
    ("two weeks before New Year's Eve", ("2020-12-17", "2020-12-18")),
    ("it fell in may", ("2021-05-01", "2021-06-01")),
    ("4Q revenue", ("2021-10-01", "2022-01-01")),
    ("from next Monday to Friday", ("2021-12-06", "2021-12-11")),
    ("from two years ago to now", ("2019-01-01", "2021-12-02")),
    ("on Tuesday the eleventh.", ("2021-05-11", "2021-05-12")),
    ("on Friday, 3 December", ("2021-12-03", "2021-12-04")),
    ("on Friday 3/12", ("2021-12-03", "2021-12-04")),
    ("the day before yesterday", ("2021-11-30", "2021-12-01")),
    ("the day after tomorrow", ("2021-12-04", "2021-12-05")),
    ("the year before last", ("2019-01-01", "2020-01-01")),
    ("the week after next", ("2021-12-13", "2021-12-20")),
    ("last night", ("2021-12-01", "2021-12-02")),
    ("over the summer", ("2021-06-01", "2021-09-01")),
    ("the first 100 days of the year", ("2021-01-01", "2021-04-11")),
    ("the same month last year", ("2020-12-01", "2021-01-01")),
    ("a week starting tomorrow", ("2021-12-03", "2021-12-10")),
    ("On Tuesday 12 people came", ("2021-11-30", "2021-12-01")),
    ("On Tuesday at 3 pm they counted 500", ("2021-11-30", "2021-12-01")),
    ("for the rest of the year", ("2021-12-02", "2022-01-01")),
    ("two quarters ago", ("2021-04-01", "2021-07-01")),
    ("last year's third quarter", ("2020-07-01", "2020-10-01")),
    ("from October 2019 to date", ("2019-10-01", "2021-12-02")),
    ("Q1 of this year", ("2021-01-01", "2021-04-01")),
    ("the following year", ("2022-01-01", "2023-01-01")),
    ("in May 1500 people came", ("2021-05-01", "2021-06-01")),
    ("earlier this month", ("2021-12-01", "2021-12-02")),
    ("later this month", ("2021-12-02", "2022-01-01")),
    ("earlier in the year", ("2021-01-01", "2021-12-02")),
    ("the year to date", ("2021-01-01", "2021-12-02")),
    ("year-to-date", ("2021-01-01", "2021-12-02")),
    ("in the month so far", ("2021-12-01", "2021-12-02")),
    ("so far this quarter", ("2021-10-01", "2021-12-02")),
    ("since the 1990s", ("1990-01-01", "2021-12-02")),
    ("since the turn of the millennium", ("2000-01-01", "2021-12-02")),
    ("by the end of this month", ("2021-12-01", "2022-01-01")),
    ("at the end of last month", ("2021-11-01", "2021-12-01")),
    ("at the beginning of the week", ("2021-11-29", "2021-12-06")),
    ("by year-end", ("2021-01-01", "2022-01-01")),
    ("in November", ("2021-11-01", "2021-12-01")),
    ("in December", ("2021-12-01", "2022-01-01")),
    ("last March", ("2021-03-01", "2021-04-01")),
    ("last November", ("2020-11-01", "2020-12-01")),
    ("on 5 July", ("2021-07-05", "2021-07-06")),
    ("today", ("2021-12-02", "2021-12-03")),
    ("yesterday", ("2021-12-01", "2021-12-02")),
    ("in the first eight months", ("2021-01-01", "2021-09-01")),
    ("the third quarter of this year", ("2021-07-01", "2021-10-01")),
    ("the first half of last year", ("2020-01-01", "2020-07-01")),
    ("the same period last year", ("2020-01-01", "2020-12-02")),
]


@each(("text", "period"), RELATIVE)
def test_periods_counted_from_the_day_of_the_speech(text: str, period: tuple[str, str]):
    assert _dates(text) == [period]


@each("text", [text for text, _ in RELATIVE])
def test_without_that_day_nothing_is_guessed(text: str):
    assert _dates(text, None) == []


BY_COUNTRY = [
    ("on Labour Day 2021", "USA", "2021-09-06"),
    ("on Labour Day 2021", "MKD", "2021-05-01"),
    ("at Easter 2021", "MKD", "2021-05-02"),
    ("at Easter 2021", "DEU", "2021-04-04"),
    ("over Christmas 2020", "SRB", "2020-01-07"),
    ("in fiscal 2021", "USA", "2020-10-01"),
    ("in FY21", "IND", "2020-04-01"),
    ("in fiscal year 2020", "JPN", "2020-04-01"),
    ("in fiscal 2021", "DEU", "2021-01-01"),
    ("in FY2019/20", "AUS", "2019-07-01"),
    ("the third quarter of fiscal 2021", "USA", "2021-04-01"),
    ("on 5/7/2021", "USA", "2021-05-07"),
    ("on 5/7/2021", "GBR", "2021-07-05"),
    ("on Thanksgiving 2021", "CAN", "2021-10-11"),
    ("on Independence Day 2021", "MKD", "2021-09-08"),
]


@each(("text", "place", "start"), BY_COUNTRY)
def test_a_country_keeps_its_own_days(text: str, place: str, start: str):
    (mention,) = find_periods(text, None, place=place)
    assert mention.value.start == date.fromisoformat(start)


LEANING = [
    ("In the first 9 months of 2021, 16,000, down on the same period in 2020", ("2020-01-01", "2020-10-01")),
    ("In the first half of 2020, 5 % more than in the same period of the previous year", ("2019-01-01", "2019-07-01")),
    ("So far this year 15,895, fewer than in the same period of the year before", ("2020-01-01", "2020-12-02")),
    ("In May 2019 more than a year earlier", ("2018-05-01", "2018-06-01")),
    ("In May 2019 it was open, and three months later closed", ("2019-08-01", "2019-09-01")),
    ("In May 2019 it fell; in the same month imports rose", ("2019-05-01", "2019-06-01")),
    ("On 5 May 2019 it fell more than in the same month of 2018", ("2018-05-01", "2018-06-01")),
    ("In May 2019 it fell; that year imports rose", ("2019-01-01", "2020-01-01")),
    ("In 2019 it fell; over the same period imports rose", ("2019-01-01", "2020-01-01")),
    ("It fell in May 2019 and rose the following month", ("2019-06-01", "2019-07-01")),
    ("It fell in 2018 and rose in the following year", ("2019-01-01", "2020-01-01")),
    ("In 2018 more than the year before", ("2017-01-01", "2018-01-01")),
    ("In Q2 2020 less than in the same quarter last year", ("2019-04-01", "2019-07-01")),
]


@each(("text", "period"), LEANING)
def test_a_period_that_leans_on_another_of_the_sentence(text: str, period: tuple[str, str]):
    assert _dates(text)[-1] == period


def test_a_month_takes_its_year_from_the_one_behind():
    assert _dates("from 2 % in January to 3 % in June 2019")[0] == ("2019-01-01", "2019-02-01")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("from the end of 2019 to the end of 2020", ("2020-01-01", "2021-01-01")),
        ("from 5/1/2020 to 5/7/2020", ("2020-05-01", "2020-05-08")),
        ("on 5/7/2021", ("2021-05-07", "2021-05-08")),
        ("in fiscal 2021", ("2020-10-01", "2021-10-01")),
        ("by the end of 2023", ("2023-12-31", "2024-01-01")),
        ("in the 20s, or rather the 1990s", None),
    ],
)
def test_other_readings_are_kept(text: str, other: tuple[str, str] | None):
    readings = {(p.start.isoformat(), p.end.isoformat()) for m in find_periods(text, SAID) for p in m.alternatives}
    assert other in readings if other else ("2020-01-01", "2030-01-01") in readings


def test_doubtful_periods_give_their_other_readings():
    (mention,) = find_periods("over the past year", SAID)
    assert next((p.start, p.end) for p in mention.alternatives) == (date(2020, 12, 2), SAID)


@each(
    "text",
    ["This may take longer.", "They march on.", "2000 workers", "$2021", "2021 percent", "the third largest", "second to none",
     "a half", "12 people", "", "She is in her 90s.", "a half of the 90 staff", "In the end it rose.", "the end of the road",
     "He won in 2 days.", "It takes a year to build.", "one day after another", "He ran it in 3 hours.", "A year and a half.",
     "between 1850 and 1880 people", "Troops rose from 1500 to 1600", "the biggest rise in 18 months",
     "for the first time in ten years it will fall", "Two years later it closed.", "Christmas trees were sold.",
     "for the Christmas sales", "Easter Island", "a happy new year", "Black Friday sales", "on Independence Day",
     "call 82-2100", "code 2010-2015-86", "the financial crisis", "fiscal policy", "the G20 and CO2", "MI6 agents",
     "FY results", "It may rise, they may march.", "the last may be first", "It fell by 1/3.", "after 2/3 of the votes",
     "It cost $12 in all", "10/12/14 people", "every Monday", "each May", "on Mondays", "the first half of the match",
     "the first and last time", "months to go", "first to second gear", "the year to come", "a year to remember",
     "the same time as before", "that year-round work", "We meet Tuesday at 9 am", "tomorrow from 7 to 7:30", "that year",
     "in the fall of the regime", "spring into action", "the rest of the people", "the quarter three people left",
     "in a year", "They turn of their own accord.", "a 21st century economy", "twenty-first century firms", "tonight we speak",
     "12 years before the war", "four days prior to birth", "the early bird", "mid-level staff", "late payments",
     "It is so far away.", "under directive 2019/1158", "in room 2020", "a two-year plan", "the 5-year average", "10 days' leave",
     "for two years running", "twice a year", "in the next room", "the last three governments", "the second world war"],
)  # fmt: skip
def test_what_is_no_period(text: str):
    assert _dates(text) == []


SPOKEN = """
the first last same period of in 2021 2020 year years months quarter to from between and May January 31 30 2
/ - . since ago earlier before so far this next decade century nine 12 1000 end mid a one past week day 1990
s half FY2019 fy fiscal school Q3 3 Q21 H1 2H Christmas Easter weekend rest within two weeks hours 48
business turn w c starting summer over during every Monday Friday 3rd third quarters following that until '
: am at 5/7/2019 29 February 99 late halfway through ~ later
"""
WORDS = st.sampled_from(SPOKEN.split())


@given(
    st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=20).map(" ".join)),
    st.one_of(st.none(), st.dates()),
)
def test_no_text_and_no_day_crashes(text: str, said: date | None):
    last = 0
    for mention in find_periods(text, said):
        assert mention.span.cut(text).strip()
        assert mention.span.start >= last
        last = mention.span.end
        assert mention.value not in mention.alternatives


def test_the_labelled_sentences_are_read_right(shared):
    """Every amount, period and change of the labelled sentences beside the checkout."""
    import json

    rows = [json.loads(line) for line in (shared / "eval/language/dev.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        said = date.fromisoformat(row["date"]) if "date" in row else None
        amounts, periods = find_amounts(row["text"]), find_periods(row["text"], said)
        changes = find_changes(row["text"], amounts, periods, said)
        gold = row["gold"]
        assert [float(m.value.low) for m in amounts] == [a["value"] for a in gold["amounts"]], row["text"]
        assert [m.value.relation for m in amounts] == [a["relation"] for a in gold["amounts"]], row["text"]
        assert len(periods) == len(gold["periods"]), row["text"]
        for mention, wanted in zip(periods, gold["periods"], strict=True):
            readings = [[p.start.isoformat(), p.end.isoformat()] for p in (mention.value, *mention.alternatives)]
            assert any(reading in wanted for reading in readings), row["text"]
        assert [(m.value.direction, m.value.mode) for m in changes] == [
            (c["direction"], c["mode"]) for c in gold["changes"]
        ], row["text"]


@pytest.mark.parametrize(
    "text", ["He said on Tuesday that it fell.", "She told reporters Monday.", "Ministers announced Friday a plan."]
)
def test_the_day_on_which_something_was_said_is_no_period_of_a_figure(text: str):
    assert _dates(text) == []
