"""Two statements side by side: each keeps its own group, place and period."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.extract import read_text
from workbench.extract.phrases.word_classes import parted

SAID = date(2021, 1, 22)

PLACES = [
    ("de", "Nur 4,1 Prozent Arbeitslose im Jahr 2011 – Griechenland: 17,7."),
    ("de", "Nur 4,1 Prozent Arbeitslose in Österreich im Jahr 2011 – Griechenland: 17,7 Prozent."),
    ("en", "Unemployment was 4.1 percent in 2011; Greece: 17.7 percent."),
    ("en", "Unemployment in 2011: Austria: 4.1 percent; Greece: a whopping 17.7 percent."),
    ("en", "Unemployment was 4.1 percent in Austria in 2011, and 17.7 in Greece."),
    ("mk", "Невработеноста во 2011 беше 4,1 отсто; Грција: 17,7 отсто."),
]


@pytest.mark.parametrize(("language", "speech"), PLACES)
def test_a_place_that_labels_a_figure_is_that_of_no_other(language, speech):
    claims = read_text(speech, said=SAID, place="AUT", document="d", language=language).claims
    assert [(claim.place, str(claim.amount.value.unit)) for claim in claims] == [
        ("AUT", "percentage"),
        ("GRC", "percentage"),
    ]
    assert claims[0].measure.casefold() == claims[1].measure.casefold() or "whopping" in speech


PERIODS = [
    ("en", "Prices decreased 1.2 percent in the year to December 2020; the fall in November had been 0.9 percent."),
    ("en", "In December 2020 prices decreased 1.2 percent; the fall in November had been 0.9 percent."),
    ("en", "In December 2020 prices decreased 1.2 percent – the fall in November had been 0.9 percent."),
    ("de", "Im Dezember 2020 sanken die Preise um 1,2 Prozent; der Rückgang im November betrug 0,9 Prozent."),
    ("mk", "Во декември 2020 цените паднаа за 1,2 отсто; во ноември падот беше 0,9 отсто."),
]


@pytest.mark.parametrize(("language", "speech"), PERIODS)
def test_a_period_behind_the_break_is_that_of_the_next_figure(language, speech):
    claims = read_text(speech, said=SAID, place="JPN", document="d", language=language).claims
    assert [claim.period.value.end for claim in claims] == [date(2021, 1, 1), date(2020, 12, 1)]


def test_a_pair_of_dashes_is_an_aside():
    """Exports – in 2019, mind you – grew; its year is the claim's own."""
    said = "Exports grew by 5 percent – that was in 2019 – and imports by 4 percent."
    assert str(read_text(said, said=SAID).claims[0].period.value) == "2019"


GROUPS = {
    "en": "In 2018 the unemployment rate of {} was 29 percent. For {} it was 25.",
    "de": "2018 lag die Arbeitslosenquote der {} bei 29 Prozent. Für {} waren es 25.",
    "mk": "Во 2018 година стапката на невработеност на {} беше 29 отсто. За {} беше 25.",
}


@pytest.mark.parametrize("language", GROUPS)
def test_the_group_at_the_figure_is_the_one_that_is_measured(language):
    for one, group in parted(language).items():
        text = GROUPS[language].format(one, group.other)
        _, second = read_text(text, said=SAID, place="ZAF", document="d", language=language).claims
        named = frozenset(second.measure.casefold().split())
        assert named & group.others, text
        assert not named & group.own, text
        assert str(second.amount.value.unit) == "percentage"


THEN = [
    (
        "en",
        "In 2016 Sweden counted 22,411 asylum applications, 86 percent fewer than in 2015, when there were 156,330.",
    ),
    ("de", "2016 zählte Schweden 22.411 Asylanträge, 86 Prozent weniger als 2015, als es 156.330 waren."),
    ("mk", "Во 2016 Шведска имаше 22.411 барања за азил, 86 отсто помалку отколку во 2015, кога беа 156.330."),
]


@pytest.mark.parametrize(("language", "speech"), THEN)
def test_a_figure_told_of_the_base_is_of_the_base(language, speech):
    claims = read_text(speech, said=SAID, place="SWE", document="d", language=language).claims
    assert [str(claim.period.value) for claim in claims] == ["2016", "2016", "2015"]


AGAINST = [
    ("en", "An employee took home 36,614 denars a month on average in 2023, versus {}."),
    ("en", "An employee took home 36,614 denars a month on average in 2023, against just {} in the one before."),
    ("de", "Ein Beschäftigter erhielt 2023 im Schnitt netto 36.614 Denar im Monat, gegenüber {}."),
    ("mk", "Просечно 36.614 денари месечно на рака зема работник во 2023 година, наспроти {} во претходната."),
]


@each(("language", "speech"), AGAINST)
@each("figure", ["31859", "36000"])
def test_a_figure_that_another_is_set_against_is_of_another_time(language, speech, figure):
    """It has no period, and a note that says which the sentence names: nothing is decided by the year of the other."""
    claims = read_text(speech.format(figure), said=SAID, place="MKD", document="d", language=language).claims
    assert [claim.period and str(claim.period.value) for claim in claims] == ["2023", None]
    assert "unread-period" in {note.kind for note in claims[1].notes}


def test_a_figure_of_another_place_is_of_the_same_time():
    """Unemployment was 4.1 percent in 2011, against 17.7 percent in Greece."""
    said = "Unemployment was 4.1 percent in 2011, against 17.7 percent in Greece."
    claims = read_text(said, said=SAID, place="AUT", document="d").claims
    assert [(claim.place, str(claim.period.value)) for claim in claims] == [("AUT", "2011"), ("GRC", "2011")]


@pytest.mark.parametrize(
    ("language", "speech", "place"),
    [
        ("en", "I have lived abroad. Unemployment there was 12 per cent.", None),
        ("en", "I have lived abroad. There was unemployment of 12 per cent.", "CAN"),
        ("en", "I have lived in Greece. Unemployment there was 12 per cent.", "GRC"),
        ("de", "Ich habe im Ausland gelebt. Die Arbeitslosenquote lag dort bei 12 Prozent.", None),
        ("mk", "Живеев во странство. Невработеноста таму беше 12 отсто.", None),
        ("mk", "Во Североисточниот регион секој трет беше без работа – 34 отсто.", "Североисточниот регион"),
    ],
)
def test_another_place_that_nothing_names_is_not_the_documents_own(language, speech, place):
    (*_, claim) = read_text(speech, said=SAID, place="CAN", document="d", language=language).claims
    assert claim.place == place
    assert place or "unread-place" in {note.kind for note in claim.notes}
