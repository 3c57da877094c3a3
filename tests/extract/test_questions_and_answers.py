"""What one voice asks and another answers is told as one statement, whoever is named beside it and however it is asked."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import ClaimKind
from workbench.core.direction import Direction
from workbench.extract import read_text
from workbench.extract.claim.not_stated_as_fact import NOT_SAID_SO
from workbench.extract.retelling.retelling import retold

ASKED = [
    ("en", "How many trams ran in Oslo in 2012?", "Ninety-one, sir."),
    ("en", "Tell me, how many trams did Oslo have in 2012?", "91."),
    ("en", "What share of the trams in Oslo were blue in 2012?", "A quarter, Madam Chair."),
    ("en", "Where did the price of milk in Norway stand in 2012?", "At sixteen crowns, Senator."),
    ("en", "In real terms, how far did wages in Norway fall from 2010 to 2012?", "By six percent, Deputy."),
    ("en", "How much did wages in Norway rise in 2012?", "Six percent."),
    ("en", "How high was inflation in Norway in 2012?", "It was six percent, Mr Roe."),
    ("en", "Trams per 100,000 people, Norway, 2012?", "Somewhere between sixty and seventy."),
    ("de", "Wie viele Züge fuhren 2012 in Norwegen?", "Einundneunzig, Herr Präsident."),
    ("de", "Welcher Anteil der Züge in Norwegen war 2012 blau?", "Ein Viertel."),
    ("de", "Wie hoch war die Inflation in Norwegen im Jahr 2012?", "Sechs Prozent."),
    ("de", "Um wie viel sanken die Löhne in Norwegen von 2010 bis 2012?", "Um sechs Prozent."),
    ("mk", "Колку возови возеа во Норвешка во 2012?", "Деведесет."),
    ("mk", "Колкава беше инфлацијата во Норвешка во 2012?", "Шест отсто."),
    ("mk", "За колку паднаа платите во Норвешка од 2010 до 2012?", "За шест отсто."),
]
VOICES = ["{} {}", "– {} – {}", "Q. {} – A. {}", "MR ROE: {} MS POE: {}", "Deputy Roe: {} – Minister (laughing): {}"]


@pytest.mark.parametrize("voices", VOICES)
@pytest.mark.parametrize(("language", "question", "answer"), ASKED)
def test_a_question_and_its_answer_are_one_statement(language: str, question: str, answer: str, voices: str):
    text = voices.format(question, answer)
    told = retold(text, language)
    assert told is not None
    assert "?" not in told.text
    (claim, *_) = read_text(text, language=language, said=date(2014, 5, 1)).claims
    assert claim.place == "NOR" or "Oslo" in text
    assert claim.period is not None
    assert claim.period.value.end.year == 2013
    assert claim.figure is not None
    assert claim.figure.span.end > text.index(answer)


@pytest.mark.parametrize(
    "text",
    [
        "– How many trams ran in Oslo in 2012? – Not ninety.",
        "– Suppose the line had closed. How many trams were left in 2012? – Ninety.",
        "– Why did wages in Norway fall in 2012? – Six percent left.",
        "– Did you see 2012? – Six percent did.",
    ],
)
def test_what_is_imagined_denied_or_asked_otherwise_stays_as_it_is(text: str):
    told = retold(text, "en")
    assert told is None or "?" in told.text


def test_an_answer_that_a_third_voice_rejects_is_not_told():
    """– How many trams ran in Oslo in 2012? – Ninety. – Nonsense!"""
    (claim,) = read_text(test_an_answer_that_a_third_voice_rejects_is_not_told.__doc__ or "").claims
    assert NOT_SAID_SO in {note.kind for note in claim.notes}


@pytest.mark.parametrize(
    "label", ["Trams per 100,000 people, {}: 64.6", "Trams for every thousand families, {}: about 64.6"]
)
@pytest.mark.parametrize("where", ["Norway, 2012", "2012", "in Norway"])
def test_the_base_in_a_label_is_that_of_its_figure(label: str, where: str):
    (claim,) = read_text(label.format(where)).claims
    assert claim.figure is not None
    assert claim.figure.value.unit.per in {"100,000 people", "1,000 families"}


@pytest.mark.parametrize("address", ["sir", "Madam Chair", "Deputy", "ladies and gentlemen", "Senator Roe", "Minister"])
def test_who_is_addressed_at_the_end_is_not_measured(address: str):
    said = "Exports of timber fell by 5 percent in 2012"
    told, plain = (read_text(each).claims[0] for each in (f"{said}, {address}.", f"{said}."))
    assert (told.measure, told.unread) == (plain.measure, plain.unread)


MOVED = [
    ("en", "Has the unemployment rate in Norway risen?", "Yes, by two points from 2010 to 2012.", "up"),
    ("en", "Did the unemployment rate in Norway go down?", "It did, Chair, from 5 percent in 2010 to 3 in 2012.", "down"),
    ("en", "Is it true that the unemployment rate in Norway fell?", "Certainly. By two points from 2010 to 2012.", "down"),
    ("en", "Did the unemployment rate in Norway rise?", "On the contrary, it fell by two points from 2010 to 2012.", "down"),
    ("en", "What became of the unemployment rate in Norway?", "It fell by two points from 2010 to 2012.", "down"),
    ("en", "How many dentists did Norway gain from 2010 to 2012?", "Some 240, sir.", "up"),
    ("en", "How many dentists has Norway lost from 2010 to 2012?", "Some 240.", "down"),
    ("de", "Ist die Arbeitslosenquote in Norwegen gestiegen?", "Ja, um zwei Punkte von 2010 bis 2012.", "up"),
    ("de", "Stimmt es, dass die Arbeitslosenquote in Norwegen gesunken ist?", "Allerdings. Um 2 Punkte von 2010 bis 2012.", "down"),
    ("de", "Stieg die Arbeitslosenquote in Norwegen?", "Nein, sie sank um zwei Punkte von 2010 bis 2012.", "down"),
    ("de", "Was wurde aus der Arbeitslosenquote in Norwegen?", "Sie sank um 2 Punkte von 2010 bis 2012.", "down"),
    ("de", "Wie viele Zahnärzte hat Norwegen von 2010 bis 2012 verloren?", "Rund 240.", "down"),
    ("mk", "Порасна ли невработеноста во Норвешка?", "Да, за два поени од 2010 до 2012 година.", "up"),
    ("mk", "Дали невработеноста во Норвешка се намали?", "Да, министре, за два поени од 2010 до 2012 година.", "down"),
    ("mk", "Порасна ли невработеноста во Норвешка?", "Не, падна од 5 отсто во 2010 на 3 во 2012 година.", "down"),
    ("mk", "Што се случи со невработеноста во Норвешка?", "Таа падна за 2 поени од 2010 до 2012 година.", "down"),
]  # fmt: skip


@pytest.mark.parametrize("voices", VOICES)
@pytest.mark.parametrize(("language", "question", "answer", "way"), MOVED)
def test_an_answer_takes_the_change_that_its_question_asks_for(
    language: str, question: str, answer: str, way: str, voices: str
):
    text = voices.format(question, answer)
    (claim,) = read_text(text, language=language, said=date(2014, 5, 1)).claims
    assert (claim.place, claim.kind) == ("NOR", ClaimKind.CHANGE)
    assert claim.change is not None
    assert claim.change.value.direction == Direction(way)
    assert claim.period is not None
    assert claim.period.value.start.year == 2012
    assert any(
        word in claim.measure.casefold() for word in ("unemployment", "dentist", "arbeitslos", "zahnärzt", "невработен")
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Did exports go up in 2012? No, by 5 percent they did not."),
        ("en", "Did exports go up in 2012? Yes, two points, from 2010 to 2012."),
        ("en", "Did exports go up? By 5 percent, you say? Nonsense."),
        ("de", "Sind die Exporte gestiegen? Ja, zwei Punkte, von 2010 bis 2012."),
        ("de", "Sind die Exporte gestiegen? Ja, leider um zwei Punkte von 2010 bis 2012."),
        ("mk", "Порасна ли извозот? Да, два поени, од 2010 до 2012 година."),
    ],
)
def test_an_answer_never_loses_a_figure_to_its_question(language: str, text: str):
    told = retold(text, language)
    assert told is None or "?" in told.text
