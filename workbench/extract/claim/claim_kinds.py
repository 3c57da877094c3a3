"""Decide the kind of a sentence or clause from its figures and a few words.

A level, a change, a share, a rank and a promise are checked in different ways, and an opinion not at all. The order of
the checks matters: a statement about the future is a promise, whatever its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.core.claim import ClaimKind, Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.claim import english_kind_patterns as english
from workbench.extract.relations.numbered_ranks import find_standings
from workbench.extract.relations.records_by_denial import denied_record
from workbench.extract.words.lowercase_words import plain_words
from workbench.extract.words.small_numbers import ordinals
from workbench.extract.words.structure_words import words as word_class
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_patterns import group_span, numbered_pattern, prefiltered_numbered, word_pattern

_QUESTION = re.compile(r"\?!*[\"'”’)\]]*\s*\Z")
_RECENT = 32  # every claim of a sentence asks about the same words
_FEW = 5
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHARE_RULES = frozenset({"share", "fraction", "one-in"})
_PROMISING = word_class("english_kind_patterns", "promising")
_RANKING = word_class("english_kind_patterns", "ranking") | {*english.SUPERLATIVES.split("|"), *ordinals(ENGLISH)}
_COMPARING = word_class("english_kind_patterns", "comparing")
_THINKING = word_class("english_kind_patterns", "thinking")


class Hints(NamedTuple):
    """Kinds that a sentence and its clauses may have, judged by single words; only their patterns are tried."""

    promise: bool = True
    rank: bool = True
    comparison: bool = True
    opinion: bool = True


OPEN = Hints()
"""Hints that rule nothing out, for languages other than English."""


@lru_cache(maxsize=_RECENT)
def hints_of(sentence: str, language: str = ENGLISH) -> Hints:
    """Find the kinds that a sentence may have, by the words that the patterns need.

    >>> hints_of("Exports grew by more than 5% last year.")
    Hints(promise=False, rank=True, comparison=True, opinion=False)
    """
    if language != ENGLISH:
        return OPEN
    used = plain_words(sentence).used
    return Hints(*(not needed.isdisjoint(used) for needed in (_PROMISING, _RANKING, _COMPARING, _THINKING)))


@lru_cache(maxsize=_RECENT)
def is_promise(words: str, language: str = ENGLISH) -> bool:
    """Check whether the words speak of the future.

    >>> is_promise("We will build 20 schools."), is_promise("I would say that we built 20 schools.")
    (True, False)
    >>> is_promise("A child born in 2019 will live 16 years longer.")
    False
    """
    none = word_pattern("kinds", "no_promise", language)
    words = words if none is None else none.sub(" ", words)
    return bool(english.PROMISE.search(words)) if language == ENGLISH else is_kind_elsewhere("promise", words, language)


def is_undertaking(words: str, language: str = ENGLISH) -> bool:
    """Check whether the words say what somebody means to do: a promise to keep or break, not a turn of phrase.

    >>> is_undertaking("We are going to cut taxes by half."), is_undertaking("It will be a long evening, my friends.")
    (True, False)
    """
    if language != ENGLISH:
        return len(words.split()) > _FEW and is_promise(words, language)
    return len(words.split()) > _FEW and bool(english.UNDERTAKING.search(words))


def undertaken_from(words: str) -> int:
    """Find where the promised thing begins, after "will" or "our goal is to"; 0 where there is no promise.

    >>> said = "Our goal is to halve unemployment."
    >>> said[undertaken_from(said) :], undertaken_from("Unemployment has halved.")
    ('halve unemployment.', 0)
    """
    found = english.UNDERTAKING.search(words)
    return found.end() if found else 0


def is_question(words: str) -> bool:
    """Check whether the words ask and do not state.

    >>> is_question("Is 5 percent enough?"), is_question("He asked whether 5 percent is enough.")
    (True, False)
    """
    return "?" in words and bool(_QUESTION.search(words))


@lru_cache(maxsize=_RECENT)
def is_opinion(words: str, language: str = ENGLISH) -> bool:
    """Check whether the words say what somebody thinks or hopes.

    >>> is_opinion("I think that pensions are too low."), is_opinion("Pensions are 230 euros.")
    (True, False)
    """
    return bool(english.OPINION.search(words)) if language == ENGLISH else is_kind_elsewhere("opinion", words, language)


@lru_cache(maxsize=_RECENT)
def is_rank(words: str, language: str = ENGLISH) -> bool:
    """Check whether the words place something in a ranking ("the second lowest wage in Europe").

    >>> is_rank("It is the second lowest wage in Europe."), is_rank("It is the lowest wage that a firm may pay.")
    (True, False)
    """
    ranked = _ranks(words) if language == ENGLISH else is_kind_elsewhere("rank", words, language)
    return ranked or (len(_YEARS.findall(words)) > 1 and denied_record(words, language) is not None)


def _ranks(words: str) -> bool:
    return bool(english.RANK.search(words)) or any(
        english.FIGURED.search(span.cut(words)) for span in find_standings(words)
    )


def placed_after(words: str, language: str = ENGLISH) -> tuple[int, int] | None:
    """Find the start and end of a rank after a figure (", the lowest since 1974"); None where there is none.

    >>> said = "Unemployment fell to 5%, the lowest since 1974, and wages rose."
    >>> start, end = placed_after(said)
    >>> said[start:end]
    'the lowest since 1974'
    """
    if language == ENGLISH:
        found = english.PLACED.search(words)
        return found and found.span("rank")
    pattern = numbered_pattern("relations", "placed", language)
    placed = None if pattern is None else pattern.search(words)
    return None if placed is None else group_span(placed, "rank")


@lru_cache(maxsize=_RECENT)
def is_comparison(words: str, language: str = ENGLISH) -> bool:
    """Check whether the words compare two things; "more than 450" compares nothing.

    >>> is_comparison("Wages are higher here than in Serbia."), is_comparison("More than 450 people were hired.")
    (True, False)
    """
    if language != ENGLISH:
        return is_kind_elsewhere("comparison", words, language)
    return next(_comparisons(words), None) is not None


def _comparisons(words: str) -> Iterator[re.Match[str]]:
    """Yield where English words compare two things; "more than 450" is skipped."""
    found = english.COMPARISON.search(words)
    while found is not None:
        if not english.HEDGE_ONLY.match(words, found.start()):
            yield found
        found = english.COMPARISON.search(words, found.start() + 1)
    if any(mark in words for mark in english.COMPARATIVE_MARKS):
        yield from english.COMPARATIVE.finditer(words)


def relations_in(words: str, language: str = ENGLISH) -> Iterator[Span]:
    """Yield where the words of a rank or a comparison stand: the ranks first, each span as short as possible.

    >>> said = "They have the bigger purse, and we pay more than the Germans."
    >>> [span.cut(said) for span in relations_in(said)], list(relations_in("Prices rose."))
    (['more than'], [])
    """
    if language == ENGLISH:
        yield from (Span(*found.span()) for found in english.RANK.finditer(words))
        yield from dict.fromkeys(_shortest(words, found) for found in _comparisons(words))
        return
    patterns = (prefiltered_numbered("kinds", kind, language) for kind in ("rank", "comparison"))
    found = (each.search(words) for each in patterns if each is not None)
    yield from (Span(*each.span()) for each in found if each is not None)


def _shortest(words: str, found: re.Match[str]) -> Span:
    """Shorten a comparison to begin at its last comparative: "the bigger purse, and we pay | more than"."""
    inner: re.Match[str] | None = found
    while inner is not None:
        found, inner = inner, english.COMPARISON.search(words, inner.start() + 1, inner.end())
    return Span(*found.span())


def is_kind_elsewhere(kind: str, words: str, language: str) -> bool:
    """Check by the patterns of its word file whether words of a language other than English show a kind of claim.

    >>> is_kind_elsewhere("promise", "Wir werden 500 Stellen schaffen.", "de"), is_kind_elsewhere("promise", "Ќе вработиме лекари.", "mk")
    (True, True)
    >>> is_kind_elsewhere("promise", "Es wurden 500 Stellen geschaffen.", "de")
    False

    Args:
        kind: ``promise``, ``opinion``, ``rank``, ``comparison`` or ``share``.
        words: A sentence or clause.
        language: Two letters of a language with a word file, or ``und``.
    """
    found = prefiltered_numbered("kinds", kind, language)
    return found is not None and found.search(words) is not None


def is_share(words: str, amount: Mention[Amount], said: str, language: str = ENGLISH) -> bool:
    """Check whether an amount is a part of a whole: "one in five", "half of", "a share of 12 %".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> (part,), (rate,) = find_amounts("One in five pupils left."), find_amounts("Inflation was 5 percent.")
    >>> is_share("One in five pupils left.", part, "One in five"), is_share("Inflation was 5 percent.", rate, "5 percent")
    (True, False)
    """
    if amount.value.unit.dimension is not Dimension.SHARE:
        return False
    if amount.value.low >= 0 and _is_of_whole(words, said, language):
        return True
    if language != ENGLISH:
        return amount.rule in _SHARE_RULES or is_kind_elsewhere("share", words, language)
    return amount.rule in _SHARE_RULES or bool(english.FRACTION.search(said)) or _speaks_of_share(words)


def _is_of_whole(words: str, said: str, language: str) -> bool:
    """Check whether the whole of a share is named after it: "2 per cent of GDP", "4 Prozent der Sitze".

    A balance or a debt is given relative to GDP, but is no part of it.
    """
    pattern, at = word_pattern("kinds", "wholes", language), words.find(said)
    no_shares = word_pattern("kinds", "no_shares", language)
    whole = bool(said) and at >= 0 and pattern is not None and bool(pattern.match(words, at + len(said)))
    return whole and not (no_shares is not None and no_shares.search(words))


@lru_cache(maxsize=_RECENT)
def _speaks_of_share(words: str) -> bool:
    return bool(english.SHARE.search(words))


def kind_of(
    words: str,
    amount: Mention[Amount] | None,
    said: str,
    *,
    change: bool,
    language: str = ENGLISH,
    hints: Hints = OPEN,
) -> ClaimKind:
    """Decide the kind of what a clause says.

    >>> [kind_of(said, None, "", change=False).value for said in ("We will build schools.", "It is the lowest wage in Europe.", "We sing.")]
    ['promise', 'rank', 'statement']

    Args:
        words: The clause.
        amount: Its figure, if any.
        said: The words of that figure.
        change: Whether it speaks of a change.
        language: Two letters of a language with a word file, or ``und``.
        hints: The kinds that the sentence of the clause leaves possible.
    """
    if hints.promise and is_promise(words, language):
        return ClaimKind.PROMISE
    if change:
        return ClaimKind.CHANGE
    if hints.rank and is_rank(words, language):
        return ClaimKind.RANK
    if hints.comparison and is_comparison(words, language):
        return ClaimKind.COMPARISON
    if amount is None:
        return ClaimKind.STATEMENT
    return ClaimKind.SHARE if is_share(words, amount, said, language) else ClaimKind.LEVEL
