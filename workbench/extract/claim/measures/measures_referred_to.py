"""Words that refer to a measure named before: "these deaths", "such vehicles", "240 thousand of them"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Claim
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.measures.kinds_of_figures import counted_figure, kinds_of
from workbench.extract.claim.measures.measures_from_earlier_sentences import (
    MeasureRead,
    Prior,
    assumed,
    counted_before,
    kindred_before,
    referent,
)
from workbench.extract.claim.measures.plurals_named import last_many
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.frames_of_verbs import who_acts
from workbench.extract.phrases.headline_indicators import official_name, speaks_of_statistics
from workbench.extract.phrases.subjects_and_objects import MeasuredWords
from workbench.extract.phrases.verbs_of_counted_nouns import done_behind
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.word_patterns import word_pattern

_THEM = 12  # most characters after a figure before "of them"


def referred_to(
    reading: SentenceReading, draft: Draft, found: MeasuredWords, before: Sequence[Claim], prior: Prior
) -> MeasureRead | None:
    """Find the measure that words refer to: "these deaths", "such cars", "240 of them"; None where they refer to none.

    >>> from workbench.extract import read_text
    >>> [claim.measure for claim in read_text("Rwanda has 700 dentists. 240 of them work in Kigali.").claims]
    ['dentists', 'dentists']

    Args:
        reading: The sentence.
        draft: The claim.
        found: Its own words for what is measured.
        before: The claims before it in the sentence.
        prior: What was said before the sentence.
    """
    words, language = " ".join(found.words), reading.language
    if found.refers and (named := referent(words, [claim.measure for claim in before], prior, language)):
        return named
    if (counts := counted_figure(draft)) and (alike := kindred_before(reading, counts.span, words, prior)):
        return alike
    if not _counts_them(reading, draft):
        return None
    compared = draft.change is not None and not before
    if compared and (them := last_many(reading, draft.span.start)):
        return MeasureRead(_with_deed(reading, draft, them))
    them = "" if speaks_of_statistics(words, language) and not compared else counted_before(prior)
    return assumed(_with_deed(reading, draft, them) if compared else them) if them else None


def _with_deed(reading: SentenceReading, draft: Draft, them: str) -> str:
    """Name what some people do or have of whom there are more or fewer: "900 fewer of them | were out of work"."""
    sentence, language = phrased(reading), reading.language
    at = sentence.word_at(draft.span.end)
    while sentence.low(at) and sentence.low(at) not in phrase_words(language, "referring"):
        at += 1
    words = " ".join((them, *done_behind(sentence, at + 1)))
    return official_name(words, words, kinds_of(draft), language)


def acting(reading: SentenceReading, draft: Draft, found: MeasuredWords) -> tuple[str, ...]:
    """Name who does something with a figure whose clause names nothing else: then no earlier sentence is measured.

    >>> from workbench.extract import read_text
    >>> [claim.measure for claim in read_text("Turnout was 60 percent. The mayor won 55 percent.").claims]
    ['Turnout', 'mayor']
    """
    who = who_acts(phrased(reading), phrased(reading).word_at(draft.span.start))
    return who if found.far or set(found.words) <= set(who) else ()


def _counts_them(reading: SentenceReading, draft: Draft) -> bool:
    """Check whether a figure counts what a pronoun stands for: "240 thousand | of them", "900 | fewer of them"."""
    pattern = word_pattern("measures", "of_them", reading.language)
    if draft.amount is None or pattern is None:
        return False
    end = max(draft.amount.span.end, draft.span.end)
    found = pattern.search(reading.text, draft.amount.span.start, end + _THEM)
    return found is not None and not reading.text[end : found.start()].strip()
