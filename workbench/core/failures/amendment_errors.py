"""Why an amendment is refused: words that are not there, claims that cannot be joined, something taken back too early."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.errors import UsageError, printable

_SHOWN = 60


def _cut(words: str) -> str:
    return printable(" ".join(words.split()), _SHOWN)


class QuoteNotFoundError(UsageError):
    """A quote is not in a document."""

    def __init__(self, quote: str, document: str) -> None:
        super().__init__(
            f"“{_cut(quote)}” does not stand in document {document}.", "Copy the words as they stand in the text."
        )


class QuoteTwiceError(UsageError):
    """A quote occurs several times in a document."""

    def __init__(self, quote: str, times: int) -> None:
        super().__init__(
            f"“{_cut(quote)}” stands {times} times in the document.",
            "Quote more of the words around it, so that they stand once.",
        )


class AlreadyClaimError(UsageError):
    """Marked words are a claim already."""

    def __init__(self, claim: str, quote: str) -> None:
        super().__init__(
            f"The figure is that of claim {claim} already: “{_cut(quote)}”.",
            f"workbench edit {claim} puts its reading right; workbench show {claim} tells what became of it.",
        )


class ClaimAsideError(UsageError):
    """A claim that is set aside was to be joined or split."""

    def __init__(self, claim: str, why: str) -> None:
        super().__init__(f"{claim} is set aside: {why}.", "Take that back first: workbench undo.")


class NotOneClaimError(UsageError):
    """Two claims cannot be joined."""

    def __init__(self, why: str) -> None:
        super().__init__(f"These cannot be one claim: {why}.", "Join two claims of one paragraph of one document.")


class OneFigureError(UsageError):
    """A claim with a single figure was to be split."""

    def __init__(self, claim: str, figures: int) -> None:
        held = "one figure" if figures == 1 else "no figure"
        super().__init__(
            f"{claim} holds {held}, and is not split by its figures.",
            f'Say its parts: workbench claim split {claim} --quote "…" --quote "…".',
        )


class PartsThereError(UsageError):
    """A claim was to be split whose parts are claims already."""

    def __init__(self, claim: str, parts: Sequence[str]) -> None:
        super().__init__(
            f"The parts of {claim} are claims already: {', '.join(parts)}.", f"workbench dismiss {claim} has it leave."
        )


class AmendedSinceError(UsageError):
    """An amendment was to be taken back on which a later one depends."""

    def __init__(self, what: str, by: str) -> None:
        super().__init__(f"{by} {what} since.", f"That is taken back first: workbench undo --by {by}.")


class UnreadDataError(UsageError):
    """What was typed is no valid day, title, language or place of a document."""

    def __init__(self, name: str, typed: str, example: str) -> None:
        super().__init__(f"“{printable(typed, _SHOWN)}” is no {name}.", f"Write it like {example}.")
