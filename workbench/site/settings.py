"""Settings of a site: its address, its name, and the newsroom's own templates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.core.errors import UsageError, printable
from workbench.core.web_address import is_web_address

_PICTURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"RIFF", "webp"))
"""How a picture begins, and the ending of its name."""


class NoFolderError(UsageError):
    """The path of the newsroom's templates is not a folder."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{printable(path)} is no folder of templates.", "Check its name, or leave --templates out for ours alone."
        )


class NoPictureError(UsageError):
    """The logo is not a picture."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{printable(path)} is no picture that a page can show.",
            "Give a PNG, JPEG, GIF or WebP file, or leave --logo out.",
        )


@dataclass(frozen=True, slots=True)
class Logo:
    """The site's logo: its file name on the site, and its bytes."""

    name: str
    body: bytes


def logo_of(path: object, body: bytes) -> Logo:
    """Check the bytes of a logo, and return it.

    Raises:
        NoPictureError: The bytes are not a picture.
    """
    kind = next((kind for begins, kind in _PICTURES if body.startswith(begins)), "")
    if not kind or not _is_whole(kind, body):
        raise NoPictureError(path)
    return Logo(f"logo.{kind}", body)


def _is_whole(kind: str, body: bytes) -> bool:
    """Check that a picture has its head and its end: of one that was cut off, browsers show a torn sign."""
    match kind:
        case "png":
            return body[12:16] == b"IHDR" and b"IEND" in body[-64:]
        case "jpg":
            return b"\xff\xd9" in body[4:]
        case "gif":
            return body[4:6] in {b"7a", b"9a"} and b";" in body[13:]
        case _:
            return body[8:12] == b"WEBP" and len(body) >= 8 + int.from_bytes(body[4:8], "little")


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The address and the appearance of a site.

    Attributes:
        url: Its address, without a slash at the end; used in canonical links, feeds and ClaimReview.
        title: Its name.
        templates: A folder of templates and `brand.css` that override the workbench's; None for none.
        logo: The publisher's logo, shown before its name; None for none.
    """

    url: str
    title: str
    templates: Path | None = None
    logo: Logo | None = None

    def page(self, path: str) -> str:
        """Return the address of a file of the site; for `index.html`, that of its folder."""
        return f"{self.url}/{path.removesuffix('index.html')}"


def site_address(url: str) -> str:
    """Normalise the address of a site. Raises UsageError if it is not a web address."""
    if not is_web_address(url):
        raise UsageError(
            "A site needs the address at which it will stand.",
            'Say --url https://… or set url = "https://…" (and name) under [publisher] in the configuration.',
        )
    return url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].rstrip("/")
