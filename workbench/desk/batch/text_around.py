"""What a record's text says around each of its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from workbench.core.claim import Reading
from workbench.core.period import Period
from workbench.desk.batch.record import Record
from workbench.match import SentenceQueries


@dataclass(frozen=True, slots=True)
class TextAround:
    """What a claim's text says besides the claim.

    Attributes:
        said: The day of the text.
        periods: Every period that it names.
        sentences: The queries of its sentences.
    """

    said: date
    periods: Sequence[Period]
    sentences: SentenceQueries


def text_around(record: Record, reading: Reading) -> TextAround:
    """Collect what a record says around each of its claims; without a date it is of today."""
    periods = [mention.value for mention in reading.periods]
    return TextAround(record.date or datetime.now(UTC).date(), periods, SentenceQueries(reading))
