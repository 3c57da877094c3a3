"""Verbs and adjectives that narrow nothing are listed by one form each and known in all, and so are phrases that narrow nothing."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text
from workbench.extract.words.inflected_words import inflected
from workbench.extract.words.word_files import raw_tables

PLAIN = {
    "de": [
        "Portugal wies 2014 412 Zahnärzte auf.",
        "Für 2014 wurden in Portugal 412 Zahnärzte ermittelt.",
        "Portugal begrüßte 2014 blamable 412 Zahnärzte.",
        "Portugal hatte 2014 gar 412 Zahnärzte.",
        "Portugal beklagt für 2014 jämmerliche 412 Zahnärzte.",
        "Dem Ministerium wurden für 2014 in Portugal 412 Zahnärzte übermittelt.",
        "Portugal hatte 2014 412 Zahnärzte, ein Großteil davon in Lissabon.",
        "Portugal hatte 2014 412 Zahnärzte, vor allem in den Städten.",
        "Portugal hatte 2014 412 Zahnärzte (überwiegend Frauen).",
        "Portugal hatte im Jahr der Wahl 2014 412 Zahnärzte.",
        "Portugal hatte 2014, im Jahr der großen Krise, 412 Zahnärzte.",
    ],
    "mk": [
        "Португалија во 2014 постигна 412 стоматолози.",
        "Португалија во 2014 се фали со ужасни 412 стоматолози.",
        "Португалија во 2014 се радуваше на 412 стоматолози.",
        "Португалија во 2014 броеше 412 стоматолози.",
        "Португалија во 2014 собра 412 стоматолози.",
        "Португалија во 2014 за своите граѓани имаше 412 стоматолози.",
        "Португалија во 2014 имаше 412 стоматолози, најмногу во градовите.",
        "Португалија во 2014 имаше 412 стоматолози, од кои мнозинството жени.",
        "Португалија во годината на изборите 2014 имаше 412 стоматолози.",
    ],
}
NARROWED = [
    ("de", "Für 2014 wurden in Portugal 412 Zahnärzte verhaftet.", "verhaftet"),
    ("de", "Portugal hatte 2014 412 Zahnärzte, nur in den Städten.", "Städten"),
    ("de", "Portugal hatte 2014 412 Zahnärzte in den Städten.", "Städten"),
    ("de", "Portugal hatte 2014 neben Gerühmten 412 Zahnärzte.", "Gerühmten"),
    ("mk", "Португалија во 2014 апсеше 412 стоматолози.", "апсеше"),
    ("mk", "Португалија во 2014 имаше 412 стоматолози во градовите.", "градовите"),
]


def _unread(said: str, language: str) -> list[str]:
    (claim,) = read_text(said, said=date(2015, 5, 1), language=language).claims
    words = [word for each in claim.unread for word in each.value.split()]
    return [word for word in words if word.lower() not in {"zahnärzte", "стоматолози"}]


@pytest.mark.parametrize(
    ("language", "said"), [(language, said) for language in sorted(PLAIN) for said in PLAIN[language]]
)
def test_what_parts_nothing_is_left_out_of_what_is_unread(language: str, said: str):
    assert _unread(said, language) == []


@pytest.mark.parametrize(("language", "said", "narrower"), NARROWED)
def test_what_parts_the_counted_stays(language: str, said: str, narrower: str):
    assert narrower in _unread(said, language)


FORMS = [
    ("de", "plain_verbs", "bewerte bewertet bewertete bewerteten bewertetes"),
    ("de", "plain_verbs", "gemeldet meldete registrierten registriert leistete geleistet"),
    ("de", "plain_verbs", "aufgewendet aufwenden aufzuwenden wendete aufwendete"),
    ("de", "plain_verbs", "trug trugen beigetragen beitrug beizutragen trägt"),
    ("de", "plain_adjectives", "ordentlich ordentliche ordentlichem ordentlichen ordentlicher ordentliches"),
    ("mk", "plain_verbs", "вреднува вреднувам вреднуваат вреднуваше вреднувавме вреднувале вреднуван"),
    ("mk", "plain_verbs", "оцени оцениме оценија оценил оценет оцената"),
    ("mk", "plain_verbs", "достигне достигнат достигна достигнаа достигнал"),
    ("mk", "plain_adjectives", "ужасен ужасна ужасните"),
]


@pytest.mark.parametrize(("language", "key", "forms"), FORMS)
def test_a_word_is_known_in_all_its_forms(language: str, key: str, forms: str):
    known = inflected(language, key) | set(raw_tables(language)["phrases"]["plain"])
    assert [form for form in forms.split() if form not in known] == ["оцената"] * ("оцената" in forms)


@pytest.mark.parametrize("language", ["de", "mk"])
def test_what_the_forms_give_is_not_listed_again(language: str):
    """The list of words holds only what no verb and no adjective gives."""
    forms = inflected(language, "plain_verbs") | inflected(language, "plain_adjectives")
    assert not forms.intersection(raw_tables(language)["phrases"]["plain"])


def test_goals_told_by_a_label_state_nothing():
    """A label "Das Ziel lautete:" tells what was aimed at, whatever stands between the label and its figure."""
    said = {
        "de": [
            "Das Ziel lautete: 2014 sind in Portugal 12 Prozent arbeitslos.",
            "Prognose: 2014 kommen in Portugal auf 1.000 Einwohner 5,8 Ärzte.",
            "Unser Wunsch für Portugal war – 2014 sind 12 Prozent arbeitslos.",
        ],
        "mk": [
            "Целта беше: во 2014 во Португалија 12 отсто се без работа.",
            "Планот за 2014 гласеше: 12 отсто во Португалија се без работа.",
        ],
    }
    for language, texts in said.items():
        for text in texts:
            claims = read_text(text, said=date(2015, 5, 1), language=language).claims
            assert claims
            assert all(any(note.kind == "not-said-so" for note in claim.notes) for claim in claims), text
