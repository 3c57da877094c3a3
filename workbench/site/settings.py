"""Settings of a site: its address, its name, and the newsroom's own templates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from workbench.core.errors import UsageError


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Where the site will stand and how it looks.

    Attributes:
        url: Its address, without a slash at the end; canonical links, feeds and ClaimReview are made of it.
        title: Its name.
        templates: A folder of templates and of `brand.css` that come before ours; None for ours alone.
    """

    url: str
    title: str
    templates: Path | None = None

    def page(self, path: str) -> str:
        """The whole address of a file of the site; that of `index.html` is its folder's."""
        return f"{self.url}/{path.removesuffix('index.html')}"


def site_address(url: str) -> str:
    """The address of a site as it is used. Raises UsageError where it is no web address."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise UsageError(
            "A site needs the address at which it will stand.",
            'Say --url https://… or set url = "https://…" (and name) under [publisher] in the configuration.',
        )
    return url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].rstrip("/")
