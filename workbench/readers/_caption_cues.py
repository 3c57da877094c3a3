"""Parse caption files: one grammar for SubRip, WebVTT and YouTube's own format, including broken files.

Published parsers are strict, and drop the words of every invalid cue. Here the words matter, so a cue with a damaged
time keeps them under the previous time, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?"
_ARROW = re.compile(rf"\s*{_TIME}\s*-->\s*(?:{_TIME}(?=\s|\Z))?", re.ASCII)
_COMMA = re.compile(rf"\s*{_TIME}\s*,\s*{_TIME}\s*\Z", re.ASCII)
_TIMING = re.compile(r"\s*[\d:., a-z]{3,30}-->|\s*\d{1,3}:\d{1,2}:\S{1,8},\d{1,3}:\d{1,2}:\S{1,8}\s*\Z", re.ASCII)
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?=\s|\Z)")
_NUMBER = re.compile(r"\s*\d{1,9}\s*\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cue:
    """The lines shown at one time, in seconds from the beginning; their markup still in them."""

    start: float
    end: float
    lines: tuple[str, ...] = ()


@dataclass(slots=True)
class Cues:
    """The contents of a caption file.

    Attributes:
        cues: The cues with words, in the order of the file.
        head: The lines before the first cue, and comments, which are not shown.
        untimed: Number of cues with a damaged or missing time.
    """

    cues: list[Cue] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    untimed: int = 0


def read_cues(text: str) -> Cues:
    """Parse the cues of a caption file; none where the text has no time at all."""
    found, current = Cues(), Cue(0.0, 0.0)
    for block in _blocks(text):
        timing, words = block
        if timing is None:
            _untimed(found, current, words)
            continue
        times = _times(timing)
        if times is None:
            found.untimed += 1
        current = Cue(*(times or (current.start, current.end)))
        if words:
            found.cues.append(replace(current, lines=tuple(words)))
    return found


def _untimed(found: Cues, current: Cue, words: list[str]) -> None:
    """Store lines without a time: the head of the file, a comment, or words whose time is missing."""
    if not found.cues or _ASIDE.match(words[0]):
        found.head += [*words, ""]
        return
    words = words[1:] if _NUMBER.match(words[0]) else words
    if words:
        found.untimed += 1
        found.cues.append(replace(current, lines=tuple(words)))


def _blocks(text: str) -> Iterator[tuple[str | None, list[str]]]:
    """Split lines at blank ones into blocks, each with its timing line."""
    timing: str | None = None
    lines: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.strip() and not _TIMING.match(line):
            lines.append(line)
            continue
        label = [] if not line.strip() or _is_words(timing, lines) else lines[-1:]
        words = lines[: len(lines) - len(label)]
        if timing is not None or words:
            yield timing, words
        timing, lines = (line if line.strip() else None), []


def _is_words(timing: str | None, lines: Sequence[str]) -> bool:
    """Check whether the line before a timing line is speech of the previous cue, not the next cue's name."""
    return timing is not None and not (lines and _NUMBER.match(lines[-1]))


def _times(line: str) -> tuple[float, float] | None:
    """Parse start and end in seconds; a damaged end becomes the start, a damaged start gives None."""
    found = _ARROW.match(line) or _COMMA.match(line)
    if not found:
        return None
    start = _seconds(found.groups()[:4])
    whole = found[6] is not None
    return (start, _seconds(found.groups()[4:])) if whole else (start, start)


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + int((fraction or "0").ljust(3, "0")) / 1000


def time_code(seconds: float) -> str:
    """Format a time as players show it.

    >>> time_code(751.9)
    '00:12:31'
    """
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
