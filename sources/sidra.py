"""IBGE, the statistical office of Brazil, by SIDRA: prices, work, output, population; only Brazil as a whole.

Keys are the table with its variable and categories, as in SIDRA's own addresses: ``1737?v=2265``,
``5932?v=6561&c11255=90707``. Titles are the office's, in Portuguese. It needs no API key. Documentation:
https://apisidra.ibge.gov.br/home/ajuda.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sources._cube.cube import Axis, Cell, Cube, Member, Role, scan_of
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.observations import CellReading
from sources._cube.one_series import SeriesAnswer
from sources._cube.table_key import TableKey
from sources._cube.unreadable_rows import bad_rows
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.unit_parser import ReadUnit
from workbench.core.errors import ServiceError, WrongAnswerError
from workbench.core.period import add_months
from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef, SourceInfo, Status, Trial
from workbench.ports import Ask, CataloguePage, Fetch, Request, SourceAnswer

NAME, TITLE = "sidra", "IBGE (SIDRA)"
PUBLISHER = "Instituto Brasileiro de Geografia e Estatística"
LICENCE = "Free reuse with the source named: IBGE"
BASE, LIST = "https://apisidra.ibge.gov.br/values", "https://servicodados.ibge.gov.br/api/v3/agregados"
PAGE = "https://sidra.ibge.gov.br/tabela/"
HOME = "BRA"
VARIABLE = "v"
_REFUSED = 400
_TABLE = re.compile(r"\d{1,6}", re.ASCII)
_PART = re.compile(r"c\d{1,6}|v", re.ASCII)
_CODE = re.compile(r"\d{1,9}|all|allxp|allxt", re.ASCII)
_SET = re.compile(r"D(\d{1,2})N\Z", re.ASCII)
_FLAGS = MappingProxyType({"X": Status.SUPPRESSED})
_GONE = MappingProxyType(
    {"-": "Published as -: nothing there is.", "..": "Does not apply.", "...": "Not available.", "X": "Withheld."}
)
_NOUNS: tuple[tuple[str, Unit], ...] = (
    ("%", PERCENT),
    ("pessoa", Unit(Dimension.COUNT, "person")),
    ("domicílio", Unit(Dimension.COUNT, "household")),
    ("unidade", Unit(Dimension.COUNT, "unit")),
    ("nascido", Unit(Dimension.COUNT, "birth")),
    ("óbito", Unit(Dimension.COUNT, "death")),
    ("reais", Unit(Dimension.MONEY, "real", "BRL")),
    ("número-índice", Unit(Dimension.INDEX, "index point")),
    ("tonelada", Unit(Dimension.PHYSICAL, "tonne", "t")),
    ("hectare", Unit(Dimension.PHYSICAL, "hectare", "ha")),
)
_SCALES = (("mil ", 3), ("milhões ", 6), ("bilhões ", 9))


class SidraRefusedError(ServiceError):
    """SIDRA answered with a message instead of a table."""

    def __init__(self, said: str, table: str) -> None:
        super().__init__(
            TITLE,
            clean(said, 200) or "it does not take the question",
            f"Look for the codes on {PAGE}{clean(table, 20)}.",
        )


class Sidra:
    """IBGE's SIDRA as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher=PUBLISHER,
        licence=LICENCE,
        url="https://sidra.ibge.gov.br",
        hosts=("apisidra.ibge.gov.br", "servicodados.ibge.gov.br"),
        covers="Brazil: prices, work, output, population, farming; monthly to yearly",
        trials=(Trial("4099?v=4099", HOME, 2019, "percentage", Decimal(10), Decimal(14)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the tables of all surveys as one page."""
        answer = await fetch(Request(LIST, source=NAME))
        tree = read_json(TITLE, answer.body)
        if not isinstance(tree, list):
            raise WrongAnswerError(TITLE, "a list of surveys", "JSON of another shape")
        tables = {one.ref: one for one in _listed(tree)}
        yield CataloguePage.whole(tables.values(), (answer.problem,) if answer.problem else ())

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one variable of a table, of all times, so that one archived answer serves every claim.

        Raises:
            SourceError: SIDRA refused, or its answer has an unknown form.
            UsageError: The key has a variable or category that the table does not have.
        """
        key = TableKey.parse(ask.ref.key)
        path = _path(key)
        answer = await fetch(Request(f"{BASE}/{path}", source=NAME, reads_errors=(_REFUSED,)))
        if answer.status == _REFUSED:
            raise SidraRefusedError(answer.body[:400].decode("utf-8", "replace"), key.table)
        cube = _cube(read_json(TITLE, answer.body), key)
        choice = choose(TITLE, cube.axes, TableKey(key.table), ask)
        unit = _unit(next((member.unit for member in _chosen(cube, choice) if member.unit), ""))
        reading = CellReading(title=TITLE, flags=_FLAGS, only_place=HOME, scale=unit.scale)
        sent = SeriesAnswer(home=HOME, reading=reading, parts=[(answer, cube)], choice=choice)
        return sent.found(ask, _series(ask.ref, key.table, cube, choice, unit.unit))


def _path(key: TableKey) -> str:
    """Return the path of a table below SIDRA's base address: Brazil as a whole, all times.

    Raises:
        SidraRefusedError: The key is not that of a table.

    >>> _path(TableKey("5932", {"v": "6561", "c11255": "90707"}))
    't/5932/n1/all/v/6561/p/all/c11255/90707'
    """
    good = all(_PART.fullmatch(name) and _CODE.fullmatch(code) for name, code in key.fixed.items())
    if not _TABLE.fullmatch(key.table) or not good:
        raise SidraRefusedError("A series is a number with a variable and categories, such as 1737?v=2265.", key.table)
    parts = "".join(f"/{name}/{code}" for name, code in key.fixed.items() if name != VARIABLE)
    return f"t/{key.table}/n1/all/v/{key.fixed.get(VARIABLE, 'allxp')}/p/all{parts}"


@dataclass(frozen=True, slots=True)
class _NumberedDimension:
    """A dimension of an answer: the number of its columns, its label in the first row, and its role."""

    number: str
    label: str
    role: Role


def _columns(head: Mapping[str, Any]) -> list[_NumberedDimension]:
    """Read the dimensions from the first row, which has the labels of columns."""
    named = [(found[1], clean(label, 80)) for key, label in head.items() if (found := _SET.match(key))]
    times = ("mês", "trimestre", "semestre", "ano", "período")
    return [
        _NumberedDimension(number, label, Role.TIME if label.lower().startswith(times) else Role.OTHER)
        for number, label in named
        if label.lower() != "brasil"
    ]


def _cube(tree: Any, key: TableKey) -> Cube:
    if not isinstance(tree, list) or not tree or not all(isinstance(row, dict) for row in tree) or "V" not in tree[0]:
        raise WrongAnswerError(TITLE, "rows under a first row of names", "JSON of another shape")
    columns = _columns(tree[0])
    if not any(column.role is Role.TIME for column in columns):
        raise WrongAnswerError(TITLE, "rows with times", "rows without")
    members: list[dict[str, Member]] = [{} for _ in columns]
    cells, bad = list[Cell](), 0
    for n, row in enumerate(tree[1:], start=1):
        cell = _cell(n, row, columns, members)
        bad += cell is None
        cells += [cell] if cell else []
    axes = tuple(_axis(column, list(found.values())) for column, found in zip(columns, members, strict=True))
    return Cube(title=key.table, axes=axes, scan=scan_of(axes, cells), problems=bad_rows(TITLE, bad))


def _axis(column: _NumberedDimension, members: Sequence[Member]) -> Axis:
    total = next((one.code for one in members if one.label.lower() == "total"), "")
    return Axis(column.label, column.label, tuple(members), column.role, total)


def _cell(
    n: int, row: Mapping[str, Any], columns: Sequence[_NumberedDimension], members: Sequence[dict[str, Member]]
) -> Cell | None:
    """Read a row, and record its members' labels; None where it is unreadable."""
    codes = []
    for column, known in zip(columns, members, strict=True):
        code, label = (clean(row.get(f"D{column.number}{letter}"), 160) for letter in "CN")
        code = _time(code, column.label) if column.role is Role.TIME else code
        if not code:
            return None
        unit = clean(row.get("MN"), 80) if column.label == "Variável" else ""
        known.setdefault(code, Member(code, label or code, unit))
        codes.append(code)
    value = clean(row.get("V"), 60)
    note = _GONE.get(value, "")
    return Cell(tuple(codes), "" if note else value, "X" if value == "X" else "", f"/{n}/V", note=note)


def _time(code: str, kind: str) -> str:
    """Return the code of a time, by its column's label: a "Trimestre Móvel" is the three months ending with the given one.

    >>> _time("202401", "Mês"), _time("202401", "Trimestre"), _time("202403", "Trimestre Móvel"), _time("2024", "Ano")
    ('2024-01', '2024-Q1', '2024-01-01/2024-04-01', '2024')
    """
    if not re.fullmatch(r"[12]\d{3}(?:0[1-9]|1[0-2])?", code, re.ASCII):
        return ""
    year, part = code[:4], int(code[4:] or 0)
    name = kind.lower()
    if not part:
        return year
    if "móvel" in name:
        end = add_months(date(int(year), part, 1), 1)
        return f"{add_months(end, -3).isoformat()}/{end.isoformat()}"
    if name.startswith("trimestre"):
        return f"{year}-Q{part}" if part <= 4 else ""
    if name.startswith("semestre"):
        return f"{year}-S{part}" if part <= 2 else ""
    return f"{year}-{part:02}" if name.startswith("mês") else ""


def _unit(words: str) -> ReadUnit:
    """Parse the Portuguese name of a unit, with its multiplier.

    >>> [(str(_unit(words).unit), str(_unit(words).scale)) for words in ("%", "Mil pessoas", "Milhões de Reais", "Cruzados")]
    [('percentage', '1'), ('person', '1000'), ('real', '1000000'), ('', '1')]
    """
    low = words.lower()
    power = next((power for word, power in _SCALES if low.startswith(word)), 0)
    unit = next((unit for noun, unit in _NOUNS if noun in low), UNKNOWN_UNIT)
    return ReadUnit(unit, Decimal(10) ** power)


def _chosen(cube: Cube, choice: MemberChoice) -> list[Member]:
    pairs = ((axis, axis.member(choice.fixed.get(axis.code, ""))) for axis in cube.axes)
    return [member for _, member in pairs if member]


def _series(ref: SeriesRef, table: str, cube: Cube, choice: MemberChoice, unit: Unit) -> Series:
    title = ", ".join(member.label for member in _chosen(cube, choice) if member.label.lower() != "total")
    flow = unit.dimension is Dimension.MONEY and "médi" not in title.lower()
    return Series(
        ref=ref,
        title=title or f"Tabela {table}",
        unit=unit,
        adds=Additivity.SUM if flow else adds_of(title, unit),
        adjusted="Seasonally adjusted" if "ajuste sazonal" in title.lower() else "",
        places=frozenset({HOME}),
        url=f"{PAGE}{table}",
        publisher=PUBLISHER,
        licence=LICENCE,
        notes=choice.shown(cube.axes),
    )


def _listed(tree: Sequence[Any]) -> Iterator[Series]:
    listed = (survey.get("agregados") for survey in tree if isinstance(survey, dict))
    rows = (row for rows in listed if isinstance(rows, list) for row in rows if isinstance(row, dict))
    for row in rows:
        table, title = clean(row.get("id"), 12), clean(row.get("nome"), 300)
        if _TABLE.fullmatch(table) and title:
            ref = SeriesRef(NAME, table)
            places = frozenset({HOME})
            yield Series(
                ref=ref, title=title, places=places, url=f"{PAGE}{table}", publisher=PUBLISHER, licence=LICENCE
            )


SOURCE = Sidra()
