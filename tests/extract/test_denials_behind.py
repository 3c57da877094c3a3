"""A sentence right behind that calls a statement untrue takes it back, however it is strengthened or softened."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text
from workbench.extract.claim.not_stated_as_fact import NOT_SAID_SO

SAID = {
    "de": "Der Redner sagt, in Malta seien 2014 5 Prozent arbeitslos gewesen. ",
    "mk": "Министерот рече дека во Малта во 2014 биле невработени 5 проценти. ",
}
DENIED = {
    "de": [
        "Das ist schlicht und einfach nicht wahr.",
        "Das stimmt so einfach nicht.",
        "Das entspricht in keiner Weise der Wahrheit.",
        "Daran ist kein Wort wahr.",
        "Das ist beim besten Willen nicht richtig.",
        "Das ist, mit Verlaub, falsch.",
        "Das kann gar nicht stimmen.",
        "Nichts davon ist wahr.",
        "Das trifft leider nicht zu.",
        "Das ist offenkundig nicht der Fall.",
        "All das ist frei erfunden.",
        "Nun, das hält der Prüfung nicht stand.",
    ],
    "mk": [
        "Ова апсолутно не е точно.",
        "Тоа, нели, не е вистина.",
        "Тоа воопшто не држи вода.",
        "Едноставно, не е така.",
        "Тоа е чиста лага.",
        "Ништо од тоа не е точно.",
        "Тоа никако не може да биде точно.",
        "Тоа секако не одговара на вистината.",
        "Сето тоа едноставно не е вистина.",
        "Во тоа нема ни збор вистина.",
        "Ни збор од тоа не е вистина.",
    ],
}
KEPT = {
    "de": [
        "Das ist nicht falsch.",
        "Das ist leider nicht genug.",
        "Das ist nicht viel.",
        "Das stimmt uns nachdenklich.",
        "Das ist eine gute Nachricht.",
        "Das war nicht immer so.",
        "Das kann nicht so bleiben.",
        "Das ist keine Lüge.",
        "Das hält niemand für genug.",
        "Das trifft vor allem die Armen.",
        "Das ist die Wahrheit.",
    ],
    "mk": [
        "Тоа не е малку.",
        "Тоа не е лага.",
        "Тоа е добра вест.",
        "Тоа не е доволно.",
        "Ова не смее да продолжи.",
        "Тоа секогаш било така.",
        "Тоа никогаш не е доволно.",
        "Тоа е точно.",
        "Тоа не може да продолжи.",
        "Не е лесно.",
    ],
}


def _is_rejected(behind: str, language: str) -> bool:
    claim = read_text(SAID[language] + behind, said=date(2015, 5, 1), language=language).claims[0]
    return any(note.kind == NOT_SAID_SO for note in claim.notes)


@pytest.mark.parametrize("language", sorted(DENIED))
def test_what_is_called_untrue_behind_is_not_said_so(language: str):
    """The speaker says it was 5 percent. That is plainly and simply not true."""
    assert [each for each in DENIED[language] if not _is_rejected(each, language)] == []


@pytest.mark.parametrize("language", sorted(KEPT))
def test_what_is_judged_otherwise_behind_is_said_so(language: str):
    """The speaker says it was 5 percent. That is not enough."""
    assert [each for each in KEPT[language] if _is_rejected(each, language)] == []
