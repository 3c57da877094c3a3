"""Find the amounts of a sentence: relation, value, step and unit.

An amount is the part of a claim that can be checked. Figures that count nothing (years, dates, chapters, lengths of
periods) are left out. Each amount keeps its hedge, its written precision and what it counts.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension, Relation
from workbench.extract.amounts.age_groups import is_age_group
from workbench.extract.amounts.distant_rate_denominators import with_bases
from workbench.extract.amounts.double_digit_figures import BOUNDS, digits
from workbench.extract.amounts.figures_in_names_and_labels import is_label
from workbench.extract.amounts.figures_with_units import figure, with_coins
from workbench.extract.amounts.hedges import hedge_around, hedge_before, hedge_behind
from workbench.extract.amounts.list_numbers import is_list_number
from workbench.extract.amounts.meanings_of_up_to import bound_instead, is_doubtful
from workbench.extract.amounts.points_of_scales import is_top_of_scale, points_of_scale
from workbench.extract.amounts.ranges import between, vague
from workbench.extract.amounts.rate_denominators import SIZES, Base, bases_in
from workbench.extract.amounts.shares_in_words import every_nth, fraction, none_at_all, share
from workbench.extract.amounts.speaker_self_corrections import is_taken_back
from workbench.extract.amounts.unhedged_amounts import SkippedFigure, UnhedgedAmount
from workbench.extract.amounts.unit_sharing import share_units
from workbench.extract.numbers.multipliers import ScaledNumber
from workbench.extract.numbers.numbers import read_number
from workbench.extract.segment.sentence_offsets import moved_to_text
from workbench.extract.time.periods import find_phrases
from workbench.extract.time.year_figures import opens_range, year_at
from workbench.extract.units.counted_nouns import counted
from workbench.extract.units.currencies import money_before
from workbench.extract.units.units_beside_figures import named_unit, unit_at
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, lex, text_parts, word_at
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import number_words

_MOST = Decimal("1e24")
_CONVERTED = frozenset({Dimension.MONEY, Dimension.PHYSICAL})
_AFTER_ARTICLE = frozenset({"dozen", "couple", "few", "full", "whole", "good"})


def find_amounts(text: str, language: str = "en", *, most: int = sys.maxsize) -> list[Mention[Amount]]:
    """Find the amounts of a text, in order; a span covers the figure and its unit, not the hedge.

    Args:
        text: The sentence.
        language: Two letters.
        most: Stop after this many amounts, or after skipping twice as many figures that are not amounts. A sentence
            with more is a table that lost its line breaks, and reading the rest of it is not worth the time.

    >>> [str(m.value) for m in find_amounts("Nearly 3,000 refugees, or 12% of the total.")]
    ['nearly 3000 refugee', '12 percentage']
    """
    return [
        moved_to_text(mention, by) if by else mention
        for by, part in text_parts(text)
        for mention in _amounts_of(part, language, most)
    ]


def _amounts_of(text: str, language: str, most: int) -> list[Mention[Amount]]:
    tokens = lex(text, language)
    found = share_units(tokens, _based(tokens, _taken(text, language), most))
    said = [(one, mention) for one in found if (mention := _hedged(tokens, one)) is not None]
    return [_converted(tokens, said, k) for k in range(len(said))]


def _based(tokens: Tokens, taken: frozenset[int], most: int) -> list[UnhedgedAmount]:
    """Attach each base to the figure counted against it; a base that belongs to no figure becomes a figure itself."""
    bases = bases_in(tokens)
    found, left = with_bases(tokens, _find(tokens, taken | _tokens_of(bases), most), bases)
    if len(left) < len(bases) or all(base.sure for base in left):
        return found
    sure = _tokens_of([base for base in left if base.sure])
    return with_bases(tokens, _find(tokens, taken | sure, most), [])[0]


def _tokens_of(bases: Sequence[Base]) -> frozenset[int]:
    return frozenset([k for base in bases for k in range(base.first, base.end)])


def _converted(tokens: Tokens, said: Sequence[tuple[UnhedgedAmount, Mention[Amount]]], k: int) -> Mention[Amount]:
    """Give a converted amount the hedge of the amount before it: "more than 7.5 million crowns ($1.1 million)"."""
    one, mention = said[k]
    if k == 0 or word_at(tokens, one.first - 1) != "(" or mention.value.relation is not Relation.IS:
        return mention
    other, original = said[k - 1]
    same = one.unit.dimension is other.unit.dimension and one.unit.dimension in _CONVERTED and one.unit != other.unit
    hedge = original.value.relation
    if not same or other.end != one.first - 1 or hedge is Relation.BETWEEN:
        return mention
    return replace(mention, value=replace(mention.value, relation=hedge))


def _taken(text: str, language: str) -> frozenset[int]:
    """Find the tokens that belong to phrases of time."""
    phrases = find_phrases(text, language)
    return frozenset([k for phrase in phrases for k in range(phrase.first, phrase.end)])


def _find(tokens: Tokens, taken: frozenset[int], most: int) -> list[UnhedgedAmount]:
    starts = number_words(tokens.language).starts
    found: list[UnhedgedAmount] = []
    end, skipped = (1 if is_list_number(tokens) else 0), 0
    for i in [k for k, (kind, _, _, low, _) in enumerate(tokens) if kind is not TokenKind.WORD or low in starts]:
        if i < end or i in taken or _is_idle(tokens, i):
            continue
        one = _read(tokens, i)
        if isinstance(one, UnhedgedAmount):
            taken_up_to = found[-1].end if found else 0
            found.append(one if one.first >= taken_up_to else replace(one, first=taken_up_to))
        skipped += isinstance(one, SkippedFigure)
        if len(found) == most or skipped == 2 * most:
            break
        end = i + 1 if one is None else one.end
    return found


def _is_idle(tokens: Tokens, i: int) -> bool:
    """Check at a glance whether no figure begins here: a sign that is no fraction, or "a" before an ordinary noun."""
    token = tokens[i]
    return not token.low.isnumeric() if token.kind is TokenKind.SIGN else _is_article(tokens, i)


def _is_article(tokens: Tokens, i: int) -> bool:
    """Check whether "a" is only an article before an ordinary noun, and not the number one.

    Most are, and need no further check.
    """
    if tokens[i].low not in {"a", "an"} or not is_kind(tokens, i + 1, TokenKind.WORD):
        return False
    after, words = tokens[i + 1].low, number_words(tokens.language)
    return after not in words.scales and after not in words.fractions and after not in _AFTER_ARTICLE


def _read(tokens: Tokens, i: int) -> UnhedgedAmount | SkippedFigure | None:
    """Read what begins at a token: an amount, a figure that is not an amount, or nothing."""
    if tokens[i].kind is TokenKind.WORD:
        special = none_at_all(tokens, i) or digits(tokens, i) or vague(tokens, i) or every_nth(tokens, i)
        if special is not None:
            return special
    number = read_number(tokens, i)
    if number is None:
        return fraction(tokens, i) if tokens[i].kind is TokenKind.WORD else None
    if (
        number.value > _MOST
        or is_label(tokens, number)
        or is_top_of_scale(tokens, number)
        or _is_bare_year(tokens, number)
        or _is_base(tokens, number)
    ):
        return SkippedFigure(number.end)
    if is_taken_back(tokens, number):
        return SkippedFigure(number.end)
    part = fraction(tokens, i) if number.form == "words" else None
    if part is not None and part.end > number.end:
        return part
    one = points_of_scale(tokens, number) or share(tokens, number) or between(tokens, number) or figure(tokens, number)
    if isinstance(one, UnhedgedAmount) and is_age_group(tokens, one):
        return SkippedFigure(one.end)
    return with_coins(tokens, one) if isinstance(one, UnhedgedAmount) else one


def _is_base(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is the base of a rate: "doctors per | 1,000 | inhabitants rose"."""
    if word_at(tokens, number.first - 1) != "per":
        return False
    if tokens.language == ENGLISH:
        return True
    return number.value in SIZES and unit_at(tokens, number.end)[0].dimension is not Dimension.MONEY  # "je 1.000 Euro"


def _is_bare_year(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check for a four-digit year that belongs to no phrase of time, such as the one in a name ("Agenda 2030")."""
    if number.end - number.first != 1 or year_at(tokens, number.first) is None:
        return False
    if money_before(tokens, number.first) is not None or opens_range(tokens, number.first):
        return False
    return named_unit(tokens, number.end) is None and counted(tokens, number.end) is None


def _hedged(tokens: Tokens, found: UnhedgedAmount) -> Mention[Amount] | None:
    around = hedge_around(tokens, found.first, found.end) is not None  # its last word changes nothing
    span = Span(tokens[found.first - around].start, tokens[found.end - 1 + around].end)
    said = _amount(tokens, found)
    if said is None:
        return None
    other = None if found.instead is None else _amount(tokens, replace(found.instead, unit=found.unit))
    readings: tuple[Amount, ...] = (said,) if other is None else (said, other)
    if found.high is None and other is None:
        readings = _limits(tokens, said, found.first)
    return Mention(span, readings[0], found.rule, readings[1:])


def _limits(tokens: Tokens, said: Amount, first: int) -> tuple[Amount, ...]:
    """List the readings of "up to" beside a word of change, likeliest first.

    There it may be a bound or lead to the figure itself.
    """
    if said.relation is Relation.IS:
        return (said, replace(said, relation=Relation.AT_MOST)) if bound_instead(tokens, first) else (said,)
    hedge = hedge_before(tokens, first)
    if hedge is None or not is_doubtful(tokens, said.relation, hedge[1]):
        return (said,)
    plain = replace(said, relation=Relation.IS)
    return (plain, said) if word_at(tokens, hedge[1] - 1) == "to" else (said, plain)


def _amount(tokens: Tokens, found: UnhedgedAmount) -> Amount | None:
    relation = Relation.BETWEEN if found.high is not None else _relation(tokens, found)
    try:
        return Amount(relation, found.low, found.high, found.step, found.unit)
    except ValueError:  # Amount itself checks this: not finite, or a range that does not run upward
        return None


def _relation(tokens: Tokens, found: UnhedgedAmount) -> Relation:
    if found.rule in BOUNDS:
        return BOUNDS[found.rule]
    before = hedge_before(tokens, found.first)
    if before is not None and not _is_during(tokens, found, before[1]):
        return before[0]
    if (around := hedge_around(tokens, found.first, found.end)) is not None:
        return around
    behind = hedge_behind(tokens, found.end) or _hedge_inside(tokens, found)
    vague = Relation.ABOUT if found.rule == "couple" else Relation.IS
    return vague if behind is None else behind[0]


def _is_during(tokens: Tokens, found: UnhedgedAmount, first: int) -> bool:
    """Check whether "over" gives a period and is no hedge: "over 10 years", but not "for over 10 years"."""
    if found.unit.dimension is not Dimension.DURATION or word_at(tokens, first) not in {"over", "under", "about"}:
        return False
    return word_at(tokens, first) == "over" and word_at(tokens, first - 1) in {"", ",", ".", "and", "that"}


def _hedge_inside(tokens: Tokens, found: UnhedgedAmount) -> tuple[Relation, int] | None:
    """Find a hedge between the figure and its noun: "500+ jobs", "40 or more cases"."""
    inside = (hedge_behind(tokens, k) for k in range(found.first + 1, found.end))
    return next((hedge for hedge in inside if hedge is not None), None)
