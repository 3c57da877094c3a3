"""“Inflation exceeded 10 percent” is more than 10, “did not exceed” at most 10, “at no time was it above 10” likewise, in every language."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract import read_text

MORE, LESS, MOST, LEAST, NEARLY = "more_than", "less_than", "at_most", "at_least", "nearly"

SAID = [
    *(
        ("en", f"Inflation in Kenya {said} 10 percent in 2008.", relation)
        for said, relation in {
            "exceeded": MORE, "surpassed": MORE, "topped": MORE, "did exceed": MORE, "went past": MORE,
            "broke through": MORE, "did not exceed": MOST, "didn't exceed": MOST, "never exceeded": MOST, "never surpassed": MOST,
            "did not reach": LESS, "didn't reach": LESS, "never reached": LESS, "never once reached": LESS, "has not yet hit": LESS,
            "fell short of": LESS, "was north of": MORE, "was south of": LESS, "approached": NEARLY, "was approaching": NEARLY,
            "was pushing": NEARLY, "nearly reached": NEARLY, "almost hit": NEARLY, "edged towards": NEARLY,
        }.items()
    ),
    *(
        ("en", f"{never} in 2008 did inflation in Kenya {said} 10 percent.", relation)
        for never in ("Never", "Not once", "At no time", "At no point")
        for said, relation in {"exceed": MOST, "reach": LESS, "rise above": MOST, "fall below": LEAST}.items()
    ),
    *(
        ("en", f"{never} of 2008 was inflation in Kenya {said} 10 percent.", relation)
        for never in ("In no month", "In no quarter")
        for said, relation in {"above": MOST, "over": MOST, "more than": MOST, "below": LEAST, "less than": LEAST}.items()
    ),
    *(
        ("de", said, relation)
        for said, relation in {
            "Die Inflation in Kenia überstieg 2008 10 Prozent.": MORE,
            "Die Inflation in Kenia übertraf im Jahr 2008 die 10 Prozent.": MORE,
            "Die Inflation in Kenia überschritt 2008 die Marke von 10 Prozent.": MORE,
            "Die Inflation in Kenia hat 2008 10 Prozent überschritten.": MORE,
            "Die Inflation in Kenia überstieg 2008 nie 10 Prozent.": MOST,
            "Die Inflation in Kenia hat 2008 die Marke von 10 Prozent nicht überschritten.": MOST,
            "Die Inflation in Kenia erreichte 2008 nicht 10 Prozent.": LESS,
            "Die Inflation in Kenia kratzte 2008 an der Marke von 10 Prozent.": NEARLY,
            "Die Inflation in Kenia näherte sich 2008 10 Prozent.": NEARLY,
            "Die Inflation in Kenia hat 2008 10 Prozent fast erreicht.": NEARLY,
            "Die Inflation in Kenia lag 2008 jenseits der 10 Prozent.": MORE,
            "Nie lag die Inflation in Kenia 2008 bei über 10 Prozent.": MOST,
            "Kein einziges Mal lag 2008 die Inflation in Kenia über 10 Prozent.": MOST,
            "Zu keinem Zeitpunkt lag 2008 die Inflation in Kenia unter 10 Prozent.": LEAST,
        }.items()
    ),
    *(
        ("mk", f"Инфлацијата во Кенија {said} 10 отсто во 2008 година.", relation)
        for said, relation in {
            "надмина": MORE, "ги надмина": MORE, "не надмина": MOST, "не ги надмина": MOST, "не достигна": LESS, "речиси достигна": NEARLY,
        }.items()
    ),
    ("mk", "Никогаш во 2008 година инфлацијата во Кенија не беше над 10 отсто.", MOST),
    ("mk", "Ниту еднаш во 2008 година инфлацијата во Кенија не надмина 10 отсто.", MOST),
]  # fmt: skip


@each(("language", "text", "relation"), SAID)
def test_a_verb_or_a_denial_sets_the_bound_of_its_figure(language, text, relation):
    claims = [claim for claim in read_text(text, language=language).claims if claim.amount is not None]
    assert [(str(claim.amount.value.low), claim.amount.value.relation.value) for claim in claims] == [("10", relation)]


@each(
    ("language", "text"),
    [
        ("en", "Inflation exceeded last year's by 10 percent in 2008."),
        ("en", "Inflation was 10 percent in 2008."),
        ("en", "We never said that. Inflation was 10 percent in 2008."),
        ("en", "I have never hidden it; inflation was 10 percent in 2008."),
        ("en", "It never mattered to them that inflation was 10 percent in 2008."),
        ("en", "They never asked why inflation was 10 percent in 2008."),
        ("mk", "Никогаш не рекоа дека инфлацијата беше 10 отсто во 2008 година."),
        ("de", "Das habe ich nie gesagt. Die Inflation lag 2008 bei 10 Prozent."),
        ("mk", "Никогаш не молчевме; инфлацијата беше 10 отсто во 2008 година."),
    ],
)
def test_a_figure_that_no_verb_and_no_denial_bounds_stays_as_it_is(language, text):
    (amount,) = [claim.amount.value for claim in read_text(text, language=language).claims if claim.amount is not None]
    assert (str(amount.low), amount.relation.value) == ("10", "is")


@each(
    ("language", "text", "low", "relation"),
    [
        ("en", "Inflation was in single digits in 2008.", "10", LESS),
        ("en", "We had double-digit inflation in 2008.", "10", LEAST),
        ("en", "Inflation reached triple digits in 2008.", "100", LEAST),
        ("en", "Never in 2008 did inflation reach double figures.", "10", LESS),
        ("de", "Die Inflation war 2008 zweistellig.", "10", LEAST),
        ("de", "Die Inflation lag 2008 im einstelligen Bereich.", "10", LESS),
        ("mk", "Инфлацијата во 2008 година беше двоцифрена.", "10", LEAST),
        ("mk", "Инфлацијата во 2008 година беше едноцифрена.", "10", LESS),
    ],
)
def test_a_count_of_digits_bounds_a_rate(language, text, low, relation):
    (amount,) = [claim.amount.value for claim in read_text(text, language=language).claims if claim.amount is not None]
    assert (str(amount.low), amount.relation.value, amount.unit.code) == (low, relation, "%")


@pytest.mark.parametrize(
    "text", ["A double-digit number of cases was found in 2008.", "It cost a triple-digit million sum in 2008."]
)
def test_a_number_of_so_many_digits_is_no_rate(text):
    assert all(claim.amount is None or claim.amount.value.unit.code != "%" for claim in read_text(text).claims)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It never mattered to them that inflation was above 10 percent in 2008."),
        ("en", "They never asked why inflation was above 10 percent in 2008."),
        ("de", "Es hat nie gestört, dass die Inflation 2008 über 10 Prozent lag."),
        ("mk", "Никогаш не рекоа дека инфлацијата беше над 10 отсто во 2008 година."),
    ],
)
def test_a_denial_of_what_is_said_of_it_denies_no_bound(language, text):
    (amount,) = [claim.amount.value for claim in read_text(text, language=language).claims if claim.amount is not None]
    assert amount.relation.value == "more_than"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Inflation in Kenya did not approach 10 percent in 2008."),
        ("en", "Inflation in Kenya didn't come close to 10 percent in 2008."),
        ("de", "Die Inflation in Kenia näherte sich 2008 nicht 10 Prozent."),
        ("mk", "Инфлацијата во Кенија не се доближи до 10 отсто во 2008 година."),
    ],
)
def test_what_was_not_even_approached_is_told_as_denied(language, text):
    (claim,) = [each for each in read_text(text, language=language).claims if each.amount is not None]
    assert "not-said-so" in [note.kind for note in claim.notes]
