"""Errors and problems, in two channels.

Bad *data* is a `Problem`: a value that is collected and shown beside the result (an ambiguous word, a source that did
not answer, a suppressed figure). A bad *world* is a `WorkbenchError`: raised, caught once at a face, printed as two
sentences. A class takes things and writes its own sentence; no call site formats a message.

::

    WorkbenchError                    exit code
      UsageError                      2    the request makes no sense
        UnknownNameError                   with the nearest right word
        NoHomeError  MissingPackageError   a path in no home; a format whose package is not installed
      ReadingError                    2    a file of the user's cannot be read
        MissingFileError  EmptyFileError  TooLargeError  NotTextError  UnknownFormatError  BadRecordError
      WritingError                    2    a file cannot be written
      SourceError                     3    a statistics service, or the way to it
        UnreachableError  RefusedAddressError  TooBigAnswerError  WrongAnswerError  ServiceError  OfflineError
      ComparisonError                 2    figures that cannot be compared
      StoreError                      4    the database
        NoSuchRecordError  AmbiguousRecordError; and in `database_errors` the database as a whole
      PublishError                    1    a figure that cannot be recomputed; in `publish_errors` what stands against publishing
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar

from workbench.core.password_hiding import without_passwords


def printable(text: object, limit: int = 200) -> str:
    r"""Return foreign text in a form that is safe in a message: no control characters, of bounded length.

    >>> printable("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in str(text))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of the data, as a value: something doubtful or missing.

    Attributes:
        where: What it concerns, in a reader's words: a file and line, a source, a slot of a claim.
        message: What happened, one sentence.
        hint: What to do about it; may be empty.
        kind: A stable key for scripts and tests, such as ``ambiguous-period`` or ``no-answer``.
    """

    where: str
    message: str
    hint: str = ""
    kind: str = ""

    @property
    def says(self) -> str:
        """What happened and where, without what to do about it."""
        return f"{self.where}: {self.message}"

    def __str__(self) -> str:
        return self.says + (f" {self.hint}" if self.hint else "")


class WorkbenchError(Exception):
    """Something outside the data stopped the work.

    Attributes:
        message: What happened, a sentence.
        hint: What to do next, a sentence.
        exit_code: What a command ends with.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = without_passwords(printable(message, 600))
        self.hint = without_passwords(printable(hint, 600))
        super().__init__(self.message)

    def as_problem(self, where: str, kind: str = "") -> Problem:
        """Return the error as a problem, for callers that go on without what failed."""
        return Problem(where, self.message, self.hint, kind or type(self).__name__)


# --- what was asked for ------------------------------------------------------------------------------


class UsageError(WorkbenchError):
    """The request makes no sense as it stands."""


class NoHomeError(UsageError):
    """A path begins with the home folder of a user who is not there."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{printable(path)}: there is no home folder of that user.", "Write the whole path.")


class UnknownNameError(UsageError):
    """A name that is not there; says the nearest right one and what there is."""

    def __init__(self, what: str, name: str, known: tuple[str, ...] | list[str]) -> None:
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There is: {', '.join(sorted(known)[:30]) or 'nothing yet'}."
        text = f"There is no {what} called {printable(name, 80)}." if name.strip() else f"No {what} is named."
        super().__init__(text, hint)


class MissingPackageError(UsageError):
    """A format that is written by a package which is not installed, or which lacks a library of the system."""

    def __init__(self, what: str, package: str, extra: str = "", library: str = "") -> None:
        if library:
            text = f"{what} needs the system library {library}, which {package} does not find."
            hint = "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango."
            super().__init__(text, hint)
        else:
            install = f"pip install 'claim-workbench[{extra}]'" if extra else f"pip install {package}"
            super().__init__(f"{what} needs the package {package}, which is not installed.", f"Install it: {install}.")


# --- the user's files --------------------------------------------------------------------------------


class ReadingError(WorkbenchError):
    """A file of the user's cannot be read."""


class MissingFileError(ReadingError):
    """No such file, or it may not be opened."""

    def __init__(self, path: object, why: str = "There is no such file") -> None:
        super().__init__(f"{path}: {why}.", "Check the path and its permissions.")


class EmptyFileError(ReadingError):
    """A file with nothing in it."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: the file is empty.", "Give a file with text in it.")


class TooLargeError(ReadingError):
    """A file beyond what the workbench reads as one document."""

    def __init__(self, path: object, size: int, limit: int) -> None:
        super().__init__(
            f"{path}: {size / 1e6:.0f} MB is more than the {limit / 1e6:.0f} MB that are read as one document.",
            "Split the file, or import it as CSV or JSON Lines, which are read line by line.",
        )


class NotTextError(ReadingError):
    """A file that holds something other than text."""

    def __init__(self, path: object, what: str = "binary data") -> None:
        super().__init__(f"{path}: this is {what}, not text.", "Give a text or HTML file.")


class UnknownFormatError(ReadingError):
    """A suffix that no reader knows."""

    def __init__(self, path: object, known: tuple[str, ...], what: str = "this kind of file") -> None:
        super().__init__(f"{path}: no reader knows {what}.", f"Readers: {', '.join(known)}; or say --format.")


class BadRecordError(ReadingError):
    """A line of records that is not what the contract says."""


class WritingError(WorkbenchError):
    """A file or folder cannot be written."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path} cannot be written: {why}.", "Choose another place, or make room; nothing was lost.")


# --- services ----------------------------------------------------------------------------------------


class SourceError(WorkbenchError):
    """A statistics service, or the way to it, failed."""

    exit_code = 3


class UnreachableError(SourceError):
    """No connection, no answer in time, or the line was cut."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(
            f"{host} did not answer: {why}.", "Try again later, or use --offline for what was fetched before."
        )


class RefusedAddressError(SourceError):
    """An address that the workbench does not go to."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address} was not opened: {why}.", "Allow the host in the configuration if you trust it.")


class TooBigAnswerError(SourceError):
    """A body, packed or unpacked, beyond the cap."""

    def __init__(self, host: str, limit: int) -> None:
        super().__init__(
            f"{host} sent more than {limit / 1e6:.0f} MB; the answer was not read.", "Ask for fewer places or years."
        )


class WrongAnswerError(SourceError):
    """An answer of another kind or shape than the service is known for."""

    def __init__(self, source: str, expected: str, got: str) -> None:
        super().__init__(
            f"{source} answered with {printable(got, 120)} where {expected} was expected.",
            "The service may be down or changed; `workbench sources` shows its address.",
        )


class ServiceError(SourceError):
    """The service itself said no."""

    def __init__(self, source: str, said: str, hint: str = "") -> None:
        refused = f"{source} refused: {printable(said, 240).rstrip(' .')}."
        super().__init__(refused, hint or "Check the series and the period asked for.")


class OfflineError(SourceError):
    """Something that was never fetched, asked for offline."""

    def __init__(self, url: str) -> None:
        super().__init__(f"{printable(url, 200)} is not in the archive.", "Run it once without --offline.")


# --- figures -----------------------------------------------------------------------------------------


class ComparisonError(WorkbenchError):
    """Figures that cannot be compared or worked out."""


# --- the database ------------------------------------------------------------------------------------


class StoreError(WorkbenchError):
    """The database cannot be used."""

    exit_code = 4


_LISTS = {"claim": "claims", "series": "catalogue search WORDS", "source": "sources", "document": "claims --json"}
"""The verb that lists each kind of thing."""


class NoSuchRecordError(StoreError):
    """An id that is not in the database."""

    exit_code = 2

    def __init__(self, what: str, key: str) -> None:
        hint = f"`workbench {_LISTS[what]}` lists what there is." if what in _LISTS else ""
        super().__init__(f"There is no {what} {printable(key, 80) or 'without an id'}.", hint)


class AmbiguousRecordError(NoSuchRecordError):
    """The beginning of several ids."""

    def __init__(self, what: str, key: str, ids: list[str]) -> None:
        WorkbenchError.__init__(
            self, f"Several {what}s begin with {printable(key, 80)}.", f"Give more of it: {', '.join(ids[:5])}, …"
        )


class PublishError(WorkbenchError):
    """Something stands against publishing: a figure that cannot be recomputed, or a verdict that is none yet."""

    exit_code = 1

    happened = "was not published"

    def __init__(self, claim: str, why: str, hint: str = "Research it again, or withdraw the finding.") -> None:
        super().__init__(f"Claim {claim} {self.happened}: {why}.", hint)
