"""The supported installations of PxWeb; to add one, add a line to ``sites.csv``.

Some fifty offices run the same program with their own addresses, languages and licences. Their rate limits, and whether
they require a browser's User-Agent, are in ``sources/_web/hosts.toml`` like those of all hosts.

The columns: the name with which keys begin; its title; the publisher to name; the place of all tables (empty where they
have several); the version of PxWeb's API; its languages, the preferred first; the base address of tables, with
``{lang}`` for the language; the page of a table, with ``{lang}``, ``{folders}`` and ``{table}``; the licence that
reports print; a folder or table with which its list is known to begin (empty where no public client shows it).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from sources._text.printable_text import clean
from workbench.core.errors import UnknownNameError, UsageError

NAME = "pxweb"
_COLUMNS = ["name", "title", "publisher", "place", "version", "languages", "base", "page", "licence", "known"]
_MAY_BE_EMPTY = frozenset({"place", "known"})
_PLAIN = "-._~()!,'"
_LONG_STATFIN = re.compile(r"statfin_[a-z0-9]+_pxt_(?P<table>[a-z0-9]{4}\.px)\Z")
"""Names that Statistics Finland's tables had until 8 June 2026; since then a table is called by its four characters."""


class BadTableNameError(UsageError):
    """The name of a series lacks its table."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{clean(key, 80)} names no table.",
            "Write pxweb:SITE/path/to/table.px?VARIABLE=CODE, such as pxweb:MakStat/PazarNaTrud/Plati/table.px.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PxSite:
    """An installation of PxWeb; the attributes are the columns of the table.

    Attributes:
        name: The first part of its series' keys.
        title: Its name in reports and messages.
        publisher: The publisher to name.
        place: The place of all its tables; empty where they have several.
        version: 1 or 2.
        languages: Its languages, the preferred first.
        base: The base address of its tables.
        page: The address of a table's page for readers.
        licence: The text that reports print.
        known: A folder or table with which its list is known to begin, from public clients; empty where none is known.
    """

    name: str
    title: str
    publisher: str
    place: str
    version: int
    languages: tuple[str, ...]
    base: str
    page: str
    licence: str
    known: str

    @property
    def host(self) -> str:
        """The host that it answers from."""
        return urlsplit(self.base).hostname or ""

    def root(self, language: str) -> str:
        """Return the base address of its tables in a language, without a slash at the end."""
        return self.base.replace("{lang}", language)

    def address(self, path: str, language: str) -> str:
        """Return the address of a folder or table.

        >>> site_named("MakStat").address("Naselenie/a b.px", "mk")
        'https://makstat.stat.gov.mk/PXWeb/api/v1/mk/MakStat/Naselenie/a%20b.px'
        """
        return "/".join((self.root(language), *(quote(part, safe=_PLAIN) for part in path.split("/") if part)))

    def config(self, language: str) -> str:
        """Return the address of its limits; for version 1, it comes before the name of the database.

        >>> site_named("MakStat").config("en"), site_named("SCB").config("en")
        ('https://makstat.stat.gov.mk/PXWeb/api/v1/en/?config', 'https://statistikdatabasen.scb.se/api/v2/config')
        """
        if self.version == 2:
            return f"{self.base}/config"
        before, _, _ = self.base.rpartition("{lang}")
        return f"{before.replace('{lang}', language)}{language}/?config"

    def page_of(self, path: str) -> str:
        """Return the page where a reader finds a table.

        >>> site_named("MakStat").page_of("Naselenie/Vitalna/1.px")
        'https://makstat.stat.gov.mk/PXWeb/pxweb/en/MakStat/MakStat__Naselenie__Vitalna/1.px/'
        """
        *folders, table = (quote(part, safe=_PLAIN) for part in path.split("/") if part)
        filled = self.page.replace("{folders}", "__".join(folders)).replace("{table}", table)
        return filled.replace("{lang}", self.languages[0])


@cache
def sites() -> Mapping[str, PxSite]:
    """Return every installation of the table, by its name in small letters."""
    return read_sites((files("sources._pxweb") / "sites.csv").read_text(encoding="utf-8"))


def read_sites(text: str) -> Mapping[str, PxSite]:
    """Parse a table of installations.

    Raises:
        ValueError: A line is invalid: a column is missing, the address is not https, or the version is neither 1 nor 2.
    """
    rows = csv.DictReader(io.StringIO(text))
    if rows.fieldnames != _COLUMNS:
        raise ValueError(f"the columns are {', '.join(_COLUMNS)}")
    found = {site.name.lower(): site for site in map(_site, rows)}
    return MappingProxyType(found)


def _site(row: Mapping[str, str | None]) -> PxSite:
    cells = {name: (row.get(name) or "").strip() for name in _COLUMNS}
    needed = [cells[name] for name in _COLUMNS if name not in _MAY_BE_EMPTY]
    if not all(needed) or cells["version"] not in {"1", "2"} or not cells["base"].startswith("https://"):
        raise ValueError(f"no installation of PxWeb: {cells['name'] or row}")
    languages = tuple(cells.pop("languages").split())
    return PxSite(version=int(cells.pop("version")), languages=languages, **cells)


def site_named(name: str) -> PxSite:
    """Return an installation by its name.

    Raises:
        UnknownNameError: There is no such installation.

    >>> site_named("makstat").place
    'MKD'
    """
    site = sites().get(name.lower())
    if site is None:
        raise UnknownNameError("installation of PxWeb", name, [one.name for one in sites().values()])
    return site


def named(table: str) -> tuple[PxSite, str]:
    """Split the first part of a key into the installation and the path of the table.

    Raises:
        UsageError: There is no such installation, or no table is named.

    >>> site, path = named("MakStat/Naselenie/Vitalna/525_VitStat_Reg_UmrVozr_ml.px")
    >>> site.name, path
    ('MakStat', 'Naselenie/Vitalna/525_VitStat_Reg_UmrVozr_ml.px')
    >>> named("StatFin/tyonv/statfin_tyonv_pxt_12tg.px")[1]  # a name that was kept before June 2026
    'tyonv/12tg.px'
    """
    first, _, rest = table.partition("/")
    site = site_named(first)
    parts = [part for part in rest.split("/") if part]
    if not parts or not rest.isprintable() or any(part in {".", ".."} or "\\" in part for part in parts):
        raise BadTableNameError(table)
    if site.name == "StatFin" and (long := _LONG_STATFIN.match(parts[-1])):
        parts[-1] = long["table"]
    return site, "/".join(parts)
