"""Words for a limit that a value passes: "fell below 5 percent", "stieg über 5 Prozent"."""

from __future__ import annotations

from workbench.core.claim import Direction
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.word_files import ENGLISH

_LIMITS = {"below": Direction.DOWN, "under": Direction.DOWN, "above": Direction.UP}


def limit_passed(tokens: Tokens, i: int) -> Direction | None:
    """Find the way that leads past a limit, by the word before it; None for other words.

    In English "rose over 5 percent" may be by more than 5; where "by" is always said ("um", "за"), it is past 5.

    >>> from workbench.extract.words.lexer import lex
    >>> limit_passed(lex("below 5"), 0).value, limit_passed(lex("over 5"), 0), limit_passed(lex("über 5", "de"), 0).value
    ('down', None, 'up')
    """
    over = word_at(tokens, i) in {"over", "more"} and tokens.language != ENGLISH
    return Direction.UP if over else _LIMITS.get(word_at(tokens, i))
