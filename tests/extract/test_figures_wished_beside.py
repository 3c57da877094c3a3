"""A figure that a clause wishes beside a measured one is imagined, and the measured one stays told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from workbench.core.claim import Claim
from workbench.extract import read_text
from workbench.extract.claim.not_stated_as_fact import NOT_SAID_SO

WISHED = [
    "2015 lag die Arbeitslosenquote in Malta bei 5,7 Prozent, drei Punkte weniger wären möglich gewesen.",
    "2015 lag die Arbeitslosenquote in Malta bei 5,7 Prozent, zwei Prozent wären besser.",
    "Malta hatte 2013 412 Zahnärzte, hundert mehr bräuchte es.",
    "Malta hatte 2013 412 Zahnärzte, hundert mehr hätten es sein können.",
    "Malta hatte 2013 412 Zahnärzte, 600 wären nötig.",
    "Malta hatte 2013 412 Zahnärzte, 50 weniger würden reichen.",
]
MEASURED = [
    "2015 waren in Malta 5,7 Prozent arbeitslos, mehr als 2014.",
    "Malta hatte 2013 412 Zahnärzte, nicht mehr.",
    "2015 lag die Arbeitslosenquote in Malta bei 5,7 Prozent, das war nicht besser.",
]


def _told(said: str) -> list[Decimal]:
    claims = read_text(said, said=date(2016, 5, 1), language="de").claims
    return [each.value.low for claim in claims if not _is_wished(claim) for each in claim.amounts]


def _is_wished(claim: Claim) -> bool:
    return any(note.kind == NOT_SAID_SO for note in claim.notes)


@pytest.mark.parametrize("said", WISHED)
def test_a_figure_wished_beside_is_not_told(said: str):
    assert _told(said) in ([Decimal("5.7")], [Decimal(412)])


@pytest.mark.parametrize("said", MEASURED)
def test_a_measured_figure_is_told(said: str):
    assert _told(said)
