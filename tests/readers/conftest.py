"""Puts the files that tests are made of where tests find them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # the makers of files that lie beside the tests
