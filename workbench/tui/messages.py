"""Messages from workers to their screen. A worker posts one, and a handler changes the widgets."""

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
    """Some work went on."""

    about: str
    """What the work is for: a claim's id, or the name of a job."""
    progress: Progress


@dataclass
class ClaimShown(Message):
    """A claim was opened: those that come after it are next."""

    id: str


@dataclass
class Arrived(Message):
    """Research of a claim is done and kept."""

    claim: str
    researched: Researched
    asked: SeriesRef | None = None
    """The one series that was asked for; None where the claim was looked up."""


@dataclass
class ChangedElsewhere(Message):
    """Colleagues changed claims; none is named where it may be any."""

    claims: frozenset[str]


@dataclass
class Failed(Message):
    """Some work stopped; nothing was lost."""

    about: str
    error: WorkbenchError


@dataclass
class FormulaWorked(Message):
    """A formula was worked out."""

    claim: str
    worked: WorkedFormula


@dataclass
class FormulaFailed(Message):
    """A formula could not be read, or its figures could not be had; nothing was lost."""

    claim: str
    error: WorkbenchError


@dataclass
class Done(Message):
    """A job in a thread is done."""

    about: str
    says: str
    """What it did, a sentence."""


def broken(work: str, error: Exception) -> WorkbenchError:
    """Return what is said where a plug-in raised something of its own."""
    message = f"The {work} stopped: {type(error).__name__}: {printable(error)}."
    return WorkbenchError(message, "Nothing that was confirmed is lost; workbench doctor looks for the cause.")
