"""A remark behind a dash, of whatever make, may deny the figure before it, and is no noun that the figure counts."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of the labour force,DEU,2018,3.38
"""
ABOUT = {"date": "2019-05-01", "place": "DEU"}
SAID = {
    "en": "In 2018 unemployment was 3.4 percent",
    "de": "2018 lag die Arbeitslosenquote bei 3,4 Prozent",
    "mk": "Стапката на невработеност во 2018 беше 3,4 проценти",
}
DENIED = [
    ("en", " - nobody but you says so!"),
    ("en", " -- nobody but the opposition claims so."),
    ("en", " - no one believes it."),
    ("en", "... says who?"),
    ("en", ". Says who?"),
    ("en", " — or so you claim."),
    ("en", ", or so they say."),
    ("en", ". Or so you claim."),
    ("en", " – as only the opposition believes."),
    ("en", " – as you like to pretend."),
    ("en", " – so the opposition imagines."),
    ("en", " – or that's what you would have us believe."),
    ("en", " – if you believe the minister."),
    ("en", " – a claim that nobody shares."),
    ("en", " – where did you get that?"),
    ("en", " – you alone claim it."),
    ("en", " – supposedly."),
    ("de", " – niemand außer Ihnen behauptet das!"),
    ("de", " – so jedenfalls behaupten Sie."),
    ("de", " - das behaupten Sie."),
    ("de", ". Sagt wer?"),
    ("mk", " – никој освен вас не го вели тоа!"),
    ("mk", " – така барем тврдите вие."),
    ("mk", " - никој не верува во тоа."),
]
HELD = [
    ("en", " – nobody but you doubts it."),
    ("en", " – as everybody knows."),
    ("en", " - as the minister told us."),
    ("en", " – so says the statistics office."),
    ("en", " - that is what the figures say."),
    ("en", " – so the minister can be proud."),
    ("en", ", so we can be proud."),
    ("en", " – if you look closely."),
    ("en", ". Who says that reforms fail?"),
    ("en", " - a fact."),
    ("de", " – so sagt es das Statistikamt."),
    ("de", " - wie jeder weiß."),
    ("de", " – das bestreitet niemand."),
    ("mk", " – тоа е факт."),
    ("mk", " – никој не го негира тоа."),
]


@pytest.mark.parametrize(("language", "behind"), DENIED)
def test_what_is_denied_behind_it_is_left_open(said, language, behind):
    answer = said(SAID[language] + behind, language=language)
    assert answer["outcome"] == "undecided", answer["why"]


@pytest.mark.parametrize(("language", "behind"), HELD)
def test_a_remark_that_denies_nothing_leaves_it_supported(said, language, behind):
    answer = said(SAID[language] + (behind if behind[-1] in ".?" else behind + "."), language=language)
    assert answer["outcome"] == "supported", answer["why"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 2018 unemployment was 5.4 percent - nobody says so.", "5.4 percent"),
        ("In 2018 there were 40 dentists - nurses are more.", "40 dentists"),
        ("It was 40 million - people said.", "40 million"),
        ("In 2018 unemployment was 5.4 percent -- jobs came.", "5.4 percent"),
        ("There were 3 - 4 million people here.", "3 - 4 million people"),
        ("In 2018 there were 250 full-time teachers.", "250 full-time teachers"),
    ],
)
def test_a_figure_counts_no_noun_behind_a_hyphen_between_blanks(text, words):
    (claim, *_) = read_text(text).claims
    assert claim.span.cut(text) == words
