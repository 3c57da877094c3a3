"""Which format a file's name asks for: commands and screens go by the same endings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.ports import Exporter


def suffixes(exporters: Mapping[str, Exporter]) -> dict[str, str]:
    """Return the suffix that files of each installed format have, and the format's name."""
    return {exporter.suffix.lstrip("."): name for name, exporter in exporters.items()}


def ending_of(known: Iterable[str], path: str) -> str | None:
    """Return the longest of some endings that a path has, in small letters or capitals; None where it has none of them.

    >>> ending_of(["json", "csl.json"], "sources.CSL.json"), ending_of(["json"], "notes"), ending_of(["json"], "json")
    ('csl.json', None, None)
    """
    words = path.strip().casefold()
    return next((each for each in sorted(known, key=len, reverse=True) if words.endswith(f".{each.casefold()}")), None)


def format_of(exporters: Mapping[str, Exporter], path: str) -> str | None:
    """Return the format whose suffix, or else whose name, a path ends in (``r.db`` and ``r.sqlite``); None where it is none's."""
    known = {name: name for name in exporters} | suffixes(exporters)
    found = ending_of(known, path)
    return None if found is None else known[found]
