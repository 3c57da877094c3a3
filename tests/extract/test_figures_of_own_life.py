"""What a speaker tells of the own life, of people met and of the time to speak is in no statistics, and no claim."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

PRIVATE = {
    "en": [
        "You have thirty seconds.",
        "I have three children.",
        "My grandmother had seven brothers.",
        "I met four nurses in Leeds yesterday.",
        "My two colleagues have already said it.",
        "I have asked this question five times.",
        "There are two separate events here, Minister.",
        "We have two options.",
        "I will take only two minutes of your time.",
        "The vote is at 16 hours.",
    ],
    "de": [
        "Sie haben noch dreißig Sekunden.",
        "Ich habe drei Kinder.",
        "Meine Großmutter hatte sieben Brüder.",
        "Ich habe gestern vier Betriebsräte getroffen.",
        "Meine zwei Kollegen haben es schon gesagt.",
        "Es gibt zwei Möglichkeiten.",
        "Ich brauche nur zwei Minuten.",
        "Ich war vierzig Jahre verheiratet.",
        "Er hat zwanzig Minuten geredet.",
        "Drei Zwischenrufe habe ich gezählt.",
    ],
    "mk": [
        "Имате триесет секунди.",
        "Јас имам три деца.",
        "Баба ми имаше седум браќа.",
        "Вчера сретнав четири синдикалци.",
        "Моите двајца колеги веќе го кажаа тоа.",
        "Имаме две можности.",
        "Бев во брак четириесет години.",
        "Тој зборуваше дваесет минути.",
    ],
}
TOLD = {
    "en": [
        "Families have three children on average.",
        "There were two separate terrorist incidents in Britain in 2006.",
        "The average commute takes 30 minutes.",
        "Two of the ministers resigned last week.",
        "The government closed two hospitals in 2012.",
        "We have three children's hospitals.",
        "I created 300 jobs as mayor.",
        "I met 412 patients last year.",
        "Patients have thirty minutes with their doctor.",
        "My government closed two hospitals.",
    ],
    "de": [
        "Familien haben im Durchschnitt drei Kinder.",
        "Ein Pendler sitzt am Tag dreißig Minuten in der Bahn.",
        "Die Regierung hat 2012 zwei Krankenhäuser geschlossen.",
        "Ich habe als Bürgermeister 300 Stellen geschaffen.",
        "Auf den Rettungswagen wartet man vierzig Minuten.",
        "Frauen haben hier im Schnitt zwei Kinder.",
        "Unsere Kinder haben zwei Lehrer verloren.",
    ],
    "mk": [
        "Семејствата имаат просечно три деца.",
        "Владата во 2012 година затвори две болници.",
        "Како градоначалник отворив 300 работни места.",
        "Брзата помош се чека четириесет минути.",
        "Нашите деца имаат две училишта.",
    ],
}


def _figures(said: str, language: str) -> list[object]:
    return [claim.amount for claim in read_text(said, language=language).claims if claim.amount]


@pytest.mark.parametrize(("language", "said"), [(key, said) for key, rows in PRIVATE.items() for said in rows])
def test_a_figure_of_the_own_life_or_of_the_time_to_speak_is_no_claim(language, said):
    assert not _figures(said, language)


@pytest.mark.parametrize(("language", "said"), [(key, said) for key, rows in TOLD.items() for said in rows])
def test_figures_of_others_and_what_was_done_are_claims(language, said):
    assert _figures(said, language)
