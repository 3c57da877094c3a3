"""The noun phrase that a figure measures: what it counts, what it is a sum or share of, else the subject or object beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.core.changed_copy import changed_copy
from workbench.core.document import Span
from workbench.extract.phrases.chunks import said_of
from workbench.extract.phrases.frames_of_verbs import acts, framed, last_verb
from workbench.extract.phrases.nouns_tied_to_figures import tied_noun
from workbench.extract.phrases.purposes_of_money import purpose_before, spent_on
from workbench.extract.phrases.subjects_and_objects import (
    LONGEST,
    MeasuredWords,
    PhrasedSentence,
    phrase_at,
    phrase_end,
    refers_back,
    to_left,
    to_right,
)
from workbench.extract.phrases.sums_given import given
from workbench.extract.phrases.verbs_of_counted_nouns import deed_of, done_behind, is_anybody, noun_of_deed, undergone
from workbench.extract.phrases.word_classes import phrase_text, phrase_words
from workbench.extract.words.word_files import ENGLISH

_OF = re.compile(r"(?:O[DB]*)?")
_NAMED = frozenset({"N", "A"})
_GROUP = re.compile(r"[BT]*(J)")


def counted(sentence: PhrasedSentence, figure: Span) -> MeasuredWords:
    """Read the counted noun phrase right behind a figure, with its verb where it only means people.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "Some 40 people were out of work."
    >>> counted(PhrasedSentence(tagged(said, Span(0, len(said)), [(5, 7, "F")], "en")), Span(5, 7)).words
    ('people', 'out', 'of', 'work')
    """
    at = sentence.word_at(figure.start)
    while sentence.tag(at) == "F" and sentence.words.spans[at][0] < figure.end:
        at += 1
    lead = _OF.match(sentence.words.tags, at)
    at = at if lead is None else lead.end()
    end = phrase_end(sentence, at)
    named = said_of(sentence.words, at, end)
    if end == at:
        if sentence.words.language != ENGLISH or sentence.tag(at) != "V" or sentence.words.spans[at][0] >= figure.end:
            return MeasuredWords()
        named, end = [sentence.words.raws[at]], at + 1  # the figure's own noun, in the form of a verb: "lives"
    begin = at - 1 if sentence.tag(at - 1) == "D" else at
    if sentence.tag(end) == "F" and sentence.low(end - 2) == "to" and sentence.tag(end + 1) == "N":
        # the object of the verb belongs to it: "attempts to smuggle" | "734" | "migrants"
        named += phrase_at(sentence, end + 1)
    anybody = is_anybody(sentence, at, end)
    done = deed_of(sentence, sentence.word_at(figure.start), at, end, anybody=anybody)
    refers, said = refers_back(sentence.words, begin, end), (*named, *done)[:LONGEST]
    return MeasuredWords(said, deed=anybody and bool(done), refers=refers, thing=tuple(named) if done else ())


def _of_anybody(sentence: PhrasedSentence, at: int) -> Sequence[str]:
    """Read what the people of a share do: "one in three" | "women | is assaulted on the way"."""
    end = phrase_end(sentence, at)
    return done_behind(sentence, end) if is_anybody(sentence, at, end) else ()


def measured(
    sentence: PhrasedSentence, claim: Span, figure: Span, *, share: bool, moved: bool, money: bool = False
) -> MeasuredWords:
    """Read the noun phrase that a percentage, a sum, a weight or a bare number measures.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "Inflation, which peaked at 9%"
    >>> sentence = PhrasedSentence(tagged(said, Span(0, len(said)), [(27, 29, "F")], "en"))
    >>> measured(sentence, Span(27, 29), Span(27, 29), share=True, moved=False).words
    ('Inflation',)

    Args:
        sentence: The sentence.
        claim: All words of the claim: the figure, with the words of its change where it has one.
        figure: The figure.
        share: Whether the figure is a percentage that states no change.
        moved: Whether the claim states a change.
        money: Whether the figure is a sum of money.
    """
    begin, end = sentence.word_at(claim.start), sentence.word_at(max(claim.end, figure.end))
    at, behind = sentence.word_at(figure.start), sentence.word_at(figure.end)
    followed = moved and sentence.words.tags[end : end + 1] in _NAMED
    done = (_compared(sentence, at, end) if followed else None) or _deed(sentence, at, behind)
    done = done or (given(sentence, at, behind) if money and not (share or moved) else None)
    done = done or _moved(sentence, begin, at if at > begin else end, end, moved=moved)
    done = done or _tied(sentence, at, moved=moved)
    if done is not None:
        return done
    left = to_left(sentence, begin)
    if sentence.tag(behind) == "O" and sentence.tag(behind + 1) == "R" and left.words:
        # "sleepers, two thirds | of whom | are in accommodation"
        return MeasuredWords((*left.words, *done_behind(sentence, behind + 2)), deed=True)
    if sentence.tag(behind) == "O" and sentence.tag(behind + 1) == "Q" and not share:
        return MeasuredWords(pronoun=True)  # a pronoun stands for the measure: "14 million" | "of them"
    if share and (sentence.tag(behind) == "O" or leads_to_output(sentence, behind)):
        return _share_of(sentence, left, behind)
    if not moved and (beside := framed(sentence, at, behind, money=money, subject=bool(left.words))) is not None:
        return beside
    close = sentence.tag(behind) in {"N", "A", "K"} or (sentence.tag(behind) == "D" and not left.words)
    if close and (not left.words or sentence.tag(at - 1) == "D") and (right := phrase_at(sentence, behind)):
        does = () if sentence.tag(at - 1) == "D" or not share else _of_anybody(sentence, behind)
        # "a" | "5 percent" | "unemployment rate", "one in three" | "women is assaulted"
        return MeasuredWords((*right, *does), deed=bool(does))
    if not (share or moved) and sentence.tag(behind) == "O" and (stuff := phrase_at(sentence, behind + 1)):
        passive = undergone(sentence, at, phrase_end(sentence, behind + 1))
        if passive or acts(sentence, at):
            # "15 tonnes" | "of carbon dioxide" | "into the air", "8 tonnes" | "of kava" | "were exported"
            return MeasuredWords((*stuff, *passive), deed=bool(passive))
    if left.words:
        left = left if share else _priced(sentence, begin, left)
        return changed_copy(left, words=(*left.words, *_group(sentence, end, left.words)))
    burned = sentence.tag(end) == "O" and last_verb(sentence, at) not in phrase_words(sentence.words.language, "levels")
    return left if left.pronoun and not burned else _elsewhere(sentence, begin, at, end)


def _tied(sentence: PhrasedSentence, at: int, *, moved: bool) -> MeasuredWords | None:
    tied = () if moved else tied_noun(sentence, at)  # "von 3 auf 5" ties a change to nothing
    return MeasuredWords(tied) if tied else None


def _elsewhere(sentence: PhrasedSentence, begin: int, at: int, end: int) -> MeasuredWords:
    """Read the measure where no noun phrase stands to the left in the clause."""
    if sentence.tag(end) in {"X", "V"} and (done := done_behind(sentence, end)):
        return MeasuredWords((*_those_of(sentence, at), *done), deed=True)
    if sentence.tag(end) == "O" and (of := phrase_at(sentence, end + 1)):
        return MeasuredWords(of)  # "burned 2 million tonnes" | "of coal"
    right = to_right(sentence, end)
    return MeasuredWords(right, far=True) if right else changed_copy(to_left(sentence, begin, far=True), far=True)


# --- what is done, and what is moved --------------------------------------------------------------------


def _deed(sentence: PhrasedSentence, at: int, behind: int) -> MeasuredWords | None:
    """Read what is done with a sum: "spent" | "5 billion" | "on roads"."""
    k = at - 1
    while k >= 0 and sentence.tag(k) in "BDIJ":
        k -= 1
    noun = noun_of_deed(sentence, k)
    if noun is None:
        return None
    if sentence.tag(behind) in {"J", "I"}:
        noun_phrase = phrase_at(sentence, behind + 1)
        return MeasuredWords((noun, sentence.words.raws[behind], *noun_phrase) if noun_phrase else (noun,))
    return MeasuredWords((*phrase_at(sentence, behind + (sentence.tag(behind) == "O")), noun))


def _compared(sentence: PhrasedSentence, at: int, end: int) -> MeasuredWords | None:
    """Read of what there is more or less, with the noun for what is done with it: "emitted 5 percent less | methane"."""
    words = sentence.words
    is_so = words.tags[:at].rstrip("B").endswith("X")  # "was 5 percent less | expensive"
    if is_so or sentence.low(end - 1) not in phrase_words(words.language, "amount_compared"):
        return None
    return _deed(sentence, at, end) or MeasuredWords(phrase_at(sentence, end))


def _moved(sentence: PhrasedSentence, begin: int, at: int, end: int, *, moved: bool) -> MeasuredWords | None:
    """Read what has changed: "a 5 % fall" | "in exports", "cut" | "crime" | "by half", "halved" | "them"."""
    if any(sentence.tag(i) == "K" for i in range(begin, end)):
        k = end
        while sentence.tag(k) in {"B", "T"}:
            k += 1
        if sentence.tag(k) in {"O", "J"} and (noun_phrase := phrase_at(sentence, k + 1)):
            return MeasuredWords(noun_phrase)
    if not moved:
        return None
    if sentence.low(end) in phrase_words(sentence.words.language, "objects"):
        return MeasuredWords(pronoun=True)
    return _inside(sentence, begin, at)


def _inside(sentence: PhrasedSentence, begin: int, at: int) -> MeasuredWords | None:
    """Read the object of a verb of change, between it and its figure or right behind it."""
    if sentence.tag(begin) not in {"V", "W", "N"}:
        return None
    inside = next((one.begin for one in sentence.phrases if one.kind == "n" and begin < one.begin < at), None)
    if inside is None:
        follows = sentence.tag(begin) != "N" and at == begin + 1 and sentence.tag(at) in {"D", "N", "A", "K"}
        inside = at if follows else None
    if inside is None:
        return None
    phrase, end = phrase_at(sentence, inside), phrase_end(sentence, inside)
    refers = end > inside and refers_back(sentence.words, inside, end)
    if not phrase:
        return MeasuredWords(pronoun=True) if refers else None  # "cut" | "that number" | "by half"
    return MeasuredWords(phrase, refers=refers)


def _priced(sentence: PhrasedSentence, at: int, left: MeasuredWords) -> MeasuredWords:
    """Name the price of what costs something: "a litre of diesel" | "costs"."""
    language = sentence.words.language
    first, *rest = left.words
    if last_verb(sentence, at) not in phrase_words(language, "costing") or any(
        word.lower() in phrase_words(language, "no_price") for word in left.words
    ):
        return left
    if rest and first.lower() in phrase_words(language, "sold_by"):
        rest = rest[rest[0].lower() in phrase_words(language, "of") :]
        return MeasuredWords(tuple(phrase_text(language, "price").format(" ".join(rest)).split()))
    return MeasuredWords(tuple(phrase_text(language, "price").format(" ".join(left.words)).split()))


# --- shares and groups ----------------------------------------------------------------------------------


def _share_of(sentence: PhrasedSentence, left: MeasuredWords, behind: int) -> MeasuredWords:
    """Read the part and the whole of a share: "women" | "held 24 % of" | "seats in parliament"."""
    words = sentence.words
    whole, end = phrase_at(sentence, behind + 1), phrase_end(sentence, behind + 1)
    output = _output_in(whole, words.language)
    if left.words and (
        not whole
        or output
        or last_verb(sentence, behind) in phrase_words(words.language, "levels")
        or left.words[-1].lower() in phrase_words(words.language, "generic")
    ):
        return MeasuredWords((*left.words, "share", "of", "GDP")) if output and words.language == ENGLISH else left
    if left.words and _holds(sentence, behind):
        return MeasuredWords((*left.words, words.raws[behind], *whole))
    if output:  # a figure in percent of the output never measures the output
        behind_it = phrase_at(sentence, end + 1) if sentence.tag(end) in {"J", "I"} else ()
        into = behind_it or whole[output + 1 :]  # "des BIP für Forschung" | "aus"
        link = sentence.low(end) if behind_it else " ".join(whole[output : output + 1]).lower()
        if into and link in phrase_words(words.language, "takings"):
            return MeasuredWords(into)  # "des BIP an | Steuern"
        return MeasuredWords(spent_on(into or purpose_before(sentence, behind), words.language))
    return MeasuredWords((*whole, *done_behind(sentence, end)), deed=True)


def _output_in(whole: tuple[str, ...], language: str) -> int:
    """Count the words that name a country's output at the start of a whole.

    3 for "gross domestic product", 1 for "BIP" | "in Forschung"; 0 for another whole.
    """
    outputs = phrase_words(language, "outputs")
    low = [word.lower() for word in whole]
    if " ".join(low) in outputs:
        return len(low)
    return next((k + 1 for k, word in enumerate(low) if word in outputs), 0)


def leads_to_output(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word other than "of" begins the output as the whole of a share: "3 Prozent" | "des BIP", "од БДП".

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "3 Prozent des BIP"
    >>> leads_to_output(PhrasedSentence(tagged(said, Span(0, len(said)), [(0, 9, "F")], "de")), 1)
    True
    """
    leads = sentence.tag(at) in {"D", "J"} and sentence.low(at) in phrase_words(sentence.words.language, "owned_by")
    return leads and bool(_output_in(phrase_at(sentence, at + 1), sentence.words.language))


def _holds(sentence: PhrasedSentence, behind: int) -> bool:
    """Check whether the verb before a share links a part to its whole: "held 24 % of", but not "took half of"."""
    verb = last_verb(sentence, behind)
    return not verb or verb in phrase_words(sentence.words.language, "holding")


def _those_of(sentence: PhrasedSentence, at: int) -> tuple[str, ...]:
    """Read the whole of a share from the words before it: "among the young" | "50 % were unemployed"."""
    led = [one for one in sentence.phrases if one.end <= at and one.kind == "p"]
    if not led or sentence.low(led[-1].begin) not in phrase_words(sentence.words.language, "among"):
        return ()
    return tuple(said_of(sentence.words, led[-1].begin + 1, led[-1].end))


def _group(sentence: PhrasedSentence, at: int, measured_words: tuple[str, ...]) -> tuple[str, ...]:
    """Read the group that a figure is about from the words behind it: "was 5 %" | "among women"."""
    found = _GROUP.match(sentence.words.tags, at)
    if found is None or sentence.low(found.start(1)) not in phrase_words(sentence.words.language, "among"):
        return ()
    said = phrase_at(sentence, found.end())
    if not said or said[-1].lower() in phrase_words(sentence.words.language, "idioms") or said[0] in measured_words:
        return ()
    return (sentence.words.raws[found.start(1)], *said)
