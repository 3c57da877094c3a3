"""A share far from "the remaining" may belong to the whole as well: nothing is missing where it is not in the sum."""

from __future__ import annotations

import pytest

from tests.consistency.test_parts_and_wholes import found_in

SCHOOLS = "30 percent went to schools that we have been building all over this beautiful country of ours"


@pytest.mark.parametrize(("remaining", "made"), [(30, None), (20, None), (70, 110)])
def test_shares_that_stand_apart_never_make_less_than_all(remaining, made):
    """30, 40 and the remaining 30 make 100; 40 and the remaining 70 are too much without the 30."""
    found = found_in(f"{SCHOOLS}, 40 percent went to hospitals and the remaining {remaining} percent to roads.")
    assert [each.measured for each in found] == ([] if made is None else [made])
