"""Tables packed as the only file of a zip, as some offices send theirs (Destatis)."""

from __future__ import annotations

import io
import zipfile
import zlib

LARGEST = 64_000_000
"""Maximum size of the unpacked file in bytes; the real size counts, not the declared one."""

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")


def sole_file(body: bytes) -> bytes:
    """Unpack the only file of a zip; a body that is no zip is returned unchanged.

    Raises:
        ValueError: The zip is broken, holds another number of files, or one that is too large.

    >>> sole_file(b"a;b")
    b'a;b'
    """
    if not body.startswith(_MAGIC):
        return body
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            names = [info for info in packed.infolist() if not info.is_dir()]
            if len(names) != 1:
                raise ValueError("a zip file of several files")
            with packed.open(names[0]) as stream:
                found = stream.read(LARGEST + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        OverflowError,
    ) as error:
        raise ValueError("no whole zip file") from error
    if len(found) > LARGEST:
        raise ValueError("a zip file that unpacks to too much")
    return found
