"""The two data types that the readers of speech share: a span in which somebody may speak, and the words spoken.

Each order of speaker, verb and content needs the same few helpers on a span with its quotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.document import How, Span
from workbench.extract.speech.quotes import Quote
from workbench.extract.speech.reporting_cues import SPEECH_VERB

_PRESENT = r"(?:claim|argue|believe|insist|warn|note|admit|think|state|report|complain)s?"
_NEW_REPORT = (
    rf"[,;]\s(?:and|but|while|although|though)\s(?=[^,;“”\"]{{0,60}}?\b(?:{SPEECH_VERB}\b|{_PRESENT}\sthat\b))"
)
_CONTRAST = r"[,;]\s(?:although|though|according|compared)\s"
_SAME_SPEAKER_GOES_ON = rf"\s(?:and|but)\s(?=(?:(?:he|she|they|it|also|later|has|had|then)\s)*{SPEECH_VERB}\b)"
_CLAUSE_END = re.compile(rf"{_NEW_REPORT}|{_CONTRAST}|{_SAME_SPEAKER_GOES_ON}")
_TRIM = " \t\n,;."
_PAUSES = ',”"»?!—-'
_LEADS_UP = frozenset(":.!?—–-")
_SHORTEST, _MOSTLY = 12, 0.7


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """Words with their speaker: the content, the source (None: the speaker before), the cue, and direct or reported."""

    content: tuple[Span, ...]
    source: Span | None
    cue: Span
    how: How


@dataclass(frozen=True, slots=True)
class SpokenStretch:
    """A sentence, or the sentences that one quote runs through, with the quotes in it masked."""

    masked: str
    start: int
    end: int
    quotes: Sequence[Quote]

    def trimmed(self, start: int, end: int) -> Span | None:
        """Trim commas, full stops and white space from a span; None where nothing is left."""
        words = self.masked[start:end]
        left, right = start + len(words) - len(words.lstrip(_TRIM)), start + len(words.rstrip(_TRIM))
        return Span(left, right) if left < right else None

    def clause_end(self, start: int) -> int:
        """Find the end of a clause that begins here: at ", and he added", at ", while …", or with the sentence."""
        found = _CLAUSE_END.search(self.masked, min(start + 4, self.end), self.end)
        return self.end if found is None else found.start()

    def pause_between(self, leading: Span, source: Span) -> bool:
        """Check whether a comma or quotation mark separates the words before a subject from it."""
        between = self.masked[leading.end - 1 : source.start]
        closed = self.masked.endswith("''", leading.start, leading.end)
        return len(leading) >= _SHORTEST and (closed or any(c in between for c in _PAUSES))

    def quote_at(self, leading: Span) -> Span | None:
        """Find the quote at the end of a span, where the words before announce it: "He was asked: “…”"."""
        last = next((q for q in reversed(self.quotes) if leading.start < q.start < leading.end <= q.end + 1), None)
        if last is None or len(last.parts[0]) <= _SHORTEST:
            return None
        before = self.masked[leading.start : last.start].rstrip()
        return self.trimmed(last.start, leading.end) if before[-1:] in _LEADS_UP else None

    def how(self, content: Span) -> How:
        """Classify a span as direct speech where most of it stands in quotation marks, else as reported."""
        inside = sum(max(0, min(q.end, content.end) - max(q.start, content.start)) for q in self.quotes)
        return How.DIRECT if inside > _MOSTLY * len(content) else How.REPORTED
