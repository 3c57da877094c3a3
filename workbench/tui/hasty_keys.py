"""How fast keys may follow one another where they decide something: a faster one was typed before its effect was seen."""

from __future__ import annotations

HASTE = 0.25
"""Seconds after a verdict in which a verdict on another claim needs confirmation."""

ALONE = 0.25
"""Seconds without other keys before and after a yes. A key among others was meant as text."""
