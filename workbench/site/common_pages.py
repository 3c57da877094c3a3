"""What the pages that show many checks are made of: those that are on the site, the words of all, and what was noted of them before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from workbench.core.evidence import Snapshot
from workbench.core.report import Entry, Report, in_order
from workbench.site.check_entry import KINDS, ListedCheck, hashed, newest_first, read_listed
from workbench.site.settings import SiteSettings


@dataclass(frozen=True)  # no slots: what is asked for is worked out once
class CommonPages:
    """The checks of a site.

    Attributes:
        report: What readers have; its claims are read for a newsroom's own templates alone.
        settings: The site's.
        texts: Each check as it is noted, by the claim, in the report's order.
        entries_of: Reads some of them whole.
    """

    report: Report
    settings: SiteSettings
    texts: Mapping[str, str]
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
        """When readers got something last: no moment of making, so that what did not change stays the same."""
        return max((each.touched for each in self.checks), default=self.report.made)

    @cached_property
    def bodies(self) -> tuple[Snapshot, ...]:
        """The archived bodies behind all figures."""
        return in_order(body for each in self.checks for body in each.bodies)

    def made_of(self, checks: Sequence[ListedCheck]) -> str:
        """Return what a list of some of them is made of."""
        return hashed(self._hashes[each.claim] for each in checks)

    @cached_property
    def _hashes(self) -> Mapping[str, str]:
        return {claim: hashed([text]) for claim, text in self.texts.items()}
