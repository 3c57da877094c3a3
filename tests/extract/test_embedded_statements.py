"""Statements inside another one: whose words before them say whether the speaker states them, in each language."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.document import Span
from workbench.extract.phrases.embedded_statements import is_embedded_unstated

STATEMENT = {
    "en": "unemployment {was} 5 percent in 2018",
    "de": "die Arbeitslosenquote 2018 bei 5 Prozent {lag}",
    "mk": "невработеноста во 2018 година {беше} 5 отсто",
}
UNSTATED = {
    "en": (
        "We demand that {}.",
        "I never said that {}.",
        "I did not claim that {}.",
        "Nobody on this side says that {}.",
        "She promised that {}.",
        "They dreamt that {}.",
        "He doubts that {}.",
        "The minister denied that {}.",
        "The union denies that it ever said that {}.",
        "There is a rumour that {}.",
        "Let us suppose that {}.",
        "Perhaps {}.",
        "Either {}, or somebody cannot count.",
        "We must make sure that {}.",
    ),
    "de": (
        "Wir fordern, dass {}.",
        "Ich habe nie gesagt, dass {}.",
        "Niemand in meiner Fraktion sagt, dass {}.",
        "Ich habe nirgends behauptet, dass {}.",
        "Sie hat versprochen, dass {}.",
        "Ich träumte, dass {}.",
        "Er bezweifelt, dass {}.",
        "Der Minister bestritt, dass {}.",
        "Der Minister bestritt, je gesagt zu haben, dass {}.",
        "Es geht das Gerücht, dass {}.",
        "Wir sorgen dafür, dass {}.",
        "Vielleicht stimmt es, dass {}.",
    ),
    "mk": (
        "Бараме до крај да важи дека {}.",
        "Никогаш не сум изјавил дека {}.",
        "Никој од нас не тврди дека {}.",
        "Не реков дека {}.",
        "Тој вети дека {}.",
        "Ноќеска сонував дека {}.",
        "Тешко дека {}.",
        "Министерот негираше дека {}.",
        "Министерот негираше дека рекол дека {}.",
        "Се сомневам дека {}.",
        "Можеби {}.",
    ),
}
STATED = {
    "en": (
        "I knew that {}.",
        "Nobody knew that {}.",
        "He never admitted that {}.",
        "I said that {}.",
        "Not only the minister says that {}.",
        "Nobody can deny that {}.",
        "I do not doubt that {}.",
        "What he never said is that {}.",
        "I want to say that {}.",
        "It must be said that {}.",
        "We should not forget that {}.",
        "I never said so, but {}.",
        "We want change: {}.",
        "They promised jobs; {}.",
    ),
    "de": (
        "Ich wusste, dass {}.",
        "Niemand wusste, dass {}.",
        "Er hat nie zugegeben, dass {}.",
        "Ich habe gesagt, dass {}.",
        "Nicht nur der Minister sagt, dass {}.",
        "Niemand kann bestreiten, dass {}.",
        "Ich bezweifle nicht, dass {}.",
        "Was er nie sagte, ist, dass {}.",
        "Wir sollten nicht vergessen, dass {}.",
        "Wir fordern mehr: Es ist so, dass {}.",
    ),
    "mk": (
        "Знаев дека {}.",
        "Никој не знаеше дека {}.",
        "Тој никогаш не призна дека {}.",
        "Реков дека {}.",
        "Не само министерот вели дека {}.",
        "Никој не може да негира дека {}.",
        "Не се сомневам дека {}.",
        "Не смееме да заборавиме дека {}.",
        "Сакам да кажам дека {}.",
    ),
}


def _unstated(frame: str, language: str) -> bool:
    statement = STATEMENT[language].replace("{", "").replace("}", "")
    said = frame.format(statement)
    figure = "5 отсто" if language == "mk" else "5 Prozent" if language == "de" else "5 percent"
    start = said.index(figure)
    return is_embedded_unstated(said, Span(start, start + len(figure)), language)


@pytest.mark.parametrize("language", sorted(UNSTATED))
def test_what_is_demanded_promised_imagined_or_denied_is_not_stated(language):
    """We demand that unemployment be 5 percent; I never said that it was 5 percent."""
    assert [frame for frame in UNSTATED[language] if not _unstated(frame, language)] == []


@pytest.mark.parametrize("language", sorted(STATED))
def test_what_is_known_admitted_or_said_is_stated(language):
    """Nobody knew that unemployment was 5 percent; it must be said that it was 5 percent."""
    assert [frame for frame in STATED[language] if _unstated(frame, language)] == []


@each(
    ("said", "figure", "language"),
    [
        ("Some 40 percent of the seats must go to women.", "40 percent", "en"),
        ("Women should hold 40 percent of the seats.", "40 percent", "en"),
        ("40 percent of the seats need to go to women, and soon.", "40 percent", "en"),
        ("Let 40 percent of the seats be held by women.", "40 percent", "en"),
        ("I want 40 percent of the seats for women.", "40 percent", "en"),
        ("We call for 40 percent of the seats.", "40 percent", "en"),
        ("Vierzig Prozent der Sitze müssen an Frauen gehen.", "Vierzig Prozent", "de"),
        ("Die Quote muss unter 3 Prozent liegen.", "3 Prozent", "de"),
        ("Wir brauchen 40 Prozent Frauen im Parlament.", "40 Prozent", "de"),
        ("40 отсто од местата мора да бидат за жени.", "40 отсто", "mk"),
        ("Жените мора да имаат 40 отсто од местата.", "40 отсто", "mk"),
    ],
)
def test_a_duty_or_a_wish_is_no_fact(said, figure, language):
    """Forty percent of the seats must go to women."""
    start = said.index(figure)
    assert is_embedded_unstated(said, Span(start, start + len(figure)), language)


@each(
    ("said", "figure"),
    [
        ("Two in five seats should shame us: women held 22 percent of them.", "22 percent"),
        ("Unemployment was 5 percent and must fall.", "5 percent"),
        ("Of all who wanted to work in 2013 26 percent were out of work.", "26 percent"),
        ("Of those who want a job 26 percent found none.", "26 percent"),
        ("In May 26 percent were out of work.", "26 percent"),
        ("In 2018 26 percent were out of work, and that must change.", "26 percent"),
        ("A child born in 2019 could hope for 66 years of life.", "66 years"),
        ("The party that demanded a vote won 26 percent of the seats.", "26 percent"),
    ],
)
def test_a_duty_or_a_wish_elsewhere_in_the_sentence_leaves_the_fact(said, figure):
    """Unemployment was 5 percent and must fall."""
    start = said.index(figure)
    assert not is_embedded_unstated(said, Span(start, start + len(figure)), "en")
