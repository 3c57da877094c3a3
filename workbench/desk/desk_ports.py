"""Ports of the desk: the adapters that the verbs use, chosen by bootstrap."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from workbench.core.errors import NoSuchRecordError, UnknownNameError
from workbench.core.report import NOBODY, Publisher
from workbench.core.reviews.required_votes import ALONE, ReviewRules
from workbench.core.series import Series, SeriesRef
from workbench.ports import (
    Archive,
    Clock,
    Exporter,
    Fetch,
    Files,
    PriorChecks,
    Reader,
    Scales,
    StatSource,
    Store,
)

if TYPE_CHECKING:  # listing claims must not load the matching package
    from workbench.match.index.catalogue_interface import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPorts:
    """The parts of a desk.

    Attributes:
        sources: Statistics services by name, those of the catalogue.
        own: The user's own files of figures, each one source, whose titles are read again at every research.
        checkers: Archives of other people's fact checks.
        readers: Document readers by name.
        exporters: By the name of the format.
        reviewer: The default reviewer.
        scale: The key of the rating scale in use.
        publisher: The publisher of reports.
        samples: Whether figures come from stored sample answers and not from the live services.
        offline: Whether nothing is fetched at all.
        worth: A team's own weights for the parts of a claim's worth.
        learn: Whether this desk's earlier decisions influence the order of claims.
        memory: Whether reviewers' choices of series are stored, and influence the ranking of series.
        ahead: How many of the next claims are researched in the background; 0 for none.
        review: How the project reviews.
        second_set: Opens catalogue, archive and client a second time, for background threads; None where one set serves all.
    """

    store: Store
    archive: Archive
    catalogue: Catalogue
    fetch: Fetch
    files: Files
    scales: Scales
    clock: Clock
    sources: Mapping[str, StatSource] = field(default_factory=dict)
    own: Sequence[StatSource] = ()
    checkers: Sequence[PriorChecks] = ()
    readers: Mapping[str, Reader] = field(default_factory=dict)
    exporters: Mapping[str, Exporter] = field(default_factory=dict)
    reviewer: str = "reviewer"
    scale: str = "five-point"
    publisher: Publisher = NOBODY
    samples: bool = False
    offline: bool = False
    worth: Mapping[str, float] = field(default_factory=dict)
    learn: bool = False
    memory: bool = True
    ahead: int = 0
    review: ReviewRules = ALONE
    second_set: Callable[[], AbstractContextManager[DeskPorts]] | None = None


def whole(ports: DeskPorts) -> DeskPorts:
    """Copy the desk with access to withheld reviews, for counting and storing; results must not reveal a rating."""
    return replace(ports, store=getattr(ports.store, "whole", ports.store))


OWN_FILE = "file"
"""Source name of a user's file that no configuration names."""


_NUMBERED = re.compile(rf"{OWN_FILE}(?:-(?P<number>[1-9]\d?))?")


def own_ref(ports: DeskPorts, ref: SeriesRef) -> SeriesRef:
    """Convert a series reference to the name of the user's file: ``file:`` is the first given file, ``file-2:`` the second."""
    found = _NUMBERED.fullmatch(ref.source)
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
    same = [each for each in files if each.source == ref.source or _NUMBERED.fullmatch(ref.source)]
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
