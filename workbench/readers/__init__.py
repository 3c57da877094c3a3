"""Read bytes to documents: one small module per format, each with a constant ``READER``.

Only this package deals with encodings, markup and the repeated parts of pages (dates, running heads). It returns the
final text of a document, on which all offsets rely.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from workbench.ports import Reader


def readers() -> dict[str, Reader]:
    """Return the built-in readers by name; third-party libraries are only loaded when a file is read."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    return {name: import_module(f"{__name__}.{name}").READER for name in names}
