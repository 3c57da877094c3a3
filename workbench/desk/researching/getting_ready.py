"""What research needs before it asks anybody, done in a thread: the first time of a process it takes a second or two to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import Claim

if TYPE_CHECKING:
    from workbench.desk.memory.remembering import Remembering
    from workbench.match.memory.memory import Recalled


def recalled_for(memory: Remembering, claim: Claim) -> Recalled:
    """Return what reviewers chose before for claims like one, once all that research needs is loaded."""
    import workbench.desk.researching.research  # noqa: F401, PLC0415  (that it is loaded here, and not between two keys, is the point)

    memory.settle()
    return memory.recall(claim)
