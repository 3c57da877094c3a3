"""A figure that its speaker corrects or sharpens at once tells nothing; the last one is told, and measures what the first would."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

SAID = [
    ("en", "Bus fares in Malta took {}{} percent of wages in 2012.", "{}, no, ", "{}, no, sorry, ", "{} – no, hang on, ", "{}, I mean "),
    ("de", "Die Teuerung in Malta lag 2012 bei {}{} Prozent.", "{}, nein, ", "{}, nein, Moment, ", "{} – Verzeihung, ", "{}, ich meine "),
    ("mk", "Инфлацијата во Малта беше {}{} отсто во 2012.", "{}, не, ", "{}, не, извинете, ", "{} – поправка, ", "{}, чекајте, "),
]  # fmt: skip
CASES = [(language, sentence, words) for language, sentence, *every in SAID for words in every]
SHARPENED = [
    ("en", "{}, yes, "),
    ("en", "{} – exactly "),
    ("de", "{}, ja, "),
    ("de", "{}, genau, "),
    ("mk", "{}, да, "),
]


def _told(language: str, text: str) -> list[tuple[str, str]]:
    return [
        (str(each.figure and each.figure.value), each.measure) for each in read_text(text, language=language).claims
    ]


@pytest.mark.parametrize(("language", "sentence", "words"), CASES)
@pytest.mark.parametrize("first", ["7", "6.5"])
def test_only_the_corrected_figure_is_told(language: str, sentence: str, words: str, first: str):
    first = first if language == "en" else first.replace(".", ",")
    plain = _told(language, sentence.format("", "8"))
    assert _told(language, sentence.format(words.format(first), "8")) == plain
    assert len(plain) == 1


@pytest.mark.parametrize(("language", "words"), SHARPENED)
def test_a_figure_that_is_said_again_with_decimals_is_told_once(language: str, words: str):
    sentence = next(said for spoken, said, *_ in SAID if spoken == language)
    point = "." if language == "en" else ","
    assert _told(language, sentence.format(words.format("46"), f"46{point}2")) == _told(
        language, sentence.format("", f"46{point}2")
    )


@pytest.mark.parametrize(
    "said", ["46, yes, 47 percent of it", "46 percent, no more than 47", "46, no fewer than 30 of them new"]
)
def test_another_figure_corrects_nothing(said: str):
    (first, *_) = read_text(f"Malta had {said} in 2012.").amounts
    assert first.value.low == 46


WELL = ["ninety, well, {}", "ninety – well – {}", "ninety, make that {}", "ninety, no, {}"]


@pytest.mark.parametrize("words", WELL)
@pytest.mark.parametrize("last", ["a hundred thousand", "nearly a hundred thousand", "more like a hundred thousand"])
def test_the_hedge_of_the_last_figure_stays(words: str, last: str):
    """Neither "well" nor "nearly" belongs to ninety."""
    sentence = "In 2019 Malta imported {} tonnes of salt."
    assert _told("en", sentence.format(words.format(last))) == _told("en", sentence.format(last))


@pytest.mark.parametrize(
    "said", ["Of 46, well over 30 were left in 2012.", "In 2012 there were 46 and, well, 30 more."]
)
def test_well_beside_a_figure_corrects_none(said: str):
    """It is no pause before "over", and "and" adds another."""
    assert len(read_text(said).claims) > 1
