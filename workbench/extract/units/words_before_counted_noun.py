"""Read the words between a figure and its plural noun: adjectives, compounds, names with figures of their own.

"45,000 full-time jobs", "3,000 small and medium-sized firms", "63,000 Model 3 sedans" and "eight million 250 ml
bottles" count one thing each. Reading must not stop at the first hyphen, "and" or figure.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.extract.units.unit_words import units
from workbench.extract.words.lexer import TokenKind, Tokens, glued, is_capital, is_kind, word_at
from workbench.extract.words.word_tables import noun_words, number_words

_DIGITS = 4
_TIES = frozenset("-‐‑")
_MOST_TIED = 24  # tokens; a longer chain is no word, and walking it from each of its parts would be slow
_PRONOUNS = frozenset({"it", "that", "he", "she", "what", "who", "there", "here", "let", "where", "how"})


class NounPiece(NamedTuple):
    """One word of a noun phrase, or several joined by hyphens.

    Attributes:
        text: Its characters in lower case.
        last: The last word in it, which may be the plural noun.
        end: The index after it.
        describes: Whether it looks like an adjective.
    """

    text: str
    last: str
    end: int
    describes: bool = False


def piece_at(tokens: Tokens, j: int) -> NounPiece | None:
    """Read the piece of a noun phrase at a token; None where no noun phrase can contain what stands there.

    >>> from workbench.extract.words.lexer import lex
    >>> [piece_at(lex(t), 0) is not None for t in ("full-time jobs", "of the jobs", "250 ml bottles", "5, 6")]
    [True, False, True, False]
    """
    if is_kind(tokens, j, TokenKind.WORD):
        end = tied_end(tokens, j)
        return _tied(tokens, j, end) if end > j + 1 else _word(tokens, j)
    return _figure(tokens, j) if is_kind(tokens, j, TokenKind.NUMBER) else None


def _word(tokens: Tokens, j: int) -> NounPiece | None:
    low = tokens[j].low
    if low in number_words(tokens.language).small:  # "two of the three members" are two amounts
        return None
    named = len(low) > 1 or (is_capital(tokens, j) and is_capital(tokens, j - 1))  # "Model S and Model X vehicles"
    return NounPiece(low, low, j + 1, _describes(tokens, j)) if named and belongs(tokens, j) else None


def _tied(tokens: Tokens, j: int, end: int) -> NounPiece | None:
    """Read a compound; its noun is its last word, or its first before a preposition ("brothers-in-law")."""
    stops = noun_words(tokens.language).stops
    if tokens[j].low in stops and not is_kind(tokens, j + 2, TokenKind.WORD):  # the rest of "5-to-4"
        return None
    last = j if word_at(tokens, j + 2) in stops and end == j + 5 else end - 1
    return NounPiece(_text(tokens, j, end), word_at(tokens, last), end, describes=True)


def tied_end(tokens: Tokens, j: int) -> int:
    """Find the end of words joined by hyphens without spaces ("small-to-medium-sized"): the index after them.

    >>> from workbench.extract.words.lexer import lex
    >>> tied_end(lex("state-owned firms"), 0), tied_end(lex("state - owned"), 0)
    (3, 1)
    """
    end = j + 1
    while (
        end < j + _MOST_TIED
        and word_at(tokens, end) in _TIES
        and glued(tokens, end)
        and glued(tokens, end + 1)
        and tokens[end + 1].kind is not TokenKind.SIGN
    ):
        end += 2
    return end


def _text(tokens: Tokens, first: int, end: int) -> str:
    return "".join("-" if token.low in _TIES else token.low for token in tokens[first:end])


def _figure(tokens: Tokens, j: int) -> NounPiece | None:
    """Read a figure that is part of a name or a measurement of the thing counted.

    Examples: "737 Max jets", "12-page leaflets", "250 ml bottles".
    """
    end = tied_end(tokens, j)
    if end > j + 1:
        return NounPiece(_text(tokens, j, end), "", end, describes=True)
    after = word_at(tokens, j + 1)
    table = units(tokens.language)
    if after in table.short or (
        table.longest.get(after) == 1 and after not in table.signs and is_singular(tokens, j + 1)
    ):
        return NounPiece("", "", j + 2, describes=True)
    plain = tokens[j].low.isdigit() and len(tokens[j].low) <= _DIGITS
    behind = is_capital(tokens, j - 1) and is_kind(tokens, j - 2, TokenKind.NUMBER)
    named = behind or (is_capital(tokens, j + 1) and not is_kind(tokens, j - 1, TokenKind.NUMBER))
    return NounPiece(tokens[j].low, "", j + 1) if plain and named else None


def is_singular(tokens: Tokens, j: int) -> bool:
    """Check whether a unit is in the singular, as it is before a noun ("50 euro notes").

    >>> from workbench.extract.words.lexer import lex
    >>> is_singular(lex("50 euro notes"), 1), is_singular(lex("50 euros each"), 1)
    (True, False)
    """
    return not word_at(tokens, j).endswith("s") and is_kind(tokens, j + 1, TokenKind.WORD)


def belongs(tokens: Tokens, j: int) -> bool:
    """Check whether a word may belong to a noun phrase.

    >>> from workbench.extract.words.lexer import lex
    >>> belongs(lex("new jobs"), 0), belongs(lex("than before"), 0)
    (True, False)
    """
    if not is_kind(tokens, j, TokenKind.WORD):
        return False
    low = tokens[j].low
    contracted = ("'" in low or "’" in low) and (low[-2:] not in {"'s", "’s"} or low[:-2] in _PRONOUNS)
    if low not in noun_words(tokens.language).stops:
        return not contracted
    return _describes_all_the_same(tokens, j) or _is_more(tokens, j)


def _describes_all_the_same(tokens: Tokens, j: int) -> bool:
    """Check whether a word that usually ends a phrase describes a noun here: "two earlier opinions", "12 US states"."""
    words, raw = noun_words(tokens.language), tokens[j].raw
    if not is_kind(tokens, j + 1, TokenKind.WORD) or word_at(tokens, j + 1) in words.stops:
        return False
    initials = len(raw) == 2 and raw.isupper() and not tokens[j + 1].raw.isupper()
    return initials or raw.lower() in words.adjectives


def _is_more(tokens: Tokens, j: int) -> bool:
    return word_at(tokens, j) in {"more", "fewer", "less"} and word_at(tokens, j + 1) not in {"than", "or", "and"}


def _describes(tokens: Tokens, j: int) -> bool:
    """Check whether a word looks like an adjective or a name: "rural", "small", "Syrian"."""
    words, low = noun_words(tokens.language), tokens[j].low
    return low in words.adjectives or low.endswith(words.adjective_endings) or is_capital(tokens, j)


def joined(tokens: Tokens, last: NounPiece) -> NounPiece | None:
    """Read the piece after a comma, "and" or "or" that joins two descriptions of one noun.

    Example: "small and medium-sized firms".

    >>> from workbench.extract.words.lexer import lex
    >>> words = lex("Syrian and Iraqi refugees"); joined(words, piece_at(words, 0)).text
    'and iraqi'
    """
    joiner = word_at(tokens, last.end)
    if joiner not in {",", "and", "or"} or not last.describes:
        return None
    other = piece_at(tokens, last.end + 1)
    if other is None or not other.describes or not is_kind(tokens, last.end - 1, TokenKind.WORD):
        return None
    alike = is_capital(tokens, last.end - 1) == is_capital(tokens, last.end + 1)
    if not alike or (joiner == "," and is_capital(tokens, last.end + 1)):
        return None
    return other if joiner == "," else other._replace(text=f"{joiner} {other.text}")
