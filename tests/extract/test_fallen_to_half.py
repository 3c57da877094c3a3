"""What fell to half has halved: "sank auf die Hälfte", "се сведе на половина"; half of something else is another figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.core.claim import ChangeMode
from workbench.extract import read_text

HALVED = [
    ("en", "Between 2010 and 2016 unemployment in Malta fell to half."),
    ("en", "From 2010 to 2016 the number of cases in Malta dropped to half, and nobody noticed."),
    ("de", "Von 2010 bis 2016 sank die Arbeitslosenquote in Malta auf die Hälfte."),
    ("de", "Die Arbeitslosenquote in Malta ist von 2010 bis 2016 auf die Hälfte gesunken."),
    ("mk", "Од 2010 до 2016 година невработеноста во Малта се сведе на половина."),
    ("mk", "Невработеноста во Малта падна на половина меѓу 2010 и 2016 година."),
]
OTHER = [
    ("en", "Unemployment in Malta fell to half a million in 2016."),
    ("en", "Between 2010 and 2016 unemployment in Malta did not fall to half."),
    ("en", "Between 2010 and 2016 unemployment in Malta could fall to half."),
    ("en", "Between 2010 and 2016 unemployment in Malta fell to half of the Spanish rate."),
    ("de", "Von 2010 bis 2016 sank die Arbeitslosenquote in Malta nicht auf die Hälfte."),
    ("mk", "Од 2010 до 2016 година невработеноста во Малта не се сведе на половина."),
]


def _halved(language: str, text: str) -> bool:
    changes = [each.change.value for each in read_text(text, language=language).claims if each.change]
    return any(c.mode is ChangeMode.MULTIPLE and c.amount.value.low == Decimal("0.5") for c in changes)


@pytest.mark.parametrize(("language", "text"), HALVED)
def test_what_fell_to_half_has_halved(language: str, text: str) -> None:
    assert _halved(language, text)


@pytest.mark.parametrize(("language", "text"), OTHER)
def test_half_of_another_and_a_denied_half_are_none(language: str, text: str) -> None:
    assert not _halved(language, text)
