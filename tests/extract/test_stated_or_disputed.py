"""What verbs of reporting tell is stated; what others call forged, or dispute, is not; "never forget" is no "in no year"."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import NOT_SAID
from workbench.core.relations import TrendKind
from workbench.extract import read_text, unread_sentence

STATED = [
    (
        "en",
        "China, which on Monday shut its doors to the world's rubbish, took in 8.4 million tonnes of waste in 2012.",
    ),
    ("en", "The agency informs that woodland covered 3.9 million hectares in 2020."),
    ("de", "Die Agentur informierte, dass 2018 auf 100 Einwohner 20 Anschlüsse kamen."),
    ("de", "Naturkatastrophen forderten in Österreich in den Jahren 2005 bis 2009 insgesamt 37 Tote."),
    ("de", "Das Amt gab bekannt, dass die Quote 2018 bei 3,4 Prozent lag."),
    ("mk", "Агенцијата информира дека во 2018 година кај нас имало 20 приклучоци на сто жители."),
    ("mk", "Заводот појасни дека во 2018 година невработеноста изнесувала 20 проценти."),
]
NOT_STATED = [
    ("en", "Exports were 1.46 million tonnes in 2016. Some colleagues say it is forged."),
    ("en", "Exports were 1.46 million tonnes in 2016. The opposition disputes this."),
    ("en", "Women were to have 40 percent of the seats in 2018."),
    ("de", "Die Ausfuhren lagen 2016 bei 1,46 Millionen Tonnen. Manche sagen, das sei gefälscht."),
    ("de", "Die Ausfuhren lagen 2016 bei 1,46 Millionen Tonnen. Die Opposition bestreitet das."),
    ("de", "Die Partei forderte 3 Milliarden Euro."),
    ("mk", "Извозот во 2016 беше 1,46 милиони тони. Некои велат дека тоа е фалсификат."),
    ("mk", "Извозот во 2016 беше 1,46 милиони тони. Опозицијата тоа го негира."),
]


def _is_stated(language: str, said: str) -> bool:
    claim = next(claim for claim in read_text(said, language=language, said=date(2021, 1, 1)).claims if claim.amount)
    return not any(note.kind in NOT_SAID for note in claim.notes)


@pytest.mark.parametrize(("language", "said"), STATED)
def test_what_is_reported_is_stated(language: str, said: str) -> None:
    assert _is_stated(language, said)


@pytest.mark.parametrize(("language", "said"), NOT_STATED)
def test_what_others_dispute_is_not(language: str, said: str) -> None:
    assert not _is_stated(language, said)


NEVER = [
    ("en", "Never forget that 867,000 infants died in 2016.", False),
    ("en", "In 2000 1.8 million of our babies never saw their first birthday.", False),
    ("en", "Between 2000 and 2016 infant deaths never rose.", True),
    ("de", "Vergessen Sie nie, dass die Arbeitslosenquote 2005 bei 11,2 Prozent lag.", False),
    ("de", "Die Arbeitslosenquote ist von 2005 bis 2018 nie gestiegen.", True),
    ("mk", "Никогаш не заборавајте дека невработеноста во 2018 беше 20,7 проценти.", False),
    ("mk", "Невработеноста од 2005 до 2018 никогаш не порасна.", True),
]


@pytest.mark.parametrize(("language", "said", "each"), NEVER)
def test_only_what_never_happened_to_the_figure_is_of_each_year(language: str, said: str, each: bool) -> None:
    claims = read_text(said, language=language).claims
    assert any(trend.kind is TrendKind.EACH for claim in claims for trend in claim.trends) is each


MORE = [
    ("en", "Poland released 306 million tonnes of carbon dioxide in 2017. Three years earlier it had been more."),
    ("en", "There were 4.9 marriages per 1,000 people in 2017; so few had not been seen since reunification."),
    ("de", "2017 gab es 4,9 Eheschließungen je tausend Einwohner. Im Jahr davor waren es mehr gewesen."),
    ("de", "2017 gab es 4,9 Eheschließungen je tausend Einwohner, so wenige gab es seit der Wiedervereinigung nicht."),
    ("mk", "Во 2017 година имало 4,9 бракови на илјада жители. Три години порано беше повеќе."),
    ("mk", "Во 2017 година имало 4,9 бракови на илјада жители. Толку малку немало од осамостојувањето."),
]
NO_MORE = [
    ("en", "More women in politics! In 2017 there were 4.9 marriages per 1,000 people."),
    ("en", "In 2010 it cost 4,667 dollars. By 2019 it was 1,221. Down almost three quarters!"),
    ("de", "Mehr Frauen in die Politik – es geht doch! 2017 gab es 4,9 Eheschließungen je tausend Einwohner."),
    ("mk", "Повеќе жени во политиката! Во 2017 година имало 4,9 бракови на илјада жители."),
    (
        "mk",
        "Во 2017 година имало 4,9 бракови на илјада жители. Операторите најавуваат нови вложувања во оптичката мрежа.",
    ),
]


def _says_more(language: str, said: str) -> bool:
    reading = read_text(said, language=language)
    noted = any(note.kind == "unread-standing" for claim in reading.claims for note in claim.notes)
    return noted or unread_sentence(said, reading.sentences, reading.claims, language) is not None


@pytest.mark.parametrize(("language", "said"), MORE)
def test_a_comparison_that_no_slot_holds_is_told(language: str, said: str) -> None:
    assert _says_more(language, said)


@pytest.mark.parametrize(("language", "said"), NO_MORE)
def test_a_slogan_and_what_was_read_are_no_such_comparison(language: str, said: str) -> None:
    assert not _says_more(language, said)
