"""A gap told behind its noun: "8 million hectares of forest more than Peru", "8 Hektar Wald mehr als Peru".

Without a pause between the noun and "more than", the figure is the size of the gap and no level; behind a comma ("8 million
hectares of forest, more than Peru") it stays one.
"""

from __future__ import annotations

from workbench.core.claim import Direction
from workbench.extract.time.year_figures import year_at
from workbench.extract.units.words_before_counted_noun import piece_at
from workbench.extract.words.change_words import ways
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import TokenKind, Tokens, is_capital, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH

_MORE = frozenset({"more", "less", "fewer"})
_NO_OTHER = frozenset(
    {"a", "an", "half", "once", "twice", "enough", "ever", "usual", "expected", "needed", "any", "all"}
)
"""Behind "than": what is no figure of another place or time."""
_NOUN, _OWN = 3, 5


def more_behind_noun(tokens: Tokens, j: int) -> tuple[Direction, int] | None:
    """Find the direction and index of the "more" or "less" that makes a figure a gap; None where there is none.

    >>> from workbench.extract.words.lexer import lex
    >>> more_behind_noun(lex("8 hectares of forest more than Peru"), 2)
    (<Direction.UP: 'up'>, 4)
    >>> more_behind_noun(lex("8 hectares of forest, more than Peru"), 2) is None
    True

    Args:
        tokens: The sentence.
        j: The index behind the figure and its unit.
    """
    end = _past_noun(tokens, j)
    if end is None or word_at(tokens, end) not in _MORE:
        return None
    return (ways("behind", tokens.language)[word_at(tokens, end)], end) if _than_another(tokens, end + 1) else None


def _past_noun(tokens: Tokens, j: int) -> int | None:
    """Find the index behind the noun that a figure is of: "of forest", in other languages also "Wald", "шума"."""
    linked = word_at(tokens, j) == "of"
    if not linked and tokens.language == ENGLISH:
        return None
    at = j + linked
    for _ in range(_NOUN):
        if word_at(tokens, at) in _MORE:
            break
        piece = piece_at(tokens, at) if is_kind(tokens, at, TokenKind.WORD) else None
        if piece is None:
            return None
        at = piece.end
    if at == j + linked or (grammar(tokens.language).noun == "capital" and not is_capital(tokens, at - 1)):
        return None
    return at


def _than_another(tokens: Tokens, at: int) -> bool:
    """Check for "than" and something with a figure of its own, also behind the own place: "more in Chile than in Peru"."""
    links = {"than"} if tokens.language == ENGLISH else {"than", "of"}
    for k in range(at, at + _OWN):
        if word_at(tokens, k) in links:
            counted = is_kind(tokens, k + 1, TokenKind.NUMBER) and year_at(tokens, k + 1) is None
            return not counted and word_at(tokens, k + 1) not in _NO_OTHER
        if not is_kind(tokens, k, TokenKind.WORD):
            return False
    return False
