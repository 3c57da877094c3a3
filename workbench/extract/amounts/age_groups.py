"""Recognize ages that say who is counted: "aged 15 to 24", "people 65 and over", "children between 6 and 23 months".

An age group is part of what a series measures. Its figures are not amounts: a claim made from one could be checked
against nothing.
"""

from __future__ import annotations

from workbench.core.quantity import Dimension
from workbench.extract.amounts.unhedged_amounts import UnhedgedAmount
from workbench.extract.numbers.multipliers import ScaledNumber
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_capital, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import label_words, number_words

_OLDEST = 120
_YEAR = "yr"
_LINKS = frozenset(
    {"to", "and", "between", "from", "over", "under", "or", "of", "above", "below", "at", "least", *HYPHENS}
)
_ARE = frozenset({"is", "are", "was", "were", "be"})
_SIDES = frozenset({"and", "or"})
_ARTICLES = frozenset({"a", "an", "the", "one"})
_AGAINST = frozenset({"per", "for"})
_EVERY = frozenset({"every", "each"})
_LIMITS = frozenset({"over", "older", "above", "under", "younger", "up", "upwards", "below"})


def follows_age(tokens: Tokens, i: int) -> bool:
    """Check whether a figure follows a word for ages, as in "aged 15 to 24" or "ages 18–34".

    Such a figure says who is counted, not how many.

    >>> from workbench.extract.words.lexer import lex
    >>> follows_age(lex("aged 15 to 24"), 3)
    True
    """
    for k in range(i - 1, max(-1, i - 5), -1):
        word = word_at(tokens, k)
        if word in label_words(tokens.language).ages:
            return True
        if tokens[k].kind is not TokenKind.NUMBER and word not in _LINKS and not _is_number_word(tokens, k):
            return False
    return False


def _is_number_word(tokens: Tokens, k: int) -> bool:
    """Check whether a token is a number word inside an age group: "aged | fifteen | to nineteen"."""
    words, low = number_words(tokens.language), word_at(tokens, k)
    return low in words.small or low in words.tens


def is_age(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is a person's age between commas: "Ana Petrova, 65, says".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.numbers.numbers import read_number
    >>> is_age(lex("Ana Petrova, 65, says"), read_number(lex("Ana Petrova, 65, says"), 3))
    True
    """
    i = number.first
    if word_at(tokens, i - 1) != "," or word_at(tokens, number.end) != "," or not 0 < number.value < _OLDEST:
        return False
    named = is_capital(tokens, i - 2) and is_capital(tokens, i - 3)
    if word_at(tokens, i - 2) in label_words(tokens.language).persons and word_at(tokens, i - 3) in _ARTICLES:
        return True  # "a man, 47, is due"
    return named or (is_capital(tokens, i - 2) and (i == 2 or word_at(tokens, i - 3) in {".", "said"}))


def is_age_limit(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is an age limit after a word for people.

    Examples: "people 65 and over", "those who are 18 or older", "women over 40".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.numbers.numbers import read_number
    >>> is_age_limit(lex("people 65 and over"), read_number(lex("people 65 and over"), 1))
    True
    """
    if not 0 < number.value < _OLDEST or number.end != number.first + 1:
        return False
    years = named_unit(tokens, number.end)
    in_years = years is not None and years[0].code == _YEAR
    end = years[1] if years is not None and in_years else number.end
    limited = word_at(tokens, end) in _SIDES and word_at(tokens, end + 1) in _LIMITS
    before, words = word_at(tokens, number.first - 1), label_words(tokens.language)
    if limited:
        return before in words.persons or before in _ARE
    if before in words.ages_to and (in_years or years is None):
        # "young people up to 24" is a limit; "raised the number of people to 24" is none
        up = word_at(tokens, number.first - 2) == "up"
        return (up or tokens.language != ENGLISH) and word_at(tokens, number.first - 2 - up) in words.persons
    limit = before in {"over", "under", *words.ages_from} or (
        before == "than" and word_at(tokens, number.first - 2) in {"older", "younger"}
    )
    k = number.first - 2 - (before == "than")
    return limit and word_at(tokens, k) in words.persons and (in_years or _ends(tokens, end))


def _ends(tokens: Tokens, i: int) -> bool:
    """Check whether the noun phrase ends here: "women over 40 | who", but not "men over 40 | kilometres"."""
    of_rate = word_at(tokens, i) in _AGAINST and (
        is_kind(tokens, i + 1, TokenKind.NUMBER) or word_at(tokens, i + 1) in _EVERY
    )  # "children under five | per 1,000 births"
    word = is_kind(tokens, i, TokenKind.WORD)
    return not word or of_rate or word_at(tokens, i) in label_words(tokens.language).clauses


_THEY = frozenset({"those"})
"""Pronouns for people that the word files do not list: "those between 15 and 24"."""


def is_age_group(tokens: Tokens, found: UnhedgedAmount) -> bool:
    """Check whether a range of years or months is an age group.

    Examples: "25 to 54 years of age", "children 6 to 23 months", "girls between 15 and 19". Groups of one age count
    too: "one-year-olds", "15-Jährige", "15-to-24s".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.numbers.numbers import read_number
    >>> from workbench.extract.amounts.ranges import between
    >>> words = lex("children 6 to 23 months"); is_age_group(words, between(words, read_number(words, 1)))
    True
    """
    old = found.unit.name.endswith(" of age")
    if max(found.low, found.high or 0) > _OLDEST:
        return False
    words = label_words(tokens.language)
    if word_at(tokens, found.end - 1) in words.olds:
        return True
    if found.high is not None and glued(tokens, found.end) and word_at(tokens, found.end) in words.ages_plural:
        return True  # "15-to-24s"
    i = found.first - 1
    link = word_at(tokens, i)
    i -= link in {"between", "from", "of", ",", "("}
    if found.high is None or word_at(tokens, i) not in words.persons | _THEY:
        return False
    bare = found.unit.dimension is Dimension.UNKNOWN and link in {"between", "from"}
    return old or bare or found.unit.code in {_YEAR, "mo", "wk", "day"}
