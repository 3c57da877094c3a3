"""`doctor --live`: each service is asked one small question, and what differs is printed so that it can be passed on."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from workbench.cli.options.context import GlobalOptions
from workbench.desk.services.live_check import Tried


def show_live(options: GlobalOptions, *, as_json: bool) -> int:
    """Asks the services and prints what they answered; exit code 3 where one answers otherwise than expected."""
    from workbench import __version__
    from workbench.cli.output.output import progress, put, write
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
    write(
        f"{sum(each.well for each in tried)} of {sum(each.trial is not None for each in tried)} answered as expected."
    )
    return _code(tried)


def _code(tried: Sequence[Tried]) -> int:
    return 3 if any(each.differs for each in tried) else 0


def _lines(each: Tried) -> list[str]:
    if each.trial is None:
        return [f"-   {each.source}: has no question to be tried by"]
    asked = f"{each.source}:{each.trial.key}, {each.trial.place} {each.trial.year}"
    answer = f": {each.figure} {each.unit}".rstrip() if each.figure else ""
    return [f"{'ok ' if each.well else '!! '} {asked}{answer}", *(f"      {why}" for why in each.differs)]


def _record(each: Tried) -> dict[str, Any]:
    trial = each.trial
    question = {"key": trial.key, "place": trial.place, "year": trial.year} if trial else None
    return {"source": each.source, "asked": question, "figure": each.figure or None, "unit": each.unit or None,
            "differs": list(each.differs), "url": each.url or None}  # fmt: skip
