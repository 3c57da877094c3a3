"""Take a measure that the sentence leaves out from the sentence before or from the document, with a note that says so.

"It rose to 5 %", "applications fell by a third" and "Kenya had 50,000" say too little to be looked up. The words before
them give the measure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from workbench.core.claim import MEASURE_FROM_BEFORE, Claim
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.extract.claim.measures.plurals_named import last_many
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.headline_indicators import headline_in, official_name, speaks_of_statistics
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence, names_no_measure, without_move
from workbench.extract.phrases.word_classes import Parted, parted, phrase_words
from workbench.extract.units.counted_nouns import is_plural

_FULL, _NEAR = 5, 2
_BEHIND = 16
_OF_WHICH_KIND = Problem(
    "measure",
    "The claim counts things of a kind that was told before it, and nothing before them tells it.",
    "Find out which are meant, and edit the claim.",
    "unnamed-measure",
)


class Prior(NamedTuple):
    """What was said before a sentence.

    Attributes:
        sentences: The sentences before it in the paragraph, the nearest first.
        last_measure: The measure of the paragraph's last claim; empty where it has none yet.
        measures: The measures of the document's claims so far, the last first.
        claims: The claims of the sentences before it in the paragraph, the last first.
    """

    sentences: tuple[SentenceReading, ...] = ()
    last_measure: str = ""
    measures: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


NOTHING_BEFORE = Prior()


class MeasureRead(NamedTuple):
    """What a claim measures, by its official name where it has one.

    Attributes:
        words: The name, or the words of the text.
        doubts: Notes on what was assumed for them.
        said: The words of the text that the name stands for; empty where there are none.
    """

    words: str
    doubts: tuple[Problem, ...] = ()
    said: str = ""


def from_before(
    words: str,
    here: str,
    kinds: frozenset[str],
    language: str,
    prior: Prior,
    *,
    refers: bool,
    in_sentence: str = "",
) -> MeasureRead:
    """Find the measure in what was said before, where the claim's own words say too little; else return those words.

    >>> from workbench.core.document import Sentence, Span
    >>> before = Prior((SentenceReading("Foreign aid is a duty.", Sentence(Span(0, 22), 0)),), "", ())
    >>> read = from_before("", "It was 3 billion euros.", frozenset({"money"}), "en", before, refers=True)
    >>> read.words, [doubt.kind for doubt in read.doubts]
    ('official development assistance', ['measure-from-before'])

    Args:
        words: The claim's own words for its measure, which say too little or nothing.
        here: The sentence.
        kinds: The kinds of figure that are claimed.
        language: Two letters of a language with a word file.
        prior: What was said before.
        refers: Whether a pronoun stands for the measure ("it rose"), or no noun is there at all.
        in_sentence: The words of the sentence itself that the pronoun may refer to.
    """
    last = words.lower().rpartition(" ")[2]
    if last and last in phrase_words(language, "bare"):
        longer = (each for each in prior.measures if each.lower().endswith(f" {last}") and len(each.split()) <= _FULL)
        if found := next(longer, ""):
            return assumed(found)
        spoken = (headline_in(f"{one.words} \n {here}", kinds, language) for one in prior.sentences)
        if found := next((name for name in spoken if last in name.lower().split()), ""):
            return assumed(found)  # "on World TB Day" … "237,000 cases"
    if prior.last_measure and (refers or _is_number_alone(words, language)):
        return assumed(prior.last_measure)  # "it", "the rate", "the annual total"
    near = prior.sentences if refers else prior.sentences[:1]
    spoken = (headline_in(f"{sentence.words} \n {here}", kinds, language) for sentence in near)
    found = next((name for name in spoken if name), "")
    if in_sentence and not found:
        return MeasureRead(official_name(in_sentence, here, kinds, language))
    if refers and not found:
        topics = (topic_of(phrased(sentence), sentence.sentence.span.end) for sentence in near)
        found = next((topic for topic in topics if topic), "") or _headed(prior.sentences[:1])
    return assumed(found) if found else MeasureRead(words)


def kindred_before(reading: SentenceReading, figure: Span, words: str, prior: Prior) -> MeasureRead | None:
    """Resolve "such" things by the sentence before: "second-hand cars … 30,000 | such vehicles"; None for other words.

    >>> from workbench.core.document import Sentence
    >>> before, said = "We drive second-hand cars.", "40 such vehicles came."
    >>> prior = Prior((SentenceReading(before, Sentence(Span(0, len(before)), 0)),))
    >>> kindred_before(SentenceReading(said, Sentence(Span(0, len(said)), 0)), Span(0, 2), "vehicles", prior).words
    'second-hand cars'

    Args:
        reading: The sentence.
        figure: The figure in it.
        words: The claim's own words for what is counted.
        prior: What was said before.
    """
    if _kindred(reading.language).search(reading.text, figure.start, figure.end + _BEHIND) is None:
        return None
    before = counted_before(Prior(prior.sentences))
    return assumed(before) if before else MeasureRead(words, (_OF_WHICH_KIND,))


@cache
def _kindred(language: str) -> re.Pattern[str]:
    """Collect the words that refer to things of the kind mentioned before: "such"."""
    words = "|".join(sorted(phrase_words(language, "kindred"))) or "(?!)"  # a language may name none
    return re.compile(rf"\b(?:{words})\b")


def counted_before(prior: Prior) -> str:
    """Find what "240 thousand of them" counts: the last measure, else the last plural noun of the sentence before.

    >>> counted_before(Prior(last_measure="dentists")), counted_before(NOTHING_BEFORE)
    ('dentists', '')
    """
    if prior.last_measure and (_counts_many(prior.last_measure) or not prior.sentences):
        return prior.last_measure
    named = (last_many(before, before.sentence.span.end) for before in prior.sentences[:_NEAR])
    return next((each for each in named if each), prior.last_measure)


def _counts_many(measure: str) -> bool:
    """Check whether a measure has a plural, so that "them" may be it; other languages than English have other endings."""
    words = measure.lower().split()
    return not measure.isascii() or any(is_plural(word) for word in words)


def _headed(before: Sequence[SentenceReading]) -> str:
    """Find the measure named by a heading right before, such as "Automated teller machines, Norway"."""
    heading = next((phrased(sentence) for sentence in before if sentence.is_heading), None)
    if heading is None:
        return ""
    words = heading.words
    named = (one for one in heading.phrases if one.kind == "n" and not names_no_measure(words, one.begin, one.end))
    return next((" ".join(without_move(words, one.begin, one.end)) for one in named), "")


def _is_number_alone(words: str, language: str) -> bool:
    """Check whether words mean only a number: "rate", "annual total"."""
    said = words.lower().split()
    kinds = ("generic", "periodic", "countings", "dull")
    return bool(said) and all(any(word in phrase_words(language, key) for key in kinds) for word in said)


def topic_of(sentence: PhrasedSentence, until: int) -> str:
    """Find a sentence's first noun phrase that names a statistical measure, for later pronouns; empty where none does.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "The deficit, friends, we have brought it down to 3."
    >>> topic_of(PhrasedSentence(tagged(said, Span(0, len(said)), [], "en")), 40)
    'deficit'

    Args:
        sentence: The sentence.
        until: The character before which it begins.
    """
    words = sentence.words
    for one in sentence.phrases:
        if words.spans[one.begin][0] >= until:
            return ""
        if one.kind == "n" and not names_no_measure(words, one.begin, one.end):
            topic = " ".join(without_move(words, one.begin, one.end))
            if speaks_of_statistics(topic, words.language):
                return topic
    return ""


def referent(words: str, here: Sequence[str], prior: Prior, language: str) -> MeasureRead | None:
    """Resolve words such as "these emissions" or "that rate" by all earlier measures; None where nothing fits.

    >>> read = referent("emissions", [], Prior(measures=("new cars", "emissions of methane")), "en")
    >>> read.words, referent("schools", [], Prior(measures=("new cars",)), "en")
    ('emissions of methane', None)

    Args:
        words: The words to resolve.
        here: The measures of the claims before it in the sentence.
        prior: What was said before the sentence.
        language: Two letters of a language with a word file.
    """
    said = set(words.lower().split())
    sought = {word for word in said if not any(word in phrase_words(language, key) for key in _VAGUE)}
    nearest = [*reversed(here), *prior.measures]
    alike = (each for each in nearest if says_more(each.lower().split(), said) and len(each.split()) <= _FULL)
    found = next(alike, "") or ("" if sought else next(iter(nearest), ""))
    if not found:
        return None
    return MeasureRead(found) if found in here else assumed(found)


def of_those_named(measure: str, here: str, language: str) -> str:
    """Turn a measure of one of two groups into that of the other, where the words at the figure name only the other.

    >>> of_those_named("unemployment rate of women", "For men it was 25", "en")
    'unemployment rate of men'
    >>> of_those_named("unemployment rate of women", "Women had 29, men", "en")
    'unemployment rate of women'
    """
    words, groups = measure.split(), parted(language)
    if groups.keys().isdisjoint(words):  # most measures are of no group
        return " ".join(words)
    there = frozenset(here.casefold().replace(",", " ").split())
    found = ((word, groups.get(word)) for word in words)
    return " ".join(group.other if group and _named_alone(group, there) else word for word, group in found)


def _named_alone(group: Parted, there: frozenset[str]) -> bool:
    """Check whether words name the other group, and not this one."""
    return there.isdisjoint(group.own) and not there.isdisjoint(group.others)


def says_more(words: Sequence[str], said: Collection[str]) -> bool:
    """Check whether words contain others, whatever their endings ("емисии", "емисиите"), and some more.

    >>> says_more(["emissions", "of", "methane"], ["emission"]), says_more(["emissions"], ["emissions"])
    (True, False)
    """
    stems = {word[: max(_STEM, len(word) - 2)] for word in said}
    return len(words) > len(said) and all(any(word.startswith(stem) for word in words) for stem in stems)


_STEM = 5
_VAGUE = ("generic", "periodic", "empty", "countings", "bare", "of", "dull")


def assumed(found: str) -> MeasureRead:
    """Return an earlier measure, with the note that says where it comes from.

    >>> assumed("coal output").words
    'coal output'
    """
    message = f"The claim leaves open what is measured; “{found}” is taken from what was said before it."
    return MeasureRead(
        found, (Problem("measure", message, "Check that the speaker still speaks of it.", MEASURE_FROM_BEFORE),)
    )
