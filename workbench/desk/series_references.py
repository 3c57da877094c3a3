"""References to series as reviewers type them: a source's name and key; ``file:`` is the first of the user's own files, ``file-2:`` the second."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from workbench.core.errors import NoSuchRecordError, UnknownNameError
from workbench.core.series import Series, SeriesRef
from workbench.desk.desk_ports import DeskPorts

OWN_FILE = "file"
"""Source name of a user's file that no configuration names."""

_NUMBERED_FILE = re.compile(rf"{OWN_FILE}(?:-(?P<number>[1-9]\d?))?")


def own_ref(ports: DeskPorts, ref: SeriesRef) -> SeriesRef:
    """Convert a series reference to the name of the user's file: ``file:`` is the first given file, ``file-2:`` the second."""
    found = _NUMBERED_FILE.fullmatch(ref.source)
    at = int(found["number"] or 1) - 1 if found else -1
    taken = {source.info.name for source in ports.own}
    if found is None or ref.source in taken or at >= len(ports.own):
        return ref
    return replace(ref, source=ports.own[at].info.name)


def as_typed(key: str) -> tuple[str, frozenset[str]]:
    """Normalise the typed name of a series in a file: its column, and the members in any order, without case and escapes.

    >>> as_typed("GDP growth (%25)?Sex=F&Age=Y15") == as_typed("gdp growth (%)?age=Y15&sex=f")
    True
    """
    head, _, members = key.partition("?")
    return unquote(head).casefold(), frozenset(unquote(each).casefold() for each in members.split("&") if each)


def need_source(ports: DeskPorts, claim: str, ref: SeriesRef | None) -> SeriesRef | None:
    """Resolve a series reference under its source's own name.

    A file that was given only for one earlier research is no longer available; its series are known from that research.

    Raises:
        UnknownNameError: There is no such source; the message names the nearest one.
        NoSuchRecordError: Its source lists no such series, and the claim has no such candidate.
    """
    if ref is None:
        return None
    ref, of_claim = own_ref(ports, ref), _candidates_of(ports, claim)
    files = [each for each in of_claim if each.source not in ports.sources and as_typed(each.key) == as_typed(ref.key)]
    same = [each for each in files if each.source == ref.source or _NUMBERED_FILE.fullmatch(ref.source)]
    if len(same) == 1:
        return same[0]
    known = [*ports.sources, *(source.info.name for source in ports.own), OWN_FILE]
    if ref.source not in known and ref not in of_claim:
        raise UnknownNameError("source", ref.source, known)
    if ref.source in ports.sources and ref not in of_claim and not _is_listed(ports, ref):
        raise NoSuchRecordError("series", str(ref))
    return ref


def _is_listed(ports: DeskPorts, ref: SeriesRef) -> bool:
    """Check whether the catalogue has a series or its table; a part of an unlisted table is accepted too, since only its source knows."""
    return listed_series(ports, ref) is not None or "?" in ref.key


def listed_series(ports: DeskPorts, ref: SeriesRef) -> Series | None:
    """Look up a series in the catalogue, itself or as part of a listed table."""
    series = ports.catalogue.get(ref) or ports.catalogue.get(SeriesRef(ref.source, ref.key.partition("?")[0]))
    return None if series is None else replace(series, ref=ref)


def _candidates_of(ports: DeskPorts, claim: str) -> frozenset[SeriesRef]:
    """List the series that were candidates in a claim's last research."""
    last = ports.store.research(claim)
    return frozenset(row.candidate.series.ref for row in last.candidates) if last else frozenset()
