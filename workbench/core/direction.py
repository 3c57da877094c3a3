"""Directions: up, down, or no change."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Direction of a change, or of a difference from another figure."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"
