"""Query Eurostat: from the claim's places to observations and notices.

Eurostat silently drops unknown places and members. So the answer is compared with the request; where a place does not
report, but people from it are counted by others, that figure is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sources._cube.cube import Axis, Cell, Only, Role
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.observations import CellReading, Observed, observed
from sources._cube.requested_places import batches, missing_places, unknown_places, wanted
from sources._cube.table_key import TableKey
from sources._eurostat.countries_of_origin import ORIGINS
from sources._eurostat.error_answers import TITLE, EurostatTooLargeError, PutOffError
from sources._eurostat.freshness import freshness
from sources._eurostat.places import codes_of, place_of
from sources._eurostat.send_requests import NAME, EurostatRequest, Got
from sources._eurostat.series_metadata import DescribedDataset, EurostatTable, describe, page_of
from sources._eurostat.status_flags import FLAGS
from sources._text.printable_text import clean
from sources._web.http_errors import NoSampleError
from workbench.core.errors import Problem, SourceError, UnknownNameError
from workbench.core.place import find_place, place_name
from workbench.core.series import Observation, Series, SeriesRef
from workbench.ports import Answer, Ask, SourceAnswer

_UNION = "EU27_2020"
Places = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class EurostatReader:
    """One query, with what it has fetched so far.

    Attributes:
        asking: The requests.
        ask: The places, years and words wanted.
    """

    asking: EurostatRequest
    ask: Ask
    _answers: list[Answer] = field(default_factory=list)
    _observations: list[Observation] = field(default_factory=list)
    _problems: list[Problem] = field(default_factory=list)
    _silent: set[str] = field(default_factory=set)
    _learned: EurostatTable | None = None
    _read: EurostatTable | None = None
    _described: DescribedDataset | None = None

    @property
    def key(self) -> TableKey:
        """The key of the series."""
        return self.asking.key

    async def found(self, places: Places) -> SourceAnswer:
        """Return the whole answer.

        Args:
            places: Eurostat's codes of each requested place.
        """
        strangers = [place for place in self.ask.places if place not in places]
        if places or not self.ask.places:
            try:
                fixed = await self._read_all(places)
            except NoSampleError as error:
                self._without(places, error)
            else:
                await self._absent(fixed, places)
        self._silent.update(strangers)
        absent = missing_places(TITLE, self.ask, self._observations, self._silent)
        mine = [o for o in self._observations if o.place in places or not self.ask.places]
        notices = (*unknown_places(TITLE, strangers), *self._problems, *absent, *self._age())
        return SourceAnswer(
            self._series(),
            tuple(wanted(mine, self.ask)),
            tuple(a.snapshot for a in self._answers),
            tuple(dict.fromkeys(notices)),
        )

    async def _read_all(self, places: Places) -> Mapping[str, str]:
        """Fetch the figures and the members they are of.

        If the key alone leaves too much open, choose by the table's dimensions.
        """
        fixed = await self._settle(places)
        try:
            await self._collect(fixed, places)
        except (EurostatTooLargeError, PutOffError) as error:
            fixed = await self._narrower(places, error)
            self._observations.clear()  # places that were fetched before the refusal are fetched again with the others
            await self._collect(fixed, places)
        return fixed

    async def _narrower(self, places: Places, error: SourceError) -> Mapping[str, str]:
        """Choose the members by the table's dimensions, if these were not requested yet; else raise the error again."""
        if self._learned:
            raise error
        try:
            return (await self._learn(places)).fixed
        except (EurostatTooLargeError, PutOffError):
            raise error from None

    # --- choice of members

    async def _settle(self, places: Places) -> Mapping[str, str]:
        """Choose the member of each dimension: from the key where it names all, else by the table's dimensions."""
        if "freq" in self.key.fixed and "geo" not in self.key.fixed:
            return self.key.fixed
        return (await self._learn(places)).fixed

    async def _learn(self, places: Places) -> MemberChoice:
        """Fetch the table's dimensions, and choose."""
        first = next((codes[0] for codes in places.values()), _UNION)
        got = await self.asking.structure(self.key.fixed.get("geo", first))
        self._hear(got.answer)
        if got.table is None:
            return MemberChoice(self.key.fixed)
        self._learned = self._placed(got.table)
        choice = choose(TITLE, self._learned.cube.axes, self.key, self.ask)
        self._problems.extend(choice.problems)
        return choice

    def _placed(self, table: EurostatTable) -> EurostatTable:
        """Return the table with the country of origin as its place, where the key fixes the reporting country."""
        origin = table.origin()
        if "geo" in self.key.fixed and origin and origin.code not in self.key.fixed:
            return table.placed_by(origin.code)
        return table

    def _place_axis(self) -> str:
        axis = self._learned.cube.of_role(Role.PLACE) if self._learned else None
        return axis.code if axis else "geo"

    def _alone(self) -> str:
        """Return the only reporting place that the key fixes; empty where figures are by place."""
        return self.key.fixed.get("geo", "") if self._place_axis() == "geo" else ""

    # --- the figures

    async def _collect(self, fixed: Mapping[str, str], places: Places) -> None:
        alone = self._alone()
        groups = [()] if alone or not self.ask.places else batches(list(places))
        for group in groups:
            codes = [alone] if alone else [code for place in group for code in places[place]]
            try:
                got = await self.asking.series(fixed, self._place_axis(), codes, (self.ask.first, self.ask.last))
            except NoSampleError as error:
                self._without(dict.fromkeys(group, ()), error)
                continue
            self._hear(got.answer)
            await self._take(got, fixed, places)

    async def _take(self, got: Got, fixed: Mapping[str, str], places: Places) -> None:
        if got.table is None:
            return
        table = got.table if self._place_axis() == "geo" else got.table.placed_by(self._place_axis())
        table, kept = _of_places(table, places, self._alone()) if places else (table, {})
        if self._learned is None and any(not axis.members and axis.role is not Role.PLACE for axis in table.cube.axes):
            await self._learn(places)  # members that were silently dropped are reported, with those that exist
        choice = choose(TITLE, table.cube.axes, TableKey(self.key.table, fixed), self.ask)
        described = describe(self.ask.ref, self.key.table, table, choice)
        self._observations.extend(_renamed(self._observed(table, choice, described, got.answer), kept))
        self._described = self._described or described
        self._read = self._read or table
        self._problems.extend(one for one in choice.problems if one not in self._problems)

    def _observed(
        self, table: EurostatTable, choice: MemberChoice, described: DescribedDataset, answer: Answer
    ) -> Sequence[Observation]:
        reading = CellReading(
            title=TITLE,
            flags=FLAGS,
            place=place_of,
            only_place="" if table.cube.of_role(Role.PLACE) else clean(self.key.fixed.get("geo", ""), 40),
            scale=described.unit.scale,
        )
        seen: Observed = observed(table.cube, self.ask.ref, choice, reading, snapshot=answer.snapshot.id)
        self._problems.extend(seen.problems)
        return seen.observations

    def _hear(self, answer: Answer) -> None:
        if answer.snapshot.id not in {one.snapshot.id for one in self._answers}:
            self._answers.append(answer)
        if answer.problem and answer.problem not in self._problems:
            self._problems.append(answer.problem)

    def _without(self, places: Places, error: NoSampleError) -> None:
        self._silent.update(places)
        self._problems.append(error.as_problem(TITLE, "no-sample"))

    # --- what is missing

    async def _absent(self, fixed: Mapping[str, str], places: Places) -> None:
        """Report which places have no figures, and offer counts of the people from them where the table has these."""
        have = {o.place for o in self._observations if o.value is not None}
        gone = [place for place in places if place not in have and place not in self._silent]
        if not gone or self._place_axis() != "geo" or "geo" in self.key.fixed:
            return
        if self._learned is None and any(name in self.key.fixed for name in ORIGINS):
            try:
                await self._learn(places)
            except (NoSampleError, UnknownNameError):
                return
        origin = self._learned.origin() if self._learned else None
        for place in gone:
            if origin and any(origin.member(code) for code in codes_of(place)):
                self._silent.add(place)
                self._problems.append(self._offer(place, origin, fixed))

    def _offer(self, place: str, origin: Axis, fixed: Mapping[str, str]) -> Problem:
        rest = {axis: code for axis, code in fixed.items() if axis not in {origin.code, "geo"}}
        key = TableKey(self.key.table, {**rest, "geo": _UNION})
        table, by = clean(self.key.table, 60), (origin.label or origin.code).lower()
        message = f"{place_name(place)} has no figures of its own in {table}; it stands there as {by}."
        hint = f"Take {NAME}:{key} for those from {place_name(place)} in the Union."
        return Problem(TITLE, message, hint, "place-as-origin")

    def _age(self) -> Sequence[Problem]:
        if self._read is None:
            return []
        today = self._answers[0].snapshot.fetched.date()
        return freshness(self.key.table, self._read, self._observations, today)

    def _series(self) -> Series:
        if self._described:
            return self._described.series
        return _unread(self.ask.ref, self.key.table, self._learned)


def _unread(ref: SeriesRef, table: str, learned: EurostatTable | None) -> Series:
    title = learned.cube.title if learned else ""
    return Series(ref=ref, title=title or clean(table, 80), url=page_of(table), publisher=TITLE)


def _of_places(table: EurostatTable, places: Places, alone: str) -> tuple[EurostatTable, Mapping[str, str]]:
    """Restrict the table to the requested places, each by the first of its codes that exists.

    Also return the workbench's code for each of Eurostat's codes, which may be of another composition of a group (the
    euro area of 21 members, the Union of 28 where the series is named so).
    """
    axis = table.cube.of_role(Role.PLACE)
    if axis is None:
        return table, {}
    if alone:
        named = find_place(alone) or ""
        return table, {alone: named} if named in places else {}
    there = {member.code for member in axis.members}
    kept = {code: place for place, codes in places.items() if (code := next((c for c in codes if c in there), ""))}
    scan = table.cube.scan

    def only_these(only: Only) -> Iterator[Cell]:
        return scan({axis.code: tuple(kept), **only})

    return replace(table, cube=replace(table.cube, scan=only_these)), kept


def _renamed(observations: Sequence[Observation], kept: Mapping[str, str]) -> list[Observation]:
    return [replace(o, place=kept[o.place]) if o.place in kept else o for o in observations]
