"""Why evidence was not attached; each message says what to do."""

from __future__ import annotations

from workbench.core.errors import (
    OfflineError,
    ReadingError,
    RefusedAddressError,
    ServiceError,
    SourceError,
    TooBigAnswerError,
    UnreachableError,
    UsageError,
    printable,
)

_INSTEAD = "save the page with a browser and attach the file"

_HINTS: tuple[tuple[type[SourceError], str], ...] = (
    (OfflineError, "Attach a file or a note, or leave --offline out."),
    (TooBigAnswerError, "Attach a smaller file, or the page that quotes it."),
    (RefusedAddressError, f"Check the address; or {_INSTEAD}."),
    (UnreachableError, f"Try again later, or {_INSTEAD}."),
    (ServiceError, f"Check the address; where it wants a login, {_INSTEAD}."),
)


class NotFetchedError(SourceError):
    """A page that could not be fetched: why, and what may be attached instead."""

    def __init__(self, error: SourceError) -> None:
        hint = next((hint for kind, hint in _HINTS if isinstance(error, kind)), "Attach a file or a note instead.")
        super().__init__(error.message, hint)


class NoWebAddressError(UsageError):
    """An address that is not a web page's: another scheme (``ftp://``), or none (``www.``)."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{printable(address, 80)} does not begin with https:// or http://; nothing was attached.",
            "Give the whole address, as a browser has it.",
        )


class LoginPageError(SourceError):
    """A page that asks for a login instead of showing its content."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{printable(host, 80)} answered with a login page; it was not attached.", f"Log in, {_INSTEAD}."
        )


class NotInArchivedTextError(UsageError):
    """Words that are not in the text that was archived."""

    def __init__(self, where: str, quote: str, page: int = 0) -> None:
        at = f"page {page} of {where}" if page else where
        super().__init__(
            f"The quote is not in {printable(at, 80)}: “{printable(quote, 80)}”.",
            "Copy the words from there; line breaks do not matter.",
        )


class NoSuchPlaceError(UsageError):
    """A page or an element that an archived text does not have."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{printable(where, 80)} has no {printable(what, 80)}.", "Leave it out, or give a --quote.")


class NoWordsError(ReadingError):
    """Bytes in which no words can be read, so that no place in them can be found."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(
            f"{printable(where, 80)} is {what}: no words can be read in it.",
            "Attach it without a quote, and add a --note.",
        )


class NothingToAttachError(UsageError):
    """No address, no file and no words."""

    def __init__(self) -> None:
        super().__init__("Nothing was given to attach.", "Give an address, a file, or --note “…”.")


class PlacelessNoteError(UsageError):
    """A quote, a page or a selector was given without a text in which to find it."""

    def __init__(self) -> None:
        super().__init__("A note has no place to quote from.", "Give the address or the file that the quote is in.")
