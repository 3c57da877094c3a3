"""Series suggested while a formula is typed: the user's own, and those of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from workbench.core.errors import WorkbenchError
from workbench.core.series import Series, SeriesRef
from workbench.desk.desk_ports import DeskPorts
from workbench.formula.language.short_names import short_names


async def own_series(ports: DeskPorts) -> Mapping[SeriesRef, Series]:
    """List the series of the user's own files, by their names; a file that cannot be read has none, and research reports it."""
    found: dict[SeriesRef, Series] = {}
    for source in ports.own:
        with suppress(WorkbenchError):
            async for page in source.catalogue(ports.fetch):
                found.update((each.ref, each) for each in page.series)
    return found


def offered_series(ports: DeskPorts, word: str, own: Mapping[SeriesRef, Series], limit: int = 8) -> Sequence[Series]:
    """Suggest series for a word that is being typed: the user's own, then the catalogue's; ``wb.unempl`` searches only the World Bank's."""
    return (*_own_like(own, word)[:limit], *_listed_like(ports, word, limit))


def _own_like(own: Mapping[SeriesRef, Series], word: str) -> list[Series]:
    low = word.lstrip('"').casefold().replace(":", ".")
    if not low:
        return []
    return [
        each for ref, each in own.items() if low in f"{ref.source}.{ref.key}".casefold() or low in each.title.casefold()
    ]


def _listed_like(ports: DeskPorts, word: str, limit: int) -> Sequence[Series]:
    source, dot, rest = word.lstrip('"').replace(":", ".", 1).partition(".")
    words = rest if dot else source
    if len(words) < 3:
        return ()
    whole_source = short_names()["sources"].get(source.lower(), source)
    return ports.catalogue.search(words.replace(".", " "), limit, sources=(whole_source,) if dot else ())
