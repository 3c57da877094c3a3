"""Statements inside another one: "I never said that it was 26 percent", "we demand that it be 26 percent".

The words before such a statement decide whether the speaker states it. The rule is that of the signatures of
predicates (Karttunen 1971; Saurí and Pustejovsky, FactBank, 2009):

- Known: who knows, admits or forgets something takes it for granted, denied or not.
- Said: who says something states it; who denies that somebody said it does not.
- Unreal: who wants, promises or imagines something does not state it, denied or not.
- Doubtful: an adverb ("perhaps", "allegedly") leaves open what stands beside it.
- Denied: who denies or doubts something does not state it; where nobody can deny it, it is stated.

The word nearest to the statement decides: "we want to say that it was 26 percent" says it. Before "that" a word of no
class leaves the statement open, since more words are unreal than a list can hold. A verb of duty ("must", "should") is an
unreal word too, before the statement or behind its subject: "40 percent of the seats must go to women".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from workbench.core.document import Span
from workbench.extract.phrases.word_class_tagging import tagged
from workbench.extract.phrases.word_classes import SUBORDINATOR
from workbench.extract.words.grammar import grammar
from workbench.extract.words.tenses import tense_of
from workbench.extract.words.word_patterns import possible_classes, word_pattern

_TABLE = "assertions"
_CLASSES = ("known", "said", "unreal", "denied", "duty", "doubtful")
_NEGATION = "negation"
_OTHERS = ("duty_behind", "either", _NEGATION)
_STATING = (frozenset({"known", "said"}), frozenset({"known", _NEGATION}))
"""Classes that leave a statement as it is where it stands in no other one."""

_Patterns = Mapping[str, re.Pattern[str]]

_ENDS = re.compile(r"[.;:!?–—…]|\s-\s|[“”\"»],")
"""What ends the reach of a word over what follows it."""

_UNSTATING = frozenset({"unreal", "denied"})
_TAIL = re.compile(r",\s(?P<words>[^\s,;:.!?–—][^,;:.!?–—]{0,60})(?=[,;.!–—]|\Z)")
"""What stands between pauses."""
_SHORT = 6
"""Most words that tell behind a statement whose words it was."""

_FAR, _BEHIND, _DENIED = 200, 70, 60
"""Characters: the farthest reach of a word, of a verb of duty behind a subject, and from a negation to its verb."""


def is_embedded_unstated(words: str, span: Span, language: str) -> bool:
    """Check whether the words around a statement say that the speaker does not state it.

    >>> def unstated(said):
    ...     at = said.index("5")
    ...     return is_embedded_unstated(said, Span(at, at + 9), "en")
    >>> unstated("I never said that it was 5 percent."), unstated("I never knew that it was 5 percent.")
    (True, False)
    >>> unstated("We want 5 percent of it."), unstated("Some 5 percent of the seats must go to women.")
    (True, True)

    Args:
        words: The sentence.
        span: The statement's figure in it, or its words where it has none.
        language: One with a word file, or ``und``.
    """
    may = statement_leaders(words, language)
    if not may:
        return False
    if (taken := word_pattern(_TABLE, "takes_lives", language)) is not None:
        words = taken.sub(lambda verb: " " * len(verb[0]), words)  # "the flood claimed 37 lives" demands nothing
    before, behind = words[max(0, span.start - _FAR) : span.start], words[span.end : span.end + _BEHIND]
    return (
        _led_by_unreal(before, may, language)
        or _is_duty_of_subject(behind, may, language)
        or _is_alternative(before, may)
        or _is_unreal_behind(words[span.end : span.end + _FAR], may, language)
    )


def _is_unreal_behind(behind: str, may: _Patterns, language: str) -> bool:
    """Check whether a few words behind a statement tell that somebody only wanted or promised it: ", the ministers promised"."""
    if may.keys().isdisjoint(_UNSTATING):
        return False
    pauses = word_pattern(_TABLE, "breaks", language)
    for tail in _TAIL.finditer(behind):
        joined = pauses is not None and pauses.match(behind, tail.start()) is not None
        if (
            not joined
            and len(tail["words"].split()) <= _SHORT
            and _is_unstated_by(tail["words"], may, language, by_that=True)
        ):
            return True
    return False


def _is_alternative(before: str, may: _Patterns) -> bool:
    """Check whether a statement is one of two of which only one holds: "either it was 5 percent or it was 6"."""
    return "either" in may and any(_ENDS.search(before, each.end()) is None for each in may["either"].finditer(before))


@lru_cache(maxsize=32)  # asked again for each claim of a sentence
def statement_leaders(words: str, language: str) -> _Patterns:
    """Select the classes of `is_embedded_unstated` that a sentence may hold, each with its pattern; most hold none.

    >>> sorted(statement_leaders("It was 5 percent.", "en"))
    []
    """
    held_letters = possible_classes(words, _TABLE, (*_CLASSES, *_OTHERS), language)
    may = {key: pattern for key, pattern in held_letters.items() if pattern.search(words) is not None}
    that = word_pattern(_TABLE, "that", language)
    if that is not None and that.search(words) is not None:
        return {**may, "that": that}
    return {} if any(may.keys() <= alone for alone in _STATING) else may


def _led_by_unreal(before: str, may: _Patterns, language: str) -> bool:
    """Check the words that lead a statement: those in its own clause, then those before its "that"."""
    reach = _reach(before, language)
    that = _last_that(reach, may, language)
    if that is None:
        return _is_unstated_by(reach, may, language) or False
    outer, own = reach[: that.end()], reach[that.end() :]
    if _is_unstated_by(own, may, language):
        return True
    led = _is_unstated_by(outer, may, language, by_that=True)
    return led is None or led


def _last_that(reach: str, may: _Patterns, language: str) -> re.Match[str] | None:
    """Find the last word that leads a statement as the content of another: "I bet | that | it was 5 percent"."""
    pattern = word_pattern(_TABLE, "that", language)
    found = () if pattern is None else tuple(pattern.finditer(reach))
    if not found:
        return None
    tags = tagged(reach, Span(0, len(reach)), [], language)
    leads = {begin for (begin, _), tag in zip(tags.spans, tags.tags, strict=True) if tag == SUBORDINATOR}
    leading = (each for each in reversed(found) if each.start() in leads)
    return next((each for each in leading if not _is_relative(reach[: each.start()], may, language)), None)


def describes_measure(before: str, language: str) -> bool:
    """Check whether "that" behind some words describes a measure, which is the subject itself.

    >>> describes_measure("the share of spending ", "en"), describes_measure("Ministers say ", "en")
    (True, False)
    """
    measure = word_pattern(_TABLE, "measure_that", language)
    return measure is not None and measure.search(before) is not None and tense_of(before, language) is None


def _is_relative(before: str, may: _Patterns, language: str) -> bool:
    """Check whether "that" leads no statement: "the share of spending | that patients pay was 5 percent"."""
    if not describes_measure(before, language):
        return False
    return not any(may[key].search(before) for key in _CLASSES if key in may)


def _is_unstated_by(words: str, may: _Patterns, language: str, *, by_that: bool = False) -> bool | None:
    """Check the nearest word that decides, and any adverb that leaves all open; None where there is neither."""
    if "doubtful" in may and may["doubtful"].search(words) is not None:
        return True
    nearest = max((each for each in _deciding(words, may) if not (by_that and each[2] == "duty")), default=None)
    if nearest is None:
        return None
    end, start, key = nearest[0], -nearest[1], nearest[2]
    if key == "known":
        return False
    if key in {"unreal", "duty"}:
        return by_that or _governs(words[end:], language)
    if key == "said" and "denied" in may and (outer := may["denied"].search(words[:start])) is not None:
        return not _is_denied(words, *outer.span(), language)  # "denies that it ever said"
    return _is_denied(words, start, end, language) != (key == "denied")


def _deciding(words: str, may: _Patterns) -> Iterator[tuple[int, int, str]]:
    """Yield the words of all classes: where each ends, where it begins (negative, so that the longest counts) and its class."""
    for key in _CLASSES:
        for found in may[key].finditer(words) if key in may else ():
            yield found.end(), -found.start(), key


def _governs(between: str, language: str) -> bool:
    """Check whether a verb governs what follows: no finite verb stands between."""
    infinitive = word_pattern(_TABLE, "infinitive", language)
    own = between if infinitive is None else infinitive.sub(" ", between)
    return tense_of(own, language) is None


def _is_denied(reach: str, start: int, end: int, language: str) -> bool:
    """Check whether a word is negated, before it or, as in German, behind it."""
    negation = word_pattern(_TABLE, _NEGATION, language)
    behind = end + _DENIED if grammar(language).verbs_last else end
    return negation is not None and negation.search(reach[max(0, start - _DENIED) : behind]) is not None


def _reach(before: str, language: str) -> str:
    """Cut the words before a statement at the last sign or conjunction that begins another statement."""
    breaks, starts = word_pattern(_TABLE, "breaks", language), [0]
    starts += [found.end() for found in _ENDS.finditer(before)]
    if breaks is not None:
        starts += [found.end() for found in breaks.finditer(before)]
    return before[max(starts) :]


def _is_duty_of_subject(behind: str, may: _Patterns, language: str) -> bool:
    """Check whether a figure belongs to the subject of a verb of duty: "40 percent | of the seats | must go"."""
    found = may["duty_behind"].search(behind) if "duty_behind" in may else None
    if found is None:
        return False
    subject, joins = behind[: found.start()], word_pattern(_TABLE, "joins", language)
    ends = "," in subject or _ENDS.search(subject) is not None or _reach(subject, language) != subject
    return not ends and (joins is None or joins.search(subject) is None) and tense_of(subject, language) is None
