"""What sort of thing a sentence or clause says: told by its figures and by a few words.

A level, a change, a share, a rank and a promise are checked in different ways, and an opinion not at
all. The order of the questions is the rule: what lies ahead is a promise whatever its figures.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.core.claim import ClaimKind, Mention
from workbench.core.quantity import Amount, Dimension
from workbench.extract.claim.kind_patterns import tells
from workbench.extract.relations.ranks_in_figures import find_standings
from workbench.extract.words.plain_words import plain_words
from workbench.extract.words.small_numbers import ordinal_pattern, ordinals
from workbench.extract.words.structure_words import words as word_class
from workbench.extract.words.superlatives import OF_FIGURES, superlatives
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_patterns import group_span, numbered_pattern

_WILL = r"will(?!\s(?:of|to)\b)(?<![Tt]he\swill)(?<!political\swill)(?<!free\swill)(?<!strong\swill)(?<![Ll]ast\swill)"
"""The verb: "the will of the people", "a strong will" and "the political will" promise nothing."""

_PLAN = r"plan(?<![Tt]he\splan)(?<!\ba\splan)"
_PROMISE = re.compile(
    rf"\b(?:{_WILL}|shall|won['’]t|going\sto|about\sto|would(?!\s(?:like|say|argue|have))|(?:goal|aim|target|objective|ambition|plan|intention)s?\s(?:is|was|are)\sto"
    rf"|(?:{_PLAN}|intend|aim|pledge|promise|propose|expect)s?\sto|(?:pledged|promised|committed|planned|expected|projected|forecast|predicted|set|scheduled|vow(?:s|ed)?)\sto"
    r"|(?:(?:is|are|was|were|be|['’](?:s|re))\s(?:\w+ly\s|also\s|now\s|still\s)?due\sto\s(?!(?:the|an?|its|our|their|his|her|this|these|higher|lower|more|less|fewer|\w+ing|\w+ed|poor|low|high)\b)"
    r"|due\sto\s(?=(?:be|open|start|begin|come|close|end|finish|expire|arrive)\b))"
    r"|(?:is|are)\s(?:projected|forecast|expected)|forecasts\s(?!for\b|of\b|were\b|are\b)|(?:[Ww]e|[Tt]hey|I)\sforecast\s|aims?\sfor|(?:goal|target|objective)s?\s(?:is|are))\b|['’]ll\b"
)
_UNDERTAKING = re.compile(
    r"\b(?:(?:will|shall)\s(?!(?:not\s|never\s)?(?:be|have|go|do|see|say|tell|ask|talk|come|get|take|let|answer|give|know|remember|speak|turn"
    r"|move|try|continue|always|like|look|think)\b)|going\sto\s(?!(?:be|have|say|tell|ask|talk|get|see)\b)"
    rf"|(?:goal|aim|target|objective|plan|intention)s?\s(?:is|are)\sto\s|(?:{_PLAN}|intend|pledge|promise)s?\sto\s|(?:pledged|promised|committed|planned)\sto\s)"
)
_QUESTION = re.compile(r"\?!*[\"'”’)\]]*\s*\Z")
_OPINION = re.compile(
    r"\b(?:I|[Ww]e)(?:\s(?:(?:\w+ly|do\snot|don['’]t)\s)?(?:think|believe|feel|hope|guess|suspect|wish)\b"
    r"|(?:\sam|['’]m|\sare|['’]re)\s(?:\w+ly\s)?(?:sure|convinced|confident|certain)\b)|\b[Ii]n (?:my|our) (?:opinion|view)\b"
)
_SUPERLATIVES = superlatives(ENGLISH)
_MEASURED = (
    rf"{_SUPERLATIVES}"
    r"|most\s(?:expensive|populous|common|dangerous|indebted|corrupt|competitive|productive|visited|polluted|unequal|\w+ed)"
    r"|least\s\w+"
)
_ORDINAL = ordinal_pattern(ENGLISH)
_RANK = re.compile(
    rf"\b(?:{_ORDINAL}[- ](?:{_MEASURED})|(?:the|its|our|their|a|world['’]s|Europe['’]s|country['’]s)\s(?:{_MEASURED})\b[^.;]{{0,90}}?\b(?:in|of|among|across|since|ever|on\srecord|worldwide)\b"
    rf"|(?:ranks?|ranked|ranking)\s(?:in\s)?(?:the\s)?(?!\d+\s[a-z]+s\b)(?:number\s|No\.?\s|#)?(?:\d|first|last|{_ORDINAL})"
    rf"|(?:places?|placed|stands?)\s(?:in\s)?(?:the\s)?(?:(?:number\s|No\.?\s|#)\d|first|last|{_ORDINAL})"
    rf"|(?:takes?|took|holds?|held|won|shares?)\s(?:first|last|{_ORDINAL})\splace|(?:[A-Z]\w+|world|nation|country)['’]s\s(?:{_ORDINAL}[- ])?(?:{_MEASURED})\b"
    r"|the\s(?:best|worst|most)\s(?:\w+\s){0,3}(?:since|on\srecord|in\s(?:\w+\s){0,2}(?:years|decades))\b"
    rf"|(?:number|No\.)\s(?:one|1)\b(?:\s(?:in|among|for))?|(?:first|last|{_ORDINAL})\s(?:place\s)?(?:in|among)\s(?:the\s(?:world|EU|region)|Europe|Africa|Asia)"
    rf"|(?:from|to)\s(?:the\s)?(?:{_ORDINAL}\s(?:place|rank|position)|rank\s\d)\b"
    rf"|(?:all-time|record)\s(?:high|low)|(?:{_MEASURED})\s(?:in|of)\sall\b|(?:{_MEASURED})\s(?:since|ever|on\srecord)\b)"
)
_FIGURED = re.compile(rf"\d|\bthe\s(?:top|bottom|{OF_FIGURES})\s\w")
_PLACED = re.compile(
    rf"(?:,\s(?:and\s)?|,?\s(?:is|was|are|were)\s)(?=(?:the|its|their|an?)\s(?:{_ORDINAL}[- ])?(?:{_MEASURED}|(?:all-time|record|historic)\s(?:high|low))\b)"
    r"(?=[^,;.]{0,60}?\b(?:since|ever|on\srecord|in|of|among|worldwide|high|low)\b)(?P<rank>[^,;.()—–]+)"
)
_COMPARATIVE = r"(?:more|less|fewer|higher|lower|greater|larger|smaller|bigger|better|worse|faster|slower|longer|shorter|older|younger|richer|poorer|cheaper|stronger|weaker|safer)"
_COMPARISON = re.compile(
    rf"\b{_COMPARATIVE}\b(?:[^.;]{{0,80}}?)\bthan\b(?!\s(?:\d|half|ever|just|that\b|one\b|two\b|three\b|a\s(?:hundred|thousand|million|dozen|third|quarter|century|decade|year)))"
    r"|\bas\s(?:many|much|high|low)\b[^.;]{0,60}\bas\b(?!\s(?:\d|possible|we))"
)
_BESIDE = re.compile(
    r"(?<!rath)(?<!oth)(?<!eith)(?<!nev)(?<!soon)(?<!lat)(?<!earli)er\sthan\s(?:the|in|our|their|those|[A-Z])"
    r"|\b(?:above|below|exceed(?:s|ed)?)\s(?:the\s)?(?:[\w-]+\s){0,2}average\b|\boutnumber(?:s|ed)?\b"
)
_BESIDE_MARKS = ("er than ", "average", "outnumber")
"""Without one of these nothing more is looked for."""

_HEDGE_ONLY = re.compile(
    rf"\b{_COMPARATIVE}\sthan\s(?!(?:the|a|an|in|it|any|all|every|ever|we|they|our|other|most|[A-Z]))"
)
_SHARE = re.compile(
    r"\b(?:share|proportion|portion|fraction|majority|accounts?\sfor|accounted\sfor|makes?\sup|made\sup|comprises?|represents?|constitutes?)\b"
    r"|\bof\s(?:the\stotal|all)\b"
)
_RECENT = 32  # every claim of a sentence asks the same of the same words
_FEW = 5
_SHARE_RULES = frozenset({"share", "fraction", "one-in"})
_FRACTION = re.compile(
    r"\b(?:half|third|quarter|fifth|tenth|thirds|quarters|fifths|tenths|out\sof|in)\b", re.IGNORECASE
)


_PROMISING = word_class("kinds", "promising")
_RANKING = word_class("kinds", "ranking") | {*_SUPERLATIVES.split("|"), *ordinals(ENGLISH)}
_COMPARING = word_class("kinds", "comparing")
_THINKING = word_class("kinds", "thinking")


class Hints(NamedTuple):
    """What the plain words of a sentence leave open for it and each of its clauses; what is not open needs no closer look."""

    promise: bool = True
    rank: bool = True
    comparison: bool = True
    opinion: bool = True


OPEN = Hints()
"""Nothing is known of the words, or they are not English."""


@lru_cache(maxsize=_RECENT)
def hints_of(sentence: str, language: str = ENGLISH) -> Hints:
    """Gives what a sentence may say, told by single words that the patterns below cannot do without.

    >>> hints_of("Exports grew by more than 5% last year.")
    Hints(promise=False, rank=True, comparison=True, opinion=False)
    """
    if language != ENGLISH:
        return OPEN
    used = plain_words(sentence).used
    return Hints(*(not needed.isdisjoint(used) for needed in (_PROMISING, _RANKING, _COMPARING, _THINKING)))


@lru_cache(maxsize=_RECENT)
def is_promise(words: str, language: str = ENGLISH) -> bool:
    """Whether the words speak of what is to come.

    >>> is_promise("We will build 20 schools."), is_promise("I would say that we built 20 schools.")
    (True, False)
    """
    return bool(_PROMISE.search(words)) if language == ENGLISH else tells("promise", words, language)


def is_undertaking(words: str, language: str = ENGLISH) -> bool:
    """Whether the words say what somebody means to do: a promise that can be kept or not, and no turn of phrase.

    >>> is_undertaking("We are going to cut taxes by half."), is_undertaking("It will be a long evening, my friends.")
    (True, False)
    """
    if language != ENGLISH:
        return len(words.split()) > _FEW and is_promise(words, language)
    return len(words.split()) > _FEW and bool(_UNDERTAKING.search(words))


def undertaken_from(words: str) -> int:
    """Where the words begin that say what is promised, after "will" or "our goal is to"; 0 where nothing is.

    >>> said = "Our goal is to halve unemployment."
    >>> said[undertaken_from(said) :], undertaken_from("Unemployment has halved.")
    ('halve unemployment.', 0)
    """
    found = _UNDERTAKING.search(words)
    return found.end() if found else 0


def is_question(words: str) -> bool:
    """Whether the words ask and do not say.

    >>> is_question("Is 5 percent enough?"), is_question("He asked whether 5 percent is enough.")
    (True, False)
    """
    return "?" in words and bool(_QUESTION.search(words))


@lru_cache(maxsize=_RECENT)
def is_opinion(words: str, language: str = ENGLISH) -> bool:
    """Whether the words say what somebody thinks or hopes.

    >>> is_opinion("I think that pensions are too low."), is_opinion("Pensions are 230 euros.")
    (True, False)
    """
    return bool(_OPINION.search(words)) if language == ENGLISH else tells("opinion", words, language)


@lru_cache(maxsize=_RECENT)
def is_rank(words: str, language: str = ENGLISH) -> bool:
    """Whether the words place something in an order ("the second lowest wage in Europe").

    >>> is_rank("It is the second lowest wage in Europe."), is_rank("It is the lowest wage that a firm may pay.")
    (True, False)
    """
    return _ranks(words) if language == ENGLISH else tells("rank", words, language)


def _ranks(words: str) -> bool:
    return bool(_RANK.search(words)) or any(_FIGURED.search(span.cut(words)) for span in find_standings(words))


def placed_after(words: str, language: str = ENGLISH) -> tuple[int, int] | None:
    """Where words behind a figure place it in an order (", the lowest since 1974"); None where none do.

    >>> said = "Unemployment fell to 5%, the lowest since 1974, and wages rose."
    >>> start, end = placed_after(said)
    >>> said[start:end]
    'the lowest since 1974'
    """
    if language == ENGLISH:
        found = _PLACED.search(words)
        return found and found.span("rank")
    pattern = numbered_pattern("relations", "placed", language)
    placed = None if pattern is None else pattern.search(words)
    return None if placed is None else group_span(placed, "rank")


@lru_cache(maxsize=_RECENT)
def is_comparison(words: str, language: str = ENGLISH) -> bool:
    """Whether the words set two things beside one another; "more than 450" sets nothing beside anything.

    >>> is_comparison("Wages are higher here than in Serbia."), is_comparison("More than 450 people were hired.")
    (True, False)
    """
    if language != ENGLISH:
        return tells("comparison", words, language)
    found = _COMPARISON.search(words)
    while found is not None and _HEDGE_ONLY.match(words, found.start()):
        found = _COMPARISON.search(words, found.start() + 1)
    return found is not None or (any(mark in words for mark in _BESIDE_MARKS) and bool(_BESIDE.search(words)))


def is_share(words: str, amount: Mention[Amount], said: str, language: str = ENGLISH) -> bool:
    """Whether an amount is a part of a whole: "one in five", "half of", "a share of 12 %".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> (part,), (rate,) = find_amounts("One in five pupils left."), find_amounts("Inflation was 5 percent.")
    >>> is_share("One in five pupils left.", part, "One in five"), is_share("Inflation was 5 percent.", rate, "5 percent")
    (True, False)
    """
    if amount.noun.unit.dimension is not Dimension.SHARE:
        return False
    if language != ENGLISH:
        return amount.rule in _SHARE_RULES or tells("share", words, language)
    return amount.rule in _SHARE_RULES or bool(_FRACTION.search(said)) or _speaks_of_share(words)


@lru_cache(maxsize=_RECENT)
def _speaks_of_share(words: str) -> bool:
    return bool(_SHARE.search(words))


def kind_of(
    words: str,
    amount: Mention[Amount] | None,
    said: str,
    *,
    change: bool,
    language: str = ENGLISH,
    hints: Hints = OPEN,
) -> ClaimKind:
    """The kind of what a clause says.

    >>> [kind_of(said, None, "", change=False).value for said in ("We will build schools.", "It is the lowest wage in Europe.", "We sing.")]
    ['promise', 'rank', 'statement']

    Args:
        words: The clause.
        amount: Its figure, if any.
        said: The words of that figure.
        change: Whether it speaks of a change.
        language: One with a word file, or ``und``.
        hints: What the sentence that the clause stands in leaves open.
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
