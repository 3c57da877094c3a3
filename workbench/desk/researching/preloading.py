"""Prepares research in a thread: the first time in a process, loading takes a second or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import Claim

if TYPE_CHECKING:
    from workbench.desk.memory.remembering import Remembering
    from workbench.match.memory.series_memory import Recalled


def recalled_for(memory: Remembering, claim: Claim) -> Recalled:
    """Load everything that research needs, and find earlier choices for similar claims."""
    import workbench.desk.researching.research  # noqa: F401, PLC0415  (that it is loaded here, and not between two keys, is the point)

    memory.settle()
    return memory.recall(claim)
