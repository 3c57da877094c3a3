"""What of the site of before still holds: the files of a check whose facts, words and templates are the same are not made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from workbench.core.report import Entry, Report
from workbench.site.settings import SiteSettings

_ROOMS = ("core", "compare", "report", "export", "site")
"""Rooms whose code makes the words of a page."""


@dataclass(frozen=True, slots=True)
class AsItIs:
    """A file of the site of before that still holds.

    Attributes:
        sha256: The hash of its bytes.
    """

    sha256: str


SiteFile = tuple[str, bytes | AsItIs]
"""Path below the site's folder, and the bytes, or that they are there already."""


@dataclass(frozen=True, slots=True)
class Before:
    """The site of before.

    Attributes:
        files: The hash of each file that is in its place.
        made_of: What the files of each check were made of, by the claim.
        lost: Checks of which a file is not in its place any more.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    made_of: Mapping[str, str] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    def still(self, claim: str, made_of: str) -> list[SiteFile]:
        """The files of a check that still hold; none where it is to be made."""
        if self.made_of.get(claim) != made_of or claim in self.lost:
            return []
        return [(path, AsItIs(key)) for path, key in self._of(claim)]

    def _of(self, claim: str) -> Iterable[tuple[str, str]]:
        names = ("index.html", "embed.html", "oembed.json", "card.png", *(f"figures-{n}.csv" for n in range(1, _MOST)))
        paths = (f"claims/{claim}/{name}" for name in names)
        return ((path, self.files[path]) for path in paths if path in self.files)


_MOST = 40
"""Charts of one check that are looked for."""

NOTHING = Before()
"""There is no site yet."""


def basis(report: Report, settings: SiteSettings) -> str:
    """What the files of every check are made of: the settings, the scale, our code and templates, and the newsroom's."""
    about = (settings.url, settings.title, settings.logo, report.publisher, report.drafts, report.scale)
    own = _hash(_under(settings.templates)) if settings.templates else ""
    return hashlib.sha256(repr((about, own, _of_ours())).encode(errors="surrogatepass")).hexdigest()


def made_of(entry: Entry, start: str) -> str:
    """What the files of a check are made of: what was decided, put right, attached and found, by the ids of each."""
    document, claim = entry.document, entry.claim
    said = (
        start, claim.id, claim.relations, document.title, document.url, document.origin, document.place, document.place_name,
        document.source_note, document.language, document.published, sorted(entry.verdict.standing), entry.verdict.stage,
        entry.scale and entry.scale.key, [each.id for each in entry.corrections], [each.at for each in entry.amendments],
        [each.id for each in entry.attached], [(each.id, each.text, each.because) for each in entry.known],
        [(each.check.url, each.check.rating, each.check.text) for each in entry.elsewhere], entry.searched,
        [str(each) for each in entry.problems], [each.at for each in entry.changes],
        [(each.since, each.figures) for each in entry.revisions],
        [(each.agreement, each.title, [(body.id, body.fetched) for body in each.bodies]) for each in entry.findings],
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode(errors="surrogatepass")).hexdigest()[:32]


@cache
def _of_ours() -> str:
    """The hash of our code and templates: another version makes every page anew."""
    rooms = (files("workbench").joinpath(room) for room in _ROOMS)
    return _hash(each for room in rooms for each in _walked(room))


def _walked(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != "__pycache__":
            yield from _walked(each)
        elif each.name.endswith((".py", ".toml", ".html", ".css", ".js")):
            yield each.name, each.read_bytes()


def _under(folder: Path) -> Iterator[tuple[str, bytes]]:
    return ((path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())


def _hash(named: Iterable[tuple[str, bytes]]) -> str:
    whole = hashlib.sha256()
    for name, body in named:
        whole.update(name.encode(errors="surrogatepass") + b"\0" + body)
    return whole.hexdigest()
