"""Finds what makes a passage no statement: "It is a lie: plus 5 percent", "nobody records an increase of 5 percent".

The readers of statements look at the words of one sentence in their own order. A passage with such words beside its parts is
left as it stands.
"""

from __future__ import annotations

import re

from workbench.extract.words.word_patterns import holds_phrase, word_pattern

_BESIDE = ("intro", "rest", "rest2")
"""Blanks for words beside a statement."""
_INSIDE = ("topic",)
"""Blanks for words that a statement is about."""
_UNSAID = ("denied", "unreal", "doubtful", "duty")
_SHORT = 80
"""Letters of a sentence that says of the next one that it is not so."""


def is_stated(found: re.Match[str], language: str) -> bool:
    """Check that the words beside the parts of a passage do not deny, doubt, wish or demand it.

    >>> is_stated(re.match("(?P<intro>.*): (?P<topic>.*)", "Our aim: plus 5 percent"), "en")
    False
    """
    words = {name: said for name, said in found.groupdict().items() if said}
    beside = " ".join(words[name] for name in _BESIDE if name in words)
    inside = " ".join(words[name] for name in _INSIDE if name in words)
    if any(holds_phrase(said, "assertions", "negation", language) for said in (beside, inside)):
        return False
    return not (is_unsaid(beside, language) or _nearly(inside, language))


def is_unsaid(words: str, language: str) -> bool:
    """Check whether a few words say that what stands beside them is denied, doubted, wished or demanded.

    >>> [is_unsaid(said, "en") for said in ("That is a lie!", "If only!", "Listen to this!")]
    [True, True, False]
    """
    if not words or len(words) > _SHORT:
        return False
    return holds_phrase(words, "retelling", "unsaid", language) or any(
        holds_phrase(words, "assertions", key, language) for key in _UNSAID
    )


def _nearly(words: str, language: str) -> bool:
    """Check for words by which something was nearly or perhaps so."""
    pattern = word_pattern("retelling", "nearly", language)
    return pattern is not None and pattern.search(words) is not None
