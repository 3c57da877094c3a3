"""Words for a first time: "for the first time since 1990" ranks a figure, "for the first time or again" does not."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

FIRST = [
    ("en", "In 2013, 13,200 Turks were told so for the first time."),
    ("de", "2013 wurde das zum ersten Mal 13.200 Türken gesagt."),
    ("mk", "Во 2013 година 13.200 лица за прв пат дознаа за тоа."),
]
FIRST_OR_AGAIN = [
    ("en", "In 2013, 13,200 Turks fell ill with tuberculosis, for the first time or again."),
    ("en", "In 2013, 13,200 Turks fell ill with tuberculosis, for the first time or for the second."),
    ("de", "Rund 13.200 Türken erkrankten 2013 an Tuberkulose, ob zum ersten Mal oder von Neuem."),
    ("de", "Rund 13.200 Türken erkrankten 2013 erstmals oder erneut an Tuberkulose."),
    ("mk", "Во 2013 година 13.200 лица заболеа од туберкулоза, за прв пат или повторно."),
]


@pytest.mark.parametrize(("language", "text"), FIRST)
def test_a_first_time_is_claimed(language, text):
    assert [claim.first_time is not None for claim in read_text(text, language=language).claims] == [True]


@pytest.mark.parametrize(("language", "text"), FIRST_OR_AGAIN)
def test_a_first_time_or_another_is_no_first_time(language, text):
    assert [claim.first_time for claim in read_text(text, language=language).claims] == [None]
