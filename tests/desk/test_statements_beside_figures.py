"""What a sentence states beside its figure must hold too, or the figure does not bear it out."""

from __future__ import annotations

from itertools import product

import pytest

DATA = """series,title,unit,place,time,value
tea,Tea exports,tonnes,KEN,2015,443
tea,Tea exports,tonnes,KEN,2016,480
tea,Tea exports,tonnes,KEN,2017,415
tea,Tea exports,tonnes,LKA,2017,289
tea,Tea exports,tonnes,IND,2017,700
tea,Tea exports,tonnes,CHN,2017,355
"""

SAYS = {
    "en": "In 2017 Kenya exported 415 tonnes of tea{}.",
    "de": "Kenia exportierte 2017 415 Tonnen Tee{}.",
    "mk": "Во 2017 година Кенија извезе 415 тони чај{}.",
}
FALSE = {
    "en": [
        ", the most since 2014",
        ", the highest figure since the turn of the century",
        ", the only country to sell that many",
        ", more than India and more than China",
        ", fewer than China but more than India",
        ", and nobody else sold as many",
        ", second only to China",
        ", more than India",
        ", the larger share of the two",
        " – no other country sold so many",
        ", where India had a longer coast and the bigger ships",
        ", a record high",
        ", more cheaply than anybody else",
        ", undercutting even India",
        ", outselling both India and China",
        ", further away than all the others",
        ", its best year in history",
        " – never had it sold so much abroad",
        ". This applies to black tea only",
        ". And in 2016? Fewer! Fewer tonnes, and nobody minded",
        ". More tea every year",
    ],
    "de": [
        ", so viel wie seit 2014 nicht mehr",
        ", den höchsten Wert seit der Jahrhundertwende",
        " – als einziges Land auf der Welt",
        ", mehr als Indien und mehr als China",
        ", weniger als China, aber mehr als Indien",
        ", so viel wie kein anderes Land",
        ", mehr als Indien",
        " und damit die größere Menge",
        ", ein Rekordhoch",
        ", billiger als jeder andere",
        ", teurer als alle übrigen",
        " und überholte damit Indien",
        ", sein bestes Jahr seit der Unabhängigkeit",
        "; noch nie hatte es so viel verkauft",
        ". Das gilt nur für schwarzen Tee",
        ". Und 2016? Weniger! Weniger Tee, und keinen kümmerte es",
    ],
    "mk": [
        ", највисока вредност од 2014 година",
        ", единствена земја во светот",
        "; никогаш не извезла толку",
        ". Тоа важи само за црниот чај",
        ", повеќе од Индија и повеќе од Кина",
        ", помалку од Кина, а повеќе од Индија",
        ", колку ниту една друга земја",
        ", повеќе отколку Индија",
        ", поголемата количина од двете",
        ", поевтино од кој било друг",
        ". А во 2016? Помалку! Помалку чај, и никому ништо",
        " и ги надмина сите други",
    ],
}
PLAIN = {
    "en": [
        "",
        ", ahead of the summer",
        ", at least on paper",
        ", the only way to pay for the roads",
        ", for the most part",
        ". More about it tomorrow",
    ],
    "de": ["", ", wenigstens auf dem Papier", ", der einzige Weg", ". Mehr dazu morgen"],
    "mk": ["", ", барем на хартија", ", така барем велат", ". Повеќе за тоа утре"],
}


ABOUT = {"date": "2018-07-08", "place": "KEN"}


@pytest.mark.parametrize("language", sorted(SAYS))
def test_a_figure_that_fits_does_not_bear_out_what_else_is_said(said, language):
    """Each addition is false, whether or not it can be worked out."""
    for added in FALSE[language]:
        answer = said(SAYS[language].format(added), language=language)
        assert answer["outcome"] != "supported", added


@pytest.mark.parametrize("language", sorted(SAYS))
def test_what_states_nothing_leaves_a_figure_that_fits_supported(said, language):
    for added in PLAIN[language]:
        assert said(SAYS[language].format(added), language=language)["outcome"] == "supported", added


IN_TWO = {
    "en": [
        ("Kenya exported 415 tonnes of tea in 2017.", "India exported even more than that."),
        ("Kenya exported 415 tonnes of tea in 2017.", "That was the lowest figure since the drought of the century."),
        ("In 2017 Kenya exported 415 tonnes of tea.", "No other country sold as many."),
        ("Kenya's tea exports fell to 415 tonnes in 2017,", "while they rose in India over the same period."),
        ("Kenya's tea exports fell to 415 tonnes in 2017,", "in India they grew."),
        ("Kenya exported more tea than India or China in 2017,", "at 415 tonnes."),
    ],
    "de": [
        ("Kenia exportierte 2017 415 Tonnen Tee.", "Indien exportierte noch mehr als das."),
        ("Kenias Tee-Exporte fielen 2017 auf 415 Tonnen,", "in Indien sind sie im selben Zeitraum gewachsen."),
    ],
    "mk": [("Извозот на чај од Кенија во 2017 година падна на 415 тони,", "а во Индија порасна.")],
}
BARE = {
    "en": [
        ("Kenya exported 415 tonnes of tea in 2017.", "Thank you, India!"),
        ("Kenya exported 415 tonnes of tea in 2017.", "Do you want more than that?"),
        ("Speaking in India, the minister said that Kenya exported", "415 tonnes of tea in 2017."),
    ],
    "de": [("Kenia exportierte 2017 415 Tonnen Tee.", "Danke, Indien!")],
    "mk": [("Во 2017 година Кенија извезе 415 тони чај.", "Ви благодарам, Индија!")],
}


@pytest.mark.parametrize("language", sorted(IN_TWO))
def test_what_another_sentence_or_clause_states_must_hold_too(said, language):
    for said_of in IN_TWO[language]:
        assert said(" ".join(said_of), language=language)["outcome"] != "supported", said_of


@pytest.mark.parametrize("language", sorted(BARE))
def test_words_beside_that_state_nothing_leave_the_figure_supported(said, language):
    for said_of in BARE[language]:
        assert said(" ".join(said_of), language=language)["outcome"] == "supported", said_of


CONTRASTS = {
    "en": [
        "Not {} but Kenya exported 415 tonnes of tea in 2017.",
        "It was not {} but Kenya that exported 415 tonnes of tea in 2017.",
    ],
    "de": [
        "Nicht {}, sondern Kenia exportierte 2017 415 Tonnen Tee.",
        "Nicht in {}, sondern in Kenia wurden 2017 415 Tonnen Tee exportiert.",
    ],
    "mk": ["Не {}, туку Кенија во 2017 година извезе 415 тони чај."],
}
OTHERS = {"en": ["India", "China"], "de": ["Indien", "China"], "mk": ["Индија", "Кина"]}


@pytest.mark.parametrize("language", sorted(CONTRASTS))
def test_a_place_that_is_set_against_the_claims_own_is_a_statement(said, language):
    for frame, other in product(CONTRASTS[language], OTHERS[language]):
        answer = said(frame.format(other), language=language)
        assert answer["outcome"] == "undecided", frame
        assert "The sentence also says" in answer["why"]
