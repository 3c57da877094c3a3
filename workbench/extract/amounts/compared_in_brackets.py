"""Figures in brackets that a sentence compares: "higher in Malta (56), lower in Spain (46)"; else a small one is a note."""

from __future__ import annotations

from workbench.extract.words.change_words import ways
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at

_TWO = 2


def is_compared(tokens: Tokens) -> bool:
    """Check whether a sentence has two figures in brackets and a comparative.

    >>> from workbench.extract.words.lexer import lex
    >>> [is_compared(lex(said)) for said in ("higher in Malta (56), lower in Spain (46)", "Malta (56) and Spain (46)")]
    [True, False]
    """
    compared = ways("behind", tokens.language)
    opened = sum(token.low == "(" and is_kind(tokens, k + 1, TokenKind.NUMBER) for k, token in enumerate(tokens))
    return opened >= _TWO and any(word_at(tokens, k) in compared for k in range(len(tokens)))
