"""Splits a sentence into tokens: words, written figures and signs.

All readers of values use the same tokens, so a text is split once. One regular expression without nested repetition
does it, so that the time for a hostile text only grows with its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.extract.words.grammar import Grammar, grammar
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.written_for_to import ARROW, has_short_forms, in_full

if TYPE_CHECKING:
    from workbench.core.quantity import Relation, Unit
    from workbench.extract.words.time_phrases import TimePhrase


class TokenKind(IntEnum):
    """What a token is."""

    NUMBER = 1
    WORD = 2
    SIGN = 3


class Token(NamedTuple):
    """A word, a written figure or a sign.

    Attributes:
        kind: Word, figure or sign.
        start: Where it begins, in code points.
        end: Where it ends.
        low: The form that rules compare. In English the characters in lower case; in another language a word with a
            role in the grammar has the role's name (the English word for it), and figures are written as in English.
        raw: Its characters as written.
    """

    kind: TokenKind
    start: int
    end: int
    low: str
    raw: str


class Tokens(tuple[Token, ...]):  # noqa: SLOT001  (a tuple of any length has no room for slots)
    """The tokens of a text in order, and the language of the word file that they are read with.

    Attributes:
        language: Two letters; rules look words up in that language's word file.
        lows: The ``low`` of each token, with empty strings around: ``lows[i]`` is valid for every token and up to
            `MARGIN` places before and behind, so that rules need not check for the end of the text.
        words: The same as a set, so that a rule can first ask whether the sentence has any of its words.
        calendar: Cache of names of the calendar, by the token that they begin at.
        numbers: Cache of numbers.
        units: Cache of units behind a figure.
        money: Cache of signs, codes and names of money, by the figure they stand before.
        hedges: Cache of hedges, by the figure they stand before.
        bases: Cache of the denominators of figures, in order; None until they were looked for.
    """

    language: str = "en"
    lows: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    calendar: dict[int, TimePhrase | None]
    numbers: dict[int, Any]
    units: dict[int, tuple[Unit, int] | None]
    money: dict[int, tuple[Unit, int] | None]
    hedges: dict[int, tuple[Relation, int] | None]
    bases: Any = None


MARGIN = 64
_BEYOND = ("",) * MARGIN

HYPHENS = frozenset("-‐‑‒–—−")

LONGEST = 100_000
"""Most code points tokenised at once. A longer text is read in pieces, so that memory stays constant."""
_BACK = 2_000

_THIN = "\u00a0\u202f\u2009\u2007"
_LETTERS_ALONE = r"[A-Za-z][a-z]*(?![\w'’])"
"""Plain words in small letters come first, since most words are such and the scan is then quick."""

_CURRENCY_CODE = (
    "(?:EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|HKD|MKD|RSD|BGN|RON|HUF|CZK|PLN|SEK|NOK|DKK|TRY|RUB|UAH|ZAR|RM|Rs|US)"
)
_CURRENCY_ATTACHED = rf"(?=[A-Z][A-Zs][A-Z]?[0-9]){_CURRENCY_CODE}"
"""A currency code attached to its figure is a token of its own."""

_RAND_ATTACHED = r"R(?=[0-9][0-9.,]{0,15}(?:bn|tn|mn|[mk]\b|\s(?:thousand|[mbtr]{1,2}illion)\b))"
""""R" is a currency before a scale only: "R2.7bn", but not "R2"."""

_DOLLAR_ATTACHED = r"(?<=\$)(?:US|NZ|AU?|CA?|HK|NT|FJ|S)(?=[0-9])"
"""A letter for the country of a dollar, between the sign and its figure: "$A82 million"."""

_APOSTROPHE_PARTS = r"(?:['’][^\W\d_]+)*"
_NAME_WITH_FIGURE = (
    r"[^\W\d_]+[0-9]\w*(?:\.(?!(?:19|20)[0-9]{2}(?!\w))[0-9]\w*|,[0-9]{3}(?![0-9]))*"
    rf"{_APOSTROPHE_PARTS}"
)
"""Letters with a figure attached are one name, its decimals too ("PM2.5", "P3.5bn"), but not the year of "Q3.2021"."""

_WORD = rf"{_LETTERS_ALONE}|{_DOLLAR_ATTACHED}|{_CURRENCY_ATTACHED}|{_RAND_ATTACHED}|{_NAME_WITH_FIGURE}|[^\W\d_]\w*{_APOSTROPHE_PARTS}"
# a figure in Arabic signs, which mean one thing only: "1٬234٫5"
_CLEAR = r"[0-9]{1,3}(?:٬[0-9]{2,3})+(?:٫[0-9]+)?|[0-9]+٫[0-9]+(?:[eE][+-]?[0-9]{1,2}(?!\w))?"
_PLAIN = str.maketrans("٬٫", ",.")
_SIGN = r"[^\s\w\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
_WEB_ADDRESS = r"(?:https?://|www\.)[^\s<>\"]+"
_FRACTION_SIGN = r"[¼-¾⅐-⅞]"
"""A fraction in one sign, which Python counts among the letters."""

_BY_COMMAS = rf"[0-9]{{1,3}}(?:[,'’{_THIN}][0-9]{{3}}){{1,9}}(?![0-9])(?:\.[0-9]+)?"
_BY_SPACES = r"[0-9]{1,3}(?:\ [0-9]{3}){1,9}(?![0-9])(?:\.[0-9]+)?"
_BY_COMMAS_AND_SPACES = r"[0-9]{1,3}(?:,\ 000){1,4}(?![0-9])"
_LAKHS = r"[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
_BY_POINTS = r"[0-9]{1,3}(?:\.[0-9]{3}){2,9}(?![0-9])"
_BY_POINTS_WITH_DECIMALS = r"[0-9]{1,3}(?:\.[0-9]{3}){1,9},[0-9]{1,2}(?![0-9,])"
_DECIMAL_COMMA = r"[0-9]+,[0-9]{1,2}(?=\s?(?:%|per\s?cent))"
_EXPONENT = r"[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}(?!\w)"
_PLAIN_FIGURE = r"[0-9]+(?:\.[0-9]+)?"
_BARE_DECIMALS = r"(?<![\w.])\.[0-9]+"
_FIGURE = (
    rf"{_CLEAR}|{_BY_COMMAS}|{_BY_SPACES}|{_BY_COMMAS_AND_SPACES}|{_LAKHS}|{_BY_POINTS}|{_BY_POINTS_WITH_DECIMALS}"
    rf"|{_DECIMAL_COMMA}|{_EXPONENT}|{_PLAIN_FIGURE}|{_BARE_DECIMALS}"
)
_TOKEN = re.compile(rf"{_WEB_ADDRESS}|{_FRACTION_SIGN}|({_WORD})|(?=[0-9.])({_FIGURE})|{ARROW}|{_SIGN}")
"""A web address, a fraction sign, a word, a figure, an arrow, or any other sign but white space and invisible marks."""
_KIND_OF_GROUP = {1: TokenKind.WORD, 2: TokenKind.NUMBER, None: TokenKind.SIGN}


@lru_cache(maxsize=16)
def lex(text: str, language: str = "en") -> Tokens:
    """Split a text into tokens, in order; white space and invisible marks are left out.

    >>> [t.low for t in lex("Up 7.2% to 16 000.")]
    ['up', '7.2', '%', 'to', '16 000', '.']
    """
    found = _english(text) if language == ENGLISH else _foreign(text, grammar(language))
    if has_short_forms(text):
        found = [token._replace(low=low) for token, low in zip(found, in_full([t.low for t in found]), strict=True)]
    tokens = Tokens(found)
    lows = [token.low for token in tokens]
    tokens.language, tokens.lows, tokens.words = language, (*lows, *_BEYOND), frozenset(lows)
    tokens.calendar, tokens.numbers, tokens.units, tokens.money, tokens.hedges = {}, {}, {}, {}, {}
    return tokens


def _english(text: str) -> list[Token]:
    """Tokenise an English text, without the checks of `Token`'s constructor, since there are thousands a second."""
    make, found = tuple.__new__, []
    for match in _TOKEN.finditer(text):
        raw = match[0]
        start, end = match.span()
        found.append(make(Token, (_KIND_OF_GROUP[match.lastindex], start, end, raw.lower(), raw)))
    if "٬" in text or "٫" in text:
        return [token._replace(low=token.low.translate(_PLAIN)) for token in found]
    return found


def _foreign(text: str, words: Grammar) -> list[Token]:
    """Tokenise a text in another language: split joined numbers, and give each word its role."""
    pieces: list[tuple[TokenKind, int, str, str]] = []
    for match in _pattern(words).finditer(text):
        kind, raw = _KIND_OF_GROUP[match.lastindex], match[0]
        low = raw.lower()
        if kind is not TokenKind.WORD:
            pieces.append((kind, match.start(), low, raw))
        elif words.scale and words.scale in low and len(low) == len(raw):
            pieces += _parted(match.start(), raw, words.parts(low))
        else:
            pieces.append((kind, match.start(), low.rstrip("."), raw))
    lows = [low for _, _, low, _ in pieces]
    make, found = tuple.__new__, []
    for i, (kind, start, low, raw) in enumerate(pieces):
        if kind is TokenKind.WORD:
            role = words.role(lows, i) if low in words.turns else words.roles.get(low, low)
        else:
            role = words.digits(low) if kind is TokenKind.NUMBER else low
        found.append(make(Token, (kind, start, start + len(raw), role, raw)))
    return found


def _parted(start: int, raw: str, parts: Sequence[str]) -> Iterator[tuple[TokenKind, int, str, str]]:
    """Yield the parts of a word that may be a joined number: kind, start, lower case, as written."""
    if len(parts) == 1:
        yield TokenKind.WORD, start, raw.lower().rstrip("."), raw
        return
    low, at = raw.lower(), 0
    for part in parts:
        at = low.index(part, at)
        yield TokenKind.WORD, start + at, part, raw[at : at + len(part)]
        at += len(part)


@cache
def _pattern(words: Grammar) -> re.Pattern[str]:
    """Build the token pattern of another language: its own figures, words with their full stops, signs."""
    groups, decimal = re.escape(words.groups), re.escape(words.decimal or ".,")
    short = "|".join(sorted(map(re.escape, words.abbreviations), key=len, reverse=True))
    word = rf"(?i:{short})\.(?!\w)|{_WORD}" if short else _WORD
    return re.compile(
        r"(?:https?://|www\.)[^\s<>\"]+"
        rf"|[¼-¾⅐-⅞]|({word})"
        # the day and month of a date, then any figure: grouped, with decimals, plain
        rf"|({_CLEAR}"
        r"|[0-9]{1,2}\.[0-9]{1,2}(?=\.[0-9]{4}(?![0-9]))"
        rf"|[0-9]{{1,3}}(?:[{groups}][0-9]{{3}}){{1,9}}(?![0-9])(?:[{decimal}][0-9]+)?"
        rf"|[0-9]+(?:[{decimal}][0-9]+|\.[0-9]{{1,2}}(?![0-9]))?)"
        rf"|{ARROW}|{_SIGN}"
    )


def text_parts(text: str) -> Iterator[tuple[int, str]]:
    """Split a text into pieces that are read one at a time, each with its offset.

    Most texts are one piece. One longer than `LONGEST` is a table, or captions without full stops; it is split where a
    sentence ends, or at least a word.

    >>> list(text_parts("Up 5 %."))
    [(0, 'Up 5 %.')]
    """
    start = 0
    while len(text) - start > LONGEST:
        end = _edge(text, start + LONGEST)
        yield start, text[start:end]
        start = end
    yield start, text[start:] if start else text


def _edge(text: str, end: int) -> int:
    """Find the last place before an index where a text may be split."""
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, end - _BACK, end)
        if found >= 0:
            return found + len(mark)
    return end


def glued(tokens: Tokens, i: int) -> bool:
    """Check whether a token stands right behind the one before it, with nothing between.

    >>> glued(lex("F-35"), 1), glued(lex("F 35"), 1)
    (True, False)
    """
    return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end


def word_at(tokens: Tokens, i: int) -> str:
    """Look up the ``low`` of a token; the empty string outside the text.

    >>> word_at(lex("Exports fell"), 0), word_at(lex("Exports fell"), 2)
    ('exports', '')
    """
    try:
        return tokens.lows[i]
    except IndexError:  # beyond the margin
        return ""


def words_at(tokens: Tokens, i: int, length: int) -> tuple[str, ...]:
    """Look up the ``low`` of some tokens from an index on; fewer at the end of the text.

    >>> words_at(lex("Up 7 per cent."), 2, 2)
    ('per', 'cent')
    """
    return tokens.lows[i : min(i + length, len(tokens))]


def is_kind(tokens: Tokens, i: int, kind: TokenKind) -> bool:
    """Check whether a token of this kind stands at an index.

    >>> is_kind(lex("7 %"), 0, TokenKind.NUMBER), is_kind(lex("7 %"), 1, TokenKind.NUMBER), is_kind(lex("7 %"), 2, TokenKind.SIGN)
    (True, False, False)
    """
    return 0 <= i < len(tokens) and tokens[i].kind is kind


def is_capital(tokens: Tokens, i: int) -> bool:
    """Check whether a word with a capital letter stands at an index.

    >>> is_capital(lex("the May figures"), 1), is_capital(lex("it may rise"), 1)
    (True, False)
    """
    return is_kind(tokens, i, TokenKind.WORD) and tokens[i].raw[0].isupper()


def past_hyphen(tokens: Tokens, i: int) -> int:
    """Find the index behind a hyphen; the index itself where there is no hyphen.

    >>> past_hyphen(lex("twenty-five"), 1), past_hyphen(lex("twenty five"), 1)
    (2, 1)
    """
    return i + 1 if tokens.lows[i] in HYPHENS else i
