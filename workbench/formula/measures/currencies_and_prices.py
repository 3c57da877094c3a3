"""Money that is added or compared: two currencies are refused, and so are current prices with constant ones."""

from __future__ import annotations

from workbench.core.quantity import Unit
from workbench.formula.language.errors import At, UnitsError


def same_money(ours: Unit, theirs: Unit, sign: str, at: At) -> None:
    """Check that two amounts of money are in one currency and in the same prices.

    Raises:
        UnitsError: They are not.
    """
    if ours.code != theirs.code and ours.code and theirs.code:
        message = (
            f"“{sign}” joins {ours.code} and {theirs.code}: two currencies are not added or compared without a rate."
        )
        raise UnitsError(message, "Multiply one by an exchange rate first, or choose series in one currency.", at)
    if ours.prices != theirs.prices and ours.prices and theirs.prices:
        message = f"“{sign}” joins {ours.prices} and {theirs.prices} prices: they are not mixed."
        raise UnitsError(message, "Choose two series in the same prices.", at)
