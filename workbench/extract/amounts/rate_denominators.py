"""Find the bases of rates: "for every thousand girls", "per 100,000 inhabitants", "auf tausend Einwohner".

A base is what a figure is counted against, and counts nothing itself. A figure of a hundred ("of every hundred
children") is a share in percent.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.quantity import Dimension
from workbench.extract.numbers.multipliers import power, scale_at
from workbench.extract.numbers.numbers import read_number
from workbench.extract.time.year_figures import year_at
from workbench.extract.units.counted_nouns import counted
from workbench.extract.units.units_beside_figures import unit_at
from workbench.extract.words.lexer import TokenKind, Tokens, is_capital, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import noun_words, number_words

SIZES = frozenset(int(power(exponent)) for exponent in (2, 3, 4, 5, 6))
"""Sizes that a base may have: a hundred to a million."""
_HUNDRED = 100
_PARTS = frozenset({"of", "from"})
_RATES = frozenset({"for", "per", "on", "to", "in"})
_EVERY = frozenset({"every", "each", "per"})
_BY = frozenset({"by"})
"""Words that lead to a base only before "every": "births by each thousand of them"."""
_LEADS = _PARTS | _RATES | _BY
_ONE = frozenset({"a", "one"})
_OPENS = frozenset({"and", "but", "that", "where", "out", "while", "as", ",", ";", ":", "(", "–", "—"})
_VERB_BEHIND, _VERB_BEHIND_FRONT = 3, 8
"""Most words from a base to the verb: more where it opens its clause, "Auf 1.000 Mädchen | zwischen 15 und 19 | kamen"."""
_NOUN_PHRASE = 3
"""Most words from a number to the end of what it counts: adjectives and the noun."""
_COUNTED = 5
"""Most words between a figure and a base behind what it counts: "20,5 | приклучоци на фиксен интернет | на 100 жители"."""

_NAME = 7
"""Most words from a number's name to its base: "Zahl | der neuen Fälle von Tuberkulose |"."""


@dataclass(frozen=True, slots=True)
class Base:
    """The base that figures are counted against.

    Attributes:
        first: The index of the word that introduces it.
        noun: The index of its noun, after the number.
        end: The index after its noun.
        size: The number before the noun (1,000 in "per 1,000 girls").
        per: The base as written in a rate's unit ("100,000 inhabitants").
        part: Whether figures are parts of the base ("of every hundred"), rather than counted against it.
        front: Whether it stands before its figure.
        sure: Whether words beside it say that something is counted against it, even where no figure is found: "auf
            1.000 Einwohner | gerechnet".
    """

    first: int
    noun: int
    end: int
    size: int
    per: str
    part: bool
    front: bool
    sure: bool = False


def base_at(tokens: Tokens, i: int) -> Base | None:
    """Read the base whose first word stands at a token; None where there is no base.

    >>> from workbench.extract.words.lexer import lex
    >>> base_at(lex("for every hundred thousand births"), 0).per
    '100,000 births'
    >>> base_at(lex("homes for 1,000 families"), 1)
    """
    word, every_one = word_at(tokens, i), word_at(tokens, i + 1) in _EVERY
    if word not in _LEADS or (word in _BY and not every_one):
        return None
    j = i + 1 + every_one
    size, end = _size(tokens, j)
    if size not in SIZES:
        return None
    front, every, one = _is_front(tokens, i), every_one or word == "per", word_at(tokens, j) in _ONE
    written = word == "per" and is_kind(tokens, i + 1, TokenKind.NUMBER)
    if written and not front and not _names_more(tokens, i):  # right after its noun, as every rate is written
        return None
    end += word_at(tokens, end) == "of" and counted(tokens, end + 1) is not None  # "for hundred thousand of adults"
    things = counted(tokens, end)
    behind = end + _names_people(tokens, end, one=one and front) if things is None else things[1]
    if written and unit_at(tokens, end)[0].dimension is not Dimension.COUNT:
        return None
    if not every and not (behind > end and _is_meant(tokens, i, (end, behind), size, one=one, front=front)):
        return None
    said = [f"{size:,}", *(token.raw for token in tokens[end:behind])]
    own = word == "in" and every and things is None and not front  # "eight jobs in every hundred": of its own hundred
    part = word in _PARTS or own
    return Base(i, end, behind, size, " ".join(said), part, front, not part and _is_reckoned(tokens, i, behind))


def _is_front(tokens: Tokens, i: int) -> bool:
    """Check whether a word opens its clause."""
    return i == 0 or word_at(tokens, i - 1) in _OPENS


def _names_people(tokens: Tokens, i: int, *, one: bool) -> bool:
    """Check whether a people is named as a base without a noun: "For one hundred | Portuguese | there were 27 lines"."""
    return one and tokens.language == ENGLISH and is_capital(tokens, i) and is_kind(tokens, i, TokenKind.WORD)


def _size(tokens: Tokens, i: int) -> tuple[int, int]:
    """Read the size of a base, and the index after it: "hundred thousand", "a thousand", "100,000"."""
    number = read_number(tokens, i)
    if number is not None:
        return (int(number.value), number.end) if number.value == int(number.value) else (0, i)
    exponent, end = scale_at(tokens, i + (word_at(tokens, i) in _ONE))
    named = word_at(tokens, end - 1) in number_words(tokens.language).scales
    return (10**exponent, end) if exponent and named else (0, i)


def _is_meant(tokens: Tokens, i: int, noun: tuple[int, int], size: int, *, one: bool, front: bool) -> bool:
    """Check whether a round number without "every" is a base.

    Examples: "for a thousand inhabitants", "Von hundert Kindern", "Auf 100.000 Einwohner kamen".
    """
    word = word_at(tokens, i)
    if word in _PARTS and tokens.language != ENGLISH and (_is_figure(tokens, i - 1) or _is_figure(tokens, noun[1])):
        return size > _HUNDRED or _is_figure(tokens, i - 1)  # "117 von tausend Kindern", "од илјада деца 117"
    if word in _PARTS:
        return front and (one or size == 10 * _HUNDRED or (tokens.language != ENGLISH and size <= 10 * _HUNDRED))
    if tokens.language == ENGLISH:
        if word == "in" and size > _HUNDRED and _is_figure(tokens, i - 1):
            return True  # "6.5 in 1,000 children"
        based = word_at(tokens, noun[1] - 1) in noun_words(ENGLISH).bases
        return (word == "for" and (one or based)) or (word in _RATES and front and one and based)
    if _counts_before(tokens, i) or _belongs_to_number(tokens, i, noun[1]) or _ends_later(tokens, i, noun[1], size):
        return True
    return _is_reckoned(tokens, i, noun[1])


def _ends_later(tokens: Tokens, i: int, end: int, size: int) -> bool:
    """Check whether a change goes on to a smaller figure behind a base: "von 54 | auf 100.000 Geburten | (2000) auf 19"."""
    starts = [k for k in range(max(0, i - _NOUN_PHRASE), i) if word_at(tokens, k) == "from"]
    origin = read_number(tokens, starts[-1] + 1) if starts else None
    if origin is None or origin.end != i or origin.value >= size:
        return False
    leads = (k for k in range(end, len(tokens) - 1) if tokens[k].raw == tokens[i].raw)
    target = next((one for k in leads if (one := read_number(tokens, k + 1)) is not None), None)
    return target is not None and target.value < size and year_at(tokens, target.end - 1) is None


def _is_reckoned(tokens: Tokens, i: int, end: int) -> bool:
    """Check whether words beside a round number say that something is counted against it.

    Examples: "Auf 100.000 Einwohner | kamen", "| gerechnet".
    """
    words = noun_words(tokens.language)
    behind = tokens.lows[end : end + (_VERB_BEHIND_FRONT if _is_front(tokens, i) else _VERB_BEHIND)]
    near = tokens.lows[max(0, i - 2 * _VERB_BEHIND) : i] + behind
    return not words.falls.isdisjoint(near) or not words.reckoned.isdisjoint(behind[:1])


def _is_figure(tokens: Tokens, i: int) -> bool:
    """Check whether a figure in digits that is not a year stands at a token."""
    return i >= 0 and is_kind(tokens, i, TokenKind.NUMBER) and year_at(tokens, i) is None


def _counts_before(tokens: Tokens, i: int) -> bool:
    """Check whether a counted thing that is not a size stands right before the base's first word.

    Example: "zehn neue Trauungen | auf tausend Einwohner".
    """
    for k in range(i - 2, max(-1, i - 2 - _COUNTED), -1):
        number = read_number(tokens, k)
        if number is not None and number.end < i:
            words = all(is_kind(tokens, each, TokenKind.WORD) for each in range(number.end, i))
            return words and word_at(tokens, k - 1) not in {"by", "from", "of"}
    return False


def _names_more(tokens: Tokens, i: int) -> bool:
    """Check whether what is counted before a base has words of its own before it: "приклучоци | на интернет | на 100"."""
    if tokens.language == ENGLISH or not _counts_before(tokens, i):
        return False
    return any(word_at(tokens, k) in _LEADS for k in range(max(0, i - _COUNTED), i - 1))


def _belongs_to_number(tokens: Tokens, i: int, end: int) -> bool:
    """Check whether a base ends the name of a number or a frequency, with no verb between them and a figure behind.

    Example: "Die Zahl der neuen Trauungen | auf 1.000 Einwohner lag bei 4,5".
    """
    words = noun_words(tokens.language)
    near = range(max(0, i - _NAME), i)
    at = next((k for k in near if tokens.lows[k] in words.numbered), None)
    if at is None or not all(is_kind(tokens, k, TokenKind.WORD) for k in range(at, i)):
        return False
    if not any(_is_figure(tokens, k) for k in range(end, len(tokens))):
        return False
    raws = [token.raw for token in tokens[at + 1 : i]]
    stops = [raw.lower() in words.stops for raw in raws]
    nouns = [raw[0].isupper() for raw in raws]
    adjectives = (k for k in range(len(raws) - 1) if not stops[k] and not nouns[k])
    return nouns[-1:] == [True] and not any(stops[k + 1] for k in adjectives)


def bases_in(tokens: Tokens) -> list[Base]:
    """Find all bases in a sentence, in order.

    >>> from workbench.extract.words.lexer import lex
    >>> [each.per for each in bases_in(lex("Of every hundred pupils 12 left, 3 for every thousand girls."))]
    ['100 pupils', '1,000 girls']
    """
    found: list[Base] | None = tokens.bases
    if found is None:  # cached: both the reader of figures and the reader of measures ask
        found = tokens.bases = [] if _LEADS.isdisjoint(tokens.words) else _bases_in(tokens)
    return found


def _bases_in(tokens: Tokens) -> list[Base]:
    found: list[Base] = []
    for i, low in enumerate(tokens.lows[: len(tokens)]):
        if low not in _LEADS or (found and i < found[-1].end):
            continue
        base = base_at(tokens, i)
        if base is not None:
            found.append(base)
    return found
