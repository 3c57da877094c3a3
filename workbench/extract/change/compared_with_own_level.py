"""Comparisons of a figure with its own level at another time: "below its level of 1990", "a third above where it had been in 1990"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from workbench.core.claim import AS_MUCH, Change, ChangeMode, Direction, Mention
from workbench.core.document import Span
from workbench.core.period import Period, year
from workbench.core.quantity import PERCENTAGES, Amount, Dimension
from workbench.extract.change.twice_as_much import as_factor
from workbench.extract.units.units_beside_figures import unit_at
from workbench.extract.words.lexer import lex
from workbench.extract.words.word_patterns import holds_phrase, prefiltered
from workbench.extract.words.word_tables import number_words

OWN_LEVEL = "beside-its-level"
"""Rule of such a change: the period in its words is that of the level."""

_NEAR = 30
"""Letters before the words of a level in which its size may stand."""


def with_own_levels(
    words: str,
    amounts: Sequence[Mention[Amount]],
    periods: Sequence[Mention[Period]],
    changes: Sequence[Mention[Change]],
    language: str,
) -> list[Mention[Change]]:
    """Add to the changes of a sentence those that compare a figure with its own level at another time.

    >>> from workbench.extract.time.periods import find_periods
    >>> said = "In 2014 output was still below its level of 1990."
    >>> [found] = with_own_levels(said, [], find_periods(said, None), [], "en")
    >>> found.value.direction.value, str(found.value.base)
    ('down', '1990')

    Args:
        words: The sentence.
        amounts: Its amounts.
        periods: Its periods.
        changes: What else was read as a change. One of the same size takes the period as its base.
        language: One with a word file; for any other nothing is added.
    """
    found = [*_found(words, amounts, periods, language), *_parts_of_level(words, amounts, periods, language)]
    if not found:
        return list(changes)
    own = {each.value.amount.span: each for each in found if each.value.amount is not None}
    kept = [_based(change, own) for change in changes]
    taken = {each.value.amount.span for each in changes if each.value.amount is not None}
    new = (each for each in found if each.value.amount is None or each.value.amount.span not in taken)
    return sorted([*kept, *new], key=lambda each: each.span.start)


def _based(change: Mention[Change], own: dict[Span, Mention[Change]]) -> Mention[Change]:
    """Give a change without a base that of an own-level change with the same size."""
    same = None if change.value.amount is None else own.get(change.value.amount.span)
    if same is None or change.value.base is not None:
        return change
    return replace(change, value=replace(change.value, base=same.value.base))


def _found(
    words: str, amounts: Sequence[Mention[Amount]], periods: Sequence[Mention[Period]], language: str
) -> Iterator[Mention[Change]]:
    for said, base in _said(words, periods, language):
        size = next(
            (each for each in amounts if not words[each.span.end : said.start].strip() and each.span.end <= said.start),
            None,
        )
        before = words[max(0, said.start - _NEAR) : said.start]
        if holds_phrase(before, "relations", "denied", language) or (size is None and _is_number(before, language)):
            continue  # "not below it" is denied; in "a third above it" a size stands, but it was not read
        way = _way(words, said, language)
        yield _change(way, said, base, size)


def _said(words: str, periods: Sequence[Mention[Period]], language: str) -> Iterator[tuple[Span, Period]]:
    """Yield where a sentence speaks of an earlier level, each with the period of that level."""
    before, named, behind, dated = [
        known.on(words) if (known := prefiltered("levels_then", key, language)) else None
        for key in ("before", "before_named", "named_behind", "with_year")
    ]
    starts: set[int] = set()
    for period in periods if before or (named and behind) else ():
        head, rest = words[: period.span.start], words[period.span.end :]
        found = before.search(head) if before else None
        if found is None and named and behind and behind.search(rest):
            found = named.search(head)
        if found is not None:
            starts.add(found.start())
            yield Span(found.start(), period.span.end), period.value
    for each in (one for one in dated.finditer(words) if one.start() not in starts) if dated else ():
        yield Span(*each.span()), year(int(each["year"]))


def _parts_of_level(
    words: str, amounts: Sequence[Mention[Amount]], periods: Sequence[Mention[Period]], language: str
) -> Iterator[Mention[Change]]:
    """Yield the shares of a figure's own earlier level: "42 percent | of its 1990 level", "a third of its level of 1990"."""
    shares = [each for each in amounts if each.value.unit.dimension is Dimension.SHARE]
    if not (shares and periods):
        return
    led, levels, behind = [
        known.on(words) if (known := prefiltered("levels_then", key, language)) else None
        for key in ("part_of", "part_of_level", "named_behind")
    ]
    if not (led and behind) and not levels:
        return
    for size, period in product(shares, periods):
        between, rest = words[size.span.end : period.span.start], words[period.span.end :]
        if size.span.end > period.span.start or len(between) > _NEAR:
            continue
        named = led and behind and led.search(between) and behind.search(rest)
        if named or (levels and levels.search(between)):
            yield _part_of_level(size, period)


def _part_of_level(size: Mention[Amount], period: Mention[Period]) -> Mention[Change]:
    part = as_factor(size.value)
    way = Direction.UP if part.low > 1 else Direction.DOWN
    change = Change(way, ChangeMode.MULTIPLE, replace(size, value=part), period.value)
    return Mention(Span(size.span.start, period.span.end), change, AS_MUCH)


def _way(words: str, said: Span, language: str) -> Direction:
    return Direction.DOWN if holds_phrase(said.cut(words), "levels_then", "below", language) else Direction.UP


def _is_number(before: str, language: str) -> bool:
    """Check whether the last word belongs to a number or is a percentage unit.

    Examples: "a third", "half", "some twentyish percent".
    """
    words, tokens = number_words(language), lex(before, language)
    last = len(tokens) - 1
    if last < 0:
        return False
    of_number = tokens.lows[last] in {*words.fractions, *words.small, *words.tens, "half"}
    return of_number or unit_at(tokens, last)[0].dimension in PERCENTAGES


def _change(way: Direction, said: Span, base: Period, size: Mention[Amount] | None) -> Mention[Change]:
    """Build the change, with the size that stands right before its words where there is one."""
    if size is None:
        return Mention(said, Change(way, ChangeMode.ABSOLUTE, None, base), OWN_LEVEL)
    mode = ChangeMode.RELATIVE if size.value.unit.dimension is Dimension.SHARE else ChangeMode.ABSOLUTE
    return Mention(Span(size.span.start, said.end), Change(way, mode, size, base), OWN_LEVEL)
