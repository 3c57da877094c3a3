"""Recognize the numbers of list items, which count nothing."""

from __future__ import annotations

from workbench.extract.words.lexer import TokenKind, Tokens, glued, is_kind, word_at

_ITEM = 3
"""Most digits of an item's number, and most tokens of it with its punctuation."""


def is_list_number(tokens: Tokens) -> bool:
    """Check whether a sentence begins with the number of a list item: "2. wages", "2.) wages"; not "2.5 percent".

    >>> from workbench.extract.words.lexer import lex
    >>> [is_list_number(lex(said)) for said in ("2. wages rose", "2.) wages rose", "2.5 percent", "2 jobs", "2.")]
    [True, True, False, False, False]
    """
    if not is_kind(tokens, 0, TokenKind.NUMBER) or len(tokens[0].low) > _ITEM:
        return False
    end = next((k for k in range(1, _ITEM) if word_at(tokens, k) not in {".", ")"} or not glued(tokens, k)), _ITEM)
    return 1 < end < len(tokens) and not glued(tokens, end)
