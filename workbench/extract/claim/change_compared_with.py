"""Read what a change is compared with: another place or people, the speaker's own country, or nothing that is named."""

from __future__ import annotations

from workbench.core.claim import Claim, Sort
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.relations.comparators import BESIDE
from workbench.extract.words.change_words import ways, word_set
from workbench.extract.words.lexer import lex
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import word_pattern

_INSIDE, _BEHIND = 10, 12
"""Characters before and after the end of a claim in which the words that link it to its comparator may stand."""


def compares_with_another(reading: SentenceReading, draft: Draft) -> bool:
    """Check whether a difference is between places or people and not between times.

    Examples: "67 % higher than the EU average", "6 times the energy that we used".

    >>> from workbench.extract import read_text
    >>> said = "Prices are 9 percent higher than in Malta.", "Prices are 9 percent higher than in 2010."
    >>> [read_text(each).claims[0].kind.value for each in said]
    ['comparison', 'change']

    Args:
        reading: The sentence.
        draft: What is claimed.
    """
    change, end = draft.change, draft.span.end
    if change is None or change.value.base is not None:
        return False
    of_time = word_pattern("qualifiers", "beside_time", reading.language)
    near = (
        one
        for one in reading.comparators
        if one.kind == BESIDE and -_INSIDE <= one.link.start - end <= _BEHIND and one.what and one.period is None
    )
    return any(of_time is None or not of_time.match(one.what) for one in near)


def compares_with_own(claim: Claim, language: str) -> bool:
    """Check whether a change with a size is compared with the speaker's own country and nothing more.

    Examples: "than here", "wie bei uns".

    >>> from workbench.extract import read_text
    >>> said = "Rents in Malta are 9 percent higher than here.", "Rents in Malta are 9 percent higher than our friends said."
    >>> [compares_with_own(read_text(each).claims[0], "en") for each in said]
    [True, False]

    Args:
        claim: The claim.
        language: The language whose word file it is read by.
    """
    said, alone = claim.qualified(Sort.BESIDE), word_pattern("qualifiers", "own_alone", language)
    sized = claim.change is not None and claim.change.value.amount is not None
    if said is None or alone is None or not sized or said.value.place is not None or said.value.period is not None:
        return False
    return alone.fullmatch(said.value.what) is not None


def names_nothing(claim: Claim) -> bool:
    """Check whether the measure of a multiple consists only of words of the comparison: "поголема".

    >>> from workbench.extract import read_text
    >>> said = "Кај нас е пет пати поголема.", "Кај нас платата е пет пати поголема."
    >>> [names_nothing(read_text(each, language="mk").claims[0]) for each in said]
    [True, False]
    """
    language = file_for(claim.language)
    words = lex(claim.measure, language).words
    return words <= ways("behind", language).keys() | word_set("bare", "sizes", language)
