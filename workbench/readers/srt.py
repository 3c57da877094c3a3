"""SubRip captions, and the captions that YouTube gives for download (``.sbv``)."""

from __future__ import annotations

from workbench.ports import Raw, ReadDocument
from workbench.readers._captions import read_captions


class SrtReader:
    """Reads ``.srt`` and ``.sbv``."""

    name = "srt"
    suffixes = ("srt", "sbv")
    in_process = True

    def read(self, raw: Raw) -> ReadDocument:
        """Gives the document, its sentences whole and its time codes kept.

        Raises:
            NotTextError: Binary data.
            MissingWordsError: No cue, or none with words.
        """
        return read_captions(raw, self.name)


READER = SrtReader()
