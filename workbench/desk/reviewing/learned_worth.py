"""Sorts claims with the help of this desk's own decisions; nothing stored changes.

Which claims were taken up and deferred is read from the reviews, and the resulting part of the worth is added when a claim is shown.
Without `learn = true`, the worth is as it was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.claim import Claim
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError
from workbench.core.verdict import fold_reviews
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts.earlier_version_claims import fully_read
from workbench.ports import ClaimFilter, ClaimRow

if TYPE_CHECKING:
    from workbench.match.memory.triage_preferences import TriagePreferences

REVIEWS = 5_000
"""Number of the most recent reviews that are used. A team's decisions of years ago say little about today."""
WINDOW = 2_000
"""Maximum number of claims that are reordered, the best first. The others keep their order."""


class Decisions:
    """The desk's triage decisions, reloaded after each review."""

    def __init__(self, ports: DeskPorts) -> None:
        self.ports = ports
        self._of: str | None = None
        self._preferences: TriagePreferences | None = None

    def claims(self, wanted: ClaimFilter, offset: int, limit: int) -> Sequence[ClaimRow]:
        """List a page of claims; a filter's minimum worth refers to the worth that was read."""
        store = self.ports.store
        if not self.ports.learn:
            return store.claims(wanted, offset, limit)
        if wanted.order != "worth" or offset >= WINDOW:
            return self._rows(store.claims(wanted, offset, limit))
        best = sorted(self._rows(store.claims(wanted, 0, WINDOW)), key=lambda row: (-row.worth, row.id))
        page = best[offset : offset + limit]
        behind = limit - len(page) if len(best) == WINDOW else 0
        return [*page, *self._rows(store.claims(wanted, WINDOW, behind))] if behind else page

    def claim(self, key: str) -> Claim:
        """Load a claim for display, with all slots filled even if an earlier version stored it. Raises NoSuchRecordError."""
        return fully_read(self.shown([self.ports.store.claim(key)])[0])

    def shown(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """Add the decisions' part to the worth of claims."""
        if not self.ports.learn:
            return claims
        preferences = self._learnt()
        return [
            replace(
                claim,
                worth=preferences.added(claim.worth, preferences.part(claim.kind.value, claim.context)),
            )
            for claim in claims
        ]

    def _rows(self, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
        preferences = self._learnt()
        parts = [preferences.part(row.kind, row.context) for row in rows]
        return [
            replace(row, worth=round(row.worth * (1 - own.weight) + own.share, 4))
            for row, own in zip(rows, parts, strict=True)
        ]

    def _learnt(self) -> TriagePreferences:
        from workbench.match.memory import triage_preferences  # noqa: PLC0415  (loaded by the first verb that needs it)

        newest = next((review.id for review in self.ports.store.last_reviews(1)), "")
        if self._preferences is None or newest != self._of:
            self._preferences = triage_preferences.learn(
                triage_preferences.TriageDecision(*one) for one in self._decided()
            )
            self._of = newest
        return self._preferences

    def _decided(self) -> Iterator[tuple[str, str, bool]]:
        """Yield the kind and words of each claim that was rated or deferred, and whether it was rated."""
        store = self.ports.store
        for key in dict.fromkeys(review.claim for review in store.last_reviews(REVIEWS)):
            with suppress(UnreadableRecordError, NoSuchRecordError):  # doctor reports them
                verdict = fold_reviews(key, self.ports.scale, store.reviews(key))
                if verdict.ratings or verdict.deferred:
                    claim = store.claim(key)
                    yield claim.kind.value, claim.context, bool(verdict.ratings)
