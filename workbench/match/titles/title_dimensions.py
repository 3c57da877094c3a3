"""The path of a title: its measure, and its member in each dimension.

Tables of many dimensions name their series by them: "Employment. Age: 65 years or over. Sex: Male. Unit of measure: Persons".
A member that the claim names must be there; for a dimension that it does not name, the total is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.match.words.normalisation import LONGEST_TEXT, keys

_NEXT_AXIS = re.compile(r"(?:^|[.;])\s+(?=[A-Z][^:.;]{1,60}:\s)")
_UNIT_AXIS = re.compile(r"unit\b|units\b|unit of measure", re.IGNORECASE)
_TOTAL = re.compile(
    r"\s*(?:total|all\b|both sexes|any\b|not applicable|world\b|overall|none\b|_t\b|_z\b)", re.IGNORECASE
)
_ALL_IN_IT = re.compile(r"\((?:all|total)\b[^()]*\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PathMember:
    """A dimension of a series and its member; `total` where the member is the total."""

    axis: str
    name: str
    stems: frozenset[str]
    total: bool


@dataclass(frozen=True, slots=True)
class Path:
    """A title in its parts.

    Attributes:
        head: The measure.
        members: The dimensions after it, in order.
        unit: The member of its unit dimension; empty where it has none.
    """

    head: str
    members: tuple[PathMember, ...] = ()
    unit: str = ""


@lru_cache(maxsize=20_000)
def path_of(title: str) -> Path:
    """Split a title into its parts.

    >>> path = path_of("Employment. Age: 65 years or over. Sex: Total. Unit of measure: Persons")
    >>> path.head, [(m.axis, m.name, m.total) for m in path.members], path.unit
    ('Employment', [('Age', '65 years or over', False), ('Sex', 'Total', True)], 'Persons')
    """
    head, *rest = _NEXT_AXIS.split(title[:LONGEST_TEXT])
    parted = [part.partition(":") for part in rest]
    unit = next((name.strip() for axis, _, name in parted if _UNIT_AXIS.match(axis)), "")
    members = tuple(_member(axis, name.strip()) for axis, _, name in parted if not _UNIT_AXIS.match(axis))
    return Path(head.strip(" ."), members, unit)


def _member(axis: str, name: str) -> PathMember:
    total = _TOTAL.match(name) is not None or _ALL_IN_IT.search(name) is not None
    return PathMember(axis.strip(), name, frozenset(keys(name)), total)


_EITHER = re.compile(r"(\w+)/(\w+)")


@lru_cache(maxsize=20_000)
def not_taken(title: str) -> frozenset[str]:
    """Find the stems of what a measure leaves open and a dimension decides: "Value of imports/exports; Trade flow: Exports" counts no imports.

    >>> sorted(not_taken("Value of imports/exports. Trade flow: Exports")), not_taken("Value of imports/exports")
    (['import'], frozenset())
    """
    path, left = path_of(title), set[str]()
    for either in _EITHER.findall(path.head):
        one, other = (frozenset(keys(word)) for word in either)
        taken = [each for each in (one, other) if any(member.stems == each for member in path.members)]
        left |= (one | other) - taken[0] if len(taken) == 1 else set()
    return frozenset(left)
