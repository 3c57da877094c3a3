"""SubRip captions, and the captions that YouTube gives for download (``.sbv``)."""

from __future__ import annotations

from workbench.readers._captions import CaptionReader

READER = CaptionReader("srt", ("srt", "sbv"))
