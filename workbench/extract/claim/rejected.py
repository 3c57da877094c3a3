"""Statements that are told only to be denied: "It is not true that …", "They say it was 26 percent, which is a lie", "…? Nonsense."

What is denied from outside says the opposite of its words. Its figure bears nothing out, and refutes nothing.
"""

from __future__ import annotations

from workbench.core.text import Span
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.words.word_patterns import says

_AHEAD = 160
"""Letters before a claim in which a denial of it may stand: "It is not true, whatever the minister said, that …"."""
_NEXT = 60
"""Letters of the next sentence that may deny this one."""
_QUOTES = "“”„\"'’»«›‹) \n"


def is_rejected(passage: SentenceReading, span: Span) -> bool:
    """Whether the words around a claim deny it as a whole, before it, behind it in its sentence, or at the head of the next one.

    >>> from workbench.core.text import Sentence
    >>> said = "It is a lie that 5 percent left. It was 6 percent. Nobody can deny that 7 percent did."
    >>> for start, end in ((0, 32), (33, 50), (51, 86)):
    ...     print(is_rejected(SentenceReading(said, Sentence(Span(start, end), 0)), Span(end - 8, end)))
    True
    False
    False

    Args:
        passage: The sentence.
        span: The claim.
    """
    text, end = passage.text, passage.sentence.span.end
    first = max(passage.sentence.span.start, span.start - _AHEAD)
    if _finds(passage, "rejected", text[first : span.start]) or _finds(passage, "rejected_tail", text[span.end : end]):
        return True
    following = text[end : end + _NEXT].lstrip(_QUOTES)
    if _finds(passage, "rejected_next", following):
        return True
    open_ = passage.words.rstrip(_QUOTES).endswith("?") or _finds(passage, "rejected_told", text[first : span.start])
    return open_ and _finds(passage, "rejected_answer", following)


def _finds(passage: SentenceReading, key: str, words: str) -> bool:
    return bool(words) and says(words, "tenses", key, passage.language)
