"""Choose the member of each dimension that a series' key leaves open.

A table counts by sex, age, unit and adjustment at once, and a claim rarely names them all. The member that the key
fixes is taken, else one that the claim's words name, else the total. Every choice by rule is reported, so that a
reviewer sees which of the thousand series of a table was read. Where there is no total, the first member is read and
reported as a part, which cannot answer for the whole. The claimed figure never influences the choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sources._cube.cube import FREQUENCIES, Axis, Member, Role
from sources._cube.member_synonyms import ALSO
from sources._cube.table_key import TableKey
from sources._cube.totals import total
from sources._text.printable_text import clean
from sources._text.unit_parser import read_unit
from workbench.core.errors import Problem, UnknownNameError
from workbench.core.period import Frequency
from workbench.ports import Ask

_WORD = re.compile(r"\w+")
_MOST_NAMED = 6
_FIRST = "the first"
"""Reason given for a member that no rule settles."""


@dataclass(frozen=True, slots=True)
class MemberChoice:
    """The chosen member of each axis; place and time stay open.

    Attributes:
        fixed: The code of the member, by the code of the axis.
        problems: What was chosen by rule, one Problem per table.
    """

    fixed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    def shown(self, axes: Sequence[Axis]) -> tuple[str, ...]:
        """Return the choice in words for readers: ``Sex: Total``."""
        pairs = ((axis, axis.member(self.fixed[axis.code])) for axis in axes if axis.code in self.fixed)
        return tuple(f"{axis.label or axis.code}: {one.label}" for axis, one in pairs if one and len(axis.members) > 1)


def choose(title: str, axes: Sequence[Axis], key: TableKey, ask: Ask) -> MemberChoice:
    """Choose a member of every axis except place and time.

    Args:
        title: The source's name for readers.
        axes: The table's dimensions.
        key: The members that the series' key fixes; it may fix the place or the time too.
        ask: The request, with the claim's words, unit and frequency.

    Raises:
        UnknownNameError: The key names an axis or a member that the table does not have.
    """
    fixed, chosen, alone = dict(_named(axes, key)), list[str](), list[str]()
    for axis in axes:
        if axis.code in fixed or axis.role in {Role.TIME, Role.PLACE} or not axis.members:
            continue
        member, how = _pick(axis, ask)
        fixed[axis.code] = member.code
        if how:
            chosen.append(f"{axis.label or axis.code}: {member.label} ({how})")
        if how == _FIRST and axis.role is Role.OTHER:
            alone.append(open_group(axis, member))
    return MemberChoice(
        MappingProxyType(fixed), (*part_problems(title, key.table, alone), *_choice_problems(title, key, chosen))
    )


def open_group(axis: Axis, member: Member) -> str:
    """Describe a group that nothing decides, with its members and the one that was read.

    >>> open_group(Axis("sex", "Sex", (Member("F", "Women"), Member("M", "Men"))), Member("F", "Women"))
    'Sex (Women, Men), of which Women was read'
    """
    some = ", ".join(one.label for one in axis.members[:_MOST_NAMED])
    more = f" and {len(axis.members) - _MOST_NAMED:,} more" if len(axis.members) > _MOST_NAMED else ""
    return f"{axis.label or axis.code} ({some}{more}), of which {member.label} was read"


def part_problems(title: str, table: str, groups: Sequence[str]) -> tuple[Problem, ...]:
    """Return a Problem where a part was read because there is no total: a part does not answer for the whole.

    Args:
        title: The source's name for readers.
        table: The service's own name of the table.
        groups: The description by `open_group` of each group that nothing decides.
    """
    if not groups:
        return ()
    message = f"the claim does not say which part is meant, and there is no total of {'; nor of '.join(groups[:_MOST_NAMED])} alone."
    hint = f"Name the part with {clean(table, 60)}?dimension=code, or take another series."
    return (Problem(title, message, hint, "open-group"),)


def _choice_problems(title: str, key: TableKey, chosen: Sequence[str]) -> tuple[Problem, ...]:
    if not chosen:
        return ()
    message = f"the table has more than one series; read was {'; '.join(chosen[:_MOST_NAMED])}."
    hint = f"Name another with {clean(key.table, 60)}?dimension=code."
    return (Problem(title, message, hint, "member-chosen"),)


def _named(axes: Sequence[Axis], key: TableKey) -> Mapping[str, str]:
    by_code = {axis.code.lower(): axis for axis in axes}
    found = {}
    for name, code in key.fixed.items():
        axis = by_code.get(name.lower())
        if axis is None:
            raise UnknownNameError(f"dimension of {clean(key.table, 80)}", name, [one.code for one in axes])
        if not axis.members:  # its code list is unknown: the service itself will say whether the code exists
            found[axis.code] = code
            continue
        member = next((one for one in axis.members if one.code.lower() == code.lower()), None)
        if member is None:
            raise UnknownNameError(f"{axis.label or axis.code} in {clean(key.table, 80)}", code, _codes(axis))
        found[axis.code] = member.code
    return found


def _codes(axis: Axis) -> list[str]:
    return [member.code for member in axis.members]


def _pick(axis: Axis, ask: Ask) -> tuple[Member, str]:
    """Return the chosen member, and a word on why; empty where nothing needs to be reported."""
    if len(axis.members) == 1:
        return axis.members[0], ""
    rules: tuple[tuple[Callable[[Axis, Ask], Member | None], str], ...] = (
        (_by_frequency, "as the claim's period asks"),
        (_by_words, "as the claim says"),
        (_by_unit, "in the claim's unit"),
        (_usual, "as it is mostly quoted"),
        (total, "all of them together"),
    )
    found = ((rule(axis, ask), why) for rule, why in rules)
    return next(((member, why) for member, why in found if member), (axis.members[0], _FIRST))


def _by_frequency(axis: Axis, ask: Ask) -> Member | None:
    if axis.role is not Role.FREQUENCY:
        return None
    by_length = {FREQUENCIES[one.code.upper()]: one for one in axis.members if one.code.upper() in FREQUENCIES}
    if ask.frequency in by_length:
        return by_length[ask.frequency]
    return by_length.get(Frequency.YEAR)


def _by_words(axis: Axis, ask: Ask) -> Member | None:
    """Return the only member all of whose words are in the claim.

    None for a tie, or where the words belong to the unit.
    """
    if not ask.words or axis.role is not Role.OTHER:
        return None
    words = ask.words.union(*(ALSO.get(word, ()) for word in ask.words))
    fitting = [one for one in axis.members if (said := _words(one.label)) and said <= words]
    longest = max((len(_words(one.label)) for one in fitting), default=0)
    best = [one for one in fitting if len(_words(one.label)) == longest]
    return best[0] if len(best) == 1 else None


def _words(label: str) -> frozenset[str]:
    return frozenset(_WORD.findall(label.lower()))


def _by_unit(axis: Axis, ask: Ask) -> Member | None:
    if ask.unit is None or not (axis.role is Role.UNIT or is_mixed(axis)):
        return None
    read = [(one, read_unit(one.unit or one.label).unit) for one in axis.members]
    alike = [one for one, unit in read if unit.dimension is ask.unit.dimension]
    same = [one for one, unit in read if unit.code and unit.code == ask.unit.code and unit.per == ask.unit.per]
    return next(iter(same or alike), None)


def is_mixed(axis: Axis) -> bool:
    """Check whether the members of an axis are measures of different kinds, each with its own unit."""
    if axis.role is not Role.OTHER or not all(one.unit for one in axis.members):
        return False
    return len({read_unit(one.unit).unit.dimension for one in axis.members}) > 1


def _usual(axis: Axis, ask: Ask) -> Member | None:
    del ask  # the usual member is the same for every claim
    return axis.member(axis.usual) if axis.usual else None
