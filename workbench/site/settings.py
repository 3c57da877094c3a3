"""Settings of a site: its address, its name, and the newsroom's own templates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.core.errors import UsageError, printable
from workbench.core.web_address import is_web_address

_PICTURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"RIFF", "webp"))
"""How a picture begins, and the ending of its name."""


class NoFolderError(UsageError):
    """What was given as the newsroom's own templates is no folder."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{printable(path)} is no folder of templates.", "Check its name, or leave --templates out for ours alone."
        )


class NoPictureError(UsageError):
    """What was given as a logo is no picture."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{printable(path)} is no picture that a page can show.",
            "Give a PNG, JPEG, GIF or WebP file, or leave --logo out.",
        )


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the site: the name of its file there, and its bytes."""

    name: str
    body: bytes


def logo_of(path: object, body: bytes) -> Logo:
    """Return the logo that the bytes of a file are.

    Raises:
        NoPictureError: They are no picture.
    """
    kind = next((kind for begins, kind in _PICTURES if body.startswith(begins)), "")
    if not kind or (kind == "webp" and body[8:12] != b"WEBP"):
        raise NoPictureError(path)
    return Logo(f"logo.{kind}", body)


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Where the site will stand and how it looks.

    Attributes:
        url: Its address, without a slash at the end; canonical links, feeds and ClaimReview are made of it.
        title: Its name.
        templates: A folder of templates and of `brand.css` that come before ours; None for ours alone.
        logo: The publisher's sign, which stands before its name; None for none.
    """

    url: str
    title: str
    templates: Path | None = None
    logo: Logo | None = None

    def page(self, path: str) -> str:
        """Return the whole address of a file of the site; that of `index.html` is its folder's."""
        return f"{self.url}/{path.removesuffix('index.html')}"


def site_address(url: str) -> str:
    """Return the address of a site as it is used. Raises UsageError where it is no web address."""
    if not is_web_address(url):
        raise UsageError(
            "A site needs the address at which it will stand.",
            'Say --url https://… or set url = "https://…" (and name) under [publisher] in the configuration.',
        )
    return url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].rstrip("/")
