"""How the size of a change is meant, by the dimension of its figure."""

from __future__ import annotations

from workbench.core.claim import ChangeMode
from workbench.core.quantity import Dimension

MODES = {Dimension.SHARE: ChangeMode.RELATIVE, Dimension.POINTS: ChangeMode.POINTS}
"""A share is the size of a relative change, points that of a change in points, anything else an absolute difference."""
