"""A finding in a report's words: the claimed figure and its range, notes on the figures, possible explanations."""

from __future__ import annotations

from workbench.compare.finding_words import with_unit
from workbench.core.finding import Finding
from workbench.core.interval import Interval
from workbench.core.number import shown
from workbench.report.figure_citations import citing, source_phrases
from workbench.report.language import ENGLISH, ReaderLanguage
from workbench.report.one_line import one_line

DEFINITION = 400
"""Maximum number of characters of a publisher's definition in a report. JSON and CSV have all of it."""


def claimed_words(finding: Finding, t: ReaderLanguage = ENGLISH) -> str:
    """Write the claimed figure with the range that the words may mean."""
    if finding.claimed is None:
        return ""
    figure = with_unit(shown(finding.claimed), finding.claimed, finding.unit)
    return (
        t("finding.stands_for", figure=figure, range=_range(finding.claimed_range, t))
        if finding.claimed_range
        else figure
    )


def _range(within: Interval, t: ReaderLanguage) -> str:
    """Write a range in words; only JSON says whether its ends are included."""
    ends = {name: shown(end) for name, end in (("low", within.low), ("high", within.high)) if end is not None}
    if len(ends) == 1:
        return t("finding.from" if "low" in ends else "finding.to", **ends)
    return t("finding.from_to", **ends) if ends else str(within)


def beside(finding: Finding, t: ReaderLanguage = ENGLISH) -> str:
    """List the notes on the figures besides their source: age, the place's code there, notes of the series."""
    phrases = source_phrases(finding, definition_of(finding), t)
    return one_line("; ".join(each for each in phrases if each not in citing(finding).scales))


def in_full(finding: Finding) -> str:
    """Write out figures that are printed in thousands or millions, in the machine's words."""
    return "; ".join(citing(finding).scales)


def method_of(finding: Finding) -> str:
    """Find the page where the publisher says how the figures are made; empty where unknown."""
    return citing(finding).method


def definition_of(finding: Finding, limit: int = DEFINITION) -> str:
    """Shorten the publisher's definition after a word where it is long; empty where unknown."""
    words = one_line(citing(finding).definition)
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def notes_of(finding: Finding) -> list[str]:
    """List source notices, one sentence each."""
    return [one_line(str(note)) for note in finding.notes]


def slips_of(finding: Finding) -> list[str]:
    """List possible explanations, one sentence each, with arithmetic that is not shown above."""
    lines = ((slip.says, "; ".join(slip.lines(finding.trace))) for slip in finding.slips)
    return [one_line(f"{sentence} ({arithmetic})" if arithmetic else sentence) for sentence, arithmetic in lines]
