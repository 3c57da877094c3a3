"""Figures that an office gives otherwise than when a verdict was given: which, of when, what they were and what they are."""

from __future__ import annotations

from decimal import Decimal

from workbench.compare import check
from workbench.core.revision import RevisedFigure, figures_gone, revised_figures, same_comparison


def found(make, claim, figures):
    return check(claim, make.series(), make.rows(figures), today=make.today)[0]


def told(figures: tuple[RevisedFigure, ...]):
    return [
        (each.place, each.period.label, str(each.before), None if each.after is None else str(each.after))
        for each in figures
    ]


THEN = {"2020": "151", "2021": "91"}


def test_a_revised_figure_is_told_with_both_values(make):
    """Down 60 percent on 2020: the office has put 91 right since."""
    claim = make.change("-60", base="2020")
    before, after = found(make, claim, THEN), found(make, claim, THEN | {"2021": "95"})
    assert told(revised_figures(before, after)) == [("MKD", "2021", "91", "95")]
    assert revised_figures(before, found(make, claim, THEN)) == ()
    assert same_comparison(before, after)


def test_figures_that_are_gone_are_told_with_what_they_were(make):
    before = found(make, make.change("-60", base="2020"), THEN)
    assert told(figures_gone(before)) == [("MKD", "2020", "151", None), ("MKD", "2021", "91", None)]


def test_where_the_steps_are_others_figures_are_compared_by_place_and_period(make):
    """The year stood in the series, and is a sum of months now; its figure is there no more."""
    claim = make.level("91", "application")
    months = {f"2021-{month:02}": "8" for month in range(1, 13)}
    before, after = found(make, claim, {"2021": "91"}), found(make, claim, months)
    assert after.measured == Decimal(96)
    assert told(revised_figures(before, after)) == [("MKD", "2021", "91", None)]
    assert revised_figures(before, found(make, claim, {"2021": "91"} | {"2020": "3"})) == ()
