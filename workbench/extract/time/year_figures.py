"""Decides whether four digits are a year or a count: "in 2019", "2000 workers", "2000 to 2500 people"."""

from __future__ import annotations

from functools import cache

from workbench.extract.numbers.numbers import read_number
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.units.counted_nouns_other_languages import names_many
from workbench.extract.units.unit_words import units
from workbench.extract.words.change_words import is_change_word
from workbench.extract.words.grammar import auxiliaries, grammar
from workbench.extract.words.lexer import TokenKind, Tokens, glued, is_capital, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH, raw_tables
from workbench.extract.words.word_tables import label_words, noun_words, period_words

_YEARS, OTHER_YEARS = range(1900, 2101), range(1000, 2200)
_DIGITS = 4
_SURE = frozenset({"in", "since", "until", "till", "before", "after", "circa", "ad"})
_LATE = range(2101, 2200)
_DATING = frozenset({"dates", "dated", "dating"})
_TO_THE_SECOND = frozenset({"to", "or", "-", "–", "—"})
_PLANS = frozenset(
    {"agenda", "vision", "horizon", "strategy", "programme", "program", "project", "plan", "roadmap", "compact"}
)
"""Nouns for plans that are named by their target year."""
_MAYBE_COUNT = frozenset({"about", "around", "over", "than", "by", "to", "from", "at", "of", "up"})


def year_at(tokens: Tokens, i: int) -> int | None:
    """Read the calendar year at a token; None where the figure is no year.

    >>> from workbench.extract.words.lexer import lex
    >>> year_at(lex("in 2021"), 1), year_at(lex("2,021"), 0)
    (2021, None)
    """
    if not is_kind(tokens, i, TokenKind.NUMBER):
        return None
    low = tokens[i].low
    if len(low) != 4 or not low.isdigit():
        return None
    found = int(low)
    if found in _YEARS or found not in OTHER_YEARS:
        return found if found in _YEARS else None
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    reaching = (before == "to" and word_at(tokens, i - 2) == "back") or word_at(tokens, i - 2) in _DATING
    sure = before in _SURE or reaching or (before == "by" and found in _LATE) or after in {"ad", "ce"}
    return found if sure else None


_OPENING = frozenset({*"(\"'“‘„‚«»‹›[-–—/,~", "to"})
"""What a year may stand right behind: opening quotation marks of any language, brackets, dashes, an arrow read as "to"."""


def is_year(tokens: Tokens, i: int) -> bool:
    """Check whether a four-digit figure is a year and no count.

    >>> from workbench.extract.words.lexer import lex
    >>> is_year(lex("2000 workers"), 0), is_year(lex("in 2000 she left"), 1)
    (False, True)
    """
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    table = units(tokens.language)
    if before in table.signs or before in table.codes or (before and glued(tokens, i) and before not in _OPENING):
        return False
    # a label: "directive 2019/1158", "room 2020"
    if before in label_words(tokens.language).words or _in_a_name(tokens, i):
        return False
    if after == "year" and word_at(tokens, i + 3) == "year":
        return True  # no noun: "zwischen 2014 und 2017 | Jahr für Jahr"
    if _is_counted(tokens, i + 1) or opens_range(tokens, i):
        return False
    if after in {"onwards", "onward"} or not is_kind(tokens, i + 1, TokenKind.WORD) or not _plural_near(tokens, i + 1):
        return True
    if tokens[i + 1].raw in _places(tokens.language):  # a place looks like a plural: "gab 2015 | Italien"
        return True
    if after in period_words(tokens.language).yearly or (
        word_at(tokens, i + 2) in period_words(tokens.language).yearly and "," not in tokens[i].low
    ):
        return True
    if before in _MAYBE_COUNT:
        return _closes_stretch(tokens, i)
    if grammar(tokens.language).noun == "capital" and _is_auxiliary(tokens, i - 1):
        return True  # the subject follows the verb: "36 Prozent hatten 2018 Frauen inne"
    return before in period_words(tokens.language).inside or before.endswith(("'s", "’s")) or _behind_name(tokens, i)


def _is_auxiliary(tokens: Tokens, i: int) -> bool:
    """Check whether an auxiliary verb stands at a token; one of being also leads to a count ("es waren 2018 Frauen"), unless the count stands before it."""
    raw, known = tokens[i].raw.lower() if i >= 0 else "", auxiliaries(tokens.language)
    return word_at(tokens, i) in known or (raw in known and any(_counts(tokens, k) for k in range(i)))


def _counts(tokens: Tokens, i: int) -> bool:
    """Check whether a number but one that is no year stands at a token."""
    number = read_number(tokens, i)
    return number is not None and number.value != 1 and year_at(tokens, i) is None


@cache
def _places(language: str) -> frozenset[str]:
    """List the names of places of one word in a language other than English, as its word file writes them."""
    names: dict[str, list[str]] = raw_tables(language)["places"]["names"]
    return frozenset(name for each in names.values() for name in each if " " not in name)


def _closes_stretch(tokens: Tokens, i: int) -> bool:
    """Check whether a figure is the last year of a span.

    Examples: "from 2010 to 2019 prices fell", not "grew from 1950 to 2010 members".
    """
    first, opener = year_at(tokens, i - 2), word_at(tokens, i - 3)
    if word_at(tokens, i - 1) != "to" or first is None or opener != "from":
        return False
    moved = any(is_change_word(word_at(tokens, k), tokens.language) for k in (i - 4, i - 5))
    return not moved and first < int(tokens[i].low)


def _is_counted(tokens: Tokens, i: int) -> bool:
    """Check whether a unit or a scale follows a figure; a word in capitals is a name ("In 2003 BP invested")."""
    table, words, after = units(tokens.language), period_words(tokens.language), word_at(tokens, i)
    if is_capital(tokens, i) and len(after) > 1 and tokens[i].raw.isupper() and after not in table.codes:
        return False
    named = (tuple(word_at(tokens, i + k) for k in range(n)) for n in range(1, table.longest.get(after, 0) + 1))
    measured = any(words in table.phrases for words in named) and after not in {
        "day",
        "real",
        "point",
        "second",
        *words.year_nouns,
    }
    return measured or after in table.signs or is_scale(after)


def opens_range(tokens: Tokens, i: int) -> bool:
    """Check whether a figure is the lower end of a range: "2000 to 2500 people", but not "from 2000 to 2010".

    >>> from workbench.extract.words.lexer import lex
    >>> opens_range(lex("2000 to 2500 people"), 0), opens_range(lex("from 2000 to 2010 exports rose"), 1)
    (True, False)
    """
    before, other = word_at(tokens, i - 1), word_at(tokens, i + 2)
    if word_at(tokens, i + 1) not in _TO_THE_SECOND or not (other.isdigit() and len(other) >= _DIGITS):
        return False
    if before in {"from", "between"} or before in period_words(tokens.language).inside:
        return year_at(tokens, i + 2) is None and is_thing(tokens, i + 3)
    return is_thing(tokens, i + 3)


def is_thing(tokens: Tokens, i: int) -> bool:
    """Check whether a unit or a plural noun that can be counted follows.

    >>> from workbench.extract.words.lexer import lex
    >>> is_thing(lex("2500 people"), 1), is_thing(lex("2010 it rose"), 1)
    (True, False)
    """
    after = word_at(tokens, i)
    if _is_counted(tokens, i):
        return True
    if after in period_words(tokens.language).year_nouns or not is_kind(tokens, i, TokenKind.WORD):
        return False
    if tokens.language != ENGLISH:
        return names_many(tokens, i)
    stops = noun_words(tokens.language).stops
    return after not in stops and not is_capital(tokens, i) and is_plural(after, tokens.language)


def _in_a_name(tokens: Tokens, i: int) -> bool:
    """Check whether a year is part of the name of a plan: "Agenda 2030", "the 2030 Agenda"."""
    behind = word_at(tokens, i - 1) in _PLANS and is_capital(tokens, i - 1)
    return behind or (word_at(tokens, i + 1) == "agenda" and is_capital(tokens, i + 1))


def is_scale(word: str) -> bool:
    """Check whether a word behind a figure multiplies it or makes it a share.

    >>> is_scale("million"), is_scale("men")
    (True, False)
    """
    return word in {"thousand", "million", "billion", "trillion", "hundred", "%"}


def _plural_near(tokens: Tokens, i: int) -> bool:
    """Find a plural noun right behind, or behind one word that may stand before it."""
    if tokens.language != ENGLISH:
        return word_at(tokens, i) not in period_words(tokens.language).year_nouns and names_many(tokens, i)
    if is_capital(tokens, i) or word_at(tokens, i) in noun_words(tokens.language).stops:
        return False
    return is_plural(word_at(tokens, i), tokens.language) or (
        word_at(tokens, i + 1) not in noun_words(tokens.language).stops
        and is_plural(word_at(tokens, i + 1), tokens.language)
    )


def _behind_name(tokens: Tokens, i: int) -> bool:
    """Check whether a figure stands behind a name inside a sentence: "Keytruda 2018 sales"."""
    return i >= 2 and is_capital(tokens, i - 1) and word_at(tokens, i - 2) not in {".", ":"}
