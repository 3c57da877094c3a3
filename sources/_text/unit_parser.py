"""Parse units in titles and unit columns: "(% of GDP)", "(current US$)", "Tonnes", "US dollars, millions".

The World Bank and many files give units only in words. A wrong unit would let a percentage be compared with a count, so
a unit that is not understood stays unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from sources._text.currency_names import money_named
from sources._text.macedonian_units import in_english
from sources._text.singular import singular
from sources._text.unit_multipliers import without_multiplier
from workbench.core.quantity import PERCENT, POINTS, UNKNOWN_UNIT, Dimension, Unit
from workbench.core.units import measure_of_words, measures

_SLASH = re.compile(
    r"(?<=[A-Za-z0-9$€])\s?/\s?(?=(?:hectare|ha|person|capita|head|day|month|year|hour|km|lit|m3|kwh|kg|ton)\w*\b)",
    re.IGNORECASE,
)
_PER = re.compile(r"\bper\s+(?P<per>(?:1\s?million|million|[\d,.]*\s*)\s*[\w.$-]+(?:\s[\w-]+){0,3})", re.IGNORECASE)
_BASE = re.compile(r"constant\s+(?:prices\s*)?\(?(?P<year>\d{4})?", re.IGNORECASE)
_AROUND_MONEY = re.compile(r"\b(?:in|of|current|prices|at|total|v|u|w|de|di)\b|[,():.]", re.IGNORECASE)
"""What stands around the name of money in a unit: "in current rupees"."""
_INDEX = re.compile(
    r"\b(?:index|indices)\b|\d{4}(?:-\d{2,4})?\s*=\s*100|\bscale\b|^\s*0-1\s*$|\b\d+\s*=\s*(?:low|high|worst|best|weak)",
    re.IGNORECASE,
)

_MONEY: tuple[tuple[str, str, str], ...] = (
    (r"international\s+(?:\$|dollars?)|\bppp\b(?!.*\bus\b)", "international dollar", ""),
    (r"\bus\s?\$|\busd\b|\bu\.?s\.?\s+dollars?", "dollar", "USD"),
    (r"\beuros?\b|\beura?\b|€", "euro", "EUR"),
    (r"\bpounds?\s+sterling\b|\bgbp\b|£", "pound", "GBP"),
    (r"\bdenars?\b|\bmkd\b|(?:^|\b(?:mil|mill|mio|thous|of)\.?\s)den\.?\s*$", "denar", "MKD"),
    (r"\bsek\b|\bswedish kron(?:or|a)\b", "krona", "SEK"),
    (r"\bnok\b|\bnorwegian kroner?\b", "krone", "NOK"),
    (r"\bdkk\b|\bdanish kroner?\b", "krone", "DKK"),
    (r"\bisk\b", "króna", "ISK"),
    (r"\bchf\b|\bswiss francs?\b", "franc", "CHF"),
    (r"\brsd\b|\bserbian dinars?\b", "dinar", "RSD"),
    (r"\bbam\b|\bconvertible marks?\b", "mark", "BAM"),
    (r"\bleks?\b", "lek", "ALL"),
    (r"\bmdl\b", "leu", "MDL"),
    (r"(?:^|\s)\$", "dollar", ""),
    (r"\b(?:lcu|local currency(?: units?)?|national currency)\b", "national currency unit", ""),
)
_SPELT: tuple[tuple[str, str], ...] = (
    (r"^\W*(?:ton(?:ne)?s?|t)[- ]?(?:km|kilomet(?:er|re)s?)\b", "tkm"),
    (r"\b(?:metric\s+)?ton(?:ne)?s?\b|\b[mk]t\b|\bkilotons?\b", "t"),
    (r"\bkgs?\b|\bkilogram(?:me)?s?\b", "kg"),
    (r"\bgram(?:me)?s?\b|\bg(?=\s?co2)", "g"),
    (r"\bkilowatt[- ]?hours?\b|\bkwh\b", "kwh"),
    (r"\bgigawatt[- ]?hours?\b|\bgwh\b", "gwh"),
    (r"\bmegawatt[- ]?hours?\b|\bmwh\b", "mwh"),
    (r"\bsq(?:uare|\.)?\s*(?:km|kilomet(?:er|re)s?)\b", "km2"),
    (r"\bsquare\s+met(?:er|re)s?\b", "m2"),
    (r"\bhectares?\b", "ha"),
    (r"\bcubic\s+met(?:er|re)s?\b|\bm³", "m3"),
    (r"\blit(?:er|re)s?\b", "l"),
    (r"\b(?:passengers?|p)[- ]?(?:km|kilomet(?:er|re)s?)\b", "pkm"),
    (r"\bkm\b|\bkilomet(?:er|re)s?\b", "km"),
    (r"\b(?:millimet(?:er|re)s?)\b|\bmm\b", "mm"),
    (r"\bmicrograms?\b", "ug"),
    (r"\bkilocalories?\b", "kcal"),
    (r"\bterajoules?\b|\btj\b", "tj"),
    (r"\bdegrees? (?:fahrenheit|f)\b|°f\b", "f"),
    (r"\bdegrees? (?:celsius|centigrade|c)\b|°c\b", "c"),
    (r"\bdegrees?(?=\s*\Z)|°", "deg"),
)
"""Spellings of frequent units in titles. Other units are looked up in the registry by name."""

_READ = frozenset({"kW", "MW", "GW", "TW", "TWh", "kJ", "MJ", "GJ", "PJ", "EJ", "toe", "ktoe", "Mtoe", "tce", "TEU", "tkm"}) | {
    "pkm", "mg", "cm", "hl", "km3", "km2", "m2", "ha", "t", "kcal", "Mbps", "bbl",
}  # fmt: skip
"""Symbols that are read where they stand alone, in the case that they are written in: "M2" is money and "MI" a state."""

_WORDS = frozenset({"cup", "bit", "rad", "carat", "ft", "lb"})
"""Units whose names are words of titles too."""

_SYMBOLS = {
    "kwh": "kWh", "gwh": "GWh", "mwh": "MWh", "ug": "µg", "tj": "TJ", "c": "°C", "f": "°F", "deg": "",
}  # fmt: skip
_CUBIC = re.compile(r"\bm3\b")
"""Cubic metres are written with a small letter; M3 is the broad money of a country."""

_ENERGY = re.compile(r"\s+of\s+(?:oil|coal)\s+equivalent", re.IGNORECASE)
_DURATION = re.compile(r"^(?:number of |in )?(years?|months?|weeks?|days?|hours?|minutes?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """A unit with the multiplier that its words hold ("millions")."""

    unit: Unit
    scale: Decimal = Decimal(1)


def read_unit(words: str) -> ReadUnit:
    """Return the unit that a phrase names, and its multiplier; `UNKNOWN_UNIT` where no rule understands the phrase.

    >>> str(read_unit("% of GDP").unit), str(read_unit("US dollars, millions").scale)
    ('percentage', '1000000')
    >>> read_unit("мил. денари").unit.code, str(read_unit("мил. денари").scale)
    ('MKD', '1000000')
    """
    return _read_before(words) if len(words) <= _KEPT else _read(words)


_KEPT = 200
"""Characters of a phrase whose unit is kept: the titles of a list name the same few units, and most of them none."""


def _read(words: str) -> ReadUnit:
    text = _SLASH.sub(" per ", " ".join(in_english(words).replace("’", "'").split()))
    percent = _percentage(text)
    if percent is not None:
        return ReadUnit(percent)
    scaled = without_multiplier(text)
    rest, scale = scaled.words, Decimal(scaled.by) * _tonnes(text)
    unit = (
        _money(rest)
        or _index(rest)
        or _physical(rest)
        or _rate(rest)
        or _duration(rest)
        or _money_by_name(rest, many=scaled.by > 1)
        or _counted(rest)
    )
    return ReadUnit(unit or UNKNOWN_UNIT, scale)


_read_before = lru_cache(maxsize=4_096)(_read)


def _tonnes(text: str) -> int:
    """Return the factor of kilotonnes ("kt") and megatonnes ("Mt", but not "MT") to tonnes."""
    head = re.split(r"\bper\b", text, maxsplit=1)[0]
    return 10**3 if re.search(r"\bkt\b|\bkilotons?\b", head) else 10**6 if re.search(r"\bMt\b", head) else 1


def _percentage(text: str) -> Unit | None:
    low = text.lower()
    if re.search(r"percent(?:age)?[- ]points?|\bpp\b|\bp\.p\.", low):
        return POINTS
    if re.search(r"%|\bper\s?cent(?:age)?s?\b|\bpercent(?:age)?s?\b", low):
        return PERCENT
    return None


def _money(text: str) -> Unit | None:
    low = text.lower()
    head = re.split(r"\bper\b", low, maxsplit=1)[0]
    for pattern, name, code in _MONEY:
        if re.search(pattern, head + (" ppp" if "ppp" in low else "")):
            return Unit(Dimension.MONEY, name, code, per=_per(text), prices=_prices(low))
    return None


def _money_by_name(text: str, *, many: bool) -> Unit | None:
    head = re.split(r"\bper\b", text, maxsplit=1, flags=re.IGNORECASE)[0]
    found = money_named(" ".join(_AROUND_MONEY.sub(" ", _BASE.sub(" ", head)).split()), many=many)
    return replace(found, per=_per(text), prices=_prices(text.lower())) if found else None


def _prices(low: str) -> str:
    base = _BASE.search(low)
    if base:
        return f"constant {base['year']}" if base["year"] else "constant"
    return "current" if "current" in low else ""


def _per(text: str) -> str:
    if re.search(r"\bper capita\b", text, re.IGNORECASE):
        return "person"
    found = _PER.search(text)
    return " ".join(found["per"].split()).rstrip(".,") if found else ""


def _index(text: str) -> Unit | None:
    return Unit(Dimension.INDEX, "index point") if _INDEX.search(text) else None


def _physical(text: str) -> Unit | None:
    head = re.split(r"\bper\b", _CUBIC.sub("m³", text).lower(), maxsplit=1)[0]
    for pattern, code in _SPELT:
        if found := re.search(pattern, head):
            return _weighed(code, head[found.end() :], _per(text))
    return _registered(text)


def _registered(text: str) -> Unit | None:
    """Return the unit of the registry that a phrase is, by its name or symbol, and of what."""
    head = re.split(r"\bper\b", text, maxsplit=1, flags=re.IGNORECASE)[0]
    words = re.sub(r"^(?:in|number of|total)\s+", "", head.strip(" .,("), flags=re.IGNORECASE)
    if words in _READ:
        return _weighed(words.lower(), "", _per(text))
    known = measure_of_words(words)
    if known is None or known[0].dimension is not Dimension.PHYSICAL or known[0].code in _WORDS:
        return None
    return _weighed(known[0].code, f" {known[1]}", _per(text)) if known[1][:3] in {"", "of "} else None


def _weighed(code: str, behind: str, per: str) -> Unit:
    """Return a unit of the registry, with the stuff that is weighed or measured."""
    measure = measures()[code]
    if code in {"t", "kg"} and (equivalent := _ENERGY.match(behind)):
        words = f"{measure.names[0]} {' '.join(equivalent[0].split())}"
        known = measure_of_words(words)
        return Unit(Dimension.PHYSICAL, words, known[0].code if known else "", per=per)
    of = re.match(r"\s+of\s+[\w-]+(?:\s[\w-]+)?", behind)
    name = _NAMES.get(code, measure.names[0])
    return Unit(Dimension.PHYSICAL, name + (of[0].rstrip() if of else ""), _SYMBOLS.get(code, code), per=per)


_NAMES = {"kwh": "kilowatt-hour", "gwh": "gigawatt-hour", "mwh": "megawatt-hour", "c": "degree Celsius"}


def _rate(text: str) -> Unit | None:
    per = _per(text)
    if not per:
        return None
    head = re.split(r"\bper\b", text, maxsplit=1, flags=re.IGNORECASE)[0].strip(" ,(")
    return Unit(Dimension.RATE, singular(head.lower()) or "case", per=per)


def _duration(text: str) -> Unit | None:
    found = _DURATION.match(text)
    return Unit(Dimension.DURATION, found[1].lower().rstrip("s")) if found else None


def _counted(text: str) -> Unit | None:
    """Read a bare plural noun as the thing counted ("Persons", "Twenty-foot equivalent units", "number of patents")."""
    noun = re.sub(r"^(?:number|no\.?|count|total)(?:\s+of)?\s*", "", text.strip(" .,"), flags=re.IGNORECASE).lower()
    if not noun and text:
        return Unit(Dimension.COUNT, "")
    if re.fullmatch(r"[^\W\d_][\w'-]*(?: [\w'-]+){0,3}", noun) and singular(noun) != noun:
        return Unit(Dimension.COUNT, singular(noun))
    return Unit(Dimension.COUNT, noun) if noun in {"people", "person", "head"} else None


def named(unit: Unit, name: str) -> Unit:
    """Return the unit under the name of the thing counted, where it has none of its own."""
    return replace(unit, name=name) if name and not unit.name else unit
