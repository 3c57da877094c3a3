"""What a claim names and a series does not, and the reverse: a thing said in two words is answered for by both."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import UnmatchedWords, in_english, unmatched_words


def left(text: str, title: str, language: str = "en") -> UnmatchedWords:
    (claim, *_) = read_text(text, language=language).claims
    return unmatched_words(in_english(claim), Series(ref=SeriesRef("mine", "a"), title=title))


@each(
    ("text", "title"),
    [
        ("Unemployment in Spain was 14.1 percent in 2019.", "Unemployment rate"),
        ("The jobless rate in Spain was 14.1 percent in 2019.", "Unemployment rate, persons aged 15 and over"),
        ("Exports of plastic waste from Japan fell to 900,000 tonnes in 2018.", "Plastic waste exports"),
        ("Food prices in Ireland rose by 2 percent in 2015.", "Consumer prices index, food"),
        ("Beer was 37 percent of all the alcohol drunk in Britain in 2014.", "Beer as a share of all alcohol consumed"),
        (
            "Beer's share of all the alcohol that people were drinking in Britain fell by 4 points in 2014.",
            "Beer as a share of all alcohol consumed",
        ),
        ("Parliamentary seats held by women were 31 percent in 2018 in Chile.", "Seats held by women in parliament"),
        (
            "In real terms development aid from Norway was 4 billion dollars in 2018.",
            "Net official development assistance",
        ),
    ],
)
def test_nothing_is_left_where_both_speak_of_one_thing(text, title):
    assert left(text, title) == UnmatchedWords()


@pytest.mark.parametrize(
    ("text", "title", "word"),
    [
        ("Food prices in Ireland rose by 2 percent in 2015.", "Consumer prices index, all items", "food"),
        ("Methane emissions in Sweden fell by 18 percent from 2003 to 2017.", "Greenhouse gas emissions", "methane"),
        ("Exports of plastic waste from Japan fell to 900,000 tonnes in 2018.", "Plastic waste imports", "exports"),
        ("Chad hosted 450,000 refugees in 2018.", "Population, total", "refugees"),
        ("Deaths in road accidents in Poland numbered 2,909 in 2019.", "Deaths", "road accidents"),
    ],
)
def test_a_wider_thing_answers_for_none_of_its_parts(text, title, word):
    assert word in " ".join(left(text, title).unanswered)


@pytest.mark.parametrize(
    ("text", "title", "word"),
    [
        ("The wages of Serbia were 65,000 dinars in 2021.", "Gross wages", "gross"),
        ("Mortality in Ghana was 23 per 1,000 births in 2019.", "Neonatal mortality", "neonatal"),
        ("Employment in Italy was 58 percent in 2019.", "Manufacturing employment", "manufacturing"),
        ("Expenditure in Chile was 9 percent of GDP in 2019.", "Military expenditure", "military"),
    ],
)
def test_a_part_is_not_what_is_said_of_the_whole(text, title, word):
    assert word in " ".join(left(text, title).only_in_title).casefold()


def test_a_word_among_many_only_says_it_more_exactly():
    """Carbon dioxide emissions."""
    text = "Carbon dioxide emissions from fuel in Peru were 50 million tonnes in 2017."
    assert left(text, "Carbon dioxide emissions from fuel combustion").only_in_title == ()
    assert left(text, "Carbon dioxide combustion").only_in_title != ()


def test_the_sentence_may_say_what_the_measure_does_not():
    """Women."""
    text = "For women in Greece the rate of unemployment was 21.5 percent in 2019."
    assert left(text, "Unemployment rate, women").only_in_title == ()


@pytest.mark.parametrize(
    ("language", "before", "said", "title"),
    [
        (
            "en",
            "Dear donor, while the cookies are in the oven",
            "in 2016 about 87,000 babies in India did not live to their first birthday",
            "Number of infant deaths",
        ),
        (
            "de",
            "Liebe Spenderin, während Sie Plätzchen backen",
            "etwa 87.000 Babys haben in Indien im Jahr 2016 ihren ersten Geburtstag nicht erlebt",
            "Number of infant deaths",
        ),
    ],
)
def test_a_greeting_before_a_colon_asks_for_nothing(language, before, said, title):
    """Liebe Spenderin, während Sie Plätzchen backen: …: no series answers for the cookies, and none is asked to."""
    alone = left(f"{said[0].upper()}{said[1:]}.", title, language)
    assert left(f"{before}: {said[0].upper()}{said[1:]}.", title, language) == alone
    assert left(f"{said[0].upper()}{said[1:]}; {before.lower()}.", title, language) == alone


def test_what_is_told_before_a_colon_is_asked_where_nothing_else_is():
    """Out of work: in 2016 it was 4 percent. What is measured stands before the colon alone."""
    assert left("The unemployment rate of women: in 2016 it was 4 percent.", "Unemployment rate").uncounted


@pytest.mark.parametrize("frame", ["incidence", "rate", "prevalence", "proportion"])
def test_a_rate_of_something_is_no_kind_of_it(frame):
    """The incidence of part-time work: a series of part-time work answers for it."""
    found = left(f"In 2016 the {frame} of part-time employment in Austria was 21 percent.", "Part-time employment")
    assert frame not in (*found.kinds, *found.uncounted)
