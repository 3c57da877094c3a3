"""Parse times in tables of PxWeb installations, from their labels, since codes may be mere ordinals.

``1`` may be labelled ``2000``, a year may have a footnote mark (``2024 1)``), a month may be ``2026М03`` with a
Cyrillic М, and ``I/2024`` is a quarter in one table and a month in another. An unknown form is not a time; nothing is
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from sources._cube.cube import Axis, Member
from sources._text.lookalikes import folded, plain
from workbench.core.dates.period_codes import read_time
from workbench.core.months import months
from workbench.core.period import Period, day, half, month, quarter

_FIRST, _LAST = 1700, 2200
_MARK = re.compile(
    r"(?:\s*\*+|\s*[¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?|\s+\(?\d{1,2}\)|(?<=\d{4})\d\)|\s*\([a-z]\)|(?<=\d)\.|,)\Z", re.IGNORECASE
)
_LETTERS = "Q|KV|K|TM|TR|T|M|H|S"
_PARTED = re.compile(rf"(\d{{4}})[\s/.-]*({_LETTERS})\s?[/-]?(\d{{1,2}})\Z", re.IGNORECASE)
_TURNED = re.compile(rf"({_LETTERS})\s?(\d{{1,2}})[\s/.-]+(\d{{4}})\Z", re.IGNORECASE)
_ROMAN = re.compile(r"(\d{4})[\s/.-]+([IVX]{1,4})\Z")
_ROMAN_FIRST = re.compile(r"([IVX]{1,4})[\s/.-]+(\d{4})\Z")
_NAMED = re.compile(r"([^\W\d_]{3,12})\.?[\s,/-]+(\d{4})\Z")
_NAMED_LAST = re.compile(r"(\d{4})[\s,/-]+([^\W\d_]{3,12})\.?\Z")
_SLASHED = re.compile(r"(\d{4})\s?[/.]\s?(\d{2})\Z")
_SLASHED_FIRST = re.compile(r"(\d{2})\s?[/.]\s?(\d{4})\Z")
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\Z")
_ROMANS = {
    name: n
    for n, name in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], start=1)
}
_BY_NAME = {folded(name): n for name, n in months().items()}
_MONTHLY = re.compile(
    r"месец|month|mounth|mesec|muaj|måned|månad|kuukau|kuu\b|mėn|mjesec|monat|mois|lun[ai]", re.IGNORECASE
)
_TIME_IN_ENGLISH = r"time|years?|period|quarters?|months?|mounth|date"
_TIME_IN_MACEDONIAN = r"година|години|месец|месеци|тримесечје|тримесечја"
_TIME_IN_ALBANIAN = r"viti|vitet|muaji|tremujori"
_TIME_IN_NORDIC_LANGUAGES = r"tid|vuosi|vuosinelj.*|kuukausi|år|ár|kvartal|måned|månad"
_TIME_IN_SOUTH_SLAVIC = r"leto|četrtletje|mesec|mjesec|godina|tromjesečje"
_TIME_IN_OTHERS = r"aasta|vaatlusperiood|gads|ceturksnis|mēnesis|anul|luna|jahr|année"
_TIME_NAME = re.compile(
    rf"(?:{_TIME_IN_ENGLISH}|{_TIME_IN_MACEDONIAN}|{_TIME_IN_ALBANIAN}|{_TIME_IN_NORDIC_LANGUAGES}"
    rf"|{_TIME_IN_SOUTH_SLAVIC}|{_TIME_IN_OTHERS})\Z",
    re.IGNORECASE,
)
_QUARTERLY = re.compile(r"тримесеч|квартал|quarter|tremujor|kvartal|neljännes|četrtlet|tromjese|trimest", re.IGNORECASE)


_NUMBERED = re.compile(r"([12]\d{3}) - (\d{1,2})")


def is_time_name(text: str) -> bool:
    """Check whether a variable is named as time.

    >>> is_time_name("Година"), is_time_name("Mounth"), is_time_name("Year of birth")
    (True, True, False)
    """
    return bool(_TIME_NAME.match(text.strip()))


def reader_of(axis: Axis) -> Callable[[Member], Period]:
    """Return the parser of a time axis's members; Roman numbers are months where the axis is named so or they exceed IV.

    Numbered parts ("2005 - 1") are quarters where exactly four exist, and months where they exceed 4.

    >>> parts = Axis("time", "Time", tuple(Member(f"2005 - {n}", f"2005 - {n}") for n in (1, 2, 3, 4)))
    >>> [reader_of(parts)(one).label for one in parts.members]
    ['2005-Q1', '2005-Q2', '2005-Q3', '2005-Q4']
    >>> reader_of(Axis("Тримесечје", "Quarter", (Member("7", "I/2024"),)))(Member("7", "I/2024")).label
    '2024-Q1'
    >>> reader_of(Axis("Месец", "Month", ()))(Member("2", "II/2024")).label
    'Feb 2024'
    """
    name = f"{axis.code} {axis.label}"
    beyond = any(re.search(r"\b(?:V|VI|VII|VIII|IX|X|XI|XII)\b", plain(one.label)) for one in axis.members[:60])
    monthly = not _QUARTERLY.search(name) and bool(_MONTHLY.search(name) or beyond)
    numbered = {int(found[2]) for one in axis.members if (found := _NUMBERED.fullmatch(one.label))}
    letter = "Q" if numbered == {1, 2, 3, 4} else "M" if numbered and max(numbered) > 4 else ""

    def read(member: Member) -> Period:
        if letter and (found := _NUMBERED.fullmatch(member.label)):
            return part_of_year(int(found[1]), letter, int(found[2]))
        return period_of(member, monthly=monthly)

    return read


def period_of(member: Member, *, monthly: bool = False) -> Period:
    """Parse the period of a member, from its label or else its code.

    Args:
        member: The member.
        monthly: Whether a Roman number is a month; otherwise it is a quarter.

    Raises:
        ValueError: Neither is a period of statistics.

    >>> [period_of(Member(str(n), said)).label for n, said in enumerate(("2000", "2024 1)", "2026М03", "Q2 2021", "март 2021"))]
    ['2000', '2024', 'Mar 2026', '2021-Q2', 'Mar 2021']
    """
    with suppress(ValueError):
        return _read(member.label, monthly=monthly)
    return _read(member.code, monthly=monthly)


def is_period(text: str) -> bool:
    """Check whether a label is a period of statistics."""
    with suppress(ValueError):
        return bool(_read(text, monthly=False))
    return False


def _read(label: str, *, monthly: bool) -> Period:
    text = bare(label)
    found = _coded(text) or _parted(text) or _in_words(text) or _in_roman(text, monthly=monthly) or _in_digits(text)
    if found is None or not _FIRST <= found.start.year <= _LAST:
        raise ValueError(f"not a time: {label[:40]!r}")
    return found


def bare(label: str) -> str:
    """Remove footnote marks from a label.

    >>> bare("2023*"), bare("2024 2)"), bare("2021.")
    ('2023', '2024', '2021')
    """
    text = plain(label)[:80]
    while (shorter := _MARK.sub("", text)) != text:
        text = shorter
    return text


def is_preliminary(label: str) -> bool:
    """Check whether a time has a star, by which offices mark provisional figures."""
    return label.rstrip().endswith("*")


def _coded(text: str) -> Period | None:
    with suppress(ValueError):
        return read_time(text)
    return None


def _parted(text: str) -> Period | None:
    if found := _PARTED.match(text):
        return part_of_year(int(found[1]), found[2], int(found[3]))
    if found := _TURNED.match(text):
        return part_of_year(int(found[3]), found[1], int(found[2]))
    return None


def part_of_year(y: int, letter: str, n: int) -> Period:
    """Return a month, quarter or half of a year, by the offices' letter for each.

    Raises:
        ValueError: The year has no such part.

    >>> part_of_year(2021, "TM", 2).label, part_of_year(2021, "M", 2).label
    ('2021-Q2', 'Feb 2021')
    """
    match letter.upper():
        case "M" if 1 <= n <= 12:
            return month(y, n)
        case "H" | "S" if n in {1, 2}:
            return half(y, n)
        case "Q" | "K" | "KV" | "T" | "TM" | "TR" if 1 <= n <= 4:
            return quarter(y, n)
    raise ValueError(f"no part of a year: {letter}{n}")


def month_named(word: str) -> int:
    """Return the number of a month, by its name or its beginning; 0 for another word.

    >>> month_named("март"), month_named("Sept"), month_named("Marriages")
    (3, 9, 0)
    """
    name = folded(word).rstrip(".")
    if name in _BY_NAME:
        return _BY_NAME[name]
    short = (n for full, n in _BY_NAME.items() if 3 <= len(name) <= 4 and full.startswith(name))
    return next(short, 0)


def _in_words(text: str) -> Period | None:
    if (found := _NAMED.match(text)) and (n := month_named(found[1])):
        return month(int(found[2]), n)
    if (found := _NAMED_LAST.match(text)) and (n := month_named(found[2])):
        return month(int(found[1]), n)
    return None


def _in_roman(text: str, *, monthly: bool) -> Period | None:
    if found := _ROMAN.match(text):
        y, name = found[1], found[2]
    elif found := _ROMAN_FIRST.match(text):
        y, name = found[2], found[1]
    else:
        return None
    n = _ROMANS.get(name, 0)
    return part_of_year(int(y), "M" if monthly or n > 4 else "Q", n)


def _in_digits(text: str) -> Period | None:
    if (found := _SLASHED.match(text)) and 1 <= int(found[2]) <= 12:
        return month(int(found[1]), int(found[2]))
    if (found := _SLASHED_FIRST.match(text)) and 1 <= int(found[1]) <= 12:
        return month(int(found[2]), int(found[1]))
    if found := _DAY.match(text):
        return day(date(int(found[3]), int(found[2]), int(found[1])))
    return None


def part_named(member: Member) -> tuple[str, int] | None:
    """Return the part of a year of a second time axis's member, as letter and number; None for the whole year.

    >>> part_named(Member("1", "Јануари")), part_named(Member("4", "Q4")), part_named(Member("0", "Total"))
    (('M', 1), ('Q', 4), None)
    """
    text = bare(member.label)
    if n := month_named(text):
        return "M", n
    if found := re.match(rf"({_LETTERS})\s?(\d{{1,2}})\Z", text, re.IGNORECASE):
        return found[1].upper(), int(found[2])
    return None
