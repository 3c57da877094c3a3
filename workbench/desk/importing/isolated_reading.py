"""Documents read in a process of their own, with limits of time and memory.

A PDF of 200 kilobytes can make its parser request eleven gigabytes of memory, and a web page of that size can keep a parser busy for
a minute. In a process of its own such a parser harms only itself: its file is refused with a sentence, and the next file is read by a
new process.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from time import process_time

from workbench.core.errors import ReadingError, WorkbenchError
from workbench.desk.importing.worker_pool import ctrl_c_held_back, live_with_parent
from workbench.ports import Raw, ReadDocument, Reader

if sys.platform != "win32":
    import resource


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """The limits for reading one document.

    Attributes:
        seconds: Seconds of processor time, where the system counts it.
        memory: Bytes in addition to those at the start of the process, where the system counts them.
        patience: Seconds until a process without an answer is given up, however busy the machine is.
    """

    seconds: int = 30
    memory: int = 2_000_000_000
    patience: float = 600.0


LIMITS = ProcessLimits()
"""Limits of a reading process. Two thousand printed pages, the maximum, take ten seconds and half a gigabyte."""


class TooCostlyError(ReadingError):
    """A document whose reading takes more time or memory than any normal one does."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(
            f"{path}: it was not read, since reading it takes more than {what}.",
            "Save its words as text and give that, if you trust it.",
        )


class ReaderStoppedError(ReadingError):
    """A reader whose process ended without an answer."""

    def __init__(self, path: object, how: str) -> None:
        super().__init__(
            f"{path}: it was not read, since its reader {how}.",
            "Save its words as text and give that, if you trust it.",
        )


class IsolatedReaders(Mapping[str, Reader]):
    """Readers by name, which all run in one separate process; those with `in_process` run in this one.

    Args:
        load: Loads the readers, both here and in the process, to which it is sent.
        limits: The limits for one document.
    """

    def __init__(self, load: Callable[[], Mapping[str, Reader]], limits: ProcessLimits = LIMITS) -> None:
        self._readers = load()
        self._process = _ReaderProcess(load, limits)

    def __getitem__(self, name: str) -> Reader:
        reader = self._readers[name]
        return reader if getattr(reader, "in_process", False) else _IsolatedReader(name, reader.suffixes, self._process)

    def __iter__(self) -> Iterator[str]:
        return iter(self._readers)

    def __len__(self) -> int:
        return len(self._readers)

    def close(self) -> None:
        """End the process; the next document starts another."""
        self._process.stop()


class _IsolatedReader:
    """A reader that sends its bytes to the process."""

    def __init__(self, name: str, suffixes: tuple[str, ...], process: _ReaderProcess) -> None:
        self.name = name
        self.suffixes = suffixes
        self._process = process

    def read(self, raw: Raw) -> ReadDocument:
        """Read a document in the process. Raises ReadingError."""
        return self._process.read(self.name, raw)


@dataclass(frozen=True, slots=True)
class _Failed:
    """An error in the form that is sent between processes: its class cannot be rebuilt from its two sentences."""

    kind: type[WorkbenchError]
    message: str
    hint: str

    def error(self) -> WorkbenchError:
        error = self.kind.__new__(self.kind)
        WorkbenchError.__init__(error, self.message, self.hint)
        return error


class _ReaderProcess:
    """The process that reads; started at the first document, and restarted after one that killed it."""

    def __init__(self, load: Callable[[], Mapping[str, Reader]], limits: ProcessLimits) -> None:
        self._load = load
        self._limits = limits
        self._lock = Lock()
        self._running: tuple[BaseProcess, Connection] | None = None

    def read(self, name: str, raw: Raw) -> ReadDocument:
        """Read one document in the process. Raises ReadingError, or any other WorkbenchError of the reader."""
        with self._lock:
            try:
                answer = self._asked(name, raw)
            except BaseException:  # a limit, Ctrl-C: whatever the process is doing, its answer is no longer needed
                self._end()
                raise
        if isinstance(answer, _Failed):
            raise answer.error()
        return answer

    def stop(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _asked(self, name: str, raw: Raw) -> ReadDocument | _Failed:
        process, line = self._running or self._start()
        try:
            line.send((name, raw))
            if not line.poll(self._limits.patience):
                raise TooCostlyError(raw.origin, f"{self._limits.patience:.0f} seconds")
            answer = line.recv()
        except (EOFError, OSError) as error:
            raise self._why(process, raw) from error
        if answer is None:
            raise TooCostlyError(raw.origin, self._memory)
        found: ReadDocument | _Failed = answer
        return found

    @property
    def _memory(self) -> str:
        return f"{self._limits.memory / 1e9:.1f} GB of memory"

    def _why(self, process: BaseProcess, raw: Raw) -> ReadingError:
        """Find why a process ended without an answer."""
        process.join(5)
        code = process.exitcode
        if code is not None and -code == getattr(signal, "SIGXCPU", 0):
            return TooCostlyError(raw.origin, f"{self._limits.seconds} seconds of computing")
        if code is not None and -code in {
            signal.SIGABRT,
            signal.SIGTRAP,
            signal.SIGKILL,
        }:  # whatever parsers and systems raise
            return TooCostlyError(raw.origin, self._memory)
        return ReaderStoppedError(raw.origin, "came upon a fault of its own")

    def _start(self) -> tuple[BaseProcess, Connection]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._load, self._limits), daemon=True)
        with ctrl_c_held_back():
            process.start()
        theirs.close()
        self._running = process, ours
        return self._running

    def _end(self) -> None:
        if self._running is None:
            return
        process, line = self._running
        self._running = None
        line.close()
        process.kill()
        process.join()


def _serve(line: Connection, load: Callable[[], Mapping[str, Reader]], limits: ProcessLimits) -> None:
    """Run in the process: read the documents that are sent, one after the other, until the connection closes."""
    live_with_parent()
    readers = load()
    with suppress(EOFError, OSError):
        while True:
            name, raw = line.recv()
            _limit(limits)
            line.send(_answer(readers, name, raw))


def _answer(readers: Mapping[str, Reader], name: str, raw: Raw) -> ReadDocument | _Failed | None:
    """Read a document: return it, the reader's own error, or None where memory ran out."""
    try:
        return readers[name].read(raw)
    except WorkbenchError as error:
        return _Failed(type(error), error.message, error.hint)
    except MemoryError:
        return None


def _limit(limits: ProcessLimits) -> None:
    """Set the limits for the next document, relative to the process's current use. Exceeding them ends the process."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _set(resource.RLIMIT_CPU, ceil(process_time()) + limits.seconds)
    if (held := _held()) is not None:
        _set(resource.RLIMIT_AS, held + limits.memory)


def _set(kind: int, soft: int) -> None:
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _held() -> int | None:
    """Read the size of the process's address space in bytes; None on systems that do not report it."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  (no file of the user's)
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None
