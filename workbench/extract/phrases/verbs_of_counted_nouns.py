"""Deeds: what counted people and things do, or what is done with them, as a part of the measure.

"674 farmers were assisted" counts farmers assisted, not farmers, and "1.5 million people downloaded the app" counts
downloads. A verb that only says that so many exist ("recorded", "counted", "had") adds nothing.
"""

from __future__ import annotations

from workbench.extract.phrases.chunks import head_of
from workbench.extract.phrases.subjects_and_objects import LONGEST, PhrasedSentence, phrase_at, phrase_end, to_left
from workbench.extract.phrases.word_classes import phrase_table, phrase_words
from workbench.extract.phrases.words_around_figures import edge_of_clause, is_infinitive, word_ahead
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH

_LONGEST_MEANS = 4
"""Most words of by whom or by what something is done; what is longer is a list, or tells more than is counted."""
_LINKS = ("of", "attaching", "prepositions")
_FEW_WORDS = 2
"""Most words of a counted noun that says too little without its verb, where a language has a genitive."""
_NO_DEEDS = ("saying", "thinking", "holding", "recording")
"""Verbs that tell of no deed; so do those of levels, but not as participles: "customers | are covered"."""
_ENDS = frozenset("PZSCEFR")
_BETWEEN = frozenset("XBT")
_OF_A_NOUN = frozenset("NP")
"""Behind a noun or a comma "involving" tells what the noun has to do with the counted things, and nobody's deed."""


def deed_of(sentence: PhrasedSentence, figure: int, at: int, end: int, *, anybody: bool) -> tuple[str, ...]:
    """Read what the counted people do, or what is done with them.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "They destroyed 40 letters"
    >>> deed_of(PhrasedSentence(tagged(said, Span(0, len(said)), [(15, 17, "F")], "en")), 2, 3, 4, anybody=False)
    ('destroyed',)

    Args:
        sentence: The sentence.
        figure: The first word of the figure.
        at: The first word of the noun phrase that it counts.
        end: The word behind that.
        anybody: Whether it is just people.
    """
    english = sentence.words.language == ENGLISH
    if not anybody and end - at > _FEW_WORDS:
        return _by_whom(sentence, figure)
    if english and _doing(sentence, figure) and (done := done_ahead(sentence, figure)):
        return done  # "deporting | 5 million people | is absurd"
    behind = done_behind(sentence, end) if anybody else ()
    done = tuple(behind or undergone(sentence, figure, end))
    return done or (done_ahead(sentence, figure) if anybody or english else ())


def is_anybody(sentence: PhrasedSentence, at: int, end: int) -> bool:
    """Check whether a noun phrase is just people, and says too little without what they do.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> is_anybody(PhrasedSentence(tagged("young women", Span(0, 11), [], "en")), 0, 2)
    True
    """
    return sentence.low(head_of(sentence.words, at, end)) in phrase_words(sentence.words.language, "anybody")


def done_behind(sentence: PhrasedSentence, at: int) -> list[str]:
    """Read from a word on what people do or are: "people" | "were out of work".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "people were out of work, he said"
    >>> done_behind(PhrasedSentence(tagged(said, Span(0, len(said)), [], "en")), 1)
    ['out', 'of', 'work']
    """
    language = sentence.words.language
    at += sentence.tag(at) == "R"
    done: list[str] = []
    for i in range(at, min(at + LONGEST, len(sentence.words.tags))):
        if sentence.tag(i) in _ENDS or (is_infinitive(sentence, i) and _is_of_another(sentence, i, done)):
            break
        if sentence.tag(i) in "VNAKOJIY" or _is_manner(sentence, i) or _denies(sentence, i):
            done.append(sentence.words.raws[i])
    while done and any(done[-1].lower() in phrase_words(language, key) for key in _LINKS):
        done.pop()
    return done


def undergone(sentence: PhrasedSentence, figure: int, at: int) -> tuple[str, ...]:
    """Read what is done with counted things from the words behind them: "farmers" | "were assisted".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "farmers were assisted under the new scheme"
    >>> undergone(PhrasedSentence(tagged(said, Span(0, len(said)), [], "en")), 0, 1)
    ('assisted', 'under', 'new', 'scheme')
    >>> undergone(PhrasedSentence(tagged("cases were recorded", Span(0, 19), [], "en")), 0, 1)
    ()

    Args:
        sentence: The sentence.
        figure: The first word of the figure.
        at: The word behind the noun.
    """
    language = sentence.words.language
    while sentence.tag(at) == "C" and sentence.tag(at + 1) == "F":
        at = phrase_end(sentence, at + 2)  # past a second subject: "674 farmers" | "and three groups" | "were assisted"
    at = _behind_aside(sentence, at)
    verb = _participle(sentence, at) if language == ENGLISH else _participle_elsewhere(sentence, figure, at)
    if verb is None:
        return ()
    how = sentence.words.raws[verb - 1 : verb] if _is_manner(sentence, verb - 1) else ()
    return (*how, sentence.words.raws[verb], *_means(sentence, verb + 1))


def _means(sentence: PhrasedSentence, link: int) -> tuple[str, ...]:
    """Read by what something is done or to whom it goes: "under the scheme", "to 19 hospitals", "to take part"."""
    language, begin = sentence.words.language, link + 1 + (sentence.tag(link + 1) == "F")
    if is_infinitive(sentence, link):
        return (*sentence.words.raws[link : link + 2], *_shortened(phrase_at(sentence, link + 2), language))
    leads = sentence.low(link) in phrase_words(language, "done_by")
    by = phrase_at(sentence, begin) if leads else ()
    return (sentence.words.raws[link], *_shortened(by, language)) if by else ()


def _behind_aside(sentence: PhrasedSentence, at: int) -> int:
    """Find the word behind an aside that begins at a word, if a verb follows it: ", including our neighbours, | have"."""
    if sentence.tag(at) != "P" or sentence.tag(at + 1) not in {"J", "I"}:
        return at
    close = sentence.words.tags.find("P", at + 1, at + LONGEST)
    return close + 1 if close > 0 and sentence.tag(close + 1) == "X" else at


def done_ahead(sentence: PhrasedSentence, figure: int) -> tuple[str, ...]:
    """Read the verb before a figure whose object the counted noun is: "vaccinated" | "40 children".

    Nothing is read where the verb has no content of its own.

    With "by" the subject is read too: in "the app was downloaded by 40 people" the app.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "They vaccinated some 40 children"
    >>> done_ahead(PhrasedSentence(tagged(said, Span(0, len(said)), [(21, 23, "F")], "en")), 3)
    ('vaccinated',)
    """
    k, by = word_ahead(sentence, figure), False
    if sentence.low(k) in phrase_words(sentence.words.language, "by"):
        k, by = k - 1, True
    gerund = sentence.low(k).endswith("ing")
    if gerund and k > 0 and sentence.tag(k - 1) in _OF_A_NOUN:
        return ()
    if not (sentence.tag(k) == "V" or (gerund and sentence.tag(k) == "N")) or not _has_content(sentence, k):
        return ()
    return (sentence.words.raws[k], *(to_left(sentence, k).words if by else ()))


def _doing(sentence: PhrasedSentence, figure: int) -> bool:
    """Check whether an English verb in "-ing" stands before a figure, of whose object what follows tells nothing."""
    return sentence.low(word_ahead(sentence, figure)).endswith("ing")


def _is_of_another(sentence: PhrasedSentence, at: int, done: list[str]) -> bool:
    """Check whether an infinitive is no deed of the people before it: "got food | to live on", "Haushalte | zu fördern"."""
    return bool(done or sentence.words.language != ENGLISH) and sentence.tag(at - 1) != "V"


def _by_whom(sentence: PhrasedSentence, figure: int) -> tuple[str, ...]:
    """Read the verb before a figure that counts who did something: "the app was downloaded by" | "40 people in the north"."""
    by = sentence.low(word_ahead(sentence, figure)) in phrase_words(sentence.words.language, "by")
    return done_ahead(sentence, figure) if by else ()


def noun_of_deed(sentence: PhrasedSentence, k: int) -> str | None:
    """Find the noun for a verb whose object is a sum or weight: "spending" for "spent"; None for any other word.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> noun_of_deed(PhrasedSentence(tagged("we spent it", Span(0, 11), [], "en")), 1)
    'spending'
    """
    named = phrase_table(sentence.words.language, "deeds")
    return named.get(sentence.low(k)) if k >= 0 and sentence.tag(k) in "VW" else None


def _participle(sentence: PhrasedSentence, at: int) -> int | None:
    """Find the participle behind auxiliaries that begin at a word, if it has content: "were" | "last year" | "assisted"."""
    led = False
    while sentence.tag(at) in _BETWEEN:
        led = led or any(
            sentence.low(at) in phrase_words(sentence.words.language, key) for key in ("passives", "perfects")
        )
        at += 1
    return at if led and sentence.tag(at) in {"V", "A"} and _has_content(sentence, at, _NO_DEEDS) else None


def _participle_elsewhere(sentence: PhrasedSentence, figure: int, at: int) -> int | None:
    """Find the participle at the end of a clause or behind its auxiliary.

    Examples: "wurden 40 Wohnungen | gebaut", "беа изградени | 40 станови".
    """
    begin, end = edge_of_clause(sentence, figure, -1) + 1, edge_of_clause(sentence, at, 1)
    language = sentence.words.language
    passives = [i for i in range(begin, end) if sentence.low(i) in phrase_words(language, "passives")]
    endings = tuple(phrase_words(language, "participle_endings"))
    found = next((i for i in (*(i + 1 for i in passives), end - 1) if sentence.low(i).endswith(endings)), None)
    if not passives or found is None or figure <= found < at:
        return None
    return found if sentence.tag(found) in "VAN" and _has_content(sentence, found) else None


def _denies(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word denies a deed, alone or with its neighbour: "not", "no longer"."""
    denying = phrase_words(sentence.words.language, "denying")
    low = sentence.low(at)
    return low in denying or f"{low} {sentence.low(at + 1)}" in denying or f"{sentence.low(at - 1)} {low}" in denying


def _is_manner(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word says how the participle behind it is done: "sexually | assaulted", and not "nearly | drowned"."""
    if sentence.words.language != ENGLISH or sentence.words.tags[max(at, 0) : at + 2] not in {"BV", "BA"}:
        return False
    low = sentence.low(at)
    return low.endswith("ly") and low not in {
        *grammar(ENGLISH).hedges,
        *phrase_words(ENGLISH, "spare"),
        *phrase_words(ENGLISH, "plain"),
    }


def _shortened(by: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Leave out what follows the first noun phrase of a means: "through provision of seeds" | "and training"."""
    end = min(len(by), _LONGEST_MEANS)
    while end and any(by[end - 1].lower() in phrase_words(language, key) for key in _LINKS):
        end -= 1
    return by[:end]


def _has_content(sentence: PhrasedSentence, k: int, empty: tuple[str, ...] = ("levels", *_NO_DEEDS)) -> bool:
    """Check whether a verb says more than that something exists."""
    return not any(sentence.low(k) in phrase_words(sentence.words.language, key) for key in empty)
