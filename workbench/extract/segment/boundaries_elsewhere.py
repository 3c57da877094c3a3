"""Corrects the sentence splitter in languages other than English: removes boundaries that end no sentence.

"Im 3. Quartal", "бр. 7" and "2,5 млрд. евра" hold a full stop that ends nothing. The splitter knows the
commonest abbreviations of a language; the word file knows those that stand beside figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.extract.words.word_files import raw_tables

_BEFORE = re.compile(r"([^\s(\[„“\"«]+)\.\s*\Z")
_AFTER = re.compile(r"\s*([^\s.,;:!?]+)")
_FAR = 40
_LONGEST_RANK = 4


@dataclass(frozen=True, slots=True)
class Stops:
    """Words whose full stop may end nothing.

    Attributes:
        never: Behind these a sentence goes on ("Dr.", "бр.").
        sometimes: Behind these it goes on where a small letter or a figure follows ("Mio.", "млрд.").
        ranked: What a rank in figures may stand before ("3. Quartal").
    """

    never: frozenset[str]
    sometimes: frozenset[str]
    ranked: frozenset[str]


@cache
def stops(language: str) -> Stops:
    """Return the words of a language.

    >>> "dr" in stops("de").never, "quartal" in stops("de").ranked
    (True, True)
    """
    file = raw_tables(language)
    ranked = {*file["sentences"]["ranked"], *file["periods"]["units"], *file["periods"]["months"]}
    sometimes = frozenset(file["grammar"]["abbreviations"])
    return Stops(frozenset(file["sentences"]["never"]), sometimes, frozenset(ranked))


def goes_on(text: str, cut: int, language: str) -> bool:
    """Return whether a sentence goes on where the splitter would cut.

    Args:
        text: The whole text.
        cut: Where the next sentence would begin.
        language: One with a word file, or ``und``.

    >>> goes_on("Im 3. Quartal", 5, "de"), goes_on("Es waren 16. Danach", 12, "de"), goes_on("бр. 7", 3, "mk")
    (True, False, True)
    """
    if 0 < cut < len(text) and not (text[cut - 1].isspace() or text[cut].isspace()):
        return _is_inside(text, cut)
    before, after = _BEFORE.search(text, max(0, cut - _FAR), cut), _AFTER.match(text, cut)
    if before is None or after is None:
        return False
    words, word, following = stops(language), before[1].casefold(), after[1]
    if word in words.never:
        return True
    if word.isdigit() and len(word) <= _LONGEST_RANK:
        return following[0].islower() or following.casefold() in words.ranked
    return word in words.sometimes and (following[0].islower() or following[0].isdigit())


def _is_inside(text: str, cut: int) -> bool:
    """Return whether a cut falls into a word or address, and not between two signs of writing without spaces."""
    return text[cut - 1].isascii() and text[cut].isalnum()
