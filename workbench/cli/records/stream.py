"""Stream records: read JSON Lines, write one JSON object per line, in order, with constant memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.cli.output.standard_streams import say
from workbench.core.errors import MissingFileError
from workbench.desk.batch.answering import Numbered, answered
from workbench.desk.batch.record import LONGEST, Answer


@dataclass(slots=True)
class AnswerTally:
    """Summary of a run: the number of invalid lines, and each kind of source failure once."""

    bad: int = 0
    failed: set[str] = field(default_factory=set)


def run_records(paths: list[Path], answer: Answer, jobs: int = 1) -> AnswerTally:
    """Answer every record, in order, each as soon as possible."""
    tally = AnswerTally()
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


def lines_of(paths: list[Path]) -> Iterator[Numbered]:
    """Yield the non-blank lines of some files (``-`` is stdin), or of stdin, numbered from 1 across files."""
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
