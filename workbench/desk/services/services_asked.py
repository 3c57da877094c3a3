"""Summary of the services that were asked about a claim, and of those that list its measure but not its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.core.candidate import Candidate
from workbench.core.series import Series

_PLACE = "place"
_MOST = 6


def services_asked(asked: Iterable[Candidate], listed: Sequence[Candidate]) -> str:
    """Write the sentences of the summary; empty where no service was asked and none is ruled out.

    Args:
        asked: The candidates whose figures were requested.
        listed: All candidates, also those whose service has no figures for the claim's place.
    """
    names = dict.fromkeys(_publisher(each.series) for each in asked)
    without = {
        _publisher(each.series): part.because
        for each in reversed(listed)
        for part in each.parts
        if each.barred and part.name == _PLACE and not part.value
    }
    cannot = [f"{name} ({why})" for name, why in reversed(without.items()) if name not in names]
    without_place = f" Not asked, for want of the place: {'; '.join(cannot[:_MOST])}." if cannot else ""
    return (f" Asked: {', '.join(names)}." if names else "") + without_place


def _publisher(series: Series) -> str:
    return series.publisher.partition(",")[0] or series.ref.source
