"""Words that deny a change: "has not fallen", "did not rise"."""

from __future__ import annotations

from workbench.extract.words.change_words import word_set
from workbench.extract.words.lexer import Tokens, word_at


def denial(tokens: Tokens, i: int) -> int | None:
    """Find the index of the word that denies a verb: "has not fallen", "did not rise", "hasn't been cut".

    >>> from workbench.extract.words.lexer import lex
    >>> denial(lex("has not been cut"), 3), denial(lex("not only rose"), 2)
    (1, None)
    """
    k = i - 1
    while (word := word_at(tokens, k)) in {"be", "been", "being", "once"} or (word[-2:] == "ly" and word != "only"):
        k -= 1
    return k if word in {"not", "never"} or word in word_set("bare", "denied", tokens.language) else None
