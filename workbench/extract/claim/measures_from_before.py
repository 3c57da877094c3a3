"""Measure that a sentence leaves out: taken from the sentence before, or from the document, and told as assumed.

"It rose to 5 %", "applications fell by a third" and "Kenya had 50,000" say too little to be looked up; what stands before them tells of what.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.core.errors import Problem
from workbench.extract.phrases.headlines import headline_in
from workbench.extract.phrases.word_classes import phrase_words

_FULL = 5


class Told(NamedTuple):
    """What was said before a sentence.

    Attributes:
        sentence: The words of the sentence before it in the paragraph; empty at the head of one.
        close: What the last claim of the paragraph measures; empty where none was made in it.
        measures: What the claims of the document measure so far, the last first.
    """

    sentence: str = ""
    close: str = ""
    measures: tuple[str, ...] = ()


NOTHING_BEFORE = Told()


class MeasureRead(NamedTuple):
    """The words for what a claim measures, and what was assumed for them."""

    words: str
    doubts: tuple[Problem, ...] = ()


def from_before(words: str, here: str, kinds: frozenset[str], language: str, told: Told, *, leans: bool) -> MeasureRead:
    """Gives the measure that the sentence before speaks of, where the claim's own words say too little; those words where none is.

    >>> before = Told("Foreign aid is a duty.", "", ())
    >>> read = from_before("", "It was 3 billion euros.", frozenset({"money"}), "en", before, leans=True)
    >>> read.words, [doubt.kind for doubt in read.doubts]
    ('official development assistance', ['measure-from-before'])

    Args:
        words: The claim's own words for it, which say too little or nothing.
        here: The sentence.
        kinds: The kinds of figure that are claimed.
        language: One with a word file.
        told: What was said before.
        leans: Whether a pronoun stands for it ("it rose"), or no noun at all.
    """
    last = words.lower().rpartition(" ")[2]
    if last and last in phrase_words(language, "bare"):
        longer = (each for each in told.measures if each.lower().endswith(f" {last}") and len(each.split()) <= _FULL)
        if found := next(longer, ""):
            return _assumed(found)
    if leans and told.close:
        return _assumed(told.close)
    found = headline_in(f"{told.sentence} \n {here}", kinds, language) if told.sentence else ""
    return _assumed(found) if found else MeasureRead(words)


def _assumed(found: str) -> MeasureRead:
    message = f"The claim leaves open what is measured; “{found}” is taken from what was said before it."
    return MeasureRead(
        found, (Problem("measure", message, "Check that the speaker still speaks of it.", "measure-from-before"),)
    )
