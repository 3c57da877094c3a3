"""What a speaker says between quotation marks is split into sentences in every language, as what stands outside of them is."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(("begins", "ends"), MARKS)
@pytest.mark.parametrize("language", SAID)
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
