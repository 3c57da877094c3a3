"""Why a verdict is not published yet, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.errors import PublishError, UsageError, printable
from workbench.core.reviews.required_votes import MissingForPublication

_NAMED = 10
"""Maximum number of claims named in a sentence."""


class BodyNotHereError(PublishError):
    """A verdict rests on figures that came from another desk without the archived bodies, so that they cannot be recomputed."""

    happened = "does not go out"

    def __init__(self, claim: str, why: str) -> None:
        hint = (
            "It came without the answers that it rests on. Where it came from, `workbench export --evidence --output FILE.json` takes them "
            "along; `workbench import FILE.json` adds them here."
        )
        super().__init__(claim, why, hint)


class NotTheSameError(PublishError):
    """What was published about a claim was changed in the database, so that it is not written again."""

    happened = "does not go out"

    def __init__(self, claim: str, why: str) -> None:
        hint = "Nothing was written. workbench doctor names what was changed; restore it from a copy, or correct or withdraw the verdict."
        super().__init__(claim, why, hint)


class NothingGoesOutError(UsageError):
    """A report would hold no claim: none that was asked for is there, or none of them is published."""

    def __init__(self, left_out: Sequence[str]) -> None:
        """`left_out` says what was asked for but is not published, and what to do, a sentence each; empty where no claim matches."""
        why = "None of them was published" if left_out else "No claim matches"
        hint = " ".join(left_out) or "Ask for other claims, or for all of them by leaving the filter out."
        super().__init__(f"{why}: nothing was written.", hint)


class KeptBackError(PublishError):
    """A claim was changed in the database: it is left out of a file that has the others."""

    happened = "is left out"

    def __init__(self, claim: str, why: str) -> None:
        super().__init__(claim, why, "workbench doctor names what was changed; restore it from a copy.")


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


class VoteError(PublishError):
    """The project's rule asks for more reviewers than have agreed."""

    def __init__(
        self,
        claim: str,
        given: Sequence[tuple[str, str]],
        lack: MissingForPublication,
        editors: Sequence[str],
        verb: str,
    ) -> None:
        said = " and ".join(f"{reviewer} rates it “{rating}”" for reviewer, rating in given)
        who = f" who has not rated it ({' or '.join(editors)})" if lack is MissingForPublication.EDITOR else ""
        who_does = {MissingForPublication.EDITOR: "One of them does", MissingForPublication.THIRD: "A third does"}.get(
            lack, "Another does"
        )
        does = (
            f"{verb} {claim}" if lack is MissingForPublication.EDITOR and verb == "approve" else f"rate {claim} RATING"
        )
        hint = f"{who_does}: workbench {does} --by NAME. The rule stands under [review] in the configuration."
        super().__init__(claim, f"{said}, and it takes {lack.value}{who}", hint)


class TakenAwayError(PublishError):
    """Published claims have reviews that differ from those that were stored: a new file would silently leave them out."""

    happened = "would be taken from readers"

    def __init__(self, claims: Sequence[str], why: str) -> None:
        first, *more = claims
        named = f"{', '.join(more[: _NAMED - 1])}{', …' * (len(more) >= _NAMED)}"
        others = f". So it is with {len(more):,} more ({named})" if more else ""
        hint = "Nothing was written. workbench doctor names the rows; restore the database from a copy."
        super().__init__(first, f"{why.rstrip('.')}{others}", hint)


class WithheldError(PublishError):
    """Somebody who does not see the others' ratings yet wants to act on a verdict."""

    happened = "stays as it is"

    def __init__(self, claim: str, reviewer: str) -> None:
        super().__init__(
            claim,
            f"it was rated by another, and that is shown to {reviewer} once {reviewer}'s own rating is in",
            f"Rate it first: workbench rate {claim} RATING.",
        )


class UnpublishedError(PublishError):
    """A verdict that is not published was to be corrected or withdrawn."""

    happened = "stays as it is"

    def __init__(self, claim: str, stage: str, verb: str) -> None:
        super().__init__(
            claim,
            f"it is {stage}, not published: there is nothing to {verb}",
            f"Rate it (workbench rate {claim} RATING) or publish it (workbench publish {claim}).",
        )


class NoReasonError(PublishError):
    """A correction, a withdrawal or a rejection gives no reason."""

    happened = "stays as it is"

    def __init__(self, claim: str, verb: str) -> None:
        super().__init__(claim, f"to {verb} it takes a reason", "Give it: --note 'what was wrong'.")


class OwnApprovalError(PublishError):
    """A reviewer wants to approve a rating that only the same reviewer gave."""

    happened = "stays as it is"

    def __init__(self, claim: str, reviewer: str) -> None:
        super().__init__(
            claim,
            f"{reviewer} gave its only rating, and an approval is a second person's",
            f"Let another approve it (workbench approve {claim} --by NAME), or publish it without: workbench publish {claim}.",
        )


class NotInReviewError(PublishError):
    """A verdict that is no draft was to be approved or sent back."""

    happened = "stays as it is"

    def __init__(self, claim: str, stage: str, verb: str) -> None:
        super().__init__(
            claim,
            f"it is {stage}: only a draft is to {verb}",
            f"Correct or withdraw what readers have: workbench correct {claim} RATING, workbench withdraw {claim}.",
        )


class UngroundedError(PublishError):
    """The rating rests on no figure, and no note says why it was given."""

    def __init__(self, claim: str, label: str, rating: str) -> None:
        why = f"“{label}” rests on no figure with evidence, and no note says why"
        hint = (
            f"Research it and rate it again, or rate it with a reason: "
            f"workbench rate {claim} {rating} --note 'No official figure: …'."
        )
        super().__init__(claim, why, hint)


class AddressElsewhereError(UsageError):
    """The address of a report is on another site than the publisher's."""

    def __init__(self, address: str, site: str) -> None:
        super().__init__(
            f"{printable(address, 80)} is no page of {printable(site, 80)}.",
            "Give an address of the publisher's site, or set url under [publisher] in the configuration.",
        )
