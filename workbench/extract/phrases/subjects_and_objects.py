"""Finds noun phrases by their role beside a figure: the subject or object to its left, or the phrase to its right.

The nearest noun phrase without a preposition is taken, in the clause of the figure. So in "brought unemployment down to
5" the object is taken and not the subject, "it was 5" makes a later step look for what "it" means, and "the minister
said" is skipped. Asides are skipped too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from workbench.extract.phrases.asides import added_by, before_aside, parts_of_aside, related_clause
from workbench.extract.phrases.chunks import NOUN_PHRASE, Phrase, end_of_case, head_of, phrases_of, said_of
from workbench.extract.phrases.nouns_of_hedges import is_of_hedge
from workbench.extract.phrases.word_class_tagging import Tagged
from workbench.extract.phrases.word_classes import phrase_words

LONGEST = 14
"""Most words of a measure."""

_VERB_AHEAD = re.compile(r"B*S?B*[VXW]")
_APOSTROPHE = re.compile("['’]")
_QUOTES = '“”"„«»()'


@dataclass(frozen=True)
class PhrasedSentence:
    """A sentence as words and phrases.

    Attributes:
        words: Its words with their classes.
    """

    words: Tagged

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Its phrases in order."""
        return phrases_of(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.words.spans]

    def word_at(self, offset: int) -> int:
        """Find the word that begins at an offset of the text, or else the next word."""
        return bisect_left(self._starts, offset)

    def tag(self, i: int) -> str:
        """Look up the class of a word; empty outside the sentence."""
        return self.words.tags[i : i + 1] if i >= 0 else ""

    def low(self, i: int) -> str:
        """Look up a word in small letters; empty outside the sentence."""
        return self.words.raws[i].lower() if 0 <= i < len(self.words.raws) else ""


@dataclass(frozen=True, slots=True)
class MeasuredWords:
    """What a figure measures.

    Attributes:
        words: The words of the measure; none where the sentence does not name it.
        pronoun: Whether a pronoun stands in place of the noun.
        deed: Whether the words say what somebody does or is instead of a measure: "came home with nothing".
        refers: Whether the words refer to something named before: "these deaths", "their number".
        far: Whether the words were chosen only because they are near: they stand in another clause, or behind the
            figure.
        thing: What a figure counts, without what it does or what is done with it.
    """

    words: tuple[str, ...] = ()
    pronoun: bool = False
    deed: bool = False
    refers: bool = False
    far: bool = False
    thing: tuple[str, ...] = ()


def to_left(sentence: PhrasedSentence, at: int, *, far: bool = False) -> MeasuredWords:
    """Find the nearest noun phrase without a preposition to the left of a word; with `far` also in earlier clauses.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "Ireland brought unemployment down to 5"
    >>> to_left(PhrasedSentence(tagged(said, Span(0, len(said)), [(0, 7, "L"), (37, 38, "F")], "en")), 5).words
    ('unemployment',)
    """
    words = sentence.words
    here = [p for p in sentence.phrases if p.begin < at]
    main = _VERB_AHEAD.match(words.tags, at) is not None
    k, verbs, asides = len(here) - 1, int(main), list[Phrase]()
    while k >= 0:
        one = here[k]
        if one.kind == "r" and verbs <= 1 and (whose := _antecedent(words, here, k)) is not None:
            return MeasuredWords(without_move(words, whose.begin + 1, whose.end))
        end = min(one.end, at)
        if (one.kind == "n" or _is_with(words, here, k)) and not _is_passed_over(words, here, k, verbs, end, main=main):
            named = without_move(words, one.begin + (one.kind == "p"), end)
            added = [word for aside in asides for word in added_by(words, aside, named)]
            related = related_clause(words, here, k, verbs, at if main else 0)
            return MeasuredWords((*named, *added, *related), refers=not related and refers_back(words, one.begin, end))
        if one.kind == "n" and refers_back(words, one.begin, end) and not _is_related(here, k, main=main):
            return MeasuredWords(pronoun=True)  # it refers to an earlier noun: "that figure was 5"
        if one.kind == "q" and set(words.tags[one.end : at]) <= {"O", "B"} and one.end < at:
            pass  # the pronoun belongs to the figure: "all of" | "5 percent"
        elif one.kind == "q" and (
            is_of_hedge(words, one.begin, end)
            or sentence.low(one.begin - 1) in phrase_words(words.language, "surpassing")
        ):
            pass  # the subject is measured: "Bier lag | etwas | unter 41", "wine slipped past | it | with 41"
        elif one.kind == "q" and _APOSTROPHE.split(sentence.low(one.begin))[0] not in phrase_words(
            words.language, "speakers"
        ):
            return MeasuredWords(pronoun=True)
        verbs += one.kind == "v"
        first = before_aside(words, here, k, verb=main)
        if first < k:
            asides = parts_of_aside(words, here, first, k)
            k = first
        elif _ends_clause(words, here, k) and not far:
            return MeasuredWords()
        k -= 1
    return MeasuredWords()


def to_right(sentence: PhrasedSentence, at: int) -> tuple[str, ...]:
    """Find the nearest noun phrase to the right of a word, in its clause and before the next figure.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "At 5, unemployment is low"
    >>> to_right(PhrasedSentence(tagged(said, Span(0, len(said)), [(3, 4, "F")], "en")), 2)
    ('unemployment',)
    """
    for one in sentence.phrases:
        if one.begin >= at and one.kind in "szrf":
            return ()
        if one.begin >= at and one.kind == "n" and not names_no_measure(sentence.words, one.begin, one.end):
            return without_move(sentence.words, one.begin, one.end)
    return ()


def phrase_at(sentence: PhrasedSentence, at: int) -> tuple[str, ...]:
    """List the words of the noun phrase that begins at a word; none where none does.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "the seats in town halls"
    >>> phrase_at(PhrasedSentence(tagged(said, Span(0, len(said)), [], "en")), 0)
    ('seats', 'in', 'town', 'halls')
    """
    end = phrase_end(sentence, at)
    return (
        ()
        if end == at or names_no_measure(sentence.words, at, end)
        else tuple(said_of(sentence.words, at, end)[:LONGEST])
    )


def phrase_end(sentence: PhrasedSentence, at: int) -> int:
    """Find the word behind the noun phrase that begins at a word; that word itself where none does.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "seats in parliament fell"
    >>> phrase_end(PhrasedSentence(tagged(said, Span(0, len(said)), [], "en")), 0)
    3
    """
    found = NOUN_PHRASE[sentence.words.language == "de"].match(sentence.words.tags, at)
    return at if found is None else end_of_case(sentence.words, at, found.end())


def without_move(words: Tagged, begin: int, end: int) -> tuple[str, ...]:
    """List the words of a phrase without a noun of change or of counting at its head.

    "a fall in exports" gives "exports", "the number of teachers" gives "teachers".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "a fall in exports"
    >>> without_move(tagged(said, Span(0, len(said)), [], "en"), 0, 4)
    ('exports',)
    """
    head = head_of(words, begin, end)
    low, behind = words.raws[head].lower(), words.tags[head + 1 : head + 2]
    if words.tags[head] == "K" and low not in phrase_words(words.language, "growth"):
        if behind in {"O", "J"} and head + 2 < end:
            begin = head + 2
        elif said_of(words, begin, head):
            end = head
    elif low in phrase_words(words.language, "countings") and head + 2 < end and behind in {"O", "D"}:
        begin = head + 1 + (behind == "O")
    return tuple(said_of(words, begin, end)[:LONGEST])


def names_no_measure(words: Tagged, begin: int, end: int) -> bool:
    """Check whether a phrase names no measure: it names who acts, or only a word such as "number".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> names_no_measure(tagged("the government", Span(0, 14), [], "en"), 0, 2)
    True
    """
    head = head_of(words, begin, end)
    low = words.raws[head].lower()
    of = words.tags[head + 1 : head + 2] == "O"  # "measures" is an agent alone, but not in "measures of inflation"
    if words.tags[head] not in "NKA" or (low in phrase_words(words.language, "agents") and not of):
        return True
    named = () if is_of_hedge(words, begin, end) else without_move(words, begin, end)
    if not named or (len(named) == 1 and named[0].lower() in phrase_words(words.language, "empty")):
        return True
    return (
        words.tags[head] == "K" and low not in phrase_words(words.language, "growth") and named == (words.raws[head],)
    )


def refers_back(words: Tagged, begin: int, end: int) -> bool:
    """Check whether a noun phrase refers to something named before: "these deaths", "their number".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> [refers_back(tagged(said, Span(0, len(said)), [], "en"), 0, 2) for said in ("these deaths", "their number", "their wages")]
    [True, True, False]
    """
    first, head = words.raws[begin].lower(), words.raws[head_of(words, begin, end)].lower()
    if first in phrase_words(words.language, "demonstratives"):
        return True
    number = any(head in phrase_words(words.language, key) for key in ("countings", "generic"))
    return number and first in phrase_words(words.language, "owners")


# --- what is passed over --------------------------------------------------------------------------------


def _is_passed_over(words: Tagged, here: list[Phrase], k: int, verbs: int, end: int, *, main: bool) -> bool:
    """Check whether a noun phrase is no measure: it names who speaks or acts, or stands in a relative clause."""
    before = here[k - 1].kind if k else ""
    behind = here[k + 1] if k + 1 < len(here) else None
    verb_follows = behind is not None and behind.kind == "v"
    speech_verb = behind is not None and verb_follows and words.tags[behind.begin] == "Y"
    # a relative clause without "that": "gases" | "the country" | "puts out" | "fell"
    contact = verbs > 1 and before == "n" and verb_follows
    if (
        (main or verb_follows)
        and before == "v"
        and words.raws[here[k - 1].end - 1].lower() in phrase_words(words.language, "perceiving")
    ):
        return names_no_measure(words, here[k].begin, end)  # "who | see | their bills | go up"
    when = k > 1 and before == "v" and here[k - 2].kind == "s" and words.raws[here[k - 1].begin].endswith("ing")
    return (
        when
        or contact
        or speech_verb
        or _is_related(here, k, main=main)
        or names_no_measure(words, here[k].begin + (here[k].kind == "p"), end)
    )


def _is_related(here: list[Phrase], k: int, *, main: bool) -> bool:
    """Check whether a noun phrase stands in a relative clause that ends before the verb.

    Example: "women who work" | "long hours" | "are".
    """
    j = k
    while j >= 0 and here[j].kind not in "rkzs":
        j -= 1
    return j >= 0 and here[j].kind == "r" and sum(one.kind == "v" for one in here[j:]) + main > 1


def _antecedent(words: Tagged, here: list[Phrase], k: int) -> Phrase | None:
    """Find the phrase behind a preposition that a relative pronoun, its clause's subject, stands for.

    Example: "goes | to foreigners |, | who | make up 13 percent". None where the phrase before it has no preposition.
    """
    before = k - 1 - (k > 0 and here[k - 1].kind == "k")
    if before < 0 or here[before].kind != "p" or before == k - 1:
        return None
    one = here[before]
    return None if names_no_measure(words, one.begin + 1, one.end) else one


def _ends_clause(words: Tagged, here: list[Phrase], k: int) -> bool:
    one = here[k]
    if one.kind == "s":  # no new clause: "for parents when starting work"
        return not (k + 1 < len(here) and here[k + 1].kind == "v" and words.raws[here[k + 1].begin].endswith("ing"))
    return one.kind == "z" and words.raws[one.begin] not in _QUOTES


def _is_with(words: Tagged, here: list[Phrase], k: int) -> bool:
    """Check whether a phrase begins with "with" at the start of a clause: ", with landings dropping to 40"."""
    return here[k].kind == "p" and words.raws[here[k].begin].lower() == "with" and (k == 0 or here[k - 1].kind in "kz")
