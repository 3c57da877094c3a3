"""Ireland's office and Northern Ireland's: whole tables in JSON-stat, times by their labels, regions that are no country."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from sources.pxstat import SOURCE
from workbench.core.errors import UnknownNameError
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT, Dimension
from workbench.core.series import SeriesRef
from workbench.ports import Ask
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "pxstat"


class TestCso(Served):
    source = SOURCE
    asks = Ask(SeriesRef("pxstat", "CSO/MUM01?STATISTIC=MUM01C02&C02076V02508=316"), ("IRL",), 2023, 2024)
    unknown_place = "GBR"
    unknown_key = "CSO/NOSUCH"
    figures = MappingProxyType({("IRL", "Oct 2023"): "4.7", ("IRL", "Jan 2024"): "4.5"})
    unit = "percentage"


class TestNisra(TestCso):
    asks = Ask(SeriesRef("pxstat", "NISRA/MYE01T04"), ("Northern Ireland",), 2021, 2022)
    figures = MappingProxyType({("Northern Ireland", "2021"): "1904578", ("Northern Ireland", "2022"): "1910543"})
    unit = ""


def ask(key: str, *places: str) -> Ask:
    return Ask(SeriesRef("pxstat", key), places or ("IRL",), 2020, 2024)


async def test_unemployment_in_ireland_was_low_at_the_end_of_2023(fetch):
    """Some 4.5 per cent of the Irish labour force were out of work in December 2023, seasonally adjusted."""
    found = await SOURCE.observations(fetch, ask("CSO/mum01?STATISTIC=MUM01C02"))
    series = found.series
    assert (series.unit, series.frequency, series.adjusted) == (PERCENT, Frequency.MONTH, "Seasonally adjusted")
    assert (
        series.title
        == "Seasonally Adjusted Monthly Unemployment: Seasonally Adjusted Monthly Unemployment Rate, 15 - 74 years"
    )
    assert (series.url, str(series.updated)) == ("https://data.cso.ie/table/MUM01", "2024-02-07")
    assert {p.kind for p in found.problems} == {"open-group", "member-chosen"}, (
        "the age is left open, and there is no total"
    )


async def test_thousands_are_multiplied_out(fetch):
    found = await SOURCE.observations(fetch, ask("CSO/MUM01?STATISTIC=MUM01C01&C02076V02508=316"))
    first = found.observations[0]
    assert (first.value, first.step, found.series.unit.dimension) == (Decimal(129600), 100, Dimension.COUNT)


async def test_a_gap_is_missing_and_no_zero(fetch):
    found = await SOURCE.observations(fetch, ask("CSO/MUM01?STATISTIC=MUM01C01&C02076V02508=310"))
    assert [o.value for o in found.observations if o.period.label == "Jan 2024"] == [None]


async def test_quarters_are_read_by_their_labels_and_a_region_is_no_country(fetch):
    """The code of a quarter is 20234, which is no month; Dublin's prices are not the nation's."""
    found = await SOURCE.observations(fetch, ask("CSO/HPA12"))
    assert [(o.place, o.period.label, o.value) for o in found.observations] == [
        ("IRL", "2023-Q3", Decimal("0.9")),
        ("IRL", "2023-Q4", Decimal("4.0")),
    ]
    dublin = await SOURCE.observations(fetch, ask("CSO/HPA12?C02803V03373=D"))
    assert dublin.observations == ()
    assert "no-figures" in {p.kind for p in dublin.problems}


async def test_an_office_that_is_not_there_is_told(fetch):
    with pytest.raises(UnknownNameError, match="no office with PxStat called OSC"):
        await SOURCE.observations(fetch, ask("OSC/MUM01"))


async def test_the_list_of_one_office_is_given_where_the_other_does_not_come():
    body = (FOLDER / "cso-list.json").read_bytes()
    fetch = CannedFetch(MemoryArchive(), {"https://ws.cso.ie": body})
    (page,) = [page async for page in SOURCE.catalogue(fetch)]
    assert [str(one.ref) for one in page.series] == ["pxstat:CSO/MUM01", "pxstat:CSO/HPA12"]
    assert [p.kind for p in page.problems] == ["list-missing"]
