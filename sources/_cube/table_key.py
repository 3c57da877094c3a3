"""The key of a series inside a table: ``migr_asyappctza?citizen=MK&sex=T``.

A table of an office holds thousands of series. The key names the table and the members that were chosen on purpose;
what it leaves open is decided by rule and reported (see `sources._cube.member_choice`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import parse_qsl, quote

_PLAIN = "/:;,@.~-_"


@dataclass(frozen=True, slots=True)
class TableKey:
    """A table and the members fixed in it.

    Attributes:
        table: The service's own name of the table.
        fixed: The codes of the chosen members, by the codes of their axes.
    """

    table: str
    fixed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        pairs = "&".join(f"{quote(axis, safe=_PLAIN)}={quote(code, safe=_PLAIN)}" for axis, code in self.fixed.items())
        return f"{self.table}?{pairs}" if pairs else self.table

    @classmethod
    def parse(cls, key: str) -> TableKey:
        """Parse a key.

        >>> TableKey.parse("une_rt_m?sex=T&age=TOTAL").fixed["age"], str(TableKey.parse("demo_pjan"))
        ('TOTAL', 'demo_pjan')
        """
        table, _, query = key.partition("?")
        return cls(table, MappingProxyType(dict(parse_qsl(query, keep_blank_values=False))))
