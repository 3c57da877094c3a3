"""Claims as an earlier version kept them: what it did not read of their words is read when they are taken up again."""

from __future__ import annotations

from workbench.core.claim import RELATIONS, Claim


def fully_read(claim: Claim) -> Claim:
    """Return a claim with all of its slots filled; nothing stored changes."""
    if claim.relations >= RELATIONS:
        return claim
    from workbench.extract.relations.reading import with_relations  # noqa: PLC0415  (word files are loaded where a claim needs them)

    return with_relations(claim)
