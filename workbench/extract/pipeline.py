"""Runs all readers over a text, in one pass over its sentences.

Amounts, periods and changes are read sentence by sentence, places and speakers over the whole text;
here they meet, with offsets into the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from workbench.core.claim import Change, Claim, ClaimKind, Mention, Reading
from workbench.core.document import Attribution, How, Speaker
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.core.score import ScorePart, total
from workbench.extract.claim.check_worthiness import WEIGHTS, most_worth, worth_parts
from workbench.extract.claim.claim_kinds import is_opinion, is_question, kind_of
from workbench.extract.claim.drafts import MOST_CLAIMS
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.place.datelines import dateline_of
from workbench.extract.relations.denied_claims import denies
from workbench.extract.retelling.moved_back import reading_moved_back
from workbench.extract.retelling.retelling import retold
from workbench.extract.sentence_reader import SentenceReader
from workbench.extract.text_size_limits import TextCounts
from workbench.extract.words.word_files import UNDETERMINED, file_for, languages

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
    """Read a text: its claims, every mention, and who says what.

    >>> reading = read_text("Inflation fell to 5 percent last year.", said=date(2021, 12, 2))
    >>> [(claim.quote, claim.kind.value, str(claim.period.value)) for claim in reading.claims]
    [('fell to 5 percent', 'change', '2020')]

    Args:
        text: The words; never changed. All offsets are code points of it.
        said: The day of the speech, from which "last year" is counted; None leaves such periods unread.
        place: What "our country" means, ISO 3166 alpha-3; assumed, with a note, where a claim names no place. None takes
            the country of the text's dateline, where it has one.
        speaker: Who speaks where the text does not tell.
        language: Two letters.
        document: The id of the document that the claims belong to.
        weights: The weight of each part of the worth, from `workbench.extract.claim.check_worthiness.weights_with`.
        most: The number of claims after which reading stops, with a problem that says so. None reads everything, except
            for a flood (thousands of sentences, figures or claims, each in a few characters): of that only the
            beginning is
        read.
    """
    if place is None and (line := dateline_of(text, file_for(language))) is not None:
        place = line.country
    context = _TextContext(said, place, speaker, language, document, weights)
    told = retold(text, file_for(language), place)
    again = (
        None
        if told is None
        else reading_moved_back(_read(told.text, context, most), text, told.back, file_for(language))
    )
    return _read(text, context, most) if again is None else again


class _TextContext(NamedTuple):
    """What is known of a text beside its words: the arguments of `read_text`."""

    said: date | None
    place: str | None
    speaker: Speaker | None
    language: str
    document: str
    weights: Mapping[str, float]


def _read(text: str, context: _TextContext, most: int | None) -> Reading:
    """Read a text as it stands."""
    language = context.language
    walk = SentenceReader(text, **context._asdict())
    gathered = _ReadingBuilder(context.weights, problems=list(wordless(language)))
    for reading, _, claims in walk.steps():
        enough = gathered.enough(reading.sentence.span.start, most)
        if enough is not None:
            gathered.problems.append(_left(reading.sentence.span.start, text, enough))
            break
        gathered.take(reading, claims)
    else:
        if walk.end < len(text.rstrip()):
            gathered.problems.append(_left(walk.end, text, f"{len(walk.sentences):,} sentences"))
    gathered.problems += walk.tables.problems()
    gathered.problems += [_mixed()] if walk.writing.mixed else []
    return gathered.reading(walk, denied=denies(text, file_for(language)))


@dataclass(slots=True)
class _ReadingBuilder:
    """Collects what has been read so far."""

    weights: Mapping[str, float]
    claims: list[Claim] = field(default_factory=list)
    amounts: list[Mention[Amount]] = field(default_factory=list)
    periods: list[Mention[Period]] = field(default_factory=list)
    changes: list[Mention[Change]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    worth: float = 0.0
    kind: ClaimKind = ClaimKind.STATEMENT
    sentences: int = 0

    def enough(self, read: int, most: int | None) -> str | None:
        """Name the reason to stop reading: the number of claims asked for, or a flood; None to read on."""
        claims = len(self.claims)
        if most is not None:
            return f"{most:,} claims" if claims >= most else None
        return TextCounts(claims, len(self.amounts) + len(self.periods), self.sentences).flood(read)

    def take(self, reading: SentenceReading, claims: Sequence[Claim]) -> None:
        """Add a sentence."""
        self.sentences += 1
        self.claims += claims
        self.amounts += reading.amounts
        self.periods += reading.periods
        self.changes += reading.changes
        if len(reading.amounts) > MOST_CLAIMS:
            self.problems.append(_table(reading))
        if not claims and most_worth(reading, self.weights) <= self.worth:
            return  # most sentences claim nothing, and none of those can be worth more than the best so far
        kind = _sentence_kind(reading, claims)
        worth = max(total(claim.worth) for claim in claims) if claims else total(self._bare(reading, kind))
        if worth > self.worth:
            self.worth, self.kind = worth, kind

    def _bare(self, reading: SentenceReading, kind: ClaimKind) -> tuple[ScorePart, ...]:
        """Rate the worth of a sentence in which no claim was found."""
        return worth_parts(reading, kind, official=False, weights=self.weights)

    def reading(self, walk: SentenceReader, *, denied: bool) -> Reading:
        """Build the reading of everything."""
        return Reading(
            claims=tuple(self.claims),
            amounts=tuple(self.amounts),
            periods=tuple(self.periods),
            places=tuple(walk.places),
            changes=tuple(self.changes),
            attributions=walk.attributions,
            sentences=tuple(sentence.span for sentence in walk.sentences),
            worth=self.worth,
            kind=self.kind,
            denied=denied,
            problems=(*self.problems, *_unattributed(walk.attributions)),
        )


def _sentence_kind(reading: SentenceReading, claims: Sequence[Claim]) -> ClaimKind:
    kinds = {claim.kind for claim in claims}
    if not kinds:
        words, language, hints = reading.words, reading.language, reading.hints
        if is_question(words) or (hints.opinion and is_opinion(words, language)):
            return ClaimKind.STATEMENT
        return kind_of(words, None, "", change=False, language=language, hints=hints)
    return next(kind for kind in (*_ORDER, ClaimKind.STATEMENT) if kind in kinds)


def wordless(language: str) -> Iterator[Problem]:
    """Yield a problem for a language without a word file; nothing for the others.

    >>> [problem.kind for name in ("en", "fi") for problem in wordless(name)]
    ['language-without-words']
    """
    if file_for(language) == UNDETERMINED:
        name = language if language.isascii() and language.isalpha() else "not a code"
        known = ", ".join(sorted(languages()))
        message = f"There is no word file for the language “{name}”: only figures, signs, codes and dates in figures were read."
        yield Problem("the text's language", message, f"Languages with words: {known}.", "language-without-words")


def _table(reading: SentenceReading) -> Problem:
    where = f"characters {reading.sentence.span.start} to {reading.sentence.span.end}"
    message = f"{len(reading.amounts)} figures stand in one sentence; only the first {MOST_CLAIMS} were read as claims."
    return Problem(where, message, "Import tables as CSV.", "too-many-figures")


def _mixed() -> Problem:
    message = "Some figures here have a decimal comma and some a decimal point; “12.345” and “12,345” may be either."
    return Problem("the text's figures", message, "Check the claims that say so.", "two-number-conventions")


def _left(start: int, text: str, enough: str) -> Problem:
    where = f"characters {start} to {len(text)}"
    message = f"This was not read: the text before it holds {enough} already."
    return Problem(where, message, "Give its parts as texts of their own.", "left-unread")


def _unattributed(attributions: Sequence[Attribution]) -> Iterator[Problem]:
    for one in attributions:
        if one.how is How.DIRECT and one.speaker is None:
            where = f"characters {one.content[0].start} to {one.content[0].end}"
            yield Problem(
                where, "The text does not tell who says this quote.", "Name the speaker.", "unattributed-quote"
            )
