"""Records: JSON Lines in, one JSON object a line out, in order, as a stream of constant memory."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from workbench.cli.output import say
from workbench.core.errors import MissingFileError, WorkbenchError
from workbench.desk.batch.record import LONGEST, Answer, Json, parse_object, record_from
from workbench.report.records import json_text

CHUNK = 64
"""How many lines are handed to a process at once."""

CHUNK_BYTES = 1_000_000
"""How much text is, where lines are long."""

Numbered = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Answered:
    """What becomes of one line, or of some lines together.

    Attributes:
        lines: The lines out in UTF-8, each with its end.
        bad: How many of the lines in were no records.
        failed: What sources failed, where any was asked.
    """

    lines: bytes
    bad: int = 0
    failed: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """What a whole run came to: how many lines were no records, and each way in which a source failed, once."""

    bad: int = 0
    failed: set[str] = field(default_factory=set)


def run_records(paths: list[Path], answer: Answer, jobs: int = 1) -> Tally:
    """Answers every record, in order, each as soon as it is known."""
    tally = Tally()
    with closing(answered(lines_of(paths), answer, jobs)) as answers:
        for each in answers:
            sys.stdout.buffer.write(each.lines)
            sys.stdout.buffer.flush()
            tally.bad += each.bad
            for failure in each.failed:
                if failure not in tally.failed:
                    say(f"! {failure}")
                    tally.failed.add(failure)
    return tally


def answered(lines: Iterable[Numbered], answer: Answer, jobs: int) -> Generator[Answered, None, None]:
    """The answers in order of input, line by line, or, from several processes, some lines at a time."""
    if jobs <= 1:
        for number, line in lines:
            yield answer_line(number, line, answer)
        return
    from workbench.desk.crew import side_by_side

    for _, answers in side_by_side(partial(_answer_chunk, answer=answer), _chunks(lines), jobs):
        yield answers


def _chunks(lines: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    """Lines to be handed to a process at once: some, but never much text."""
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


def _answer_chunk(chunk: list[Numbered], answer: Answer) -> Answered:
    """The answers to some lines as one piece: the process that writes has nothing else to do with them."""
    each = [answer_line(number, line, answer) for number, line in chunk]
    failed = dict.fromkeys(failure for one in each for failure in one.failed)
    return Answered(b"".join(one.lines for one in each), sum(one.bad for one in each), tuple(failed))


def answer_line(number: int, line: bytes, answer: Answer) -> Answered:
    """One line's answer; a line that is no record gets an error in its place, and the run goes on."""
    key: Json = {"line": number}
    try:
        fields = parse_object(line)
        if isinstance(fields.get("id"), str):
            key = {"id": fields["id"]}
        given = answer(record_from(fields))
    except WorkbenchError as error:
        return Answered(_line({**key, "error": {"message": error.message, "hint": error.hint}}), bad=1)
    return Answered(_line(given), failed=_failures(given))


def _line(given: Json) -> bytes:
    return json_text(given).encode() + b"\n"


def _failures(given: Json) -> tuple[str, ...]:
    """The sentences of the sources that failed."""
    found = (p for p in given.get("problems", ()) if p["kind"] == "source-failed")
    return tuple(f"{p['where']}: {p['message']} {p['hint']}".rstrip() for p in found)


def lines_of(paths: list[Path]) -> Iterator[Numbered]:
    """The lines of the files named (``-`` is stdin), or of stdin, numbered on from 1; blank ones are passed over."""
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
        if str(path) == "-":
            yield sys.stdin.buffer
            continue
        try:
            with path.open("rb") as file:
                yield file
        except OSError as error:
            raise MissingFileError(path, error.strerror or "It cannot be read") from error


def _skip_rest(stream: Any) -> None:
    while (more := stream.readline(LONGEST)) and not more.endswith(b"\n"):
        pass
