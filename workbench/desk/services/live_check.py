"""Sends each service one small request and reports how the answer differs from what its adapter expects.

Adapters are written from documentation and recorded answers. With network access, one command shows which services still answer in
that way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.errors import UsageError, WorkbenchError
from workbench.core.evidence import Snapshot
from workbench.core.number import exact
from workbench.core.series import ListTrial, Observation, SeriesRef, SourceInfo, Trial
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.services.repeated_request import asked
from workbench.ports import Ask, Fetch, ListsServices, Progress, ServiceList, SourceAnswer, StatSource, Tell

NAMED_SEPARATELY = frozenset(
    {"figure-twice", "bad-cell", "bad-row", "no-figures", "unknown-place", "place-not-honoured"}
)
"""Kinds of problems that count as unexpected in an answer to so small a request."""

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """A service's answer to one small request.

    Attributes:
        source: Its name; ``source:service`` for one of several services of a source that has no trial.
        trial: The request with its known answer; None for a service that has none.
        figure: The figure, with the scale applied; empty where none came, or none was requested.
        unit: The unit of the answer.
        entries: The number of entries at the beginning of its list; 0 where no list came, or none was requested.
        differs: The unexpected differences, one sentence each; empty where all is as expected.
        url: The address of the last request.
    """

    source: str
    trial: Trial | ListTrial | None
    figure: str = ""
    unit: str = ""
    entries: int = 0
    differs: tuple[str, ...] = ()
    url: str = ""

    @property
    def well(self) -> bool:
        """Whether the service answered as expected."""
        return self.trial is not None and not self.differs


async def try_services(ports: DeskPorts, names: Sequence[str], tell: Tell) -> Sequence[Tried]:
    """Try the named services, or all, in parallel; requests to one service are sent one after another."""
    sources = [ports.sources[name] for name in names or tuple(ports.sources)]
    found = await asyncio.gather(*(_try_one(ports, source, tell) for source in sources))
    return [tried for each in found for tried in each]


async def _try_one(ports: DeskPorts, source: StatSource, tell: Tell) -> list[Tried]:
    """Try the services of one source in parallel, so that one without an answer does not delay the others."""
    info = source.info
    services: dict[str, list[Trial | ListTrial]] = {}
    for trial in info.trials:
        services.setdefault(trial.key.partition("/")[0] if info.services else info.name, []).append(trial)
    found = await asyncio.gather(*(_try_in_turn(ports, source, trials, tell) for trials in services.values()))
    without = [Tried(name if name == info.name else f"{info.name}:{name}", None) for name in info.untried]
    return [*(tried for each in found for tried in each), *without]


async def _try_in_turn(
    ports: DeskPorts, source: StatSource, trials: Sequence[Trial | ListTrial], tell: Tell
) -> list[Tried]:
    return [await _tried(ports, source, trial, tell) for trial in trials]


async def _tried(ports: DeskPorts, source: StatSource, trial: Trial | ListTrial, tell: Tell) -> Tried:
    info = source.info
    tell(Progress(info.title, says=trial.key))
    try:
        tried = await asked(lambda fetch: _answered(source, trial, fetch), ports.fetch, fresh=True)
    except WorkbenchError as error:
        tell(Progress(info.title, state="failed", says=error.message))
        return Tried(info.name, trial, differs=(error.message,))
    tell(Progress(info.title, done=1, of=1, state="done"))
    return tried


async def _answered(source: StatSource, trial: Trial | ListTrial, fetch: Fetch) -> Tried:
    if isinstance(trial, Trial):
        ask = Ask(SeriesRef(source.info.name, trial.key), (trial.place,), trial.year, trial.year)
        return compared(source.info, trial, await source.observations(fetch, ask))
    if not isinstance(source, ListsServices):
        raise UsageError(f"{source.info.title} has no lists of its services.", "Try it by a figure: write a Trial.")
    return listed(source.info, trial, await source.service_list(fetch, trial.key))


def compared(info: SourceInfo, trial: Trial, found: SourceAnswer) -> Tried:
    """Compare an answer with the expected one.

    Args:
        info: The service.
        trial: The request with its known answer.
        found: The answer.
    """
    mine = [one for one in found.observations if one.place == trial.place and one.period.start.year == trial.year]
    differs = [*_of_figures(trial, mine), *_of_unit(trial, found), *_of_addresses(found.snapshots)]
    differs += [f"It tells: {each.message}" for each in found.problems if each.kind in NAMED_SEPARATELY]
    figures = [one.value for one in mine if one.value is not None]
    url = found.snapshots[-1].url if found.snapshots else info.url
    figure = exact(figures[0]) if figures else ""
    return Tried(info.name, trial, figure, str(found.series.unit), differs=tuple(differs), url=url)


def listed(info: SourceInfo, trial: ListTrial, found: ServiceList) -> Tried:
    """Compare a list with the expected one.

    Args:
        info: The source that the service belongs to.
        trial: The request with the known entry.
        found: The list.
    """
    there = trial.known.casefold() in {one.casefold() for one in found.entries}
    some = ", ".join(found.entries[:_SHOWN])
    differs = [] if there or not trial.known else [f"Its list does not have “{trial.known}”; it begins with {some}."]
    differs += [*_of_addresses([found.snapshot]), *(f"It tells: {each.message}" for each in found.problems)]
    return Tried(info.name, trial, entries=len(found.entries), differs=tuple(differs), url=found.snapshot.url)


def _of_addresses(snapshots: Sequence[Snapshot]) -> list[str]:
    """Report redirects: a service that redirects to another address has moved, or will soon."""
    moved = dict.fromkeys(one.header("content-location") for one in snapshots)
    return [f"It sent the question on to {there}." for there in moved if there]


def _of_figures(trial: Trial, mine: Sequence[Observation]) -> list[str]:
    figures = [one.value for one in mine if one.value is not None]
    if not figures:
        return [f"No figure came for {trial.place} in {trial.year}."]
    far = [value for value in figures if not trial.low <= value <= trial.high]
    if far:
        return [f"The figure is {exact(far[0])}, and was expected from {exact(trial.low)} to {exact(trial.high)}."]
    return []


def _of_unit(trial: Trial, found: SourceAnswer) -> list[str]:
    unit = found.series.unit.name
    return (
        [f"The unit is “{unit}”, and was expected to be “{trial.unit}”."] if trial.unit and unit != trial.unit else []
    )
