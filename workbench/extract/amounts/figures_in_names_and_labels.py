"""Recognize figures that count nothing: names, labels, clock times, scores, ages, phone numbers.

"Chapters 23 and 24", "Covid-19", "9/11" and "10:30" look like amounts but are not. A claim made from one would be
checked against unrelated statistics.
"""

from __future__ import annotations

from functools import cache

from workbench.core.place import find_place
from workbench.extract.amounts.age_groups import follows_age, is_age, is_age_limit
from workbench.extract.amounts.compared_in_brackets import is_compared
from workbench.extract.amounts.hours_after_weekdays import is_hour
from workbench.extract.numbers.multipliers import ScaledNumber
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.units.counted_nouns_other_languages import names_a_thing
from workbench.extract.units.currencies import money_before
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_capital, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import label_words, noun_words, number_words, period_words

_FURTHEST = 12
_ID, _STREET = 16, 6
_MARKS = frozenset({":", "/"})
_VERSIONS = frozenset("DEGHIOQRSUYZ")
"""Capital letters that turn the digits before them into a name ("5G", "3D")."""


def is_label(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is a name or a label and not an amount.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.numbers.numbers import read_number
    >>> words = lex("chapters 23 and 24")
    >>> is_label(words, read_number(words, 3))
    True
    """
    if number.form == "words":
        named = _is_named_word(tokens, number) or _is_numbered(tokens, number.first)
        return named or follows_age(tokens, number.first) or is_age_limit(tokens, number)
    if number.form == "fraction":
        return False
    return (
        _is_ordinal(tokens, number)
        or _is_glued_to_name(tokens, number)
        or _is_clock(tokens, number)
        or is_hour(tokens, number)
        or _is_score(tokens, number)
        or _is_code(tokens, number)
        or _follows_name(tokens, number)
        or (_is_bracketed(tokens, number) and not is_compared(tokens))
        or is_age(tokens, number)
        or is_age_limit(tokens, number)
        or (grammar(tokens.language).noun == "capital" and _is_address(tokens, number))
        or (not _marks(tokens.language).isdisjoint(tokens.words) and _is_marked(tokens, number))
    )


@cache
def _marks(language: str) -> frozenset[str]:
    """Collect the words that can mark a figure as a label, for a quick check: most sentences hold none."""
    words = label_words(language)
    return words.words | words.close | words.ages | words.ranks | words.streets


def _is_marked(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a word near a figure makes it a label, an address, an age or a rank."""
    return (
        _follows_label(tokens, number.first)
        or _is_address(tokens, number)
        or follows_age(tokens, number.first)
        or is_rank(tokens, number)
    )


def _is_numbered(tokens: Tokens, i: int) -> bool:
    """Check whether the word "number" makes a number word a rank: "number two", "the number-one issue"."""
    return "number" in {word_at(tokens, i - 1), word_at(tokens, i - 2) if word_at(tokens, i - 1) in HYPHENS else ""}


def _is_ordinal(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for an ordinal: "3rd", "21st", also "the 49ers"; in other languages "3. Quartal", "3-ти"."""
    if tokens.language != ENGLISH:
        return _is_ranked(tokens, number.end)
    return word_at(tokens, number.end) in {"st", "nd", "rd", "th", "ers", "er"} and glued(tokens, number.end)


def _is_ranked(tokens: Tokens, i: int) -> bool:
    """Check whether the mark of an ordinal follows the digits: a full stop before a noun, or a hyphenated ending."""
    suffixes = number_words(tokens.language).ordinal_suffixes
    if word_at(tokens, i) in HYPHENS:
        return glued(tokens, i) and word_at(tokens, i + 1) in suffixes
    stops = word_at(tokens, i) == "." and not is_kind(tokens, i + 1, TokenKind.WORD)
    return word_at(tokens, i) in suffixes and glued(tokens, i) and not stops


def _is_glued_to_name(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is written together with a name: "Covid-19", "F-35", "5G", "24703L202"."""
    i = number.first
    if not (glued(tokens, i) or glued(tokens, number.end)):
        return False
    if (
        glued(tokens, i)
        and word_at(tokens, i - 1) in HYPHENS
        and glued(tokens, i - 1)
        and is_kind(tokens, i - 2, TokenKind.WORD)
    ):
        return word_at(tokens, i - 2) not in {"to", "mid", "sub", "minus", "and"}
    if is_kind(tokens, i - 1, TokenKind.SIGN) and glued(tokens, i) and word_at(tokens, i - 1) in {"#", "@", "=", "&"}:
        return True
    if word_at(tokens, i - 1) == "," and glued(tokens, i) and glued(tokens, i - 1) and tokens[i - 2].low[-1].isdigit():
        return is_kind(tokens, i - 2, TokenKind.WORD)  # the rest of "PS21,700"
    if word_at(tokens, i - 1) in {"'", "’", "‘"} and glued(tokens, i) and len(tokens[i].low) == 2:
        return True
    tail = word_at(tokens, number.end)
    if tail == "(" and glued(tokens, number.end) and word_at(tokens, number.end + 2) == ")":
        return len(word_at(tokens, number.end + 1)) == 1  # "401(k)", "5(a)"
    if glued(tokens, number.end) and tokens[number.end].raw in _VERSIONS:
        return True
    return (
        glued(tokens, number.end)
        and any(c.isdigit() for c in tail)
        and tail not in {"m2", "m3", "km2", "cm2", "ft2", "mi2"}
    )


def _is_clock(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for a clock time or figures written like one: "10:30", "8 p.m.", "9/11", "24/7"."""
    i, j = number.first, number.end
    if (
        word_at(tokens, j) in _MARKS
        and glued(tokens, j)
        and glued(tokens, j + 1)
        and is_kind(tokens, j + 1, TokenKind.NUMBER)
    ):
        return True
    if (
        word_at(tokens, i - 1) in _MARKS
        and glued(tokens, i)
        and glued(tokens, i - 1)
        and is_kind(tokens, i - 2, TokenKind.NUMBER)
    ):
        return True
    behind = word_at(tokens, j)
    return behind in label_words(tokens.language).clock or (
        behind in {"a", "p"} and word_at(tokens, j + 1) == "." and word_at(tokens, j + 2) == "m"
    )


def _is_score(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for figures joined by hyphens that do not run upward, as scores or phone numbers: "9-2", "89-89"."""
    i, j = number.first, number.end
    behind = tokens.lows[j] in HYPHENS and _tied(tokens, i, j, 1)
    return behind or (tokens.lows[i - 1] in HYPHENS and _tied(tokens, i, j, -1))


def _tied(tokens: Tokens, first: int, end: int, side: int) -> bool:
    hyphen = end if side > 0 else first - 1
    other = hyphen + side
    if word_at(tokens, hyphen) not in HYPHENS or not is_kind(tokens, other, TokenKind.NUMBER):
        return False
    if not (glued(tokens, hyphen) and glued(tokens, hyphen + 1)):
        return False
    left, right = (word_at(tokens, first), word_at(tokens, other))[::side]
    if not (left.isdigit() and right.isdigit()) or max(len(left), len(right)) > 12:
        return False
    further = other + side
    chain = (
        word_at(tokens, further) in HYPHENS
        and is_kind(tokens, further + side, TokenKind.NUMBER)
        and glued(tokens, max(further, other))
    )
    return int(left) >= int(right) or chain


def _is_code(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for codes, phone numbers, post codes, ids: a leading zero, very many digits, or the word "phone" nearby."""
    low, i = tokens[number.first].low, number.first
    k = i
    while k >= 0 and tokens[k].kind is TokenKind.NUMBER and i - k < _FURTHEST:
        if len(tokens[k].low) > 1 and tokens[k].low[0] == "0" and tokens[k].low[1].isdigit():
            return True
        k -= 1
    if len(low) < 3 or (len(low) >= _ID and low.isdigit()):
        return len(low) >= _ID
    return not label_words(tokens.language).phones.isdisjoint(tokens.lows[max(0, i - 4) : i])


def _follows_label(tokens: Tokens, i: int) -> bool:
    """Check for a label before figures: "chapters 23 and 24", "Articles 5, 6 and 7", "No. 12", "number two"."""
    words = label_words(tokens.language)
    for k in range(i - 1, max(-1, i - _FURTHEST), -1):
        word = word_at(tokens, k)
        if word in words.close and k == i - 1:
            return True
        if word in words.words:
            begin = k + 1 + (word_at(tokens, k + 1) in {".", "-"})
            return begin == i or is_kind(tokens, begin, TokenKind.NUMBER)
        if tokens[k].kind is not TokenKind.NUMBER and word not in words.joins and not (word == "." and k == i - 1):
            return False
    return False


def _follows_name(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for a small figure that is part of a name: "Game 2", "S&P 500", "Unit 3", "Agenda 2030"."""
    i, low = number.first, tokens[number.first].low
    if money_before(tokens, i) is not None or grammar(tokens.language).noun == "capital":
        return False
    if not is_capital(tokens, i - 1) or number.end != i + 1 or not low.isdigit() or len(low) > 4:
        return False
    before = word_at(tokens, i - 1)
    if (
        before in label_words(tokens.language).plain_starts
        or before in period_words(tokens.language).months
        or before in period_words(tokens.language).spans
    ):
        return False
    if _opens_sentence(tokens, i - 1) and len(before) > 2 and not is_capital(tokens, i + 1):
        return False
    return not (_is_in_a_country(tokens, i - 1) or _counts(tokens, number.end))


def _is_in_a_country(tokens: Tokens, i: int) -> bool:
    """Check for a country after "in", whose name labels no figure: "In Ethiopia 51 of every 1,000"."""
    return word_at(tokens, i - 1) == "in" and find_place(tokens[i].raw) is not None


def is_rank(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is a place in a ranking: "at rank 23", "ranked 46 out of 190"; not "ranked 190 countries".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.numbers.numbers import read_number
    >>> is_rank(lex("at rank 23"), read_number(lex("at rank 23"), 2))
    True
    """
    i = number.first - 1
    if word_at(tokens, i) == "of" and is_kind(tokens, i - 1, TokenKind.NUMBER):  # "rank 33 of 137"
        i -= 2
    i -= word_at(tokens, i) in {"at", "as", "of", "is", "was", ":", "#"}
    return word_at(tokens, i) in label_words(tokens.language).ranks and not _counts(tokens, number.end)


def _opens_sentence(tokens: Tokens, i: int) -> bool:
    return i == 0 or word_at(tokens, i - 1) in {".", "!", "?", ":", '"', "“", "‘"}


def _counts(tokens: Tokens, i: int) -> bool:
    """Check whether a unit or a plural noun in lower case stands right after a figure."""
    if named_unit(tokens, i) is not None or (word_at(tokens, i) in HYPHENS and glued(tokens, i)):
        return True
    if tokens.language != ENGLISH:
        return names_a_thing(tokens, i)
    stops = noun_words(tokens.language).stops
    for k in (i, i + 1):
        if not is_kind(tokens, k, TokenKind.WORD) or is_capital(tokens, k) or word_at(tokens, k) in stops:
            return False
        if is_plural(word_at(tokens, k), tokens.language):
            return True
    return False


def _is_named_word(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for a capitalized number word after another capitalized word: "the Big Five", "Kick Six"."""
    i = number.first
    return (
        is_capital(tokens, i)
        and is_capital(tokens, i - 1)
        and not _opens_sentence(tokens, i)
        and not _counts(tokens, number.end)
    )


def _is_bracketed(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for a note, a shirt number, an age or a list item: "(4)"; also "4." before a capital letter."""
    if number.first == 0 and number.value < 100 and word_at(tokens, 1) == "." and is_capital(tokens, 2):
        return number.end == 1
    opens, closes = word_at(tokens, number.first - 1), word_at(tokens, number.end)
    plain = number.end == number.first + 1 and number.value < 100 and number.step >= 1
    if plain and closes == ")" and opens not in {"%", "$"}:
        listed = opens in {"", ":", ";", "and", "or", ",", ".", "that"}
        return opens == "(" or glued(tokens, number.end) or listed
    return plain and opens == "[" and closes == "]"


def _is_address(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for a house number: "575 Wilbraham Road", "16-18 Industrial Avenue", "Invalidenstraße 44"."""
    streets = label_words(tokens.language).streets
    if grammar(tokens.language).noun == "capital" and word_at(tokens, number.first - 1).endswith(tuple(streets)):
        return is_capital(tokens, number.first - 1) and len(word_at(tokens, number.first - 1)) > _STREET
    first = number.end
    first += 2 * (word_at(tokens, first) in HYPHENS and is_kind(tokens, first + 1, TokenKind.NUMBER))
    for k in range(first, first + 4):
        if not is_capital(tokens, k):
            return False
        if word_at(tokens, k) in streets:
            return k > first
    return False
