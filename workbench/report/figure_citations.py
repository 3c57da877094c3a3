"""Citation of figures: publisher, methodology, age, and the scale in which they were printed.

Screens, commands and reports describe a figure's origin in the same way. "82.5" in a table of thousands is 82,500 persons, and a reader
who opens the table must find the 82.5; a country may have another code there than ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from workbench.compare.finding_words import plural, unit_words
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.number import EXACT, shown
from workbench.core.place import place_name
from workbench.core.quantity import Unit
from workbench.core.series import Observation, Series
from workbench.core.trace import Step
from workbench.report.json_records import unit_record
from workbench.report.language import ENGLISH, ReaderLanguage

_SCALES: Mapping[Decimal, str] = {
    Decimal(10) ** 3: "thousand",
    Decimal(10) ** 6: "million",
    Decimal(10) ** 9: "billion",
    Decimal(10) ** 12: "trillion",
}
_MOST_NOTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """Citation of a finding's figures, without the archived bodies.

    Attributes:
        publisher: Whom the source names as the producer.
        licence: The text that reports print.
        page: Where a reader finds the series.
        method: Where the publisher says how the figures are made.
        definition: What exactly is counted, as the publisher says.
        updated: When the publisher last changed the series.
        vintages: When the used figures were released, oldest first; empty where unknown.
        own_places: The service's own codes of the place, where they are not ours.
        scales: How figures printed in thousands or millions read in full ("82.5 thousand persons = 82,500").
        notes: Flags and footnotes of the series that are not among the caveats.
    """

    publisher: str = ""
    licence: str = ""
    page: str = ""
    method: str = ""
    definition: str = ""
    updated: date | None = None
    vintages: tuple[date, ...] = ()
    own_places: tuple[str, ...] = ()
    scales: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def citing(finding: Finding) -> Citing:
    """Make the citation of a finding's figures; an empty one for a claim's own arithmetic."""
    global _LAST  # noqa: PLW0603  (a page asks for the citation of one finding seven times over)
    of, citation = _LAST
    if of is not finding:
        citation = _citing(finding)
        _LAST = (finding, citation)
    return citation


def _citing(finding: Finding) -> Citing:
    series = finding.series
    if series is None:
        return Citing()
    used, read = _used(finding), tuple(each.series for each in finding.reads) or (series,)
    return Citing(
        publisher=_each(one.publisher for one in read),
        licence=_each(one.licence for one in read),
        page=series.url,
        method=series.method,
        definition=_definitions(read),
        updated=series.updated,
        vintages=tuple(sorted({one.vintage for one in used if one.vintage})),
        own_places=tuple(dict.fromkeys(one.own_place for one in used if one.own_place not in {"", one.place})),
        scales=tuple(dict.fromkeys(_scales(finding.trace.steps, series.unit))),
        notes=_notes(finding, series),
    )


_LAST: tuple[Finding | None, Citing] = (None, Citing())
"""Cache: the last finding and its citation. The finding is kept so that no other can get the same ``id()``."""


def _each(words: Iterable[str]) -> str:
    """Join the values of several series, each once: a formula uses all of them."""
    return "; ".join(dict.fromkeys(word for word in words if word))


def _definitions(read: Sequence[Series]) -> str:
    """Join the definitions of what is counted, each under its title where there are several."""
    if len(read) == 1:
        return read[0].description
    return _each(f"{one.title}: {one.description}" for one in read if one.description)


def source_phrases(finding: Finding, printed: str = "", t: ReaderLanguage = ENGLISH) -> tuple[str, ...]:
    """Write the citation in short phrases, without publisher, licence and addresses: age, the place's own code, scales, notes.

    Args:
        finding: The finding.
        printed: The part of the definition that is printed; notes that repeat it are left out.
        t: The reader's language.
    """
    citation = citing(finding)
    updated = (t("source.updated", day=citation.updated),) if citation.updated else ()
    other = [day.isoformat() for day in citation.vintages if day != citation.updated]
    vintage = (t("source.vintages", days=t.listed(other)),) if other else ()
    places = [t("source.own_place", place=place_name(finding.place), code=code) for code in citation.own_places]
    notes = [note for note in citation.notes if note not in printed]
    return (*updated, *vintage, *places, *citation.scales, *few_notes(notes, t))


def few_notes(notes: Sequence[str], t: ReaderLanguage = ENGLISH) -> tuple[str, ...]:
    """Shorten the notes of a series: the first ones, and how many more there are."""
    more = len(notes) - _MOST_NOTES
    return (*notes[:_MOST_NOTES], t("source.more_notes", count=more)) if more > 0 else tuple(notes)


def asked_words(finding: Finding, body: Callable[[str], Snapshot | None]) -> str:
    """Say the days of the requests for the figures: ``asked 2021-12-03``, the first and last where there are several.

    Empty where there is no archived answer, and for a claim's own arithmetic.

    Args:
        finding: The finding.
        body: Looks up an archived body by its id.
    """
    found = (body(cell.snapshot) for cell in finding.trace.evidence()) if finding.series else ()
    days = sorted({each.fetched.date().isoformat() for each in found if each is not None})
    return f"asked {' and '.join(dict.fromkeys((days[0], days[-1])))}" if days else ""


def figures_record(finding: Finding) -> dict[str, Any] | None:
    """Return the citation as JSON values, for scripts; None for a claim's own arithmetic."""
    if finding.series is None:
        return None
    cited = citing(finding)
    return {
        "publisher": cited.publisher or None,
        "licence": cited.licence or None,
        "page": cited.page or None,
        "method": cited.method or None,
        "definition": cited.definition or None,
        "updated": cited.updated.isoformat() if cited.updated else None,
        "vintages": [day.isoformat() for day in cited.vintages],
        "unit": unit_record(finding.series.unit),
        "own_places": list(cited.own_places),
        "scales": list(cited.scales),
        "notes": list(few_notes(cited.notes)),
    }


def _used(finding: Finding) -> list[Observation]:
    """Select the observations whose cells the arithmetic reads."""
    cells = set(finding.trace.evidence())
    return [one for one in finding.observations if one.evidence in cells]


def _scales(steps: tuple[Step, ...], unit: Unit) -> Iterator[str]:
    for step in steps:
        if step.evidence is not None and step.evidence.scale != 1:
            yield written_out(step.result, step.evidence.scale, unit)


def written_out(value: Decimal, scale: Decimal, unit: Unit) -> str:
    """Write a figure as the publisher prints it and in full.

    >>> from workbench.core.quantity import Dimension
    >>> written_out(Decimal(82500), Decimal(1000), Unit(Dimension.COUNT, "job"))
    '82.5 thousand jobs = 82,500'
    """
    printed = shown(EXACT.divide(value, scale))
    words = unit_words(unit)
    name = words if words in {"", "%"} else plural(words)
    times = _SCALES.get(scale, f"× {shown(scale)}")
    return f"{' '.join(part for part in (printed, times, name) if part)} = {shown(value)}"


def _notes(finding: Finding, series: Series) -> tuple[str, ...]:
    said = {caveat.says for caveat in finding.caveats}
    left = [note for note in dict.fromkeys(series.notes) if note and note not in said]
    return tuple(left)
