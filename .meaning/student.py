# ruff: noqa: INP001  (run by hand; the folder is no package)
"""Teaches vectors of words and pairs of words, so that sums of them lie as the sentence model's vectors do.

Each pair is what somebody might say and the title that is meant. Three things are learnt at once: both lie where the model puts
them; the likenesses among all of a batch are as the model has them (Kullback-Leibler); what is said lies nearest its own title
(InfoNCE). Half of every batch is drawn from a few groups of titles that are near one another, since telling those apart is what
ranking comes to. A sum cannot tell which words of it bear on one another; a small layer that reads the whole sum and corrects
it can, a little.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from teacher import say
from texts import units
from torch.nn import functional

SHARP = 0.05
"""The temperature of likenesses: a cosine that is larger by a twentieth is e times as likely."""

FORGOTTEN = 0.03
"""How much of a text's units is left out, so that no unit is leant on alone."""

HIDDEN = 384
GROUPS = 600
Bag = np.ndarray


def bags(texts: list[str], number: dict[str, int]) -> list[Bag]:
    """Return the numbers of the known units of each text."""
    return [np.array([number[u] for u in units(text) if u in number], dtype=np.int64) for text in texts]


class Student(torch.nn.Module):
    """The table that is taught: a text is the sum of its units' rows at length 1, corrected by a layer that reads that sum."""

    def __init__(self, start: np.ndarray) -> None:
        super().__init__()
        self.table = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(start).float(), freeze=False, mode="sum")
        self.inner = torch.nn.Linear(start.shape[1], HIDDEN)
        self.outer = torch.nn.Linear(HIDDEN, start.shape[1])
        torch.nn.init.zeros_(self.outer.weight)
        torch.nn.init.zeros_(self.outer.bias)

    def forward(self, rows: list[Bag], forgotten: float, draw: np.random.Generator) -> torch.Tensor:
        """Return the vectors of some texts, with a part of each one's units left out."""
        kept = [row[draw.random(len(row)) >= forgotten] if forgotten and len(row) > 2 else row for row in rows]
        starts = np.cumsum([0, *[len(row) for row in kept[:-1]]])
        sums = functional.normalize(self.table(torch.from_numpy(np.concatenate(kept)), torch.from_numpy(starts)), dim=1)
        return functional.normalize(sums + self.outer(functional.silu(self.inner(sums))), dim=1)


@dataclass
class Lesson:
    """All pairs: bags of both sides, the model's vectors of both, which title each is of, and groups of near titles."""

    said: list[Bag]
    titles: list[Bag]
    of_said: torch.Tensor
    of_titles: torch.Tensor
    at: np.ndarray
    pairs: np.ndarray
    group: np.ndarray

    def batches(self, size: int, draw: np.random.Generator) -> Iterator[np.ndarray]:
        """Yield all pairs once, in some order: half of each batch at random, half from few groups."""
        order = draw.permutation(len(self.pairs))
        half = len(order) // 2
        mixed, near = order[:half], order[half:]
        rank = draw.permutation(GROUPS + 1)
        near = near[np.argsort(rank[self.group[near]], kind="stable")]
        runs = [near[at : at + size // 8] for at in range(0, len(near), size // 8)]
        near = np.concatenate([runs[n] for n in draw.permutation(len(runs))])
        for at in range(0, half - size // 2 + 1, size // 2):
            yield self.pairs[np.concatenate([mixed[at : at + size // 2], near[at : at + size // 2]])]


def lesson(said: list[Bag], titles: list[Bag], of_said: np.ndarray, of_titles: np.ndarray, at: list[int]) -> Lesson:
    """Return all pairs whose both sides have a known unit."""
    pairs = np.array([n for n, title in enumerate(at) if len(said[n]) and len(titles[title])])
    each = np.array(at)
    group = _grouped(of_titles)[each[pairs]]
    return Lesson(said, titles, torch.from_numpy(of_said), torch.from_numpy(of_titles), each, pairs, group)


def _grouped(vectors: np.ndarray) -> np.ndarray:
    """Return the number of the group of near titles that each belongs to (k-means, a few rounds on a sample)."""
    draw = np.random.default_rng(1)
    middles = vectors[draw.choice(len(vectors), min(GROUPS, len(vectors)), replace=False)]
    sample = vectors[draw.choice(len(vectors), min(20_000, len(vectors)), replace=False)]
    for _ in range(4):
        nearest = (sample @ middles.T).argmax(1)
        sums = np.zeros_like(middles)
        np.add.at(sums, nearest, sample)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        middles = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), middles)
    return np.concatenate([(vectors[at : at + 4_096] @ middles.T).argmax(1) for at in range(0, len(vectors), 4_096)])


def teach(student: Student, given: Lesson, rounds: int, size: int, fastest: tuple[float, float]) -> None:
    """Run several rounds over all pairs; Adam, one cycle of speed, one for the table and one for the layer."""
    draw = np.random.default_rng(1)
    table = list(student.table.parameters())
    layer = [*student.inner.parameters(), *student.outer.parameters()]
    optimizer = torch.optim.Adam([{"params": table, "lr": fastest[0]}, {"params": layer, "lr": fastest[1]}])
    steps = rounds * (len(given.pairs) // size + 2)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=list(fastest), total_steps=steps)
    started = time.time()
    for number in range(rounds):
        total, many = 0.0, 0
        for part in given.batches(size, draw):
            loss = _loss(student, given, part, draw)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            plan.step()
            total, many = total + float(loss.detach()), many + 1
        say(f"round {number + 1} of {rounds}: loss {total / max(1, many):.4f}, {time.time() - started:.0f} s")


def _loss(student: Student, given: Lesson, part: np.ndarray, draw: np.random.Generator) -> torch.Tensor:
    at = given.at[part]
    said = student([given.said[n] for n in part], FORGOTTEN, draw)
    titles = student([given.titles[n] for n in at], FORGOTTEN, draw)
    of_said, of_titles = given.of_said[part], given.of_titles[at]
    there = (1 - (said * of_said).sum(1)).mean() + (1 - (titles * of_titles).sum(1)).mean()
    near = said @ titles.T
    return there + 0.5 * alike(near, of_said @ of_titles.T) + 0.5 * own(near, at)


def alike(near: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Return how far the likenesses of a batch are from those that are wanted."""
    return functional.kl_div(
        functional.log_softmax(near / SHARP, 1), functional.softmax(wanted / SHARP, 1), reduction="batchmean"
    )


def own(near: torch.Tensor, at: np.ndarray) -> torch.Tensor:
    """Return how unlikely each text's own title is among those of the batch; the same title twice is no rival of itself."""
    same = torch.from_numpy(at[:, None] == at[None, :]) & ~torch.eye(len(at), dtype=torch.bool)
    return functional.cross_entropy((near / SHARP).masked_fill(same, -1e4), torch.arange(len(at)))
