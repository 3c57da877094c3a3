# ruff: noqa: INP001  (run by hand; the folder is no package)
"""What the sentence model says of texts, asked once each: its vectors are kept on disk, so that a stopped run goes on."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

LONGEST = 48
"""Pieces of words that the model reads of a text; a title's measure stands at its beginning."""

_AT_ONCE, _KEPT_AT_ONCE = 128, 12_800


def say(line: str) -> None:
    """Tell how far the work is."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Teacher:
    """The sentence model, with what it said kept in a folder."""

    def __init__(self, model: Path, kept: Path) -> None:
        self.tokens = AutoTokenizer.from_pretrained(model)
        self.model = AutoModel.from_pretrained(model).eval()
        self.kept = kept
        self.rows: dict[str, int] = {}
        self.parts: list[np.ndarray] = []
        kept.mkdir(parents=True, exist_ok=True)
        for listed in self.kept_parts():
            self._know(json.loads(listed.read_text(encoding="utf-8")), np.load(listed.with_suffix(".npy")))

    def kept_parts(self) -> list[Path]:
        """Return the lists of texts that were asked, each beside its vectors."""
        return sorted(self.kept.glob("*.json"))

    def words(self) -> list[str]:
        """Return the whole words among the model's pieces."""
        return sorted(w for w in self.tokens.get_vocab() if not w.startswith(("##", "[")))

    def learn(self, name: str, texts: list[str]) -> None:
        """Ask the model of those texts that it was not asked of before, short ones first."""
        new = sorted({text for text in texts if text not in self.rows}, key=lambda text: (len(text), text))
        started = time.time()
        for at in range(0, len(new), _KEPT_AT_ONCE):
            part = new[at : at + _KEPT_AT_ONCE]
            said = np.concatenate([self._ask(part[n : n + _AT_ONCE]) for n in range(0, len(part), _AT_ONCE)])
            path = self.kept / f"{len(self.kept_parts()):04}.npy"
            np.save(path, said)
            path.with_suffix(".json").write_text(json.dumps(part), encoding="utf-8")
            self._know(part, said)
            say(f"{name}: {at + len(part)} of {len(new)}, {time.time() - started:.0f} s")

    def vectors(self, texts: list[str]) -> np.ndarray:
        """Return the model's vectors of texts that it was asked of, each of length 1, at half precision."""
        whole = np.concatenate(self.parts)
        self.parts = [whole]
        return whole[[self.rows[text] for text in texts]]

    def _know(self, texts: list[str], said: np.ndarray) -> None:
        first = sum(map(len, self.parts))
        self.rows |= {text: first + n for n, text in enumerate(texts)}
        self.parts.append(said)

    @torch.no_grad()
    def _ask(self, texts: list[str]) -> np.ndarray:
        batch = self.tokens(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.model(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1)
        mean = (hidden.float() * mask).sum(1) / mask.sum(1)
        return functional.normalize(mean, dim=1).numpy().astype(np.float16)
