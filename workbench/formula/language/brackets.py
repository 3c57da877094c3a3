"""Brackets after a series: a place or a group, and a period or a range, in any order."""

from __future__ import annotations

import re

from workbench.core.place import find_place, places
from workbench.formula.language.errors import At, UnreadableFormulaError, nearest
from workbench.formula.language.nodes import NameNode, Pick
from workbench.formula.language.periods import when
from workbench.formula.language.scanner import Scanner

_IN = re.compile(r"in\s*=\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d]\w*")
_QUOTED = re.compile(r'"([^"\n]{1,200})"')
HERE = "here"
"""Name of the claim's own place in a formula."""


def pick(scanner: Scanner, series: NameNode, start: int) -> Pick:
    """Parse a pick; the opening bracket has been read.

    Raises:
        UnreadableFormulaError: Something in the brackets is no place and no period, or occurs twice.
    """
    place, among, moment = "", "", None
    while True:
        opened = scanner.at
        found = when(scanner)
        if found is not None and moment is None:
            moment = found
        elif found is None and not (place or among):
            place, among = _where(scanner)
        else:
            hint = "Write [place, period], such as [MKD, 2021]."
            raise UnreadableFormulaError("The brackets hold two places or two periods.", hint, scanner.since(opened))
        if scanner.sign("]"):
            return Pick(series, "" if place == HERE else place, among, moment, scanner.since(start))
        if not scanner.sign(","):
            raise scanner.wrong("“]” is missing after what stands in the brackets", "Write ] there.")


def _where(scanner: Scanner) -> tuple[str, str]:
    """Parse a place or a group; the other is empty."""
    if scanner.take(_IN):
        return "", group(scanner)
    return _place(scanner), ""


def _place(scanner: Scanner) -> str:
    start = scanner.at
    if quoted := scanner.take(_QUOTED):
        return find_place(quoted[1]) or quoted[1].strip() or _unknown(quoted[1], scanner.since(start))
    word = scanner.take(_WORD)
    if word is None:
        raise scanner.wrong("A place or a period is missing", "Write [MKD, 2021], or leave the brackets out.")
    if word[0].lower() == HERE:
        return HERE
    return find_place(word[0]) or _unknown(word[0], scanner.since(start))


def group(scanner: Scanner) -> str:
    """Parse the code of a group or place.

    Raises:
        UnreadableFormulaError: There is none.
    """
    start = scanner.at
    place = _place(scanner)
    return place if place in places() or place == HERE else _unknown(place, scanner.since(start))


def _unknown(written: str, at: At) -> str:
    near = nearest(written, places())
    hint = f"Did you mean {near}?" if near else "Write a country's code, such as MKD, or a region's name in quotes."
    raise UnreadableFormulaError(f"“{written}” is no place.", hint, at)
