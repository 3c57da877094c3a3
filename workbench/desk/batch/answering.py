"""Answers lines in order, each as soon as possible; with several processes where requested."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from workbench.core.errors import WorkbenchError
from workbench.desk.batch.record import Answer, Json, parse_object, record_from
from workbench.report.json_records import json_text

CHUNK = 64
"""Lines in a task of a worker process."""

CHUNK_BYTES = 1_000_000
"""Bytes of text in a task of a worker process, where lines are long."""

Numbered = tuple[int, bytes]
"""A line number and its line."""


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """The answer to one line, or to several lines together.

    Attributes:
        lines: The output lines in UTF-8, each with its line end.
        bad: How many input lines were no records.
        failed: The failures of sources, where any was asked.
    """

    lines: bytes
    bad: int = 0
    failed: tuple[str, ...] = ()


def answered(lines: Iterable[Numbered], answer: Answer, jobs: int) -> Generator[RecordAnswer, None, None]:
    """Yield the answers in order of input, line by line, or, from several processes, some lines at a time."""
    if jobs <= 1:
        for number, line in lines:
            yield answer_line(number, line, answer)
        return
    from workbench.desk.importing.worker_pool import run_in_pool

    for _, answers in run_in_pool(partial(_answer_chunk, answer=answer), _chunks(lines), jobs):
        yield answers


def _chunks(lines: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    """Split lines into tasks for a process: several lines, but of limited size."""
    chunk: list[Numbered] = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line[1])
        if len(chunk) >= CHUNK or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _answer_chunk(chunk: list[Numbered], answer: Answer) -> RecordAnswer:
    """Answer some lines as one piece of text, which the main process only has to write."""
    each = [answer_line(number, line, answer) for number, line in chunk]
    failed = dict.fromkeys(failure for one in each for failure in one.failed)
    return RecordAnswer(b"".join(one.lines for one in each), sum(one.bad for one in each), tuple(failed))


def answer_line(number: int, line: bytes, answer: Answer) -> RecordAnswer:
    """Answer one line. A line that is no record gets an error record, and the run continues."""
    key: Json = {"line": number}
    try:
        fields = parse_object(line)
        if isinstance(fields.get("id"), str):
            key = {"id": fields["id"]}
        given = answer(record_from(fields))
    except WorkbenchError as error:
        return RecordAnswer(_line({**key, "error": {"message": error.message, "hint": error.hint}}), bad=1)
    return RecordAnswer(_line(given), failed=_failures(given))


def _line(given: Json) -> bytes:
    return json_text(given).encode() + b"\n"


def _failures(given: Json) -> tuple[str, ...]:
    """Return the sentences of the sources that failed."""
    found = (p for p in given.get("problems", ()) if p["kind"] == "source-failed")
    return tuple(f"{p['where']}: {p['message']} {p['hint']}".rstrip() for p in found)
