"""The forms of written figures: which sign stands before the decimals, and where the form alone does not tell.

"1.234,5" and "12,3 %" show by their form which sign is which, "10.455" does not. What is shown in one
place of a document settles what is not in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from workbench.extract.words.lexicon import label_words, number_words

SPACES = " \u00a0\u202f\u2009\u2007"
APOSTROPHES = "'’"
DECIMAL_SIGN, GROUP_SIGN = "٫", "٬"
"""Signs that mean one thing only, wherever they stand: before decimals, and between groups of digits."""

_GROUPED = rf"[0-9]{{1,3}}(?:[{SPACES}{APOSTROPHES}][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?"
_SIGNED = r"[0-9]+(?:[.,][0-9]+)+"
_FIGURE = re.compile(rf"(?<![\w.,'’/#:])(?:{_GROUPED}|{_SIGNED})(?![.,/:][0-9]|[0-9])")
_ANY = re.compile(r"[0-9][.,'’\u00a0\u202f\u2009\u2007 ][0-9]")
_PIECES = re.compile(rf"[{SPACES}{APOSTROPHES}.,]")
_YEAR = re.compile(r"(?:1[6-9]|20)[0-9]{2}\Z")
_WORD_BACKWARDS = re.compile(r"[.\s]{0,3}([^\W\d_]+|[§#№])")
"""The word before a figure, from its end on: each letter is looked at once."""

_WORD_BEHIND = re.compile(r"[\s-]?([^\W\d_]+)")
_LISTED = re.compile(r",?\s*(?:,|&|and|or|und|oder|и|или)\s*[0-9]+(?![.,0-9])|-[^\W\d_]")
_NUMBERED = frozenset({"§", "#", "№"})
_BACK, _THREE = 24, 3


class FigureForm(Enum):
    """What the signs in a written figure show: decimals, groups of thousands, or neither for sure."""

    DECIMAL = "decimal"
    GROUPS = "groups"
    OPEN = "open"


class WrittenFigure(NamedTuple):
    """A written figure.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        kind: Whether its form shows decimals, shows groups of thousands alone, or leaves open which of the two.
        sign: The full stop or comma that its kind speaks of; empty where groups are parted by spaces or apostrophes.
    """

    start: int
    end: int
    kind: FigureForm
    sign: str


def written_figures(text: str, language: str = "en") -> Iterator[WrittenFigure]:
    """Yield the figures of a text that hold a sign or a space; years, dates, clock times, lists and labels are left out.

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
    """Return evidence of a figure's form on a sign; None where it is a date, an address or the like."""
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
    """Return a figure with one sign: before three digits it may be either, unless what stands before is no group."""
    if _YEAR.match(head) or (sign == "," and _YEAR.match(tail)):
        return None
    is_group = len(tail) == _THREE and len(head) <= _THREE and not head.startswith("0")
    return (FigureForm.OPEN if is_group else FigureForm.DECIMAL), sign


def _are_groups(parts: list[str]) -> bool:
    """Return whether digits stand in groups of three, or of two before the last as in India."""
    head, *rest = parts
    inner = {len(part) for part in rest[:-1]}
    return 0 < len(head) <= _THREE and len(rest[-1]) == _THREE and (inner <= {_THREE} or inner == {2})


def _is_named(text: str, match: re.Match[str], language: str) -> bool:
    """Return whether a figure is a label, a clock time, the day of a month, or two items of a list."""
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
    """Return whether a figure is a day and a month with a full stop behind both: "am 12.5.", "22.04"."""
    day, sign, month = match.group().partition(".")
    if not sign or not (day.isdigit() and month.isdigit() and len(month) <= 2):
        return False
    dated = text[match.end() : match.end() + 1] == "." or month.startswith("0") or len(month) == 2
    return dated and 0 < int(day[:3]) <= 31 and 0 < int(month) <= 12


def is_scaled(text: str, end: int, language: str) -> bool:
    """Return whether a word of scale stands behind a figure: "1.234 billion", "1.234bn".

    >>> is_scaled("1.234 billion", 5, "en"), is_scaled("1.234 crossings", 5, "en")
    (True, False)
    """
    behind, words = _WORD_BEHIND.match(text, end), number_words(language)
    return behind is not None and behind[1].lower() in {*words.scales, *words.short_scales}


def rewritten(text: str, signs: Mapping[WrittenFigure, str]) -> str:
    """Return the text with some figures in signs that mean one thing only; as long as before.

    >>> (form,) = written_figures("10.455 crossings")
    >>> rewritten("10.455 crossings", {form: ","}), rewritten("10.455 crossings", {form: "."})
    ('10٬455 crossings', '10٫455 crossings')

    Args:
        text: The text.
        signs: The sign that stands before the decimals of each figure, in order of the text; any other is one between groups.
    """
    pieces, at = [], 0
    for form, decimal in signs.items():
        pieces += [text[at : form.start], _clear(text[form.start : form.end], decimal)]
        at = form.end
    return "".join((*pieces, text[at:]))


def _clear(raw: str, decimal: str) -> str:
    return "".join(c if c.isdigit() else DECIMAL_SIGN if c == decimal else GROUP_SIGN for c in raw)
