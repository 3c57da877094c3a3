"""What may stand in a document's text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.text_cleaning import clean_text


@pytest.mark.parametrize(
    ("foreign", "clean"),
    [
        ("16,000\x1b[31m attempts\x1b[0m", "16,000 attempts"),
        ("\x1b]0;owned\x07title", "title"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("a\x00b\x08c\x7fd", "abcd"),
        ("pay \u202e000,61\u202c now", "pay 000,61 now"),
        ("one\r\ntwo\rthree\u2028four\x85five\x0csix", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("mi\u00adgra\u200btion\ufeff", "migration"),
        ("tab\tstays", "tab\tstays"),
        ("Isläm: e\u0301", "Isläm: é"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("hidden \U000e0041\U000e0042 tags", "hidden  tags"),
    ],
)
def test_nothing_is_left_that_steers_a_terminal_or_hides(foreign, clean):
    assert clean_text(foreign).text == clean


def test_what_was_taken_out_is_told_once_with_its_number():
    problems = clean_text("a\x1b[31mb\x00c\ud800").problems("speech.txt")
    assert [p.kind for p in problems] == ["control-characters", "broken-characters"]
    assert problems[0].message.startswith("2 control")


def test_nothing_is_told_of_a_clean_text():
    assert clean_text("16,000 “attempts” – изјава, 36.5 %\n").problems("x") == ()


@given(st.text(st.characters()))
def test_any_text_comes_out_encodable_and_without_controls_and_cleaning_it_again_changes_nothing(text):
    clean = clean_text(text).text
    clean.encode("utf-8")
    assert not [c for c in clean if unicodedata.category(c) == "Cc" and c not in "\t\n"]
    assert clean_text(clean).text == clean
