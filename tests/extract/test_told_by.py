"""Who tells of a figure, and in spite of what it is so, says nothing of what is measured."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

TOLD = {
    "de": [
        "Die Zahl der Zahnärzte in Malta lag 2013 bei 412, so die Kammer.",
        "Die Zahl der Zahnärzte in Malta lag 2013 bei 412, so zumindest der Verband der Kassen.",
        "Malta hatte 2013 laut Rechnungshof 412 Zahnärzte.",
        "Laut dem Statistischen Amt hatte Malta 2013 412 Zahnärzte.",
        "Malta hatte 2013 nach Angaben des Verbandes 412 Zahnärzte.",
        "Malta hatte 2013 nach neuen Berechnungen der Ärztekammer 412 Zahnärzte.",
        "Dem Verband zufolge hatte Malta 2013 412 Zahnärzte.",
        "Trotz leerer Kassen hatte Malta 2013 412 Zahnärzte.",
        "Ungeachtet aller Warnungen der Kammer hatte Malta 2013 412 Zahnärzte.",
    ],
    "mk": [
        "Малта во 2013 имаше 412 стоматолози, вели комората.",
        "Малта во 2013 имаше 412 стоматолози, соопшти здружението.",
        "Малта во 2013 имаше 412 стоматолози, стои во извештајот.",
        "Според комората, Малта во 2013 имаше 412 стоматолози.",
        "Според податоците на здружението, Малта во 2013 имаше 412 стоматолози.",
        "И покрај празната каса, Малта во 2013 имаше 412 стоматолози.",
        "Наспроти сите предупредувања, Малта во 2013 имаше 412 стоматолози.",
    ],
    "en": [
        "Despite empty coffers Malta had 412 dentists in 2013.",
        "In spite of all warnings, Malta had 412 dentists in 2013.",
        "Notwithstanding the protests Malta had 412 dentists in 2013.",
        "Strikes or no strikes, Malta had 412 dentists in 2013.",
        "Malta could call on 412 dentists in 2013.",
        "Malta was the scene of 412 dentists in 2013.",
        "In 2013 there were 412 dentists on Malta's books.",
        "The clerks registered 412 dentists in Malta in 2013.",
        "Maltese inspectors took down some 412 dentists in 2013.",
        "Malta had 412 dentists in 2013, the tooth union reckons.",
        "Surgeons, fillers and other dentists in Malta numbered 412 in 2013.",
        "Malta was home to 412 people in 2013.",
    ],
}
NARROWED = [
    ("de", "Laut Definition der Kammer hatte Malta 2013 412 Zahnärzte.", "Definition"),
    ("de", "Trotz leerer Kassen hatte Malta 2013 412 niedergelassene Zahnärzte.", "niedergelassene"),
    ("de", "Malta hatte 2013 laut Rechnungshof 412 verbeamtete Zahnärzte.", "verbeamtete"),
    ("mk", "Според комората, Малта во 2013 имаше 412 приватни стоматолози.", "приватни"),
    ("mk", "Според методот на комората, Малта во 2013 имаше 412 стоматолози.", "методот"),
    ("en", "Despite empty coffers Malta had 412 retired dentists in 2013.", "retired"),
    ("en", "Maltese prison inspectors registered 412 dentists in 2013.", "prison"),
    ("en", "The army's clerks registered 412 dentists in Malta in 2013.", "clerks"),
    ("en", "Maltese inspectors trained 412 dentists in 2013.", "inspectors"),
    ("en", "Malta could call on 412 foreign dentists in 2013.", "foreign"),
    ("en", "Surgeons, fillers and other private dentists in Malta numbered 412 in 2013.", "private"),
    ("en", "Malta was home to 412 teachers in 2013.", "home"),
]


def _unread(said: str, language: str) -> list[str]:
    (claim,) = read_text(said, said=date(2015, 5, 1), language=language).claims
    counted = {"zahnärzte", "стоматолози", "dentists", "people"}
    words = [word for each in claim.unread for word in each.value.split()]
    return [word for word in words if word.lower() not in counted]


@pytest.mark.parametrize(
    ("language", "said"), [(language, said) for language in sorted(TOLD) for said in TOLD[language]]
)
def test_who_tells_and_in_spite_of_what_narrows_nothing(language: str, said: str):
    assert _unread(said, language) == []


@pytest.mark.parametrize(("language", "said", "narrower"), NARROWED)
def test_what_is_said_of_the_counted_beside_it_narrows_it(language: str, said: str, narrower: str):
    assert narrower in _unread(said, language)
