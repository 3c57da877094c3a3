"""Read shares in words: "one in five", "two-thirds of", "half of"; and "not a single", which is zero.

A share in words makes the same claim as one in percent, and official figures are in percent.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from workbench.core.quantity import Dimension
from workbench.extract.amounts.hedges import hedge_before, past_emphasis
from workbench.extract.amounts.shares_of_money import part_of_money
from workbench.extract.amounts.unhedged_amounts import HUNDRED, UnhedgedAmount, percent
from workbench.extract.numbers.multipliers import ScaledNumber
from workbench.extract.numbers.numbers import read_number
from workbench.extract.time.year_figures import year_at
from workbench.extract.units.counted_nouns import counted, is_plural
from workbench.extract.units.units_beside_figures import named_unit, unit_at
from workbench.extract.words.change_words import leads_to_another, ways, word_set
from workbench.extract.words.grammar import auxiliaries, grammar
from workbench.extract.words.lexer import TokenKind, Tokens, is_capital, is_kind, past_hyphen, word_at, words_at
from workbench.extract.words.word_files import ENGLISH, tables
from workbench.extract.words.word_tables import Phrase, label_words, noun_words, number_words, period_words, phrase

_FEW = 10
_HALF_OF = 2
_ARE, _WHO = frozenset({"is", "are", "was", "were"}), frozenset({"who", "that", "which"})
_WHOLES = frozenset({"the", "all", "our", "their", "its", "his", "her", "your", "my", "those", "these"})


@cache
def _phrases(part: str, language: str) -> frozenset[Phrase]:
    return frozenset(phrase(words, language) for words in next(iter(tables(language)[part].values())))


@cache
def _first_words(part: str, language: str) -> frozenset[str]:
    return frozenset(words[0] for words in _phrases(part, language))


def none_at_all(tokens: Tokens, i: int) -> UnhedgedAmount | None:
    """Read "not a single case" as zero cases.

    >>> from workbench.extract.words.lexer import lex
    >>> none_at_all(lex("not a single case"), 0).low
    Decimal('0')
    """
    if tokens.lows[i] not in {"not", "no"}:
        return None
    for length in (3, 2):
        if words_at(tokens, i, length) in _phrases("zero", tokens.language):
            unit, end = unit_at(tokens, i + length, single=True)
            return UnhedgedAmount(Decimal(0), None, Decimal(1), unit, i, end, "zero") if unit.name else None
    return None


def share(tokens: Tokens, part: ScaledNumber) -> UnhedgedAmount | None:
    """Read "one in five", "three out of ten" or "4 of every 5" as a share in percent.

    >>> from workbench.extract.words.lexer import lex
    >>> words = lex("one in five children")
    >>> share(words, read_number(words, 0)).low
    Decimal('20')
    """
    if (noun := _noun_between(tokens, part) or part_of_money(tokens, part)) is not None:
        return noun
    j = past_hyphen(tokens, part.end)
    if tokens.lows[j] not in _first_words("shares", tokens.language):
        return None
    for length in (3, 2, 1):
        if words_at(tokens, j, length) in _phrases("shares", tokens.language):
            return _share(tokens, part, past_hyphen(tokens, j + length), length)
    return None


def _noun_between(tokens: Tokens, part: ScaledNumber) -> UnhedgedAmount | None:
    """Read a share whose noun stands between part and whole: "one child in four", "two pupils in three"."""
    if tokens.language != ENGLISH or not 0 < part.value <= _FEW or part.value != int(part.value):
        return None
    things = counted(tokens, part.end, single=part.value == 1)
    if things is None or things[0].dimension is not Dimension.COUNT or word_at(tokens, things[1]) != "in":
        return None
    k = things[1] + 1
    whole = read_number(tokens, k + (word_at(tokens, k) == "every"))
    if whole is None or not part.value < whole.value <= HUNDRED or not _is_plain(tokens, part, whole):
        return None
    words, last = label_words(tokens.language), word_at(tokens, things[1] - 1)
    own = last in words.persons | words.bodies or not is_plural(word_at(tokens, whole.end))
    return percent(part.value, whole.value, (part.first, whole.end), "share") if own else None


def _share(tokens: Tokens, part: ScaledNumber, k: int, length: int) -> UnhedgedAmount | None:
    every = word_at(tokens, k) in {"every", "each"}
    if (whole_end := _hundred(tokens, k + every, sure=length > 1)) is not None and 0 < part.value < HUNDRED:
        return percent(part.value, HUNDRED, (part.first, whole_end), "share")
    whole = read_number(tokens, k + every)
    if whole is None or not 0 < part.value < whole.value or year_at(tokens, whole.first) is not None:
        return None
    plain = _is_plain(tokens, part, whole)
    small = whole.value <= HUNDRED and plain and (part.value <= _FEW or whole.value == HUNDRED)
    if length == 1 and not every and not small and not (plain and _is_one_of(tokens, part, whole.end)):
        return None
    return percent(part.value, whole.value, (part.first, whole.end), "share")


def _is_one_of(tokens: Tokens, part: ScaledNumber, k: int) -> bool:
    """Check for one of a number of things: "one in 700 births"."""
    things = word_at(tokens, k)
    return (
        part.value == 1
        and part.form == "words"
        and is_kind(tokens, k, TokenKind.WORD)
        and (tokens.language != ENGLISH or is_plural(things))
    )


def _hundred(tokens: Tokens, k: int, *, sure: bool) -> int | None:
    """Return the index after a bare "hundred" that a share is of: "53 out of every hundred", "18 of a hundred"."""
    scales = number_words(tokens.language).scales
    bare = (
        not is_kind(tokens, k + 1, TokenKind.NUMBER) and word_at(tokens, k + 1) not in scales
    )  # no "hundred thousand"
    return k + 1 if sure and bare and scales.get(word_at(tokens, k)) == 2 else None


def _is_plain(tokens: Tokens, part: ScaledNumber, whole: ScaledNumber) -> bool:
    """Check whether "in" makes a share: "one in five", but not "3 in 20 minutes"."""
    unit = named_unit(tokens, whole.end)
    return (
        part.form in {whole.form, "words"}  # "four in 10": newspapers mix words and digits
        and unit is None
        and word_at(tokens, whole.end) not in period_words(tokens.language).months
    )


def every_nth(tokens: Tokens, i: int) -> UnhedgedAmount | None:
    """Read "every fourth child" or "every second household" as a share in percent.

    "Every second day" says how often, and is not a share.

    >>> from workbench.extract.words.lexer import lex
    >>> every_nth(lex("Every fourth child"), 0).low
    Decimal('25')
    """
    if tokens.lows[i] != "every":
        return None
    n = number_words(tokens.language).ordinals.get(word_at(tokens, i + 1), 0)
    if n < 2 or not (_is_body(tokens, i + 2) or _is_one_of_many(tokens, i + 2, n)):
        return None
    return percent(Decimal(1), Decimal(n), (i, i + 2), "share")


def _is_body(tokens: Tokens, i: int) -> bool:
    """Check whether a person or a body stands at a token.

    A rank that is a noun itself needs none after it ("jeder Fünfte").
    """
    words = label_words(tokens.language)
    noun = grammar(tokens.language).noun
    itself = is_capital(tokens, i - 1) if noun == "capital" else noun == "next" and _is_over(tokens, i)
    return word_at(tokens, i) in words.persons | words.bodies or itself


def _is_over(tokens: Tokens, i: int) -> bool:
    """Check whether a phrase ends before a token: "беше секој петти | во 2018"."""
    return not is_kind(tokens, i, TokenKind.WORD) or word_at(tokens, i) in noun_words(tokens.language).stops


def _is_one_of_many(tokens: Tokens, i: int, n: int) -> bool:
    """Check whether any other noun stands at a token, but no time.

    Examples: "every fourth bus", "jede siebte Stelle", "jeder achte ohne Stelle".
    """
    words, low = noun_words(tokens.language), word_at(tokens, i)
    if not is_kind(tokens, i, TokenKind.WORD) or low in period_words(tokens.language).spans or low in words.times:
        return False
    if low in period_words(tokens.language).weekdays or low in period_words(tokens.language).months:
        return False
    if grammar(tokens.language).noun == "capital":
        return True
    return n > _HALF_OF and low not in words.stops and named_unit(tokens, i) is None


_NO_COMPARATIVES = frozenset({"up", "down", "above", "below", "extra", "off"})
"""Words of direction that need no "than", so no comparison follows: "a third down the road"."""


def fraction(tokens: Tokens, i: int) -> UnhedgedAmount | None:
    """Read "two-thirds", "a quarter of" or "half of the households" as a share in percent.

    >>> from workbench.extract.words.lexer import lex
    >>> fraction(lex("a quarter of households"), 0).low
    Decimal('25')
    """
    words, low = number_words(tokens.language), word_at(tokens, i)
    top = words.small.get(low, 1 if low in {"a", "an"} else 0)
    j = past_hyphen(tokens, i + 1) if top else i
    name = word_at(tokens, j)
    bottom = words.fractions.get(name, 0)
    if top and not bottom:
        top, j, bottom = _mixed(tokens, i)
        name = word_at(tokens, j)
    needed = "a" in grammar(tokens.language).roles.values()  # "третина од" needs no article or number before it
    if not bottom or (not top and needed and name != "half") or max(top, 1) >= bottom:
        return None
    if (top > 1 and not words.is_part_name(name, top)) or (not top and _is_ranked(tokens, i)):
        return None
    if not _is_of_something(tokens, (i, j), bare=top > 1 or low == "one"):
        return None
    return percent(Decimal(max(top, 1)), Decimal(bottom), (_behind_hedge(tokens, i), j + 1), "fraction")


def _behind_hedge(tokens: Tokens, i: int) -> int:
    """Find where a fraction begins: "the" between the fraction and its hedge belongs to it ("über | die Hälfte")."""
    the = i - (word_at(tokens, i - 1) == "the")
    return the if hedge_before(tokens, the) is not None else i


def _is_ranked(tokens: Tokens, i: int) -> bool:
    """Check for a word that makes the fraction one of two: "the second half", "the other half" are not shares."""
    before = word_at(tokens, i - 1)
    beside = {"last", "other", "this", "that", "next", "latter", "better"}
    return before in beside or before in number_words(tokens.language).ordinals


def _mixed(tokens: Tokens, i: int) -> tuple[int, int, int]:
    """Read a fraction whose numerator "a" and denominator are separated by an adverb: "a full third"."""
    if word_at(tokens, i) in {"a", "an"} and word_at(tokens, i + 1) in word_set("bare", "emphasis", tokens.language):
        return 1, i + 2, number_words(tokens.language).fractions.get(word_at(tokens, i + 2), 0)
    return 0, i, 0


def _is_of_something(tokens: Tokens, at: tuple[int, int], *, bare: bool) -> bool:
    """Check whether the fraction is a part of something, and not a rank, a quarter of a year or a half hour."""
    i, j = at
    name, after, k = word_at(tokens, j), word_at(tokens, j + 1), j + 2
    if after == "of":
        k += word_at(tokens, k) in {"a", "an", "the"}
        time = word_at(tokens, k) in period_words(tokens.language).months or year_at(tokens, k) is not None
        return not time and named_unit(tokens, k) is None
    if (name == "half" and after in _WHOLES) or (not _is_half_as(tokens, j) and leads_to_another(tokens, j + 1)):
        return True
    compared = after in ways("behind", tokens.language) and name not in {"second", "seconds"}
    if compared and (after not in _NO_COMPARATIVES or word_at(tokens, j + 2) in {"its", "where"}):
        return True  # "a third less than in 2010", "a third above where it had been in 1990"
    if named_unit(tokens, j + 1) is None and (_is_by(tokens, i) or _stands_for_some(tokens, i, j)):
        return True
    return bare and name not in {"quarter", "half", "second", "seconds"}


def _is_half_as(tokens: Tokens, j: int) -> bool:
    """Check whether a half is read as a multiple: "half as many", "half what it was"; but not "die Hälfte dessen"."""
    as_ = word_at(tokens, j + 1) in word_set("bare", "as_much", tokens.language)
    return word_at(tokens, j) == "half" and (as_ or tokens.language == ENGLISH)


def _stands_for_some(tokens: Tokens, i: int, j: int) -> bool:
    """Check whether the fraction is a part of something mentioned before.

    Examples: "More than half was burned", "Ein Drittel davon", "Fast die Hälfte landete".
    """
    words, after = label_words(tokens.language), word_at(tokens, j + 1)
    if word_at(tokens, j) in words.no_parts:
        return False
    if after in words.partitives:
        return True
    begins = i - (word_at(tokens, i - 1) == "the")
    hedge = hedge_before(tokens, begins)
    if i == j and word_at(tokens, j) != "half" and hedge is None:
        return False  # "The quarter was cold"
    start = hedge[1] if hedge else begins
    opens = start == 0 or not is_kind(tokens, start - 1, TokenKind.WORD) or word_at(tokens, start - 1) in words.joins
    said_before = word_at(tokens, start - 1) in _ARE
    if not is_kind(tokens, j + 1, TokenKind.WORD):
        return hedge is not None and said_before  # "it was nearly half."
    if said_before and after in _WHO:
        return True  # "it was not a third who lived in need"
    if tokens[j + 1].raw.lower() in auxiliaries(tokens.language):
        return opens or hedge is not None
    return grammar(tokens.language).noun == "capital" and hedge is not None and not is_capital(tokens, j + 1)


def _is_by(tokens: Tokens, i: int) -> bool:
    """Check whether something changes by this fraction.

    Examples: "reduced by half", "a drop of a third", "fell almost a third", "up a tenth"; not "by the third dose".
    """
    hedge = hedge_before(tokens, i)
    k = past_emphasis(tokens, (hedge[1] if hedge else i) - 1)
    the = word_at(tokens, k) == "the"
    if the and not _is_over(tokens, i + 1):
        return False
    before, over = word_at(tokens, k - the), _is_over(tokens, i + 2)
    moved = before == "of" and word_at(tokens, k - 1) in ways("nouns", tokens.language)
    return before == "by" or moved or (over and before in ways("verbs", tokens.language))
