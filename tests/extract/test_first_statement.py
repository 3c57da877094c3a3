"""The statement that this project started from: first in a paraphrase of our own, then the words themselves where they lie."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from workbench.core.claim import ClaimKind, Direction
from workbench.core.period import Frequency, Period, year
from workbench.core.quantity import Relation
from workbench.extract import read_text

PARAPHRASE = """\
Printed on Monday, 8 July 2024

Skopje, 2 December 2021 - At a forum of ministers in Brdo, Interior Minister Oliver Spasovski spoke about borders.

Chapters 23 and 24 of the talks were the reason to meet, Spasovski's office said.

“We can only do this with our neighbours, and with plans that all of us share,” said Minister Spasovski, adding that in the
first nine months of 2021, 16,000 attempts of illegal migration were stopped, which is a 36.5% reduction compared to the
same period in 2020, as well as 35 cases of smuggling of 420 migrants.

“Secure exchange matters. We use SIENNA, a network of police forces, through which around 800 messages and responses were
exchanged over the past year,” Spasovski said.

Spasovski said the government of North Macedonia, under its drug strategy for 2021-2025, will establish an Early Warning
System for new substances in 2022.
"""
NINE_MONTHS = Period(date(2021, 1, 1), date(2021, 10, 1), Frequency.SPAN)


@pytest.fixture(params=["paraphrase", "as published"])
def statement(request):
    if request.param == "paraphrase":
        return PARAPHRASE
    folder = request.getfixturevalue("shared")
    return (folder / "statement" / "statement-2021-12-02.txt").read_text(encoding="utf-8")


@pytest.fixture
def claims(statement):
    return read_text(statement, said=date(2021, 12, 2), place="MKD").claims


def by_amount(claims, value):
    return next(c for c in claims if c.amount is not None and c.amount.value.low == Decimal(value))


def test_its_figures_are_all_there_and_nothing_else(claims):
    figures = [c.amount.value.low for c in claims if c.amount is not None]
    assert figures == [Decimal(16000), Decimal("36.5"), Decimal(35), Decimal(420), Decimal(800)]


@pytest.mark.parametrize("value", ["16000", "36.5", "35", "420"])
def test_four_claims_share_the_nine_months(claims, value):
    period = by_amount(claims, value).period
    assert (period.value.start, period.value.end) == (NINE_MONTHS.start, NINE_MONTHS.end)


def test_the_fall_is_on_the_same_months_of_the_year_before(claims):
    fall = by_amount(claims, "36.5")
    assert fall.kind is ClaimKind.CHANGE
    assert fall.change.value.direction is Direction.DOWN
    assert (fall.change.value.base.start, fall.change.value.base.end) == (date(2020, 1, 1), date(2020, 10, 1))


@pytest.mark.parametrize(
    ("value", "measure"),
    [
        ("16000", "attempts of illegal migration"),
        ("36.5", "attempts of illegal migration"),
        ("35", "cases of smuggling of migrants"),
        ("420", "smuggling of migrants"),
        ("800", "messages and responses exchanged through SIENNA"),
    ],
)
def test_what_is_measured(claims, value, measure):
    assert by_amount(claims, value).measure == measure


def test_the_messages_are_about_800_over_the_past_year(claims):
    messages = by_amount(claims, "800")
    assert messages.amount.value.relation is Relation.ABOUT
    readings = [messages.period.value, *messages.period.alternatives]
    assert year(2020) in readings


def test_the_promise_is_for_2022(claims):
    promise = next(c for c in claims if "Early Warning System" in " ".join(c.quote.split()))
    assert promise.kind is ClaimKind.PROMISE
    assert promise.period.value == year(2022)
    assert promise.place == "MKD"


def test_the_minister_says_all_of_it(claims):
    speakers = {(c.attribution.speaker.name, c.attribution.speaker.role) for c in claims}
    assert speakers == {("Oliver Spasovski", "interior minister")}


def test_no_claim_is_made_of_chapters_strategies_or_the_day_of_printing(claims):
    assert not any("chapters" in c.quote.casefold() or "2024" in c.quote for c in claims)
    assert all(c.place == "MKD" for c in claims)


@pytest.mark.parametrize(
    ("language", "said", "unread"),
    [
        (
            "en",
            "German unemployment was 3.4 percent in 2018, against 9 in France, 10.6 in Italy and 12 in Spain.",
            True,
        ),
        ("de", "2018 lag die Arbeitslosenquote bei 3,4 Prozent, gegenüber 9 in Frankreich und 12 in Spanien.", True),
        ("mk", "Невработеноста беше 3,4 проценти, наспроти 9 во Франција и 12 во Шпанија.", True),
        (
            "en",
            "In 2018 unemployment was 3.4 percent, compared with 9 percent in France and 12 percent in Spain.",
            False,
        ),
        ("en", "In 2018 in France 3.4 percent were out of work.", False),
        ("de", "2018 in Frankreich waren 3,4 Prozent arbeitslos.", False),
    ],
)
def test_a_figure_of_another_place_that_no_claim_reads_is_told(language: str, said: str, unread: bool):
    """One of several comparators may be the wrong one."""
    claims = read_text(said, language=language, place="DEU").claims
    assert any(note.kind == "unread-standing" for claim in claims for note in claim.notes) is unread
