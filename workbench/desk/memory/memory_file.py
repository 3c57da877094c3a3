"""The memory as a file: JSON Lines, one choice per line, for people, for backups, and for other desks.

A line that is no choice is refused with its number, and the others are imported. Importing a file twice adds nothing, since a choice's
id is a hash of its content. A choice that was forgotten here stays forgotten, even if a file has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.core.errors import UsageError, printable
from workbench.core.quantity import Dimension
from workbench.core.reviewers.series_choice import Choice, ChoiceKind, ChoiceOrigin
from workbench.core.series import SeriesRef
from workbench.desk.memory.rated_series import one_line
from workbench.ports import Rejected
from workbench.report.json_records import json_text

LONGEST_LINE = 20_000
MOST = 200_000
"""Maximum number of choices in one file. A team with a hundred choices a day needs years for that."""

_LONGEST = {"words": 300, "series": 300, "title": 1_000, "place": 20, "claim": 64, "reviewer": 120, "undoes": 12}
_ID = re.compile(r"[0-9a-f]{12}")
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_LATE = timedelta(days=1)
"""Largest lead of another machine's clock."""

_SHAPE = 'Write {"kind": "picked", "words": "…", "series": "source:key", "reviewer": "…", "at": "2026-11-02T12:00:00+00:00"}.'


class NoChoiceError(UsageError):
    """A line of a file is no choice."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The line is no choice: {why}.", _SHAPE)


def choice_record(choice: Choice) -> dict[str, Any]:
    """``{"id","kind","words","series","title","dimension","place","claim","reviewer","at","through"}``, and ``undoes`` for a forgotten one."""
    record = {
        "id": choice.id, "kind": choice.kind.value, "words": choice.words, "series": str(choice.series),
        "title": choice.title, "dimension": choice.dimension.value, "place": choice.place, "claim": choice.claim,
        "reviewer": choice.reviewer, "at": choice.at.astimezone(UTC).isoformat(), "through": choice.through.value,
    }  # fmt: skip
    return record if choice.undoes is None else {**record, "undoes": choice.undoes}


def written(choices: Iterable[Choice]) -> bytes:
    """Write choices as a file."""
    return "".join(f"{json_text(choice_record(choice))}\n" for choice in choices).encode()


def read(origin: str, lines: Iterable[tuple[int, str]], now: datetime) -> Iterator[Choice | Rejected]:
    """Yield the choices of a file, in order, and refuse lines that are none; empty lines and those that begin with ``#`` are skipped.

    Raises:
        UsageError: There are more than `MOST` lines.
    """
    for count, (number, line) in enumerate((n, text.strip()) for n, text in lines):
        if count >= MOST:
            raise UsageError(f"{origin} has more than {MOST:,} lines.", "Name the right file, or split it.")
        if not line or line.startswith("#"):
            continue
        try:
            yield _choice(_object(line), now)
        except UsageError as error:
            yield Rejected(origin, number, error.message, error.hint)


def _object(line: str) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise NoChoiceError(f"it is longer than {LONGEST_LINE:,} characters")
    try:
        found = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise NoChoiceError("it is not JSON") from error
    if not isinstance(found, dict):
        raise NoChoiceError("it is JSON, but not an object")
    return found


def _choice(given: dict[str, Any], now: datetime) -> Choice:
    kind = _one_of(ChoiceKind, given, "kind", None)
    undoes = _text(given, "undoes")
    if (kind is ChoiceKind.FORGOTTEN) != bool(_ID.fullmatch(undoes)):
        raise NoChoiceError("only a forgotten choice undoes another, and it names that one's id")
    return Choice(
        kind=kind,
        words=_needed(given, "words"),
        series=SeriesRef.parse(_needed(given, "series")),
        title=_text(given, "title"),
        dimension=_one_of(Dimension, given, "dimension", Dimension.UNKNOWN),
        place=_text(given, "place") or None,
        claim=_text(given, "claim"),
        reviewer=_needed(given, "reviewer"),
        at=_moment(_needed(given, "at"), now),
        through=_one_of(ChoiceOrigin, given, "through", ChoiceOrigin.NAMED),
        undoes=undoes or None,
    )


def _needed(given: dict[str, Any], name: str) -> str:
    text = _text(given, name)
    if not text:
        raise NoChoiceError(f"it has no {name}")
    return text


def _text(given: dict[str, Any], name: str) -> str:
    """Read a field as one line without control characters."""
    value = given.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise NoChoiceError(f"its {name} is not a text")
    text = one_line(value)
    if len(text) > _LONGEST.get(name, 100):
        raise NoChoiceError(f"its {name} is longer than {_LONGEST.get(name, 100)} characters")
    return text


def _one_of(kind: Any, given: dict[str, Any], name: str, default: Any) -> Any:
    text = _text(given, name)
    if not text and default is not None:
        return default
    try:
        return kind(text)
    except ValueError as error:
        known = ", ".join(each.value for each in kind)
        raise NoChoiceError(f"its {name} is “{printable(text, 40)}”, not one of {known}") from error


def _moment(text: str, now: datetime) -> datetime:
    """Read a moment in UTC; without a zone, UTC is assumed. A future one is refused, since it would override today's choices."""
    try:
        moment = datetime.fromisoformat(text)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise NoChoiceError(f"“{printable(text, 40)}” is no moment") from error
    if not _EARLIEST <= moment <= now + _LATE:
        raise NoChoiceError(f"{moment.date().isoformat()} is no day on which it can have been made")
    return moment
