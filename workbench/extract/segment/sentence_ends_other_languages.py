"""Corrects the sentence splitter in languages other than English: removes its wrong boundaries.

The full stops in "Im 3. Quartal", "бр. 7" and "2,5 млрд. евра" end no sentence. The splitter knows the most common
abbreviations of a language; the word file knows those that stand beside figures.
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
    """Words behind which a full stop may not end a sentence.

    Attributes:
        never: A sentence always goes on behind these ("Dr.", "бр.").
        sometimes: It goes on behind these where a small letter or a figure follows ("Mio.", "млрд.").
        ranked: Nouns behind an ordinal in figures ("3. Quartal").
    """

    never: frozenset[str]
    sometimes: frozenset[str]
    ranked: frozenset[str]


@cache
def stops(language: str) -> Stops:
    """Read the words of a language from its word file.

    >>> "dr" in stops("de").never, "quartal" in stops("de").ranked
    (True, True)
    """
    file = raw_tables(language)
    ranked = {*file["sentences"]["ranked"], *file["periods"]["units"], *file["periods"]["months"]}
    sometimes = frozenset(file["grammar"]["abbreviations"])
    return Stops(frozenset(file["sentences"]["never"]), sometimes, frozenset(ranked))


def goes_on(text: str, cut: int, language: str) -> bool:
    """Check whether a sentence goes on where the splitter would cut it.

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
    """Check whether a cut falls inside a word or an address, and not between two signs of a script without spaces."""
    return text[cut - 1].isascii() and text[cut].isalnum()
