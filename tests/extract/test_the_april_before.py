"""The month, season or quarter before that of a figure: "the April before", "im April davor", "претходниот април"."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text
from workbench.extract.time.periods import find_periods

SAID = date(2020, 12, 1)


def _periods(language: str, said: str) -> list[str]:
    return [str(claim.period.value) for claim in read_text(said, language=language, said=SAID).claims if claim.period]


REGISTERED = [
    ("en", "Registrations came to 2,928 new cars in April 2020, after 3,621 the April before."),
    ("en", "Registrations came to 2,928 new cars in April 2020, after 3,621 in the previous April."),
    ("en", "In April 2020 registrations came to 2,928 new cars; the April before, there were 3,621."),
    ("en", "Registrations came to 2,928 new cars in April 2020. It followed 3,621 the April before."),
    ("de", "Im April 2020 wurden 2.928 Neuwagen zugelassen, nach 3.621 im April davor."),
    ("de", "Im April 2020 wurden 2.928 Neuwagen zugelassen, nach 3.621 im April zuvor."),
    ("mk", "Во април 2020 се регистрирани 2.928 нови автомобили, по 3.621 во април претходната година."),
    ("mk", "Во април 2020 се регистрирани 2.928 нови автомобили, по 3.621 во април претходно."),
    ("mk", "Во април 2020 се регистрирани 2.928 нови автомобили, по 3.621 претходниот април."),
]


@pytest.mark.parametrize(("language", "said"), REGISTERED)
def test_the_april_before_is_that_of_the_year_before(language: str, said: str) -> None:
    assert _periods(language, said) == ["Apr 2020", "Apr 2019"]


PARTS = [
    ("en", "In spring 2020 it was 2, after 3 the spring before.", "Mar–May 2019"),
    ("en", "In the second quarter of 2020 it was 2, after 3 the quarter before.", "2020-Q1"),
    ("en", "In April 2020 it was 2, after 3 the month before.", "Mar 2020"),
    ("de", "Im Herbst 2020 waren es 2, nach 3 im Herbst davor.", "Sep–Nov 2019"),
    ("de", "Im zweiten Quartal 2020 waren es 2, nach 3 im Quartal davor.", "2020-Q1"),
    ("mk", "Во април 2020 беа 2, по 3 во април годината претходно.", "Apr 2019"),
]


@pytest.mark.parametrize(("language", "said", "period"), PARTS)
def test_other_parts_of_the_year_are_counted_back_too(language: str, said: str, period: str) -> None:
    *_, last = find_periods(said, SAID, language)
    assert (str(last.value), last.alternatives) == (period, ())


def test_another_month_may_be_of_this_or_of_the_year_before() -> None:
    *_, last = find_periods("In April 2020 it was 2, after 3 the March before.", SAID)
    assert [str(each) for each in (last.value, *last.alternatives)] == ["Mar 2020", "Mar 2019"]


@pytest.mark.parametrize(
    "said", ["In 1939 it was 2, after 3 the month before the war.", "It was 2 in the quarter before he came."]
)
def test_a_month_before_an_event_is_not_counted_back(said: str) -> None:
    assert "earlier" not in {each.rule for each in find_periods(said, SAID)}
