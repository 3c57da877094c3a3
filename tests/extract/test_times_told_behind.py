"""The sentence behind a figure tells of when it was: also behind a figure without a verb."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import UNREAD_PERIOD
from workbench.extract import read_text

FIGURES = {
    "en": ("Unemployment in Britain: 4 percent.", "Unemployment in Britain was 4 percent.", "Four percent unemployment in Britain!"),
    "de": ("Arbeitslosenquote in Großbritannien: 4 Prozent.", "Die Arbeitslosenquote lag bei 4 Prozent."),
    "mk": ("Невработеност во Британија: 4 проценти.", "Невработеноста беше 4 проценти."),
}  # fmt: skip
BEHIND = {
    "en": ("The year was 1974.", "It was 1974.", "I was a boy, and it was 1974.", "That was the state of things in 1974."),
    "de": ("Das war 1974.", "Ich war ein Junge, und es war 1974."),
    "mk": ("Тоа беше во 1974 година.",),
}  # fmt: skip
NOT_PAST = {
    "en": "The next figure comes on 12 July 2019.",
    "de": "Die nächste Zahl kommt am 12. Juli 2019.",
    "mk": "Следниот податок ќе излезе на 12 јули 2019.",
}


def kinds(text: str, language: str) -> set[str]:
    claim = read_text(text, said=date(2019, 6, 3), place="GBR", language=language).claims[0]
    return {note.kind for note in claim.notes} | ({"dated"} if claim.period is not None else set())


@pytest.mark.parametrize("language", FIGURES)
def test_no_other_time_is_taken_for_it(language: str) -> None:
    """Unemployment in Britain: 4 percent. I was a boy, and it was 1974."""
    for figure in FIGURES[language]:
        for behind in BEHIND[language]:
            assert kinds(f"{figure} {behind}", language) & {UNREAD_PERIOD, "dated"}, (figure, behind)


@pytest.mark.parametrize("language", FIGURES)
def test_what_is_to_come_leaves_a_figure_without_a_verb_as_it_is(language: str) -> None:
    assert UNREAD_PERIOD not in kinds(f"{FIGURES[language][0]} {NOT_PAST[language]}", language)
