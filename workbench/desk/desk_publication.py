"""The desk's verbs of publication: publishing, approving, correcting, withdrawing, and replaying what was published."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.core.errors import PublishError
from workbench.core.report import Publisher, Report
from workbench.core.verdict import Verdict
from workbench.desk.desk_view import DeskView
from workbench.desk.publication import (
    approval_and_correction,
    publish,
    published_pages,
    replay_claims,
    report_making,
    verdict_revisions,
)
from workbench.desk.publication.change_typing import ChangeWord, read_change
from workbench.desk.publication.entry_building import findings_of
from workbench.desk.publication.published_pages import PublishedPage
from workbench.desk.publication.redaction import Outgoing, outgoing
from workbench.ports import EVERY, ClaimFilter, Tell, silent

if TYPE_CHECKING:
    from workbench.core.revision import Revision
    from workbench.desk.evidence.replaying import Replayed
    from workbench.desk.publication.incremental_report import IncrementalReport, NotedCheck
    from workbench.desk.publication.rechecking import Rechecked


class PublicationDesk(DeskView):
    """A desk with the verbs of publication."""

    @property
    def publisher(self) -> Publisher:
        """The publisher of reports."""
        return self.ports.publisher

    def report(
        self,
        wanted: ClaimFilter = EVERY,
        title: str = "",
        language: str = "",
        kept_back: dict[str, PublishError] | None = None,
    ) -> Report:
        """Make the report of the claims that match, with verdicts and evidence, in the language of its readers; see `report_making.report`."""
        return report_making.report(self.ports, wanted, title, language, kept_back)

    def replay(self, claim: str | None = None) -> Iterable[Replayed]:
        """Recompute every figure of a claim from the archive, without network; without a claim, of all, and check the database."""
        if claim is None:
            return replay_claims.replay_all(self.ports)
        found = self.claim(claim)
        return [*replay_claims.replay(self.ports, found), *published_pages.faults(self.ports, found.id)]

    def recheck(self, wanted: ClaimFilter, tell: Tell = silent) -> AsyncIterator[Rechecked]:
        """Fetch the figures of some claims' verdicts again from the offices, and report revisions."""
        from workbench.desk.publication import rechecking  # noqa: PLC0415  (comparing is loaded only when it is needed)

        return rechecking.recheck(self.ports, wanted, tell)

    def known_revisions(self, wanted: ClaimFilter) -> Iterator[Rechecked]:
        """List what earlier rechecks found about the verdicts of some claims, without any request."""
        from workbench.desk.publication import overdue  # noqa: PLC0415  (likewise)

        return overdue.known(self.ports, wanted)

    def due_for_recheck(self) -> Sequence[str]:
        """List the published claims whose figures were asked for longer ago than the settings allow, by id."""
        from workbench.desk.publication import overdue  # noqa: PLC0415  (likewise)

        return overdue.due(self.ports)

    def revisions(self, claim: str) -> Sequence[Revision]:
        """List the known revisions of the figures of a claim's verdict."""
        found = self.claim(claim)
        return verdict_revisions.revisions(
            self.ports, findings_of(self.ports, found), self.ports.store.research(found.id)
        )

    def check_publishable(self, claim: str) -> None:
        """Check whether a verdict may be published, apart from its figures. Raises PublishError, which says what to do."""
        publish.check_publishable(self.ports, self.claim(claim))

    def publish(self, claim: str, by: str = "") -> Verdict:
        """Publish a verdict. Raises PublishError where something prevents it."""
        return self.keep_page(publish.publish(self.ports, self.claim(claim), by))

    def for_readers(self, report: Report) -> Outgoing:
        """Redact a report for readers, and say what was left out."""
        return outgoing(self.ports, report)

    def incremental_report(
        self, wanted: ClaimFilter, title: str, language: str, *, before: Mapping[str, NotedCheck], basis: str
    ) -> IncrementalReport:
        """Make the incremental report of the published claims that match; see `publication.incremental_report`."""
        from workbench.desk.publication import incremental_report  # noqa: PLC0415  (loaded only when it is needed)

        return incremental_report.incremental_report(self.ports, wanted, title, language, before=before, basis=basis)

    def approve(self, claim: str, note: str = "", by: str = "") -> Verdict:
        """Approve a draft as a second person. Raises PublishError where there is none, or only this reviewer has rated it."""
        return approval_and_correction.approve(self.ports, claim, note, by)

    def reject(self, claim: str, note: str, by: str = "") -> Verdict:
        """Send a draft back with the reason. Raises PublishError."""
        return approval_and_correction.reject(self.ports, claim, note, by)

    def correct_verdict(self, claim: str, rating: str, note: str, by: str = "", *, revised: bool = False) -> Verdict:
        """Correct a published verdict, with the reason; `revised` where the figures were revised. Raises PublishError."""
        return self.keep_page(publish.correct(self.ports, self.claim(claim), rating, note, by, revised=revised))

    def withdraw(self, claim: str, note: str, by: str = "") -> Verdict:
        """Withdraw a published verdict, with the reason for readers. Raises PublishError."""
        return self.keep_page(approval_and_correction.withdraw(self.ports, claim, note, by))

    def change_published(self, claim: str, typed: str) -> str:
        """Apply a typed line to a published verdict, “correct RATING why”, “update why” or “withdraw why”, and say what was done.

        Raises:
            UsageError: The line is none of these, or names no rating of the scale.
            PublishError: There is no reason, or something else prevents it.
        """
        word, rating, why = read_change(self.scale, typed)
        if word is ChangeWord.WITHDRAW:
            return _outcome(self.withdraw(claim, why), "Withdrawn; readers see why.")
        if word is ChangeWord.UPDATE:
            return _outcome(self.correct_verdict(claim, rating, why, revised=True), "Updated; readers see why.")
        return _outcome(self.correct_verdict(claim, rating, why), "Corrected; readers see why.")

    def published_pages(self, claim: str) -> Sequence[PublishedPage]:
        """List the published pages of a claim, oldest first."""
        return published_pages.pages(self.ports, claim)

    def keep_page(self, verdict: Verdict) -> Verdict:
        """Store the page of the newest release."""
        published_pages.keep(self.ports, verdict)
        return verdict


def _outcome(verdict: Verdict, done: str) -> str:
    return "The reviewers differ; readers keep what they have until they agree." if verdict.disputed else done
