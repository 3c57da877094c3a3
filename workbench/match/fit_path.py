"""Whether a series is of the members that the claim names, and of the total where it names none."""

from __future__ import annotations

from collections.abc import Collection

from workbench.match.fit import Fit
from workbench.match.keys import keys
from workbench.match.path import Member, Path

_WORST = 3
"""So many members that nobody named are as bad as it gets."""

_SHOWN = 3


def fit_path(spoken: Collection[str], path: Path) -> Fit:
    """How well the parts of a title fit what was said; a title that has no parts leaves nothing open.

    Args:
        spoken: The stems of what was said, with those that tables have for it.
        path: The title in its parts.

    >>> from workbench.match.path import path_of
    >>> fit_path({"employ", "male", "65"}, path_of("Employment. Age: 65 years or over. Sex: Male"))
    Fit(value=1.0, because='is of Age “65 years or over”, Sex “Male”, as the claim says', bars=False)
    >>> fit_path({"employ"}, path_of("Employment. Sex: Male")).because
    'is of Sex “Male” alone, which the claim does not name'
    """
    if not path.members:
        return Fit(1.0, "the title names no parts of a whole")
    parts = [member for member in path.members if not member.total]
    unnamed = sum(1 - _named(spoken, member) for member in parts)
    head = frozenset(keys(path.head))
    said = len(head.intersection(spoken)) / len(head) if head else 0.0
    return Fit(round((said + 1 - min(unnamed, _WORST) / _WORST) / 2, 4), _because(spoken, parts))


def _named(spoken: Collection[str], member: Member) -> float:
    """What share of a member's words was said; one that is a sign alone cannot be said, and counts as half."""
    return len(member.stems.intersection(spoken)) / len(member.stems) if member.stems else 0.5


def _because(spoken: Collection[str], parts: list[Member]) -> str:
    strange = [member for member in parts if _named(spoken, member) < 0.5]
    if strange:
        return f"is of {_listed(strange)} alone, which the claim does not name"
    return f"is of {_listed(parts)}, as the claim says" if parts else "is of the total, since the claim names no part"


def _listed(members: list[Member]) -> str:
    more = f" and {len(members) - _SHOWN} more" if len(members) > _SHOWN else ""
    return ", ".join(f"{member.axis} “{member.name}”" for member in members[:_SHOWN]) + more
