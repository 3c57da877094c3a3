"""Ports of the desk: the adapters that the verbs use, chosen by bootstrap."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.core.report import NOBODY, Publisher
from workbench.core.reviews.required_votes import ALONE, ReviewRules
from workbench.core.settings.recheck_days import RECHECK_DAYS
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
    TeamJobs,
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
        recheck_days: After how many days an office should be asked again for a published figure; 0 for never by itself.
        jobs: The jobs of the team's workers; None where there is no server.
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
    recheck_days: int = RECHECK_DAYS
    jobs: TeamJobs | None = None
    second_set: Callable[[], AbstractContextManager[DeskPorts]] | None = None


def whole(ports: DeskPorts) -> DeskPorts:
    """Copy the desk with access to withheld reviews, for counting and storing; results must not reveal a rating."""
    return replace(ports, store=getattr(ports.store, "whole", ports.store))
