"""What a speaker says between quotation marks is split into sentences in every language, as what stands outside of them is."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract.segment.sentences import split_sentences

MARKS = [("„", "“"), ("»", "«"), ("“", "”"), ('"', '"'), ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»")]
SAID = {
    "de": [
        "Es waren 5 Prozent.",
        "Heute sind es im 3. Quartal 6 Prozent!",
        "Und Bayern?",
        "Da sind es 2,5 Mio. Menschen.",
    ],
    "mk": ["Беа 5 отсто во 2019.", "Сега се 6 отсто!", "А Скопје?", "Таму се 2,5 отсто."],
    "fr": ["Il y avait 5 pour cent.", "Maintenant il y en a 6 !", "Et Paris ?"],
}


@each(("begins", "ends"), MARKS)
@each("language", SAID)
def test_a_quote_of_several_sentences_is_several_sentences(language: str, begins: str, ends: str):
    text = f"{begins}{' '.join(SAID[language])}{ends}"
    found = [each.span.cut(text).strip('„“”"«»\N{NO-BREAK SPACE} ') for each in split_sentences(text, language)]
    assert found == SAID[language]


def test_who_said_it_stays_with_the_last_sentence_of_the_quote():
    text = '"Heute sind es 6 Prozent. Das ist viel", sagte Dr. Maier. Dann ging er.'
    assert [each.span.cut(text) for each in split_sentences(text, "de")] == [
        '"Heute sind es 6 Prozent.',
        'Das ist viel", sagte Dr. Maier.',
        "Dann ging er.",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ["Schaut nach Indien!", "2010 waren es dort 5.000 Dollar."]),
        ("mk", ["Погледнете ја Индија!", "2010 година беа 5.000 долари."]),
        ("de", ["Und heute?", "618!"]),
    ],
)
def test_a_figure_may_begin_a_sentence_behind_a_question_or_a_call(language: str, said: list[str]):
    text = " ".join(said)
    assert [each.span.cut(text) for each in split_sentences(text, language)] == said


BEFORE_YEARS = {
    "de": [
        ("Wir reden über Geldautomaten.", "2010 gab es weniger."),
        ("Die Quote sank.", "2018 lag sie bei 3 Prozent."),
        ("So ist es.", "2019 war es anders."),
        ("Das gilt auch für die EU.", "2019 war es anders."),
        ("Es waren 3,5.", "2018 waren es 4."),
        ("Auch das kam vor.", "5 Prozent gingen."),
    ],
    "mk": [
        ("Зборуваме за автомобили.", "2010 година имаше помалку."),
        ("Така беа.", "2011 беше полошо."),
        ("Беше 3,5.", "2018 беше 4."),
    ],
}
NO_ENDS = {
    "de": [
        "Im Sept. 2018 kam er.",
        "Es sind ca. 5 Prozent.",
        "Siehe Kap. 3 und Tab. 7.",
        "Er wurde geb. 1980.",
        "Es sind 7 Mio. 8 wären besser.",
    ],
    "mk": ["Тоа е бр. 5 на списокот.", "Во чл. 3 стои така."],
}


@pytest.mark.parametrize("language", sorted(BEFORE_YEARS))
def test_a_sentence_ends_before_a_year_that_begins_the_next(language):
    """The splitter took "sank. 2018 lag" for a rank, and two sentences for one."""
    for pair in BEFORE_YEARS[language]:
        text = " ".join(pair)
        assert tuple(each.span.cut(text) for each in split_sentences(text, language)) == pair


@pytest.mark.parametrize("language", sorted(NO_ENDS))
def test_an_abbreviation_before_a_figure_ends_nothing(language):
    for said in NO_ENDS[language]:
        assert len(split_sentences(said, language)) == 1, said
