"""Whom a pronoun stands for is whom the figure is about: "The private sector does its share. In 2016 it spent 2.9 percent"."""

from __future__ import annotations

from tests.compare.test_subjects_before_asides import RESEARCH
from tests.each import each
from tests.match.outcomes import LATER, outcome_of_claim
from workbench.core.period import year
from workbench.extract import read_text

BEFORE = {
    "en": ("{} does its share. ", "Take a look at {}. ", "As for {}, ", "{} does its share: ", "You all know {}. "),
    "de": ("{} tut das Ihre. ", "{} tut das Ihre: "),
    "mk": ("{} го прави своето. ", "{} го прави своето: "),
}
SPENT = {
    "en": "in 2016 {} spent 2.9 percent of GDP on research.",
    "de": "2016 gab {} 2,9 Prozent des BIP für Forschung aus.",
    "mk": "во 2016 {} потроши 2,9 отсто од БДП за истражување.",
}
OTHERS = {
    "en": (("the private sector", "it"), ("the medical profession", "it"), ("our firms", "they")),
    "de": (("die Ärzteschaft", "sie"), ("der Maschinenbau", "er")),
    "mk": (("приватниот сектор", "тој"), ("фармацевтската индустрија", "таа")),
}
WHOLE = {
    "en": (("Germany", "it"), ("our country", "it")),
    "de": (("Deutschland", "es"), ("unser Land", "es")),
    "mk": (("Германија", "таа"), ("нашата земја", "таа")),
}


def told(table: dict[str, tuple[tuple[str, str], ...]]) -> list[tuple[str, str]]:
    rows = []
    for language, frames in BEFORE.items():
        for frame in frames:
            for who, pronoun in table[language]:
                words = frame.format(who) + SPENT[language].format(pronoun)
                rows.append((language, words[0].upper() + words[1:]))
    return rows


def outcome_of_last(text: str, language: str) -> str:
    claim = read_text(text, language=language, said=LATER, place="DEU").claims[-1]
    return outcome_of_claim(claim, RESEARCH, {year(2016): "2.9"})


@each("language, text", told(OTHERS))
def test_the_figure_of_all_does_not_bear_out_what_a_pronoun_says_of_some(language, text):
    """The private sector does its share. In 2016 it spent 2.9 percent of GDP on research: all together did."""
    assert outcome_of_last(text, language) == "undecided"


@each("language, text", told(WHOLE))
def test_a_pronoun_for_the_country_leaves_the_figure_of_all(language, text):
    """Germany does its share. In 2016 it spent 2.9 percent of GDP on research: it did."""
    assert outcome_of_last(text, language) == "supported"


@each(
    "text",
    (
        "The debate is over. In 2016 Germany spent 2.9 percent of GDP on research.",
        "My friends are proud. We spent 2.9 percent of GDP on research in 2016.",
    ),
)
def test_without_a_pronoun_the_sentence_before_parts_nothing(text):
    """The debate is over. In 2016 Germany spent 2.9 percent of GDP on research: it did, whatever the debate was."""
    assert outcome_of_last(text, "en") == "supported"
