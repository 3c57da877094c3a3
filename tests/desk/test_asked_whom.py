"""A research says who was asked, and who lists the measure and cannot have it for the claim's place."""

from __future__ import annotations

from workbench.core.candidate import Candidate
from workbench.core.score import ScorePart
from workbench.core.series import Series, SeriesRef
from workbench.desk.services.services_asked import services_asked


def candidate(source: str, publisher: str, place: float, because: str, barred: str | None = None) -> Candidate:
    series = Series(ref=SeriesRef(source, "x"), title="Unemployment rate", publisher=publisher)
    return Candidate(series, (ScorePart("place", place, 1.0, because),), barred)


BANK = candidate("worldbank", "World Bank", 0.6, "whether it covers Kenya shows when it is asked")
EUROSTAT = candidate("eurostat", "Eurostat", 0.0, "does not cover Kenya", "does not cover Kenya")
UNIT = candidate("ilo", "ILO", 0.6, "", "the claim is in persons, the series in percent")


def test_it_names_those_asked_and_those_ruled_out_with_the_reason():
    assert services_asked([BANK], [BANK, EUROSTAT, UNIT]) == (
        " Asked: World Bank. Not asked, for want of the place: Eurostat (does not cover Kenya)."
    )


def test_one_that_was_asked_for_another_series_is_not_ruled_out():
    assert services_asked([EUROSTAT], [EUROSTAT]) == " Asked: Eurostat."


def test_where_nobody_was_asked_nothing_is_said():
    assert not services_asked([], [UNIT])
