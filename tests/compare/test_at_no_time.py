"""What happened in no year: "has fallen in no year" says that it never fell, whatever words deny it, in each language."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from tests.match.outcomes import outcome_of_claim
from workbench.core.direction import Direction
from workbench.core.period import month
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef
from workbench.extract import read_text

FRAMES = {
    "en": (
        ("Since 2016 our aid has {} in no year.", "fallen", "risen"),
        ("Since 2016 our aid has never {}.", "fallen", "risen"),
        ("Since 2016 our aid has not once {}.", "fallen", "risen"),
        ("Since 2016 our aid has not {} in a single year.", "fallen", "risen"),
        ("Since 2016 our aid has not {} in any year.", "fallen", "risen"),
    ),
    "de": (
        ("Seit 2016 ist die Entwicklungshilfe in keinem Jahr {}.", "gesunken", "gestiegen"),
        ("Seit 2016 ist die Entwicklungshilfe in keinem einzigen Jahr {}.", "gesunken", "gestiegen"),
        ("Seit 2016 ist die Entwicklungshilfe nie {}.", "gesunken", "gestiegen"),
        ("Seit 2016 ist die Entwicklungshilfe kein einziges Mal {}.", "gesunken", "gestiegen"),
        ("Seit 2016 ist die Entwicklungshilfe nicht ein einziges Mal {}.", "gesunken", "gestiegen"),
        ("In keinem Jahr seit 2016 ist die Entwicklungshilfe {}.", "gesunken", "gestiegen"),
    ),
    "mk": (
        ("Од 2016 година помошта не {} во ниту една година.", "падна", "порасна"),
        ("Од 2016 година помошта никогаш не {}.", "падна", "порасна"),
    ),
}
CASES = [(language, *frame) for language, frames in FRAMES.items() for frame in frames]


@each(("language", "frame", "fell", "rose"), CASES)
def test_a_change_at_no_time_is_a_denied_one(language, frame, fell, rose):
    """Since 2016 our aid has fallen in no year."""
    for verb, way in ((fell, Direction.DOWN), (rose, Direction.UP)):
        (claim,) = read_text(frame.format(verb), said=date(2020, 7, 1), language=language).claims
        assert claim.change is not None
        change = claim.change.value
        assert (change.direction, change.denied) == (Direction.FLAT, way)
        assert [trend.kind.value for trend in claim.trends] == ["each"]


def test_what_never_failed_to_drop_dropped_each_year():
    """There was not one year in which mortality failed to drop."""
    said = "There was not one year from 2000 through 2019 in which under-five mortality failed to drop."
    changes = [claim.change.value for claim in read_text(said).claims if claim.change is not None]
    assert changes
    assert {(change.direction, change.denied) for change in changes} == {(Direction.DOWN, None)}


CARS = Series(
    ref=SeriesRef("mine", "cars"), title="Cars registered", unit=Unit(Dimension.COUNT, "car"), adds=Additivity.SUM
)
IN_NO_MONTH = {
    "en": "In no month from January to June 2020 were more than {} cars registered in Spain.",
    "de": "In keinem Monat von Januar bis Juni 2020 wurden in Spanien mehr als {} Autos zugelassen.",
    "mk": "Од јануари до јуни 2020 година во ниту еден месец не се регистрирани повеќе од {} автомобили во Шпанија.",
}


@pytest.mark.parametrize("language", sorted(IN_NO_MONTH))
@pytest.mark.parametrize("most", ["3200", "900"])
def test_the_sum_of_six_months_refutes_nothing_of_each(language, most):
    """In no month from January to June 2020 were more than 3,200 cars registered."""
    rows = {month(2020, m): "1000" for m in range(1, 7)}
    for claim in read_text(IN_NO_MONTH[language].format(most), said=date(2020, 8, 17), language=language).claims:
        assert outcome_of_claim(claim, CARS, rows) == "undecided"
