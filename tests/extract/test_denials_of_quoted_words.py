"""Words that are quoted, said to be somebody's, and then denied, are told by nobody."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text
from workbench.extract.claim.not_stated_as_fact import NOT_SAID_SO

QUOTED = {
    "en": "“Housing starts in Malta fell to 4 percent in 2014.” ",
    "de": "„Die Zahl der Morde in Malta fiel 2014 um 4 Prozent.“ ",
    "mk": "„Бројот на убиства во Малта падна за 4 отсто во 2014.“ ",
}
CREDITED = {
    "en": ["", "So says the leaflet. ", "That is what he wrote. ", "Thus my opponent. ", "Said the mayor. "],
    "de": ["", "So steht es im Flugblatt. ", "So der Bürgermeister. ", "Das sind seine Worte. "],
    "mk": ["", "Така пишува во летокот. ", "Тоа го рече градоначалникот. "],
}
DENIED = {
    "en": ["It did no such thing.", "It didn't.", "That is a lie.", "Not so.", "Nothing of the kind.", "They did not!"],
    "de": ["Das ist falsch.", "Das stimmt nicht.", "Quatsch."],
    "mk": ["Тоа не е точно.", "Ништо од тоа.", "Не е така."],
}
KEPT = {"en": "It cost nothing.", "de": "Das war im Mai.", "mk": "Тоа беше во мај."}


def _is_rejected(said: str, language: str) -> bool:
    claim = read_text(said, said=date(2015, 5, 1), language=language).claims[0]
    return any(note.kind == NOT_SAID_SO for note in claim.notes)


CASES = [(language, credited) for language, every in CREDITED.items() for credited in every]


@pytest.mark.parametrize(("language", "credited"), CASES)
def test_what_is_denied_behind_the_name_of_its_speaker_is_denied(language: str, credited: str):
    said = [QUOTED[language] + credited + denied for denied in DENIED[language]]
    assert [each for each in said if not _is_rejected(each, language)] == []


@pytest.mark.parametrize(("language", "credited"), CASES)
def test_what_is_only_said_to_be_somebodys_is_not_denied(language: str, credited: str):
    assert not _is_rejected(QUOTED[language] + credited + KEPT[language], language)


@pytest.mark.parametrize("language", ["en", "de", "mk"])
def test_an_answer_denies_what_is_said_to_be_anothers(language: str):
    wrong = {"en": "Wrong!", "de": "Von wegen!", "mk": "Погрешно!"}[language]
    assert [_is_rejected(QUOTED[language] + each + wrong, language) for each in CREDITED[language][1:]] == [
        True for _ in CREDITED[language][1:]
    ]
