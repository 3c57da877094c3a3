"""The amounts of a sentence: relation, value, step and unit.

Why this room exists: an amount is what a claim puts up for checking. Figures that count nothing (years, dates, chapters,
lengths of periods) are left out; what stays keeps its hedge, its written precision and what it counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.core.claim import Mention
from workbench.core.number import loose_step
from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Amount, Dimension, Relation, Unit
from workbench.core.text import Span
from workbench.extract.hedges import hedge_before, hedge_behind
from workbench.extract.labels import is_label
from workbench.extract.lexer import HYPHENS, Kind, Tokens, glued, lex, past_hyphen, word_at
from workbench.extract.lexicon import lexicon
from workbench.extract.numbers import Number, read_number
from workbench.extract.period_dates import year_at
from workbench.extract.periods import find_phrases
from workbench.extract.units import counted, money_before, named_unit, rate, unit_at, with_rate

_HUNDRED = Decimal(100)
_MOST = Decimal("1e30")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount before its hedge: values, unit and the tokens it covers."""

    low: Decimal
    high: Decimal | None
    step: Decimal
    unit: Unit
    first: int
    end: int
    rule: str


def find_amounts(text: str) -> list[Mention[Amount]]:
    """Gives every amount of a text in order; spans cover the figure and its unit, not the hedge.

    >>> [str(m.noun) for m in find_amounts("Nearly 3,000 refugees, or 12% of the total.")]
    ['nearly 3000 refugee', '12 percentage']
    """
    tokens = lex(text)
    taken = {k for p in find_phrases(text) for k in range(p.first, p.end)}
    found: list[Mention[Amount]] = []
    i = 0
    while i < len(tokens):
        try:
            one = None if i in taken else _read(tokens, i, text)
        except ArithmeticError:  # a figure beyond the pinned context is no amount
            one = None
        if one is None:
            i += 1
            continue
        if one.rule != "skip":
            mention = _hedged(tokens, one)
            if mention is not None:
                found.append(mention)
        i = max(one.end, i + 1)
    return found


def _skip(number: Number) -> Found:
    return Found(Decimal(0), None, Decimal(1), UNKNOWN_UNIT, number.first, number.end, "skip")


def _read(tokens: Tokens, i: int, text: str) -> Found | None:
    lex_ = lexicon()
    token = tokens[i]
    if token.kind is Kind.WORD and not (
        token.low in lex_.small or token.low in lex_.tens or token.low in lex_.fractions or token.low in {"a", "an", "not", "no"}
    ):
        return None
    if token.kind is Kind.WORD:
        special = none_at_all(tokens, i) or share(tokens, i) or fraction(tokens, i)
        if special is not None:
            return special
    number = read_number(tokens, i)
    if number is None or abs(number.value) > _MOST:
        return None
    if is_label(tokens, number, text) or _is_bare_year(tokens, number):
        return _skip(number)
    return share(tokens, i) or between(tokens, number) or plain(tokens, number)


def none_at_all(tokens: Tokens, i: int) -> Found | None:
    """Not a single case: zero.

    >>> none_at_all(lex("not a single case"), 0).low
    Decimal('0')
    """
    for length in (3, 2):
        if tuple(t.low for t in tokens[i : i + length]) in lexicon().zeros:
            unit, end = unit_at(tokens, i + length, single=True)
            return Found(Decimal(0), None, Decimal(1), unit, i, end, "zero")
    return None


def share(tokens: Tokens, i: int) -> Found | None:
    """One in five, three out of ten: a share in percent.

    >>> share(lex("one in five children"), 0).low
    Decimal('20')
    """
    part = read_number(tokens, i)
    if part is None or part.value > _HUNDRED:
        return None
    j = past_hyphen(tokens, part.end)
    for length in (3, 2, 1):
        if tuple(t.low for t in tokens[j : j + length]) in lexicon().share_links:
            whole = read_number(tokens, past_hyphen(tokens, j + length))
            if whole is None or whole.value <= part.value or not _is_share(tokens, part, whole, length):
                return None
            return _percent(part.value / whole.value, i, whole.end, "share")
    return None


def _is_share(tokens: Tokens, part: Number, whole: Number, length: int) -> bool:
    """"One in five" is a share; "3 in 2021" is none."""
    if whole.first in range(len(tokens)) and year_at(tokens, whole.first) is not None:
        return False
    words = part.form == whole.form == "words"
    return length > 1 or words or whole.value % 5 == 0 or whole.value <= 10  # noqa: PLR2004


def _percent(part: Decimal, first: int, end: int, rule: str) -> Found:
    value = round(part * _HUNDRED, 4)
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return Found(value, None, Decimal(1), PERCENT, first, end, rule)


def fraction(tokens: Tokens, i: int) -> Found | None:
    """Two-thirds, a quarter of, half of the households: a share in percent.

    >>> fraction(lex("a quarter of households"), 0).low
    Decimal('25')
    """
    lex_ = lexicon()
    word = word_at(tokens, i)
    top = lex_.small.get(word, 1 if word in {"a", "an"} else None)
    j = i if top is None else past_hyphen(tokens, i + 1)
    bottom = lex_.fractions.get(word_at(tokens, j))
    name = word_at(tokens, j)
    if bottom is None or (top is None and name != "half"):
        return None
    top = 1 if top is None else top
    if not 0 < top < bottom or (top > 1 and not name.endswith(("s", "half"))):
        return None
    after = word_at(tokens, j + 1)
    if top == 1 and after != "of" and not (name == "half" and after in {"the", "all", "our", "their", "its", "his", "her"}):
        return None
    if top == 1 and (named_unit(tokens, j + 2 + (word_at(tokens, j + 2) in {"a", "an"})) or after == "of" and _names_time(tokens, j)):
        return None
    return _percent(Decimal(top) / Decimal(bottom), i, j + 1, "fraction")


def _names_time(tokens: Tokens, j: int) -> bool:
    return word_at(tokens, j + 2) in lexicon().months or year_at(tokens, j + 2) is not None


def _is_bare_year(tokens: Tokens, number: Number) -> bool:
    """A four-digit year that no phrase of time took, such as a name's ("Agenda 2030")."""
    if number.end - number.first != 1 or year_at(tokens, number.first) is None:
        return False
    if money_before(tokens, number.first) is not None:
        return False
    return named_unit(tokens, number.end) is None and counted(tokens, number.end) is None


def between(tokens: Tokens, number: Number) -> Found | None:
    """Three to four percent, between 3 and 4, 3–4 %, two or three: a range.

    >>> r = between(lex("3 to 4 percent"), read_number(lex("3 to 4 percent"), 0)); r.low, r.high
    (Decimal('3'), Decimal('4'))
    """
    left = money_before(tokens, number.first)
    inner = named_unit(tokens, number.end)
    j = inner[1] if inner else number.end
    joiner, opener = word_at(tokens, j), word_at(tokens, (left[1] if left else number.first) - 1)
    if joiner == "and":
        fits = opener == "between"
    elif joiner in HYPHENS:
        fits = True
    else:
        fits = joiner in {"to", "or"} and not _is_origin(tokens, number.first)
    if not fits:
        return None
    k = j + 1 + (word_at(tokens, j + 1) in lexicon().signs)
    other = read_number(tokens, k)
    if other is None or year_at(tokens, k) is not None:
        return None
    low, high, step = _same_scale(number, other)
    unit, end = unit_at(tokens, other.end)
    if left is not None:
        unit = left[0]
        end = other.end
    elif inner is not None and unit.dimension in {Dimension.UNKNOWN, Dimension.COUNT}:
        unit, end = inner[0], other.end
    elif inner is not None and inner[0] != unit:
        return None
    if low >= high or (joiner == "or" and high - low > 2 * step):
        return None
    return Found(low, high, step, unit, left[1] if left else number.first, end, "range")


def _same_scale(number: Number, other: Number) -> tuple[Decimal, Decimal, Decimal]:
    """Both ends of a range; "3 to 4 million" means millions twice."""
    power = Decimal((0, (1,), max(0, other.value.adjusted() - 1))) if other.value else Decimal(1)
    if other.end - other.first > 1 and number.end - number.first == 1 and number.value < other.value / _HUNDRED:
        scale = _scale_of(other)
        return number.value * scale, other.value, number.step * scale
    del power
    return number.value, other.value, min(number.step, other.step)


def _scale_of(number: Number) -> Decimal:
    exponent = max(e for e in (0, 3, 6, 9, 12) if number.value >= Decimal((0, (1,), e)))
    return Decimal((0, (1,), exponent))


def _is_origin(tokens: Tokens, i: int) -> bool:
    """Whether a figure is where a change starts ("fell from 27 to 16"), not the lower end of a range."""
    from workbench.extract.change_words import is_change_word  # noqa: PLC0415

    j = i - 1 - (word_at(tokens, i - 1) in lexicon().signs)
    if word_at(tokens, j) != "from":
        return False
    return any(is_change_word(word_at(tokens, k)) for k in range(max(0, j - 8), j))


def plain(tokens: Tokens, number: Number) -> Found | None:
    """One figure with its unit: money, a percentage, a measure, or the thing counted.

    >>> str(plain(lex("37,907 denars"), read_number(lex("37,907 denars"), 0)).unit)
    'denar'
    """
    value, first = number.value, number.first
    money = money_before(tokens, first)
    if money is not None:
        return _money(tokens, number, money)
    if _is_negative(tokens, first):
        value, first = -value, first - 1
    if word_at(tokens, number.first) in {"one", "a", "an"} and number.form == "words":
        return _one(tokens, number)
    unit, end = unit_at(tokens, number.end, single=value == 1)
    if unit is UNKNOWN_UNIT and number.form == "words" and _is_pronoun(tokens, number):
        return _skip(number)
    rule = _RULES.get(unit.dimension, "measure")
    return Found(value, None, number.step, unit, first, end, rule)


_RULES = {
    Dimension.SHARE: "percent",
    Dimension.POINTS: "points",
    Dimension.MONEY: "money",
    Dimension.COUNT: "counted-noun",
    Dimension.RATE: "rate",
    Dimension.UNKNOWN: "bare-number",
}


def _is_pronoun(tokens: Tokens, number: Number) -> bool:
    return number.value < 3 and word_at(tokens, number.end) != "." and word_at(tokens, number.first - 1) in {"the", "these", "those"}  # noqa: PLR2004


def _one(tokens: Tokens, number: Number) -> Found:
    """"One man" counts; "one of", "no one", "the one" do not."""
    before = word_at(tokens, number.first - 1)
    if number.value == 1 and (before in {"no", "any", "every", "each", "this", "that", "the", "another", "some", "number", "square"}):
        return _skip(number)
    unit, end = unit_at(tokens, number.end, single=number.value == 1)
    if number.value == 1 and (unit is UNKNOWN_UNIT or unit.name in {"day", "thing", "way", "time", "another"}):
        return _skip(number)
    return Found(number.value, None, number.step, unit, number.first, end, _RULES.get(unit.dimension, "measure"))


def _money(tokens: Tokens, number: Number, money: tuple[Unit, int]) -> Found:
    unit, first = money
    value, step, end = number.value, number.step, number.end
    if word_at(tokens, end) == "m" or (word_at(tokens, end) == "b"):
        power = Decimal((0, (1,), lexicon().short_scales[tokens[end].low]))
        value, step, end = value * power, step * power, end + 1
    same = named_unit(tokens, end)
    if same is not None and same[0].dimension is Dimension.MONEY:
        unit, end = same
    per = rate(tokens, end)
    if per is not None:
        unit, end = with_rate(unit, per[0]), per[1]
    if _is_negative(tokens, first):
        value, first = -value, first - 1
    return Found(value, None, step, unit, first, end, "money")


def _is_negative(tokens: Tokens, i: int) -> bool:
    """A minus sign that belongs to the figure, or the word "minus"."""
    before = word_at(tokens, i - 1)
    if before in lexicon().minus:
        return True
    return before in {"-", "−", "–"} and glued(tokens, i) and not glued(tokens, i - 1) and (i < 2 or tokens[i - 2].kind is not Kind.NUMBER)  # noqa: PLR2004


def _hedged(tokens: Tokens, found: Found) -> Mention[Amount] | None:
    relation = Relation.BETWEEN if found.high is not None else _relation(tokens, found)
    span = Span(tokens[found.first].start, tokens[min(found.end, len(tokens)) - 1].end)
    step = found.step if found.step > 0 else loose_step(found.low)
    try:
        return Mention(span, Amount(relation, found.low, found.high, step, found.unit), found.rule)
    except ValueError:
        return None


def _relation(tokens: Tokens, found: Found) -> Relation:
    before = hedge_before(tokens, found.first)
    if before is not None:
        return before[0]
    behind = hedge_behind(tokens, found.end) or hedge_behind(tokens, found.first + 1)
    return behind[0] if behind is not None else Relation.IS
