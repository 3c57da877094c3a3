"""Money given: what a sum is for, or to whom it goes, by the verb of giving: "we are giving | 5 million | to libraries".

Budgets and press statements name such a sum by its verb, and by what stands behind "for" or "to"; the one who gives is
not measured.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.extract.phrases.chunks import said_of
from workbench.extract.phrases.subjects_and_objects import LONGEST, MeasuredWords, PhrasedSentence, phrase_end
from workbench.extract.phrases.word_classes import phrase_table, phrase_words
from workbench.extract.words.word_files import ENGLISH

_AHEAD = frozenset("BDAT")
_RECEIVERS = frozenset("NKLQ")
_PASSIVE = frozenset("XBT")
_ENDS = frozenset("ZSERP")
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
    noun, _, lead = phrase_table(sentence.words.language, "givings")[sentence.low(verb)].partition(" ")
    if lead != sentence.low(behind) in phrase_words(sentence.words.language, "consisting"):
        return None  # "gave | 5 million | in grants"
    begin = max(behind, verb + 1)
    purpose = next((said for said in _purposes(sentence, at, begin, lead) if said), ()) or _receiver(sentence, at, verb)
    return MeasuredWords((noun, *purpose)[:LONGEST]) if purpose else None


def _verbs(sentence: PhrasedSentence, at: int, behind: int) -> Iterator[int]:
    """Yield the verbs of giving whose object a sum is, or whose subject, the likeliest first."""
    known = phrase_table(sentence.words.language, "givings")
    if sentence.words.language != ENGLISH:  # the verb may stand at the end of its clause
        begin, end = _clause(sentence, at, -1) + 1, _clause(sentence, behind, 1)
        yield from (i for i in (*range(at - 1, begin - 1, -1), *range(behind, end)) if sentence.low(i) in known)
        return
    ahead = _ahead(sentence, at)
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


def _ahead(sentence: PhrasedSentence, at: int) -> int:
    """Find the word before a sum, past articles, adjectives and particles: "set | aside | an extra | 5 million"."""
    particles = phrase_words(sentence.words.language, "particles")
    k = at - 1
    while k >= 0 and (sentence.tag(k) in _AHEAD or sentence.low(k) in particles):
        k -= 1
    return k


def _before_receiver(sentence: PhrasedSentence, last: int) -> int | None:
    """Find the verb of giving before those who are given something: "gave | the libraries | 5 million"."""
    known = phrase_table(sentence.words.language, "givings")
    one = next((each for each in sentence.phrases if each.end == last + 1 and each.kind in "nq"), None)
    return one.begin - 1 if one is not None and one.begin and sentence.low(one.begin - 1) in known else None


def _receiver(sentence: PhrasedSentence, at: int, verb: int) -> tuple[str, ...]:
    """Read who is given a sum from the words between the verb and it: "gave | the libraries | 5 million"; nobody for a pronoun."""
    receives = verb < _ahead(sentence, at) and sentence.words.language == ENGLISH
    who = _named(sentence, verb + 1) if receives else ()
    return ("for", *who) if who else ()


def _purposes(sentence: PhrasedSentence, at: int, behind: int, lead: str) -> Iterator[tuple[str, ...]]:
    """Yield what a sum is for, with the word that leads there, from the words behind it, then from those before it."""
    language, end = sentence.words.language, _clause(sentence, behind, 1)
    leads = frozenset({lead}) if lead else phrase_words(language, "given_for")
    for i in range(behind, end):
        if _is_purpose(sentence, i):
            yield _to_do(sentence, i)
        elif sentence.low(i) in leads:
            yield _led(sentence, i)
    if language != ENGLISH:
        begin = _clause(sentence, at, -1) + 1
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
    """Check whether an infinitive begins at a word: "to | repair", "to | help"."""
    language = sentence.words.language
    verb = sentence.tag(at + 1) == "V" or sentence.low(at + 1) in phrase_words(language, "helping")
    return verb and sentence.low(at) in phrase_words(language, "infinitives")


def _named(sentence: PhrasedSentence, at: int) -> tuple[str, ...]:
    """List the words of the noun phrase that begins at a word, whoever it names; none for one that says nothing."""
    words, end = sentence.words, phrase_end(sentence, at)
    end = next((k for k in range(at, end) if _is_purpose(sentence, k)), end)  # "to schools | to support reading"
    said = tuple(said_of(words, at, end)) if end > at else ()
    empty = {"", *phrase_words(words.language, "empty"), *phrase_words(words.language, "idioms")}
    return said if " ".join(said).lower() not in empty else ()


def _clause(sentence: PhrasedSentence, at: int, step: int) -> int:
    while sentence.tag(at) and sentence.tag(at) not in _ENDS:
        at += step
    return at
