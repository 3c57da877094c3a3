"""A sum that is given, set aside, paid out or received measures what it is for, or to whom it goes; nobody measures the giver."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

ENGLISH = [
    (
        "We are giving £1.1 billion to local councils in England to support libraries.",
        "funding to local councils in England",
    ),
    ("The government has allocated $500,000 for the Cocoa Programme.", "allocation for Cocoa Programme"),
    ("I am providing an extra €40 million for mental health services.", "funding for mental health services"),
    ("We are putting £300 million into rural bus services.", "funding into rural bus services"),
    ("We will invest an additional $2.5 billion in affordable housing.", "investment in affordable housing"),
    ("The Budget sets aside ₹75,000 crore for irrigation.", "funding for irrigation"),
    ("This year we made €250 million available to farmers.", "funding to farmers"),
    ("The fund paid out $80 million to flood victims in March.", "payments to flood victims"),
    ("I can announce £60 million to repair potholes.", "funding to repair potholes"),
    ("We set aside £15 million to help nurseries.", "funding for nurseries"),
    ("The council received £5 million from the Treasury for road repairs.", "funding for road repairs"),
    ("We gave the hospitals €30 million.", "funding for hospitals"),
    ("An extra €18 million has been earmarked for cancer screening.", "allocation for cancer screening"),
    ("A total of R3.4 billion went to kindergartens.", "funding to kindergartens"),
]
GERMAN = [
    ("Wir stellen 40 Millionen Euro für die Schulen bereit.", "Ausgaben für Schulen"),
    ("Der Bund investiert 86 Milliarden Euro in die Schiene.", "Investitionen in Schiene"),
    ("Das Land hat 2021 an die Opfer 8 Millionen Euro gezahlt.", "Zahlungen an Opfer"),
    ("An die Kliniken flossen 300 Millionen Euro.", "Mittel an Kliniken"),
    ("Die Gemeinden erhalten 20 Millionen Euro vom Land für neue Radwege.", "Mittel für Radwege"),
]
MACEDONIAN = [
    ("Владата обезбеди 300 милиони денари за училишта.", "средства за училишта"),
    ("Инвестиравме 20 милиони евра во патишта.", "инвестиции во патишта"),
    ("Исплативме 2 милијарди денари на земјоделците.", "исплати на земјоделците"),
]
OTHERS = [
    ("The debt went up to $5 billion.", "debt"),
    ("The deficit went to $5 billion.", "deficit"),
    ("He made $400,000 on the sale of the house.", "sale of house"),
    ("The company made a profit of $3 billion.", "profit"),
    ("Ministers approved €12 million in aid for fishermen.", "aid for fishermen"),
    ("The average worker made $48,000.", "average worker"),
]
"""Sums that nobody gives for anything."""


def measures(said: str, language: str) -> list[str]:
    return [claim.measure for claim in read_text(said, said=date(2023, 6, 1), language=language).claims]


@pytest.mark.parametrize(
    ("said", "measure", "language"),
    [
        *((*row, "en") for row in ENGLISH + OTHERS),
        *((*row, "de") for row in GERMAN),
        *((*row, "mk") for row in MACEDONIAN),
    ],
)
def test_a_sum_given_is_measured_by_what_it_is_for(said, measure, language):
    assert measure in measures(said, language)


@pytest.mark.parametrize(
    "verb", ["giving", "providing", "committing", "pledging", "allocating", "awarding", "releasing"]
)
@pytest.mark.parametrize("whom", ["libraries", "rural schools", "the victims of the flood"])
def test_the_giver_is_never_measured(verb, whom):
    (measure,) = measures(f"The state of Utah is {verb} $3 million to {whom}.", "en")
    assert measure.endswith(f" to {whom.removeprefix('the ').replace('the ', '')}")
