"""A table is read by whole columns and asked by rows: both see the same cells, whatever the table looks like."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sources._files.grid.delimited_grid import read_text_grid
from sources._files.grid.grid_to_cube import read_grid

PLACES = ["Albania", "Germany", "MK", " Serbia ", "", "p"]
FIGURES = ["1", "2.5", "", " ", "..", "3 b", "x y"]


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Long and wide tables with groups, gaps, parts of years, lines without figures and rows of any length."""
    wide, parts, groups = draw(st.booleans()), draw(st.booleans()), draw(st.integers(0, 2))
    stub = ["Country", *(f"Group {n}" for n in range(groups))]
    head = [*stub, *(["2020", "2021"] if wide else ["Year", *(["Month"] if parts else []), "Rate", "Pay"])]
    rows = [",".join(head), "Albania" + ",A" * groups + (",1,2" if wide else ",2020" + ",3" * parts + ",1,2")]
    cell = st.sampled_from(PLACES)
    for _ in range(draw(st.integers(1, 6))):
        row = [draw(cell), *(draw(st.sampled_from(["A", "B", ""])) for _ in range(groups))]
        if not wide:
            row += [
                draw(st.sampled_from(["2020", "2021", ""])),
                *([draw(st.sampled_from(["3", "4"]))] if parts else []),
            ]
        row += [draw(st.sampled_from(FIGURES)) for _ in range(2)]
        rows.append(",".join(row[: draw(st.integers(len(row) - 1, len(row)))]))
    return "\n".join(rows) + "\n"


@given(tables(), st.data())
def test_what_is_read_by_columns_is_what_is_read_by_cells(text: str, data: st.DataObject):
    cube = read_grid(read_text_grid(text.encode(), "own.csv"), "own.csv")
    if cube is None:
        return
    cells = list(cube.cells())
    assert list(zip(*cube.codes(), strict=True)) == [cell.codes for cell in cells]
    only = {
        axis.code: set(data.draw(st.lists(st.sampled_from([one.code for one in axis.members]), min_size=1)))
        for axis in cube.axes
        if axis.members and data.draw(st.booleans())
    }
    kept = [(n, only[axis.code]) for n, axis in enumerate(cube.axes) if axis.code in only]
    assert list(cube.cells(only)) == [cell for cell in cells if all(cell.codes[n] in codes for n, codes in kept)]
