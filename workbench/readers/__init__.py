"""Bytes to documents: one small module a format, each with one constant ``READER``.

What a file looks like (an encoding, markup, the furniture of a printed page) is dealt with here and
nowhere else. A document's text is final when it leaves this room; every offset counts on that.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from workbench.ports import Reader


def readers() -> dict[str, Reader]:
    """Return the built-in readers by name; what a format needs beyond the standard library is loaded when a file is read."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    return {name: import_module(f"{__name__}.{name}").READER for name in names}
