"""The header by which services see who asks: the workbench, and the contact that the user configured."""

from __future__ import annotations

from workbench import __version__


def user_agent(contact: str = "") -> str:
    """Return the ``User-Agent`` header for services.

    >>> user_agent("desk@example.org").endswith("(statistics for fact-checking; desk@example.org)")
    True
    """
    about = "; ".join(part for part in ("statistics for fact-checking", contact.strip()) if part)
    plain = "".join(c for c in about if c.isascii() and c.isprintable())
    return f"claim-workbench/{__version__} ({plain})"
