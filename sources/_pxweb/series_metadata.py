"""The metadata of a PxWeb series for a fact-checker: what it counts, its unit and scale, chosen and summed members.

The unit may be in the label of the measure, in that of a member, or in the title («мил. денари», "per cent"), and the
day of update may be ten years older than the figures. Here these become one series with notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sources._cube.cube import Axis, Member, Role
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import place_of
from sources._pxweb.measure_properties import MeasureProperties
from sources._pxweb.short_titles import short_title
from sources._pxweb.sites import PxSite
from sources._pxweb.totals_from_parts import ADDED
from sources._pxweb.variable_roles import SUMMED, Arranged
from sources._text.additivity_in_titles import adds_of
from sources._text.macedonian_units import in_english
from sources._text.printable_text import clean
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef

_TOTAL = re.compile(
    r"(?:grand )?total\b|вкупно|all together|gjithsej|skupaj|ukupno|both sexes|i alt|totalt|total$", re.IGNORECASE
)
_MEASURE_IN_ENGLISH = r"contents?|measures?|indicators?"
_MEASURE_ELSEWHERE = r"мерк[аи]|показател|индикатор|tabellinnehåll|statistikkvariabel|tiedot|meritve|treguesi?|стапка"
_MEASURE = re.compile(rf"{_MEASURE_IN_ENGLISH}|{_MEASURE_ELSEWHERE}", re.IGNORECASE)
_ADJUSTED_IN_ENGLISH = r"\b(?:seasonally(?: and (?:calendar|working.day))?|calendar|trend)[- ]adjusted"
_ADJUSTED_IN_MACEDONIAN = r"сезонски(?: и календарски)? прилагоден\w*"
_ADJUSTED = re.compile(rf"{_ADJUSTED_IN_ENGLISH}|{_ADJUSTED_IN_MACEDONIAN}", re.IGNORECASE)
_MOST_LABELS = 4


@dataclass(frozen=True, slots=True)
class DescribedPxTable:
    """The series of a choice of members, with the multiplier of its figures."""

    series: Series
    unit: ReadUnit


def described(
    site: PxSite,
    ref: SeriesRef,
    path: str,
    about: Arranged,
    choice: MemberChoice,
    *,
    unit: str = "",
    notes: Sequence[str] = (),
) -> DescribedPxTable:
    """Describe what the chosen members of a table measure.

    Args:
        site: The installation.
        ref: The series' name.
        path: The table.
        about: The table with its variables.
        choice: The chosen members.
        unit: The words of the unit that the answer names for the whole table.
        notes: Footnotes of the answer.
    """
    chosen = [(axis, member) for axis in about.axes if (member := axis.member(choice.fixed.get(axis.code, "")))]
    title = _title(about, chosen)
    said = next(
        (about.table.traits[at] for axis, one in chosen if (at := (axis.code, one.code)) in about.table.traits),
        MeasureProperties(),
    )
    read = _priced(_unit(about, chosen, unit), said)
    series = Series(
        ref=ref,
        title=title or clean(path, 120),
        unit=read.unit,
        places=_covered(site, about),
        description="; ".join(f"{axis.label}: {member.label}" for axis, member in chosen if len(axis.members) > 1),
        adds=said.adds
        if said.adds is not Additivity.UNKNOWN
        else _adds(f"{title} {' '.join(member.label for _, member in chosen)}", read.unit),
        adjusted=said.adjusted or _adjusted(about.table.title, chosen),
        url=site.page_of(path),
        publisher=about.table.source or site.publisher,
        licence=site.licence,
        notes=tuple(dict.fromkeys((*_summed(chosen), *about.table.notes, *notes))),
    )
    return DescribedPxTable(series, read)


def _covered(site: PxSite, about: Arranged) -> frozenset[str] | None:
    """Return the places that the table has figures of: those of its variable of places, else the installation's own."""
    axis = about.of_role(Role.PLACE)
    if axis:
        return frozenset(place_of(member) for member in axis.members)
    return frozenset({site.place}) if site.place else None


def _title(about: Arranged, chosen: Sequence[tuple[Axis, Member]]) -> str:
    labels = [
        member.label
        for axis, member in chosen
        if len(axis.members) > 1 and member.code not in {SUMMED, ADDED, about.home} and not _TOTAL.match(member.label)
    ]
    return clean(
        ": ".join(filter(None, (short_title(about.table.title, about.axes), ", ".join(labels[:_MOST_LABELS]))))
    )


def _unit(about: Arranged, chosen: Sequence[tuple[Axis, Member]], whole: str) -> ReadUnit:
    """Return the unit of the chosen measure, else of another chosen member, of the whole table, or of its title."""
    measures = [member for axis, member in chosen if axis.role is Role.UNIT or _MEASURE.search(axis.label + axis.code)]
    others = [member for axis, member in chosen if member not in measures and not _region(about, axis)]
    ways = (
        *(read_unit(member.unit) for _, member in chosen if member.unit),
        *(_of_label(member.label) for member in measures),
        *(_of_label(member.label, measure=False) for member in others),
        read_unit(whole),
        unit_of_title(short_title(about.table.title, about.axes)),
    )
    known = (one for one in ways if one.unit.dimension is not Dimension.UNKNOWN)
    return next(known, _NOTHING)


def _priced(read: ReadUnit, said: MeasureProperties) -> ReadUnit:
    """Add the kind of prices given by the office to a money unit whose text names none."""
    if read.unit.dimension is not Dimension.MONEY or read.unit.prices or not said.prices:
        return read
    return replace(read, unit=replace(read.unit, prices=said.prices))


def _region(about: Arranged, axis: Axis) -> bool:
    return axis.code == about.regions or axis.role is Role.PLACE


_PLAIN = frozenset({Dimension.MONEY, Dimension.SHARE, Dimension.INDEX, Dimension.POINTS})
_NOTHING = ReadUnit(Unit(Dimension.UNKNOWN, ""))


def _of_label(label: str, *, measure: bool = True) -> ReadUnit:
    """Return the unit in a label.

    For a member that is no measure, only money, a share, an index, or a unit in brackets.
    """
    read, whole = unit_of_title(label), read_unit(label)
    if read.unit.dimension is Dimension.MONEY and not read.unit.prices:
        return replace(read, unit=replace(read.unit, prices=whole.unit.prices))
    if not measure and read.unit.dimension not in _PLAIN and "(" not in label:
        return _NOTHING
    named = whole.unit.dimension in _PLAIN or whole.unit.dimension is Dimension.PHYSICAL
    return whole if measure and read.unit.dimension is Dimension.UNKNOWN and named else read


def _adds(words: str, unit: Unit) -> Additivity:
    if re.search(r"\b(?:average|mean|wages?|earnings|salar)", in_english(words), re.IGNORECASE):
        return Additivity.MEAN
    return adds_of(words, unit)


def _adjusted(title: str, chosen: Sequence[tuple[Axis, Member]]) -> str:
    for words in (*(member.label for _, member in chosen), title):
        if (found := _ADJUSTED.search(words)) and not re.search(r"\b(?:un|not |non-?)$", words[: found.start()]):
            return clean(found[0], 80)
    return ""


def _summed(chosen: Sequence[tuple[Axis, Member]]) -> Iterator[str]:
    names = [axis.label or axis.code for axis, member in chosen if member.code == SUMMED]
    if names:
        yield f"{', '.join(names)} was left out of the question: the office's own server takes all together."
    whole = [axis.label or axis.code for axis, member in chosen if member.code == ADDED and axis.total == ADDED]
    if whole:
        yield f"The office gives no total of {', '.join(whole)}: it was added up here from all its members."


def frequency_of(lengths: Sequence[Frequency]) -> Frequency | None:
    """Return the frequency of the observations, where all have the same."""
    distinct = set(lengths)
    return distinct.pop() if len(distinct) == 1 else None
