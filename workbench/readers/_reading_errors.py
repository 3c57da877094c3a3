"""Errors for files that cannot be read, each with advice."""

from __future__ import annotations

from workbench.core.errors import NotTextError, ReadingError


class WrongKindError(NotTextError):
    """The file is of another kind than its suffix, or the user, says."""

    def __init__(self, path: object, wanted: str, found: str) -> None:
        ReadingError.__init__(
            self,
            f"{path}: this is {found or 'something else'}, not {wanted}.",
            "Save it as that, or correct its suffix.",
        )


class LockedFileError(ReadingError):
    """The file needs a password."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{path}: the {what} is locked with a password.", "Save a copy without one and give that.")


class DamagedFileError(ReadingError):
    """The file is cut off or inconsistent."""

    def __init__(self, path: object, what: str, why: str) -> None:
        super().__init__(f"{path}: the {what} is damaged: {why}.", "Fetch it again, or save it anew and give that.")


class PicturesOnlyError(ReadingError):
    """The pages are scanned images without text."""

    def __init__(self, path: object, pages: int) -> None:
        count = "1 page" if pages == 1 else f"{pages:,} pages"
        super().__init__(
            f"{path} has {count} but no text: it needs OCR first.", "Run it through OCR and give the result."
        )


class TooLongError(ReadingError):
    """The file has more pages, parts or words than are read as one document."""

    def __init__(self, path: object, count: str, limit: str) -> None:
        super().__init__(
            f"{path}: {count} are more than the {limit} that are read as one document.", "Split it and give the parts."
        )


class UnsafeFileError(ReadingError):
    """The file is constructed to exhaust the machine that opens it."""

    def __init__(self, path: object, what: str, why: str) -> None:
        super().__init__(f"{path}: the {what} was not opened: {why}.", "Give its words as text if you trust them.")


class MissingWordsError(ReadingError):
    """The file lacks the contents that are read from its format."""

    def __init__(self, path: object, what: str, hint: str) -> None:
        super().__init__(f"{path}: there is {what} in it.", hint)
