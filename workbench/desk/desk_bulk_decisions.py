"""The desk's verbs for many claims at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING

from workbench.core.reviewers.saved_view import SavedView
from workbench.core.reviews.deferral_day import coming_day
from workbench.core.verdict import PUBLIC, Action, Review, Verdict
from workbench.desk.desk_view import DeskView
from workbench.desk.filters import saved_views
from workbench.desk.memory.remembering import Remembering

if TYPE_CHECKING:
    from workbench.desk.reviewing.bulk_decisions import Answer, Decision
    from workbench.desk.reviewing.exclude_and_undo import Undone


class BulkDecisionsDesk(DeskView):
    """A desk with the verbs for many claims.

    Attributes:
        memory: The memory of series that reviewers picked and barred.
    """

    memory: Remembering

    def decide_all(self, given: Iterable[Decision]) -> Sequence[Answer]:
        """Take many decisions, a hundred per transaction; for one that cannot be taken, its error is returned."""
        from workbench.desk.publication import published_pages  # noqa: PLC0415  (loaded by the first of its verbs)
        from workbench.desk.reviewing import bulk_decisions  # noqa: PLC0415  (loaded by the first of its verbs)

        answers = bulk_decisions.decide_all(self.ports, self.memory, given)
        for answer in answers:
            if isinstance(answer, Verdict) and answer.stage in PUBLIC:
                published_pages.keep(self.ports, answer)
        return answers

    def tag(self, claims: Sequence[str], tag: str, by: str = "", *, off: bool = False) -> Sequence[Answer]:
        """Add a tag to claims, or remove it, in one action, which is undone in one."""
        from workbench.desk.reviewing.bulk_decisions import Decision, new_batch  # noqa: PLC0415  (likewise)

        action, batch = Action.UNTAG if off else Action.TAG, new_batch()
        return self.decide_all(Decision(claim=key, action=action, note=tag, by=by, batch=batch) for key in claims)

    def assign(self, claims: Sequence[str], to: str, by: str = "") -> Sequence[Answer]:
        """Assign open claims to somebody, who has them as if she had taken them, in one action, which is undone in one."""
        from workbench.desk.reviewing.bulk_decisions import Decision, new_batch  # noqa: PLC0415  (likewise)

        batch = new_batch() if len(claims) > 1 else ""
        return self.decide_all(Decision(claim=key, action=Action.ASSIGN, to=to, by=by, batch=batch) for key in claims)

    def reviewers(self) -> Sequence[str]:
        """List the names of the editors, and of everybody who reviewed something."""
        return [*dict.fromkeys((*self.ports.review.editors, *self.ports.store.names("reviewer")))]

    def coming_day(self, typed: str) -> date:
        """Read a typed future day. Raises NoComingDayError."""
        return coming_day(typed, self.today())

    def seen_until(self, claim: str, typed: str, by: str = "") -> frozenset[str]:
        """Find the reviews of a claim that somebody had seen, given the last of them or the time. Raises UsageError."""
        from workbench.desk.verdicts import concurrent_ratings  # noqa: PLC0415  (likewise)

        return concurrent_ratings.seen_until(self.ports, claim, typed, by)

    def rated_lately(self, verdict: Verdict, by: str = "") -> str:
        """Say which colleagues rated a claim in the last minutes, as what and when; empty where none did."""
        from workbench.desk.verdicts import concurrent_ratings  # noqa: PLC0415  (likewise)

        return concurrent_ratings.lately(self.ports, verdict, by)

    def together(self, claims: Iterable[str] = ()) -> AbstractContextManager[None]:
        """Run a block about the named claims in one transaction; after an exception nothing is stored."""
        return self.ports.store.together(claims)

    def given_with(self, undone: Undone) -> int:
        """Count the decisions of the same action as one review, which undo takes back together; 1 for a single decision."""
        batch = undone.batch if isinstance(undone, Review) else ""
        return len(self.ports.store.reviews_of_batch(batch)) if batch else 1

    def save_view(self, name: str, query: str, key: str = "") -> SavedView:
        """Save a filter under a name, with the digit that opens it. Raises UsageError, UnknownNameError."""
        return saved_views.save(self.ports, name, query, key)

    def drop_view(self, name: str) -> SavedView:
        """Delete a saved filter. Raises UnknownNameError."""
        return saved_views.drop(self.ports, name)
