"""Stretches whose end is said to belong to them: "to and including March", "bis einschließlich März", "заклучно со март"."""

from __future__ import annotations

import pytest

from tests.match.outcomes import LATER
from workbench.extract import read_text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "From January to and including March 2020 nearly 8,900 new cars were registered."),
        ("en", "From January up to and including March 2020 nearly 8,900 new cars were registered."),
        ("en", "From January through March 2020 nearly 8,900 new cars were registered."),
        ("de", "Von Januar bis einschließlich März 2020 wurden fast 8.900 neue Autos zugelassen."),
        ("de", "Von Januar bis inklusive März 2020 wurden fast 8.900 neue Autos zugelassen."),
        ("mk", "Од јануари заклучно со март 2020 година излегоа речиси 8.900 нови коли."),
        ("mk", "Од јануари до март 2020 година излегоа речиси 8.900 нови коли."),
    ],
)
def test_the_last_month_is_one_of_three(language, said):
    """From January up to and including March 2020 nearly 8,900 new cars were registered: that is no March."""
    (claim,) = read_text(said, said=LATER, language=language).claims
    assert claim.period is not None
    assert (claim.period.value.start.isoformat(), claim.period.value.end.isoformat()) == ("2020-01-01", "2020-04-01")
