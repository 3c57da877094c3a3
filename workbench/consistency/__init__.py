"""Checks a sentence against itself, without any series: implied bases, parts and wholes, contradictions."""

from __future__ import annotations

from workbench.consistency.own_arithmetic import claims_nearby, own_arithmetic

__all__ = ["claims_nearby", "own_arithmetic"]
