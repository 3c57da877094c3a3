"""Manage the file of search arrays: which file belongs to the rows, and rebuilding missing, damaged or outdated arrays.

The rows name the file. A new file is complete before the transaction that names it ends; earlier readers keep the old
one open. Losing the file costs half a minute, never a title: it is rebuilt from the rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from secrets import token_hex

from workbench.catalogue import memory_mapped_arrays, title_arrays
from workbench.catalogue.catalogue_titles import CatalogueTitles
from workbench.catalogue.memory_mapped_arrays import DamagedError
from workbench.catalogue.title_arrays import TitleArrays
from workbench.match.words.word_vectors import meanings
from workbench.ports.meaning_encoder import Encoder

_ENDING = ".shelf"
_UNWRITTEN = "-"
"""Name of arrays kept in memory alone, where the catalogue cannot be written."""


class StaleError(Exception):
    """The arrays cannot be used; the error says why, and whether they are damaged."""

    def __init__(self, why: str, *, damaged: bool) -> None:
        super().__init__(why)
        self.damaged = damaged


class GoneError(StaleError):
    """The file named by the rows is missing: lost, or just replaced by another process."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(why, damaged=True)
        self.name = name


class SearchArrays:
    """The arrays of one connection's rows; `path` is the file of the rows, None in memory.

    All vectors of a file are from one encoder: from `model` if it has read every title, else from the package's table.
    """

    def __init__(self, db: sqlite3.Connection, path: Path | None, model: Encoder | None = None) -> None:
        self._db = db
        self._model = model
        self._path = path
        self._name: str | None = None
        self._before = ""
        self._titles: CatalogueTitles | None = None
        self._stock: TitleArrays | None = None

    def titles(self) -> CatalogueTitles:
        """Return the titles of the rows, as this transaction sees them.

        Raises:
            GoneError: Their file is missing; in a new transaction, the rows may name another.
            StaleError: The arrays must be rebuilt first.
        """
        if self._name == _UNWRITTEN and self._titles is not None:
            return self._titles
        name, encoder = self._named()
        if self._titles is None or name != self._name:
            self._take(name, self._read(name), encoder)
        assert self._titles is not None  # noqa: S101  (it was just taken)
        return self._titles

    def usable(self) -> bool:
        """Check whether the arrays can be used."""
        with suppress(StaleError):
            self.titles()
            return True
        return False

    def put_in_order(self, changed: Collection[str] = (), *, anew: bool = False) -> None:
        """Rebuild the arrays of changed sources and missing ones, and write all; within a writing transaction.

        Args:
            changed: The sources whose titles have changed.
            anew: Whether to reuse nothing of the old arrays, since they are damaged.
        """
        self._before = self._sweep()
        encoder = self._ready()
        made = self._made(changed, encoder, None if anew else self._old(encoder))
        name, made_by = token_hex(6), rules(encoder.space)
        if self._path is not None:
            about = {"rules": made_by, "sources": made.sources}
            memory_mapped_arrays.write(_file(self._path, name), title_arrays.to_arrays(made), about)
        self._db.execute("DELETE FROM shelf")
        self._db.execute("INSERT INTO shelf VALUES (?, ?)", (name, made_by))
        self._take(name, made, encoder)

    def tidy(self) -> None:
        """Delete the file that the rows named before the last transaction."""
        if self._path is not None and self._before:
            with suppress(OSError):  # a reader may still have it open
                _file(self._path, self._before).unlink(missing_ok=True)
        self._before = ""

    def for_now(self) -> None:
        """Build the arrays in memory, where no file can be written, for this connection."""
        encoder = self._ready()
        self._take(_UNWRITTEN, self._made((), encoder, None), encoder)

    def drop(self) -> None:
        """Forget what was read, for example after a rolled-back transaction."""
        self._name = self._titles = self._stock = None

    def _take(self, name: str, taken: TitleArrays, encoder: Encoder) -> None:
        self._name, self._stock, self._titles = name, taken, CatalogueTitles(self._db, taken, encoder)

    def _ready(self) -> Encoder:
        """Return the encoder for all titles: the model, once it has encoded every title."""
        if self._model is None:
            return meanings()
        every = [row[0] for row in self._db.execute("SELECT DISTINCT title FROM series")]
        return self._model if self._model.ready(every) else meanings()

    def _made(self, changed: Collection[str], encoder: Encoder, old: TitleArrays | None) -> TitleArrays:
        known = {source for source, _ in old.sources} - set(changed) if old else set()
        named = [row[0] for row in self._db.execute("SELECT source FROM lists ORDER BY source").fetchall()]
        parts = [
            title_arrays.part_of(old, name) if old and name in known else self._of(name, encoder) for name in named
        ]
        return title_arrays.joined(parts or [title_arrays.stock_of("", (), encoder)])

    def _of(self, source: str, encoder: Encoder) -> TitleArrays:
        sql = "SELECT id, title, unit, unit_name, description, headline FROM series WHERE source = ? ORDER BY id"
        return title_arrays.stock_of(source, self._db.execute(sql, (source,)), encoder)

    def _old(self, wanted: Encoder) -> TitleArrays | None:
        """Return the old arrays, if they can be used and their vectors are of the wanted encoder."""
        with suppress(StaleError):
            name, encoder = self._named()
            if encoder.space == wanted.space:
                return self._stock if self._path is None and self._stock else self._read(name, whole=True)
        return None

    def _named(self) -> tuple[str, Encoder]:
        """Return the file's name and the encoder of the meanings in it."""
        row = self._db.execute("SELECT name, rules FROM shelf").fetchone()
        if row is None:
            raise StaleError("there is none", damaged=False)
        for encoder in (meanings(), *((self._model,) if self._model else ())):
            if row[1] == rules(encoder.space):
                return str(row[0]), encoder
        raise StaleError("it was made by other rules", damaged=False)

    def _read(self, name: str, *, whole: bool = False) -> TitleArrays:
        if self._path is None:
            raise StaleError("there is none", damaged=False)
        try:
            found, about = memory_mapped_arrays.read(_file(self._path, name), whole=whole)
            return title_arrays.from_arrays(found, about["sources"])
        except FileNotFoundError as error:
            raise GoneError(name, str(error)) from error
        except (DamagedError, OSError, KeyError, TypeError, ValueError) as error:
            raise StaleError(str(error), damaged=True) from error

    def _sweep(self) -> str:
        """Delete files that no row names; safe, since there is only one writer.

        Returns:
            The name of the file in use; empty without one.
        """
        if self._path is None:
            return ""
        row = self._db.execute("SELECT name FROM shelf").fetchone()
        kept = _file(self._path, row[0]).name if row else ""
        for file in self._path.parent.glob(f"{_escaped(self._path.name)}.*{_ENDING}*"):
            if file.name != kept:
                with suppress(OSError):  # a reader may still have it open
                    file.unlink()
        return row[0] if row else ""


def _file(path: Path, name: str) -> Path:
    return path.with_name(f"{path.name}.{name}{_ENDING}")


def _escaped(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


@cache
def rules(space: str) -> str:
    """Return a hash of the rules for reading titles and of their encoder: arrays with another hash are rebuilt."""
    named = [*_modules(files("workbench.match")), files("snowballstemmer").joinpath("porter_stemmer.py")]
    return sha256(b"\0".join([*(each.read_bytes() for each in named), space.encode()])).hexdigest()


def _modules(room: Traversable) -> Iterator[Traversable]:
    """Yield the modules of a package and of those in it, by their names."""
    for each in sorted(room.iterdir(), key=lambda each: each.name):
        if each.name.endswith(".py"):
            yield each
        elif each.is_dir():
            yield from _modules(each)
