"""The metadata of a DBnomics series for a fact-checker: unit, licence, publisher, age of the copy.

A mirror's figure is the publisher's of some earlier day. So notes say whose terms apply, where the primary source is,
and when it was copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sources._cube.cube import Axis, Role
from sources._dbnomics.answer_reader import TITLE, DbnomicsDataset, Doc
from sources._dbnomics.providers import page_of, primary_key, primary_note
from sources._formats.sdmx.concept_roles import MULTIPLIERS, scale_of
from sources._text.additivity_in_titles import adds_of
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import Problem
from workbench.core.quantity import UNKNOWN_UNIT, Dimension
from workbench.core.series import Series, SeriesRef

OLD = timedelta(days=45)
"""A copy older than this may lack the publisher's last release."""


def unit_of(axes: Sequence[Axis], fixed: Mapping[str, str], name: str) -> ReadUnit:
    """Return the unit of the chosen members, from the dimension of units, else from the members' labels."""
    chosen = [(axis, axis.member(fixed[axis.code])) for axis in axes if axis.code in fixed]
    power = next((member.code for axis, member in chosen if member and axis.code.upper() in MULTIPLIERS), "")
    found = next((read_unit(member.label) for axis, member in chosen if member and axis.role is Role.UNIT), None)
    if found is None or found.unit.dimension is Dimension.UNKNOWN:
        labels = [member.label for axis, member in chosen if member and axis.role is Role.OTHER]
        read = (unit_of_title(words) for words in (*labels, *reversed(name.split(" – ")), name))
        found = next((one for one in read if one.unit.dimension is not Dimension.UNKNOWN), found)
    made = found or ReadUnit(UNKNOWN_UNIT)
    return ReadUnit(made.unit, made.scale * (scale_of(power) or 1))


def series_of(ref: SeriesRef, provider: str, about: DbnomicsDataset, doc: Doc | None, unit: ReadUnit) -> Series:
    """Return the series, with its publisher and terms."""
    dimensions = doc.dimensions if doc else {}
    code = doc.code if doc else ""
    key = primary_key(provider, about.code, code, dimensions)
    copied = f"DBnomics' copy of {doc.indexed.isoformat()}." if doc and doc.indexed else "DBnomics' copy."
    name = doc.name if doc else ""
    title = " – ".join(dict.fromkeys(part for part in (about.name, name) if part)) or ref.key
    return Series(
        ref=ref,
        title=title,
        unit=unit.unit,
        frequency=doc.frequency if doc else None,
        adds=adds_of(title, unit.unit),
        url=page_of(provider, about.code, code, dimensions),
        publisher=about.provider or provider,
        licence=licence_of(provider, about),
        updated=about.updated or (doc.indexed if doc else None),
        notes=tuple(note for note in (copied, primary_note(provider, key)) if note),
    )


def licence_of(provider: str, about: DbnomicsDataset) -> str:
    """Return the applicable terms: the publisher's own, by DBnomics.

    >>> licence_of("FED", DbnomicsDataset(provider="Federal Reserve", website="https://www.federalreserve.gov"))
    'As the terms of Federal Reserve say (https://www.federalreserve.gov); read through DBnomics'
    """
    where = about.terms or about.website
    return f"As the terms of {about.provider or provider} say{f' ({where})' if where else ''}; read through DBnomics"


def lags(about: DbnomicsDataset, doc: Doc, fetched: date) -> Iterator[Problem]:
    """Yield a Problem where the copy is older than the publisher's table, or simply old."""
    if doc.indexed is None:
        return
    whose = about.provider or "the publisher"
    hint = "Read the publisher's own table before relying on the newest figures."
    if about.updated and doc.indexed < about.updated:
        message = f"its copy is of {doc.indexed.isoformat()}; {whose} changed the table on {about.updated.isoformat()}."
        yield Problem(TITLE, message, hint, "mirror-lags")
    elif fetched - doc.indexed > OLD:
        message = f"its copy of {whose}'s table is of {doc.indexed.isoformat()} and may lack newer figures."
        yield Problem(TITLE, message, hint, "mirror-lags")
