"""A few words are of the language that has most of them: its numbers, units and everyday words count where no small word decides."""

from __future__ import annotations

from tests.each import each
from workbench.extract.words.language_guess import guess_language

SAID = {
    "de": (
        "Frankreichs Steuerquote lag 2018 bei 46 Prozent.", "Deutschland verschiffte 2018 700 Tonnen Plastikmüll.",
        "Im Landtag saßen 2018 nur 30 Prozent Frauen.", "Ausländer kauften 2017 fünf Millionen Hektar.",
        "Auf tausend Einwohner kamen 2016 fünf Hochzeiten.", "Dresden hatte 2012 8 Prozent Arbeitslose.",
        "Bielefeld 2012: 15,3 Prozent arbeitslos.", "Die Mieten steigen.", "Hamburg zählte 2012 drei Millionen Besucher.",
    ),
    "en": (
        "Rents in Berlin rose.", "Wages fell.", "Unemployment fell in 2013.", "Hand tools cost more in Wien.",
        "Exports: 12 tonnes.", "In 2013 Angela Merkel won.", "Bundestag: 30 percent women.", "Minus 5 percent.", "GDP: 5 %",
    ),
    "mk": ("Извозот порасна.", "Инфлација: 5 отсто.", "Цените паднаа.", "Скопје 2012: 15 отсто."),
}  # fmt: skip


@each(("language", "said"), [(language, said) for language, listed in SAID.items() for said in listed])
def test_a_few_words_are_of_the_language_that_has_most_of_them(language, said):
    assert guess_language(said) == language
