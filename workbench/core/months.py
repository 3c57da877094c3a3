"""The registry of months: their names in the languages of texts and tables, from ``months.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Abbreviations of months in the workbench's own output."""


@cache
def _registry() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("workbench.core").joinpath("months.toml").read_text(encoding="utf-8"))


@cache
def months(*languages: str) -> Mapping[str, int]:
    """Map names of months in some languages to their numbers, 1 to 12; in all known languages where none is given.

    A name that two languages share has one number in both. An unknown language has no names.

    >>> months("en")["sept"], months("de")["märz"], "mai" in months("en"), months("xx")
    (9, 3, False, mappingproxy({}))
    """
    tables = (_registry().get(language, {}) for language in languages or _registry())
    return MappingProxyType({name: int(n) for table in tables for n, names in table.items() for name in names})
