"""Why a verdict is not published yet, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.errors import PublishError


class UnratedError(PublishError):
    """Nobody has rated the claim."""

    def __init__(self, claim: str) -> None:
        super().__init__(claim, "no reviewer has given it a verdict", f"Rate it first: workbench rate {claim} RATING.")


class DisputedError(PublishError):
    """The reviewers' ratings differ."""

    def __init__(self, claim: str, given: Sequence[tuple[str, str]]) -> None:
        said = " and ".join(f"{reviewer} rates it “{rating}”" for reviewer, rating in given)
        hint = (
            f"Agree first: one of them rates it anew as the other did (workbench rate {claim} RATING --by NAME), "
            f"or takes the rating back (workbench undo {claim} --by NAME)."
        )
        super().__init__(claim, said, hint)


class UngroundedError(PublishError):
    """The rating rests on no figure, and no note says why it was given."""

    def __init__(self, claim: str, label: str, rating: str) -> None:
        why = f"“{label}” rests on no figure with evidence, and no note says why"
        hint = (
            f"Research it and rate it again, or rate it with a reason: "
            f"workbench rate {claim} {rating} --note 'No official figure: …'."
        )
        super().__init__(claim, why, hint)
