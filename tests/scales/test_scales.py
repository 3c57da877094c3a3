"""A newsroom's scale is one file; a file that is none never stops the desk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.errors import UnknownNameError
from workbench.scales.installed_scales import installed_scales
from workbench.scales.scale_files import BadScaleError, read_scale

OURS = """
title = "Ours"
[[ratings]]
key = "yes"
label = "Yes"
meaning = "It is so."
value = 2
digit = "1"
tone = "good"
[[ratings]]
key = "no"
label = "No"
meaning = "It is not so."
"""


INSTALLED = list(installed_scales().keys())
"""The workbench's own: one more file in its folder is one more here."""


def test_the_five_points_are_on_the_digits_a_reviewer_presses():
    ratings = installed_scales().scale("five-point").ratings
    assert [(r.key, r.digit, r.value) for r in ratings] == [
        ("true", "1", 5), ("mostly-true", "2", 4), ("half-true", "3", 3), ("mostly-false", "4", 2), ("false", "5", 1),
        ("cannot-say", "0", None),
    ]  # fmt: skip


def test_the_plain_scale_has_two_answers_and_none():
    ratings = installed_scales().scale("plain").ratings
    assert [(r.key, r.digit) for r in ratings] == [("supported", "1"), ("not-supported", "2"), ("cannot-say", "0")]


def test_every_rating_says_when_to_give_it():
    scales = installed_scales()
    assert {"five-point", "plain"} <= set(INSTALLED)
    assert scales.problems == ()
    for key in scales.keys():  # noqa: SIM118  (the port's own method)
        for rating in scales.scale(key).ratings:
            assert rating.meaning.endswith(".")
            assert rating.tone in {"good", "mixed", "bad", "none"}
            assert scales.scale(key).rating(rating.key) == rating


def test_an_unknown_scale_says_the_nearest():
    with pytest.raises(UnknownNameError) as caught:
        installed_scales().scale("five-points")
    assert caught.value.hint == "Did you mean five-point?"


def test_a_scale_of_the_users_is_one_file(tmp_path):
    (tmp_path / "ours.toml").write_text(OURS)
    (tmp_path / "notes.txt").write_text("no scale")
    scales = installed_scales(tmp_path)
    assert list(scales.keys()) == [*INSTALLED, "ours"]
    assert [r.value for r in scales.scale("ours").ratings] == [2, None]
    assert scales.scale("ours").title == "Ours"
    assert scales.problems == ()


def test_no_folder_is_no_scales(tmp_path):
    assert list(installed_scales(tmp_path / "nothing").keys()) == INSTALLED


@pytest.mark.parametrize(
    ("name", "body", "why"),
    [
        ("plain.toml", OURS.encode(), "a scale called plain already"),
        ("bad name.toml", OURS.encode(), "is no key"),
        ("ours.toml", b"title = ", "no TOML"),
        ("ours.toml", b"\xff\xfe\x00", "not UTF-8"),
        ("ours.toml", b"", "two [[ratings]] or more"),
        ("ours.toml", b"#" * 200_000, "too long"),
        ("ours.toml", b"ratings = [1, 2]\ntitle = 'x'", "is a table"),
        ("ours.toml", b"x = " + b"[" * 50_000, "no TOML"),
    ],
)
def test_a_file_that_is_no_scale_is_told_of_and_the_others_are_there(tmp_path, name, body, why):
    (tmp_path / name).write_bytes(body)
    (tmp_path / "zz.toml").write_text(OURS)
    scales = installed_scales(tmp_path)
    assert list(scales.keys()) == [*INSTALLED, "zz"]
    (problem,) = scales.problems
    assert why in problem.message
    assert problem.where == str(tmp_path / name)


def test_a_folder_in_place_of_a_scale_is_told_of(tmp_path):
    (tmp_path / "ours.toml").mkdir()
    assert "cannot be read" in installed_scales(tmp_path).problems[0].message


@each(
    ("old", "new", "why"),
    [
        ('key = "no"', 'key = "yes"', "two ratings have the key yes"),
        ('key = "no"', 'key = "No!"', "is no key"),
        ('label = "No"', "", "label is missing"),
        ('label = "No"', "label = 3", "label is missing"),
        ('label = "No"', 'label = "N\\u001b[31m"', "printable"),
        ('title = "Ours"', 'title = "a\\nb"', "printable"),
        ('tone = "good"', 'tone = "green"', "tone is one of"),
        ('digit = "1"', 'digit = "12"', "digit is one of"),
        ('digit = "1"', 'digit = "x"', "digit is one of"),
        ("value = 2", "value = 2.5", "whole number"),
        ("value = 2", "value = true", "whole number"),
        ("value = 2", "colour = 2", "a rating has no colour"),
        ('label = "No"', 'label = "No"\ndigit = 1', "two ratings have the digit 1"),
        ('label = "No"', 'label = "No"\nvalue = 2', "two ratings have the value 2"),
    ],
)
def test_what_is_wrong_with_a_scale_is_said(old, new, why):
    assert old in OURS
    with pytest.raises(BadScaleError, match=why):
        read_scale("ours", OURS.replace(old, new))


@given(st.text())
def test_any_text_is_a_scale_or_a_sentence(text):
    with pytest.raises(BadScaleError):
        read_scale("ours", text)
