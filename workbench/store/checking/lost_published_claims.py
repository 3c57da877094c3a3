"""Find published claims that a change made by another program would silently remove from the next report.

Which claims are published follows from their reviews, and a claim's page is deleted when it no longer has a published
verdict. So the reviews are checked of all claims that were ever published, not only of those that now count as
published.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select
from sqlmodel import col

from workbench.core.errors import Problem
from workbench.core.verdict import PUBLIC, Action, Stage
from workbench.store import amendments
from workbench.store.advice import BY_HAND
from workbench.store.checking import doctor_checks, integrity
from workbench.store.id_parameters import listed, listing
from workbench.store.journal import lines_of
from workbench.store.tables import ClaimTable, JournalTable, ReviewTable

_OUT = (*sorted(PUBLIC), Stage.WITHDRAWN)


def taken_away(
    connection: Connection, claims: Sequence[str] = (), there: integrity.Lines | None = None
) -> Iterator[Problem]:
    """Yield a problem for each published claim that a report would omit, among some claims or all.

    `there` has all reviews, where they were read already.
    """
    hidden, reviews = _of_amendments(connection, claims), _of_reviews(connection, claims, there)
    by_right = _aside(connection) if reviews and not hidden else set()
    broken = hidden | reviews
    already_named = {f"claim {claim}" for claim in broken}
    for claim in sorted(broken.keys() & _had(connection, list(broken)) - by_right):
        yield Problem(f"claim {claim}", broken[claim], BY_HAND, "broken-history")
    wanted = col(ClaimTable.stage).not_in(_OUT) & col(ClaimTable.id).in_(
        select(col(ReviewTable.claim)).where(col(ReviewTable.action) == Action.PUBLISH.value)
    )
    if claims:
        wanted &= col(ClaimTable.id).in_(listed(connection, claims))
    for problem, stage in doctor_checks.listed_otherwise(connection, wanted):
        if stage in _OUT and problem.where not in already_named:
            yield problem


def _of_reviews(connection: Connection, claims: Sequence[str], all_: integrity.Lines | None = None) -> dict[str, str]:
    """Return what is wrong with the reviews of each claim.

    For all claims, a quick check of the whole table comes first, since there is seldom a fault.
    """
    if not claims and integrity.first_fault(connection, "reviews", all_) is None:
        return {}
    only, keys = (f"claim IN ({listing(connection)})", {"keys": json.dumps(list(claims))}) if claims else ("true", {})
    there = integrity.lines(connection, "reviews", only, **keys)
    noted = select(col(JournalTable.claim), col(JournalTable.rows)).where(col(JournalTable.kind) == "reviews")
    if claims:
        noted = noted.where(col(JournalTable.claim).in_(listed(connection, claims)))
    found: dict[str, str] = {}
    for claim, written in connection.execute(noted.order_by(col(JournalTable.number))):
        for line in lines_of(str(written)):
            now = there.pop(line.number, None)
            if now is None or now.digest not in {line.digest, integrity.UNSEEN}:
                what = "was taken out of the database" if now is None else "is not what it was"
                found.setdefault(claim, f"Its review {line.id} {what}.")
    for line in there.values():
        found.setdefault(line.of, f"Its review {line.id} was put into the database from outside.")
    return found


def _of_amendments(connection: Connection, claims: Sequence[str]) -> dict[str, str]:
    """Return a message for each claim set aside, if any amendment is faulty: it may hide a published claim."""
    fault = integrity.first_fault(connection, "amendments")
    if fault is None:
        return {}
    aside = select(col(ClaimTable.id)).where(col(ClaimTable.stage) == Stage.ASIDE.value)
    if claims:
        aside = aside.where(col(ClaimTable.id).in_(listed(connection, claims)))
    return dict.fromkeys(connection.execute(aside).scalars(), f"It is set aside, and of {fault.where}: {fault.message}")


def _aside(connection: Connection) -> set[str]:
    """Return the claims that amendments set aside, singly or with their document."""
    gone, hidden = amendments.aside(connection)
    of_them = select(col(ClaimTable.id)).where(col(ClaimTable.document).in_(listed(connection, sorted(hidden))))
    return gone | set(connection.execute(of_them).scalars())


def _had(connection: Connection, claims: Sequence[str]) -> set[str]:
    """Return those of some claims that were ever published, by a page in the journal, a review or the listed stage."""
    some = listed(connection, claims)
    asked = (
        select(col(JournalTable.claim)).where(
            col(JournalTable.kind) == "published_pages", col(JournalTable.claim).in_(some)
        ),
        select(col(ClaimTable.id)).where(col(ClaimTable.stage).in_(_OUT), col(ClaimTable.id).in_(some)),
        select(col(ReviewTable.claim)).where(
            col(ReviewTable.action) == Action.PUBLISH.value, col(ReviewTable.claim).in_(some)
        ),
    )
    return {key for each in asked for key in connection.execute(each).scalars()}
