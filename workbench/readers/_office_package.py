"""Check an office file before it is opened: a complete archive, of limited size, without entities."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from workbench.ports import Raw
from workbench.readers._decoding import looks_like
from workbench.readers._reading_errors import DamagedFileError, LockedFileError, UnsafeFileError, WrongKindError

LARGEST = 200_000_000
"""Most bytes of an unpacked office file."""

LARGEST_PART = 60_000_000
"""Most bytes of XML in one part. A thousand pages have about ten million."""

MOST_PARTS = 5_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def check_package(raw: Raw, what: str) -> frozenset[str]:
    """Check that an office file is safe to open, and return the names of its parts.

    Raises:
        WrongKindError: It is no zip archive.
        LockedFileError: It needs a password.
        DamagedFileError: It is cut off.
        UnsafeFileError: It has too many or too large parts, or entities.
    """
    if raw.body.startswith(_OLD_OFFICE) and _LOCKED in raw.body:
        raise LockedFileError(raw.origin, what)
    if not raw.body.startswith(b"PK"):
        raise WrongKindError(raw.origin, f"a {what} (.docx)", looks_like(raw.body))
    try:
        with zipfile.ZipFile(BytesIO(raw.body)) as package:
            _measure(raw, what, package)
            return frozenset(package.namelist())
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise DamagedFileError(raw.origin, what, "the archive it is kept in is not whole") from error


def _measure(raw: Raw, what: str, package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise LockedFileError(raw.origin, what)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        raise UnsafeFileError(raw.origin, what, f"it unpacks to more than {LARGEST / 1e6:.0f} MB")
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        if part.file_size > LARGEST_PART:
            raise UnsafeFileError(raw.origin, what, f"a part of it holds more than {LARGEST_PART / 1e6:.0f} MB of XML")
        if b"<!ENTITY" in package.read(part):
            raise UnsafeFileError(raw.origin, what, "it defines entities, as no office program does")
