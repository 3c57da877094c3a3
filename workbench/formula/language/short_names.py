"""Short names: ``wb.pop`` for ``worldbank.SP.POP.TOTL``. A formula is stored with the full names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from workbench.core.series import SeriesRef
from workbench.formula.language.errors import FormulaError
from workbench.formula.language.nodes import Formula, NameNode
from workbench.formula.language.parser import parse
from workbench.formula.language.printer import show
from workbench.formula.language.renaming import renamed
from workbench.formula.language.walking import names


@cache
def short_names() -> Mapping[str, Mapping[str, str]]:
    """Load the table of short names: of sources, and of the series of each source."""
    text = files("workbench.formula").joinpath("short_names.toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = tomllib.loads(text)
    return table


def whole_name(name: NameNode) -> NameNode:
    """Expand a name to its full source and key; after a source's full name, keys are taken as full too.

    >>> whole_name(NameNode("wb", "pop")).written, whole_name(NameNode("wb", "SP.POP.TOTL")).written
    ('worldbank:SP.POP.TOTL', 'worldbank:SP.POP.TOTL')
    >>> whole_name(NameNode("worldbank", "pop")).written
    'worldbank:pop'
    """
    table = short_names()
    source = table["sources"].get(name.source.lower())
    if source is None:
        return name
    return replace(name, source=source, key=table.get(source, {}).get(name.key.lower(), name.key))


def short_form(ref: SeriesRef) -> str:
    """Find the short name of a series; empty where it has none.

    >>> short_form(SeriesRef("worldbank", "SP.POP.TOTL"))
    'wb.pop'
    """
    table = short_names()
    source = next((short for short, whole in table["sources"].items() if whole == ref.source), ref.source)
    key = next((short for short, whole in table.get(ref.source, {}).items() if whole == ref.key), "")
    return f"{source}.{key}" if key else ""


def shortened(formula: Formula) -> Formula:
    """Abbreviate the series' names of a formula where they have short ones, as in titles.

    >>> from workbench.formula.language.parser import parse
    >>> from workbench.formula.language.printer import show
    >>> show(shortened(parse("worldbank.SP.POP.TOTL[2021] / own.jobs")))
    'wb.pop[2021] / own.jobs'
    """
    short = {each.written: short_form(SeriesRef(each.source, each.key)) for each in names(formula) if each.source}
    return renamed(formula, {name: _parted(text) for name, text in short.items() if text})


def _parted(text: str) -> NameNode:
    source, _, key = text.partition(".")
    return NameNode(source, key)


def short_text(text: str) -> str:
    """Print a stored formula with short names for readers; unchanged where it can no longer be parsed.

    >>> short_text("worldbank.SP.POP.TOTL[said]")
    'wb.pop[said]'
    """
    try:
        return show(shortened(parse(text)))
    except FormulaError:
        return text
