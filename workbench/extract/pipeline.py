"""From a text to all that it holds: the one way through the readers, in one pass over the sentences.

Amounts, periods and changes are read sentence by sentence, places and speakers over the whole text;
here they meet, with offsets into the whole text.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from workbench.core.claim import Change, Claim, ClaimKind, Mention, Reading
from workbench.core.errors import Problem
from workbench.core.period import Frequency, Period
from workbench.core.quantity import Amount
from workbench.core.score import ScorePart, total
from workbench.core.text import Attribution, How, Sentence, Span, Speaker
from workbench.extract.amounts.settled_figures import read_figures
from workbench.extract.change.changes import find_changes
from workbench.extract.claim.carried_periods import carried_on
from workbench.extract.claim.carried_places import EARLIER, most_named
from workbench.extract.claim.claims import Setting, make_claims
from workbench.extract.claim.drafts import MOST_CLAIMS
from workbench.extract.claim.kinds import is_opinion, is_question, kind_of
from workbench.extract.claim.measures_from_before import Told
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.claim.worth import WEIGHTS, worth_parts
from workbench.extract.numbers.writing import Writing, writing_of
from workbench.extract.place.places import find_places
from workbench.extract.place.places_elsewhere import find_places_elsewhere
from workbench.extract.segment.offsets import moved, moved_change
from workbench.extract.segment.sentences import split_sentences
from workbench.extract.segment.tables import MOST_FIGURES, Tables
from workbench.extract.speech.speakers import find_attributions
from workbench.extract.time.periods import find_periods
from workbench.extract.units.own_money import in_own_money
from workbench.extract.words.word_files import ENGLISH, UNDETERMINED, file_for, languages

_SAYS = re.compile(r"[^\W_]|[%‰]")

_REMEMBERED = 40
"""Measures of a document that a later claim may mean."""

_ORDER = (
    ClaimKind.CHANGE,
    ClaimKind.RANK,
    ClaimKind.COMPARISON,
    ClaimKind.SHARE,
    ClaimKind.PROMISE,
    ClaimKind.LEVEL,
)


def read_text(
    text: str,
    *,
    said: date | None = None,
    place: str | None = None,
    speaker: Speaker | None = None,
    language: str = "en",
    document: str = "",
    weights: Mapping[str, float] = WEIGHTS,
    most: int | None = None,
) -> Reading:
    """Gives all that a text holds: its claims, every mention, and who says what.

    >>> reading = read_text("Inflation fell to 5 percent last year.", said=date(2021, 12, 2))
    >>> [(claim.quote, claim.kind.value, str(claim.period.value)) for claim in reading.claims]
    [('fell to 5 percent', 'change', '2020')]

    Args:
        text: The words; never changed. All offsets are code points of it.
        said: The day they were said, from which "last year" is counted; None leaves such periods unread.
        place: What "our country" means, ISO 3166 alpha-3; assumed, with a note, where a claim names no place.
        speaker: Who speaks where the text does not tell.
        language: Two letters.
        document: The id of the document that the claims belong to.
        weights: What each part of the worth counts, as `workbench.extract.claim.worth.weights_with` gives them.
        most: How many claims are enough: what comes behind them is not read, and a problem says so. None reads all.
    """
    sentences = split_sentences(text, language)
    words = file_for(language)
    named_in_english = words in {ENGLISH, UNDETERMINED}  # many names are alike in all languages
    places = find_places(text) if named_in_english else find_places_elsewhere(text, words)
    attributions = find_attributions(text, sentences, speaker)
    gathered = _Gathered(weights, problems=list(_unread(language)))
    earlier: deque[SentenceReading] = deque(maxlen=EARLIER)
    own = place or most_named(text, places, words)
    setting = Setting(document, language, own, speaker, earlier=earlier, weights=weights)
    paragraph, carried, told = -1, None, Told()
    writing, tables = writing_of(text, language, place), Tables(text)
    for passage in _passages(
        text, sentences, places, attributions, said=said, language=words, country=place, writing=writing, tables=tables
    ):
        if most is not None and len(gathered.claims) >= most:
            gathered.problems.append(_left(passage, most))
            break
        if passage.sentence.paragraph != paragraph:
            carried, told, paragraph = None, Told(measures=told.measures), passage.sentence.paragraph
            earlier.clear()
        setting = replace(setting, carried=carried, told=told)
        claims = make_claims(passage, setting)
        gathered.take(passage, claims)
        told = _told_with(told, passage, claims)
        carried = carried_on(passage, claims, carried)
        earlier.append(passage)
    gathered.problems += tables.problems()
    gathered.problems += [_mixed()] if writing.mixed else []
    return gathered.reading(sentences, places, attributions)


def _told_with(told: Told, passage: SentenceReading, claims: Sequence[Claim]) -> Told:
    """What was said before, once a sentence has been said too."""
    own = tuple(claim.measure for claim in reversed(claims) if claim.measure)
    return Told(passage.words, own[0] if own else told.close, (*own, *told.measures)[:_REMEMBERED])


@dataclass(slots=True)
class _Gathered:
    """What has been read so far."""

    weights: Mapping[str, float]
    claims: list[Claim] = field(default_factory=list)
    amounts: list[Mention[Amount]] = field(default_factory=list)
    periods: list[Mention[Period]] = field(default_factory=list)
    changes: list[Mention[Change]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    worth: float = 0.0
    kind: ClaimKind = ClaimKind.STATEMENT

    def take(self, passage: SentenceReading, claims: Sequence[Claim]) -> None:
        """Adds a sentence."""
        self.claims += claims
        self.amounts += passage.amounts
        self.periods += passage.periods
        self.changes += passage.changes
        if len(passage.amounts) > MOST_CLAIMS:
            self.problems.append(_table(passage))
        kind = _sentence_kind(passage, claims)
        worth = max(total(claim.worth) for claim in claims) if claims else total(self._bare(passage, kind))
        if worth > self.worth:
            self.worth, self.kind = worth, kind

    def _bare(self, passage: SentenceReading, kind: ClaimKind) -> tuple[ScorePart, ...]:
        """The worth of a sentence in which nothing was found to claim."""
        return worth_parts(passage, kind, official=False, weights=self.weights)

    def reading(
        self, sentences: Sequence[Sentence], places: Sequence[Mention[str]], attributions: tuple[Attribution, ...]
    ) -> Reading:
        """All of it."""
        return Reading(
            claims=tuple(self.claims),
            amounts=tuple(self.amounts),
            periods=tuple(self.periods),
            places=tuple(places),
            changes=tuple(self.changes),
            attributions=attributions,
            sentences=tuple(sentence.span for sentence in sentences),
            worth=self.worth,
            kind=self.kind,
            problems=(*self.problems, *_unattributed(attributions)),
        )


def _sentence_kind(passage: SentenceReading, claims: Sequence[Claim]) -> ClaimKind:
    kinds = {claim.kind for claim in claims}
    if not kinds:
        words, language, hints = passage.words, passage.language, passage.hints
        if is_question(words) or (hints.opinion and is_opinion(words, language)):
            return ClaimKind.STATEMENT
        return kind_of(words, None, "", change=False, language=language, hints=hints)
    return next(kind for kind in (*_ORDER, ClaimKind.STATEMENT) if kind in kinds)


def _passages(
    text: str,
    sentences: Sequence[Sentence],
    places: Sequence[Mention[str]],
    attributions: Sequence[Attribution],
    *,
    said: date | None,
    language: str,
    country: str | None,
    writing: Writing,
    tables: Tables,
) -> Iterator[SentenceReading]:
    """The sentences in order, each with what was read in it; tables are noted and passed over."""
    place, speech = 0, _Speech(attributions)
    paragraph, last = -1, None
    for sentence in sentences:
        span = sentence.span
        if not _SAYS.search(text, span.start, span.end):
            continue  # bullets, lines of stars: tens of thousands of them are no sentences to read
        if tables.take(sentence):
            continue
        last, paragraph = (last if sentence.paragraph == paragraph else None), sentence.paragraph
        before = None if last is None else last.value
        first = place
        while place < len(places) and places[place].span.start < span.end:
            place += 1
        words, by = span.cut(text), span.start
        words, amounts = read_figures(words, language, writing, most=MOST_FIGURES + 1)
        if tables.take(sentence, len(amounts)):
            continue
        named = tuple(m for m in places[first:place] if span.covers(m.span))
        amounts = in_own_money(amounts, words, country, [m.value for m in named], language)
        periods = find_periods(words, said, language, country, before)
        changes = find_changes(words, amounts, periods, said, language)
        passage = SentenceReading(
            text,
            sentence,
            tuple(moved(m, by) for m in amounts),
            tuple(Mention(m.span.shift(by), m.value, m.rule, m.alternatives) for m in periods),
            named,
            tuple(moved_change(m, by) for m in changes),
            speech.over(span),
            said,
            language,
            before,
        )
        yield passage
        last = _last_period(passage) or last


class _Speech:
    """Attributions by where they stand, given out as the sentences go by."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.waiting = sorted(
            ((content.start, content.end, index) for index, one in enumerate(attributions) for content in one.content),
            reverse=True,
        )
        self.attributions = attributions
        self.open: list[tuple[int, int, int]] = []

    def over(self, span: Span) -> tuple[Attribution, ...]:
        """Those that say some of a stretch, the narrowest first."""
        while self.waiting and self.waiting[-1][0] < span.end:
            self.open.append(self.waiting.pop())
        self.open = [one for one in self.open if one[1] > span.start]
        narrow = sorted(self.open, key=lambda one: one[1] - one[0])
        return tuple(self.attributions[index] for index in dict.fromkeys(one[2] for one in narrow))


def _last_period(passage: SentenceReading) -> Mention[Period] | None:
    """Last period that later sentences may refer to: neither a base nor the dateline's day."""
    bases = {change.value.base for change in passage.changes}
    return next(
        (m for m in reversed(passage.periods) if m.value not in bases and not _is_day(m.value, passage.said)), None
    )


def _is_day(period: Period, said: date | None) -> bool:
    """Whether a period is the very day; that day may be the last of the calendar, which has none after it."""
    return period.frequency is Frequency.DAY and period.start == said


def _unread(language: str) -> Iterator[Problem]:
    """Problem of a text in a language without a word file."""
    if file_for(language) == UNDETERMINED:
        name = language if language.isascii() and language.isalpha() else "not a code"
        known = ", ".join(sorted(languages()))
        message = f"There is no word file for the language “{name}”: only figures, signs, codes and dates in figures were read."
        yield Problem("the text's language", message, f"Languages with words: {known}.", "language-without-words")


def _table(passage: SentenceReading) -> Problem:
    where = f"characters {passage.sentence.span.start} to {passage.sentence.span.end}"
    message = f"{len(passage.amounts)} figures stand in one sentence; only the first {MOST_CLAIMS} were read as claims."
    return Problem(where, message, "Import tables as CSV.", "too-many-figures")


def _mixed() -> Problem:
    message = "Some figures here have a decimal comma and some a decimal point; “12.345” and “12,345” may be either."
    return Problem("the text's figures", message, "Check the claims that say so.", "two-number-conventions")


def _left(passage: SentenceReading, most: int) -> Problem:
    where = f"characters {passage.sentence.span.start} to {len(passage.text)}"
    message = f"This was not read: the text before it holds {most:,} claims already."
    return Problem(where, message, "Give its parts as texts of their own.", "left-unread")


def _unattributed(attributions: Sequence[Attribution]) -> Iterator[Problem]:
    for one in attributions:
        if one.how is How.DIRECT and one.speaker is None:
            where = f"characters {one.content[0].start} to {one.content[0].end}"
            yield Problem(
                where, "The text does not tell who says this quote.", "Name the speaker.", "unattributed-quote"
            )
