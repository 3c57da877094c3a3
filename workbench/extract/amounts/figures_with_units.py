"""Read single figures with their unit: money, percentages, physical measures, things counted.

Most amounts are one figure. The words beside it say what it measures, and a sign or a word before it may make it
negative.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.extract.amounts.hedges import hedge_behind
from workbench.extract.amounts.unhedged_amounts import SkippedFigure, UnhedgedAmount, rule_for
from workbench.extract.numbers.multipliers import ScaledNumber, power, scaled, whole
from workbench.extract.numbers.numbers import read_number
from workbench.extract.units.currencies import money_before, scaled_code
from workbench.extract.units.units_beside_figures import named_unit, unit_at, with_rate
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.words.word_tables import noun_words, number_words

_NO_ONE = frozenset(
    {"no", "any", "every", "each", "this", "that", "the", "another", "some", "which", "only", "these", "those"}
)
_IDIOMS = frozenset(
    {"day", "thing", "way", "time", "another", "side", "hand", "other", "last", "final", "more", "point", "born"}
)


def figure(tokens: Tokens, number: ScaledNumber) -> UnhedgedAmount | SkippedFigure:
    """Read one figure with its unit.

    >>> from workbench.extract.words.lexer import lex
    >>> words = lex("37,907 denars"); str(figure(words, read_number(words, 0)).unit)
    'denar'
    """
    money = money_before(tokens, number.first)
    if money is None and word_at(tokens, number.first - 1) in HYPHENS and glued(tokens, number.first):
        money = money_before(tokens, number.first - 1)
        if money is not None:
            return _money(tokens, replace(number, value=-number.value), money)
    if money is not None:
        return _money(tokens, number, money)
    behind = scaled_code(tokens, number.end)
    if behind is not None:
        number = _times(number, behind[1])
        return _signed(
            tokens, UnhedgedAmount(number.value, None, number.step, behind[0], number.first, number.end + 1, "money")
        )
    if number.form == "words" and _is_adjective(tokens, number):
        return SkippedFigure(number.end)
    if number.value == 1 and word_at(tokens, number.first) == "one":
        return _one(tokens, number)
    unit, end = unit_at(tokens, number.end, single=number.value == 1)
    if unit is UNKNOWN_UNIT and (hedge := hedge_behind(tokens, number.end)) is not None:
        unit, end = unit_at(tokens, hedge[1])
        end = number.end if unit is UNKNOWN_UNIT else end
    number, unit, end = _scale_behind(tokens, number, unit, end)
    if unit is UNKNOWN_UNIT and number.form == "words" and _is_pronoun(tokens, number):
        return SkippedFigure(number.end)
    return _signed(tokens, UnhedgedAmount(number.value, None, number.step, unit, number.first, end, rule_for(unit)))


def _scale_behind(tokens: Tokens, number: ScaledNumber, unit: Unit, end: int) -> tuple[ScaledNumber, Unit, int]:
    """Read the scale after a currency: "75 USD million"."""
    if unit.dimension is not Dimension.MONEY or unit.per:
        return number, unit, end
    larger = scaled(tokens, replace(number, end=end))
    return larger, unit, larger.end


def _is_adjective(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a number word is hyphenated to a noun that is not a unit: "two-way", "four-cylinder"."""
    j = number.end
    tied = word_at(tokens, j) in HYPHENS and glued(tokens, j) and glued(tokens, j + 1)
    odd = word_at(tokens, j + 1) in noun_words(tokens.language).skipped  # "twenty-odd members"
    return tied and not odd and is_kind(tokens, j + 1, TokenKind.WORD) and named_unit(tokens, j + 1) is None


def _one(tokens: Tokens, number: ScaledNumber) -> UnhedgedAmount | SkippedFigure:
    """Read "one man" as an amount; "one of", "no one", "the one" and "one day" are not amounts."""
    if word_at(tokens, number.first - 1) in _NO_ONE and word_at(tokens, number.first - 1) != "only":
        return SkippedFigure(number.end)
    if word_at(tokens, number.first - 1) in number_words(tokens.language).minus:
        return UnhedgedAmount(
            -number.value, None, number.step, UNKNOWN_UNIT, number.first - 1, number.end, "bare-number"
        )
    unit, end = unit_at(tokens, number.end, single=True)
    behind = word_at(tokens, number.end).removesuffix("'s").removesuffix("’s")
    if behind == "of" or unit is UNKNOWN_UNIT or behind in _IDIOMS:
        return SkippedFigure(number.end)
    return _signed(tokens, UnhedgedAmount(number.value, None, number.step, unit, number.first, end, rule_for(unit)))


def _is_pronoun(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a number word says who and not how many: "the two agreed"."""
    return number.value < 4 and word_at(tokens, number.first - 1) in {"the", "these", "those", "all"}


def _money(tokens: Tokens, number: ScaledNumber, money: tuple[Unit, int]) -> UnhedgedAmount:
    """Read a figure after a currency sign or code: "$1.2 m", "€5 a month", "US$ 5 dollars", "$3 and 50 cents"."""
    unit, first = money
    scale = scaled_code(tokens, first)
    number = number if scale is None else _times(number, scale[1])
    short = number_words(tokens.language).short_scales.get(word_at(tokens, number.end), 0)
    if short and number.end == number.first + 1:
        number = replace(_times(number, short), end=number.end + 1)
    end = number.end
    named = named_unit(tokens, past_hyphen(tokens, end))
    if named is not None and named[0].dimension is Dimension.MONEY:
        unit, end = named
    unit, end = with_rate(tokens, unit, end)
    return _signed(tokens, UnhedgedAmount(number.value, None, number.step, unit, first, end, "money"))


def _times(number: ScaledNumber, exponent: int) -> ScaledNumber:
    factor = power(exponent)
    return replace(number, value=whole(number.value * factor), step=number.step * factor)


def with_coins(tokens: Tokens, found: UnhedgedAmount) -> UnhedgedAmount:
    """Join dollars and cents into one amount: "13 dollars and 45 cents".

    >>> from workbench.extract.words.lexer import lex
    >>> words = lex("13 dollars and 45 cents"); with_coins(words, figure(words, read_number(words, 0))).low
    Decimal('13.45')
    """
    if found.unit.dimension is not Dimension.MONEY or found.unit.name in {"cent", "penny"} or found.step != 1:
        return found
    j = found.end + (word_at(tokens, found.end) == "and")
    coins = read_number(tokens, j)
    if coins is None or not 0 < coins.value < 100 or found.unit.per:
        return found
    named = word_at(tokens, coins.end) in {"cents", "cent", "pence"}
    if not named and not _ends_price(tokens, found, coins):
        return found
    return replace(found, low=found.low + coins.value / 100, step=Decimal("0.01"), end=coins.end + named)


def _ends_price(tokens: Tokens, found: UnhedgedAmount, coins: ScaledNumber) -> bool:
    """Check whether a number below a hundred right after the currency's name counts its hundredths.

    Example: "thirteen dollars forty-five".
    """
    whole_number = coins.value == coins.value.to_integral_value() and coins.value >= 10
    alike = (coins.form == "words") == tokens[found.first].low.isalpha()
    over = not is_kind(tokens, coins.end, TokenKind.WORD) or word_at(tokens, coins.end) in {
        "for",
        "and",
        "a",
        "each",
        "per",
    }
    closed = word_at(tokens, coins.end) not in {"%", "$", "€", "£", "/", "-", "–", ","}
    named = is_kind(tokens, found.end - 1, TokenKind.WORD) and not tokens[found.end - 1].raw.isupper()
    return whole_number and alike and over and closed and named and coins.end - coins.first <= 3


def _signed(tokens: Tokens, found: UnhedgedAmount) -> UnhedgedAmount:
    """Make an amount negative where a minus sign or the word "minus" belongs to it."""
    i = found.first
    before = word_at(tokens, i - 1)
    if before in number_words(tokens.language).minus and word_at(tokens, i - 2) == "or":
        return found  # a margin: "plus or minus 3 points"
    if before in HYPHENS and word_at(tokens, i - 2) in number_words(tokens.language).minus:
        return replace(found, low=-found.low, first=i - 2)
    if before in number_words(tokens.language).minus:
        return replace(found, low=-found.low, first=i - 1)
    if (
        before in {"-", "−", "–"}
        and glued(tokens, i)
        and found.low > 0
        and (not glued(tokens, i - 1) or word_at(tokens, i - 2) == "(")
    ):
        return replace(found, low=-found.low, first=i - 1)
    return found
