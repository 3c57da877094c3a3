"""Read decisions as JSON Lines and answer each in a line, for rate, defer, dismiss and edit."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

from workbench.core.errors import UsageError, WorkbenchError

if TYPE_CHECKING:
    from workbench.desk import Desk

Record = dict[str, Any]


Decide = Callable[[Sequence[Record]], Sequence[Record | WorkbenchError]]
"""Function that answers some records in one transaction; the answer to an invalid one is its error."""

AT_ONCE = 100
"""Most records in one transaction."""

PATIENCE = 0.02
"""Seconds to wait for one more line; short, since a program may write one line and wait for its answer."""


def decide_records(decide: Decide, keys: Collection[str] = ()) -> int:
    """Answer each line of stdin, in order; an invalid one with its number and its error.

    A hundred lines make one transaction, or fewer where no more arrive at once. An answered decision is on disk.

    Args:
        decide: Answers some records.
        keys: The keys of a record that are used; an answer names the others under ``unused``. Empty where all are.

    Returns:
        0 where every line was stored, 2 where one was not; the others are stored in both cases.
    """
    from workbench.cli.output.standard_streams import put

    gc.freeze()  # objects loaded so far stay: the garbage collector need not scan them again
    failed = False
    for lines in _together(sys.stdin):
        read = [(number, _read(line)) for number, line in lines]
        answers = iter(decide([record for _, record in read if not isinstance(record, WorkbenchError)]))
        for number, record in read:
            answer = record if isinstance(record, WorkbenchError) else next(answers)
            if isinstance(answer, WorkbenchError):
                failed = True
                answer = {"line": number, "error": answer.message, "hint": answer.hint}
            put({**answer, **_unused(record, keys)})
    return 2 if failed else 0


def _unused(record: Record | WorkbenchError, keys: Collection[str]) -> Record:
    """Name the keys of a record that nothing uses, so that a mistyped "notes" is not lost without a word."""
    if isinstance(record, WorkbenchError) or not keys:
        return {}
    others = [key for key in record if key != "claim" and key not in keys]
    return {"unused": others} if others else {}


def one_by_one(desk: Desk, decide: Callable[[Record], Record]) -> Decide:
    """Apply a function to each record in one transaction; a failed record is undone, and the others are stored."""

    def answers(records: Sequence[Record]) -> Sequence[Record | WorkbenchError]:
        with desk.together(str(record.get("claim", "")) for record in records):
            return [_answer(decide, record) for record in records]

    return answers


def _answer(decide: Callable[[Record], Record], record: Record) -> Record | WorkbenchError:
    try:
        return decide(record)
    except WorkbenchError as error:
        return error


def _together(lines: Iterable[str]) -> Iterator[list[tuple[int, str]]]:
    """Yield batches of non-empty lines with their numbers, as many as arrive together."""
    coming: Queue[tuple[int, str] | None] = Queue(maxsize=10 * AT_ONCE)
    Thread(target=_listen, args=(lines, coming), daemon=True).start()
    while (first := coming.get()) is not None:
        some, last = [first], False
        while len(some) < AT_ONCE and not last:
            try:
                one = coming.get(timeout=PATIENCE)
            except Empty:
                break
            last = one is None
            some += [one] if one is not None else []
        yield some
        if last:
            return


def _listen(lines: Iterable[str], coming: Queue[tuple[int, str] | None]) -> None:
    try:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                coming.put((number, line))
    finally:
        coming.put(None)


def _read(line: str) -> Record | WorkbenchError:
    try:
        return _record(line)
    except WorkbenchError as error:
        return error


def _record(line: str) -> Record:
    try:
        read = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UsageError("This line is no JSON object.", "Write one object a line.") from error
    if not isinstance(read, dict) or not isinstance(read.get("claim"), str) or not read["claim"]:
        raise UsageError("A record names its claim.", 'Write {"claim": ID, …}.')
    return read


def words(record: Record, key: str, otherwise: str = "") -> str:
    """Return a value of a record as text. Raises UsageError for other types."""
    value = record.get(key)
    if value is None:
        return otherwise
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        raise UsageError(f"“{key}” is no text.", f'Write {{"claim": ID, "{key}": "…"}}.')
    return str(value)


def need_either(claims: object, *, records: bool, example: str) -> None:
    """Check that either claims are named or records are read, not both. Raises UsageError."""
    if records == bool(claims):
        raise UsageError("Name a claim, or give --records.", example)
