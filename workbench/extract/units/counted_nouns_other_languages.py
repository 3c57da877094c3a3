"""Find the thing that is counted in languages whose plural has no single mark.

German capitalizes nouns, so the thing counted is the first capitalized word after the figure. Macedonian puts it right
after the figure, with at most an adjective between. The singular is made by the endings in the word file, which lists
irregular nouns in full.
"""

from __future__ import annotations

from workbench.core.quantity import Dimension, Unit
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import TokenKind, Tokens, is_capital, is_kind, word_at
from workbench.extract.words.word_tables import noun_words, number_words, period_words

_ADJECTIVES = 2
_SHORTEST = 3


def named_noun(tokens: Tokens, i: int, *, single: bool = False) -> tuple[Unit, int] | None:
    """Find the thing counted that begins at a token, in the singular, and the index after its last word.

    >>> from workbench.extract.words.lexer import lex
    >>> named_noun(lex("illegale Grenzübertritte verhindert", "de"), 0)[0].name
    'illegale Grenzübertritt'
    >>> named_noun(lex("нелегални мигранти беа", "mk"), 0)[0].name
    'нелегални мигрант'
    """
    kind, i = grammar(tokens.language).noun, _past_extra(tokens, i)
    at = _capital(tokens, i) if kind == "capital" else _next(tokens, i) if kind == "next" else None
    if at is None:
        return None
    noun = tokens[at].raw if kind == "capital" else tokens[at].raw.lower()
    words = [
        *(token.raw.lower() for token in tokens[i:at]),
        noun if single else singular_by_ending(noun, tokens.language),
    ]
    return Unit(Dimension.COUNT, " ".join(words)), at + 1


def _past_extra(tokens: Tokens, i: int) -> int:
    """Skip words like "additional", and "of the"."""
    skipped = noun_words(tokens.language).skipped
    i += word_at(tokens, i) == "of" and word_at(tokens, i + 1) in {"the", "these", "those", "our", "their"}
    while word_at(tokens, i) in skipped or (word_at(tokens, i) in {"the", "these"} and word_at(tokens, i - 1) == "of"):
        i += 1
    return i


def _may_be(tokens: Tokens, i: int) -> bool:
    """Check whether a word may belong to the noun phrase."""
    words, low = noun_words(tokens.language), word_at(tokens, i)
    return is_kind(tokens, i, TokenKind.WORD) and low not in words.stops and low not in words.uncounted


def _capital(tokens: Tokens, i: int) -> int | None:
    """Find the first capitalized word, after at most two adjectives."""
    for at in range(i, i + _ADJECTIVES + 1):
        if not _may_be(tokens, at):
            return None
        if is_capital(tokens, at):
            known = word_at(tokens, at) in period_words(tokens.language).months
            return None if known or len(tokens[at].raw) < _SHORTEST else at
    return None


def _next(tokens: Tokens, i: int) -> int | None:
    """Find the next word, or the one after adjectives that agree with it."""
    if not _may_be(tokens, i) or is_capital(tokens, i) or len(tokens[i].raw) < _SHORTEST:
        return None
    at, known = i, noun_words(tokens.language).irregular
    while at < i + _ADJECTIVES and _is_plural(tokens, at) and word_at(tokens, at) not in known:
        if not (_may_be(tokens, at + 1) and _is_plural(tokens, at + 1)) or is_capital(tokens, at + 1):
            break
        at += 1
    return at


def _is_plural(tokens: Tokens, i: int) -> bool:
    words, low = noun_words(tokens.language), word_at(tokens, i)
    return low in words.irregular or any(low.endswith(ending) for ending, _ in words.endings)


def names_a_thing(tokens: Tokens, i: int) -> bool:
    """Check whether a noun that may be counted stands at a token.

    >>> from workbench.extract.words.lexer import lex
    >>> names_a_thing(lex("Schulen", "de"), 0), names_a_thing(lex("gebaut", "de"), 0)
    (True, False)
    """
    return named_noun(tokens, i) is not None and word_at(tokens, i) not in number_words(tokens.language).starts


def names_many(tokens: Tokens, i: int) -> bool:
    """Check whether a plural noun stands at a token, so that a figure before it is a count and not a year.

    >>> from workbench.extract.words.lexer import lex
    >>> names_many(lex("Menschen", "de"), 0), names_many(lex("gab es", "de"), 0)
    (True, False)
    """
    kind = grammar(tokens.language).noun
    fits = is_capital(tokens, i) if kind == "capital" else kind == "next" and not is_capital(tokens, i)
    return fits and _may_be(tokens, i) and _is_plural(tokens, i)


def singular_by_ending(noun: str, language: str) -> str:
    """Make the singular of a noun by its ending, from the word file.

    >>> [singular_by_ending(w, "de") for w in ("Wohnungen", "Migranten", "Menschen", "Hotels")]
    ['Wohnung', 'Migrant', 'Mensch', 'Hotel']
    >>> [singular_by_ending(w, "mk") for w in ("мигранти", "училишта", "компании")]
    ['мигрант', 'училиште', 'компанија']
    """
    words, low = noun_words(language), noun.lower()
    if low in words.irregular:
        return words.irregular[low]
    ending, instead = next((pair for pair in words.endings if low.endswith(pair[0])), ("", ""))
    return noun[: len(noun) - len(ending)] + instead if ending and len(noun) > len(ending) + 1 else noun
