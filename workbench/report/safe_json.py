"""JSON that is safe for a terminal: nothing in it moves the cursor or changes the direction of text."""

from __future__ import annotations

import re

_RAW = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Characters that JSON allows and a terminal acts on or cannot print: C1 controls, direction marks, lone surrogates."""


_PLAIN = bytes(range(0x7F))
"""ASCII characters, which need no check one by one: the others are few, or belong to words of another script."""


def without_raw(text: str) -> str:
    """Escape every character in JSON that a terminal would act on."""
    if text.isascii() and "\x7f" not in text:  # JSON itself escapes characters below a space
        return text
    beyond = text.encode(errors="surrogatepass").translate(None, _PLAIN).decode(errors="surrogatepass")
    return text if beyond.isprintable() else _RAW.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
