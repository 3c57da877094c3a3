"""The store as one reviewer sees it in a blind project: others' reviews of a claim are withheld until she has rated it.

Everything that is shown passes through here, so that no screen, no export format and no filter has to withhold anything
itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.core.reviews.blind_review import visible_reviews
from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.verdict import PUBLIC, Review, Stage, Verdict, fold_reviews
from workbench.ports import EVERY, ClaimFilter, ClaimRow, Store
from workbench.ports.stored_claims import StoredClaims

_SAME = {Stage.APPROVED.value: Stage.DRAFT.value}
"""Stages shown for withheld claims: an approved one looks like a draft, so that its stage reveals nothing."""

_PAGE, _MOST = 500, 10_000


class BlindStore:
    """A store that withholds other reviewers' ratings.

    Attributes:
        whole: The complete store behind it, for counts and rules only; what it returns must not be shown.
    """

    def __init__(self, whole: Store, rules: ReviewRules, reviewer: str) -> None:
        self.whole, self._rules, self._who = whole, rules, " ".join(reviewer.split())

    def seen_by(self, reviewer: str) -> BlindStore:
        """Return the same store as another reviewer sees it."""
        return BlindStore(self.whole, self._rules, reviewer)

    def reviews(self, claim: str) -> Sequence[Review]:
        """Return the reviews of a claim, oldest first."""
        return self._seen(self.whole.reviews(claim))

    def histories(self, claims: Sequence[str]) -> Mapping[str, Sequence[Review]]:
        """Return the reviews of some claims, by the claim, oldest first."""
        return {key: self._seen(given) for key, given in self.whole.histories(claims).items()}

    def last_reviews(self, limit: int = 50) -> Sequence[Review]:
        """Return the newest reviews of all claims, newest first, without those that are withheld."""
        return self._shown(self.whole.last_reviews(limit))

    def reviews_of_batch(self, batch: str) -> Sequence[Review]:
        """Return the reviews of one batch, oldest first, without those that are withheld."""
        return self._shown(self.whole.reviews_of_batch(batch))

    def review_all(self, given: Sequence[Review]) -> Mapping[str, Verdict]:
        """Add reviews of several claims, all or none, and return each claim's new verdict."""
        verdicts, histories = self.whole.review_all(given), self.histories([review.claim for review in given])
        return {key: fold_reviews(key, one.scale, histories[key]) for key, one in verdicts.items()}

    def ahead(self, keys: Sequence[str]) -> StoredClaims:
        """Read everything stored about some claims at once."""
        found = self.whole.ahead(keys)
        return replace(found, reviews={key: self._seen(given) for key, given in found.reviews.items()})

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Return one page of a list of claims."""
        return self._rows(self.whole.claims(self._askable(wanted), offset, limit))

    def claim_ids(self, wanted: ClaimFilter = EVERY) -> Mapping[str, str]:
        """Return the ids of all claims that pass the filter, in its order, each with the id of its document."""
        return self.whole.claim_ids(self._askable(wanted))

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """Count the claims that pass the filter."""
        return self.whole.count_claims(self._askable(wanted))

    def ratings_on(self, series: Sequence[str], without: str) -> Sequence[tuple[str, int]]:
        """Count the ratings of the other claims with a figure of any of some series, the most frequent first."""
        keys = tuple(key for key in self.whole.judged_on(series, _MOST) if key != without)
        rows = self.claims(ClaimFilter(ids=keys), 0, _MOST) if keys else ()
        counted = Counter(row.rating for row in rows if row.rating is not None)
        return sorted(counted.items(), key=lambda each: (-each[1], each[0]))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole, name)

    def _seen(self, given: Sequence[Review]) -> Sequence[Review]:
        return visible_reviews(given, self._who, self._rules)

    def _shown(self, given: Sequence[Review]) -> Sequence[Review]:
        kept = {each.id for history in self.histories([r.claim for r in given]).values() for each in history}
        return [each for each in given if each.id in kept]

    def _rows(self, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
        keys = [row.id for row in rows if row.stage not in {Stage.OPEN, *PUBLIC} and not row.damaged]
        histories = self.histories(keys) if keys else {}
        hidden = {key for key, given in histories.items() if fold_reviews(key, "", given).withheld}
        return [
            replace(row, stage=_SAME.get(row.stage, row.stage), rating=None, withheld=True) if row.id in hidden else row
            for row in rows
        ]

    def _askable(self, wanted: ClaimFilter) -> ClaimFilter:
        """Return a filter that reveals nothing: one for ratings passes only claims whose ratings this reviewer sees."""
        if not wanted.ratings:
            return wanted
        found, offset = list[str](), 0
        while rows := self.whole.claims(wanted, offset, _PAGE):
            found += (row.id for row in self._rows(rows) if not row.withheld)
            offset += len(rows)
        return replace(wanted, ids=tuple(found) or ("none",))
