"""Hold one sentence with all that was read in it, and what is known around it.

Kinds, measures, worth and claims all need the same mentions. They are collected once, with offsets into the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from workbench.core.claim import Change, Mention
from workbench.core.document import Attribution, Sentence, Span
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.extract.amounts.describing_figures import find_describing
from workbench.extract.claim.claim_kinds import Hints, hints_of
from workbench.extract.kept import Kept
from workbench.extract.phrases.forms_of_address import behind_addressed, find_addressed, without_addressed
from workbench.extract.phrases.listed_things import listed_things
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.place.parts_of_countries import PARTS, place_within
from workbench.extract.place.unnamed_places import UNNAMED
from workbench.extract.relations.comparators import Comparator, ComparedWords, find_comparators
from workbench.extract.relations.numbered_ranks import find_standings
from workbench.extract.segment.brackets import other_brackets
from workbench.extract.words.tenses import tense_of
from workbench.extract.words.time_phrases import DEPENDENT_RULES
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_patterns import phrases_by_class, phrases_in

QUALIFYING = (
    "per_person", "per_native", "per", "in_all", "usual", "made_of", "among", "alone_in", "accounts_for", "scope", "not_of", "led_in",
    "left_out", "taken_in", "denied_behind", "held_behind", "manner", "told_by", "narrows_nothing", "another_measure", "deficit", "surplus", "aged", "purchasing_power", "not_only", "women_of", "alone_or_of_budget", "gap", "dearer", "and_beyond", "elsewhere", *UNNAMED, *PARTS,
)  # fmt: skip
"""Classes of phrases that qualify a figure or name its place."""

_FAR = 600
_CONJUNCTION = r"while|whereas|although|though|which|who|but|as well as|because|(?<!\blook\s)(?<!\blooks\s)(?<!\blooked\s)(?<!\blooking\s)after|when"
_PAUSE = re.compile(
    # The class of one character comes first: it lets the scan skip all others fast.
    r"[;:—–()“”\"\n,\s](?:(?<=[;:—–()“”\"\n])|(?<=,)(?=\s)"
    rf"|(?<=\s)(?=(?:{_CONJUNCTION})\b))"
)


@dataclass(frozen=True)  # no slots, for kept values
class SentenceReading:
    """A sentence of a text with its mentions.

    Attributes:
        text: The whole text.
        sentence: The sentence.
        amounts: Its amounts, in order and with offsets into the whole text, as all mentions here.
        periods: Its periods.
        places: Its places.
        changes: Its changes.
        attributions: Who says it or parts of it, the narrowest first.
        said: The day it was said.
        language: The language whose word file it is read by.
        before: The period that the sentence before it speaks of; None at the head of a paragraph.
    """

    text: str
    sentence: Sentence
    amounts: tuple[Mention[Amount], ...] = ()
    periods: tuple[Mention[Period], ...] = ()
    places: tuple[Mention[str], ...] = ()
    changes: tuple[Mention[Change], ...] = ()
    attributions: tuple[Attribution, ...] = ()
    said: date | None = None
    language: str = "en"
    before: Period | None = None
    _spoken: dict[tuple[int, int], Span] = field(default_factory=dict, compare=False, repr=False)
    _clauses: dict[tuple[int, int], Span] = field(default_factory=dict, compare=False, repr=False)
    _parts: dict[tuple[int, int], str | None] = field(default_factory=dict, compare=False, repr=False)
    _pauses: dict[bool, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)
    stated: dict[tuple[int, int], Mention[Period] | None] = field(default_factory=dict, compare=False, repr=False)
    phrases: list[PhrasedSentence] = field(default_factory=list, compare=False, repr=False)

    @Kept
    def words(self) -> str:
        """The words of the sentence."""
        return self.sentence.span.cut(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading: no verb, and no figure."""
        return tense_of(self.words, self.language) is None and not self.amounts

    @Kept
    def hints(self) -> Hints:
        """The kinds that its words leave possible for it and its clauses."""
        return hints_of(self.words, self.language)

    @Kept
    def standings(self) -> tuple[Span, ...]:
        """Its stretches that give a rank by a figure, with offsets into the whole text."""
        if self.language != ENGLISH:
            return ()
        by = self.sentence.span.start
        return tuple(span.shift(by) for span in find_standings(self.words))

    @Kept
    def describing(self) -> tuple[Span, ...]:
        """Its stretches whose figures say who or what is counted, with offsets into the whole text."""
        english = self.language == ENGLISH
        found = find_describing(self.text, self.sentence.span, self.amounts) if english else ()
        return tuple(sorted({*found, *self._ages()})) if len(self.amounts) > 1 else found

    def _ages(self) -> Iterator[Span]:
        """Yield the figures that are ages of those who are counted: "die before they are | five"."""
        aged = [Span(*each.span()) for each in self.qualifying("aged")]
        yield from (m.span for m in self.amounts if any(each.covers(m.span) for each in aged))

    @Kept
    def comparators(self) -> tuple[Comparator, ...]:
        """Comparators of the sentence ("than in France"), with offsets into the whole text."""
        said = ComparedWords(self.text, self.sentence.span, self.places, self.periods, self.amounts, self.language)
        return find_comparators(said)

    @Kept
    def qualified(self) -> dict[str, tuple[re.Match[str], ...]]:
        """Its phrases that qualify a figure or name its place, by class. Every claim asks."""
        whole = self.sentence.span.start, self.sentence.span.end
        return phrases_by_class(self.text, whole, "qualifiers", QUALIFYING, self.language)

    def qualifying(self, key: str) -> tuple[re.Match[str], ...]:
        """Return the phrases of one class in `qualified`, in order."""
        return self.qualified.get(key, ())

    def describes(self, span: Span) -> bool:
        """Check whether a figure says who or what is counted, and so is no claim of its own."""
        return any(one.covers(span) for one in self.describing)

    def counts_from_before(self, mention: Mention[Period]) -> bool:
        """Check whether a period counts from the sentence before, as do all others: "the same period last year"."""
        return (
            self.before is not None
            and mention.rule in DEPENDENT_RULES
            and all(m.rule in DEPENDENT_RULES for m in self.periods)
        )

    def part_of_country(self, room: Span) -> str | None:
        """Find the part of a country that a stretch of the sentence is about, by name."""
        # a tuple of two numbers hashes faster than a Span, and this is called a hundred times a claim
        key = room.start, room.end
        if key not in self._parts:  # the claims of one clause ask alike
            led = not self.qualified.keys().isdisjoint(PARTS)
            self._parts[key] = place_within(self.text, self.sentence.span, room, self.language, led=led)
        return self._parts[key]

    def attribution(self, span: Span) -> Attribution | None:
        """Find who says a stretch: the attribution with the narrowest content that covers it."""
        return next((a for a in self.attributions if any(c.covers(span) for c in a.content)), None)

    @Kept
    def addressed(self) -> tuple[Span, ...]:
        """Its stretches that name whom it addresses ("Mr Speaker"), with offsets into the sentence."""
        set_off = self.text.find(", ", self.sentence.span.start, self.sentence.span.end) >= 0  # most address nobody
        return find_addressed(self.words, self.language) if set_off else ()

    @Kept
    def begins(self) -> int:
        """Its beginning in the whole text, after a form of address at its head."""
        addressed = self.addressed
        return self.sentence.span.start + (behind_addressed(self.words, addressed) if addressed else 0)

    def words_in(self, stretch: Span) -> str:
        """Return the words of a stretch, with forms of address blanked out."""
        addressed = self.addressed
        if not addressed:
            return self.text[stretch.start : stretch.end]
        return stretch.shift(-self.sentence.span.start).cut(without_addressed(self.words, addressed))

    def spoken(self, span: Span) -> Span:
        """Return what the speaker of a stretch says in the sentence, without "the minister added that" and "Mr Speaker"."""
        whole, begins = self.sentence.span, self.begins
        if begins > whole.start and span.start >= begins:
            whole = Span(begins, whole.end)
        if not self.attributions:
            return whole if self.consequence is None else self._before_consequence(whole, span)
        key = span.start, span.end
        found = self._spoken.get(key)  # asked a dozen times for each claim
        if found is None:
            found = self._spoken[key] = self._before_consequence(self._said_around(span, whole), span)
        return found

    def _before_consequence(self, whole: Span, span: Span) -> Span:
        """Cut what is said before the consequence of a stretch: "wages fell, | which is why 40 left"."""
        at = self.consequence
        return whole if at is None or not span.end <= at < whole.end or at <= whole.start else Span(whole.start, at)

    @Kept
    def consequence(self) -> int | None:
        """The start of the clause of a consequence (", which is why", ", and so"); None where there is none."""
        whole = self.sentence.span.start, self.sentence.span.end
        found = phrases_in(self.text, whole, "sentences", "consequence", self.language)
        return found[0].start() if found else None

    def _said_around(self, span: Span, whole: Span) -> Span:
        attribution = self.attribution(span)
        if attribution is None:
            return whole
        content = next(c for c in attribution.content if c.covers(span))
        return Span(max(content.start, whole.start), min(content.end, whole.end))

    def clause(self, span: Span) -> Span:
        """Return the stretch between the pauses before and after a span."""
        key = span.start, span.end
        found = self._clauses.get(key)
        if found is None:
            found = self._clauses[key] = self._between_pauses(span)
        return found

    def _between_pauses(self, span: Span) -> Span:
        spoken, whole = self.spoken(span), self.sentence.span
        if spoken.start == whole.start and spoken.end == whole.end <= whole.start + _FAR:
            return self._in_whole(span)
        near = _near(self.text, spoken, span)
        start, end = near.start, near.end
        aside = other_brackets(self.text, near, span)
        for pause in _PAUSE.finditer(self.text, start, end):
            if any(one.start <= pause.start() < one.end for one in aside):
                continue
            if pause.end() <= span.start:
                start = pause.end()
            elif pause.start() >= span.end:
                end = pause.start()
                break
        return Span(start, end)

    def _in_whole(self, span: Span) -> Span:
        """Return the stretch between pauses in a sentence with one speaker; they are found once for all claims."""
        pauses = self._pauses_for(span)
        behind = bisect_left(pauses, span.end, 1)
        before = bisect_left(pauses, span.start, 1)
        return Span(pauses[before - 1] + 1, pauses[min(behind, len(pauses) - 1)])

    def _pauses_for(self, span: Span) -> tuple[int, ...]:
        """Find the sentence's pauses, seen from outside its brackets or from inside one of them."""
        whole = self.sentence.span
        aside = other_brackets(self.text, whole, span)
        key = bool(aside)
        if key not in self._pauses:
            found = (pause.start() for pause in _PAUSE.finditer(self.text, whole.start, whole.end))
            held = (*aside, *self._listed())
            outside = [at for at in found if not any(one.start <= at < one.end for one in held)]
            self._pauses[key] = (whole.start - 1, *outside, whole.end)
        return self._pauses[key]

    def _listed(self) -> tuple[Span, ...]:
        """Find the lists after a preposition, whose commas are no pauses; lists of places are left out.

        Commas between places separate clauses: "in Germany, France and Spain have more".
        """
        if self.text.find(",", self.sentence.span.start, self.sentence.span.end) < 0:
            return ()
        lists = listed_things(self.text, self.sentence.span, self.language)
        return tuple(each for each in lists if not any(each.overlaps(place.span) for place in self.places))


def _near(text: str, spoken: Span, span: Span) -> Span:
    """Limit what is said to the reach of a clause: some hundred characters on each side, cut between words."""
    start, end = spoken.start, spoken.end
    if span.start - start > _FAR:
        space = text.find(" ", span.start - _FAR, span.start)
        start = span.start - _FAR if space < 0 else space + 1
    if end - span.end > _FAR:
        space = text.rfind(" ", span.end, span.end + _FAR)
        end = span.end + _FAR if space < 0 else space
    return Span(start, end)
