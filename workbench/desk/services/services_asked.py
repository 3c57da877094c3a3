"""Which services were asked about a claim, and which of those that list its measure cannot have its place: for an answer's summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.core.candidate import Candidate
from workbench.core.series import Series

_PLACE = "place"
_MOST = 6


def services_asked(asked: Iterable[Candidate], listed: Sequence[Candidate]) -> str:
    """Sentences for the summary; empty where nobody was asked and nobody is ruled out.

    Args:
        asked: The candidates whose figures were asked for.
        listed: All candidates, those among them whose service has no figure of the claim's place.
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
