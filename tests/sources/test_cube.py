"""A table of many dimensions becomes the one series that was meant, and says which."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role, row_filter
from sources._cube.member_choice import choose
from sources._cube.observations import CellReading, observed
from sources._cube.status_flags import status_of
from sources._cube.table_key import TableKey
from workbench.core.errors import UnknownNameError
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import SeriesRef, Status
from workbench.ports import Ask

GEO = Axis("geo", "Place", (Member("MK", "North Macedonia"), Member("DE", "Germany")), Role.PLACE)
TIME = Axis("time", "Time", (Member("2020", "2020"), Member("2021", "2021")), Role.TIME)
SEX = Axis("sex", "Sex", (Member("F", "Females"), Member("M", "Males"), Member("T", "Total")))
UNIT = Axis("unit", "Unit", (Member("THS", "Thousand persons"), Member("PC", "Percentage")), Role.UNIT)
AXES = (GEO, SEX, UNIT, TIME)
REF = SeriesRef("office", "table")


def ask(words: str = "", unit: Unit | None = None, frequency: Frequency | None = None) -> Ask:
    return Ask(REF, ("MKD",), 2020, 2021, unit=unit, frequency=frequency, words=frozenset(words.split()))


def cube(*cells: Cell, axes: tuple[Axis, ...] = AXES) -> Cube:
    def scan(only: Only) -> Iterator[Cell]:
        wanted = row_filter(axes, only)
        return (cell for cell in cells if wanted(cell.codes))

    return Cube(title="Jobs", axes=axes, scan=scan)


def test_the_total_answers_where_a_claim_names_no_part() -> None:
    """Unemployment fell to 15 %."""
    choice = choose("Office", AXES, TableKey("table"), ask(unit=PERCENT))
    assert dict(choice.fixed) == {"sex": "T", "unit": "PC"}
    assert "Sex: Total (all of them together)" in choice.problems[0].message
    assert choice.shown(AXES) == ("Sex: Total", "Unit: Percentage")


def test_the_part_answers_that_a_claim_names() -> None:
    """Unemployment of females fell to 15 %."""
    assert (
        choose(
            "Office",
            AXES,
            TableKey("table"),
            ask("unemployment of females"),
        ).fixed["sex"]
        == "F"
    )


def test_the_key_comes_before_the_claim() -> None:
    """A reviewer who named the series meant it."""
    choice = choose("Office", AXES, TableKey.parse("table?SEX=m&unit=THS"), ask("unemployment of females"))
    assert dict(choice.fixed) == {"sex": "M", "unit": "THS"}
    assert choice.problems == ()


def test_a_claimed_figure_has_no_say() -> None:
    """What is asked carries no figure at all: a choice cannot lean on it."""
    assert "amount" not in Ask.__dataclass_fields__
    assert "value" not in Ask.__dataclass_fields__


@pytest.mark.parametrize("key", ["table?colour=red", "table?sex=X"])
def test_a_name_that_the_table_does_not_have_is_told(key: str) -> None:
    """The nearest right words stand beside it."""
    with pytest.raises(UnknownNameError):
        choose("Office", AXES, TableKey.parse(key), ask())


def test_thousands_are_multiplied_and_the_step_with_them() -> None:
    """82.5 thousand is 82,500 to the nearest hundred."""
    table = cube(Cell(("MK", "T", "THS", "2021"), "82.5", "p", "/value/3"))
    choice = choose("Office", AXES, TableKey.parse("table?unit=THS"), ask())
    reading = CellReading(title="Office", flags={"p": Status.PROVISIONAL}, scale=Decimal(1000))
    (one,) = observed(table, REF, choice, reading, snapshot="s").observations
    assert (one.value, one.step, one.status) == (Decimal(82500), Decimal(100), Status.PROVISIONAL)
    assert one.evidence
    assert one.evidence.scale == 1000
    assert one.place == "MKD"


def test_a_suppressed_figure_is_no_zero() -> None:
    """A confidential cell has no value, whatever digits stand in it."""
    table = cube(Cell(("MK", "T", "PC", "2021"), "0", "c", "/value/3"), Cell(("DE", "T", "PC", "2021"), "", "", ""))
    choice = choose("Office", AXES, TableKey("table"), ask(unit=PERCENT))
    found = observed(table, REF, choice, CellReading(title="Office", flags={"c": Status.SUPPRESSED}), snapshot="s")
    assert [(o.place, o.value, o.status) for o in found.observations] == [
        ("DEU", None, Status.MISSING),
        ("MKD", None, Status.SUPPRESSED),
    ]


def test_cells_that_cannot_be_read_are_told_and_left_out() -> None:
    """A word where a figure should be, a time of no calendar, one cell with two figures."""
    table = cube(
        Cell(("MK", "T", "PC", "2021"), "n/a!", "", "/value/1"),
        Cell(("MK", "T", "PC", "soon"), "3", "", "/value/2"),
        Cell(("MK", "T", "PC", "2020"), "3", "", "/value/3"),
        Cell(("MK", "T", "PC", "2020"), "4", "", "/value/4"),
    )
    choice = choose("Office", AXES, TableKey("table"), ask(unit=PERCENT))
    found = observed(table, REF, choice, CellReading(title="Office"), snapshot="s")
    assert [(o.value, o.note) for o in found.observations] == [(None, "Rows give 3 and 4 for it; none was taken.")]
    assert {p.kind for p in found.problems} == {"bad-cell", "figure-twice"}


def test_the_gravest_of_several_marks_wins() -> None:
    """``bp`` is a break and provisional: the break is what a checker must see."""
    assert status_of("bp", {"b": Status.BREAK, "p": Status.PROVISIONAL}) is Status.BREAK
    assert status_of("", {}) is Status.FINAL


def test_a_yearly_claim_is_read_at_the_year() -> None:
    """A table may hold the same series by month and by year."""
    axes = (Axis("freq", "Frequency", (Member("M", "Monthly"), Member("A", "Annual")), Role.FREQUENCY), GEO, TIME)
    assert choose("Office", axes, TableKey("t"), ask(frequency=Frequency.MONTH)).fixed["freq"] == "M"
    assert choose("Office", axes, TableKey("t"), ask()).fixed["freq"] == "A"


def test_a_unit_without_a_code_is_told_by_its_kind() -> None:
    """16,000 attempts are counted, not a percentage."""
    counted = choose("Office", AXES, TableKey("t"), ask(unit=Unit(Dimension.COUNT, "attempt")))
    assert counted.fixed["unit"] == "THS"


_NAMES = st.text(min_size=1, max_size=8)


@given(_NAMES, st.dictionaries(_NAMES, _NAMES, max_size=3))
def test_a_key_is_read_back_as_it_was_written(table: str, fixed: dict[str, str]) -> None:
    """Whatever an office calls its tables and members."""
    key = TableKey(table.replace("?", ""), fixed)
    again = TableKey.parse(str(key))
    assert (again.table, dict(again.fixed)) == (key.table, fixed)
