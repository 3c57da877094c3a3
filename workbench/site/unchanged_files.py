"""Find the files of the previous site that can be reused: those of checks with unchanged facts, texts and templates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from workbench.core.report import Report
from workbench.desk.publication.incremental_report import NotedCheck
from workbench.site import picture_support
from workbench.site.settings import SiteSettings

_ROOMS = ("core", "evidence", "ports", "compare", "report", "desk", "store", "scales", "export", "site")
"""Rooms whose code reads a check and makes the words of a page."""

_CHECKS = "claims/"


@dataclass(frozen=True, slots=True)
class UnchangedFile:
    """An unchanged file of the previous site.

    Attributes:
        sha256: The hash of its bytes.
    """

    sha256: str


SiteFile = tuple[str, bytes | UnchangedFile]
"""Path below the site's folder, and the bytes, or that they are there already."""


@dataclass(slots=True)
class Notes:
    """Notes about a site for the next run, collected while it is built.

    Attributes:
        checks: The hash of each check's input, by claim.
        texts: Each check as listed, by claim; see `ListedCheck`.
        common: The hash of the input of files that belong to no single check.
        groups: The hash of the input of each page of a speaker, topic or series, and of each style and script, by its path.
    """

    checks: dict[str, NotedCheck] = field(default_factory=dict)
    texts: dict[str, msgspec.Raw] = field(default_factory=dict)
    common: str = ""
    groups: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PreviousSite:
    """The previous site.

    Attributes:
        files: The hash of each file that still exists.
        notes: The notes about it.
        lost: Checks with a missing file; with an empty entry if another file is missing.
        listed: The hash of each file that was written, whether it still exists or not.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    lost: frozenset[str] = frozenset()
    listed: Mapping[str, str] = field(default_factory=dict)

    def has(self, claim: str, now: NotedCheck) -> bool:
        """Check whether the files of a check can be reused."""
        noted = self.notes.checks.get(claim)
        known = noted is not None and noted.mark == now.mark and claim in self.notes.texts
        return known and bool(now.mark) and claim not in self.lost

    def of(self, claims: Iterable[str]) -> Iterator[SiteFile]:
        """Return the files of some checks for reuse."""
        wanted = frozenset(claims)
        return ((path, UnchangedFile(key)) for path, key in self.files.items() if check_of(path) in wanted)

    def shared(self) -> Iterator[SiteFile]:
        """Return the files that belong to no single check for reuse."""
        return ((path, UnchangedFile(key)) for path, key in self.files.items() if not check_of(path))

    def holds(self, common: str) -> bool:
        """Check whether the files that belong to no single check can be reused."""
        return bool(common) and self.notes.common == common and "" not in self.lost


NOTHING = PreviousSite()
"""There is no site yet."""


def check_of(path: str) -> str:
    """Return the claim of a file that belongs to a single check; empty for any other.

    >>> check_of("claims/ab/index.html"), check_of("index.html")
    ('ab', '')
    """
    return path.split("/", 2)[1] if path.startswith(_CHECKS) and path.count("/") > 1 else ""


def basis(settings: SiteSettings) -> str:
    """Hash the input of every file: settings, code, templates, the newsroom's too, and if pictures can be drawn."""
    about = (settings.url, settings.title, settings.logo, picture_support.can_draw())
    own = _hash(_under(settings.templates)) if settings.templates else ""
    return hashlib.sha256(repr((about, own, _of_ours())).encode(errors="surrogatepass")).hexdigest()


def common(start: str, report: Report, settings: SiteSettings, notes: Notes) -> str:
    """Hash the input of files of no single check: all checks as listed, or more for a newsroom's own templates."""
    about = (start, report.publisher, report.drafts, report.scale, report.scales)
    whole = hashlib.sha256(repr(about).encode(errors="surrogatepass"))
    for claim, text in notes.texts.items():
        mark = notes.checks[claim].mark if settings.templates and claim in notes.checks else ""
        if settings.templates and not mark:
            return ""
        whole.update(f"\n{claim} {mark} ".encode(errors="surrogatepass"))
        whole.update(text)
    return whole.hexdigest()[:32]


@cache
def _of_ours() -> str:
    """Return the hash of the workbench's code and templates: another version renders every page again."""
    rooms = (files("workbench").joinpath(room) for room in _ROOMS)
    return _hash(each for room in rooms for each in _walked(room))


def _walked(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != "__pycache__":
            yield from _walked(each)
        elif each.name.endswith((".py", ".toml", ".html", ".css", ".js")):
            yield each.name, each.read_bytes()


def _under(folder: Path) -> Iterator[tuple[str, bytes]]:
    return ((str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())


def _hash(named: Iterable[tuple[str, bytes]]) -> str:
    whole = hashlib.sha256()
    for name, body in named:
        whole.update(name.encode(errors="surrogatepass") + b"\0%d\0" % len(body) + body)
    return whole.hexdigest()
