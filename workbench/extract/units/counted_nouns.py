"""Find the thing that is counted: the noun phrase after a figure.

"40,000 new jobs" counts new jobs. This needs no full grammar of English: the phrase runs from the figure to the first
plural noun, and ends earlier at words that no noun phrase contains.
"""

from __future__ import annotations

from workbench.core.quantity import Dimension, Unit
from workbench.extract.units.counted_nouns_other_languages import named_noun
from workbench.extract.units.unit_words import units
from workbench.extract.units.words_before_counted_noun import NounPiece, belongs, joined, piece_at
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import noun_words, number_words

_FURTHEST, _PIECES = 5, 12
"""Most words of a counted thing, and most tokens before its noun."""
_WHOLE = frozenset({"the", "these", "those", "our", "their", "its", "all"})
_MEMBER = Unit(Dimension.COUNT, "member")
"""Unit of "a 5,000-strong crowd" and "a 27-strong bloc"."""


def counted(tokens: Tokens, i: int, *, single: bool = False) -> tuple[Unit, int] | None:
    """Find the thing counted that begins at a token, in the singular, and the index after its last word.

    Args:
        tokens: The sentence.
        i: Where the noun phrase begins.
        single: Whether the figure is one, so that the counted noun is singular ("one man").

    >>> from workbench.extract.words.lexer import lex
    >>> [counted(lex(t), 0)[0].name for t in ("new jobs have been created", "sports halls", "of the migrants were")]
    ['new job', 'sports hall', 'migrant']
    >>> counted(lex("5,000-strong crowd"), 2)[0].name
    'member'
    """
    if (length := _length(tokens, i)) is not None:
        return length
    if tokens.language != ENGLISH:
        return named_noun(tokens, i, single=single)
    start = _past_partitive(tokens, i)
    if word_at(tokens, i) == "strong" and word_at(tokens, i - 1) in HYPHENS:
        return _MEMBER, i + 1
    if word_at(tokens, i) in noun_words(tokens.language).nominal and not belongs(tokens, i + 1):
        return _unit([tokens[i].low]), i + 1
    one = _singular_noun(tokens, start, single=single) if single and start == i else None
    if one is not None:
        return one
    return _plural_noun(tokens, start) or (_singular_noun(tokens, start, single=single) if start == i else None)


def _length(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read a length of time after an adjective: "ten | short years", "in drei | langen Jahren".

    A "working year" is none.
    """
    at = i
    while word_at(tokens, at) in noun_words(tokens.language).lasting:
        at += 1
    found = units(tokens.language).phrases.get((word_at(tokens, at),)) if at > i else None
    return (found, at + 1) if found is not None and found.dimension is Dimension.DURATION else None


def _plural_noun(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Find the first plural noun and its descriptions, within a few words."""
    said: list[str] = []
    piece = piece_at(tokens, i)
    for _ in range(_PIECES):
        if piece is None or len(said) >= _FURTHEST:
            return None
        if _is_head(tokens, piece):
            head = piece.text.replace(piece.last, singular(piece.last, tokens.language))
            return _unit([*said, head]), piece.end
        if _is_part_of_name(tokens, piece):
            said.append(piece.text)
        piece = piece_at(tokens, piece.end) or joined(tokens, piece)
    return None


def _is_head(tokens: Tokens, piece: NounPiece) -> bool:
    """Check whether a piece ends with the plural noun, not with a plural that describes the next ("sports halls")."""
    raw = tokens[piece.end - 1].raw
    initials = raw.endswith("s") and len(raw) > 2 and raw[:-1].isupper()  # "MPs", "SMEs"
    if not piece.last or not (initials or is_plural(piece.last, tokens.language)):
        return False
    after = piece_at(tokens, piece.end) if piece.last in noun_words(tokens.language).attributive else None
    return after is None or not is_plural(after.last, tokens.language)


def _is_part_of_name(tokens: Tokens, piece: NounPiece) -> bool:
    """Check whether a description is part of the thing's name: not "additional", a participle or a measurement."""
    skipped = piece.last in noun_words(tokens.language).skipped and piece.last == piece.text
    return bool(piece.text) and not skipped and not (piece.text.endswith("ed") and piece.text == piece.last)


def _past_partitive(tokens: Tokens, i: int) -> int:
    """Skip "of the": "1,200 of the migrants" counts migrants."""
    after = word_at(tokens, i + 1)
    whole = after in _WHOLE or after.endswith(("'s", "’s"))  # "of yesterday's new cases"
    return i + 2 if whole and word_at(tokens, i) == "of" else i


def _unit(words: list[str]) -> Unit:
    return Unit(Dimension.COUNT, " ".join(words))


def _singular_noun(tokens: Tokens, i: int, *, single: bool) -> tuple[Unit, int] | None:
    """Read a noun in the singular: "one man", "a 12 page document", "3 cylinder engine"."""
    words = noun_words(tokens.language)
    j = i
    while single and word_at(tokens, j) in {"single", "more", *words.skipped}:
        j += 1
    low = word_at(tokens, j)
    if (
        not belongs(tokens, j)
        or (single and is_plural(low, tokens.language))
        or low in words.uncounted
        or (not single and low in number_words(tokens.language).small)  # "was 43.6 | two years later"
        or low in words.skipped
        or len(low) == 1
        or low.endswith(("ed", "ing", "ly"))
    ):
        return None
    if single:
        after = word_at(tokens, j + 1)
        double = belongs(tokens, j + 1) and after not in words.skipped and not after.endswith(("ed", "ing", "ly", "s"))
        tail = word_at(tokens, j + 2)
        if double and (not tail or not is_kind(tokens, j + 2, TokenKind.WORD) or tail in words.stops):
            return _unit([low, after]), j + 2
        return _unit([low]), j + 1
    attribute = belongs(tokens, j + 1) and not word_at(tokens, j + 1).endswith(("ed", "ing", "ly"))
    return (_unit([low]), j + 1) if attribute and tokens[j].raw.islower() else None


def is_plural(word: str, language: str = "en") -> bool:
    """Check whether a word looks like a plural noun.

    >>> is_plural("jobs"), is_plural("people"), is_plural("less")
    (True, True, False)
    """
    words = noun_words(language)
    if word in words.irregular or word in words.plural_alike:
        return True
    if not word.endswith("s") or len(word) < 4 or word in words.not_plural:
        return False
    return not word.endswith(("ss", "us", "is", "'s", "’s"))


def singular(word: str, language: str = "en") -> str:
    """Return the singular of a noun.

    >>> [singular(w) for w in ("companies", "cases", "boxes", "people", "buses", "businesses")]
    ['company', 'case', 'box', 'person', 'bus', 'business']
    """
    words = noun_words(language)
    if word in words.irregular:
        return words.irregular[word]
    if word in words.plural_alike or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]
