"""Asks each service one small question and says what of the answer differs from what its adapter expects.

Adapters are written by documentation and by recorded answers. Whoever has the network can tell by one command, and one paste,
which services still answer so.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.errors import WorkbenchError
from workbench.core.number import exact
from workbench.core.series import Observation, SeriesRef, SourceInfo, Trial
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.services.repeated_request import asked
from workbench.ports import Ask, Found, Progress, StatSource, Tell

TOLD_APART = frozenset({"figure-twice", "bad-cell", "bad-row", "no-figures", "unknown-place", "place-not-honoured"})
"""Kinds of problems by which an answer differs from what is expected of so small a question."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a service answered to one small question.

    Attributes:
        source: Its name.
        trial: The question; None for a source that has none.
        figure: The figure, scale spelt out; empty where none came.
        unit: The unit of the answer.
        differs: What is otherwise than expected, a sentence each; none where all is as expected.
        url: The address that was asked last.
    """

    source: str
    trial: Trial | None
    figure: str = ""
    unit: str = ""
    differs: tuple[str, ...] = ()
    url: str = ""

    @property
    def well(self) -> bool:
        """Whether the service answered as expected."""
        return self.trial is not None and not self.differs


async def try_services(ports: DeskPorts, names: Sequence[str], tell: Tell) -> Sequence[Tried]:
    """Asks the named services, or all, side by side; the questions to one service go one after another."""
    sources = [ports.sources[name] for name in names or tuple(ports.sources)]
    found = await asyncio.gather(*(_try_one(ports, source, tell) for source in sources))
    return [tried for each in found for tried in each]


async def _try_one(ports: DeskPorts, source: StatSource, tell: Tell) -> list[Tried]:
    if not source.info.trials:
        return [Tried(source.info.name, None)]
    return [await _tried(ports, source, trial, tell) for trial in source.info.trials]


async def _tried(ports: DeskPorts, source: StatSource, trial: Trial, tell: Tell) -> Tried:
    info = source.info
    tell(Progress(info.title, says=trial.key))
    ask = Ask(SeriesRef(info.name, trial.key), (trial.place,), trial.year, trial.year)
    try:
        found = await asked(lambda fetch: source.observations(fetch, ask), ports.fetch, fresh=True)
    except WorkbenchError as error:
        tell(Progress(info.title, state="failed", says=error.message))
        return Tried(info.name, trial, differs=(error.message,))
    tell(Progress(info.title, done=1, of=1, state="done"))
    return compared(info, trial, found)


def compared(info: SourceInfo, trial: Trial, found: Found) -> Tried:
    """What of an answer differs from what is expected.

    Args:
        info: The service.
        trial: The question with the answer that is known.
        found: The answer.
    """
    mine = [one for one in found.observations if one.place == trial.place and one.period.start.year == trial.year]
    differs = [*_of_figures(trial, mine), *_of_unit(trial, found)]
    differs += [f"It tells: {each.message}" for each in found.problems if each.kind in TOLD_APART]
    figures = [one.value for one in mine if one.value is not None]
    url = found.snapshots[-1].url if found.snapshots else info.url
    return Tried(info.name, trial, exact(figures[0]) if figures else "", str(found.series.unit), tuple(differs), url)


def _of_figures(trial: Trial, mine: Sequence[Observation]) -> list[str]:
    figures = [one.value for one in mine if one.value is not None]
    if not figures:
        return [f"No figure came for {trial.place} in {trial.year}."]
    far = [value for value in figures if not trial.low <= value <= trial.high]
    if far:
        return [f"The figure is {exact(far[0])}, and was expected from {exact(trial.low)} to {exact(trial.high)}."]
    return []


def _of_unit(trial: Trial, found: Found) -> list[str]:
    unit = found.series.unit.name
    return (
        [f"The unit is “{unit}”, and was expected to be “{trial.unit}”."] if trial.unit and unit != trial.unit else []
    )
