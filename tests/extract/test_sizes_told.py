"""How large a change is told to be: through words that only make it large or small, and on top of the whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.each import each
from tests.match.outcomes import LATER
from workbench.extract import read_text
from workbench.extract.words.word_files import languages, raw_tables

FELL = {
    "en": "The rate fell by {} 8 percent from 2013 to 2018.",
    "de": "Die Quote sank von 2013 bis 2018 um {} 8 Prozent.",
    "mk": "Стапката падна за {} 8 проценти од 2013 до 2018 година.",
}
NOT_BEFORE_FIGURES = {
    "a",
    "an",
    "about",
    "some",
    "another",
    "good",
    "full",
    "bare",
    "ganze",
    "ganzen",
    "gute",
    "guten",
    "guter",
}
EMPHASIS = [
    (language, word)
    for language in sorted(languages())
    for word in raw_tables(language)["changes"]["bare"]["emphasis"]
    if word not in NOT_BEFORE_FIGURES
]


@each(("language", "word"), EMPHASIS)
def test_a_size_is_read_through_what_makes_it_large_or_small(language, word):
    """The rate fell by only 8 percent; by a whopping 8 percent; um magere 8 Prozent; за цели 8 проценти."""
    claims = read_text(FELL[language].format(word), said=LATER, language=language).claims
    sized = [claim.change.value.amount for claim in claims if claim.change is not None]
    assert [amount.value.low for amount in sized if amount is not None] == [Decimal(8)]


@each(
    ("language", "said"),
    [
        ("en", "The rate came down by only about a tenth from 2000 to 2017."),
        ("en", "They cut the rate by only a tenth between 2000 and 2017."),
        ("en", "The rate was down by a mere tenth between 2000 and 2017."),
        ("en", "The rate fell by just over a tenth between 2000 and 2017."),
        ("de", "Die Quote sank von 2000 bis 2017 nur um ein Zehntel."),
        ("de", "Die Quote sank von 2000 bis 2017 um lediglich ein Zehntel."),
        ("de", "Die Quote sank von 2000 bis 2017 um kaum mehr als ein Zehntel."),
        ("mk", "Стапката падна за само една десетина од 2000 до 2017 година."),
    ],
)
def test_a_part_is_a_size_whatever_stands_before_it(language, said):
    """A fall by only about a tenth is no fall of any size."""
    (claim,) = read_text(said, said=LATER, language=language).claims
    assert claim.change is not None
    assert claim.change.value.amount is not None
    assert claim.change.value.amount.value.low == 10


@each(
    ("said", "times"),
    [
        ("In 2017 it was half as many again as in 2000.", "1.5"),
        ("Deaths were half as likely again in 2017 as in 2000.", "1.5"),
        ("The rate was half again as high in 2017 as in 2000.", "1.5"),
        ("The rate was a third as high again in 2017 as in 2000.", "1.333333"),
        ("The rate was half as high in 2017 as in 2000.", "0.5"),
        ("The rate was a third as high in 2017 as in 2000.", "0.333333"),
        ("Tuberculosis was twice as common in 2017 as in 2000.", "2"),
        ("Tuberculosis was half as frequent in 2017 as in 2000.", "0.5"),
    ],
)
def test_a_part_again_is_on_top_of_the_whole(said, times):
    """Half as many again are one and a half times as many, and half as many are half."""
    sized = [claim.change.value.amount for claim in read_text(said, said=LATER).claims if claim.change is not None]
    assert [amount.value.low for amount in sized if amount is not None] == [Decimal(times)]


def test_what_an_economy_raises_is_no_rise():
    """Denmark raised 1 percent of its GDP through contributions; it raised the rate 1 percent."""
    (share,) = read_text("Denmark raised 1 percent of its GDP through social contributions in 2018.", said=LATER).claims
    assert share.change is None
    (rise,) = read_text("Denmark raised the rate 1 percent in 2018.", said=LATER).claims
    assert rise.change is not None


@pytest.mark.parametrize(
    ("said", "lows"),
    [
        ("They gave 4.3 and 6 billion dollars in 2018.", ["4300000000", "6000000000"]),
        ("They gave 2, 3 and 6 million dollars in 2018.", ["2000000", "3000000", "6000000"]),
        ("They hired 300 and spent 6 billion dollars in 2018.", ["300", "6000000000"]),
    ],
)
def test_a_list_says_its_scale_once(said, lows):
    """Gave 4.3 and 6 billion dollars: billions twice."""
    assert [mention.value.low for mention in read_text(said, said=LATER).amounts] == [Decimal(low) for low in lows]
