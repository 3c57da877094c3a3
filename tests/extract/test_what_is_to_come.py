"""What is forecast, budgeted or told of a time after the speech is a promise, and no fact that a figure bears out."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import NOT_SAID_SO, ClaimKind
from workbench.extract import read_text

SAID = date(2023, 6, 1)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "We are forecasting unemployment of 4.9 percent in 2014."),
        ("en", "Our staff now expect inflation to average 5.4 percent this year."),
        ("en", "Analysts forecast inflation of 2 percent for 2025."),
        ("en", "The Treasury anticipates a deficit of 3 percent of GDP this year."),
        ("en", "The staff project growth of 1.6 percent in 2023."),
        ("en", "The projection for 2013 is inflation of 1.5 percent."),
        ("en", "Unemployment is on track to be 4.9 percent in 2014."),
        ("en", "The incentive is to be tripled."),
        ("en", "Unemployment falls to 4 percent by 2030."),
        ("en", "Next year unemployment is 6 percent."),
        ("de", "Die Projektion geht für 2013 von 1,5 Prozent Inflation aus."),
        ("de", "Laut Prognose liegt die Arbeitslosenquote 2014 bei 5 Prozent."),
        ("de", "Erwartet wird ein Wachstum von 1,2 Prozent."),
        ("de", "Die Inflation dürfte dieses Jahr auf 2 Prozent sinken."),
        ("de", "Im Haushalt 2023 sind 42 Milliarden Euro für Straßen vorgesehen."),
        ("de", "Bis 2030 verlieren wir mindestens 150.000 Erwerbspersonen."),
        ("mk", "Во Буџетот за 2023 година се предвидени 42,3 милијарди денари за патишта."),
        ("mk", "Народната банка проектира раст од 2 проценти за 2023 година."),
        ("mk", "До 2030 година губиме најмалку 150 илјади работници."),
    ],
)
def test_a_forecast_is_a_promise(language, said):
    kinds = {claim.kind for claim in read_text(said, said=SAID, language=language).claims}
    assert kinds == {ClaimKind.PROMISE}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "According to the latest forecast, unemployment stands at 4.9 percent in 2014."),
        ("mk", "Според проекциите, невработеноста во 2014 година е 28 проценти."),
    ],
)
def test_what_a_forecast_says_is_left_open(language, said):
    (claim,) = read_text(said, said=SAID, language=language).claims
    assert NOT_SAID_SO in {note.kind for note in claim.notes}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "According to the figures, unemployment stood at 4.9 percent in 2014."),
        ("en", "Unemployment was 4.9 percent in 2014, and it is to be noted that nobody cheered."),
        ("en", "As nobody expected, unemployment fell to 4.9 percent in 2014."),
        ("en", "The track to the lake is 12 kilometres long."),
        ("en", "Unemployment stands at 4.9 percent this year."),
        ("de", "Laut Statistik lag die Arbeitslosenquote 2014 bei 5 Prozent."),
        ("de", "Die Inflation lag 2013 bei 1,5 Prozent."),
        ("de", "Wir verlieren mindestens 150.000 Erwerbspersonen."),
        ("mk", "Според податоците, невработеноста во 2014 година беше 28 проценти."),
        ("mk", "Во 2014 година се потрошени 42,3 милијарди денари за патишта."),
    ],
)
def test_a_fact_is_none(language, said):
    claims = read_text(said, said=SAID, language=language).claims
    assert claims
    assert all(claim.kind is not ClaimKind.PROMISE for claim in claims)
    assert all(note.kind != NOT_SAID_SO for claim in claims for note in claim.notes)


def test_a_past_tense_tells_of_no_time_to_come():
    (claim,) = read_text("In 2030 unemployment stood at 4.9 percent.", said=SAID).claims
    assert claim.kind is ClaimKind.LEVEL
