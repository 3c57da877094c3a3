"""Office for National Statistics: the time series of the United Kingdom, by its API.

Source of inflation, jobs, growth and debt of the UK, by ids of four letters. Keys are ``CDID/DATASET`` (``d7g7/mm23``
is the yearly rate of consumer prices), with ``?freq=M``, ``Q`` or ``A`` if needed. It needs no API key; Open Government
Licence v3.0. The older host api.ons.gov.uk was switched off in November 2024.
Documentation: https://developer.ons.gov.uk.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from decimal import Decimal

from sources._cube.cube import Cube
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.observations import CellReading
from sources._cube.one_series import FREQUENCY, SeriesAnswer
from sources._cube.table_key import TableKey
from sources._ons.answer_reader import NAME, TITLE, About, OnsPlace, is_series, read_places, read_series
from sources._ons.units import unit_of
from sources._text.additivity_in_titles import adds_of
from sources._text.printable_text import clean
from workbench.core.errors import Problem, ServiceError, UsageError
from workbench.core.period import Frequency
from workbench.core.series import Series, SeriesRef, SourceInfo, Trial
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Request, SourceAnswer

BASE = "https://api.beta.ons.gov.uk/v1/"
SITE = "https://www.ons.gov.uk"
LICENCE = "Source: Office for National Statistics licensed under the Open Government Licence v.3.0"
HOME = "GBR"
_PAGE = 1000
_LAST = 10_000
_A_WEEK = timedelta(days=7)
_FREQUENCIES = {"A": Frequency.YEAR, "Q": Frequency.QUARTER, "M": Frequency.MONTH}


class BadIdError(UsageError):
    """The key of a series is not an id and a dataset."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{clean(key, 80)} names no time series.",
            "Write ons:ID/DATASET, such as ons:d7g7/mm23, or the path of its page on www.ons.gov.uk.",
        )


class NoOnsSeriesError(ServiceError):
    """The search does not find the time series."""

    def __init__(self, key: str, there: list[str]) -> None:
        hint = f"It is in: {', '.join(there[:8])}." if there else "Check the id on www.ons.gov.uk."
        super().__init__(TITLE, f"it has no time series {clean(key, 40)}", hint)


class Ons:
    """The Office for National Statistics as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher="Office for National Statistics (UK)",
        licence=LICENCE,
        url=SITE,
        hosts=("api.beta.ons.gov.uk",),
        covers="the United Kingdom: prices, work and pay, growth, public finance, population; monthly to yearly",
        trials=(Trial("d7g7/mm23?freq=A", "GBR", 2019, "percentage", Decimal("1.5"), Decimal("2.1")),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the time series that its search lists, a thousand at a time, at most the first ten thousand."""
        known = set[SeriesRef]()
        done, of = 0, 1
        while done < min(of, _LAST):  # pages may be smaller than requested
            params = (("content_type", "timeseries"), ("limit", str(_PAGE)), ("offset", str(done)))
            answer = await fetch(Request(BASE + "search", params, source=NAME))
            listed, of = read_places(answer.body)
            found = {one.ref: one for place in listed if (one := _listed(place)).ref not in known}
            done += len(listed) if found else _LAST
            known.update(found)
            problems = (answer.problem,) if answer.problem else ()
            rest = (_more(of),) if done >= _LAST < of else ()
            yield CataloguePage(tuple(found.values()), min(done, of), min(of, _LAST), (*problems, *rest))

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series: by the frequency of its key, else of the claim's period, else by years.

        Raises:
            SourceError: The service refused, has no such series, or its answer has an unknown form.
            UsageError: The key is not that of a time series.
        """
        key = TableKey.parse(ask.ref.key)
        uri, answers = await _where(fetch, key.table)
        answer = await fetch(Request(BASE + "data", (("uri", uri),), source=NAME))
        about, cube = read_series(answer.body)
        choice = choose(TITLE, cube.axes, key, ask)
        return _found(ask, about, cube, choice, [*answers, answer])


async def _where(fetch: Fetch, table: str) -> tuple[str, list[Answer]]:
    """Find the address of a series by its id, with the search."""
    if table.startswith("/"):
        if not is_series(table.lower()):
            raise BadIdError(table)
        return table.lower(), []
    cdid, slash, dataset = table.lower().partition("/")
    if not (slash and cdid.isalnum() and dataset.isalnum() and table.isascii()):
        raise BadIdError(table)
    params = (("content_type", "timeseries"), ("cdids", cdid.upper()))
    answer = await fetch(Request(BASE + "search", params, source=NAME, max_age=_A_WEEK))
    listed, _ = read_places(answer.body)
    mine = [place for place in listed if place.cdid == cdid]
    uri = next((place.uri for place in mine if place.uri.endswith(f"/{cdid}/{dataset}")), "")
    if not uri:
        raise NoOnsSeriesError(table, [f"{place.cdid}/{place.dataset}" for place in mine])
    return uri, [answer]


def _found(ask: Ask, about: About, cube: Cube, choice: MemberChoice, answers: list[Answer]) -> SourceAnswer:
    asked = _FREQUENCIES.get(choice.fixed.get(FREQUENCY, "")) is ask.frequency
    *metadata, last = answers
    sent = SeriesAnswer(
        home=HOME,
        reading=CellReading(title=TITLE, only_place=HOME, scale=about.unit.scale),
        parts=[(last, cube)],
        metadata=metadata,
        choice=MemberChoice(choice.fixed) if asked else choice,
    )
    return sent.found(ask, _described(ask.ref, about, choice))


def _described(ref: SeriesRef, about: About, choice: MemberChoice) -> Series:
    return Series(
        ref=ref,
        title=about.title or ref.key,
        unit=about.unit.unit,
        frequency=_FREQUENCIES.get(choice.fixed.get(FREQUENCY, "")),
        places=frozenset({HOME}),
        adds=adds_of(about.title, about.unit.unit),
        adjusted=about.adjusted,
        url=SITE + about.uri if is_series(about.uri) else SITE,
        publisher=Ons.info.publisher,
        licence=LICENCE,
        updated=about.released,
        notes=about.notes,
    )


def _listed(place: OnsPlace) -> Series:
    unit = unit_of("", "", place.title).unit
    return Series(
        ref=SeriesRef(NAME, f"{place.cdid}/{place.uri.rpartition('/')[2]}"),
        title=place.title or place.cdid.upper(),
        unit=unit,
        places=frozenset({HOME}),
        adds=adds_of(place.title, unit),
        url=SITE + place.uri,
        publisher=Ons.info.publisher,
        licence=LICENCE,
    )


def _more(of: int) -> Problem:
    message = f"its search lists {_LAST:,} of its {of:,} time series."
    return Problem(TITLE, message, "Name any other by its id, such as ons:d7g7/mm23.", "list-cut")


SOURCE = Ons()
