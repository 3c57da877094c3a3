"""Rating scales: one TOML file each, in this folder or in the user's own.

Newsrooms rate differently, and should not have to change code for it. A scale is a file whose name is the scale's key. It has a ``title`` and ``[[ratings]]``, best first, each with ``key``, ``label``, ``meaning`` and,
as wanted, ``value`` (its step on the ladder, higher is truer; leave it out for ratings off the ladder), ``digit`` (the key
that gives it on screen) and ``tone`` (``good``, ``mixed``, ``bad`` or ``none``).

A user's file that is no scale never stops the desk: it is reported in `InstalledScales.problems`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from workbench.core.errors import Problem, UnknownNameError
from workbench.core.rating import RatingScale
from workbench.scales.scale_files import BadScaleError, read_scale

LARGEST = 100_000
"""Maximum size of a rating scale in bytes."""


class InstalledScales:
    """The installed scales, by key.

    Attributes:
        problems: Files of the user's that are no scales, and why.
    """

    def __init__(self, scales: Iterable[RatingScale], problems: Iterable[Problem] = ()) -> None:
        self._scales = {scale.key: scale for scale in scales}
        self.problems = tuple(problems)

    def scale(self, key: str) -> RatingScale:
        """Return a scale. Raises UnknownNameError, which says the nearest right name."""
        if key not in self._scales:
            raise UnknownNameError("rating scale", key, list(self._scales))
        return self._scales[key]

    def keys(self) -> Sequence[str]:
        """Return their names, the workbench's own first."""
        return list(self._scales)


def installed_scales(extra: Path | None = None) -> InstalledScales:
    """Load the workbench's own scales, and those in the user's folder, which may not have the name of one of ours."""
    own = _own()
    taken = {scale.key for scale in own}
    theirs: list[RatingScale] = []
    problems: list[Problem] = []
    for path in _in_folder(extra, problems):
        try:
            theirs.append(_read_file(path, taken))
        except BadScaleError as error:
            hint = "Mend the file or take it away; the other scales are there."
            problems.append(Problem(str(path), str(error), hint, "bad-scale"))
    return InstalledScales([*own, *theirs], problems)


@cache
def _own() -> tuple[RatingScale, ...]:
    """Load the workbench's own scales, once, since these files do not change while it runs."""
    found = sorted(
        (file for file in files("workbench.scales").iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    return tuple(read_scale(file.name.removesuffix(".toml"), file.read_text(encoding="utf-8")) for file in found)


def _in_folder(folder: Path | None, problems: list[Problem]) -> list[Path]:
    """List the scale files of a folder by name; none, and a problem, where it cannot be read."""
    if folder is None:
        return []
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError as error:
        hint = "Mend the setting scales, or make the folder; the workbench's own scales are there."
        problems.append(Problem(str(folder), f"The folder cannot be read: {error.strerror}.", hint, "bad-scale"))
        return []


def _read_file(path: Path, taken: set[str]) -> RatingScale:
    if path.stem in taken:
        raise BadScaleError(f"there is a scale called {path.stem} already, and verdicts were given by it")
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
    except OSError as error:
        raise BadScaleError(f"it cannot be read: {error.strerror}") from error
    if len(body) > LARGEST:
        raise BadScaleError("it is too long for a scale")
    try:
        return read_scale(path.stem, body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadScaleError("it is not UTF-8 text") from error
