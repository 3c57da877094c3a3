"""The input of pages that show many checks: the checks of the site, and their stored entries."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import msgspec

from workbench.core.evidence import Snapshot
from workbench.core.report import Entry, Report, in_order
from workbench.site.list_entries import KINDS, ListedCheck, hashed, newest_first, read_listed
from workbench.site.settings import SiteSettings


@dataclass(frozen=True)  # no slots, for cached properties
class CommonPages:
    """The checks of a site.

    Attributes:
        report: The published claims; read only for a newsroom's own templates.
        settings: The site's settings.
        texts: The stored entry of each check, by claim, in the report's order.
        entries_of: Reads the complete checks of some claims.
    """

    report: Report
    settings: SiteSettings
    texts: Mapping[str, msgspec.Raw]
    entries_of: Callable[[Sequence[str]], Sequence[Entry]]

    @cached_property
    def checks(self) -> list[ListedCheck]:
        """The checks in the report's order."""
        return [read_listed(text) for text in self.texts.values()]

    @cached_property
    def newest(self) -> list[ListedCheck]:
        """The checks, those published last first."""
        return newest_first(self.checks)

    @cached_property
    def groups(self) -> Mapping[str, Mapping[str, Sequence[ListedCheck]]]:
        """The checks by speaker, topic and series, each in the order of their names."""
        found: dict[str, dict[str, list[ListedCheck]]] = {kind: defaultdict(list) for kind in KINDS}
        for each in self.newest:
            for kind, names in each.groups.items():
                for name in names:
                    found[kind][name].append(each)
        return {kind: dict(sorted(of.items(), key=lambda pair: pair[0].casefold())) for kind, of in found.items()}

    @cached_property
    def changes(self) -> list[tuple[ListedCheck, datetime, str, str]]:
        """Every correction, update and withdrawal, the newest first, with its words and its place."""
        found = [(each, *change) for each in self.checks for change in each.changes]
        return sorted(found, key=lambda change: change[1], reverse=True)

    @cached_property
    def last(self) -> datetime:
        """The time of the last publication; not of building, so that unchanged pages stay the same."""
        return max((each.touched for each in self.checks), default=self.report.made)

    @cached_property
    def bodies(self) -> tuple[Snapshot, ...]:
        """The archived bodies behind all figures."""
        return in_order(body for each in self.checks for body in each.bodies)

    def made_of(self, checks: Sequence[ListedCheck]) -> str:
        """Return a hash of the input of a list of some checks."""
        return hashed(self._hashes[each.claim] for each in checks)

    @cached_property
    def _hashes(self) -> Mapping[str, str]:
        return {claim: hashlib.sha256(text).hexdigest() for claim, text in self.texts.items()}
