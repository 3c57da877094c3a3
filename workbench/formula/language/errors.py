"""Errors of formulas. Each writes its own sentence, gives a next step, and points at its place in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from workbench.core.errors import ComparisonError, printable


@dataclass(frozen=True, slots=True)
class At:
    """A position in a formula's text, half-open, in code points."""

    start: int = 0
    end: int = 0


NOWHERE = At()


class FormulaError(ComparisonError):
    """A formula that cannot be read or evaluated.

    Attributes:
        at: Where in its text the error is; empty where it has no place.
        kind: A stable key, for caveats and scripts.
    """

    kind = "formula"

    def __init__(self, message: str, hint: str = "", at: At = NOWHERE) -> None:
        super().__init__(message, hint)
        self.at = at


class UnreadableFormulaError(FormulaError):
    """A text that is no formula."""

    kind = "formula-unreadable"


class FormulaTooLargeError(FormulaError):
    """A formula that is larger than the limits allow."""

    kind = "formula-too-large"

    def __init__(self, what: str, limit: int, at: At = NOWHERE) -> None:
        super().__init__(f"The formula has more than {limit:,} {what}.", "Part it into several formulas.", at)


class NoSuchSeriesInFormulaError(FormulaError):
    """A name that no series has."""

    kind = "formula-series"

    def __init__(self, name: str, near: str = "", at: At = NOWHERE) -> None:
        hint = f"Did you mean {near}?" if near else "`workbench catalogue search WORDS` finds series."
        super().__init__(f"There is no series called {printable(name, 80)}.", hint, at)


class NothingInHandError(NoSuchSeriesInFormulaError):
    """``x`` where there is no candidate."""

    def __init__(self, at: At = NOWHERE) -> None:
        FormulaError.__init__(
            self,
            "“x” is the selected series, and there is none.",
            "Research the claim first, or name the series: wb.pop.",
            at,
        )


class NoSeriesError(FormulaError):
    """Arithmetic on numbers alone."""

    kind = "formula-series"

    def __init__(self) -> None:
        super().__init__("The formula reads no official figure.", "Name a series in it, such as wb.pop[MKD, 2021].")


class UnitsError(FormulaError):
    """Figures with different units in an operation that needs the same."""

    kind = "formula-units"


class NoFigureError(FormulaError):
    """A figure that the formula needs and the series lacks."""

    kind = "formula-no-figure"


class NothingToDoError(FormulaError):
    """Arithmetic that is undefined for its figures."""

    kind = "formula-undefined"


def nearest(name: str, known: Iterable[str]) -> str:
    """Find the known name nearest to a written one; empty where none is near.

    >>> nearest("chnage", ["change", "share"])
    'change'
    """
    near = get_close_matches(name.casefold(), {each.casefold(): each for each in known}, n=1)
    return next((each for each in known if near and each.casefold() == near[0]), "")


def pointed(text: str, error: FormulaError) -> str:
    """Print the formula on one line and a caret under the place of the error; empty where the error has no place.

    >>> print(pointed("wb.pop * * 2", UnreadableFormulaError("No.", at=At(9, 10))))
    wb.pop * * 2
             ^
    """
    if error.at == NOWHERE:
        return ""
    line = "".join(c if c.isprintable() else " " for c in text)
    return f"{line}\n{' ' * error.at.start}{'^' * max(1, min(error.at.end, len(line)) - error.at.start)}"
