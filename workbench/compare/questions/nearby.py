"""What stands in a claim's sentence near the claim itself: words that say what sort of figure is meant.

"the lowest since 1974", "every year since" and "on average" often stand outside the few words that make the
claim. What belongs to another clause of the sentence ("…, and unemployment is the lowest since 1974") must not be taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from workbench.core.claim import Claim
from workbench.core.text import Span

_BREAK = re.compile(r"[;:]|\s[—–]\s|,?\s\b(?:and|but|while|whereas|although|though|yet)\b\s", re.IGNORECASE)
"""Where another clause begins."""

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
_ORDERED = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_NUMBERS = {
    **{name: number for number, name in enumerate(_ONES.split(), start=1)},
    **{name: 10 * number for number, name in enumerate(_TENS.split(), start=2)},
}
_ORDINALS = {name: number for number, name in enumerate(_ORDERED.split(), start=1)}
NUMBER = rf"(?:\d{{1,3}}|a\ hundred|{'|'.join(_NUMBERS)})"
"""A small number in digits or in a word."""

ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
"""An ordinal in digits or in a word."""


REACH, MOST = 400, 60
"""How many letters before and behind a claim are looked at, and at how many finds: more is a pasted page and no clause."""


@dataclass(frozen=True, slots=True)
class Near:
    """Words that were found near a claim.

    Attributes:
        found: The match in the claim's sentence.
        span: Where it stands, in the text that was read.
    """

    found: re.Match[str]
    span: Span


def near(claim: Claim, pattern: re.Pattern[str]) -> Iterator[Near]:
    """What a pattern finds in the claim's own clause, the nearest to the claim first; English sentences only."""
    if claim.language != "en":
        return
    offset, text = claim.sentence.start, claim.context
    start, end = claim.span.start - offset, claim.span.end - offset
    found_near = islice(pattern.finditer(text, max(0, start - REACH), max(0, end) + REACH), MOST)
    matches = [found for found in found_near if not _parted(text, found, start, end)]
    for found in sorted(matches, key=lambda match: (_gap(match, start, end), match.start())):
        yield Near(found, Span(found.start() + offset, found.end() + offset))


def _gap(match: re.Match[str], start: int, end: int) -> int:
    return max(0, match.start() - end, start - match.end())


def _parted(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether another clause begins between the words and the claim."""
    if match.start() >= end:
        return bool(_BREAK.search(text, end, match.start() + 1))
    return match.end() <= start and bool(_BREAK.search(text, match.end(), start))


def small_number(words: str) -> int:
    """The value of a small number or ordinal, in digits or in a word.

    >>> [small_number(said) for said in ("third", "42nd", "ten", "a hundred", "20")]
    [3, 42, 10, 100, 20]
    """
    said = words.lower().removeprefix("a ")
    return _ORDINALS.get(said) or _NUMBERS.get(said) or int(re.sub(r"\D", "", said) or 0)
