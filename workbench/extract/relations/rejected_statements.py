"""Statements that are repeated only to deny them.

Examples: "It is not true that it was 26 percent", "It was 26 percent? Nonsense".

Such a denial means the opposite of its words, so that the figure neither supports nor refutes them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from workbench.core.document import Span
from workbench.extract.words.word_patterns import word_pattern

REJECTED = ("rejected", "rejected_tail", "rejected_next", "rejected_told", "rejected_answer")
"""Classes of phrases that deny a whole statement, of the word file's tenses."""

_BEHIND = ("rejected_next", "rejected_answer")
"""The classes of these that stand in the next sentence."""

_FOLLOWING = 60
"""Characters of the next sentence that may deny this one."""

_AHEAD = 160
"""Characters before a claim in which its denial may stand: "It is not true, whatever the minister said, that …"."""

_CREDITED = "credited"
"""Class of the sentences behind a statement that only tell whose it is: "So says the leaflet."."""

_BEFORE_ANSWER = re.compile(r"\A(?:[\w-]+(?:\s[\w-]+)?!\s+)?(?:[^\W\d_]+,\s+(?=[a-zà-я]+\s[a-zà-я]))?")
"""What may stand before a denial: the figure once more, and who is spoken to: "Sixty-two! Friends, | that is a lie"."""

_QUOTES = "“”„\"'’»«›‹)–—- \n"


@lru_cache(maxsize=32)  # asked again for each claim of a sentence
def rejected_behind(text: str, sentence: Span, language: str) -> Mapping[str, re.Pattern[str]]:
    """Select the classes that deny a statement at the start of the next sentence, each with its pattern.

    >>> sorted(rejected_behind("It was 5 percent. Wrong!", Span(0, 17), "en"))
    ['rejected_answer']
    """
    following = _following(text, sentence, language)[0]
    known = ((key, word_pattern("tenses", key, language)) for key in _BEHIND if following)
    return {key: pattern for key, pattern in known if pattern is not None and pattern.search(following)}


def _following(text: str, sentence: Span, language: str) -> tuple[str, bool]:
    """Cut the text behind a sentence to the part that may deny it; True where it is said to be somebody else's."""
    behind = text[sentence.end : sentence.end + 2 * _FOLLOWING].lstrip(_QUOTES)
    pattern = word_pattern("tenses", _CREDITED, language) if behind else None
    credited = None if pattern is None else pattern.match(behind)
    answer = _BEFORE_ANSWER.sub("", behind[credited.end() if credited else 0 :].lstrip(_QUOTES), count=1)
    return answer[:_FOLLOWING].lstrip(_QUOTES), credited is not None


def is_rejected(text: str, sentence: Span, span: Span, may: Mapping[str, re.Pattern[str]], language: str) -> bool:
    """Check whether a claim is denied as a whole: before it, behind it in its sentence, or at the start of the next.

    >>> from workbench.extract.words.word_patterns import possible_classes
    >>> said = "It is a lie that 5 percent left. It was 6 percent. Nobody can deny that 7 percent did."
    >>> may = possible_classes(said, "tenses", REJECTED, "en")
    >>> spans = ((0, 32), (33, 50), (51, 86))
    >>> [is_rejected(said, Span(start, end), Span(end - 8, end), may, "en") for start, end in spans]
    [True, False, False]

    Args:
        text: The whole text.
        sentence: The sentence of the claim.
        span: The claim.
        may: The classes of `REJECTED` that the sentence and the text behind it may have, each with its pattern.
        language: The language whose word file the text is read by.
    """
    if may.keys().isdisjoint(REJECTED):
        return False
    end = sentence.end
    before = text[max(sentence.start, span.start - _AHEAD) : span.start]
    following, credited = _following(text, sentence, language)
    said = (("rejected", before), ("rejected_tail", text[span.end : end]), ("rejected_next", following))
    if any(key in may and may[key].search(words) for key, words in said):
        return True
    reported = "rejected_told" in may and may["rejected_told"].search(before) is not None
    open_ = reported or credited or sentence.cut(text).rstrip(_QUOTES).endswith("?")
    return open_ and "rejected_answer" in may and may["rejected_answer"].search(following) is not None
