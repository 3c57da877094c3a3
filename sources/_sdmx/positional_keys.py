"""Positional keys, as in the services' own addresses: ``sdmx:ABS/LF?key=M13.3.1599.20.AUS.M``.

Offices print such keys with their tables. Each part is the member of one dimension, in their order; an empty part is
open.
"""

from __future__ import annotations

from types import MappingProxyType

from sources._cube.cube import Role
from sources._cube.table_key import TableKey
from sources._formats.sdmx.table_structure import Structure
from workbench.core.errors import UsageError

NAME = "key"


class WrongKeyError(UsageError):
    """The number of the key's parts is not that of the table's dimensions."""

    def __init__(self, table: str, key: str, dimensions: list[str]) -> None:
        super().__init__(
            f"{key} is no key of {table}, which has {len(dimensions)} dimensions.",
            f"Write a part for each of {'.'.join(dimensions)}; a part may be empty.",
        )


def key_by_place(key: TableKey, structure: Structure) -> TableKey:
    """Convert a positional key to a key with named dimensions.

    Raises:
        WrongKeyError: There are more or fewer parts than dimensions.

    >>> from sources._cube.cube import Axis
    >>> axes = (Axis("MEASURE", "", ()), Axis("REGION", "", ()), Axis("TIME_PERIOD", "", (), Role.TIME))
    >>> table = Structure(agency="ABS", flow="LF", version="1.0", title="", axes=axes)
    >>> dict(key_by_place(TableKey("ABS/LF", {"key": "M13."}), table).fixed)
    {'MEASURE': 'M13'}
    """
    written = key.fixed.get(NAME)
    if written is None:
        return key
    names = [axis.code for axis in structure.axes if axis.role is not Role.TIME]
    parts = written.split(".")
    if len(parts) != len(names):
        raise WrongKeyError(key.table, written, names)
    named = {name: part for name, part in zip(names, parts, strict=True) if part}
    rest = {name: code for name, code in key.fixed.items() if name != NAME}
    return TableKey(key.table, MappingProxyType(named | rest))
