"""The sign of each stage in lists: ``o`` open, ``t`` taken, ``v`` rated, ``=`` published, ``x`` no claim."""

from __future__ import annotations

from workbench.core.verdict import Stage

_SIGNS = {
    Stage.OPEN: "o",
    Stage.TAKEN: "t",
    Stage.DRAFT: "v",
    Stage.APPROVED: "v",
    Stage.PUBLISHED: "=",
    Stage.CORRECTED: "=",
    Stage.WITHDRAWN: "-",
    Stage.DISMISSED: "x",
    Stage.ASIDE: "~",
    Stage.DEFERRED: "o",
}


def sign_of(stage: Stage) -> str:
    """Return a stage's sign: ``o`` open, ``t`` taken, ``v`` rated, ``=`` published, ``-`` withdrawn, ``x`` no claim."""
    return _SIGNS[stage]
