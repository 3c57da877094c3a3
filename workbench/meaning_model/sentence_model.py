"""The sentence model itself, run by onnxruntime on one thread, so that a text's vector is the same on every run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.meaning_model.model_file import NoModelError, model_body
from workbench.meaning_model.word_pieces import numbers_of

RUNTIME = "onnxruntime"
WIDTH = 384
"""Numbers in a vector of the model."""

_AT_ONCE = 32
_SILENT = 3
"""onnxruntime's log level for errors: its warnings are about graphs, and useless for users."""


class SentenceModel:
    """Vectors of whole texts, computed as published with the model: the mean over its word pieces, scaled to length 1."""

    def __init__(self, path: Path | None = None) -> None:
        """Take the installed model, or the one at a path; it is loaded at the first text.

        Raises:
            MeaningModelError: It is not installed, or is not the tested one.
        """
        if find_spec(RUNTIME) is None:
            raise NoModelError(RUNTIME)
        self._body: bytes | None = model_body(path)
        self._session: Any = None
        self._lock = Lock()

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Compute the vectors of some texts, one per row.

        Texts of one length are batched, so that short ones need no padding.
        """
        rows = [numbers_of(text) for text in texts]
        out = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for part in _alike(rows):
            out[part] = self._run(np.array([rows[n] for n in part], dtype=np.int64))
        return out

    def _run(self, pieces: NDArray[np.int64]) -> NDArray[np.float32]:
        asked = {
            "input_ids": pieces,
            "attention_mask": np.ones_like(pieces),
            "token_type_ids": np.zeros_like(pieces),
        }
        mean = self._running().run(None, asked)[0].mean(axis=1)
        whole: NDArray[np.float32] = mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9)
        return whole

    def _running(self) -> Any:
        with self._lock:
            if self._session is None and self._body is not None:
                self._session, self._body = _session(self._body), None
            return self._session


def _alike(rows: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the indices of rows of one length, in batches."""
    by_length: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        by_length.setdefault(len(row), []).append(number)
    for members in by_length.values():
        for at in range(0, len(members), _AT_ONCE):
            yield members[at : at + _AT_ONCE]


def _session(body: bytes) -> Any:
    import onnxruntime as runtime  # noqa: PLC0415  (an extra: half a second that nobody pays who does not use it)

    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _SILENT
    return runtime.InferenceSession(body, options, providers=["CPUExecutionProvider"])
