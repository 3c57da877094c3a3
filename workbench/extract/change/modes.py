"""How the size of a change is meant, by the dimension of its figure."""

from __future__ import annotations

from workbench.core.claim import ChangeMode
from workbench.core.quantity import Dimension

MODES = {Dimension.SHARE: ChangeMode.RELATIVE, Dimension.POINTS: ChangeMode.POINTS}
"""Of a share it is relative, of points it is points; of anything else it is a difference."""
