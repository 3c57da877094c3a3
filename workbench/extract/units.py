"""Units: percent, points, money, measures, and the thing that is counted.

Why this room exists: a figure without its unit compares with nothing. Units that the word file names are looked up; behind
any other figure the noun phrase says what is counted ("40,000 new jobs" counts new jobs).
"""

from __future__ import annotations

from dataclasses import replace

from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.extract.lexer import Kind, Tokens, glued, past_hyphen, word_at
from workbench.extract.lexicon import lexicon

_LONGEST = 4
_FURTHEST = 4


def money_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The currency sign or code right before a figure, and the index it begins at.

    >>> from workbench.extract.lexer import lex
    >>> unit, first = money_before(lex("of US$ 58"), 3); unit.code, first
    ('USD', 1)
    """
    lex_ = lexicon()
    word = word_at(tokens, i - 1)
    if word in lex_.signs:
        before = word_at(tokens, i - 2)
        if word == "$" and before in lex_.dollars:
            return lex_.dollars[before], i - 2
        if word == "$" and before == "r":
            return lex_.codes["brl"], i - 2
        return lex_.signs[word], i - 1
    if word in lex_.codes and i >= 1 and tokens[i - 1].kind is Kind.WORD and word not in {"try"}:
        return lex_.codes[word], i - 1
    return None


def named_unit(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The unit of the word file that stands at a token, longest first, and the index behind it.

    >>> from workbench.extract.lexer import lex
    >>> unit, end = named_unit(lex("2 percentage points"), 1); unit.code, end
    ('pp', 3)
    """
    lex_ = lexicon()
    if i >= len(tokens):
        return None
    for length in range(min(_LONGEST, len(tokens) - i), 0, -1):
        unit = lex_.units.get(tuple(token.low for token in tokens[i : i + length]))
        if unit is not None:
            return unit, i + length
    if glued(tokens, i) and tokens[i].low in lex_.short_units:
        return lex_.short_units[tokens[i].low], i + 1
    return None


def counted(tokens: Tokens, i: int, *, single: bool = False) -> tuple[Unit, int] | None:
    """The thing counted that is named from a token on, singular, and the index behind its last word.

    >>> from workbench.extract.lexer import lex
    >>> counted(lex("new jobs have been created"), 0)[0].name
    'new job'
    """
    lex_ = lexicon()
    words: list[str] = []
    j = i
    while j < len(tokens) and len(words) < _FURTHEST:
        low = tokens[j].low
        if tokens[j].kind is not Kind.WORD or (low in lex_.stops and not (j == i and low == "more")):
            break
        j += 1
        if low in lex_.skipped and low not in {"new", "additional", "different", "separate", "other", "major", "main", "key", "individual"}:
            continue
        words.append(low)
        if is_plural(low):
            return Unit(Dimension.COUNT, " ".join([*words[:-1], singular(low)])), j
    if single and words:
        return Unit(Dimension.COUNT, words[0] if len(words) != 2 else " ".join(words)), i + len(words)  # noqa: PLR2004
    return None


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun.

    >>> is_plural("jobs"), is_plural("people"), is_plural("less")
    (True, True, False)
    """
    lex_ = lexicon()
    if word in lex_.irregular or word in lex_.plural_alike:
        return True
    return (
        len(word) > 3  # noqa: PLR2004
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in lex_.not_plural
    )


def singular(word: str) -> str:
    """The singular of a noun.

    >>> [singular(w) for w in ("companies", "cases", "boxes", "people", "buses", "businesses")]
    ['company', 'case', 'box', 'person', 'bus', 'business']
    """
    lex_ = lexicon()
    if word in lex_.irregular:
        return lex_.irregular[word]
    if word in lex_.plural_alike or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]


def rate(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """What a rate is counted against, and the index behind it: "per 100,000 inhabitants", "a month".

    >>> from workbench.extract.lexer import lex
    >>> rate(lex("per 100,000 inhabitants"), 0)
    ('100,000 inhabitants', 3)
    >>> rate(lex("a year earlier"), 0) is None
    True
    """
    lex_ = lexicon()
    word, after = word_at(tokens, i), word_at(tokens, i + 1)
    if word == "per" and i + 1 < len(tokens):
        if tokens[i + 1].kind is Kind.NUMBER:
            end = min(i + 3, len(tokens))
            return " ".join(t.low for t in tokens[i + 1 : end]), end
        return (after, i + 2) if tokens[i + 1].kind is Kind.WORD else None
    if word in {"a", "an", "each", "every", "/"} and after in lex_.rates:
        follows = word_at(tokens, i + 2)
        if follows in {"ago", "earlier", "before", "later", "on", "of", "after", "old"}:
            return None
        return after, i + 2
    return None


def with_rate(unit: Unit, per: str) -> Unit:
    """The unit counted against something."""
    dimension = Dimension.RATE if unit.dimension is Dimension.COUNT else unit.dimension
    return replace(unit, per=per, dimension=dimension)


def unit_at(tokens: Tokens, i: int, *, single: bool = False) -> tuple[Unit, int]:
    """The unit that follows a figure, and the index behind it; the unknown unit where none does.

    >>> from workbench.extract.lexer import lex
    >>> unit_at(lex("420 migrants"), 1)[0].name
    'migrant'
    """
    j = past_hyphen(tokens, i)
    found = named_unit(tokens, j) or (named_unit(tokens, j + 1) if word_at(tokens, j) == "more" else None)
    found = found or counted(tokens, j, single=single)
    if found is None:
        return UNKNOWN_UNIT, i
    unit, end = found
    per = rate(tokens, end)
    if per is not None:
        return with_rate(unit, per[0]), per[1]
    return unit, end
