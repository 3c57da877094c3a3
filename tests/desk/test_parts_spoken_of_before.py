"""A part that a text introduces keeps the figures behind it: a series of the whole neither bears them out nor refutes them.

Each text tells the figures of the whole of a group, a region or a branch that another sentence, a heading or an aside names;
its twins only mention such a group, and are borne out.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

DATA = """series,title,unit,place,time,value
ur,Unemployment rate,% of labour force,MKD,2016,23.7
ur,Unemployment rate,% of labour force,MKD,2018,20.9
le,Life expectancy at birth,years,MKD,2016,75.4
le,Life expectancy at birth,years,MKD,2018,76.1
seats,Proportion of seats held by women in national parliaments,% of seats,MKD,2018,38.3
nurses,Number of nurses per 1 000 inhabitants,per 1 000,MKD,2018,4.2
"""


@pytest.fixture
def word(tmp_path: Path):
    path = tmp_path / "data.csv"
    path.write_text(DATA, "utf-8")
    own_files.cache_clear()
    answer = check_answer((str(path),))

    def outcome(text: str, language: str) -> tuple[str, str]:
        said = answer(Record("1", text, date(2019, 5, 3), "MKD", language=language))
        return str(said["outcome"]), str(said["why"])

    yield outcome
    own_files.cache_clear()


RATE = {
    "en": "In 2016 the unemployment rate was {} percent.",
    "de": "2016 lag die Arbeitslosenquote bei {} Prozent.",
    "mk": "Во 2016 година стапката на невработеност беше {} отсто.",
}
FIGURES = {"en": ("23.7", "31.5"), "de": ("23,7", "31,5"), "mk": ("23,7", "31,5")}
INTRODUCED = [
    ("en", "Let me turn to women.", "women"),
    ("en", "I am speaking only of pensioners.", "pensioners"),
    ("en", "What about young people?", "young people"),
    ("en", "As for the fishermen:", "fishermen"),
    ("en", "This chapter is about migrants.", "migrants"),
    ("en", "I only talk about Bitola.", "Bitola"),
    ("en", "In our town things were grim.", "town"),
    ("en", "Our community has paid a price.", "community"),
    ("en", "Let us look at the leather industry.", "leather"),
    ("en", "Graduates only:", "Graduates"),
    ("en", "Single mothers.", "Single mothers"),
    ("en", "OHRID REGION – OVERVIEW\n", "OHRID REGION"),
    ("en", "Women at work\n\n", "Women"),
    ("en", "And the nurses?", "nurses"),
    ("en", "And our bricklayers?", "bricklayers"),
    ("en", "How about the migrants?", "migrants"),
    ("en", "And how do single parents fare?", "single parents"),
    ("en", "Women?", "Women"),
    ("en", "And our graduates, what of them?", "graduates"),
    ("en", "Now, the disabled.", "disabled"),
    ("en", "Then there are the teachers.", "teachers"),
    ("en", "Take the bakers.", "bakers"),
    ("en", "Our hairdressers, then:", "hairdressers"),
    ("de", "Kommen wir zu den Frauen.", "Frauen"),
    ("de", "Ich spreche nur über die Rentner.", "Rentner"),
    ("de", "Was die Jugendlichen betrifft:", "Jugendlichen"),
    ("de", "Dieser Abschnitt behandelt Zuwanderer.", "Zuwanderer"),
    ("de", "Ich rede hier nur über Bitola.", "Bitola"),
    ("de", "In unserer Stadt war es schlimm.", "Stadt"),
    ("de", "Unsere Gemeinschaft hat bezahlt.", "Gemeinschaft"),
    ("de", "Schauen wir auf die Lederindustrie.", "Lederindustrie"),
    ("de", "Frauen und Arbeit\n\n", "Frauen"),
    ("en", "But what about those with a degree?", "those with a degree"),
    ("en", "And the building trade?", "building trade"),
    ("en", "How is it with the carers?", "carers"),
    ("en", "The carers, for instance.", "carers"),
    ("de", "Und die Bäcker?", "Bäcker"),
    ("de", "Die Kellner zum Beispiel.", "Kellner"),
    ("mk", "Што се случува со келнерите?", "келнерите"),
    ("de", "Wie steht es um die Migranten?", "Migranten"),
    ("de", "Was ist mit den Jungen?", "Jungen"),
    ("de", "Und in der Autoindustrie?", "Autoindustrie"),
    ("de", "Bleiben die Älteren.", "Älteren"),
    ("de", "Dann die Kellner:", "Kellner"),
    ("de", "Unsere Handwerker also:", "Handwerker"),
    ("mk", "Да преминеме на жените.", "жените"),
    ("mk", "А медицинските сестри?", "медицинските сестри"),
    ("mk", "А нашите келнери?", "келнери"),
    ("mk", "Како стојат младите?", "младите"),
    ("mk", "Остануваат постарите.", "постарите"),
    ("mk", "Зборувам само за пензионерите.", "пензионерите"),
    ("mk", "Што се однесува до младите:", "младите"),
    ("mk", "Ова поглавје е посветено на мигрантите.", "мигрантите"),
    ("mk", "Зборувам само за Битола.", "Битола"),
    ("mk", "Во нашиот град беше тешко.", "град"),
    ("mk", "Нашата заедница плати.", "заедница"),
    ("mk", "Да ја земеме кожарската индустрија.", "кожарската"),
    ("mk", "ОХРИДСКИ РЕГИОН – ПРЕГЛЕД\n", "РЕГИОН"),
]


@pytest.mark.parametrize(("language", "lead", "part"), INTRODUCED)
@pytest.mark.parametrize("which", [0, 1], ids=["fits", "differs"])
def test_a_part_that_is_introduced_keeps_the_next_figure_open(word, language, lead, part, which):
    found, why = word(f"{lead} {RATE[language].format(FIGURES[language][which])}", language)
    assert found == "undecided", why


@pytest.mark.parametrize(("language", "lead", "part"), [INTRODUCED[0], INTRODUCED[13], INTRODUCED[22]])
def test_the_reason_names_the_part(word, language, lead, part):
    assert part in word(f"{lead} {RATE[language].format(FIGURES[language][0])}", language)[1]


TAKEN_UP = [
    ("en", "And the nurses? Of those, 23.7 percent were unemployed in 2016."),
    ("en", "The miners have waited long. Their unemployment rate was 23.7 percent in 2016."),
    ("en", "I come from a family of miners. In 2016 23.7 percent of them were unemployed."),
    ("en", "Roma told us their story. In 2016 their life expectancy was 75.4 years. By 2018 it was 76.1."),
    ("en", "Farmers are angry. They had an unemployment rate of 23.7 percent in 2016."),
    ("de", "Die Bergleute haben lange gewartet. Ihre Arbeitslosenquote lag 2016 bei 23,7 Prozent."),
    ("de", "Ich komme aus einer Familie von Bergleuten. 2016 waren 23,7 Prozent von ihnen arbeitslos."),
    ("de", "Die Bauern sind zornig. Bei ihnen lag die Arbeitslosenquote 2016 bei 23,7 Prozent."),
    ("mk", "Рударите долго чекаа. Нивната стапка на невработеност во 2016 беше 23,7 отсто."),
    ("mk", "Јас сум од семејство на рудари. Во 2016 година 23,7 отсто од нив беа невработени."),
    ("mk", "Земјоделците се лути. Кај нив невработеноста во 2016 година беше 23,7 отсто."),
]


@pytest.mark.parametrize(("language", "text"), TAKEN_UP)
def test_people_whom_a_pronoun_takes_up_keep_it_open(word, language, text):
    found, why = word(text, language)
    assert found == "undecided", why


TOLD_BEHIND = [
    ("en", "I am speaking of women, of course."),
    ("en", "And that is only among young men."),
    ("de", "Ich spreche wohlgemerkt von Frauen."),
    ("de", "Das gilt nur für junge Männer."),
    ("mk", "Зборувам за жените, се разбира."),
    ("mk", "Тоа важи само за младите мажи."),
]


@pytest.mark.parametrize(("language", "behind"), TOLD_BEHIND)
def test_a_part_that_is_told_right_behind_keeps_it_open(word, language, behind):
    found, why = word(f"{RATE[language].format(FIGURES[language][0])} {behind}", language)
    assert found == "undecided", why


ASIDE = [
    ("en", "The unemployment rate – and here I mean women – was 23.7 percent in 2016."),
    ("de", "Die Arbeitslosenquote – gemeint sind nur Frauen – lag 2016 bei 23,7 Prozent."),
    ("mk", "Невработеноста – мислам само на жените – во 2016 година беше 23,7 отсто."),
]


@pytest.mark.parametrize(("language", "text"), ASIDE)
def test_a_part_in_an_aside_keeps_it_open(word, language, text):
    assert word(text, language)[0] == "undecided"


MENTIONED = [
    ("en", "Dear women and men,"),
    ("en", "Dear teachers!"),
    ("en", "My thanks go to the nurses."),
    ("en", "The women's minister spoke first."),
    ("en", "I talked to farmers yesterday."),
    ("en", "Young people know it well."),
    ("en", "Children need parents who work."),
    ("en", "I won't speak about women today."),
    ("en", "The head of the farmers' association gave figures."),
    ("en", "Let me turn to the labour market."),
    ("en", "Labour market."),
    ("en", "I only talk about facts."),
    ("en", "And North Macedonia?"),
    ("en", "And unemployment?"),
    ("en", "And the figures?"),
    ("en", "And who pays?"),
    ("en", "And the last years?"),
    ("en", "And your promises?"),
    ("en", "Then there are the facts."),
    ("en", "Who remembers the miners?"),
    ("en", "What about people in this country?"),
    ("en", "And the international community?"),
    ("en", "How is that possible?"),
    ("en", "The figures, for instance."),
    ("en", "Any questions?"),
    ("de", "Liebe Frauen und Männer,"),
    ("de", "Sehr geehrte Lehrerinnen und Lehrer!"),
    ("de", "Ich danke den Pflegekräften."),
    ("de", "Die Frauenministerin sprach zuerst."),
    ("de", "Gestern habe ich Bauern getroffen."),
    ("de", "Der Lehrerverband nannte Zahlen."),
    ("de", "Kommen wir zur Wirtschaft."),
    ("de", "Und die Zahlen?"),
    ("de", "Und die Regierung?"),
    ("de", "Und die Arbeitslosenquote?"),
    ("de", "Und die Menschen im Land?"),
    ("de", "Und die Lage?"),
    ("mk", "Драги жени и мажи,"),
    ("mk", "А бројките?"),
    ("mk", "А владата?"),
    ("mk", "А причините?"),
    ("mk", "А невработеноста?"),
    ("mk", "Почитувани учители!"),
    ("mk", "Им благодарам на медицинските сестри."),
    ("mk", "Вчера разговарав со земјоделци."),
    ("mk", "Здружението на пензионери излезе со бројки."),
    ("mk", "Зборувам за факти."),
]


@pytest.mark.parametrize(("language", "lead"), MENTIONED)
def test_a_mention_introduces_nothing(word, language, lead):
    rate = RATE[language].format(FIGURES[language][0])
    found, why = word(f"{lead} {rate[0].lower() + rate[1:] if lead.endswith(',') else rate}", language)
    assert found == "supported", why


ENDED = [
    ("en", "Let me turn to women. For the country as a whole the unemployment rate was 23.7 percent in 2016."),
    ("de", "Kommen wir zu den Frauen. Insgesamt lag die Arbeitslosenquote 2016 bei 23,7 Prozent."),
    ("mk", "Да преминеме на жените. На ниво на државата стапката на невработеност во 2016 беше 23,7 отсто."),
    ("en", "Let me turn to women.\n\nIn 2016 the unemployment rate was 23.7 percent."),
]


@pytest.mark.parametrize(("language", "text"), ENDED)
def test_the_whole_is_spoken_of_again(word, language, text):
    found, why = word(text, language)
    assert found == "supported", why


COUNTED = [
    ("en", "Let me turn to women. In 2018 their share of the seats in the national parliament was 38.3 percent."),
    ("en", "Now to nurses. In 2018 there were 4.2 of them for every 1,000 inhabitants."),
]


@pytest.mark.parametrize(("language", "text"), COUNTED)
def test_a_part_that_the_series_counts_is_its_own(word, language, text):
    assert "apart" not in word(text, language)[1]
