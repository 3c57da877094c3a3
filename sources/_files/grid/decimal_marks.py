"""Find the decimal mark and the thousands mark of a sheet, by its unambiguous figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.core.errors import Problem
from workbench.evidence.number_in_cell import SPACES

_GROUPED = re.compile(
    r"[+\-−]?[0-9]{1,3}(?:(?P<mark>[.,' \u00a0\u2009\u202f’])[0-9]{3})(?:(?P=mark)[0-9]{3})*(?P<dec>[.,][0-9]+)?"
)
_POINT, _COMMA = re.compile(r"[+\-−]?[0-9]+\.[0-9]+"), re.compile(r"[+\-−]?[0-9]+,[0-9]+")
_SAMPLE, _ENOUGH = 20_000, 3


class Digits(str):
    """A cell that its format stores as a number: plain digits, independent of the marks in the sheet's texts."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CellMarks:
    """How a sheet writes its figures.

    Attributes:
        dec: The decimal mark.
        tho: The mark between thousands; empty for none.
        sure: Whether the figures show this clearly; if not, "1.234" is not read as a figure.
        guessed: Whether a mark was guessed to be that of thousands, since nothing else fits all figures.
    """

    dec: str = "."
    tho: str = ""
    sure: bool = True
    guessed: bool = False


def mark_problems(where: str, marks: CellMarks) -> tuple[Problem, ...]:
    """Return the Problem that a mark was guessed, or that ambiguous figures were left out."""
    if not marks.sure:
        message = "A figure such as “16.000” may have a mark for thousands or for decimals, and nothing else in the table tells which."
        hint = "Such figures were left out. Write one of them plainly, as 16000 or 16.0."
        return (Problem(where, message, hint, "marks-unsure"),)
    if not marks.guessed:
        return ()
    message = f"“{marks.tho}” was read as the mark of thousands."
    return (Problem(where, message, "Compare a figure with the publisher's page.", "marks-guessed"),)


def marks_of(cells: Iterable[str]) -> CellMarks:
    """Find the decimal and thousands marks of some cells, by the unambiguous figures.

    Args:
        cells: Texts, some of them figures.

    >>> marks_of(["1.234.567", "12,5"]), marks_of(["12,345.6"]), marks_of(["1 234,5"]).dec
    (CellMarks(dec=',', tho='.', sure=True, guessed=False), CellMarks(dec='.', tho=',', sure=True, guessed=False), ',')
    >>> marks_of(["16.000", "1.234"]).sure, marks_of(["16,000", "1.5"])
    (False, CellMarks(dec='.', tho=',', sure=True, guessed=False))
    >>> marks_of(["63.089", "78.768", "9.573", "987"])
    CellMarks(dec=',', tho='.', sure=True, guessed=True)
    """
    votes = _Votes()
    for cell in _some(cells):
        votes.take(cell)
    return votes.settled()


def _some(cells: Iterable[str]) -> Iterable[str]:
    for n, cell in enumerate(cells):
        if n > _SAMPLE:
            return
        text = cell.strip()
        if text and not isinstance(cell, Digits) and len(text) < 40:
            yield text


class _Votes:
    """Counts evidence on a sheet's number format: "1.234.567" has thousands, "0.123" none, "1.234" may have."""

    def __init__(self) -> None:
        self._dec, self._tho, self._doubtful = Counter[str](), Counter[str](), Counter[str]()
        self._small = 0

    def take(self, cell: str) -> None:
        """Count one cell."""
        if found := _GROUPED.fullmatch(cell):
            self._grouped(cell.lstrip("+-−"), found["mark"], found["dec"])
        elif _POINT.fullmatch(cell):
            self._dec["."] += 1
        elif _COMMA.fullmatch(cell):
            self._dec[","] += 1
        else:
            self._small += cell.isascii() and cell.isdecimal() and len(cell) < 4

    def _grouped(self, cell: str, mark: str, last: str | None) -> None:
        if mark not in ".," or last or cell.count(mark) > 1:
            self._tho[mark] += 1
            if last:
                self._dec[last[0]] += 1
        elif cell.startswith("0"):
            self._dec[mark] += 1
        else:
            self._doubtful[mark] += 1

    def _guess(self) -> CellMarks | None:
        """Guess thousands where the only mark is always before three digits, and small figures have no mark.

        A table with three decimals would write them in every figure.
        """
        if +self._dec or +self._tho or len(+self._doubtful) != 1:
            return None
        ((mark, count),) = (+self._doubtful).items()
        if count < _ENOUGH or not (self._small or mark == ","):
            return None
        return CellMarks("." if mark == "," else ",", mark, guessed=True)

    def settled(self) -> CellMarks:
        """Return the marks, by the majority of the unambiguous figures."""
        dec, tho, doubtful = self._dec, self._tho, self._doubtful
        if guess := self._guess():
            return guess
        seen = dec["."] + dec[","]
        mark = max(".,", key=lambda one: dec[one]) if seen else "," if tho["."] > tho[","] else "."
        other = "," if mark == "." else "."
        grouped = bool(tho[other]) or (bool(seen) and bool(doubtful[other]) and not dec[other])
        spaces = SPACES if any(tho[space] for space in SPACES) else ""
        quotes = "".join(one for one in "'’" if tho[one])
        sure = bool(seen) or bool(tho[other]) or not doubtful[mark]
        return CellMarks(mark, (other if grouped else "") + spaces + quotes, sure)
