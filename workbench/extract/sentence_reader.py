"""Reads a text sentence by sentence: the mentions of each, its context, and its claims."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Change, Claim, Mention
from workbench.core.document import Attribution, Span, Speaker
from workbench.core.period import Frequency, Period
from workbench.core.quantity import Amount
from workbench.extract.amounts.ambiguous_figures import read_figures
from workbench.extract.amounts.bounds_by_verbs import with_bounds_by_verbs
from workbench.extract.amounts.median_ages import with_median_ages
from workbench.extract.amounts.price_years import without_price_periods, without_price_years
from workbench.extract.amounts.steps_in_a_row import without_steps_in_a_row
from workbench.extract.change.changes import find_changes
from workbench.extract.change.compared_with_own_level import with_own_levels
from workbench.extract.claim.check_worthiness import WEIGHTS
from workbench.extract.claim.claims import Setting, make_claims
from workbench.extract.claim.measures.measures_from_earlier_sentences import Prior
from workbench.extract.claim.periods_from_earlier_sentences import carried_on
from workbench.extract.claim.places_from_earlier_sentences import EARLIER, most_named
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.numbers.number_conventions import writing_of
from workbench.extract.parts_spoken_of import PartsSpokenOf, told_of
from workbench.extract.place.capitals_as_actors import with_capitals
from workbench.extract.place.places import find_places
from workbench.extract.place.places_other_languages import find_places_elsewhere
from workbench.extract.relations.own_place_compared import own_place_compared
from workbench.extract.segment.pasted_tables import MOST_FIGURES, Tables
from workbench.extract.segment.sentence_offsets import moved_change, moved_to_text
from workbench.extract.speech.speakers import find_attributions
from workbench.extract.text_size_limits import sentences_looked_at
from workbench.extract.time.periods import find_periods
from workbench.extract.told_behind import with_told_behind
from workbench.extract.units.national_currency import in_national_currency
from workbench.extract.words.word_files import ENGLISH, UNDETERMINED, file_for

_ITEM = re.compile(r"(?:\d{1,3}(?:\.\)?|\))\s+)?")
_CONTENT = re.compile(r"[^\W\d_]{2}|[\d%‰]")
"""A sign that a sentence says something, behind the number of an item: two letters side by side, or a figure."""

_LEVELS = 8
"""Number of claims before a claim whose period may be its base."""

_BEFORE = 3
"""Number of sentences before a claim in which its measure may be named."""

_REMEMBERED = 40
"""Number of earlier measures of a document that a later claim may refer to."""

ReadSentence = tuple[SentenceReading, Setting, Sequence[Claim]]
"""A sentence, its context, and its claims."""


class SentenceReader:
    """A text, ready to be read sentence by sentence.

    Attributes:
        sentences: Its sentences.
        places: Every place that the text names.
        attributions: Who says what.
        writing: The number convention of the text.
        tables: The tables that were found and skipped.
    """

    def __init__(
        self,
        text: str,
        *,
        said: date | None = None,
        place: str | None = None,
        speaker: Speaker | None = None,
        language: str = "en",
        document: str = "",
        weights: Mapping[str, float] = WEIGHTS,
        pass_over_tables: bool = True,
    ) -> None:
        """Take the arguments of `workbench.extract.read_text`, and whether to skip tables instead of reading them."""
        self._pass_over = pass_over_tables
        self._text, self._said, self._country = text, said, place
        self._words = file_for(language)
        self.sentences = sentences_looked_at(text, language)
        english = self._words in {ENGLISH, UNDETERMINED}  # many names are the same in all languages
        named = find_places(text) if english else find_places_elsewhere(text, self._words)
        self.places = named if self._words == UNDETERMINED else with_capitals(text, named, self._words)
        self.attributions = find_attributions(text, self.sentences, speaker)
        self.writing, self.tables = writing_of(text, language, place), Tables(text)
        self._earlier: deque[SentenceReading] = deque(maxlen=EARLIER)
        own = place or most_named(text, self.places, self._words)
        self._setting = Setting(document, language, own, speaker, earlier=self._earlier, weights=weights)

    @property
    def end(self) -> int:
        """The end of the last sentence read; more text follows it only where a flood is left unread."""
        return self.sentences[-1].span.end if self.sentences else len(self._text)

    def steps(self) -> Iterator[ReadSentence]:
        """Yield the sentences in order, each with its claims."""
        parts, last = PartsSpokenOf(), None
        for reading, setting, claims in self._claims_in_order(parts):
            if last is not None:
                told = told_of(last[2], parts.told_behind)
                yield last[0], last[1], told if claims or not told else with_told_behind(told, last[0], reading)
            last = reading, setting, claims
        if last is not None:
            yield last

    def _claims_in_order(self, parts: PartsSpokenOf) -> Iterator[tuple[SentenceReading, Setting, list[Claim]]]:
        """Yield the same before the sentence behind one is read, which may tell what its figures are of."""
        setting, paragraph, carried, prior = self._setting, -1, None, Prior()
        for reading in self._sentence_readings():
            if reading.sentence.paragraph != paragraph:
                carried, prior, paragraph = None, Prior(measures=prior.measures), reading.sentence.paragraph
                self._earlier.clear()
                parts.next_paragraph()
            setting = changed_copy(setting, carried=carried, prior=prior)
            claims = make_claims(reading, setting)
            part = parts.part_of(reading, claims[-1].span.end if claims else None)
            yield reading, setting, told_of(claims, part)
            prior = _prior_with(prior, reading, claims)
            carried = carried_on(reading, claims, carried)
            self._earlier.append(reading)

    def _sentence_readings(self) -> Iterator[SentenceReading]:
        """Yield the sentences in order, each with its mentions; note and skip tables."""
        text, said, language, country = self._text, self._said, self._words, self._country
        place, speech = 0, _Speech(self.attributions)
        paragraph, last = -1, None
        for sentence in self.sentences:
            span = sentence.span
            if not _has_content(text, span):
                continue  # bullets and lines of stars, of which a text may have tens of thousands, are not read
            if self._pass_over and self.tables.take(sentence):
                continue
            last, paragraph = (last if sentence.paragraph == paragraph else None), sentence.paragraph
            before = None if last is None else last.value
            first = place
            while place < len(self.places) and self.places[place].span.start < span.end:
                place += 1
            words, amounts = read_figures(span.cut(text), language, self.writing, most=MOST_FIGURES + 1)
            if self._pass_over and self.tables.take(sentence, len(amounts)):
                continue
            named = tuple([m for m in self.places[first:place] if span.covers(m.span)])
            amounts = in_national_currency(
                _bounded(words, amounts, language), words, country, [m.value for m in named], language
            )
            named = (*named, *own_place_compared(text, span, named, country, language))
            periods = without_price_periods(words, find_periods(words, said, language, country, before), language)
            amounts, changes = _without_steps(words, amounts, periods, said, language)
            if self._pass_over and len(changes) > MOST_FIGURES and self.tables.take(sentence, len(changes)):
                continue
            reading = SentenceReading(
                text,
                sentence,
                tuple([moved_to_text(m, span.start) for m in amounts]),
                tuple([Mention(m.span.shift(span.start), m.value, m.rule, m.alternatives) for m in periods]),
                named,
                tuple(moved_change(m, span.start) for m in changes),
                speech.over(span),
                said,
                language,
                before,
            )
            yield reading
            last = _last_period(reading) or last


def _bounded(words: str, amounts: Sequence[Mention[Amount]], language: str) -> list[Mention[Amount]]:
    """Adjust amounts by the words around them: a year of prices is none, a median age, a bound that a verb sets."""
    amounts = without_price_years(words, amounts, language)
    return with_bounds_by_verbs(words, with_median_ages(words, amounts, language), language)


def _without_steps(
    words: str, amounts: list[Mention[Amount]], periods: Sequence[Mention[Period]], said: date | None, language: str
) -> tuple[list[Mention[Amount]], list[Mention[Change]]]:
    """Find the changes of a sentence; for how many steps one goes on is no amount, but "voted so three years in a row" is."""
    figures = without_steps_in_a_row(words, amounts, language)
    changes = _changes(words, figures, periods, said, language)
    if not changes and len(figures) < len(amounts):
        figures = without_steps_in_a_row(words, amounts, language, times=True)
    return figures, changes


def _changes(
    words: str, amounts: Sequence[Mention[Amount]], periods: Sequence[Mention[Period]], said: date | None, language: str
) -> list[Mention[Change]]:
    """Find the changes of a sentence, with those against its own level at another time."""
    found = find_changes(words, amounts, periods, said, language)
    return with_own_levels(words, amounts, periods, found, language)


def _has_content(text: str, span: Span) -> bool:
    item = _ITEM.match(text, span.start, span.end)
    return _CONTENT.search(text, item.end() if item else span.start, span.end) is not None


def _prior_with(prior: Prior, reading: SentenceReading, claims: Sequence[Claim]) -> Prior:
    """Add a sentence to what was said before."""
    own = tuple(claim.measure for claim in reversed(claims) if claim.measure)
    sentences = (reading, *prior.sentences)[:_BEFORE]
    measures, last = (*own, *prior.measures)[:_REMEMBERED], (*reversed(claims), *prior.claims)[:_LEVELS]
    return Prior(sentences, own[0] if own else prior.last_measure, measures, last)


class _Speech:
    """Attributions by position, for sentences asked for in order."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.waiting = sorted(
            ((content.start, content.end, index) for index, one in enumerate(attributions) for content in one.content),
            reverse=True,
        )
        self.attributions = attributions
        self.open: list[tuple[int, int, int]] = []

    def over(self, span: Span) -> tuple[Attribution, ...]:
        """Find the attributions that overlap a span, the narrowest first."""
        while self.waiting and self.waiting[-1][0] < span.end:
            self.open.append(self.waiting.pop())
        self.open = [one for one in self.open if one[1] > span.start]
        narrow = sorted(self.open, key=lambda one: one[1] - one[0])
        return tuple(self.attributions[index] for index in dict.fromkeys(one[2] for one in narrow))


def _last_period(reading: SentenceReading) -> Mention[Period] | None:
    """Find the last period that later sentences may refer to: neither a base nor the day of the dateline."""
    bases = {change.value.base for change in reading.changes}
    return next(
        (m for m in reversed(reading.periods) if m.value not in bases and not _is_day(m.value, reading.said)), None
    )


def _is_day(period: Period, said: date | None) -> bool:
    """Check whether a period is exactly this day; the day may be the calendar's last, so no next day is computed."""
    return period.frequency is Frequency.DAY and period.start == said
