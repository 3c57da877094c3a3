"""Errors and problems, in two channels.

Bad *data* is a `Problem`: a value that is collected and shown beside the result (an ambiguous word, a source that did
not answer, a suppressed figure). A failure of the *world* is a `WorkbenchError`: raised, caught once by the command line or a screen,
printed as two sentences. Each class takes values and writes its own sentence; no call site formats a message.

::

    WorkbenchError                    exit code
      UsageError                      2    the request makes no sense
        UnknownNameError                   with the nearest right word
        NoHomeError  MissingPackageError   no such user's home folder; a format whose package is not installed
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

from workbench.core.hiding.passwords import without_passwords


def printable(text: object, limit: int = 200) -> str:
    r"""Make foreign text safe for a message: no control characters, limited length.

    >>> printable("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in str(text))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem in the data, as a value: something doubtful or missing.

    Attributes:
        where: What it is about, in a reader's words: a file and line, a source, a slot of a claim.
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
        """Convert the error to a problem, for callers that continue without what failed."""
        return Problem(where, self.message, self.hint, kind or type(self).__name__)


# --- what was asked for ------------------------------------------------------------------------------


class UsageError(WorkbenchError):
    """The request makes no sense as it stands."""


class NoHomeError(UsageError):
    """A path begins with the home folder of a user who does not exist (``~name``)."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{printable(path)}: there is no home folder of that user.", "Write the whole path.")


class UnknownNameError(UsageError):
    """An unknown name; the message gives the nearest known one and the list of all."""

    def __init__(self, what: str, name: str, known: tuple[str, ...] | list[str]) -> None:
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There is: {', '.join(sorted(known)[:30]) or 'nothing yet'}."
        text = f"There is no {what} called {printable(name, 80)}." if name.strip() else f"No {what} is named."
        super().__init__(text, hint)


class MissingPackageError(UsageError):
    """A format needs a package that is not installed, or that lacks a system library."""

    def __init__(self, what: str, package: str, extra: str = "", library: str = "") -> None:
        if library:
            text = f"{what} needs the system library {library}, which {package} does not find."
            hint = "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango."
            super().__init__(text, hint)
        else:
            install = f"pip install 'claim-workbench[{extra}]'" if extra else f"pip install {package}"
            super().__init__(f"{what} needs the package {package}, which is not installed.", f"Install it: {install}.")


# --- the user's files --------------------------------------------------------------------------------


class ReadingError(WorkbenchError):
    """A file of the user's cannot be read."""


class MissingFileError(ReadingError):
    """The file does not exist, or may not be opened."""

    def __init__(self, path: object, why: str = "There is no such file") -> None:
        super().__init__(f"{path}: {why}.", "Check the path and its permissions.")


class EmptyFileError(ReadingError):
    """A file with nothing in it."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: the file is empty.", "Give a file with text in it.")


class TooLargeError(ReadingError):
    """A file larger than the workbench reads as one document."""

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
    """A line of records that breaks the contract."""


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
    """An address that the workbench refuses to fetch."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address} was not opened: {why}.", "Allow the host in the configuration if you trust it.")


class TooBigAnswerError(SourceError):
    """A body, compressed or not, larger than the limit."""

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
    """The service answered with an error."""

    def __init__(self, source: str, said: str, hint: str = "") -> None:
        refused = f"{source} refused: {printable(said, 240).rstrip(' .')}."
        super().__init__(refused, hint or "Check the series and the period asked for.")


class OfflineError(SourceError):
    """Offline, something was needed that had never been fetched."""

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
"""The command that lists each kind of thing."""


class NoSuchRecordError(StoreError):
    """An id that is not in the database."""

    exit_code = 2

    def __init__(self, what: str, key: str) -> None:
        hint = f"`workbench {_LISTS[what]}` lists what there is." if what in _LISTS else ""
        super().__init__(f"There is no {what} {printable(key, 80) or 'without an id'}.", hint)


class AmbiguousRecordError(NoSuchRecordError):
    """A shortened id that fits several records."""

    def __init__(self, what: str, key: str, ids: list[str]) -> None:
        WorkbenchError.__init__(
            self, f"Several {what}s begin with {printable(key, 80)}.", f"Give more of it: {', '.join(ids[:5])}, …"
        )


class PublishError(WorkbenchError):
    """Something prevents publishing: a figure that cannot be recomputed, or a claim without a final verdict."""

    exit_code = 1

    happened = "was not published"

    def __init__(self, claim: str, why: str, hint: str = "Research it again, or withdraw the finding.") -> None:
        super().__init__(f"Claim {claim} {self.happened}: {why}.", hint)
