"""The changes that a sentence states: which way, by how much, and from when.

"fell by 36.5 percent" and "fell to 36.5 percent" are two claims, and percent are not percentage points. What the figure
means depends on how it is linked to the word of change beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.core.claim import Change, ChangeMode, Direction, Mention
from workbench.core.document import Span
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.extract.change.base_period import base_behind, origin_period, with_step_bases
from workbench.extract.change.changes_beside_ranks import base_of_ranks, changes_at_ranks
from workbench.extract.change.from_to import (
    leads_to,
    set_against_time,
    spanned,
    unread_pairs,
    way_between,
    with_ends_behind,
    words_to,
)
from workbench.extract.change.labelled_changes import labelled
from workbench.extract.change.links_by_to_from import ChangeLink, link_of
from workbench.extract.change.lost_parts import lost_parts
from workbench.extract.change.modes import MODES
from workbench.extract.change.multiples import multiples_in
from workbench.extract.change.only_one_way import only_one_way
from workbench.extract.change.signed import may_be_signed, signed_changes
from workbench.extract.change.sizes_behind_ends import with_sizes_behind
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.change.without_size import bare_changes, compared_in_time, step_by_step
from workbench.extract.segment.sentence_offsets import moved_change, moved_to_text
from workbench.extract.words.change_words import all_change_words, word_set
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import TokenKind, is_capital, is_kind, lex, text_parts, word_at
from workbench.extract.words.word_tables import noun_words

_FURTHEST = 8
_NEGATIVE = ("negativ", "негатив")
_CLAUSE_MARKS = frozenset(":;—")
Amounts = Sequence[Mention[Amount]]
Periods = Sequence[Mention[Period]]


@dataclass(frozen=True, slots=True)
class Linked:
    """An amount and its link to a word of change."""

    amount: Mention[Amount]
    link: ChangeLink


def find_changes(
    text: str, amounts: Amounts, periods: Periods, said: date | None, language: str = "en"
) -> list[Mention[Change]]:
    """Find the changes that a sentence states, in order.

    Args:
        text: The sentence.
        amounts: What `find_amounts` read in it.
        periods: What `find_periods` read in it, with relative times ("last year") already turned into periods.
        said: The day of the speech; unused, since the periods are already counted from it.
        language: Two letters.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> t = "Exports grew by 7.2 percent."
    >>> [(m.value.direction.value, m.value.mode.value) for m in find_changes(t, find_amounts(t), [], None)]
    [('up', 'relative')]
    """
    del said  # the periods are already counted from that day
    parts = list(text_parts(text))
    if len(parts) == 1:
        return _changes_of(text, amounts, periods, language)
    found = []
    for by, part in parts:
        inside = Span(by, by + len(part))
        here = [moved_to_text(m, -by) for m in amounts if inside.covers(m.span)]
        then = [Mention(m.span.shift(-by), m.value, m.rule, m.alternatives) for m in periods if inside.covers(m.span)]
        found += [moved_change(m, by) for m in _changes_of(part, here, then, language)]
    return found


def _changes_of(text: str, amounts: Amounts, periods: Periods, language: str) -> list[Mention[Change]]:
    tokens = lex(text, language)
    words = tokens.words
    moved_on = len(amounts) > 1 and (
        ("from" in words and "to" in words) or not words.isdisjoint(word_set("links", "base", language))
    )
    moved_on = moved_on or ("by" in words and grammar(language).verbs_last)
    in_words = moved_on or not all_change_words(language).isdisjoint(words)
    in_words = in_words or any(m.rule == "fraction" for m in amounts)
    one_way = [] if words.isdisjoint(word_set("bare", "ways", language)) else only_one_way(text, language)
    if not in_words and not one_way and not may_be_signed(amounts, tokens):
        return []
    sentence = SentenceTokens.of(tokens, amounts, periods)
    linked = _linked(sentence)
    found = [*_by_amount(sentence, linked), *_from_to(sentence, linked), *multiples_in(sentence)]
    found = [*found, *_in_other_clauses(sentence, found)] or spanned(sentence) or changes_at_ranks(sentence)
    found = found or set_against_time(sentence) or lost_parts(sentence)
    found = found or [
        *labelled(sentence),
        *signed_changes(sentence),
        *compared_in_time(sentence),
        *(one_way or bare_changes(sentence)),
    ]
    found = with_ends_behind(sentence, found or step_by_step(sentence))
    found = with_sizes_behind(sentence, found) if "by" in words and len(amounts) > 2 else found
    dated = with_step_bases(text, [*found, *unread_pairs(sentence, found)], periods, language)
    return sorted(dated, key=lambda mention: mention.span)


def _in_other_clauses(sentence: SentenceTokens, found: Sequence[Mention[Change]]) -> Iterator[Mention[Change]]:
    """Yield changes without a size in clauses where no other change was found.

    An example is "Consumption fell in 2020: growth dropped from 3.2 percent to 2.4".
    """
    if not found or _CLAUSE_MARKS.isdisjoint(sentence.tokens.words):
        return
    marks = [token.start for token in sentence.tokens if token.low in _CLAUSE_MARKS]
    done = {_clause(marks, each.span.start) for each in found} | {_clause(marks, each.span.end - 1) for each in found}
    yield from (each for each in bare_changes(sentence) if _clause(marks, each.span.start) not in done)


def _clause(marks: Sequence[int], at: int) -> int:
    """Count the clause marks up to an offset: the number of its clause."""
    return sum(mark <= at for mark in marks)


def _linked(sentence: SentenceTokens) -> list[Linked]:
    """Pair each amount with its word of change; the second of two figures takes the link of the first.

    Two such figures give one change twice: "190 points, or 0.6 %".
    """
    found: list[Linked] = []
    for amount in sentence.amounts:
        at = sentence.tokens_of(amount.span)
        link = link_of(sentence.tokens, amount, at)
        if link is None and found:
            link = _carried(sentence, found[-1], amount)
        if link is not None:
            if link.how == "by" and _restated_before(sentence, found, amount, at[0]):
                found.append(Linked(_before(sentence, amount), link))
            found.append(Linked(amount, link))
    return found


def _before(sentence: SentenceTokens, amount: Mention[Amount]) -> Mention[Amount]:
    return sentence.amounts[sentence.amounts.index(amount) - 1]


def _restated_before(sentence: SentenceTokens, found: Sequence[Linked], amount: Mention[Amount], i: int) -> bool:
    """Check whether the amount before gives the same change in another unit: "18,534, or 14.3 percent, fewer"."""
    if sentence.amounts[0] is amount:
        return False
    other = _before(sentence, amount)
    free = not found or found[-1].amount is not other
    return free and other.value.unit.dimension is not amount.value.unit.dimension and _restates(sentence, other, i)


def _carried(sentence: SentenceTokens, last: Linked, amount: Mention[Amount]) -> ChangeLink | None:
    """Take the link of the amount before: "190 points, or 0.6 %"; "from 8.3 % (…) in 2008 to 4.9 %"."""
    i = sentence.tokens_of(amount.span)[0]
    if last.link.how == "by":
        alike = amount.value.unit == last.amount.value.unit
        if alike and _goes_on(sentence, last.amount, i):
            return replace(last.link, shared=True)
        return last.link if _restates(sentence, last.amount, i) else None
    if last.link.how != "from" or not leads_to(sentence, last.amount, i):
        return None
    return replace(last.link, how="to")


def _goes_on(sentence: SentenceTokens, amount: Mention[Amount], i: int) -> bool:
    """Check whether the same change is given for another time or place: "by 5 percent in May and 6 percent in June"."""
    j = sentence.tokens_of(amount.span)[1]
    if not j < i <= j + _FURTHEST or amount.value.unit.dimension not in MODES:
        return False
    times = {k for at, m in sentence.periods_from(j, i - j) for k in range(at, sentence.tokens_of(m.span)[1])}
    left = (k for k in range(j, i) if k not in times and not is_capital(sentence.tokens, k))
    between = [word_at(sentence.tokens, k) for k in left]
    elsewhere = len(between) < i - j and "and" in between
    joined = elsewhere and set(between) <= {"in", "and", ",", "by", "for", "the"}
    return joined or _leaves_out(sentence, j, i)


def _leaves_out(sentence: SentenceTokens, j: int, i: int) -> bool:
    """Check whether a list names only another thing and leaves out the verb.

    Example: "exports grew 5 %, imports 7 % and prices 3 %".
    """
    k = j + (word_at(sentence.tokens, j) == ",")
    k += word_at(sentence.tokens, k) == "and"
    stops = noun_words(sentence.tokens.language).stops
    named = (
        is_kind(sentence.tokens, n, TokenKind.WORD) and word_at(sentence.tokens, n) not in stops for n in range(k, i)
    )
    return k > j and k < i <= k + 2 and all(named)


def _restates(sentence: SentenceTokens, amount: Mention[Amount], i: int) -> bool:
    j = sentence.tokens_of(amount.span)[1]
    between = [word_at(sentence.tokens, k) for k in range(j, i)]
    return between in ([",", "or"], ["or"], ["("], [",", "or", "about"], [",", "or", "nearly"], [",", "or", "almost"])


def _by_amount(sentence: SentenceTokens, linked: Sequence[Linked]) -> list[Mention[Change]]:
    """Read changes by an amount, with the values they start from and end at where these are said."""
    found, ends = [], _ends(linked)
    for one in (_unsigned(sentence, each) for each in linked):
        if one.link.how != "by":
            continue
        i, j = sentence.tokens_of(one.amount.span)
        word, mode = one.link.word, MODES.get(one.amount.value.unit.dimension, ChangeMode.ABSOLUTE)
        end = max(j, word + 1)
        origin, target = ends.get((word, "from")), ends.get((word, "to"))
        base = (None if origin is None else origin_period(sentence, origin, target)) or base_behind(sentence, end)
        change = Change(one.link.direction, mode, one.amount, base, origin, target)
        rule = "change-before" if word < i else "change-behind"
        span = sentence.span(i, j) if one.link.shared else sentence.span(min(i, word), end)
        found.append(Mention(span, change, rule))
    return found


def _unsigned(sentence: SentenceTokens, one: Linked) -> Linked:
    """Turn a negative growth into a fall: "an annual growth of -2.8 percent", "negative growth of 2.8 percent"."""
    amount, before = one.amount.value, word_at(sentence.tokens, one.link.word - 1)
    if before.startswith(_NEGATIVE) and one.link.direction is Direction.UP and not one.link.verb:
        return replace(one, link=replace(one.link, direction=Direction.DOWN))
    if amount.low >= 0 or amount.high is not None:
        return one
    size = replace(one.amount, value=replace(amount, low=-amount.low))
    return Linked(size, replace(one.link, direction=Direction.DOWN))


def _ends(linked: Sequence[Linked]) -> dict[tuple[int, str], Mention[Amount]]:
    """Index the amounts by their word of change and how they are linked to it."""
    ends: dict[tuple[int, str], Mention[Amount]] = {}
    for one in linked:
        ends.setdefault((one.link.word, one.link.how), one.amount)
    return ends


def _from_to(sentence: SentenceTokens, linked: Sequence[Linked]) -> list[Mention[Change]]:
    """Read changes by their ends: "fell from 27.3 % in 2015 to 16.6 % in 2020", "fell to 16.6 %"."""
    found, ends = [], _ends(linked)
    done = {one.link.word for one in linked if one.link.how == "by"}
    for one in linked:
        link = one.link
        if link.word in done or link.how == "by":
            continue
        done.add(link.word)
        origin, target = ends.get((link.word, "from")), ends.get((link.word, "to"))
        if origin is not None and target is None and word_at(sentence.tokens, link.word) in {"up", "down"}:
            target = _amount_before(sentence, link.word, origin)
        if not _has_ends(sentence, link, origin, target):
            continue
        last = max(m.span.end for m in (origin, target) if m is not None)
        base = _base_of(sentence, origin, target, last) or base_of_ranks(sentence, link.word)
        span = Span(min(sentence.tokens[link.word].start, one.amount.span.start), last)
        way = link.direction
        if not link.verb and origin is not None and target is not None:
            way = way_between(origin.value, target.value)
        change = Change(way, ChangeMode.ABSOLUTE, None, base, origin, target)
        found.append(Mention(span, change, "from-to" if origin is not None else "to"))
    return found


def _base_of(
    sentence: SentenceTokens, origin: Mention[Amount] | None, target: Mention[Amount] | None, last: int
) -> Period | None:
    if origin is not None:
        return origin_period(sentence, origin, target)
    return base_behind(sentence, sentence.end_of(last))


def _amount_before(sentence: SentenceTokens, word: int, origin: Mention[Amount]) -> Mention[Amount] | None:
    """Find the value that a change ends at, before "up from": the last amount before it in the same unit."""
    edge = sentence.tokens[word].start
    before = [m for m in sentence.amounts if m.span.end <= edge and m.value.unit == origin.value.unit]
    return before[-1] if before else None


def _has_ends(
    sentence: SentenceTokens, link: ChangeLink, origin: Mention[Amount] | None, target: Mention[Amount] | None
) -> bool:
    """Check whether a change has both its ends, or a verb with the end it goes to.

    "rose to 5 %" has one, "raised in talks to 5 regions" has not.
    """
    if origin is not None:
        return target is not None
    if target is None or not link.verb:
        return False
    return words_to(sentence, link.word, target) < 6 and word_at(sentence.tokens, link.word - 1) not in {"to", "up"}
