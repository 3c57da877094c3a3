"""An adjective right before a figure says what its speaker thinks of the size, and parts nobody; "a further 40" is no level."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2020, 1, 1)
JUDGED = {
    "en": [
        "Unemployment stood at a dispiriting 16.95 percent in 2014.",
        "In 2013 Portugal saw a horrifying 412 dentists.",
        "In 2014 unemployment was a disgraceful 16 percent.",
    ],
    "de": [
        "2014 lag die Arbeitslosenquote bei bedrückenden 7,75 Prozent.",
        "2014 lag die Arbeitslosenquote bei niederschmetternden 7,75 Prozent.",
        "Portugal kam 2013 auf beunruhigende 412 Zahnärzte.",
        "2014 betrug die Arbeitslosenquote unerträgliche 35 Prozent.",
        "2014 lag die Arbeitslosenquote bei eindrucksvollen 3 Prozent.",
    ],
    "mk": [
        "Во 2014 година невработеноста беше поразителни 26 проценти.",
        "Во 2014 година невработеноста достигна депримирачки 48 проценти.",
        "Во 2014 година невработеноста беше неподносливи 20 проценти.",
        "Во 2014 година невработеноста беше тешки 20 проценти.",
    ],
}
PARTED = {
    "en": [
        ("In 2014 unemployment was an alleged 16 percent.", "alleged"),
        ("Portugal had a practising 412 dentists in 2014.", "practising"),
    ],
    "de": [
        ("2014 lag die Arbeitslosenquote bei angestrebten 7,75 Prozent.", "angestrebten"),
        ("2014 lag die Arbeitslosenquote bei den arbeitenden 7,75 Prozent.", "arbeitenden"),
        ("In Portugal gab es 2014 praktizierende 412 Zahnärzte.", "praktizierende"),
        ("In Portugal gab es 2014 selbständige 412 Zahnärzte.", "selbständige"),
        ("In Portugal gab es 2014 412 niedergelassene Zahnärzte.", "niedergelassene"),
    ],
    "mk": [
        ("Во 2014 година невработеноста беше наводни 20 проценти.", "наводни"),
        ("Во 2014 година имавме увезени 284 стоматолози.", "увезени"),
    ],
}
MORE = [
    ("en", "Portugal recorded a further 1,919 cases in 2013."),
    ("en", "Portugal recorded another 1,919 cases in 2013."),
    ("de", "In Portugal gab es 2015 weitere 2464 Fälle."),
    ("de", "In Portugal gab es 2015 zusätzliche 2464 Fälle."),
    ("mk", "Во 2014 година имавме дополнителни 284 случаи."),
    ("mk", "Невработеноста во 2018 година беше очекувани 20,74 проценти."),
]


def _unread(said: str, language: str) -> list[str]:
    (claim,) = read_text(said, said=SAID, language=language).claims
    return [mention.value for mention in claim.unread]


@pytest.mark.parametrize(("language", "said"), [(key, said) for key, rows in JUDGED.items() for said in rows])
def test_what_a_speaker_thinks_of_a_figure_parts_nothing(language, said):
    assert not _unread(said, language)


@pytest.mark.parametrize(("language", "said", "word"), [(key, *row) for key, rows in PARTED.items() for row in rows])
def test_other_words_before_a_figure_stay_unread(language, said, word):
    assert any(word in each for each in _unread(said, language))


@pytest.mark.parametrize(("language", "said"), MORE)
def test_what_is_told_on_top_or_expected_is_no_level(language, said):
    (claim,) = [each for each in read_text(said, said=SAID, language=language).claims if each.amount]
    assert any(note.kind == "not-said-so" for note in claim.notes), claim.notes
