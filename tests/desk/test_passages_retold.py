"""A passage says in several sentences, or in an order of its own, what one plain sentence says, and is decided like that one."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,geo,period,value
u,Unemployment rate,percent,ESP,2009,17.9
u,Unemployment rate,percent,ESP,2010,19.9
u,Unemployment rate,percent,ESP,2011,21.4
u,Unemployment rate,percent,ESP,2012,24.8
u,Unemployment rate,percent,ITA,2009,7.7
u,Unemployment rate,percent,ITA,2010,8.4
u,Unemployment rate,percent,ITA,2011,8.4
u,Unemployment rate,percent,ITA,2012,10.7
u,Unemployment rate,percent,GRC,2009,9.6
u,Unemployment rate,percent,GRC,2010,12.7
u,Unemployment rate,percent,GRC,2011,17.9
u,Unemployment rate,percent,GRC,2012,24.5
a,Asylum applications,application,ESP,2009,3000
a,Asylum applications,application,ESP,2012,2400
a,Asylum applications,application,ITA,2009,2000
a,Asylum applications,application,ITA,2012,6000
"""
ABOUT = {"date": "2014-05-06"}

ASKED = {
    "en": (
        "What was the unemployment rate in Spain in 2012? It was 24.8 percent.",
        "“How high was the unemployment rate in Spain in 2012?” “The answer is 24.8 percent.”",
        "Where was the unemployment rate higher in 2011, in Spain or in Italy? In Spain.",
        "Which of the three countries, Italy, Spain or Greece, had the highest unemployment rate in 2012? Spain.",
        "How much did asylum applications in Spain fall from 2009 to 2012? By 20 percent.",
        "The unemployment rate in Spain in 2012: more or less than 20 percent? More.",
        "We compared three countries: Italy, Greece and Spain. In 2012, the unemployment rate was highest in the last of them.",
        "Was it Italy? No. Was it Greece? No. Of the three, it was in Spain that the unemployment rate was highest in 2012.",
    ),
    "de": (
        "Wie hoch war die Arbeitslosenquote in Spanien 2012? Es waren 24,8 Prozent.",
        "Die Arbeitslosenquote in Spanien im Jahr 2012: mehr oder weniger als 20 Prozent? Antwort: mehr.",
        "Wo war die Arbeitslosenquote 2011 höher, in Spanien oder in Italien? In Spanien.",
        "In welchem der drei Länder, Italien, Spanien oder Griechenland, war die Arbeitslosenquote 2012 am höchsten? In Spanien.",
        "Um wie viel sanken die Asylanträge in Spanien von 2009 bis 2012? Um 20 Prozent.",
        "Weder in Italien noch in Griechenland, sondern in Spanien war die Arbeitslosenquote 2012 am höchsten.",
    ),
    "mk": (
        "Колкава беше стапката на невработеност во Шпанија во 2012 година? Одговор: 24,8 отсто.",
        "Стапката на невработеност во Шпанија во 2012 година: повеќе или помалку од 20 отсто? Одговор: повеќе.",
        "За колку се намалија барањата за азил во Шпанија од 2009 до 2012 година? За 20 отсто.",
        "Каде беше повисока стапката на невработеност во 2011 година, во Шпанија или во Италија? Одговорот е: во Шпанија.",
        "Шпанија, Италија или Грција: каде во 2012 година беше измерена највисоката стапка за стапката на невработеност? Одговор: во Шпанија.",
    ),
}
FIGURE_FIRST = {
    "en": (
        "Minus 20 percent from 2009 to 2012: asylum applications in Spain.",
        "Over 24 percent! That is where the unemployment rate in Spain stood in 2012!",
        "Tripled! That is what happened to asylum applications in Italy between 2009 and 2012.",
        "17.9 percent in 2009, 24.8 percent in 2012: that was the unemployment rate in Spain.",
    ),
    "de": (
        "Minus 20 Prozent! So haben sich die Asylanträge in Spanien von 2009 bis 2012 entwickelt.",
        "Mehr als 24 Prozent, Leute! So hoch war die Arbeitslosenquote in Spanien 2012.",
        "17,9 Prozent im Jahr 2009, 24,8 Prozent im Jahr 2012: Das war die Arbeitslosenquote in Spanien.",
    ),
    "mk": (
        "За 20 отсто се намалија барањата за азил во Шпанија меѓу 2009 и 2012 година!",
        "Повеќе од 24 отсто! Толку изнесуваше стапката на невработеност во Шпанија во 2012 година.",
        "2009 година – 17,9 отсто, 2012 година – 24,8 отсто! Стапката на невработеност во Шпанија.",
    ),
}
HEADED = {
    "en": (
        "Asylum applications, Spain, change from 2009 to 2012: minus 20 percent.",
        "2009 to 2012, Spain: the unemployment rate up every year.",
        "Unemployment rate, 2012. Countries compared: Italy, Spain, Greece. Highest value: Spain.",
        "Unemployment rate, 2012: Spain, 24.8 percent; Italy, 10.7 percent. The value for Spain is the higher of the two.",
    ),
    "de": (
        "Asylanträge in Spanien, 2012 gegenüber 2009: minus 20 Prozent.",
        "Arbeitslosenquote in Spanien. Berichtsjahr: 2012. Wert: 24,8 Prozent.",
        "Arbeitslosenquote, 2012: in Spanien 24,8 Prozent, in Italien 10,7 Prozent; damit in Spanien höher als in Italien.",
    ),
    "mk": ("Барања за азил, Шпанија: промена во 2012 во однос на 2009 година – пад од 20 отсто.",),
}
ELSEWHERE = {
    "en": (
        "My example is Spain. The unemployment rate rose every year. The years I mean are 2009 to 2012.",
        "Take the year 2012. The unemployment rate exceeded 24 percent. I am speaking of Spain.",
        "My subject is Spain. The unemployment rate went from 17.9 to 24.8 percent. The first figure is for 2009, the second for 2012.",
        "In 2009 few people in Italy cared. By 2012, asylum applications there had tripled compared with that year.",
    ),
    "de": (
        "Die Arbeitslosenquote in Spanien ist seit 2009 gestiegen. Damals waren es 17,9 Prozent, 2012 schon 24,8 Prozent.",
        "Das Jahr 2012 war in Spanien schwierig. Die Arbeitslosenquote war so hoch wie seit 2009 nicht mehr.",
        "Reden wir über die Arbeitslosenquote. Das Land: Spanien, das Jahr: 2012. In der Statistik stehen 24,8 Prozent.",
    ),
    "mk": (
        "Што се случи со стапката на невработеност во Шпанија? Се зголеми: од 17,9 отсто во 2009 година на 24,8 отсто во 2012 година.",
        "Прво 2009 година: 17,9 отсто. Потоа 2012 година: 24,8 отсто. Двата податока се однесуваат на стапката на невработеност во Шпанија.",
    ),
}
SAID = [
    (language, text)
    for family in (ASKED, FIGURE_FIRST, HEADED, ELSEWHERE)
    for language in family
    for text in family[language]
]


@pytest.mark.parametrize(("language", "text"), SAID)
def test_borne_out(said, language, text):
    """What one plain sentence says is the same in a question with its answer, behind its figure, in a heading, or apart."""
    assert said(text, language=language)["outcome"] == "supported"


WRONG = [
    ("en", "What was the unemployment rate in Spain in 2012? It was 17.9 percent."),
    ("en", "Where was the unemployment rate higher in 2011, in Spain or in Italy? In Italy."),
    ("en", "Plus 20 percent from 2009 to 2012: asylum applications in Spain."),
    ("en", "My subject is Spain. The unemployment rate went from 17.9 to 24.8 percent. The first figure is for 2012, the second for 2009."),
    ("en", "Unemployment rate, 2012: Spain, 24.8 percent; Italy, 10.7 percent. The value for Italy is the higher of the two."),
    ("de", "Plus 20 Prozent! So haben sich die Asylanträge in Spanien von 2009 bis 2012 entwickelt."),
    ("de", "Die Arbeitslosenquote in Spanien im Jahr 2012: mehr oder weniger als 20 Prozent? Antwort: weniger."),
    ("de", "Wo war die Arbeitslosenquote 2011 höher, in Spanien oder in Italien? In Italien."),
    ("mk", "За 20 отсто пораснаа барањата за азил во Шпанија меѓу 2009 и 2012 година!"),
    ("mk", "Каде беше повисока стапката на невработеност во 2011 година, во Шпанија или во Италија? Одговорот е: во Италија."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"), WRONG, ids=map(str, range(len(WRONG)))
)  # the table is named after the test
def test_refuted(said, language, text):
    """The way, the answer and the order of the figures are read with the rest."""
    assert said(text, language=language)["outcome"] == "contradicted"


NOT_SAID = [
    # denied, wished, planned or doubted beside it
    ("en", "It is a lie: minus 20 percent from 2009 to 2012: asylum applications in Spain."),
    ("en", "If only! Minus 20 percent from 2009 to 2012: asylum applications in Spain."),
    ("en", "Our aim: minus 20 percent from 2009 to 2012: asylum applications in Spain."),
    ("en", "Comparing 2012 with 2009, nobody records a fall of 20 percent in asylum applications in Spain."),
    ("en", "Over 24 percent! That is where the unemployment rate in Spain will stand in 2012!"),
    ("de", "Eine Lüge: Minus 20 Prozent! So haben sich die Asylanträge in Spanien von 2009 bis 2012 entwickelt."),
    ("de", "Unser Ziel: Asylanträge in Spanien, 2012 gegenüber 2009: minus 20 Prozent."),
    ("mk", "Лага: за 20 отсто се намалија барањата за азил во Шпанија меѓу 2009 и 2012 година!"),
    ("mk", "Нашата цел: за 20 отсто се намалија барањата за азил во Шпанија меѓу 2009 и 2012 година!"),
    # an answer that is none, or is of something else
    ("en", "What was the unemployment rate in Spain in 2012? Not 24.8 percent."),
    ("en", "What was the unemployment rate in Spain in 2012? It will be 24.8 percent."),
    ("en", "Where was the unemployment rate higher in 2011, in Spain or in Italy? Not in Spain."),
    ("en", "Where was the unemployment rate higher in 2011, in Spain or in Italy? In the north of Spain."),
    ("en", "Was it Italy? No. Was it Greece? Yes. Of the three, it was in Spain that the unemployment rate was highest in 2012."),
    ("de", "Wie hoch war die Arbeitslosenquote in Spanien 2012? Es waren nie 24,8 Prozent."),
    ("de", "Die Arbeitslosenquote in Spanien im Jahr 2012: mehr oder weniger als 20 Prozent? Antwort: mehr bei den Frauen."),
    ("mk", "Колкава беше стапката на невработеност во Шпанија во 2012 година? Одговор: не 24,8 отсто."),
    ("en", "We compared three countries: Italy, Spain and Greece. In 2012, the unemployment rate was highest in the last of them."),
    ("en", "How much did asylum applications of women in Spain fall from 2009 to 2012? By 20 percent."),
    ("en", "How much should asylum applications in Spain fall from 2009 to 2012? By 20 percent."),
    # a part of the people or of the country
    ("en", "Over 24 percent! That is where the unemployment rate of women in Spain stood in 2012!"),
    ("en", "Unemployment rate among the young, 2012. Countries compared: Italy, Spain, Greece. Highest value: Spain."),
    ("de", "Mehr als 24 Prozent, Leute! So hoch war die Arbeitslosenquote der Frauen in Spanien 2012."),
    ("mk", "Повеќе од 24 отсто! Толку изнесуваше стапката на невработеност на жените во Шпанија во 2012 година."),
    # another country, another time, or what is not said of the figures
    ("en", "My example is Spain. The unemployment rate rose every year. The years I mean are not 2009 to 2012."),
    ("en", "Take the year 2012. The unemployment rate exceeded 24 percent. I am speaking of Spain and of Italy."),
    ("en", "My subject is Spain. The unemployment rate went from 17.9 to 24.8 percent. The first figure is an estimate for 2009, the second for 2012."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOT_SAID)
def test_left_open(said, language, text):
    """A denial, a plan, another group, place or time beside the parts of a passage leaves it open."""
    assert said(text, language=language)["outcome"] != "supported"
