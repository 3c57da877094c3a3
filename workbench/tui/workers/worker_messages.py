"""Messages from workers to their screen: a worker posts one, and a handler updates the widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from workbench.core.errors import WorkbenchError, printable
from workbench.core.series import SeriesRef
from workbench.ports import Progress, Researched

if TYPE_CHECKING:
    from workbench.desk.formulas.formulas import WorkedFormula


@dataclass
class NewsTold(Message):
    """Progress of some work."""

    about: str
    """Subject of the work: a claim's id, or the name of a job."""
    progress: Progress


@dataclass
class ClaimShown(Message):
    """A claim was opened; research ahead continues with those after it."""

    id: str


@dataclass
class Arrived(Message):
    """Research of a claim is done and stored."""

    claim: str
    researched: Researched
    asked: SeriesRef | None = None
    """The one series that was asked for; None where the claim was looked up."""


@dataclass
class ChangedElsewhere(Message):
    """Colleagues changed claims; an empty set means that any may have changed."""

    claims: frozenset[str]


@dataclass
class Failed(Message):
    """Some work failed; nothing was lost."""

    about: str
    error: WorkbenchError


@dataclass
class FormulaWorked(Message):
    """A formula was evaluated."""

    claim: str
    worked: WorkedFormula


@dataclass
class FormulaFailed(Message):
    """A formula could not be parsed, or its figures could not be fetched; nothing was lost."""

    claim: str
    error: WorkbenchError


@dataclass
class Done(Message):
    """A job in a thread is done."""

    about: str
    says: str
    """The result in a sentence."""


def broken(work: str, error: Exception) -> WorkbenchError:
    """Return the error that is shown where a plug-in raised an unexpected one."""
    message = f"The {work} stopped: {type(error).__name__}: {printable(error)}."
    return WorkbenchError(message, "Nothing that was confirmed is lost; workbench doctor looks for the cause.")
