"""Recognize the forms of written figures: which sign is the decimal sign, and where the form leaves that open.

"1.234,5" and "12,3 %" show it by their form, "10.455" does not. What one place of a document shows decides the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from workbench.extract.words.word_tables import label_words, number_words

SPACES = " \u00a0\u202f\u2009\u2007"
APOSTROPHES = "'’"
DECIMAL_SIGN, GROUP_SIGN = "٫", "٬"
"""Signs with one meaning everywhere: before decimals, and between groups of digits."""

_GROUPED = rf"[0-9]{{1,3}}(?:[{SPACES}{APOSTROPHES}][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?"
_SIGNED = r"[0-9]+(?:[.,][0-9]+)+"
_FIGURE = re.compile(rf"(?<![\w.,'’/#:])(?:{_GROUPED}|{_SIGNED})(?![.,/:][0-9]|[0-9])")
_ANY = re.compile(r"[0-9][.,'’\u00a0\u202f\u2009\u2007 ][0-9]")
_PIECES = re.compile(rf"[{SPACES}{APOSTROPHES}.,]")
_YEAR = re.compile(r"(?:1[6-9]|20)[0-9]{2}\Z")
_WORD_BACKWARDS = re.compile(r"[.\s]{0,3}([^\W\d_]+|[§#№])")
"""The word before a figure, matched backwards from its end, so that each letter is read only once."""

_WORD_BEHIND = re.compile(r"[\s-]?([^\W\d_]+)")
_LISTED = re.compile(r",?\s*(?:,|&|and|or|und|oder|и|или)\s*[0-9]+(?![.,0-9])|-[^\W\d_]")
_NUMBERED = frozenset({"§", "#", "№"})
_BACK, _THREE = 24, 3


class FigureForm(Enum):
    """What the signs in a written figure show: decimals, groups of thousands, or neither for certain."""

    DECIMAL = "decimal"
    GROUPS = "groups"
    OPEN = "open"


class WrittenFigure(NamedTuple):
    """A written figure.

    Attributes:
        start: The index of its first character.
        end: The index after its last character.
        kind: Whether its form shows decimals, shows only groups of thousands, or leaves open which of the two.
        sign: The full stop or comma that `kind` is about; empty where groups are separated by spaces or apostrophes.
    """

    start: int
    end: int
    kind: FigureForm
    sign: str


def written_figures(text: str, language: str = "en") -> Iterator[WrittenFigure]:
    """Yield the figures of a text that contain a sign or a space, except years, dates, clock times, lists and labels.

    >>> [(form.kind.value, form.sign) for form in written_figures("1.234,5 and 10.455, 12,3 % and 1,234,567; § 12.345")]
    [('decimal', ','), ('open', '.'), ('decimal', ','), ('groups', ',')]
    """
    if not _ANY.search(text):
        return
    for match in _FIGURE.finditer(text):
        form = _form_of(match.group())
        if form is not None and not _is_named(text, match, language):
            yield WrittenFigure(*match.span(), *form)


def _form_of(raw: str) -> tuple[FigureForm, str] | None:
    """Decide what a figure's form shows about a sign; None where it is a date, an address or the like."""
    parts, signs = _PIECES.split(raw), _PIECES.findall(raw)
    *groups, tail = parts
    last = signs[-1]
    points = [sign for sign in signs if sign in ".,"]
    if not points:
        return FigureForm.GROUPS, ""
    if len(signs) == 1:
        return _single(groups[0], last, tail)
    if points.count(last) == 1 and last in ".,":
        return (FigureForm.DECIMAL, last) if _are_groups(groups) and len(set(signs[:-1])) == 1 else None
    return (FigureForm.GROUPS, last) if _are_groups(parts) and len(set(signs)) == 1 else None


def _single(head: str, sign: str, tail: str) -> tuple[FigureForm, str] | None:
    """Decide on a figure with one sign: before three digits it may be either, if the digits before can be a group."""
    if _YEAR.match(head) or (sign == "," and _YEAR.match(tail)):
        return None
    is_group = len(tail) == _THREE and len(head) <= _THREE and not head.startswith("0")
    return (FigureForm.OPEN if is_group else FigureForm.DECIMAL), sign


def _are_groups(parts: list[str]) -> bool:
    """Check whether digits stand in groups of three, or as in India in groups of two before the last."""
    head, *rest = parts
    inner = {len(part) for part in rest[:-1]}
    return 0 < len(head) <= _THREE and len(rest[-1]) == _THREE and (inner <= {_THREE} or inner == {2})


def _is_named(text: str, match: re.Match[str], language: str) -> bool:
    """Check whether a figure is a label, a clock time, the day of a month, or two items of a list."""
    words = label_words(language)
    before = _WORD_BACKWARDS.match(text[max(0, match.start() - _BACK) : match.start()][::-1])
    behind = _WORD_BEHIND.match(text, match.end())
    if before and ((low := before[1][::-1].lower()) in words.words or low in _NUMBERED):
        return True
    if behind and behind[1].lower() in words.clock:
        return True
    listed = "," in match.group() and " " not in match.group() and _LISTED.match(text, match.end())
    return bool(listed) or (language != "en" and _is_day(text, match))


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Check whether a figure is a day and a month with a full stop after both: "am 12.5.", "22.04"."""
    day, sign, month = match.group().partition(".")
    if not sign or not (day.isdigit() and month.isdigit() and len(month) <= 2):
        return False
    dated = text[match.end() : match.end() + 1] == "." or month.startswith("0") or len(month) == 2
    return dated and 0 < int(day[:3]) <= 31 and 0 < int(month) <= 12


def is_scaled(text: str, end: int, language: str) -> bool:
    """Check whether a scale word follows a figure: "1.234 billion", "1.234bn".

    >>> is_scaled("1.234 billion", 5, "en"), is_scaled("1.234 crossings", 5, "en")
    (True, False)
    """
    behind, words = _WORD_BEHIND.match(text, end), number_words(language)
    return behind is not None and behind[1].lower() in {*words.scales, *words.short_scales}


def rewritten(text: str, signs: Mapping[WrittenFigure, str]) -> str:
    """Rewrite some figures of a text with unambiguous signs, at the same length.

    >>> (form,) = written_figures("10.455 crossings")
    >>> rewritten("10.455 crossings", {form: ","}), rewritten("10.455 crossings", {form: "."})
    ('10٬455 crossings', '10٫455 crossings')

    Args:
        text: The text.
        signs: The decimal sign of each figure, in order of the text; every other sign separates groups.
    """
    pieces, at = [], 0
    for form, decimal in signs.items():
        pieces += [text[at : form.start], _clear(text[form.start : form.end], decimal)]
        at = form.end
    return "".join((*pieces, text[at:]))


def _clear(raw: str, decimal: str) -> str:
    return "".join(c if c.isdigit() else DECIMAL_SIGN if c == decimal else GROUP_SIGN for c in raw)
