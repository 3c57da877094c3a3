"""Who said a claim, where and when, in a report's words, and where it can be heard."""

from __future__ import annotations

from workbench.core.place import place_name
from workbench.core.report import Entry
from workbench.report.language import ENGLISH, ReaderLanguage
from workbench.report.recording_links import heard_link


def said_parts(entry: Entry, t: ReaderLanguage = ENGLISH) -> list[str]:
    """List the parts of a claim's attribution: the speaker with the role, the place, the day, and the time in a recording."""
    claim, document = entry.claim, entry.document
    who = claim.attribution.speaker if claim.attribution else None
    name = (f"{who.name}, {who.role}" if who.role else who.name) if who else t("claim.nobody")
    by_code = document.place_name in {"", document.place}  # a record's place name may be only its code
    where = place_name(document.place) if by_code else document.place_name
    day = t.day(claim.said) if claim.said else t("claim.day_unknown")
    heard_at = document.heard_at(claim.span.start)
    heard = t("claim.heard_at", time=heard_at) if heard_at else ""
    return [part for part in (name, where, day, heard) if part]


def said_by(entry: Entry, t: ReaderLanguage = ENGLISH) -> str:
    """Write the attribution of a claim on one line."""
    return ", ".join(said_parts(entry, t))


def hear(entry: Entry, t: ReaderLanguage = ENGLISH) -> tuple[str, str]:
    """Make the words of a link that starts the recording at the claim, and the link; both empty where there is none."""
    start = entry.claim.span.start
    link = heard_link(entry.document, start)
    return (t("claim.hear", time=entry.document.heard_at(start)), link) if link else ("", "")
