"""Two places with a figure each, and which of them is said to have more: the figures may be right and that be wrong."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
rent,Average rent,euros,MLT,2016,640
rent,Average rent,euros,ESP,2016,580
rent,Average rent,euros,MLT,2015,610
rent,Average rent,euros,ESP,2015,660
jobs,Unemployment rate,%,MLT,2016,4.7
jobs,Unemployment rate,%,ESP,2016,19.6
jobs,Unemployment rate,%,MLT,2015,5.4
jobs,Unemployment rate,%,ESP,2015,22.1
"""
ABOUT = {"date": "2017-06-01"}

SAID = [
    # the language, what is said of A and B with their figures, where A has less than B
    ("en", "Unemployment rate in 2016: lower in {A} ({a} percent) than in {B} ({b} percent)"),
    ("en", "In 2016 the unemployment rate was {b} percent in {B}, but just {a} percent in {A}."),
    ("en", "While the unemployment rate was {b} percent in {B} in 2016, in {A} it was only {a} percent."),
    ("en", "In 2016 the unemployment rate was {b} percent in {B} and {a} percent in {A}, so {A} had the lower rate."),
    ("en", "In 2016 the unemployment rate was {a} percent in {A}, higher in {B} ({b} percent)."),
    ("en", "Compared with {B}, the unemployment rate was lower in {A} in 2016."),
    ("en", "In 2016 the unemployment rate was higher in {B} compared to {A}."),
    ("de", "Niedriger war die Arbeitslosenquote 2016 in {A} ({a} Prozent), höher in {B} ({b} Prozent)."),
    (
        "de",
        "Die Arbeitslosenquote lag 2016 in {A} mit {a} Prozent der Erwerbspersonen niedriger als in {B} mit {b} Prozent.",
    ),
    ("de", "Während die Arbeitslosenquote 2016 in {B} {b} Prozent betrug, waren es in {A} lediglich {a} Prozent."),
    ("de", "Verglichen mit {B} war die Arbeitslosenquote 2016 in {A} niedriger."),
    ("de", "Im Vergleich zu {A} lag die Arbeitslosenquote 2016 in {B} höher."),
    ("de", "2016 war die Arbeitslosenquote in {A} geringer als in {B}."),
    ("mk", "Во споредба со {B}, невработеноста во 2016 година беше пониска во {A}."),
    ("mk", "Во 2016 година невработеноста во {B} изнесуваше {b} проценти, а во {A} помалку – {a} проценти."),
    ("mk", "Невработеноста во 2016 година беше повисока во {B} ({b} проценти) отколку во {A} ({a} проценти)."),
    ("mk", "Додека невработеноста во 2016 година во {B} беше {b} проценти, во {A} беше само {a} проценти."),
]
NAMES = {"en": ("Malta", "Spain"), "de": ("Malta", "Spanien"), "mk": ("Малта", "Шпанија")}


def filled(language: str, text: str, *, turned: bool) -> str:
    (malta, spain), comma = NAMES[language], "." if language == "en" else ","
    few, many = f"4{comma}7", f"19{comma}6"
    a, b = ((spain, many), (malta, few)) if turned else ((malta, few), (spain, many))
    return text.format(A=a[0], a=a[1], B=b[0], b=b[1])


@pytest.mark.parametrize(("language", "text"), SAID)
def test_the_order_of_two_places_is_held_against_the_figures_too(said, language, text):
    assert said(filled(language, text, turned=False), language=language)["outcome"] == "supported"
    assert said(filled(language, text, turned=True), language=language)["outcome"] == "contradicted"


OPEN = [
    ("en", "In 2016 the unemployment rate was 4.7 percent in Malta, not lower in Spain: 19.6 percent."),
    ("en", "Compared with Spain, the unemployment rate of women was lower in Malta in 2016."),
    ("en", "Compared with Spain in 2015, the unemployment rate in 2016 was lower in Malta."),
    ("en", "Compared with Spain, the unemployment rate should be lower in Malta in 2016."),
    ("de", "Verglichen mit Spanien sollte die Arbeitslosenquote 2016 in Malta niedriger sein."),
    ("de", "Verglichen mit Spanien 2015 war die Arbeitslosenquote 2016 in Malta niedriger."),
    ("de", "Verglichen mit Spaniens Frauen war die Arbeitslosenquote 2016 in Malta niedriger."),
    ("mk", "Во споредба со Шпанија, невработеноста кај жените во 2016 година беше пониска во Малта."),
    ("de", "Die Arbeitslosenquote war 2016 in Malta (4,7 Prozent) nicht niedriger als in Spanien (19,6 Prozent)."),
    (
        "mk",
        "Невработеноста кај жените во 2016 година беше пониска во Малта (4,7 проценти) отколку во Шпанија (19,6 проценти).",
    ),
]


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_what_is_denied_wished_or_said_of_others_is_not_supported(said, language, text):
    assert said(text, language=language)["outcome"] != "supported"


def test_a_figure_in_brackets_is_that_of_the_place_before_it(said):
    """Rents were higher in Malta (640 euros) than in Spain (580 euros)."""
    told = "In 2016 the average rent was higher in Malta ({} euros) than in Spain ({} euros)."
    assert said(told.format(640, 580))["outcome"] == "supported"
    assert said(told.format(640, 640))["outcome"] != "supported"


def test_another_measure_is_not_compared(said):
    """Only 4.7 percent were out of work in Malta, and the rent was 580 euros in Spain."""
    told = "In 2016 the unemployment rate was only 4.7 percent in Malta, while the average rent was 580 euros in Spain."
    assert said(told)["outcome"] == "supported"
