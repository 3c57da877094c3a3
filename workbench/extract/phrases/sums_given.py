"""Money given: what a sum is for, or to whom it goes, by the verb of giving: "we are giving | 5 million | to libraries".

Budgets and press statements name such a sum by its verb, and by what stands behind "for" or "to"; the one who gives is
not measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from workbench.extract.phrases.chunks import said_of
from workbench.extract.phrases.subjects_and_objects import LONGEST, MeasuredWords, PhrasedSentence, phrase_end
from workbench.extract.phrases.word_classes import phrase_table, phrase_words
from workbench.extract.phrases.words_around_figures import edge_of_clause, is_infinitive, word_ahead
from workbench.extract.words.word_files import ENGLISH

_AHEAD = frozenset("BDAT")
"""Classes of the words between a verb and its sum: "set aside | an extra"."""
_RECEIVERS = frozenset("NKLQ")
_PASSIVE = frozenset("XBT")
_LINKS = frozenset("OJI")


def given(sentence: PhrasedSentence, at: int, behind: int) -> MeasuredWords | None:
    """Word what a sum of money is given for or to, with the noun for the giving; None where no verb of giving has it.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "They gave 5 to libraries"
    >>> given(PhrasedSentence(tagged(said, Span(0, len(said)), [(10, 11, "F")], "en")), 2, 3).words
    ('funding', 'to', 'libraries')

    Args:
        sentence: The sentence.
        at: The first word of the sum.
        behind: The word behind it.
    """
    verb = next(_verbs(sentence, at, behind), None)
    if verb is None:
        return None
    noun, _, only = _givings(sentence.words.language)[sentence.low(verb)].partition(" ")
    own = frozenset({only}) if only else _own_leads(sentence, verb)
    low, language = sentence.low(behind), sentence.words.language
    if low in phrase_words(language, "consisting") and low not in own:
        return None  # "gave | 5 million | in grants"
    leads = own if only else own | phrase_words(language, "given_for")
    purposes = _purposes(sentence, at, max(behind, verb + 1), leads)
    purpose = next((said for said in purposes if said), ()) or _receiver(sentence, at, verb)
    return MeasuredWords((noun, *purpose)[:LONGEST]) if purpose else None


@cache
def _givings(language: str) -> dict[str, str]:
    """Map the verbs whose object is a sum to the noun for what they do: those of giving, and "spent", "invested"."""
    return phrase_table(language, "deeds") | phrase_table(language, "givings")


def _own_leads(sentence: PhrasedSentence, verb: int) -> frozenset[str]:
    """List the words that lead to what a sum is for from this verb and not from those of giving: "spent | on"."""
    language = sentence.words.language
    spent = sentence.low(verb) in phrase_table(language, "deeds")
    return phrase_words(language, "deeds_for") if spent else frozenset()


def _verbs(sentence: PhrasedSentence, at: int, behind: int) -> Iterator[int]:
    """Yield the verbs of giving whose object a sum is, or whose subject, the likeliest first."""
    known = _givings(sentence.words.language)
    if sentence.words.language != ENGLISH:  # the verb may stand at the end of its clause
        begin, end = edge_of_clause(sentence, at, -1) + 1, edge_of_clause(sentence, behind, 1)
        yield from (i for i in (*range(at - 1, begin - 1, -1), *range(behind, end)) if sentence.low(i) in known)
        return
    ahead = word_ahead(sentence, at, _AHEAD)
    if ahead >= 0 and sentence.low(ahead) in known:
        yield ahead
    elif sentence.tag(ahead) in _RECEIVERS and (asked := _before_receiver(sentence, ahead)) is not None:
        yield asked
    after = behind
    while sentence.tag(after) in _PASSIVE:
        after += 1
    intransitive = sentence.low(after) in phrase_words(sentence.words.language, "goings")
    if sentence.low(after) in known and (intransitive or after > behind):
        yield after  # "5 million | has been set aside", "5 million | went"


def _before_receiver(sentence: PhrasedSentence, last: int) -> int | None:
    """Find the verb of giving before those who are given something: "gave | the libraries | 5 million"."""
    known = _givings(sentence.words.language)
    one = next((each for each in sentence.phrases if each.end == last + 1 and each.kind in "nq"), None)
    return one.begin - 1 if one is not None and one.begin and sentence.low(one.begin - 1) in known else None


def _receiver(sentence: PhrasedSentence, at: int, verb: int) -> tuple[str, ...]:
    """Read who is given a sum from the words between the verb and it: "gave | the libraries | 5 million"; nobody for a pronoun."""
    gives = sentence.words.language == ENGLISH and sentence.low(verb) in phrase_table(ENGLISH, "givings")
    receives = gives and verb < word_ahead(sentence, at, _AHEAD)
    who = _named(sentence, verb + 1) if receives else ()
    return ("for", *who) if who else ()


def _purposes(sentence: PhrasedSentence, at: int, behind: int, leads: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield what a sum is for, with the word that leads there, from the words behind it, then from those before it."""
    language, end = sentence.words.language, edge_of_clause(sentence, behind, 1)
    for i in range(behind, end):
        if _is_purpose(sentence, i):
            yield _to_do(sentence, i)
        elif sentence.low(i) in leads:
            yield _led(sentence, i)
    if language != ENGLISH:
        begin = edge_of_clause(sentence, at, -1) + 1
        yield from (_led(sentence, i) for i in range(at - 1, begin - 1, -1) if sentence.low(i) in leads)


def _led(sentence: PhrasedSentence, lead: int) -> tuple[str, ...]:
    """Read the noun phrase behind a word that leads to a purpose, with that word; empty where it is none."""
    what = _named(sentence, lead + 1) if sentence.tag(lead) in _LINKS else ()
    return (sentence.low(lead), *what) if what else ()


def _to_do(sentence: PhrasedSentence, at: int) -> tuple[str, ...]:
    """Read what shall be done with a sum: "to | help | charities", which are those it is for; "to | repair | bridges"."""
    verb, what = at + 1, _named(sentence, at + 2)
    if what and sentence.low(verb) in phrase_words(sentence.words.language, "helping"):
        return ("for", *what)
    return (*sentence.words.raws[at : verb + 1], *what) if what else ()


def _is_purpose(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether what shall be done begins at a word: "to | repair", also "to | help", a noun by its class."""
    language = sentence.words.language
    helps = sentence.low(at + 1) in phrase_words(language, "helping")
    return is_infinitive(sentence, at) or (helps and sentence.low(at) in phrase_words(language, "infinitives"))


def _named(sentence: PhrasedSentence, at: int) -> tuple[str, ...]:
    """List the words of the noun phrase that begins at a word, whoever it names; none for one that says nothing."""
    words, end = sentence.words, phrase_end(sentence, at)
    end = next((k for k in range(at, end) if _is_purpose(sentence, k)), end)  # "to schools | to support reading"
    said = tuple(said_of(words, at, end)) if end > at else ()
    empty = {"", *phrase_words(words.language, "empty"), *phrase_words(words.language, "idioms")}
    return said if " ".join(said).lower() not in empty else ()
