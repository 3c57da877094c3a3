"""Why a bundle cannot be packed, accepted as unchanged, or opened."""

from __future__ import annotations

from workbench.core.errors import ReadingError, UsageError, printable


class NoBundleError(ReadingError):
    """A file that is no bundle of ours."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(
            f"{printable(path)} is no bundle of a workbench: {why}.", "Give a file that `workbench bundle pack` wrote."
        )


class TouchedBundleError(ReadingError):
    """A bundle that was changed after it was packed."""

    def __init__(self, path: object, place: str, why: str) -> None:
        super().__init__(
            f"{printable(path)} was touched at {printable(place, 120)}: {why}.",
            "Nothing was taken from it; ask for the file again, and compare its id with the sender's.",
        )


class NewerBundleError(ReadingError):
    """A bundle that a newer program packed."""

    def __init__(self, path: object, version: str) -> None:
        super().__init__(
            f"{printable(path)} is a bundle of version {printable(version, 20)}, which this program does not know.",
            "Update the workbench.",
        )


class SignatureError(ReadingError):
    """A bundle that is not signed as it should be."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"The signature of {printable(path)} does not hold: {why}.", "Nothing was taken from it.")


class SigningKeyError(UsageError):
    """A key that cannot sign or verify."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(
            f"{printable(path)} is no key for signing: {why}.",
            "Make one with: openssl genpkey -algorithm ed25519 -out key.pem; its public part: openssl pkey -in key.pem -pubout.",
        )


class NothingToPackError(UsageError):
    """No claim was named or matches."""

    def __init__(self) -> None:
        super().__init__("No claim matches, so nothing was packed.", "Name claims, or give a --query.")
