"""What is told since an event is measured from the time of the event, and not in it."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2019, 7, 5)


def _one(text: str, language: str):
    (claim,) = (c for c in read_text(text, said=SAID, language=language).claims if c.amount or c.change)
    return claim


@pytest.mark.parametrize(
    ("language", "said", "base"),
    [
        ("en", "Since it was floated in June last year, the company's shares have risen by 30 percent.", "Jun 2018"),
        ("en", "The value of the company has fallen 12 percent since it was floated in June last year.", "Jun 2018"),
        ("en", "Rents have gone up by 22 percent since the scheme was launched in 2015.", "2015"),
        ("en", "Unemployment has fallen by 1.1 points since he took office in January 2017.", "Jan 2017"),
        ("en", "Since the financial crisis of 2008, real wages have fallen by 5 percent.", "2008"),
        ("en", "Since she was elected three years ago, waiting times have risen by 5 percent.", "2016"),
        ("de", "Seit sie im Juni letzten Jahres an die Börse ging, ist der Kurs um 30 Prozent gestiegen.", "Jun 2018"),
        ("de", "Die Mieten sind um 22 Prozent gestiegen, seit das Gesetz 2015 in Kraft trat.", "2015"),
        (
            "de",
            "Seit der Einführung des Mindestlohns im Januar 2015 sind die Löhne um 9 Prozent gestiegen.",
            "Jan 2015",
        ),
        ("de", "Seit dem Jahr 2015 sind die Löhne um 9 Prozent gestiegen.", "2015"),
        ("mk", "Откако беше донесен законот во 2015 година, платите се зголемија за 22 проценти.", "2015"),
        ("mk", "Цената падна за 12 проценти откако компанијата излезе на берза во јуни 2018 година.", "Jun 2018"),
        ("mk", "Од воведувањето на минималната плата во 2012 година, платите пораснаа за 22 проценти.", "2012"),
    ],
)
def test_a_change_since_an_event_is_measured_from_its_time(language: str, said: str, base: str):
    claim = _one(said, language)
    assert (claim.period.rule, str(claim.change.value.base)) == ("since", base)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Since it opened in 2015, the centre has treated 4,000 patients."),
        ("de", "Seit es 2015 eröffnet wurde, hat das Zentrum 4000 Patienten behandelt."),
        ("mk", "Откако влезе во власт во 2015 година, Владата отвори 4 000 работни места."),
    ],
)
def test_what_is_counted_since_an_event_is_counted_up_to_the_speech(language: str, said: str):
    period = _one(said, language).period.value
    assert (period.start, period.end) == (date(2015, 1, 1), SAID)


@pytest.mark.parametrize(
    ("language", "said", "period"),
    [
        ("en", "Since exports fell in 2015, the government has cut taxes by 5 percent.", "2015"),
        ("en", "Since we are in 2019, 5 percent is too much.", "2019"),
        ("en", "In 2018 unemployment was 4 percent, the lowest since records began in 1971.", "2018"),
        ("de", "Seit der Reform lag 2015 die Quote bei 5 Prozent.", "2015"),
        ("de", "Seit langem erstmals lag 2018 die Quote unter 5 Prozent.", "2018"),
        ("mk", "Од вкупниот извоз во 2018 година, 40 проценти беа храна.", "2018"),
    ],
)
def test_a_reason_and_a_row_of_years_leave_the_period(language: str, said: str, period: str):
    assert str(_one(said, language).period.value) == period
