"""Records: JSON Lines in, one JSON object a line out, in order, as a stream of constant memory."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from workbench.core.errors import BadRecordError, MissingFileError, WorkbenchError
from workbench.core.records import json_text

LONGEST = 32_000_000
"""A line beyond this many bytes is no record; it is passed over, not kept."""

CHUNK = 64
AHEAD = 4

Json = dict[str, Any]
Answer = Callable[["Record"], Json]


@dataclass(frozen=True, slots=True)
class Record:
    """One text to work on, as the contract says."""

    id: str
    text: str
    date: date | None = None
    place: str | None = None
    speaker: str | None = None
    language: str | None = None


def run_records(paths: list[Path], answer: Answer, jobs: int = 1) -> int:
    """Answers every record; gives how many were no records."""
    bad = 0
    for line, failed in answered(lines_of(paths), answer, jobs):
        bad += failed
        sys.stdout.write(line)
        sys.stdout.flush()
    return bad


def answered(lines: Iterable[tuple[int, bytes]], answer: Answer, jobs: int) -> Iterator[tuple[str, bool]]:
    """Each line's answer and whether it was an error, in order of input."""
    if jobs <= 1:
        for number, line in lines:
            yield answer_line(number, line, answer)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[tuple[str, bool]]]] = deque()
        chunks = _chunks(lines)
        for chunk in chunks:
            waiting.append(pool.submit(_answer_chunk, chunk, answer))
            if len(waiting) >= jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunks(lines: Iterable[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    rest = iter(lines)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _answer_chunk(chunk: list[tuple[int, bytes]], answer: Answer) -> list[tuple[str, bool]]:
    return [answer_line(number, line, answer) for number, line in chunk]


def answer_line(number: int, line: bytes, answer: Answer) -> tuple[str, bool]:
    """One line's answer; a line that is no record gets an error in its place, and the run goes on."""
    key: Json = {"line": number}
    try:
        fields = parse_object(line)
        if isinstance(fields.get("id"), str):
            key = {"id": fields["id"]}
        return json_text(answer(_record(fields))) + "\n", False
    except WorkbenchError as error:
        return json_text({**key, "error": {"message": error.message, "hint": error.hint}}) + "\n", True


def lines_of(paths: list[Path]) -> Iterator[tuple[int, bytes]]:
    """The lines of the files named, or of stdin, numbered on from 1; blank ones are passed over."""
    number = 0
    for stream in _streams(paths):
        while line := stream.readline(LONGEST):
            number += 1
            if len(line) >= LONGEST:
                _skip_rest(stream)
            if line.strip():
                yield number, line


def _streams(paths: list[Path]) -> Iterator[Any]:
    if not paths:
        yield sys.stdin.buffer
    for path in paths:
        try:
            with path.open("rb") as file:
                yield file
        except OSError as error:
            raise MissingFileError(path, error.strerror or "It cannot be read") from error


def _skip_rest(stream: Any) -> None:
    while (more := stream.readline(LONGEST)) and not more.endswith(b"\n"):
        pass


def parse_object(line: bytes) -> Json:
    """The JSON object on a line. Raises BadRecordError."""
    if len(line) >= LONGEST:
        raise BadRecordError(
            f"The line is longer than {LONGEST // 1_000_000} MB.", "Split the text into several records."
        )
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadRecordError("The line is not UTF-8.", "Save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise BadRecordError(f"The line is not JSON: {error}.", "One JSON object a line.") from error
    if not isinstance(fields, dict):
        raise BadRecordError("The line is JSON but no object.", 'Write {"id": "…", "text": "…"}.')
    return fields


def _record(fields: Json) -> Record:
    for name in ("id", "text"):
        if not isinstance(fields.get(name), str):
            raise BadRecordError(f"The record has no {name}, or it is not a text.", 'Write {"id": "…", "text": "…"}.')
    for name in ("place", "speaker", "language", "date"):
        if not isinstance(fields.get(name), str | None):
            raise BadRecordError(f"The record's {name} is not a text.", "Leave it out where it is not known.")
    return Record(
        fields["id"],
        fields["text"],
        _day(fields.get("date")),
        fields.get("place"),
        fields.get("speaker"),
        fields.get("language"),
    )


def _day(written: str | None) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written[:10])
    except ValueError as error:
        raise BadRecordError(f"The record's date is not a day: {written[:40]}.", "Write it as 2021-12-02.") from error
