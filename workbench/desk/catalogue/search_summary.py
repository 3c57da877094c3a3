"""The summary of a search: how many of the titles that were searched are usable, and whose lists those were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from workbench.core.claim import Claim
from workbench.desk.catalogue.background_update import only_starter_lists
from workbench.desk.desk_ports import DeskPorts

WHOLE_LISTS = "Only starter lists were searched: `workbench catalogue update` pulls the services' whole lists."
"""Message shown until a service's list has been downloaded to this machine."""

_USABLE_OF = " usable of "
"""The text between the two numbers where something was found."""


def search_summary(ports: DeskPorts, claim: Claim, usable: int) -> str:
    """Summarise a search. "Nothing found" is an outcome of its own, and does not mean "false".

    Args:
        ports: The parts of the desk.
        claim: The claim that was searched for.
        usable: How many of the candidates are usable.
    """
    counts = ports.catalogue.counts()
    titles = _titles(sum(n for n, _ in counts.values()))
    lists = ", ".join(lists_searched(counts))
    more = f" {WHOLE_LISTS}" if only_starter_lists(ports) else ""
    if usable:
        return f"{usable}{_USABLE_OF}{titles} searched: {lists}.{more}"
    what = claim.measure or claim.quote
    return f"No official series found for “{what}” among {titles}: {lists}. This says nothing about whether it is true.{more}"


def recounted(summary: str, usable: int) -> str:
    """Update the number of usable candidates in a summary after a choice; a summary of nothing found stays as it is.

    >>> recounted("3 usable of 90 titles searched: unhcr (90 titles, starter list).", 2)
    '2 usable of 90 titles searched: unhcr (90 titles, starter list).'
    """
    before, found, titles = summary.partition(_USABLE_OF)
    return f"{usable}{found}{titles}" if found and before.isdecimal() else summary


def lists_searched(counts: Mapping[str, tuple[int, date | None]]) -> Iterator[str]:
    """Yield the lists that were searched: each downloaded list with its name and date, the starter lists together."""
    starters = {name: n for name, (n, day) in sorted(counts.items()) if day is None}
    for name, (n, day) in sorted(counts.items()):
        if day is not None:
            yield f"{name} ({_titles(n)}, list of {day.isoformat()})"
    if len(starters) > 1:
        yield f"the starter lists of {len(starters)} services ({_titles(sum(starters.values()))})"
    else:
        yield from (f"{name} ({_titles(n)}, starter list)" for name, n in starters.items())


def _titles(number: int) -> str:
    return "1 title" if number == 1 else f"{number:,} titles"
