"""Times counted on from one that was named before, in every language: never the time of the sentence before itself.

"In 2014 the bakery sold 900 loaves. A year later it sold 700." tells of 2015. Read as 2014 it is compared with the wrong figure.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.extract import read_text

SAID = date(2019, 6, 20)

ENGLISH = "In 2014 the bakery sold 900 loaves."
GERMAN = "2014 waren es 900 Brote."
MACEDONIAN = "Во 2014 година беа 900 лебови."

WORDINGS = [
    ("en", ENGLISH, "A year later it sold 700 loaves.", "2015"),
    ("en", ENGLISH, "Four years later it sold 700 loaves.", "2018"),
    ("en", ENGLISH, "It sold 700 loaves three years afterwards.", "2017"),
    ("en", ENGLISH, "The year after, it sold 700 loaves.", "2015"),
    ("en", ENGLISH, "The year after that it sold 700 loaves.", "2015"),
    ("en", ENGLISH, "Two years after that it sold 700 loaves.", "2016"),
    ("en", ENGLISH, "Two years before that it had sold 700 loaves.", "2012"),
    ("en", ENGLISH, "Three years on it sold 700 loaves.", "2017"),
    ("en", ENGLISH, "And three years on, 700 loaves were sold.", "2017"),
    ("en", ENGLISH, "The next year it sold 700 loaves.", "2015"),
    ("en", ENGLISH, "In the next year 700 loaves were sold.", "2015"),
    ("en", ENGLISH, "The following year it sold 700 loaves.", "2015"),
    ("de", GERMAN, "Ein Jahr später waren es 700 Brote.", "2015"),
    ("de", GERMAN, "Vier Jahre später waren es 700 Brote.", "2018"),
    ("de", GERMAN, "Zwei Jahre danach waren es 700 Brote.", "2016"),
    ("de", GERMAN, "Im Jahr darauf waren es 700 Brote.", "2015"),
    ("de", GERMAN, "Im Jahr drauf waren es 700 Brote.", "2015"),
    ("de", GERMAN, "Im Folgejahr waren es 700 Brote.", "2015"),
    ("de", GERMAN, "Im folgenden Jahr waren es 700 Brote.", "2015"),
    ("de", GERMAN, "Im darauffolgenden Jahr waren es 700 Brote.", "2015"),
    ("de", GERMAN, "Im nächsten Jahr waren es 700 Brote.", "2015"),
    ("mk", MACEDONIAN, "Една година подоцна беа 700 лебови.", "2015"),
    ("mk", MACEDONIAN, "Една година потоа беа 700 лебови.", "2015"),
    ("mk", MACEDONIAN, "Четири години подоцна беа 700 лебови.", "2018"),
    ("mk", MACEDONIAN, "Годината потоа беа 700 лебови.", "2015"),
    ("mk", MACEDONIAN, "Следната година беа 700 лебови.", "2015"),
    ("mk", MACEDONIAN, "Наредната година беа 700 лебови.", "2015"),
]


@each(("language", "first", "second", "expected"), WORDINGS)
@each("joined", [False, True])
def test_a_time_is_counted_on_from_the_one_named_before(
    language: str, first: str, second: str, expected: str, joined: bool
) -> None:
    """In the sentence before or in the same sentence, the figure gets the year that the words count to."""
    text = f"{first.rstrip('.')}; {second[0].lower()}{second[1:]}" if joined else f"{first} {second}"
    claims = read_text(text, said=SAID, language=language).claims

    assert [claim.amount.value.low for claim in claims if claim.amount] == [900, 700]
    assert [str(claim.period.value) for claim in claims if claim.period] == ["2014", expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Next year we will sell 700 loaves."),
        ("en", "In 2018 we sold 900 loaves. Next year we will sell 700 loaves."),
        ("de", "2018 waren es 900 Brote. Im nächsten Jahr werden es 700 Brote sein."),
        ("mk", "Во 2018 година беа 900 лебови. Следната година ќе има 700 лебови."),
    ],
)
def test_what_is_told_ahead_stays_ahead(language: str, text: str) -> None:
    """What "will" be next year is counted from the day of the speech, whatever was named before."""
    claim = read_text(text, said=SAID, language=language).claims[-1]

    assert claim.period is not None
    assert str(claim.period.value) == "2020"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2014 burglaries stood at 900. Four years later they had fallen by 12 percent."),
        ("en", "In 2014 burglaries stood at 900. Over the next year they were driven down by 12 percent."),
        ("en", "In 2014 burglaries stood at 900, and the following year they fell by 12 percent."),
        ("de", "2014 waren es 900 Einbrüche. Ein Jahr später waren sie um 12 Prozent gesunken."),
        ("mk", "Во 2014 година беа 900 кражби. Една година подоцна беа намалени за 12 отсто."),
    ],
)
def test_a_change_is_measured_from_the_time_it_is_counted_on_from(language: str, text: str) -> None:
    """The base is the time named before, told as assumed."""
    claim = read_text(text, said=SAID, language=language).claims[-1]

    assert claim.change is not None
    assert str(claim.change.value.base) == "2014"
    assert "base-from-before" in {note.kind for note in claim.notes} or claim.change.value.base is not None


@pytest.mark.parametrize(
    "text",
    ["Two years later it sold 700 loaves.", "Ten years on, it sold 700 loaves.", "The year after, it sold 700 loaves."],
)
def test_without_a_time_before_nothing_is_guessed(text: str) -> None:
    """The count of such a time is no figure, and no date is made up for it."""
    claims = read_text(text, said=SAID).claims

    assert [claim.amount.value.low for claim in claims if claim.amount] == [700]
    assert claims[0].period is None


def test_later_than_is_a_comparison() -> None:
    """A delay counts no time on from another."""
    (claim,) = read_text("In 2014 they retired four years later than planned.", said=SAID).claims

    assert claim.amount is not None
    assert claim.amount.value.low == 4
