"""What money is for: "I paid | for electricity | 2,293 euros", "600 million euros for the states, above all | for schools"."""

from __future__ import annotations

from workbench.extract.phrases.chunks import Phrase, said_of
from workbench.extract.phrases.subjects_and_objects import LONGEST, PhrasedSentence, names_no_measure
from workbench.extract.phrases.word_classes import phrase_text, phrase_words

_ENDS = "rsz"


def money_for(sentence: PhrasedSentence, first: int, behind: int) -> tuple[str, ...]:
    """Word the measure of a sum by what it is for, in the words of its clause; empty where they name no purpose.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "They got 5 for new schools"
    >>> money_for(PhrasedSentence(tagged(said, Span(0, len(said)), [(9, 10, "F")], "en")), 2, 3)
    ('new', 'schools', 'expenditure')

    Args:
        sentence: The sentence.
        first: The first word of the sum.
        behind: The word behind it.
    """
    after = [one for one in sentence.phrases if one.begin >= behind]
    end = next((one.begin for one in after if one.kind in _ENDS), len(sentence.words.tags))
    for one in after:
        if one.end <= end and (named := _named(sentence, one)):
            return spent_on(named, sentence.words.language)
    begin = max((one.end for one in sentence.phrases if one.end <= first and one.kind in _ENDS), default=0)
    return spent_on(purpose_before(sentence, first, begin), sentence.words.language)


def purpose_before(sentence: PhrasedSentence, at: int, begin: int = 0) -> tuple[str, ...]:
    """Read the nearest purpose before a word: "for research" | "3 percent of GDP was spent"; none where none is named.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "For new schools they got 5"
    >>> purpose_before(PhrasedSentence(tagged(said, Span(0, len(said)), [(25, 26, "F")], "en")), 5)
    ('new', 'schools')

    Args:
        sentence: The sentence.
        at: The word.
        begin: The first word that is looked at.
    """
    led = (one for one in reversed(sentence.phrases) if begin <= one.begin and one.end <= at)
    return next((named for one in led if (named := _named(sentence, one))), ())


def spent_on(what: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Word the measure of spending on a purpose; empty without a purpose.

    >>> spent_on(("research",), "en"), spent_on((), "en")
    (('research', 'expenditure'), ())
    """
    return tuple(phrase_text(language, "spent_on").format(" ".join(what)).split()) if what else ()


def _named(sentence: PhrasedSentence, one: Phrase) -> tuple[str, ...]:
    """List the words of a purpose: "for | schools"; none for any other phrase."""
    words = sentence.words
    leads = one.kind == "p" and sentence.low(one.begin) in phrase_words(words.language, "purposes")
    if not leads or names_no_measure(words, one.begin + 1, one.end):
        return ()
    return tuple(said_of(words, one.begin + 1, one.end)[:LONGEST])
