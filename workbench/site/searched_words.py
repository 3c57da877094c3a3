"""What a reader's search on the site looks through: headline, tags, sentence, measure, speaker, and the titles of series."""

from __future__ import annotations

from workbench.core.report import Entry
from workbench.export.html import printable
from workbench.report.reader_headline import reader_headline


def searched_words(entry: Entry, speaker: str) -> str:
    """Return the words of a claim by which it is found, in small letters."""
    searched = [
        reader_headline(entry.claim),
        *entry.claim.report_words.tags,
        entry.claim.context,
        entry.claim.measure,
        speaker,
        *(f.title for f in entry.findings),
    ]
    return printable(" ".join(searched)).casefold()
