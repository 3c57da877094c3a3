"""Central Statistics Office of Ireland, and NISRA of Northern Ireland: tables of their PxStat, in JSON-stat.

Source of prices, work, homes and births of Ireland. Keys are ``OFFICE/TABLE?DIMENSION=CODE``
(``CSO/MUM01?STATISTIC=MUM01C02``); what a key leaves open is decided by the claim's words, by totals, or by the first
member, and reported. A table is fetched as a whole. It needs no API key. Documentation:
https://github.com/CSOIreland/PxStat/wiki/API-Cube-RESTful.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from sources._cube.catalogue_pages import Listed, pages_of
from sources._cube.cube import Axis, Cube, Member, Role
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.observations import CellReading
from sources._cube.one_series import SeriesAnswer
from sources._cube.table_key import TableKey
from sources._formats.jsonstat.reader import read_cube, read_jsonstat
from sources._formats.px.times import period_of, reader_of
from sources._text.additivity_in_titles import adds_of
from sources._text.printable_text import clean
from sources._text.seasonal_adjustment import adjusted
from sources._text.unit_parser import ReadUnit
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import ServiceError, UnknownNameError
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef, SourceInfo, Trial
from workbench.ports import Ask, CataloguePage, Fetch, Request, SourceAnswer

NAME = "pxstat"
_API = "/public/api.restful/PxStat.Data.Cube_API."
_TABLE = re.compile(r"[A-Za-z0-9]{2,20}", re.ASCII)
_LISTED = re.compile(r"ReadDataset/([A-Za-z0-9]{2,20})/", re.ASCII)
_REGIONAL = re.compile(
    r"\b(?:county|counties|regions?|nuts ?\d?|areas?|towns?|cit(?:y|ies)|districts?|authorit(?:y|ies)|lgd|constituenc\w+)\b",
    re.IGNORECASE,
)
_NO_TABLE, _WHOLE = 404, "-"
"""PxStat's code of all members of a dimension together."""


@dataclass(frozen=True, slots=True)
class PxStatOffice:
    """An office that uses PxStat: its name in keys, titles, hosts, terms, and the place that its totals cover."""

    name: str
    title: str
    host: str
    site: str
    licence: str
    home: str
    whole: tuple[str, ...]


OFFICES = {
    one.name: one
    for one in (
        PxStatOffice(
            "CSO",
            "Central Statistics Office (Ireland)",
            "ws.cso.ie",
            "https://data.cso.ie",
            "CC BY 4.0 (Central Statistics Office, Ireland)",
            "IRL",
            ("state", "ireland", "national"),
        ),
        PxStatOffice(
            "NISRA",
            "Northern Ireland Statistics and Research Agency",
            "ws-data.nisra.gov.uk",
            "https://data.nisra.gov.uk",
            "Source: NISRA, licensed under the Open Government Licence v3.0",
            "Northern Ireland",
            ("northern ireland",),
        ),
    )
}


class NoPxStatTableError(ServiceError):
    """The office has no table with this code."""

    def __init__(self, office: PxStatOffice, table: str) -> None:
        super().__init__(office.title, f"it has no table {clean(table, 40)}", f"Look for its code on {office.site}.")


class PxStat:
    """The two offices as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title="CSO Ireland and NISRA (PxStat)",
        publisher="the statistical office of each installation",
        licence="CC BY 4.0 (CSO Ireland); Open Government Licence v3.0 (NISRA)",
        url="https://data.cso.ie",
        hosts=tuple(one.host for one in OFFICES.values()),
        covers="Ireland: prices, work, output, homes, population, monthly to yearly; and the tables of Northern Ireland",
        services=tuple(OFFICES),
        trials=(
            Trial("CSO/MUM01?STATISTIC=MUM01C02", "IRL", 2019, "percentage", Decimal(4), Decimal(6)),
            Trial(
                "NISRA/MYE01T05?rounded_unrounded=Unrounded",
                "Northern Ireland",
                2021,
                "",
                Decimal(1_850_000),
                Decimal(1_950_000),
            ),
        ),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the tables of each office; the last page reports which did not answer.

        Raises:
            SourceError: None of them answered.
        """
        async for page in pages_of([(one.title, partial(_listed, fetch, one)) for one in OFFICES.values()]):
            yield page

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series.

        Raises:
            SourceError: The office refused, or its answer has an unknown form.
            UsageError: The office, table, dimension or code does not exist.
        """
        key = TableKey.parse(ask.ref.key)
        name, _, table = key.table.partition("/")
        office = OFFICES.get(name.upper())
        if office is None:
            raise UnknownNameError("office with PxStat", name, [*OFFICES])
        if not _TABLE.fullmatch(table):
            raise NoPxStatTableError(office, table)
        url = f"https://{office.host}{_API}ReadDataset/{table.upper()}/JSON-stat/2.0/en"
        answer = await fetch(Request(url, source=NAME, reads_errors=(_NO_TABLE,)))
        if answer.status == _NO_TABLE:
            raise NoPxStatTableError(office, table)
        cube = _arranged(read_cube(office.title, answer.body), office)
        choice = choose(office.title, cube.axes, key, ask)
        unit, series = _described(office, table.upper(), ask.ref, cube, choice)
        time = cube.of_role(Role.TIME)
        reading = CellReading(
            title=office.title,
            place=lambda member: office.home if _is_whole(office, member) else clean(member.label, 40),
            only_place="" if cube.of_role(Role.PLACE) else office.home,
            scale=unit.scale,
            time=reader_of(time) if time else period_of,
        )
        sent = SeriesAnswer(home=office.home, reading=reading, parts=[(answer, cube)], choice=choice)
        return sent.found(ask, series)


def _arranged(cube: Cube, office: PxStatOffice) -> Cube:
    """Declare the table's regions as places and its wholes as totals, which PxStat does not mark."""
    by_place = cube.of_role(Role.PLACE)

    def arranged(axis: Axis) -> Axis:
        total = next((one.code for one in axis.members if _is_whole(office, one)), axis.total)
        regional = (
            by_place is None and axis.role is Role.OTHER and len(axis.members) > 1 and _REGIONAL.search(axis.label)
        )
        return replace(axis, total=total, role=Role.PLACE if regional else axis.role)

    return replace(cube, axes=tuple(arranged(axis) for axis in cube.axes))


def _is_whole(office: PxStatOffice, member: Member) -> bool:
    return member.code == _WHOLE or member.label.lower() in office.whole


def _described(
    office: PxStatOffice, table: str, ref: SeriesRef, cube: Cube, choice: MemberChoice
) -> tuple[ReadUnit, Series]:
    """Return the unit and the series, whose title has the statistic and the chosen members."""
    pairs = [(axis, axis.member(choice.fixed.get(axis.code, ""))) for axis in cube.axes]
    chosen = [member for axis, member in pairs if member and len(axis.members) > 1 and member.code != axis.total]
    title = clean(": ".join(filter(None, (cube.title, ", ".join(one.label for one in chosen[:4])))), 300)
    words = next((member.unit for _, member in pairs if member and member.unit), cube.unit)
    statistic = next((member.label for _, member in pairs if member), cube.title)
    unit = unit_of_title(f"{statistic} ({words})" if words else title)
    if unit.unit.dimension is Dimension.UNKNOWN and unit.scale != 1:
        unit = ReadUnit(Unit(Dimension.COUNT, ""), unit.scale)
    return unit, Series(
        ref=ref,
        title=title or table,
        unit=unit.unit,
        adds=adds_of(title, unit.unit),
        adjusted=adjusted(title),
        url=f"{office.site}/table/{table}",
        publisher=office.title,
        licence=office.licence,
        updated=cube.updated,
        notes=(*choice.shown(cube.axes), *cube.notes[:3]),
    )


async def _listed(fetch: Fetch, office: PxStatOffice) -> Listed:
    answer = await fetch(Request(f"https://{office.host}{_API}ReadCollection/2000-01-01/en", source=NAME))
    found = {}
    for link in read_jsonstat(office.title, answer.body).links:
        if code := _LISTED.search(link.href):
            ref = SeriesRef(NAME, f"{office.name}/{code[1]}")
            url = f"{office.site}/table/{code[1]}"
            found[ref] = Series(
                ref=ref, title=link.title or code[1], url=url, publisher=office.title, licence=office.licence
            )
    return tuple(found.values()), answer.problem


SOURCE = PxStat()
