"""An attribute is computed at its first use, and equal nouns compute their own; reviews share one object of equal scales."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from workbench.core.rating import Rating, RatingScale
from workbench.core.recent_cache import computed_once
from workbench.core.review import Action, Review


class Counted:
    def __init__(self) -> None:
        self.asked = 0

    @computed_once
    def value(self) -> int:
        """How often it was computed."""
        self.asked += 1
        return self.asked


def test_a_value_is_computed_once_for_each_noun():
    one, other = Counted(), Counted()
    assert [one.value, one.value, one.asked, other.asked, other.value] == [1, 1, 1, 0, 1]
    assert Counted.value.__doc__ == "How often it was computed."


def test_reviews_on_equal_scales_share_one_object():
    scale = RatingScale("three", "Three", (Rating("true", "True", "So it is.", 3),))
    given = Review(
        claim="c",
        reviewer="ana",
        at=datetime(2026, 5, 1, tzinfo=UTC),
        action=Action.RATE,
        rating="true",
        given_on=scale,
    )
    equal = RatingScale("three", "Three", (Rating("true", "True", "So it is.", 3),))
    again = replace(given, given_on=equal)
    renamed = replace(given, given_on=RatingScale("three", "Three", (Rating("true", "Right", "So it is.", 3),)))
    assert again.given_on is given.given_on
    assert (again, again.id) == (given, given.id)
    assert renamed.given_on != given.given_on
    assert renamed.id != given.id
