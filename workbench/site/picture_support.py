"""Whether pictures of claims can be drawn here (the extra ``site``)."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec


@cache
def can_draw() -> bool:
    """Return whether resvg is installed."""
    return find_spec("resvg_py") is not None
