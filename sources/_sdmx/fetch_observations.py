"""Query an SDMX service: fetch the table's structure, choose the series, fetch its figures.

Each step needs the answers of the steps before. Any of them may end with "no data", which is a result, or with a
refusal, which is an error.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sources._cube.cube import Member, Role
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.observations import CellReading, observed
from sources._cube.requested_places import missing_places, unknown_places, wanted
from sources._cube.table_key import TableKey
from sources._formats.sdmx.concept_roles import AREAS, Message
from sources._formats.sdmx.names import SdmxName
from sources._formats.sdmx.places import codes_of, place_of
from sources._formats.sdmx.status_codes import FLAGS
from sources._formats.sdmx.structure_messages import Structures
from sources._formats.sdmx.table_structure import Structure
from sources._formats.sdmx.times import sdmx_period
from sources._formats.sdmx.xml_reader import read_sdmx_xml
from sources._sdmx.answer_reader import NOTHING, read_data_answer, words_of_answer
from sources._sdmx.build_requests import (
    NO_ROWS,
    TOO_MUCH,
    available_request,
    data_request,
    newest_request,
    structure_request,
)
from sources._sdmx.existing_series import chosen_among, newest_meant, with_alone
from sources._sdmx.positional_keys import key_by_place
from sources._sdmx.providers import Provider
from sources._sdmx.series_metadata import ahead, described
from sources._text.printable_text import clean
from workbench.core.errors import Problem, ServiceError, SourceError, WrongAnswerError
from workbench.core.series import Observation
from workbench.ports import Answer, Ask, Fetch, SourceAnswer


class NoDataflowError(ServiceError):
    """The service has no dataflow of this name."""

    def __init__(self, provider: Provider, flow: SdmxName, said: str) -> None:
        words = f"there is no dataflow {clean(flow.id, 60)}" + (f" ({clean(said, 120)})" if said else "")
        super().__init__(provider.title, words, f"`workbench catalogue search` finds those of {provider.title}.")


async def answered(fetch: Fetch, provider: Provider, flow: SdmxName, key: TableKey, ask: Ask) -> SourceAnswer:
    """Fetch the figures of one series of a table.

    Raises:
        SourceError: The service refused, or its answer is not what it is known to send.
        UnknownNameError: The key names a dimension or code that the table does not have.
    """
    work = _SdmxAnswers(fetch, provider, key, ask)
    structure = await work.structure(flow)
    work.key = key = key_by_place(key, structure)
    places = work.places(structure)
    choice = await work.choice(structure, places)
    if ask.places and not places and _place_axis(structure) not in choice.fixed and _place_axis(structure):
        return work.found(structure, choice, None, None)
    answer = await work.ask_data(structure, choice, places)
    message = read_data_answer(provider, structure, answer)
    if message is None and choice.problems:
        choice, answer, message = await work.again(structure, places, choice, answer)
    if message is None:
        work.nothing(answer)
        return work.found(structure, choice, None, answer)
    settled = work.settled(message, with_alone(provider.title, structure, key, choice))
    return work.found(structure, settled, message, answer)


def _place_axis(structure: Structure) -> str:
    return next((axis.code for axis in structure.axes if axis.role is Role.PLACE), "")


@dataclass(slots=True)
class _SdmxAnswers:
    """One query, with what it has fetched so far."""

    fetch: Fetch
    provider: Provider
    key: TableKey
    ask: Ask
    answers: list[Answer] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    allowed: Mapping[str, Collection[str]] = field(default_factory=dict)

    def _take(self, answer: Answer) -> None:
        self.answers.append(answer)
        if answer.problem and answer.problem not in self.problems:
            self.problems.append(answer.problem)

    async def structure(self, flow: SdmxName) -> Structure:
        """Return the structure of the table."""
        answer = await self.fetch(structure_request(self.provider, flow))
        if answer.status == NO_ROWS:
            raise NoDataflowError(self.provider, flow, words_of_answer(answer.body))
        found = read_sdmx_xml(self.provider.title, answer.body)
        made = found.structure(flow, self.provider.places) if isinstance(found, Structures) else None
        if made is None or not made.axes:
            raise WrongAnswerError(self.provider.title, f"the structure of {clean(flow.id, 60)}", "another message")
        self._take(answer)
        self.allowed = found.available if isinstance(found, Structures) else {}
        return made.completed(self.allowed)

    def places(self, structure: Structure) -> Mapping[str, str]:
        """Return the service's codes of the requested places; unknown places become a Problem."""
        axis = next((one for one in structure.axes if one.role is Role.PLACE), None)
        if axis is None or axis.code.lower() in {name.lower() for name in self.key.fixed}:
            return {}
        codes = codes_of(axis, self.ask.places, self.provider.home, self.provider.homes)
        self.strangers = [place for place in self.ask.places if place not in codes]
        return codes

    async def choice(self, structure: Structure, places: Mapping[str, str]) -> MemberChoice:
        """Choose the member of each dimension, among those with figures where the service lists them."""
        choose(self.provider.title, structure.axes, self.key, self.ask)  # the key's members must exist in the table
        near = self._open(structure, self.allowed)
        first = choose(self.provider.title, near.axes, self.key, self.ask)
        if not first.problems or not self.provider.available:
            return first
        fixed = {axis: (code,) for axis, code in first.fixed.items() if axis.lower() in _names(self.key)}
        available = await self._available(structure, fixed | _placed(structure, places))
        return choose(self.provider.title, self._open(near, available).axes, self.key, self.ask)

    async def _available(
        self, structure: Structure, fixed: Mapping[str, Sequence[str]]
    ) -> Mapping[str, Collection[str]]:
        """Return the codes that have figures, given some fixed codes; empty where the service does not list them."""
        try:
            answer = await self.fetch(available_request(self.provider, structure, fixed))
            found = read_sdmx_xml(self.provider.title, answer.body)
        except SourceError:
            return {}  # only a better guess is lost, and the choice is reported
        if not isinstance(found, Structures) or not found.available:
            return {}
        self._take(answer)
        return found.available

    def _open(self, structure: Structure, available: Mapping[str, Collection[str]]) -> Structure:
        """Restrict the open dimensions, except the place, to some codes."""
        kept = {_place_axis(structure).lower(), *_names(self.key)}
        near = structure.narrowed({axis: codes for axis, codes in available.items() if axis.lower() not in kept})
        return replace(near, axes=tuple(newest_meant(axis) for axis in near.axes))

    async def ask_data(self, structure: Structure, choice: MemberChoice, places: Mapping[str, str]) -> Answer:
        """Fetch the figures."""
        codes = {axis: (code,) for axis, code in choice.fixed.items()} | _placed(structure, places)
        answer = await self.fetch(data_request(self.provider, structure, codes, self.ask.first, self.ask.last))
        self._take(answer)
        return answer

    async def again(
        self, structure: Structure, places: Mapping[str, str], choice: MemberChoice, answer: Answer
    ) -> tuple[MemberChoice, Answer, Message | None]:
        """Choose again among the series that exist, where the one chosen by rule has no figures."""
        named = {axis: (code,) for axis, code in choice.fixed.items() if axis.lower() in _names(self.key)}
        try:
            newest = await self._newest(structure, named | _placed(structure, places))
            there = read_data_answer(self.provider, structure, newest)
        except SourceError:
            return choice, answer, None  # the empty series is reported anyway
        found = chosen_among(self.provider.title, structure, self.key, self.ask, there.cube) if there else None
        if found is None or found.fixed == choice.fixed:
            return choice, answer, None
        self._take(newest)
        second = await self.ask_data(structure, found, places)
        return found, second, read_data_answer(self.provider, structure, second)

    async def _newest(self, structure: Structure, codes: Mapping[str, Sequence[str]]) -> Answer:
        """Fetch the newest figure of each series.

        If the service refuses for a large table (413), those of the requested years.
        """
        answer = await self.fetch(newest_request(self.provider, structure, codes))
        if answer.status != TOO_MUCH:
            return answer
        return await self.fetch(data_request(self.provider, structure, codes, self.ask.first, self.ask.last))

    def nothing(self, answer: Answer) -> None:
        """Report the service's message where it has no figures, unless it says only that."""
        said = words_of_answer(answer.body)
        if said and not NOTHING.search(said):
            message = f"it has nothing for this question, and says: {clean(said, 160)}"
            self.problems.append(
                Problem(self.provider.title, message, "Check the dimensions of the series.", "service-said")
            )

    def settled(self, message: Message, choice: MemberChoice) -> MemberChoice:
        """Choose the members of dimensions whose codes are only known from the figures."""
        left = [axis for axis in message.cube.axes if axis.code not in choice.fixed]
        more = choose(self.provider.title, left, TableKey(self.key.table), self.ask)
        return MemberChoice({**choice.fixed, **more.fixed}, (*choice.problems, *more.problems))

    def found(
        self, structure: Structure, choice: MemberChoice, message: Message | None, answer: Answer | None
    ) -> SourceAnswer:
        """Return the whole answer."""
        about = described(self.provider, self.ask.ref, structure, choice, message)
        everything: tuple[Observation, ...] = ()
        problems = [*choice.problems, *self.problems, *about.problems]
        if message and answer:
            place = "" if message.cube.of_role(Role.PLACE) else self._only_place(message)
            reading = CellReading(
                title=self.provider.title,
                flags=FLAGS,
                time=sdmx_period,
                place=self._place,
                only_place=place,
                scale=about.scale,
            )
            read = observed(message.cube, self.ask.ref, choice, reading, snapshot=answer.snapshot.id)
            everything = read.observations
            problems += [*read.problems, *ahead(self.provider, structure, everything)]
        mine, others = self._mine(everything)
        problems += [*unknown_places(self.provider.title, self.strangers), *others]
        problems += missing_places(self.provider.title, self.ask, everything, self.strangers)
        years = [one.period.start.year for one in everything if one.value is not None]
        series = replace(about.series, first=min(years, default=None), last=max(years, default=None))
        snapshots = tuple(each.snapshot for each in self.answers)
        return SourceAnswer(series, tuple(wanted(mine, self.ask)), snapshots, tuple(dict.fromkeys(problems)))

    def _place(self, member: Member) -> str:
        """Return the workbench's code of a place.

        A national office's codes are of its country or its parts: INSEE's FM is not Micronesia.
        """
        of, home = place_of(member), self.provider.home
        if not self.provider.homes:
            return of
        return home if home == of or member.code in self.provider.homes else clean(member.code, 40)

    def _only_place(self, message: Message) -> str:
        """Return the place of a table without a dimension for it: from an attribute, else the service's own."""
        said = message.attributes.get(AREAS[0], ())
        return self._place(said[0]) if len(said) == 1 else self.provider.home

    def _mine(self, everything: Sequence[Observation]) -> tuple[list[Observation], list[Problem]]:
        """Return the observations of the requested places, and a Problem about missing ones."""
        if not self.ask.places:
            return list(everything), []
        mine = [one for one in everything if one.place in self.ask.places]
        others = sorted({one.place for one in everything} - set(self.ask.places))
        if not others:
            return mine, []
        message = f"its figures are for {', '.join(others[:5])}, which was not asked for."
        return mine, [Problem(self.provider.title, message, "They were left out.", "place-not-honoured")]


def _names(key: TableKey) -> set[str]:
    return {name.lower() for name in key.fixed}


def _placed(structure: Structure, places: Mapping[str, str]) -> dict[str, Sequence[str]]:
    axis = _place_axis(structure)
    return {axis: tuple(dict.fromkeys(places.values()))} if axis and places else {}
