"""The status of a figure by a service's flag; of several letters in one flag the gravest counts, and a note names the others."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.core.series import Status

_GRAVITY = (
    Status.SUPPRESSED,
    Status.MISSING,
    Status.BREAK,
    Status.FORECAST,
    Status.ESTIMATED,
    Status.PROVISIONAL,
    Status.FINAL,
)


def status_of(flag: str, flags: Mapping[str, Status]) -> Status:
    """Return the status of a service's mark; of several letters the gravest.

    >>> status_of("bp", {"b": Status.BREAK, "p": Status.PROVISIONAL}).value
    'break'
    """
    return min(_statuses(flag, flags), key=_GRAVITY.index, default=Status.FINAL)


def also_marked(flag: str, flags: Mapping[str, Status]) -> str:
    """Return the note about the other letters of a flag; empty where it has none.

    >>> also_marked("bp", {"b": Status.BREAK, "p": Status.PROVISIONAL})
    'also marked provisional'
    """
    others = sorted({*_statuses(flag, flags)} - {status_of(flag, flags), Status.FINAL}, key=_GRAVITY.index)
    return f"also marked {', '.join(status.value for status in others)}" if others else ""


def _statuses(flag: str, flags: Mapping[str, Status]) -> list[Status]:
    mark = flag.strip()
    if mark in flags:
        return [flags[mark]]
    return [flags[letter] for letter in mark if letter in flags]
