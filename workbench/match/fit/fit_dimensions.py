"""Fit of a series to the dimension members that the claim names, or to the total where it names none."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from workbench.match.fit.slot_fit import SlotFit
from workbench.match.titles.title_dimensions import Path, PathMember
from workbench.match.words.normalisation import keys

_WORST = 3
"""Number of members not named in the claim from which the fit is 0."""

_SHOWN = 3


class PathParts(NamedTuple):
    """The parts of a path that are compared with the claim.

    Attributes:
        head: The stems of what is measured.
        members: The stems of each member that is not the total.
        whole: Whether the title names no dimension at all.
    """

    head: frozenset[str]
    members: tuple[frozenset[str], ...]
    whole: bool


def parts_of(path: Path) -> PathParts:
    """Return the parts of a path."""
    members = tuple(member.stems for member in path.members if not member.total)
    return PathParts(frozenset(keys(path.head)), members, not path.members)


def share_named(spoken: Collection[str], parts: PathParts) -> float:
    """Score how well the parts of a title fit what was said, 0 to 1."""
    if parts.whole:
        return 1.0
    unnamed = sum(1 - _named(spoken, stems) for stems in parts.members)
    said = len(parts.head.intersection(spoken)) / len(parts.head) if parts.head else 0.0
    return round((said + 1 - min(unnamed, _WORST) / _WORST) / 2, 4)


def fit_path(spoken: Collection[str], path: Path) -> SlotFit:
    """Score how well the parts of a title fit what was said, with the reason; a title without parts fits.

    Args:
        spoken: The stems of what was said, and their synonyms in tables.
        path: The title in its parts.

    >>> from workbench.match.titles.title_dimensions import path_of
    >>> fit_path({"employ", "male", "65"}, path_of("Employment. Age: 65 years or over. Sex: Male"))
    SlotFit(value=1.0, because='is of Age “65 years or over”, Sex “Male”, as the claim says', bars=False, coarse=False)
    >>> fit_path({"employ"}, path_of("Employment. Sex: Male")).because
    'is of Sex “Male” alone, which the claim does not name'
    """
    if not path.members:
        return SlotFit(1.0, "the title names no parts of a whole")
    parts = [member for member in path.members if not member.total]
    return SlotFit(share_named(spoken, parts_of(path)), _because(spoken, parts))


def _named(spoken: Collection[str], stems: frozenset[str]) -> float:
    """Compute the share of a member's words that the claim has. A member without words counts as half."""
    return len(stems.intersection(spoken)) / len(stems) if stems else 0.5


def _because(spoken: Collection[str], parts: list[PathMember]) -> str:
    strange = [member for member in parts if _named(spoken, member.stems) < 0.5]
    if strange:
        return f"is of {_listed(strange)} alone, which the claim does not name"
    return f"is of {_listed(parts)}, as the claim says" if parts else "is of the total, since the claim names no part"


def _listed(members: list[PathMember]) -> str:
    more = f" and {len(members) - _SHOWN} more" if len(members) > _SHOWN else ""
    return ", ".join(f"{member.axis} “{member.name}”" for member in members[:_SHOWN]) + more
