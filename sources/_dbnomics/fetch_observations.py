"""Query DBnomics for a series by its name, or for the series of a dataset that answer for some places.

The codes of a dataset, and which of them exist together, are only known from its answer. For a series by name, a
Problem reports when it is of another place than requested.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from urllib.parse import quote

from sources._cube.cube import Axis, Cube, Role
from sources._cube.existing_combinations import choose_there
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.observations import CellReading, observed
from sources._cube.requested_places import missing_places, unknown_places, wanted
from sources._cube.table_key import TableKey
from sources._dbnomics.answer_reader import (
    NAME,
    TITLE,
    DbnomicsAnswer,
    DbnomicsDataset,
    Doc,
    cube_of,
    dataset_of,
    errors_of,
    read_series,
)
from sources._dbnomics.catalogue_list import BASE
from sources._dbnomics.providers import HOMES
from sources._dbnomics.series_metadata import lags, series_of, unit_of
from sources._formats.sdmx.places import codes_of, place_of
from sources._formats.sdmx.status_codes import FLAGS
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from workbench.core.errors import Problem, ServiceError, UsageError, WrongAnswerError
from workbench.core.place import place_name
from workbench.core.series import Observation
from workbench.ports import Answer, Ask, Fetch, Request, SourceAnswer

_MOST = 1000
_A_WEEK = timedelta(days=7)
_ERRORS = (400, 404)


class BadNameError(UsageError):
    """The name of a series lacks its publisher or dataset."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{clean(key, 80)} names no series of DBnomics.",
            "Write dbnomics:PROVIDER/DATASET/SERIES, or PROVIDER/DATASET?dimension=code.",
        )


@dataclass(slots=True)
class DbnomicsQuestion:
    """One query, with what it has fetched so far."""

    fetch: Fetch
    ask: Ask
    provider: str
    code: str
    answers: list[Answer] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    async def series(self, code: str) -> SourceAnswer:
        """Fetch the figures of one series by its name."""
        read, answer = await self._asked((self.provider, self.code, code))
        return self._found(TableKey(self.ask.ref.key), cube_of(read.docs, read.dataset), read, answer)

    async def dataset(self, key: TableKey) -> SourceAnswer:
        """Fetch the series of a dataset that the key, the places and the claim's words select."""
        about = await self._about()
        places = self._places(about.axes, key)
        choice = choose(TITLE, about.axes, key, self.ask)
        if places and not any(places.values()):  # without a place, the service would send all
            return self._found(key, cube_of((), about), DbnomicsAnswer((), 0, about, ()), self.answers[-1])
        read, answer = await self._asked((self.provider, self.code), _dimensions(choice.fixed, places))
        if not read.docs and choice.problems:
            choice = await self._among(about, key, places, choice)
            read, answer = await self._asked((self.provider, self.code), _dimensions(choice.fixed, places))
        self.problems[:0] = choice.problems
        read = replace(read, dataset=replace(about, provider=read.dataset.provider, terms=read.dataset.terms))
        named = TableKey(key.table, choice.fixed) if read.docs else key
        return self._found(named, cube_of(read.docs, about), read, answer)

    async def _among(
        self, about: DbnomicsDataset, key: TableKey, places: Mapping[str, Sequence[str]], first: MemberChoice
    ) -> MemberChoice:
        """Choose among the existing series, where the first choice does not exist."""
        by_name = {axis.lower(): axis for axis in first.fixed}
        named = {by_name[name.lower()]: first.fixed[by_name[name.lower()]] for name in key.fixed}
        there, _ = await self._asked((self.provider, self.code), _dimensions(named, places), figures=False)
        return choose_there(TITLE, about.axes, key, self.ask, [doc.dimensions for doc in there.docs])

    async def _about(self) -> DbnomicsDataset:
        path = "/".join(quote(part, safe="") for part in (self.provider, self.code))
        request = Request(f"{BASE}datasets/{path}", source=NAME, reads_errors=_ERRORS, max_age=_A_WEEK)
        answer = await self.fetch(request)
        tree = read_json(TITLE, answer.body)
        if said := errors_of(tree) or ("" if answer.status < 400 else f"HTTP {answer.status}"):
            raise ServiceError(TITLE, said)
        about = dataset_of(tree) if isinstance(tree, dict) else DbnomicsDataset()
        if not about.axes:
            raise WrongAnswerError(TITLE, "a dataset", "JSON of another shape")
        self._take(answer)
        return replace(about, code=about.code or self.code)

    async def _asked(
        self, path: Sequence[str], dimensions: Mapping[str, Sequence[str]] | None = None, *, figures: bool = True
    ) -> tuple[DbnomicsAnswer, Answer]:
        params = [("observations", "1")] if figures else []
        if dimensions is not None:
            params += [("dimensions", json.dumps(dimensions, sort_keys=True, separators=(",", ":")))]
            params += [("limit", str(_MOST)), ("offset", "0")]
        url = BASE + "series/" + "/".join(quote(part, safe="") for part in path)
        request = Request(url, tuple(params), source=NAME, reads_errors=_ERRORS, fails=_tells_error)
        answer = await self.fetch(request)
        read = read_series(answer.body)
        self._take(answer)
        if read.found > len(read.docs) and figures:
            message = f"{read.found:,} series answer, of which {len(read.docs):,} were read."
            self.problems.append(Problem(TITLE, message, "Name the series more closely.", "too-many"))
        self.problems += [one for one in read.problems if one not in self.problems]
        return replace(read, dataset=replace(read.dataset, code=read.dataset.code or self.code)), answer

    def _take(self, answer: Answer) -> None:
        self.answers.append(answer)
        if answer.problem and answer.problem not in self.problems:
            self.problems.append(answer.problem)

    def _places(self, axes: Sequence[Axis], key: TableKey) -> Mapping[str, Sequence[str]]:
        axis = next((one for one in axes if one.role is Role.PLACE), None)
        if axis is None or axis.code.lower() in {name.lower() for name in key.fixed} or not self.ask.places:
            return {}
        codes = codes_of(axis, self.ask.places)
        self.strangers = [place for place in self.ask.places if place not in codes]
        return {axis.code: tuple(dict.fromkeys(codes.values()))}

    def _found(self, key: TableKey, cube: Cube, read: DbnomicsAnswer, answer: Answer) -> SourceAnswer:
        """Return the whole answer."""
        choice = MemberChoice({axis: code for axis, code in key.fixed.items() if cube.axis(axis)})
        doc = _general(read.docs)
        unit = unit_of(cube.axes, _settled(cube, choice), doc.name if doc and doc.name else cube.title)
        home = "" if cube.of_role(Role.PLACE) else HOMES.get(self.provider, "WLD")
        reading = CellReading(title=TITLE, flags=FLAGS, place=place_of, only_place=home, scale=unit.scale)
        got = observed(cube, self.ask.ref, choice, reading, snapshot=answer.snapshot.id)
        mine = [one for one in got.observations if not self.ask.places or one.place in self.ask.places]
        self.problems += [*got.problems, *_others(self.ask, got.observations), *unknown_places(TITLE, self.strangers)]
        self.problems += missing_places(TITLE, self.ask, mine, self.strangers)
        self.problems += lags(read.dataset, doc, answer.snapshot.fetched.date()) if doc else ()
        series = series_of(self.ask.ref, self.provider, read.dataset, doc, unit)
        snapshots = tuple(one.snapshot for one in self.answers)
        return SourceAnswer(series, tuple(wanted(mine, self.ask)), snapshots, tuple(dict.fromkeys(self.problems)))


def _dimensions(fixed: Mapping[str, str], places: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {axis: [code] for axis, code in fixed.items()} | {
        axis: list(codes) for axis, codes in places.items() if codes
    }


def _general(docs: Sequence[Doc]) -> Doc | None:
    """Return the series; for several places, with only what their series have in common."""
    if len(docs) < 2:
        return docs[0] if docs else None
    oldest = min((doc.indexed for doc in docs if doc.indexed), default=None)
    return replace(docs[0], name="", code="", indexed=oldest)


def _settled(cube: Cube, choice: MemberChoice) -> Mapping[str, str]:
    """Return the chosen members, and the only member of each other dimension with a single one."""
    alone = {axis.code: axis.members[0].code for axis in cube.axes if len(axis.members) == 1}
    return {**alone, **choice.fixed}


def _others(ask: Ask, everything: Sequence[Observation]) -> list[Problem]:
    """Return a Problem where a series by name is of another place than requested."""
    others = sorted({one.place for one in everything} - set(ask.places)) if ask.places else []
    if not others:
        return []
    names = ", ".join(place_name(place) for place in others[:5])
    message = f"its figures are for {names}, which was not asked for."
    return [Problem(TITLE, message, "They were left out.", "place-not-honoured")]


def _tells_error(body: bytes) -> bool:
    """Check, by its first letters, whether a body with a success status holds an error."""
    return b'"errors":[{' in body[:4000].replace(b" ", b"").replace(b"\n", b"") and b'"docs":[{' not in body[
        :100_000
    ].replace(b" ", b"")
