"""Query a PxWeb installation: from the claim's places to observations and notices.

A national office's table is about its country only, and a figure of one of its regions must never be used for it. The
steps: read the table's variables, choose the member of each, fetch the figures, report what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product

from sources._cube.cube import Axis, Cell, Cube, Only, Role
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.observations import CellReading, observed
from sources._cube.requested_places import missing_places, unknown_places, wanted
from sources._cube.table_key import TableKey
from sources._formats.px.times import is_preliminary, period_of, reader_of
from sources._pxweb.answer_reader import joined
from sources._pxweb.error_answers import PxTooLargeError
from sources._pxweb.freshness import age_of, stamp_of
from sources._pxweb.key_spelling import spelt
from sources._pxweb.leading_zeros import ZEROS, without_leading_zeros
from sources._pxweb.projections import holds_projections, with_outlook
from sources._pxweb.requested_codes import is_added, parts_of_year, places_of, selection_of
from sources._pxweb.send_requests import PxRequest
from sources._pxweb.series_metadata import DescribedPxTable, described, frequency_of
from sources._pxweb.sites import PxSite
from sources._pxweb.status_flags import FLAGS
from sources._pxweb.totals_from_parts import ADDED, added
from sources._pxweb.variable_roles import SUMMED, Arranged
from sources._text.macedonian_units import english_label
from sources._text.printable_text import clean
from workbench.core.errors import Problem
from workbench.core.place import place_name
from workbench.core.series import Observation, Series
from workbench.ports import Answer, Ask, Fetch, SourceAnswer


async def answered(fetch: Fetch, site: PxSite, path: str, key: TableKey, ask: Ask) -> SourceAnswer:
    """Fetch the figures of one series of a table.

    Raises:
        SourceError: The installation refused, or its answer has an unknown form.
        UsageError: The key names a variable or member that the table does not have, or a folder.
    """
    asking = PxRequest(fetch, site, path)
    about = await asking.table()
    choice = choose(site.title, [_in_english(axis) for axis in about.axes], spelt(key, about.table), ask)
    question = _PxAnswers(site, path, ask, asking, about, choice)
    if question.may_answer():
        for answer, cube in await asking.figures(about, selection_of(about, choice, ask)):
            question.take(answer, cube)
    return question.found()


@dataclass(slots=True)
class _PxAnswers:
    """One query, with what it has fetched so far."""

    site: PxSite
    path: str
    ask: Ask
    asking: PxRequest
    about: Arranged
    choice: MemberChoice
    observations: list[Observation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)
    cube: Cube | None = None

    # --- places

    def may_answer(self) -> bool:
        """Check whether the table may have figures of the requested places; a Problem names the places that it has."""
        places = self.ask.places
        axis = self.about.of_role(Role.PLACE)
        if not places or (axis and axis.code in self.choice.fixed):
            return True
        mine = places_of(self.about, places) if axis else {self.place(): ""}
        self.strangers = [one for one in places if one not in mine]
        if axis is None and self.strangers:
            self.silent.update(self.strangers)
            self.problems.append(self._elsewhere(self.strangers))
            self.strangers = []
        return not self.silent.issuperset(places) and len(self.strangers) < len(places)

    def place(self) -> str:
        """Return the place of all figures of a table without places: the installation's, or the chosen part of it."""
        axis = self.about.table.axis(self.about.regions)
        code = self.choice.fixed.get(axis.code, "") if axis else ""
        member = axis.member(code) if axis else None
        if axis is None or member is None or code in {SUMMED, self.about.home, axis.total}:
            return self.site.place or "WLD"
        return clean(member.label, 40)

    def _elsewhere(self, places: Sequence[str]) -> Problem:
        asked = ", ".join(place_name(one) for one in places[:3])
        message = f"its figures are of {place_name(self.place())}, and {asked} was asked for."
        hint = "Take another source, or another member of its regions."
        return Problem(self.site.title, message, hint, "place-not-honoured")

    # --- figures

    def take(self, answer: Answer, cube: Cube) -> None:
        """Read the figures of an answer."""
        self.cube = self.cube or cube
        months = parts_of_year(self.about, self.choice, self.ask)
        whole = _starred(joined(replace(cube, updated=None), self.about.times, months))
        there = {axis.code: {member.code for member in axis.members} for axis in whole.axes}
        fixed = {axis: code for axis, code in self.choice.fixed.items() if code in there.get(axis, ())}
        time = whole.of_role(Role.TIME)
        reading = CellReading(
            title=self.site.title,
            flags=FLAGS,
            time=reader_of(time) if time else period_of,
            only_place="" if whole.of_role(Role.PLACE) else self.place(),
            scale=self.described().unit.scale,
        )
        parts = [
            observed(whole, self.ask.ref, MemberChoice({**fixed, **part}), reading, snapshot=answer.snapshot.id)
            for part in self._parts(whole)
        ]
        figures = [one.observations for one in parts]
        self.observations.extend(added(figures) if len(figures) > 1 else figures[0])
        self.problems.extend(dict.fromkeys(one for each in parts for one in each.problems if one not in self.problems))

    def _parts(self, cube: Cube) -> list[dict[str, str]]:
        """Return the combinations of members to add up; one empty combination where nothing is added.

        Raises:
            TooMuchError: The answer has only some of them.
        """
        axes = [axis for axis in self.about.axes if is_added(axis, self.choice.fixed.get(axis.code, ""))]
        for axis in axes:
            there = cube.axis(axis.code)
            if there is None or len(there.members) != len(axis.members) - 1:
                raise PxTooLargeError(self.site.title)
        lists = [[(axis.code, one.code) for one in axis.members if one.code != ADDED] for axis in axes]
        return [dict(part) for part in product(*lists)]

    def described(self) -> DescribedPxTable:
        """Return what the series measures, by the table and the answer."""
        unit, notes = (self.cube.unit, self.cube.notes) if self.cube else ("", ())
        about = self._with_units()
        return described(self.site, self.ask.ref, self.path, about, self.choice, unit=unit, notes=notes)

    def _with_units(self) -> Arranged:
        """Return the table with the units that the answer names for its members."""
        units = {
            (axis.code, member.code): member.unit
            for axis in (self.cube.axes if self.cube else ())
            for member in axis.members
            if member.unit
        }
        axes = tuple(
            replace(axis, members=tuple(replace(m, unit=units.get((axis.code, m.code), m.unit)) for m in axis.members))
            for axis in self.about.axes
        )
        return replace(self.about, table=replace(self.about.table, axes=axes)) if units else self.about

    # --- the whole

    def found(self) -> SourceAnswer:
        """Return the whole answer."""
        today = self.asking.answers[0].snapshot.fetched.date()
        everything = sorted(self.observations, key=lambda one: (one.place, one.period))
        zeros: list[Problem] = []
        if self.site.name in ZEROS:
            everything, zeros = without_leading_zeros(self.site.title, everything)
        projected = holds_projections(self.path, self.about.table.title)
        everything = self._dated(with_outlook(everything, today, projected=projected))
        mine = [one for one in everything if not self.ask.places or one.place in self.ask.places]
        title, silent = self.site.title, self.silent | set(self.strangers)
        notices = [
            *self.asking.problems,
            *self.choice.problems,
            *self.problems,
            *unknown_places(title, self.strangers),
            *zeros,
            *age_of(title, self.path, self.about.table.title, everything, today),
            *missing_places(title, self.ask, everything, silent),
        ]
        snapshots = tuple(answer.snapshot for answer in self.asking.answers)
        return SourceAnswer(
            self._series(everything), tuple(wanted(mine, self.ask)), snapshots, tuple(dict.fromkeys(notices))
        )

    def _stamp(self, everything: Sequence[Observation]) -> tuple[date | None, date | None]:
        said = (self.cube.updated if self.cube else None) or self.about.table.updated
        return said, stamp_of(said, everything)

    def _dated(self, everything: Sequence[Observation]) -> list[Observation]:
        _, stamp = self._stamp(everything)
        return [replace(one, vintage=stamp) for one in everything] if stamp else list(everything)

    def _series(self, everything: Sequence[Observation]) -> Series:
        series = self.described().series
        said, stamp = self._stamp(everything)
        years = [one.period.start.year for one in everything if one.value is not None]
        stale = f"Its date of update ({said}) is older than its figures, and was not taken."
        return replace(
            series,
            frequency=frequency_of([one.period.frequency for one in everything]),
            first=min(years, default=None),
            last=max(years, default=None),
            updated=stamp,
            notes=(*series.notes, *((stale,) if said and not stamp else ())),
        )


def _in_english(axis: Axis) -> Axis:
    """Translate the labels of a variable's members, so that the words of a claim match them in a Macedonian table."""
    if axis.role is Role.TIME:
        return axis
    return replace(axis, members=tuple(replace(one, label=english_label(one.label)) for one in axis.members))


def _starred(cube: Cube) -> Cube:
    """Mark figures of a time with a star as preliminary."""
    axis = cube.of_role(Role.TIME)
    starred = {one.code for one in axis.members if is_preliminary(one.label)} if axis else set()
    if axis is None or not starred:
        return cube
    at, scan = cube.axes.index(axis), cube.scan

    def cells(only: Only) -> Iterator[Cell]:
        for cell in scan(only):
            mark = cell.codes[at] in starred and cell.text and not cell.flag
            yield cell._replace(flag="*", note="preliminary") if mark else cell

    return replace(cube, scan=cells)
