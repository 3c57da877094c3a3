"""Read PC-Axis files (``.px``), in which statistical offices store the tables of PxWeb, as cubes.

Offices publish the files themselves, some installations of PxWeb answer in this format, and users have such files.
Cells stay slices of the body until one is requested; a file whose figures do not fill its axes is refused, since then
figures cannot be assigned to members.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from sources._cube.cube import Axis, Cell, Cube, Member, Only
from sources._formats.jsonstat.roles import roles_of
from sources._formats.px.keywords import Keywords, read_keywords, times
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.errors import WrongAnswerError
from workbench.evidence.px_cell import BadPxError, data_cells, data_start, px_pointer

MOST_CELLS, MOST_AXES, MOST_NOTES = 5_000_000, 30, 100
_WHAT = "a PC-Axis table"
_SYMBOLS = 6


def is_px(body: bytes) -> bool:
    """Check whether a body begins like a PC-Axis file.

    >>> is_px(b'CHARSET="ANSI";'), is_px(b'{"class": "dataset"}')
    (True, False)
    """
    start = body[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b"CHARSET", b"AXIS-VERSION", b"CODEPAGE", b"LANGUAGE", b"CREATION-DATE", b"MATRIX"))


def read_px(source: str, body: bytes, languages: Sequence[str] = ("en",)) -> Cube:
    r"""Read a file.

    Args:
        source: The service's name for readers.
        body: The bytes as archived; pointers refer to them.
        languages: Languages in order of preference; the file's own is used where it has none of them.

    Raises:
        WrongAnswerError: It is no PC-Axis file, or its figures do not fill its axes.

    >>> body = b'AXIS-VERSION="2013";TITLE="Births";STUB="sex";HEADING="year";VALUES("sex")="Boys","Girls";'
    >>> body += b'CODES("sex")="B","G";VALUES("year")="2020","2021";DATA=\n11 ".."\n9 10;'
    >>> [(cell.codes, cell.text, cell.flag, cell.pointer) for cell in read_px("A", body).cells({"year": ["2021"]})]
    [(('B', '2021'), '', '..', 'px:cell=2'), (('G', '2021'), '10', '', 'px:cell=4')]
    """
    try:
        head, cells = body[: data_start(body)], list(data_cells(body))
    except BadPxError as error:
        raise WrongAnswerError(source, _WHAT, "something that cannot be read as one") from error
    words = read_keywords(head, languages)
    axes = _axes(source, words)
    size = prod(len(axis.members) for axis in axes)
    if not axes or size != len(cells) or size > MOST_CELLS:
        raise WrongAnswerError(source, _WHAT, "one whose figures do not fill its axes")
    return _cube(words, axes, _PxCells(axes, cells, _symbols(words)))


def _cube(words: Keywords, axes: tuple[Axis, ...], cells: _PxCells) -> Cube:
    stamps = [stamp for _, stamp in words.each("LAST-UPDATED")]
    return Cube(
        title=words.text("TITLE") or words.text("DESCRIPTION") or words.text("CONTENTS"),
        axes=axes,
        scan=cells.scan,
        updated=max((day for stamp in stamps if (day := read_day(stamp))), default=None),
        source=words.text("SOURCE"),
        unit=words.text("UNITS"),
        notes=_notes(words),
    )


def _notes(words: Keywords) -> tuple[str, ...]:
    kinds = ("NOTE", "NOTEX", "VALUENOTE", "VALUENOTEX", "CELLNOTE")
    found = (": ".join((*about[-1:], text)) for kind in kinds for about, text in words.each(kind) if text)
    return tuple(dict.fromkeys(found))[:MOST_NOTES]


# --- axes


@dataclass(frozen=True, slots=True)
class _Variable:
    """A variable, with its name in the language to read and in the file's own."""

    name: str
    own: str


def _variables(words: Keywords) -> Iterator[_Variable]:
    own = Keywords(words.said)
    for keyword in ("STUB", "HEADING"):
        plain = own.texts(keyword)
        read = words.texts(keyword)
        names = read if len(read) == len(plain) else plain
        yield from (_Variable(name, mine) for name, mine in zip(names, plain, strict=True))


def _axes(source: str, words: Keywords) -> tuple[Axis, ...]:
    variables = list(_variables(words))
    bare = [_axis(words, variable) for variable in variables]
    codes = [axis.code for axis in bare]
    if len(bare) > MOST_AXES or len(set(codes)) != len(codes) or not all(axis.members for axis in bare):
        raise WrongAnswerError(source, _WHAT, "one whose axes cannot be told apart")
    roles = roles_of(bare, _said_roles(words, variables, bare))
    return tuple(
        Axis(axis.code, axis.label, axis.members, role, axis.total) for axis, role in zip(bare, roles, strict=True)
    )


def _said_roles(words: Keywords, variables: Sequence[_Variable], bare: Sequence[Axis]) -> Mapping[str, list[str]]:
    pairs = list(zip(variables, bare, strict=True))
    dated = [axis.code for one, axis in pairs if words.plain("TIMEVAL", one.name, one.own)]
    mapped = [axis.code for one, axis in pairs if words.plain("MAP", one.name, one.own)]
    return {"time": dated, "geo": mapped}


def _axis(words: Keywords, one: _Variable) -> Axis:
    labels = words.texts("VALUES", one.name, one.own)
    codes = words.texts("CODES", one.name, one.own) or times(words.plain("TIMEVAL", one.name, one.own))
    if len(codes) != len(labels) or len(set(codes)) != len(codes):
        codes = labels
    members = {clean(code, 200): clean(label) for code, label in zip(codes, labels, strict=True)}
    if len(members) != len(labels):
        members = {}
    units = _units(words, one)
    total = words.text("ELIMINATION", one.name, one.own)
    return Axis(
        code=words.text("VARIABLECODE", one.name, one.own) or clean(one.own, 200),
        label=clean(one.name, 200),
        members=tuple(Member(code, label, units.get(label, "")) for code, label in members.items()),
        total=next((code for code, label in members.items() if label == total), ""),
    )


def _units(words: Keywords, one: _Variable) -> Mapping[str, str]:
    """Return the unit of each content, by its label; empty for a variable that is not of contents."""
    if one.name not in words.texts("CONTVARIABLE"):
        return {}
    return {clean(about[0]): text for about, text in words.each("UNITS") if len(about) == 1}


# --- cells


def _symbols(words: Keywords) -> Mapping[str, str]:
    """Return the label of each symbol in ``DATA``. The number of dots is the number of the symbol."""
    shown = {"." * n: words.text(f"DATASYMBOL{n}") or "." * n for n in range(1, _SYMBOLS + 1)}
    return shown | {"-": words.text("DATASYMBOLNIL") or "-"}


@dataclass(frozen=True, slots=True)
class _PxCells:
    """The cells of a body as texts."""

    axes: tuple[Axis, ...]
    written: Sequence[bytes]
    symbols: Mapping[str, str]

    def scan(self, only: Only) -> Iterator[Cell]:
        """Yield the cells of the members wanted."""
        wanted = [self._wanted(axis, only) for axis in self.axes]
        strides = [prod(len(axis.members) for axis in self.axes[n + 1 :]) for n in range(len(self.axes))]
        for places in product(*wanted):
            codes = tuple(axis.members[n].code for axis, n in zip(self.axes, places, strict=True))
            yield self._cell(codes, sum(n * stride for n, stride in zip(places, strides, strict=True)))

    def _wanted(self, axis: Axis, only: Only) -> list[int]:
        codes = only.get(axis.code)
        return [n for n, member in enumerate(axis.members) if codes is None or member.code in codes]

    def _cell(self, codes: tuple[str, ...], number: int) -> Cell:
        written = self.written[number].decode("ascii", "replace")
        text = written.strip('"').strip()
        pointer = px_pointer(number + 1)
        if written.startswith('"') or text in self.symbols:
            return Cell(codes, "", clean(self.symbols.get(text, text), 40), pointer)
        return Cell(codes, text, "", pointer)
