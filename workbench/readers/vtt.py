"""WebVTT captions, as browsers show them; who speaks is kept where the file tells it."""

from __future__ import annotations

from workbench.ports import Raw, ReadDocument
from workbench.readers._captions import read_captions


class VttReader:
    """Reads ``.vtt``."""

    name = "vtt"
    suffixes = ("vtt", "webvtt")
    in_process = True

    def read(self, raw: Raw) -> ReadDocument:
        """Gives the document, its sentences whole, its speakers and time codes kept.

        Raises:
            NotTextError: Binary data.
            MissingWordsError: No cue, or none with words.
        """
        return read_captions(raw, self.name)


READER = VttReader()
