"""Keys of the series of a file: the sheet, the column, and the members of the groups (``Table 1/GDP growth?Sex=Women``)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from sources._cube.table_key import TableKey
from sources._files.file_tables import FileTable
from sources._files.grid.grid_to_cube import MEASURE

_MARKS = "%&=?#+"


def key_of(table: FileTable, fixed: Mapping[str, str]) -> str:
    r"""Return the key of a series: sheet, column, and a member of each group that has several.

    >>> from sources._files.file_series import list_series
    >>> from sources._files.file_tables import read_tables
    >>> tables, _ = read_tables(b"Country,Sex,Year,Pay\nAlbania,F,2020,1\nAlbania,M,2020,2\n", "own.csv")
    >>> [str(one.series.ref) for one in list_series(tables, "own", "own.csv")[0]]
    ['own:Pay?Sex=F', 'own:Pay?Sex=M']
    """
    cube = table.cube
    measure = fixed.get(MEASURE, "") if cube.axis(MEASURE) else ""
    head = "/".join(_plain(part) for part in (table.name, measure) if part) or "table"
    pairs = [
        f"{_plain(axis.code)}={_plain(fixed[axis.code])}"
        for axis in cube.axes
        if axis.code in fixed and axis.code != MEASURE and len(axis.members) > 1
    ]
    return f"{head}?{'&'.join(pairs)}" if pairs else head


def _plain(text: str) -> str:
    return "".join(quote(c) if c in _MARKS else c for c in text)


def fixed_by(table: FileTable, key: str) -> TableKey | None:
    """Return the members in a key of a table that leaves some groups open; None if it is no such key."""
    parsed = TableKey.parse(key)
    cube = table.cube
    axis = cube.axis(MEASURE)
    heads = (
        {"/".join(_plain(part) for part in (table.name, one.code) if part): one.code for one in axis.members}
        if axis
        else {}
    )
    bare = _plain(table.name) or "table"
    if parsed.table not in heads and parsed.table != bare:
        return None
    chosen = {MEASURE: heads[parsed.table]} if parsed.table in heads else {}
    return TableKey(parsed.table, {**chosen, **parsed.fixed})
