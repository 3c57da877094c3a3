"""The attitude of a sentence: stated, wished, promised, thought, asked or addressed to somebody.

Of two sentences with the same figure, "we created 5 million jobs" can be checked and "we need 5 million jobs" cannot.
English shows the attitude by the first verb of the main clause and its subject; one walk along the words finds both,
without a parser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.extract.words.structure_words import words


class Head(StrEnum):
    """What the first verb of the main clause does."""

    TOLD = "told"
    STATE = "state"
    PLAIN = "plain"
    JUDGED = "judged"
    ABLE = "able"
    AHEAD = "ahead"
    MUST = "must"
    WANT = "want"
    THINK = "think"
    URGE = "urge"


class Who(StrEnum):
    """The subject of the main clause."""

    SPEAKER = "I"
    US = "we"
    YOU = "you"
    THEM = "they"
    IT = "it"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attitude:
    """The main clause of a sentence.

    Attributes:
        head: What its first verb does.
        who: Its subject.
        framed: Whether it follows "I think that" or similar words.
    """

    head: Head
    who: Who
    framed: bool = False

    @property
    def own(self) -> bool:
        """Whether its subject is the speaker's own side or the listeners."""
        return self.who in {Who.SPEAKER, Who.US, Who.YOU}

    @property
    def wished(self) -> bool:
        """Whether it says what the speaker's own side wants, promises or calls for, and so states no fact."""
        return self.head in {Head.MUST, Head.URGE} or (self.own and self.head in {Head.WANT, Head.AHEAD})


def _heads() -> Mapping[str, Head]:
    keys = {
        "heads_past": Head.TOLD,
        "heads_present": Head.STATE,
        "heads_able": Head.ABLE,
        "heads_ahead": Head.AHEAD,
        "heads_must": Head.MUST,
        "heads_want": Head.WANT,
        "heads_think": Head.THINK,
        "heads_urge": Head.URGE,
    }
    return {word: head for key, head in keys.items() for word in words("check_worthiness", key)}


HEAD_WORDS = _heads()
_OPENERS = words("check_worthiness", "openers")
_FRONTS = words("check_worthiness", "fronts")
NO_PAST = words("check_worthiness", "no_past")
_JUDGED = words("check_worthiness", "judged")
_SUBJECTS = dict.fromkeys(words("check_worthiness", "they"), Who.THEM) | {
    "i": Who.SPEAKER, "my": Who.SPEAKER, "we": Who.US, "our": Who.US, "you": Who.YOU, "your": Who.YOU,
    "it": Who.IT, "that": Who.IT, "this": Who.IT, "these": Who.IT, "those": Who.IT, "there": Who.IT, "what": Who.IT,
    "here": Who.IT,
}  # fmt: skip
_ADVERBS = frozenset({"do", "also", "just", "really", "certainly", "simply", "honestly", "still", "not", "all", "now"})
_NO_CLAUSE = frozenset({",", "to", "of", "about", "what", "how"})
_BE = frozenset({"is", "are", "am", "s", "re", "m"})
_BEFORE_TO = frozenset({"have", "has", "ve", "do", "s", "re", "are", "is"})
_REACH = 14
ENDING = 5
"""Least length of a word whose "ed" is an ending."""


def attitude_of(tokens: Sequence[str]) -> Attitude:
    """Find the attitude of a sentence from its words in small letters, with the commas.

    >>> attitude_of("and i think we have reduced the number of troops".split())
    Attitude(head=<Head.TOLD: 'told'>, who=<Who.US: 'we'>, framed=True)
    """
    start = _past_openers(tokens, 0)
    framed = _past_frame(tokens, start)
    begin = _past_front(tokens, framed)
    who = _SUBJECTS.get(tokens[begin], Who.OTHER) if begin < len(tokens) else Who.OTHER
    return Attitude(_head(tokens, begin), who, framed > start)


def _past_openers(tokens: Sequence[str], at: int) -> int:
    while at < len(tokens) and tokens[at] in _OPENERS:
        at += 1
    if tokens[at : at + 2] == ["you", "know"]:
        return _past_openers(tokens, at + 2)
    return at


def _past_frame(tokens: Sequence[str], at: int) -> int:
    """Skip "I think that" at an index: the thought itself is the statement."""
    if tokens[at : at + 1] not in (["i"], ["we"]):
        return at
    verb = at + 1
    while verb < len(tokens) and tokens[verb] in _ADVERBS:
        verb += 1
    if verb + 3 >= len(tokens) or HEAD_WORDS.get(tokens[verb]) is not Head.THINK or tokens[verb + 1] in _NO_CLAUSE:
        return at
    return verb + 2 if tokens[verb + 1] == "that" else verb + 1


def _past_front(tokens: Sequence[str], at: int) -> int:
    """Skip an opening such as "in 1983," or "if you look at it,"."""
    if at < len(tokens) and tokens[at] in _FRONTS and "," in tokens[at : at + _REACH]:
        return _past_openers(tokens, tokens.index(",", at) + 1)
    return at


def _head(tokens: Sequence[str], begin: int) -> Head:
    for at in range(begin, min(len(tokens), begin + _REACH)):
        word = tokens[at]
        head = HEAD_WORDS.get(word)
        if head is None and word.endswith("ed") and len(word) >= ENDING and word not in NO_PAST:
            head = Head.TOLD
        if head is not None:
            return _turned(head, tokens, at)
    return Head.PLAIN


def _turned(head: Head, tokens: Sequence[str], at: int) -> Head:
    """Correct the meaning of a verb by the words after it: "have to", "is going to", "are good"."""
    word, rest = tokens[at], [word for word in tokens[at + 1 : at + 6] if word not in _ADVERBS]
    if word in _BEFORE_TO and (rest[:1] == ["to"] or rest[:2] == ["got", "to"]):
        return Head.MUST
    if head is not Head.STATE:
        return head
    if rest[:2] == ["going", "to"]:
        return Head.AHEAD
    if word in _BE and not _JUDGED.isdisjoint(rest[:4]):
        return Head.JUDGED
    return Head.TOLD if word in {"s", "re"} and rest[:1] in (["been"], ["had"], ["gone"], ["got"]) else head
