# ruff: noqa: INP001  (run by hand; the folder is no package)
"""Axes on which the sentence model's vectors tell statistics apart: fewer numbers, and a better order than all of them.

The model was made for any text at all. Its vectors are turned onto the axes along which texts of statistics differ most (an
uncentred SVD); then the axes are moved, so that what somebody might say lies nearest the title that is meant (InfoNCE) while
likenesses stay as the model has them (Kullback-Leibler). The batches are those of `student.py`.
"""

from __future__ import annotations

import numpy as np
import torch
from student import Lesson, alike, own
from teacher import say
from torch.nn import functional

FASTEST, ROUNDS, SIZE = 2e-3, 3, 1_024


def first_axes(vectors: np.ndarray, width: int) -> np.ndarray:
    """Return the axes along which the vectors differ most, a column each."""
    _, _, turned_axes = np.linalg.svd(vectors.astype(np.float32), full_matrices=False)
    return turned_axes[:width].T.copy()


def turned(vectors: np.ndarray, axes: np.ndarray) -> np.ndarray:
    """Return vectors on some axes, at length 1."""
    found = vectors.astype(np.float32) @ axes
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


def sharpened(axes: np.ndarray, lesson: Lesson) -> np.ndarray:
    """Axes that tell titles apart as what is said of them does."""
    moved = torch.nn.Parameter(torch.from_numpy(axes))
    optimizer = torch.optim.Adam([moved], lr=FASTEST)
    steps = ROUNDS * (len(lesson.pairs) // SIZE + 2)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=FASTEST, total_steps=steps)
    draw = np.random.default_rng(1)
    for number in range(ROUNDS):
        total, many = 0.0, 0
        for part in lesson.batches(SIZE, draw):
            at = lesson.at[part]
            of_said, of_titles = lesson.of_said[part], lesson.of_titles[at]
            near = functional.normalize(of_said @ moved, dim=1) @ functional.normalize(of_titles @ moved, dim=1).T
            loss = own(near, at) + 0.5 * alike(near, of_said @ of_titles.T)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            plan.step()
            total, many = total + float(loss.detach()), many + 1
        say(f"axes, round {number + 1} of {ROUNDS}: loss {total / max(1, many):.4f}")
    return moved.detach().numpy()
