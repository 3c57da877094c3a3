"""Follow which part of a whole a text speaks of: "Let me turn to women. Their unemployment rate was 7 percent".

A group of people, a region or a branch that the text introduces keeps the claims behind it: in the rest of the paragraph,
behind a heading also in the next one, until the whole is spoken of again. A question or a fragment introduces whom it asks of
("And the nurses?", "Then there are the teachers."). What a sentence before or behind a figure leaves out of what is counted
is told of that figure ("We left the miners out."). So does a town or a region that a sentence names
and nothing more ("And in Gelsenkirchen?"), whether or not a table has it, until another place is named. A series that does not count it apart measures
none of them. What is only mentioned ("thanks to the nurses") introduces nothing, unless a pronoun takes it up.
"""

from __future__ import annotations

import re

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import SPOKEN_OF, Claim, Mention
from workbench.core.document import Span
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.word_classes import VERB
from workbench.extract.relations.left_out_or_taken_in import left_out_or_taken_in
from workbench.extract.words.word_patterns import group_span, possible_numbered_classes, prefiltered_numbered

_TABLE = "parts"
_NEAR = 20
"""Most characters from the end of the last claim to a pronoun behind it: "23 percent | of them"."""

_SHORT = 60
"""Most characters of a sentence that names a town, or whom it leaves out, and nothing more."""

_WITHOUT = ("what_less", "what_but")
"""Groups of phrases that tell in a sentence with a verb what that verb does without: "Without the reforms we would have failed"."""

_BEFORE = ("home", "singled", "called")
"""Classes of what a sentence may name that tells of whom or where the next one is told."""

_CLASSES = ("opened", "headed", "named", "taken_up", "named_there", "taken_up_there", "ended", "behind")
_TAKEN_UP = (("taken_up", "named"), ("taken_up_there", "named_there"))
"""Classes of pronouns and adverbs, each with that of the people or the places that it may stand for."""


class PartsSpokenOf:
    """The part that a text speaks of, sentence by sentence.

    Attributes:
        told_behind: The part that the last sentence says the figures before it were of: "That is among women only".
    """

    __slots__ = ("_before", "_headed", "_part", "_town", "told_behind")

    def __init__(self) -> None:
        self.told_behind: Mention[str] | None = None
        self._part: Mention[str] | None = None
        self._town: Mention[str] | None = None
        self._headed = False
        self._before: SentenceReading | None = None

    def next_paragraph(self) -> None:
        """Begin a paragraph: only the part in a heading right before it stays."""
        self._part = self._part if self._headed else None
        self._headed, self._before, self._town = False, None, None

    def part_of(self, reading: SentenceReading, last: int | None) -> Mention[str] | None:
        """Read the next sentence, and return the part that it is told of; `last` is the end of its last claim."""
        if self._town is not None or reading.sentence.span.end - reading.sentence.span.start <= _SHORT:
            self._follow_town(reading)
        before = self._before
        part = self._followed(reading, last) or self._town
        if before is None or (before.amounts and reading.amounts):
            return part
        if self.told_behind is None and not reading.amounts:
            self.told_behind = _left_out(reading)
        told = part is None and last is not None and not before.amounts and _is_short_or_asks(before)
        return _left_out(before) if told else part

    def _follow_town(self, reading: SentenceReading) -> None:
        """Take the town that a sentence names and nothing more; leave it where a sentence names a country, or the whole."""
        if reading.places or (self._town is not None and _search(reading, "ended")):
            self._town = None
        elif (town := _found(reading, "town_alone")) is not None:
            self._town = town

    def _followed(self, reading: SentenceReading, last: int | None) -> Mention[str] | None:
        said = possible_numbered_classes(reading.words, _TABLE, _CLASSES, reading.language)
        before, self._before, self.told_behind = self._before, reading, None
        if before is not None and last is not None and self._part is None:
            led = _led_by(before, reading)
            if led is not None:
                return led
        if not said:
            return self._part
        if before is not None and "behind" in said:
            self.told_behind = _found(reading, "behind")
        opened = _found(reading, "opened") if "opened" in said else None
        is_heading = opened is None and "headed" in said and not reading.amounts and _is_heading(reading)
        if is_heading and (named := _found(reading, "headed")):
            opened, self._headed = named, True
        if opened is None and last is not None:
            taken = (_taken_up(reading, before, last, *pair) for pair in _TAKEN_UP if pair[0] in said)
            opened = next((each for each in taken if each is not None), None)
        if opened is not None:
            self._part = opened
        elif self._part is not None and "ended" in said and _search(reading, "ended"):
            self._part, self._headed = None, False
        return self._part


def told_of(claims: list[Claim], part: Mention[str] | None) -> list[Claim]:
    """Add to the claims of a sentence the part that they are told of.

    >>> from workbench.extract import read_text
    >>> said = "Let me turn to women. In 2016 their unemployment rate was 7 percent."
    >>> [mention.value for claim in read_text(said).claims for mention in claim.unread if mention.rule == SPOKEN_OF]
    ['women']
    """
    return claims if part is None else [changed_copy(each, unread=(*each.unread, part)) for each in claims]


def _led_by(before: SentenceReading, reading: SentenceReading) -> Mention[str] | None:
    """Find the part that the sentence before leads to: "I am from Aarhus. | Here …", "Women of Greece! | 26 percent of us …"."""
    said = possible_numbered_classes(before.words, _TABLE, _BEFORE, before.language)
    if not said or before.amounts:
        return None
    if "home" in said and not reading.places and (place := _found(before, "home")) is not None:
        return place
    if (
        "called" in said
        and _search(reading, "taken_up_us") is not None
        and (people := _found(before, "called")) is not None
    ):
        return people
    return _found(before, "singled") if "singled" in said and _search(reading, "ended") is None else None


def _taken_up(
    reading: SentenceReading, before: SentenceReading | None, last: int, pronouns: str, named: str
) -> Mention[str] | None:
    """Find what a pronoun or an adverb stands for: what is named before it in its sentence, or in the one before.

    `pronouns` and `named` are the classes of both.
    """
    pronoun = _search(reading, pronouns)
    if pronoun is None or reading.sentence.span.start + pronoun.start() > last + _NEAR:
        return None
    own = _found(reading, named, until=pronoun.start())
    return own if own is not None or before is None else _found(before, named, until=len(before.words))


def _left_out(reading: SentenceReading) -> Mention[str] | None:
    """Find what a sentence without a figure takes out of what is counted, as "We left the miners out"."""
    said = [each for each in reading.qualifying("left_out") if reading.is_heading or each.lastgroup not in _WITHOUT]
    out = next(left_out_or_taken_in(said, reading.places), None)
    return None if out is None else Mention(out.span, out.value.what, SPOKEN_OF)


def _is_short_or_asks(reading: SentenceReading) -> bool:
    """Check whether a sentence says little else than whom it leaves out: "And conifers apart?"."""
    return reading.sentence.span.end - reading.sentence.span.start <= _SHORT or reading.words.rstrip().endswith("?")


def _is_heading(reading: SentenceReading) -> bool:
    """Check whether a sentence without a verb and a figure names a thing; one that is called out addresses people."""
    called_out = reading.words.rstrip().endswith("!")
    return reading.is_heading and not called_out and VERB not in phrased(reading).words.tags


def _found(reading: SentenceReading, key: str, *, until: int | None = None) -> Mention[str] | None:
    """Find the first part that a phrase of one class names, or the last one `until` a place; none where a place is meant."""
    if _search(reading, key) is None:
        return None
    pattern, begin = prefiltered_numbered(_TABLE, key, reading.language), reading.sentence.span.start
    every = pattern.finditer(reading.words[:until]) if pattern is not None else ()
    spans = [Span(*at).shift(begin) for each in every if (at := group_span(each, "part"))]
    others = [each.span for each in reading.places] + [each.span for each in reading.periods]
    parts = [span for span in spans if not any(span.overlaps(each) for each in others)]
    if not parts:
        return None
    span = parts[0 if until is None else -1]
    return Mention(span, span.cut(reading.text), SPOKEN_OF)


def _search(reading: SentenceReading, key: str) -> re.Match[str] | None:
    pattern = prefiltered_numbered(_TABLE, key, reading.language)
    return None if pattern is None else pattern.search(reading.words)
