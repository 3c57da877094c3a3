"""Destatis, the Federal Statistical Office of Germany: tables of GENESIS-Online, by its web service of 2020.

Source of prices, births, output and population of Germany. Keys are codes of tables, with members of dimensions if
needed: ``61111-0001?unit=%25``. It requires a free account, whose token is the API key. Tables come as flat CSV, mostly
in a zip.
Documentation: https://www-genesis.destatis.de/datenbank/online/docs/GENESIS-Webservices_Introduction.pdf.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from urllib.parse import urlencode

from sources._cube.cube import Role
from sources._cube.existing_combinations import choose_there
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import CellReading
from sources._cube.one_series import SeriesAnswer
from sources._cube.table_key import TableKey
from sources._destatis.flat_table_reader import HOME, TITLE, UNITS, FlatRows, groups_of_table, place_of
from sources._formats.delimited_text import RecordTable, read_table
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import Problem, ReadingError, ServiceError, SourceError, WrongAnswerError
from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Series, SeriesRef, SourceInfo, Status, Trial
from workbench.evidence.zipped_table import sole_file
from workbench.ports import Answer, Ask, CataloguePage, Credential, Fetch, Request, SourceAnswer

NAME = "destatis"
PUBLISHER = "Statistisches Bundesamt (Destatis)"
LICENCE = "Data licence Germany – attribution – 2.0: Statistisches Bundesamt (Destatis), Genesis-Online"
URL = "https://www-genesis.destatis.de/genesisWS/rest/2020/data/tablefile"
PAGE = "https://www-genesis.destatis.de/datenbank/online/table/"
KEY = Credential(NAME, header="username")
_TABLE = re.compile(r"\d{5}-\d{2,4}[A-Za-z0-9-]{0,8}", re.ASCII)
_KINDS = (
    "application/zip",
    "text/csv",
    "application/x-zip-compressed",
    "application/octet-stream",
    "text/plain",
    "application/json",
)
_NEEDED = ("time", "value", "value_unit", "value_variable_code", "value_variable_label")
_FLAGS = MappingProxyType({"p": Status.PROVISIONAL, "s": Status.ESTIMATED, "hidden": Status.SUPPRESSED})
_SPELT = (
    ("eur m", "EUR, millions"),
    ("eur bn", "EUR, billions"),
    ("eur 1,000", "EUR, thousands"),
    ("1,000", "thousands"),
)
_LOGIN = re.compile(r"user ?name|password|token|kennung|passwort|log-?in|account", re.IGNORECASE)
_LARGE, _NO_OBJECT = 98, 104

HEADLINES: Mapping[str, str] = MappingProxyType(
    {
        "61111-0001?unit=%25": "Consumer price index for Germany, change on the previous year (%)",
        "61111-0002?unit=%25": "Consumer price index for Germany, change on the month of the previous year (%)",
        "12411-0001": "Population of Germany on 31 December (persons)",
        "12612-0001": "Live births in Germany (number)",
    }
)


class NoTableError(ServiceError):
    """Destatis has no table with this code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            TITLE,
            f"it has no table {clean(code, 40)}",
            "A code is written like 61111-0001; look on www-genesis.destatis.de.",
        )


class DestatisKeyError(SourceError):
    """Destatis refuses the token of the account."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{TITLE} does not take the key: {said}",
            "Check WORKBENCH_KEY_DESTATIS: it is the token of your account there.",
        )


class Destatis:
    """GENESIS-Online as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher=PUBLISHER,
        licence=LICENCE,
        url="https://www-genesis.destatis.de",
        hosts=("www-genesis.destatis.de",),
        covers="Germany: prices, population, births, output, work, trade; monthly to yearly",
        needs_key=True,
        trials=(Trial("61111-0001?unit=%25", HOME, 2019, "percentage", Decimal(1), Decimal(2)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:  # noqa: ARG002  (its catalogue is asked statistic by statistic)
        """Yield the headline series, since GENESIS lists its tables by statistic, which would take an hour."""
        yield CataloguePage.whole(
            _series(SeriesRef(NAME, key), title, unit_of_title(title).unit) for key, title in HEADLINES.items()
        )

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series of a table, by whole decades, so that one archived answer serves many claims.

        Raises:
            SourceError: The API key is missing or refused, Destatis refused the request, or its answer has an unknown form.
            UnknownNameError: The key has a dimension or a member that the table does not have.
        """
        key = TableKey.parse(ask.ref.key)
        if not _TABLE.fullmatch(key.table):
            raise NoTableError(key.table)
        first, last = ask.first - ask.first % 10, ask.last - ask.last % 10 + 9
        form = {"name": key.table, "area": "all", "compress": "false", "format": "ffcsv", "language": "en"}
        body = urlencode(form | {"startyear": f"{first:04}", "endyear": f"{last:04}"}).encode()
        answer = await fetch(
            Request(
                URL,
                source=NAME,
                accept="*/*",
                expects=_KINDS,
                method="POST",
                body=body,
                content_type="application/x-www-form-urlencoded",
                credential=KEY,
                fails=_is_refusal,
            )
        )
        if refusal := _nothing(answer):
            nothing = SeriesAnswer(
                home=HOME, reading=CellReading(title=TITLE), parts=(), metadata=(answer,), notices=(refusal,)
            )
            return nothing.found(ask, _series(ask.ref, key.table, UNKNOWN_UNIT))
        rows = FlatRows(_table(answer))
        cube = rows.cube()
        choice = choose_there(TITLE, cube.axes, key, ask, rows.there()) if cube.axes else MemberChoice({})
        unit = _unit(choice.fixed.get(UNITS, ""))
        title = ", ".join((rows.title, *(one for one in choice.shown(groups_of_table(cube.axes)))))
        reading = CellReading(
            title=TITLE,
            flags=_FLAGS,
            place=place_of,
            only_place="" if cube.of_role(Role.PLACE) else HOME,
            scale=unit.scale,
        )
        sent = SeriesAnswer(home=HOME, reading=reading, parts=[(answer, cube)], choice=choice)
        return sent.found(ask, _series(ask.ref, title or key.table, unit.unit))


def _is_refusal(body: bytes) -> bool:
    return body.lstrip()[:1] == b"{"


def _status(answer: Answer) -> tuple[object, str]:
    """Read the code and the text of a refusal.

    Raises:
        WrongAnswerError: It is no refusal of Destatis.
    """
    tree = read_json(TITLE, answer.body)
    status = tree.get("Status", tree) if isinstance(tree, dict) else None
    if not isinstance(status, dict) or not isinstance(status.get("Content"), str):
        raise WrongAnswerError(TITLE, "a flat table (ffcsv)", "JSON of another shape")
    return status.get("Code"), clean(status["Content"], 200)


def _nothing(answer: Answer) -> Problem | None:
    """Return the Problem that the table is unknown or has no figures for these years: the service does not say."""
    if not _is_refusal(answer.body):
        return None
    code, said = _status(answer)
    message = f"it has nothing for this question, and says: {said}"
    return (
        Problem(TITLE, message, "Check the code of the table, and the years.", "service-said")
        if code == _NO_OBJECT
        else None
    )


def _table(answer: Answer) -> RecordTable:
    """Return the flat table of an answer, unzipped.

    Raises:
        SourceError: It is an error message, or no table.
    """
    if _is_refusal(answer.body):
        code, said = _status(answer)
        if _LOGIN.search(said):
            raise DestatisKeyError(said)
        hint = "Ask for fewer years: tables this large are made in the background."
        raise ServiceError(TITLE, said, hint if code == _LARGE else "")
    try:
        return read_table(sole_file(answer.body), TITLE, _NEEDED)
    except (ValueError, ReadingError) as error:
        raise WrongAnswerError(TITLE, "a flat table (ffcsv)", "something else") from error


def _unit(words: str) -> ReadUnit:
    """Parse Destatis' name of a unit.

    >>> [(str(_unit(words).unit), str(_unit(words).scale)) for words in ("%", "EUR bn", "1,000", "number", "2020=100")]
    [('percentage', '1'), ('euro', '1000000000'), ('', '1000'), ('', '1'), ('index point', '1')]
    """
    low = words.lower().strip()
    read = read_unit(next((spelt for short, spelt in _SPELT if low == short), words))
    return (
        read
        if read.unit.dimension is not Dimension.UNKNOWN or read.scale == 1
        else ReadUnit(Unit(Dimension.COUNT, ""), read.scale)
    )


def _series(ref: SeriesRef, title: str, unit: Unit) -> Series:
    return Series(
        ref=ref,
        title=title,
        unit=unit,
        adds=adds_of(title, unit),
        places=frozenset({HOME}),
        url=PAGE + ref.key.partition("?")[0],
        publisher=PUBLISHER,
        licence=LICENCE,
    )


SOURCE = Destatis()
