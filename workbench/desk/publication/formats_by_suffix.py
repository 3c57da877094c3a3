"""The export format for a file's name; commands and screens use the same suffixes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.ports import Exporter


def suffixes(exporters: Mapping[str, Exporter]) -> dict[str, str]:
    """Map the suffix of each installed format to the format's name."""
    return {exporter.suffix.lstrip("."): name for name, exporter in exporters.items()}


def ending_of(known: Iterable[str], path: str) -> str | None:
    """Find the longest of some suffixes that a path has, ignoring case; None where it has none.

    >>> ending_of(["json", "csl.json"], "sources.CSL.json"), ending_of(["json"], "notes"), ending_of(["json"], "json")
    ('csl.json', None, None)
    """
    words = path.strip().casefold()
    return next((each for each in sorted(known, key=len, reverse=True) if words.endswith(f".{each.casefold()}")), None)


def format_of(exporters: Mapping[str, Exporter], path: str) -> str | None:
    """Find the format whose suffix, or else whose name, ends a path (``r.db`` and ``r.sqlite``); None where there is none."""
    known = {name: name for name in exporters} | suffixes(exporters)
    found = ending_of(known, path)
    return None if found is None else known[found]
