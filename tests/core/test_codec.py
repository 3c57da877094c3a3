"""Whatever is kept comes back equal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention, claim_id
from workbench.core.codec import dump, load
from workbench.core.period import Period, year
from workbench.core.quantity import PERCENT, Amount, Relation
from workbench.core.text import Span


def _claim(low: Decimal) -> Claim:
    amount = Mention(Span(3, 8), Amount(Relation.IS, low, None, Decimal("0.1"), PERCENT), "percent")
    change = Mention(Span(0, 8), Change(Direction.DOWN, ChangeMode.RELATIVE, amount, year(2020)), "fewer")
    return Claim(
        id=claim_id("d", Span(0, 8), "x"), document="d", span=Span(0, 8), quote="36.5% less", sentence=Span(0, 20),
        context="…", kind=ClaimKind.CHANGE, amount=amount, change=change, amounts=(amount,), changes=(change,),
        period=Mention(Span(9, 12), year(2021), "year", (Period(date(2021, 1, 1), date(2021, 10, 1)),)), place="MKD",
        said=date(2021, 12, 2),
    )  # fmt: skip


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_claim_comes_back_equal(low: Decimal):
    claim = _claim(low)
    back = load(Claim, dump(claim))
    assert back == claim
    assert isinstance(back.amounts[0].noun, Amount)
    assert isinstance(back.period.noun, Period)
