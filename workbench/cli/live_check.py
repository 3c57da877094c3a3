"""`doctor --live`: send each service one small request, and print differences in a form that can be passed on."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from workbench.cli.options.global_options import GlobalOptions
from workbench.core.series import ListTrial, Trial
from workbench.desk.services.live_check import Tried


def show_live(options: GlobalOptions, *, as_json: bool) -> int:
    """Query the services and print their answers; return exit code 3 where one differs from what is expected."""
    from workbench import __version__
    from workbench.cli.output.standard_streams import progress, put, write
    from workbench.core.errors import UsageError

    if options.offline:
        raise UsageError("--live asks the services, and --offline asks nobody.", "Leave one of them out.")
    with options.desk() as desk:
        with progress(quiet=options.quiet) as tell:
            tried = asyncio.run(desk.try_services(tell=tell))
        contact = desk.asks_as
    if as_json:
        for each in tried:
            put(_record(each))
        return _code(tried)
    write(
        f"workbench {__version__}, asked as {contact or 'nobody: set contact under [publisher], so that services can write to you'}"
    )
    for each in tried:
        for line in _lines(each):
            write(line)
    lists = sum(isinstance(each.trial, ListTrial) for each in tried)
    write(
        f"{sum(each.well for each in tried)} of {sum(each.trial is not None for each in tried)} answered as expected; "
        f"{lists} were asked for their lists alone, no figure of theirs being known for sure."
    )
    return _code(tried)


def _code(tried: Sequence[Tried]) -> int:
    return 3 if any(each.differs for each in tried) else 0


def _lines(each: Tried) -> list[str]:
    if each.trial is None:
        return [f"-   {each.source}: has no question to be tried by"]
    return [f"{'ok ' if each.well else '!! '} {_said(each, each.trial)}", *(f"      {why}" for why in each.differs)]


def _said(each: Tried, trial: Trial | ListTrial) -> str:
    """Describe request and answer: a figure, or the size of a list's beginning where no figure is known."""
    if isinstance(trial, Trial):
        answer = f": {each.figure} {each.unit}".rstrip() if each.figure else ""
        return f"{each.source}:{trial.key}, {trial.place} {trial.year}{answer}"
    known = f", “{trial.known}” among them" if trial.known and each.well else ""
    answer = f": {each.entries:,} {'entry' if each.entries == 1 else 'entries'}{known}" if each.entries else ""
    return f"{each.source}:{trial.key}, its list alone{answer}"


def _record(each: Tried) -> dict[str, Any]:
    return {"source": each.source, "asked": _asked(each.trial), "figure": each.figure or None,
            "unit": each.unit or None, "entries": each.entries or None, "differs": list(each.differs),
            "url": each.url or None}  # fmt: skip


def _asked(trial: Trial | ListTrial | None) -> dict[str, Any] | None:
    if isinstance(trial, Trial):
        return {"key": trial.key, "place": trial.place, "year": trial.year, "known": None}
    return {"key": trial.key, "place": None, "year": None, "known": trial.known or None} if trial else None
