"""The language of a document is told by its words: those that have word files apart from their neighbours."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.extract.words.language_guess import guess_language, guess_reading_language
from workbench.readers._dateline import find_dateline

SAID = [
    ("en", "In the first nine months of 2021 the police halted 16,000 attempts of illegal migration, a fall of 36.5 percent."),
    ("en", "Unemployment fell. Wages rose. Exports grew by seven percent last year and imports by five."),
    ("de", "In den ersten neun Monaten 2021 wurden 16.000 Versuche illegaler Migration gestoppt, ein Rückgang um 36,5 Prozent."),
    ("de", "Die Arbeitslosigkeit ist gesunken, die Löhne sind gestiegen. Wir werden 500 neue Stellen schaffen."),
    ("nl", "In de eerste negen maanden van 2021 werden 16.000 pogingen tot illegale migratie gestopt, een daling van 36,5 procent."),
    ("nl", "De werkloosheid is gedaald en de lonen zijn gestegen. We gaan 500 nieuwe banen scheppen in ons land."),
    ("mk", "Во првите девет месеци од 2021 година беа спречени 16.000 обиди за илегална миграција, намалување од 36,5 проценти."),
    ("mk", "Невработеноста се намали, а платите пораснаа. Ќе вработиме 500 нови лекари во оваа година, рече министерот."),
    ("mk", "Министерот рече дека извозот е зголемен за седум проценти во споредба со минатата година."),
    ("mk", "Извозот се зголеми за 7 проценти."),
    ("sr", "У првих девет месеци 2021. године спречено је 16.000 покушаја илегалне миграције, што је смањење од 36,5 одсто."),
    ("sr", "Министар је рекао да је извоз повећан за седам одсто у поређењу са прошлом годином. Биће отворено 500 радних места."),
    ("bg", "През първите девет месеца на 2021 година бяха предотвратени 16 000 опита за нелегална миграция, по-малко с 36,5 процента."),
    ("bg", "Министърът каза, че износът е нараснал със седем процента в сравнение с миналата година. Ще наемем 500 нови лекари."),
]  # fmt: skip


@each(("language", "said"), SAID)
def test_a_language_is_told_from_its_neighbours(language, said):
    assert guess_language(said) == language


def test_a_few_latin_words_are_taken_for_english():
    assert guess_language("Prices rose.") == "en"


@pytest.mark.parametrize(
    "line", ["Скопје, 2 декември 2021 - Министерот рече", "Skopje, 2. Dezember 2021 – Der Minister sagte"]
)
def test_a_dateline_in_another_language_gives_day_and_place(line):
    found = find_dateline(line)
    assert (found.place, found.day) == ("MKD", date(2021, 12, 2))


SHORT = [
    ("en", "Unemployment fell to 5 percent in Germany."),
    ("en", "Exports: 7 percent up on last year"),
    ("en", "The paper Die Zeit wrote of 5 percent."),
    ("de", "Die Arbeitslosenquote lag 2018 bei 3,4 Prozent."),
    ("de", "Wir haben 500 neue Stellen geschaffen."),
    ("fr", "Je vais partir pour trois ans"),
]


@each(("language", "said"), SHORT)
def test_a_few_words_are_not_english_where_they_have_more_small_words_of_another_language(language, said):
    assert guess_language(said) == language


@each(("language", "said"), SHORT)
def test_a_language_that_cannot_be_read_is_read_as_english(language, said):
    assert guess_reading_language(said) == (language if language in {"en", "de", "mk"} else "en")
