"""What "they" have, beside what "we" have, is not the speaker's own figure."""

from __future__ import annotations

import pytest

from workbench.extract import read_text


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "Look at the index for 2014: we had 45 points, they had 41!", ["MKD", None]),
        ("de", "Schaut auf den Index 2014: Wir hatten 45 Punkte, die hatten 41!", ["MKD", None]),
        ("mk", "Погледнете го индексот за корупција за 2014: ние 45 поени, тие 41!", ["MKD", None]),
        ("en", "Do not talk of Serbia! In 2014 we had 45 points, but they had only 41.", ["MKD", "SRB"]),
        ("mk", "Немојте вие нам за Србија! Во 2014 ние имавме 45 поени, а тие имаа 41.", ["MKD", "SRB"]),
        ("en", "We asked the ministers, and they spent 45 million euros in 2014.", ["MKD"]),
        ("de", "Wir fragten, und sie gaben 2014 45 Millionen Euro aus.", ["MKD"]),
    ],
)
def test_whose_figure_it_is(language: str, text: str, places: list[str | None]) -> None:
    """It is that of the place that was named before, or of one that nothing names: then the place is left open."""
    claims = read_text(text, place="MKD", language=language).claims
    assert [each.place for each in claims] == places
    assert all(("unread-place" in {note.kind for note in each.notes}) == (each.place is None) for each in claims)
