"""Why a file that is of the right kind is not read all the same, each reason with what to do about it."""

from __future__ import annotations

from workbench.core.errors import NotTextError, ReadingError


class WrongKindError(NotTextError):
    """A file of another kind than its suffix, or the one who named the format, says."""

    def __init__(self, path: object, wanted: str, found: str) -> None:
        ReadingError.__init__(
            self,
            f"{path}: this is {found or 'something else'}, not {wanted}.",
            "Save it as that, or correct its suffix.",
        )


class LockedFileError(ReadingError):
    """A file that opens with a password only."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{path}: the {what} is locked with a password.", "Save a copy without one and give that.")


class DamagedFileError(ReadingError):
    """A file that is cut short or whose parts do not fit together."""

    def __init__(self, path: object, what: str, why: str) -> None:
        super().__init__(f"{path}: the {what} is damaged: {why}.", "Fetch it again, or save it anew and give that.")


class PicturesOnlyError(ReadingError):
    """Pages that were photographed and hold no letters."""

    def __init__(self, path: object, pages: int) -> None:
        count = "1 page" if pages == 1 else f"{pages:,} pages"
        super().__init__(
            f"{path} has {count} but no text: it needs OCR first.", "Run it through OCR and give the result."
        )


class TooLongError(ReadingError):
    """More pages, parts or words than are read as one document."""

    def __init__(self, path: object, count: str, limit: str) -> None:
        super().__init__(
            f"{path}: {count} are more than the {limit} that are read as one document.", "Split it and give the parts."
        )


class UnsafeFileError(ReadingError):
    """A file that is put together so as to exhaust the machine that opens it."""

    def __init__(self, path: object, what: str, why: str) -> None:
        super().__init__(f"{path}: the {what} was not opened: {why}.", "Give its words as text if you trust them.")


class MissingWordsError(ReadingError):
    """A file of a known format without the one thing that is read from it."""

    def __init__(self, path: object, what: str, hint: str) -> None:
        super().__init__(f"{path}: there is {what} in it.", hint)
