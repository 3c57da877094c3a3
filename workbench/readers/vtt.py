"""WebVTT captions, as browsers show them; who speaks is kept where the file tells it."""

from __future__ import annotations

from workbench.readers._captions import CaptionReader

READER = CaptionReader("vtt", ("vtt", "webvtt"))
