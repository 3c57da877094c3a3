"""A sentence against itself, with no series: implied bases, parts and wholes, contradictions."""

from __future__ import annotations

from workbench.consistency.claim_findings import beside, own_arithmetic

__all__ = ["beside", "own_arithmetic"]
