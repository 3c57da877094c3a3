"""How far "about 800", "nearly 800" and "just over 800" may be from 800."""

from __future__ import annotations

from decimal import Decimal

ABOUT_SHARE = Decimal("0.1")
"""Tolerance of "about", "nearly" and "just over": a tenth of the value, and never less than the written rounding.

A convention of this project, defined only here: language gives no fixed share, and a checker who finds a tenth too wide or too
narrow sees the bounds on screen and judges for herself.
"""
