"""A total is its parts: each value by its weight, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.score import ScorePart, total

PARTS = st.lists(
    st.tuples(st.floats(0, 1, allow_nan=False), st.floats(0, 1, allow_nan=False)), min_size=1, max_size=6
).map(lambda rows: tuple(ScorePart(f"p{n}", value, weight, "") for n, (value, weight) in enumerate(rows)))


def test_two_parts_worked_by_hand():
    parts = (ScorePart("words", 0.5, 0.6, "half of the words"), ScorePart("unit", 1.0, 0.4, "both in percent"))
    assert total(parts) == 0.7
    assert [part.share for part in parts] == [0.3, 0.4]


def test_a_total_has_four_places():
    assert total((ScorePart("words", 1 / 3, 0.5, ""),)) == 0.1667


def test_nothing_adds_up_to_nothing():
    assert total(()) == 0


@given(PARTS)
def test_a_total_is_the_sum_of_the_shares(parts):
    assert abs(total(parts) - sum(part.share for part in parts)) <= 0.00006
