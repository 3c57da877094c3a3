"""The occasion on which somebody speaks, and the town of a dispatch, part nothing of what is said."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of the labour force,DEU,2018,3.38
"""
ABOUT = {"date": "2019-05-01"}
EN = "unemployment in Germany was 3.4 percent in 2018"
DE = "die Arbeitslosenquote in Deutschland 2018 bei 3,4 Prozent lag"
MK = "невработеноста во Германија во 2018 година беше 3,4 проценти"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", f"At the Davos summit, the chancellor said {EN}."),
        ("en", f"At a rally in Leipzig, the chancellor said that {EN}."),
        ("en", f"Marking International Women's Day, the minister said {EN}."),
        ("en", f"Ahead of World TB Day, health officials announced that {EN}."),
        ("en", f"In an interview with the Herald, the minister said {EN}."),
        ("en", f"In its annual report, the chamber noted that {EN}."),
        ("de", f"Auf dem Parteitag in Leipzig sagte der Minister, dass {DE}."),
        ("de", f"Im Bundestag erklärte die Ministerin, dass {DE}."),
        ("de", f"Anlässlich des Weltfrauentags teilte das Ministerium mit, dass {DE}."),
        ("de", f"In einem Interview mit dem Spiegel sagte er, dass {DE}."),
        ("mk", f"На самитот во Давос министерот рече дека {MK}."),
        ("mk", f"По повод Денот на жената, министерството соопшти дека {MK}."),
        ("mk", f"Во интервју за Дојче Веле премиерот изјави дека {MK}."),
    ],
)
def test_an_occasion(said, language, words):
    assert said(words, language=language)["outcome"] == "supported"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "At the hospitals of the south, the minister said 3.4 percent in Germany were unemployed in 2018."),
        ("en", f"Among women, the minister said, {EN}."),
        ("en", f"For young people, the minister said at the summit, {EN}."),
        ("en", f"At the summit of women, {EN}."),
        ("de", "Bei den Frauen, sagte der Minister, lag die Arbeitslosenquote in Deutschland 2018 bei 3,4 Prozent."),
        ("mk", f"Кај жените, рече министерот, {MK}."),
    ],
)
def test_a_part_in_that_place(said, language, words):
    assert said(words, language=language)["outcome"] == "undecided"


def test_an_occasion_that_names_a_time_dates_what_is_said(said):
    """The interview dates "last year"."""
    words = "In an interview in 2012, the chancellor said that unemployment in Germany was 3.4 percent last year."
    assert said(words)["outcome"] == "undecided"


@pytest.mark.parametrize(
    ("language", "words", "place"),
    [
        ("en", "BERLIN — Unemployment was 3.4 percent in 2018.", None),
        ("en", "BERLIN (Reuters) — Unemployment was 3.4 percent in 2018.", None),
        ("en", f"OSLO — U{EN[1:]}.", None),
        ("de", "WIESBADEN – Die Arbeitslosenquote lag 2018 bei 3,4 Prozent.", None),
        ("mk", "БЕРЛИН – Невработеноста во 2018 беше 3,4 проценти.", None),
        ("en", "BERLIN — Unemployment was 3.4 percent in 2018.", "DEU"),
    ],
)
def test_a_dateline_is_the_place_of_a_text_that_has_no_other(said, language, words, place):
    assert said(words, language=language, **({"place": place} if place else {}))["outcome"] == "supported"


def test_a_dateline_elsewhere_is_not_the_country_of_the_figure(said):
    assert said("OSLO — Unemployment was 3.4 percent in 2018.")["outcome"] == "undecided"
