"""The settings' series index, opened when it is first searched, with the meaning model if requested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from workbench.config import Settings
from workbench.core.errors import Problem
from workbench.core.series import Series, SeriesRef

if TYPE_CHECKING:
    from workbench.catalogue import Index
    from workbench.match.index.title_store import Hit
    from workbench.match.query.query import Query
    from workbench.meaning_model import ModelEncoder
    from workbench.ports.meaning_encoder import Encoder


class LazyCatalogue:
    """The series index, opened when it is first searched."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._model: ModelEncoder | None = None
        self._without: tuple[Problem, ...] = ()
        self._index: Index | None = None
        self._opening = Lock()  # candidates are searched in threads

    @property
    def problems(self) -> Sequence[Problem]:
        """The problems of the index's file, and why a requested meaning model is not used."""
        return (*self._open().problems, *self._without)

    @property
    def model(self) -> Encoder | None:
        """The meaning model, if it is requested and can be used."""
        self._open()
        return self._model

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        """Find series that share words with the query, then those similar in meaning."""
        return self._open().search(query, limit, sources, meaning)

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        """Find series that may measure the claim, the most likely first."""
        return self._open().find(query, limit, sources)

    @property
    def encoder(self) -> Encoder:
        """The encoder by which titles are found: the model once it has read all of them, and the package's table until then."""
        return self._open().encoder

    def get(self, ref: SeriesRef) -> Series | None:
        """Return one series by its name."""
        return self._open().get(ref)

    def counts(self) -> dict[str, tuple[int, date | None]]:
        """Return number of series of each source in the index, and their day."""
        return self._open().counts()

    def replace(self, source: str, series: Iterable[Series], as_of: date) -> int:
        """Replace a source's old list by a new one."""
        return self._open().replace(source, series, as_of)

    def _open(self) -> Index:
        with self._opening:
            return self._opened()

    def _opened(self) -> Index:
        if self._index is None:
            from workbench.catalogue import Index

            if self._settings.meaning_model is not False:
                wanted = self._settings.meaning_model is not None
                self._model, self._without = model_beside(self._settings.catalogue, wanted=wanted)
            self._index = Index(self._settings.catalogue, self._model)
        return self._index

    def titles(self) -> Sequence[str]:
        """Return the titles of all sources, each once."""
        return self._open().titles()

    def put_in_order(self) -> None:
        """Rebuild the search arrays of titles."""
        self._open().put_in_order()

    def close(self) -> None:
        """Close the index if it was opened."""
        if self._index is not None:
            self._index.close()
            self._index = None
        if self._model is not None:
            self._model.close()
            self._model = None


def model_beside(catalogue: Path, *, wanted: bool = True) -> tuple[ModelEncoder | None, tuple[Problem, ...]]:
    """Return the model of the extra `meaning`, with its vectors stored in the index's folder; or a Problem.

    If it is not installed, there is a Problem only where a setting requests it (`wanted`).
    """
    from workbench.meaning_model import MeaningModelError, NoModelError, open_model

    try:
        return open_model(catalogue.with_name(f"{catalogue.name}.meanings")), ()
    except NoModelError as error:
        return None, (error.as_problem("meaning", "no-meaning-model"),) if wanted else ()
    except MeaningModelError as error:
        return None, (error.as_problem("meaning", "no-meaning-model"),)
