"""Handle raised digits: footnote marks are not part of a figure, but powers are.

If "16,000¹ attempts" loses the information that the 1 is raised, it becomes 160,001. Each format has its own way to
raise digits; here they become superscript characters, and footnote marks are then removed.
"""

from __future__ import annotations

import re

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UP = str.maketrans("0123456789", _RAISED)
_FIGURES = re.compile(r"[\[(]?\s?(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\s?[\])]?\Z", re.ASCII)
_UNIT = r"(?:\A|[\d\s(/])(?:[kcdm]?m|ft|in|mi|yd)"
_LENGTH = re.compile(rf"{_UNIT}\Z")
_MARK = re.compile(rf"(?<=[\w.,;:!?\"'”’»)\]%])[{_RAISED}]+(?:[,–-][{_RAISED}]+)*(?![{_RAISED}⁄])")
_KEEPS = re.compile(rf"(?:{_UNIT}|(?:\A|[\W\d_])[^\W\d_aAI]|(?:\A|[^\d.,])10)\Z")
_LOOKED_BACK, _LONGEST = 12, 40
"""Characters read before a mark, and most characters of a mark."""

_SUP = re.compile(r"<sup\b[^<>]{0,200}>(.{0,200}?)</sup\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def raised(before: str, words: str) -> str:
    """Convert raised text after some words to plain text.

    Digits become superscript characters, except after a unit of length, whose square and cube are written with plain
    ones ("km2"); letters ("21st") are unchanged.

    >>> raised("16,000", "[1]"), raised("25 km", "2"), raised("the 21", "st")
    ('¹', '2', 'st')
    """
    figures = _FIGURES.match(words.strip()[: _LONGEST + 1])
    if not figures or len(words.strip()) > _LONGEST:
        return words
    plain = figures[1].replace(" ", "")
    return plain if plain in {"2", "3"} and _LENGTH.search(before[-_LOOKED_BACK:]) else plain.translate(_UP)


def raised_in(markup: str) -> str:
    """Convert the contents of ``<sup>`` in markup to plain text.

    >>> raised_in("<b>16,000</b><sup><a href='#1'>1</a></sup> in 25 km<sup>2</sup>")
    '<b>16,000</b>¹ in 25 km2'
    """

    def plain(found: re.Match[str]) -> str:
        before = _TAG.sub("", markup[max(0, found.start() - 200) : found.start()])
        return raised(before, _TAG.sub("", found[1]))

    return _SUP.sub(plain, markup)


def without_note_marks(text: str) -> str:
    """Remove superscript digits that refer to notes; powers stay, and so do marks at the beginning of a note.

    >>> without_note_marks("16,000¹ attempts in 25 km², said the minister.²,³ It was 3·10⁶.")
    '16,000 attempts in 25 km², said the minister. It was 3·10⁶.'
    """
    return _MARK.sub(lambda mark: mark[0] if _power(mark) else "", text)


def _power(mark: re.Match[str]) -> bool:
    """Check whether superscript digits are a power: of a length, of a single letter, or of ten."""
    return _KEEPS.search(mark.string[max(0, mark.start() - _LOOKED_BACK) : mark.start()]) is not None
