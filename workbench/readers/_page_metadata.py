"""What the fields of a file format say of a document: title, day, address, author, language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
    """Metadata from the fields of a file format; empty where it has none."""

    title: str = ""
    day: date | None = None
    url: str = ""
    author: str = ""
    site: str = ""
    language: str = ""
    place: str = ""
    place_name: str = ""


NO_PAGE = Page()
