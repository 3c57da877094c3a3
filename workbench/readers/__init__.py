"""Bytes to documents: one small module a format, each with one constant ``READER``.

Why this room exists: what a file looks like (an encoding, markup, the furniture of a printed page) is dealt with here and
nowhere else. A document's text is final when it leaves this room; every offset counts on that.
"""

from __future__ import annotations

from importlib import import_module

from workbench.ports import Reader

BUILT_IN = ("text", "html")
"""The formats of this package, in the order in which they are asked whether they know a suffix."""


def readers() -> dict[str, Reader]:
    """The built-in readers by name; what a format needs beyond the standard library is loaded when a file is read."""
    return {name: import_module(f"workbench.readers.{name}").READER for name in BUILT_IN}
