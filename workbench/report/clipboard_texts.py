"""Texts about a claim for the clipboard: its figure, the citation of the series, the arithmetic, the claim's id, the page's address."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.compare.finding_words import with_unit
from workbench.core.claim import Claim
from workbench.core.finding import Finding
from workbench.core.hiding.local_paths import file_name
from workbench.core.number import shown
from workbench.core.series import Series
from workbench.report.figure_citations import citing, source_phrases
from workbench.report.finding_words import claimed_words
from workbench.report.one_line import one_line

KINDS = ("figure", "citation", "trace", "id", "link")
"""What can be copied."""


def copies(claim: Claim, findings: Sequence[Finding], series: Series | None = None, link: str = "") -> dict[str, str]:
    """Make the text of each kind that can be copied; empty where there is none.

    Args:
        claim: The claim.
        findings: The findings on screen, the selected one first.
        series: The selected series, for one without figures yet.
        link: The address of its page.
    """
    finding = next(iter(findings), None)
    return {
        "figure": figure_words(finding) if finding else "",
        "citation": citation_words(finding) if finding and finding.series else _bare(series),
        "trace": "\n".join(line for each in findings for line in trace_words(each)),
        "id": claim.id,
        "link": link,
    }


def figure_words(finding: Finding) -> str:
    """Write the measured figure with its unit, place and period, and the claimed one; empty where none was measured."""
    if finding.measured is None:
        return ""
    measured = with_unit(shown(finding.measured), finding.measured, finding.unit)
    about = ", ".join(str(part) for part in (finding.title, finding.place, finding.period) if part)
    claimed = claimed_words(finding)
    return f"{measured} ({about})" + (f"; claimed {claimed}: {finding.agreement.words}" if claimed else "")


def citation_words(finding: Finding) -> str:
    """Write the citation of the series: title, publisher, page, exact request, day, hash, licence, notes; a local file only by its name."""
    citation = citing(finding)
    asked = [
        f"Asked {body.fetched:%Y-%m-%d %H:%M} UTC: {file_name(body.url)} (sha256 {body.id})" for body in finding.bodies
    ]
    sample = [f"Sample answer of {body.sample}, not live" for body in finding.bodies if body.sample]
    who = ", ".join(part for part in (finding.title, citation.publisher) if part)
    parts = (who, citation.page, *asked, *dict.fromkeys(sample), citation.licence, *source_phrases(finding))
    return ". ".join(one_line(part).rstrip(".") for part in parts if part) + "."


def trace_words(finding: Finding) -> list[str]:
    """Write the arithmetic line by line, the claimed figure, and the agreement."""
    steps = [f"{number}  {step.says}" for number, step in enumerate(finding.trace.steps, start=1)]
    claimed = claimed_words(finding)
    last = f"   claimed {claimed}: {finding.agreement.words}" if claimed else f"   {finding.agreement.words}"
    return [finding.title, *steps, last, *(f"   ! {caveat.says}" for caveat in finding.caveats)]


def _bare(series: Series | None) -> str:
    if series is None:
        return ""
    return ". ".join(part for part in (series.title, series.publisher, series.url, series.licence) if part) + "."


def kind_of(typed: str) -> str:
    """Find the kind by a word or its beginning; the figure where nothing was typed, empty where no kind begins so.

    >>> kind_of(""), kind_of("c"), kind_of("Trace "), kind_of("x")
    ('figure', 'citation', 'trace', '')
    """
    begun = typed.strip().casefold()
    return next((kind for kind in KINDS if kind.startswith(begun)), "")


def next_kind(typed: str) -> str:
    """Find the kind after the one that was typed, cyclically.

    >>> next_kind(""), next_kind("figure"), next_kind("link")
    ('citation', 'citation', 'figure')
    """
    kind = kind_of(typed) or KINDS[-1]
    return KINDS[(KINDS.index(kind) + 1) % len(KINDS)]
