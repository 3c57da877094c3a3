"""The contract of a source over a real server on loopback, which most of the adapters are held to."""

from __future__ import annotations

import pytest

from sources._web.fetch import Fetcher
from workbench.testing import SourceContract, utc_now


class Served(SourceContract):
    """A source over the answers in the test file's own ``FOLDER``; whoever has others says so in ``_served``."""

    base: str

    @pytest.fixture(autouse=True)
    def _served(self, served):
        self.base = served.base

    def fetch(self, archive):
        return Fetcher(archive=archive, clock=utc_now, replay=self.base)
