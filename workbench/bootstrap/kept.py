"""Files on the disk that a desk with given settings reads or keeps."""

from __future__ import annotations

from pathlib import Path

from workbench.config import Settings
from workbench.files.kept import SIDES, Keeping, KeptFiles


def kept_files(settings: Settings) -> KeptFiles:
    """Files that the desk reads or keeps, which no output overwrites."""
    own = ((settings.samples, "stored answers are kept there"), (settings.record, "live answers are kept there"),
           (settings.config, "it is the configuration"), (settings.scales, "rating scales are kept there"))  # fmt: skip
    tables = [Path(each).expanduser() for each in (*settings.data, *settings.checks) if "://" not in each]
    return KeptFiles(
        [
            *([] if "://" in settings.db else [Keeping(Path(settings.db), "the database is kept there", SIDES)]),
            Keeping(settings.archive, "the archive is kept there"),
            Keeping(settings.catalogue, "the index of series is kept there", ("*",)),
            *(Keeping(path, what) for path, what in own if path is not None),
            *(Keeping(path, "it is a table that the desk reads") for path in tables),
        ]
    )
