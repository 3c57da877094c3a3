"""Publishes and corrects verdicts: nothing is published that cannot be recomputed from the archived bytes."""

from __future__ import annotations

from itertools import chain

from workbench.core.claim import Claim
from workbench.core.failures.publish_errors import UngroundedError
from workbench.core.reviews.required_votes import decided
from workbench.core.verdict import Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence import attaching, replaying
from workbench.desk.publication import (
    approval_and_correction,
    done_already,
    pre_publication_checks,
    replay_claims,
)
from workbench.desk.verdicts import rating_grounds, verdicts


def publish(ports: DeskPorts, claim: Claim, by: str) -> Verdict:
    """Publish a verdict, if nothing prevents it and every recomputed figure is the same; one that is published already does not change.

    For one whose rows were changed from outside the workbench an error is raised instead.
    """
    stands = verdicts.to_act_on(ports, claim.id, by)
    pre_publication_checks.refuse(replaying.faults(ports, [claim]), claim.id)
    if done_already.is_published_as_it_stands(stands, ports.review):
        return stands
    check_publishable(ports, claim, by)
    pre_publication_checks.refuse(
        chain(replay_claims.figures(ports, claim), attaching.lost(ports, attaching.attachments(ports, claim.id))),
        claim.id,
    )
    with verdicts.claim_locked(ports, claim.id):  # with what others did in the meantime
        stands = verdicts.to_act_on(ports, claim.id, by)
        if done_already.is_published_as_it_stands(stands, ports.review):
            return stands
        check_publishable(ports, claim, by)
        return verdicts.mark_published(ports, claim.id, by)


def correct(ports: DeskPorts, claim: Claim, rating: str, note: str, by: str, *, revised: bool = False) -> Verdict:
    """Correct a published verdict, after the same checks as for publication."""
    lying = ports.store.research(claim.id)
    found, attached = lying.findings if lying else (), attaching.attachments(ports, claim.id)
    figures = pre_publication_checks.again(ports, found, attached, replaying.ArchivedFigures(ports))
    pre_publication_checks.refuse(chain(replaying.faults(ports, [claim]), figures), claim.id)
    return approval_and_correction.correct(ports, claim.id, rating, note, by, revised=revised)


def check_publishable(ports: DeskPorts, claim: Claim, by: str = "") -> None:
    """Check that a verdict may be published, apart from its figures: by the project's rule, and with evidence or a reason.

    Raises:
        PublishError: Nobody or not enough people have rated it, the ratings differ, or it rests on no figure and no note says why.
    """
    verdict = verdicts.to_act_on(ports, claim.id, by)
    approval_and_correction.check_agreed(ports, verdict)
    verdict = decided(verdict, ports.review)
    if not rating_grounds.is_grounded(ports, verdict):
        raise UngroundedError(claim.id, verdicts.label(ports, verdict.ratings[-1]), verdict.rating or "")
