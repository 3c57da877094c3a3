"""A review in a record is what the store keeps of it, without its copy of the scale."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from workbench.core.encoding.codec import dump
from workbench.core.verdict import Action, Review
from workbench.report.verdict_records import review_record
from workbench.scales.installed_scales import installed_scales

BARE = Review(claim="c", reviewer="ana", at=datetime(2022, 1, 2, 3, 4, 5, 6, UTC), action=Action.PUBLISH)
FULL = replace(
    BARE, action=Action.RATE, rating="false", scale="five-point", note="Not so.", findings=("f1", "f2"), undoes="x",
    nonce="n", given_on=installed_scales().scale("five-point"), batch="b", until=date(2022, 5, 1), to="bo",
)  # fmt: skip


@pytest.mark.parametrize("review", [BARE, FULL, replace(FULL, findings=(), note="")])
def test_it_has_the_same_keys_and_values_in_the_same_order(review: Review):
    kept = {key: value for key, value in dump(review).items() if key != "given_on"}
    assert list(review_record(review).items()) == list(kept.items())
    assert {type(value) for value in review_record(review).values()} <= {str, list}
