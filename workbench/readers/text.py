"""Plain text: statements as agencies and ministries send them, and transcripts."""

from __future__ import annotations

from workbench.ports import Raw, ReadDocument
from workbench.readers._assemble import assemble
from workbench.readers._decoding import decode
from workbench.readers._header_note import split_note


class PlainTextReader:
    """Reads ``.txt``."""

    name = "text"
    suffixes = ("txt", "text")
    in_process = True

    def read(self, raw: Raw) -> ReadDocument:
        """Return the document.

        Raises:
            NotTextError: The bytes are a PDF, an archive, an image or other binary data.
            EmptyFileError: Nothing but furniture.
        """
        decoded = decode(raw)
        note, words = split_note(decoded.text)
        return assemble(raw, self.name, words, note=note, problems=decoded.problems)


READER = PlainTextReader()
