"""Brazil's office: rows under a row of names, one form of code for months and quarters, Portuguese units, a sentence instead of a table."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from sources.sidra import SOURCE, SidraRefusedError
from workbench.core.errors import WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.ports import Ask, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "sidra"


class TestSidra(Served):
    source = SOURCE
    asks = Ask(SeriesRef("sidra", "1737?v=2265"), ("BRA",), 2022, 2023)
    unknown_place = "ARG"
    unknown_key = "999999"
    figures = MappingProxyType({("BRA", "Dec 2022"): "5.79", ("BRA", "Dec 2023"): "4.62"})
    unit = "percentage"


def ask(key: str) -> Ask:
    return Ask(SeriesRef("sidra", key), ("BRA",), 2020, 2024)


async def answered(rows: object, key: str = "1737?v=2265") -> SourceAnswer:
    return await SOURCE.observations(CannedFetch(MemoryArchive(), json.dumps(rows).encode()), ask(key))


async def test_a_moving_quarter_is_three_months_and_no_month(fetch):
    """A taxa de desocupação foi de 7,4% no quarto trimestre de 2023."""
    found = await SOURCE.observations(fetch, ask("6381?v=4099"))
    assert [(o.period.label, o.period.frequency, o.value) for o in found.observations][1] == (
        "2023-Q4",
        Frequency.QUARTER,
        Decimal("7.4"),
    )
    assert [o.period.months for o in found.observations] == [3, 3, 3]


async def test_a_quarter_has_a_code_like_a_month_and_millions_are_multiplied_out(fetch):
    found = await SOURCE.observations(fetch, ask("1846?v=585&c11255=90707"))
    assert [(o.period.label, o.value) for o in found.observations] == [
        ("2023-Q3", Decimal(2741455000000)),
        ("2023-Q4", Decimal(2831563000000)),
    ]
    assert (found.series.unit.code, found.series.adds) == ("BRL", Additivity.SUM)
    assert found.series.title == "Valores a preços correntes, PIB a preços de mercado"


async def test_thousands_of_persons(fetch):
    found = await SOURCE.observations(fetch, ask("6318?v=1641&c629=32446"))
    assert [(o.value, found.series.unit.name) for o in found.observations] == [(Decimal(8082000), "person")]


async def test_what_stands_where_no_figure_stands_is_told():
    head, first = json.loads((FOLDER / "1737.json").read_text(encoding="utf-8"))[:2]
    marks = ["...", "..", "-", "X", "0", "n"]
    rows = [
        head,
        *(first | {"V": mark, "D3C": f"2023{n:02}"} for n, mark in enumerate(marks, start=1)),
        first | {"D3C": "x"},
    ]
    found = await answered(rows)
    assert [(o.value, o.status) for o in found.observations] == [
        (None, Status.MISSING),
        (None, Status.MISSING),
        (None, Status.MISSING),
        (None, Status.SUPPRESSED),
        (0, Status.FINAL),
    ]
    assert found.observations[2].note == "Published as -: nothing there is."
    assert {"bad-cell", "bad-row"} <= {p.kind for p in found.problems}


async def test_a_sentence_instead_of_a_table_is_told(fetch):
    with pytest.raises(SidraRefusedError, match="Tabela 999999: Tabela inexistente") as caught:
        await SOURCE.observations(fetch, ask("999999"))
    assert "https://sidra.ibge.gov.br/tabela/999999" in caught.value.hint


@pytest.mark.parametrize("rows", [[], [{}], [{"V": "Valor"}], [7], [{"V": "Valor", "D2N": "Variável"}]])
async def test_rows_of_another_shape_are_refused(rows):
    with pytest.raises(WrongAnswerError):
        await answered(rows)


async def test_a_head_without_rows_is_an_outcome():
    found = await answered(json.loads((FOLDER / "1737.json").read_text(encoding="utf-8"))[:1])
    assert found.observations == ()
    assert "no-figures" in {p.kind for p in found.problems}
