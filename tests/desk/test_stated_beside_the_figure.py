"""The right figure of the whole, told with words beside it that make it another one: the outcome stays open.

The words stand outside the clause of the figure: a phrase between pauses, a heading, a condition, a shorter or longer
time, a sentence before or behind it. What is only remarked beside a figure leaves it decided.
"""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobs,Unemployment rate,% of the labour force,SVN,2014,9.7
jobs,Unemployment rate,% of the labour force,SVN,2015,9.0
jobs,Unemployment rate,% of the labour force,SVN,2016,8.0
"""

ABOUT = {"date": "2018-05-17"}

BESIDE = {
    "en": (
        "In our trade, the unemployment rate in Slovenia was 9 percent in 2015.",
        "The unemployment rate in Slovenia was 9 percent in 2015, in our trade.",
        "Among those who never finished school, the unemployment rate in Slovenia was 9 percent in 2015.",
        "Outside the towns, the unemployment rate in Slovenia was 9 percent in 2015.",
        "Going by the rolls of the coast guard, the unemployment rate in Slovenia was 9 percent in 2015.",
        "Unemployment rate, Slovenia (native-born, 2015): 9 percent.",
        "Hill villages, Slovenia, 2015: unemployment rate 9 percent.",
        "Our members: unemployment rate in Slovenia in 2015: 9 percent.",
        "Add the trainees and the unemployment rate in Slovenia was 9 percent in 2015.",
        "If you leave out the seasonal hands, the unemployment rate in Slovenia was 9 percent in 2015.",
        "The unemployment rate in Slovenia was 9 percent in 2015, and this covers only the coast.",
        "We looked at the mining towns. There, the unemployment rate in Slovenia was 9 percent in 2015.",
        "The union asked its members and got this: unemployment rate in Slovenia in 2015, 9 percent.",
        "In the worst month of 2015 the unemployment rate in Slovenia was 9 percent.",
        "For one week in 2015, the unemployment rate in Slovenia was 9 percent.",
        "The five-year average of the unemployment rate in Slovenia was 9 percent in 2015.",
        "The early estimate of the unemployment rate in Slovenia, for 2015: 9 percent.",
        "By our own calculations, the unemployment rate in Slovenia was 9 percent in 2015.",
        "They want us to believe that the unemployment rate in Slovenia was 9 percent in 2015.",
        "It is far from true that the unemployment rate in Slovenia was 9 percent in 2015.",
        "The unemployment rate in Slovenia was 9 percent in 2015, he lied.",
        "The unemployment rate in Slovenia was 9 percent in 2015 – no, sorry, I was reading from the sheet for the ports.",
        "The unemployment rate in Slovenia was 9 percent in 2015. The party has withdrawn it since.",
        "The unemployment rate in Slovenia was 9 percent in 2015. Mind you, that is only for the two big towns.",
        "Sure! The unemployment rate in Slovenia was 9 percent in 2015, and I am the king of France.",
    ),
    "de": (
        "In unserer Zunft lag die Arbeitslosenquote in Slowenien 2015 bei 9 Prozent.",
        "Die Arbeitslosenquote in Slowenien lag 2015 bei 9 Prozent, zumindest am linken Ufer.",
        "Zählt man die Pendler dazu, lag die Arbeitslosenquote in Slowenien 2015 bei 9 Prozent.",
        "Betrachtet man die Fischerorte, lag die Arbeitslosenquote in Slowenien 2015 bei 9 Prozent.",
        "Bergdörfer, Slowenien, 2015: Arbeitslosenquote 9 Prozent.",
        "Unsere Mitglieder: Arbeitslosenquote in Slowenien 2015 9 Prozent.",
        "Die Studie besuchte vier Hafenstädte. In ihnen lag die Arbeitslosenquote in Slowenien 2015 bei 9 Prozent.",
        "Im schlimmsten Monat 2015 lag die Arbeitslosenquote in Slowenien bei 9 Prozent.",
        "Die Hochrechnung für die Arbeitslosenquote in Slowenien 2015: 9 Prozent.",
        "Man will uns weismachen, die Arbeitslosenquote in Slowenien habe 2015 bei 9 Prozent gelegen.",
        "Die Arbeitslosenquote in Slowenien lag 2015 bei 9 Prozent – ach nein, Verzeihung, das war die Zeile für die Küste.",
        "Die Arbeitslosenquote in Slowenien lag 2015 bei 9 Prozent. Den Satz hat er zurückgezogen.",
        "Klar, die Arbeitslosenquote in Slowenien lag 2015 bei 9 Prozent, und ich bin der Papst.",
    ),
    "mk": (
        "Во нашиот занает, стапката на невработеност во Словенија во 2015 година беше 9 проценти.",
        "Стапката на невработеност во Словенија во 2015 година беше 9 проценти, барем долж брегот.",
        "Кога ќе се додадат печалбарите, стапката на невработеност во Словенија во 2015 година беше 9 проценти.",
        "Планински општини, Словенија, 2015 година: стапка на невработеност 9 проценти.",
        "Обиколивме три рударски села. Таму стапката на невработеност во Словенија во 2015 година беше 9 проценти.",
        "Синдикатот ги праша своите членови: стапката на невработеност во Словенија во 2015 година беше 9 проценти.",
        "Во најлошиот месец од 2015 година стапката на невработеност во Словенија беше 9 проценти.",
        "Првата проценка за стапката на невработеност во Словенија во 2015 година: 9 проценти.",
        "Сакаат да веруваме дека стапката на невработеност во Словенија во 2015 година беше 9 проценти.",
        "Стапката на невработеност во Словенија во 2015 година беше 9 проценти, а јас сум папата.",
    ),
}

REMARKED = {
    "en": (
        "At the worst point of the crisis, in 2015, the unemployment rate in Slovenia was 9 percent.",
        "In fact, the unemployment rate in Slovenia was 9 percent in 2015.",
        "For example, in 2015, the unemployment rate in Slovenia was 9 percent.",
        "(Applause from the benches.) In 2015, the unemployment rate in Slovenia was 9 percent.",
        "The unemployment rate in Slovenia was 9 percent in 2015, colleagues.",
        "The unemployment rate in Slovenia was 9 percent in 2015, thanks to the reforms.",
        "This month the office published it: in 2015, the unemployment rate in Slovenia was 9 percent.",
    ),
    "de": (
        "Zum Nachdenken: 2015 lag die Arbeitslosenquote in Slowenien bei 9 Prozent.",
        "(Zwischenruf) Die Arbeitslosenquote in Slowenien lag 2015 bei 9 Prozent, Herr Kollege.",
        "Im Durchschnitt des Jahres 2015 lag die Arbeitslosenquote in Slowenien bei 9 Prozent.",
    ),
    "mk": (
        "За размислување: стапката на невработеност во Словенија во 2015 година беше 9 проценти.",
        "Стапката на невработеност во Словенија во 2015 година беше 9 проценти, колеги.",
    ),
}


@pytest.mark.parametrize(("language", "text"), [(key, text) for key, texts in BESIDE.items() for text in texts])
def test_words_beside_a_figure_leave_it_open(said, language: str, text: str):
    """“In our trade, the unemployment rate was 9 percent”: the figure of all settles nothing."""
    assert said(text, language=language)["outcome"] == "undecided"


@pytest.mark.parametrize(("language", "text"), [(key, text) for key, texts in REMARKED.items() for text in texts])
def test_what_is_only_remarked_changes_nothing(said, language: str, text: str):
    """“In fact, the unemployment rate was 9 percent, colleagues”: it was."""
    assert said(text, language=language)["outcome"] == "supported"
