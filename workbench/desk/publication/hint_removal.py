"""Removes hints for the person at the desk from a claim, since readers of a report have no workbench to run.

What happened stays (a source did not answer, a figure came from the archive). What to do about it, and any sentence that names a
command or an option of ours, is removed. Claims are stored with both, so that screens and the desk's own formats still show it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from workbench.compare.judging.source_notices import WHAT_TO_DO
from workbench.core.changed_copy import changed_copy
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.report import Entry
from workbench.core.series import Series

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_COMMAND = re.compile(r"`workbench\b|(?<![\w-])--[a-z]{2,}")


def without_hints(entry: Entry) -> Entry:
    """Remove the hints from a claim; the same object where there are none."""
    changed = _differing(
        entry,
        findings=tuple(_finding(each) for each in entry.findings),
        problems=tuple(_problem(each) for each in entry.problems),
        searched=without_commands(entry.searched),
    )
    return changed_copy(entry, **changed) if changed else entry


def without_commands(words: str) -> str:
    """Remove from the machine's words the sentences that name a command or an option of ours.

    >>> without_commands("None found among 9 titles. Only starter lists were searched: `workbench catalogue update` pulls all.")
    'None found among 9 titles.'
    """
    if "`" not in words and "--" not in words:
        return words
    return " ".join(each for each in _SENTENCE.split(words) if not _COMMAND.search(each))


def _finding(finding: Finding) -> Finding:
    cautions = (changed_copy(each, says=without_commands(each.says)) for each in finding.caveats)
    changed = _differing(
        finding,
        notes=tuple(_problem(each) for each in finding.notes if each.kind != WHAT_TO_DO),
        caveats=tuple(each for each in cautions if each.says),
        series=_series(finding.series),
    )
    return changed_copy(finding, **changed) if changed else finding


def _problem(problem: Problem) -> Problem:
    return replace(problem, hint="") if problem.hint else problem


def _series(series: Series | None) -> Series | None:
    if series is None or not any(map(_COMMAND.search, series.notes)):
        return series
    return replace(series, notes=tuple(said for each in series.notes if (said := without_commands(each))))


def _differing(noun: Entry | Finding, **new: Any) -> dict[str, Any]:
    """Select the new values that differ from the noun's own."""
    return {name: value for name, value in new.items() if value != getattr(noun, name)}
