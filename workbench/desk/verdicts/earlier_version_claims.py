"""Claims stored by an earlier version: slots that it did not read are read when the claims are used again."""

from __future__ import annotations

from workbench.core.claim import RELATIONS, Claim


def fully_read(claim: Claim) -> Claim:
    """Fill all slots of a claim; nothing stored changes."""
    if claim.relations >= RELATIONS:
        return claim
    from workbench.extract.relations.relations_of_claim import with_relations  # noqa: PLC0415  (word files are loaded where a claim needs them)

    return with_relations(claim)
