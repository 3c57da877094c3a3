"""A property is tried with fewer examples each time than where all of them are asked for, and never with few."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import settings

from tests.examples import ALL, USUAL, examples


@pytest.mark.parametrize(("full", "usual"), [(20, 20), (USUAL, USUAL), (400, USUAL)])
def test_no_property_has_more_than_the_usual_examples_and_a_small_one_keeps_its_own(full: int, usual: int) -> None:
    assert examples(full) == usual


def test_all_are_tried_where_that_is_asked_for() -> None:
    """Also those of a property that states no count."""
    before = settings.get_current_profile_name()
    settings.load_profile(ALL)
    try:
        assert (examples(400), examples(20), settings().max_examples) == (400, 20, 100)
    finally:
        settings.load_profile(before)
    assert settings().max_examples == USUAL >= 25


PROPERTY = """
from hypothesis import given, settings, strategies as st
from tests.examples import examples

ran = []

@given(st.integers())
@settings(max_examples=examples(120), database=None)
def test_counted(number):
    ran.append(number)

def test_how_many():
    assert len(ran) == {}
"""


@pytest.mark.parametrize(("option", "count"), [([], USUAL), ([f"--hypothesis-profile={ALL}"], 120)])
def test_the_option_of_the_command_line_reaches_a_property(tmp_path, option: list[str], count: int) -> None:
    """As a conftest registers the profiles, and the files of tests are loaded after the option was read."""
    (tmp_path / "conftest.py").write_text("from tests.examples import register\nregister()\n")
    (tmp_path / "test_it.py").write_text(PROPERTY.format(count))
    words = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--rootdir={tmp_path}", *option, str(tmp_path)]
    ran = subprocess.run([sys.executable, "-m", "pytest", *words], capture_output=True, text=True, check=False)
    assert "2 passed" in ran.stdout, ran.stdout + ran.stderr
