"""Port of reading ahead: everything that is stored about many claims at once, for work on thousands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.core.attachment import Attachment
from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.document import Document
from workbench.core.finding import Finding
from workbench.core.verdict import Review
from workbench.ports.research_result import Researched


@dataclass(frozen=True, slots=True)
class StoredClaims:
    """The stored data of some claims. What a store could not read is left out, and is then requested singly.

    Attributes:
        claims: The claims with their corrections, by id.
        documents: Their documents with their amendments, by id.
        reviews: The reviews of each claim, oldest first.
        research: The newest research of each claim; None for one that was never researched.
        findings: The findings that reviews name, by id, each as first stored.
        corrections: The corrections of each claim, oldest first.
        amendments: The amendments of each document, oldest first.
        attachments: What was attached to each claim, oldest first.
    """

    claims: Mapping[str, Claim] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    reviews: Mapping[str, Sequence[Review]] = field(default_factory=dict)
    research: Mapping[str, Researched | None] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    corrections: Mapping[str, Sequence[Correction]] = field(default_factory=dict)
    amendments: Mapping[str, Sequence[Amendment]] = field(default_factory=dict)
    attachments: Mapping[str, Sequence[Attachment]] = field(default_factory=dict)
