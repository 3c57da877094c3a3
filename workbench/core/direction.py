"""Which way something goes or stands: up, down, or no change."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Which way a change goes, or which side of another figure a figure is on."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"
