"""The claims of a report, read a page at a time, so that thousands need no more memory than a hundred.

They can be iterated repeatedly; each time the database is read again, except for a report of a page or less. Totals over all claims
(how many are drafts, which scales were used) are computed beforehand, from the reviews only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import overload

from workbench.core.changed_copy import changed_copy
from workbench.core.errors import StoreError
from workbench.core.rating import RatingScale
from workbench.core.report import Entry
from workbench.core.reviews.published import as_published
from workbench.core.verdict import PUBLIC, Review, Stage, Verdict, fold_reviews
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts import rating_grounds, verdicts
from workbench.ports import ClaimFilter, Progress, Tell, silent

PAGE = 100
"""Number of claims in memory at a time."""

FOLDED = 500
"""Number of claims whose reviews are in memory at a time."""

Change = Callable[[Entry], Entry | None]
"""A function that changes each claim of a report; None leaves it out."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a claim, computed from its reviews.

    Attributes:
        document: The document's id.
        stage: How far its verdict has come.
        public: Whether it is published.
        out: Whether readers know it: it is published or withdrawn.
        draft: Whether its current state is a draft.
        disputed: Whether its ratings differ.
        rated: Whether it has a rating.
        rated_out: Whether it has a published rating.
        scale: The scale of its shown rating, where known.
        rests: The ids of the findings of its published rating.
    """

    document: str
    stage: Stage
    public: bool
    out: bool
    draft: bool
    disputed: bool
    rated: bool
    rated_out: bool
    scale: RatingScale | None
    rests: tuple[str, ...] = ()

    @property
    def has_draft_rating(self) -> bool:
        """Whether it has a rating among drafts: its reviewers agree on one, and it was not withdrawn."""
        return self.rated and not self.disputed and self.stage is not Stage.WITHDRAWN


class ReportEntries(Sequence[Entry]):
    """Claims that are read on iteration.

    Attributes:
        standing: The standing of each of them, in the report's order.
    """

    def __init__(self, standing: Mapping[str, Standing], read: Callable[[Sequence[str]], Iterable[Entry]]) -> None:
        self.standing = standing
        self._keys = tuple(standing)
        self._read = read
        self._last: tuple[int, tuple[Entry, ...]] | None = None
        self._lost: dict[int, int] = {}
        self._tell: Tell = silent

    def __len__(self) -> int:
        """Count the claims, without those that could not be read in an iteration."""
        return len(self._keys) - sum(self._lost.values())

    def __iter__(self) -> Iterator[Entry]:
        for at in range(0, len(self._keys), PAGE):
            yield from self._page(at)
            self._tell(Progress("writing claims", min(at + PAGE, len(self._keys)), len(self._keys)))

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        """Get one of them, or a slice; those before are read too."""
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            return tuple(islice(self, start, stop, step)) if step > 0 else tuple(self)[index]
        at = index if index >= 0 else index + len(self)
        found = next(islice(self, at, None), None) if at >= 0 else None
        if found is None:
            raise IndexError(index)
        return found

    def _page(self, at: int) -> tuple[Entry, ...]:
        if self._last is None or self._last[0] != at:
            self._last = None  # frees the page before
            keys = self._keys[at : at + PAGE]
            self._last = (at, tuple(self._read(keys)))
            self._lost[at] = len(keys) - len(self._last[1])
        return self._last[1]

    def through(self, change: Change, standing: Mapping[str, Standing] | None = None) -> ReportEntries:
        """Make a view of the same claims, each changed when it is read; with `standing`, only of those."""

        def read(keys: Sequence[str]) -> Iterator[Entry]:
            return (new for entry in self._read(keys) if (new := change(entry)) is not None)

        return ReportEntries(self.standing if standing is None else standing, read)

    def with_progress(self, tell: Tell) -> ReportEntries:
        """Make a view of the same claims that reports how many were read."""
        new = ReportEntries(self.standing, self._read)
        new._tell = tell
        return new


def standing_of(ports: DeskPorts, wanted: ClaimFilter) -> dict[str, Standing]:
    """Compute the standing of the claims that match, in order."""
    return standing_among(ports, ports.store.claim_ids(wanted))


def standing_among(ports: DeskPorts, documents: Mapping[str, str]) -> dict[str, Standing]:
    """Compute the standing of some claims, each given with its document, in their order."""
    found: dict[str, Standing] = {}
    scales: dict[RatingScale | None, RatingScale | None] = {}
    for at in range(0, len(documents), FOLDED):
        keys = list(islice(documents, at, at + FOLDED))
        reviews = _histories(ports, keys)
        for key in keys:
            verdict = fold_reviews(key, ports.scale, reviews.get(key, ()))
            stands = _standing(ports, documents[key], verdict)
            found[key] = changed_copy(stands, scale=scales.setdefault(stands.scale, stands.scale))
    return found


def _histories(ports: DeskPorts, keys: Sequence[str]) -> Mapping[str, Sequence[Review]]:
    """Read the reviews of some claims; none for those that cannot be read: reading the claim itself reports the error."""
    try:
        return ports.store.histories(keys)
    except StoreError:
        found = {}
        for key in keys:
            with suppress(StoreError):
                found[key] = ports.store.reviews(key)
        return found


def _standing(ports: DeskPorts, document: str, verdict: Verdict) -> Standing:
    released = as_published(verdict)
    shown = verdict if released is None or not released.ratings else released
    return _stands(document, verdict, released, verdicts.scale_of(ports, shown))


def _stands(document: str, verdict: Verdict, released: Verdict | None, scale: RatingScale | None) -> Standing:
    public = verdict.stage in PUBLIC
    return Standing(
        document=document,
        stage=verdict.stage,
        public=public,
        out=released is not None,
        draft=not public and (verdict.stage is not Stage.WITHDRAWN or released is None),
        disputed=verdict.disputed,
        rated=bool(verdict.ratings),
        rated_out=released is not None and bool(released.ratings),
        scale=scale,
        rests=rating_grounds.named(released) if public and released is not None else (),
    )


def of_entries(entries: Sequence[Entry]) -> dict[str, Standing]:
    """Get the standing of a report's claims."""
    if isinstance(entries, ReportEntries):
        return dict(entries.standing)
    return {
        entry.claim.id: _stands(entry.document.id, entry.verdict, as_published(entry.verdict), entry.scale)
        for entry in entries
    }


def only(entries: Sequence[Entry], standing: Mapping[str, Standing], change: Change) -> Sequence[Entry]:
    """Select some of a report's claims, each changed."""
    if isinstance(entries, ReportEntries):
        return entries.through(change, standing)
    kept = (entry for entry in entries if entry.claim.id in standing)
    return tuple(new for entry in kept if (new := change(entry)) is not None)
