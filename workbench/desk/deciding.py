"""A desk that takes many decisions at once, and keeps them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING

from workbench.core.reviewers.saved_view import SavedView
from workbench.core.reviews.deferring import coming_day
from workbench.core.verdict import PUBLIC, Action, Review, Verdict
from workbench.desk.desk_view import DeskView
from workbench.desk.filters import saved_views
from workbench.desk.memory.remembering import Remembering

if TYPE_CHECKING:
    from workbench.desk.reviewing.bulk_decisions import Answer, Decision
    from workbench.desk.reviewing.excluding import Undone


class DecidingDesk(DeskView):
    """A desk with the verbs for many claims.

    Attributes:
        memory: What reviewers picked and barred.
    """

    memory: Remembering

    def decide_all(self, given: Iterable[Decision]) -> Sequence[Answer]:
        """Take many decisions, a hundred in a transaction; one that cannot be taken is answered with its error."""
        from workbench.desk.publication import published_pages  # noqa: PLC0415  (loaded by the first of its verbs)
        from workbench.desk.reviewing import bulk_decisions  # noqa: PLC0415  (loaded by the first of its verbs)

        answers = bulk_decisions.decide_all(self.ports, self.memory, given)
        for answer in answers:
            if isinstance(answer, Verdict) and answer.stage in PUBLIC:
                published_pages.keep(self.ports, answer)
        return answers

    def tag(self, claims: Sequence[str], tag: str, by: str = "", *, off: bool = False) -> Sequence[Answer]:
        """Give claims a tag, or take it off them; in one go, and taken back in one go."""
        from workbench.desk.reviewing.bulk_decisions import Decision, new_batch  # noqa: PLC0415  (likewise)

        action, batch = Action.UNTAG if off else Action.TAG, new_batch()
        return self.decide_all(Decision(claim=key, action=action, note=tag, by=by, batch=batch) for key in claims)

    def assign(self, claims: Sequence[str], to: str, by: str = "") -> Sequence[Answer]:
        """Return open claims to somebody, who has them as if she had taken them; in one go, and taken back in one go."""
        from workbench.desk.reviewing.bulk_decisions import Decision, new_batch  # noqa: PLC0415  (likewise)

        batch = new_batch() if len(claims) > 1 else ""
        return self.decide_all(Decision(claim=key, action=Action.ASSIGN, to=to, by=by, batch=batch) for key in claims)

    def reviewers(self) -> Sequence[str]:
        """Return the names of the editors, and of everybody who reviewed something."""
        return [*dict.fromkeys((*self.ports.review.editors, *self.ports.store.names("reviewer")))]

    def coming_day(self, typed: str) -> date:
        """Return the day to come that is meant by what was typed. Raises NoComingDayError."""
        return coming_day(typed, self.today())

    def seen_until(self, claim: str, typed: str, by: str = "") -> frozenset[str]:
        """Return the reviews of a claim that somebody had seen, by the last of them or by when it was. Raises UsageError."""
        from workbench.desk.verdicts import rated_since  # noqa: PLC0415  (likewise)

        return rated_since.seen_until(self.ports, claim, typed, by)

    def rated_lately(self, verdict: Verdict, by: str = "") -> str:
        """Return which colleagues rated a claim in the last minutes, as what and when; empty where none did."""
        from workbench.desk.verdicts import rated_since  # noqa: PLC0415  (likewise)

        return rated_since.lately(self.ports, verdict, by)

    def together(self, claims: Iterable[str] = ()) -> AbstractContextManager[None]:
        """Has all that is done inside the block, to the claims named alone, be one transaction; what fails inside it leaves no trace."""
        return self.ports.store.together(claims)

    def given_with(self, undone: Undone) -> int:
        """Return how many decisions were given in one go with one: what undo took back with it. 1 for one by itself."""
        batch = undone.batch if isinstance(undone, Review) else ""
        return len(self.ports.store.reviews_of_batch(batch)) if batch else 1

    def save_view(self, name: str, query: str, key: str = "") -> SavedView:
        """Keep a filter under a name, with the digit that opens it. Raises UsageError, UnknownNameError."""
        return saved_views.save(self.ports, name, query, key)

    def drop_view(self, name: str) -> SavedView:
        """Has a saved filter be none any more. Raises UnknownNameError."""
        return saved_views.drop(self.ports, name)
