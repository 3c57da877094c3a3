"""Who is about to be quoted."""

from __future__ import annotations

import pytest

from workbench.core.document import Speaker
from workbench.readers._quoted_speakers import find_speakers, read_speaker


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("Interior Minister Oliver Spasovski said so.", "Oliver Spasovski", "interior minister"),
        ("Prime Minister Ana Brnabić said so.", "Ana Brnabić", "prime minister"),
        ("On Monday, Minister of Foreign Affairs Bujar Osmani said so.", "Bujar Osmani", "minister of foreign affairs"),
        ("European Commission President Ursula von der Leyen said so.", "Ursula von der Leyen", "president"),
        ("Deputy Prime Minister Artan Grubi said so.", "Artan Grubi", "deputy prime minister"),
        (
            "Christine Lagarde, president of the European Central Bank, said so.",
            "Christine Lagarde",
            "president of the european central bank",
        ),
        ("EU Commissioner Ylva Johansson said so.", "Ylva Johansson", "EU commissioner"),
        ("We spoke to President Ana Horvat. He was not there.", "Ana Horvat", "president"),
        ("The ombudsman Ana Horvat’ was named.", "Ana Horvat", "ombudsman"),
        ("Chairman General Mark Perić flew in.", "Mark Perić", "chairman"),
        ("To the Joint Chiefs, Secretary Ana Horvat, and all of you.", "Ana Horvat", "secretary"),
        ("Ivo Perić, president of the Federal Reserve Bank of Osijek, said so.", "Ivo Perić", "president"),
        ("PRESIDENT ANA HORVAT, HOST OF THE DEBATE", "Ana Horvat", "president"),
        ("Governor J. D. Horvat said so.", "J. D. Horvat", "governor"),
    ],
)
def test_people_named_with_an_office(words, name, role):
    assert find_speakers("", words)[0] == Speaker(name, role)


def test_the_one_whom_the_title_names_comes_first():
    words = "President Stevo Pendarovski received Interior Minister Oliver Spasovski."
    assert [s.name for s in find_speakers("Spasovski: We act", words)] == ["Oliver Spasovski", "Stevo Pendarovski"]


def test_nobody_is_made_up():
    assert find_speakers("Waiting lists", "The minister said that the number fell.") == ()


@pytest.mark.parametrize(
    ("written", "speaker"),
    [
        ("Oliver Spasovski, interior minister", Speaker("Oliver Spasovski", "interior minister")),
        ("Interior Minister Oliver Spasovski", Speaker("Oliver Spasovski", "interior minister")),
        ("Oliver Spasovski", Speaker("Oliver Spasovski")),
        ("", None),
    ],
)
def test_a_speaker_as_somebody_notes_one_down(written, speaker):
    assert read_speaker(written) == speaker


def test_a_title_that_is_an_office_and_a_name_is_who_speaks():
    """As archives of speeches head theirs."""
    found = find_speakers("President: Ana M. Horvat", "Health Minister Ivo Perić is here with us. Unemployment fell.")
    assert found == (Speaker("Ana M. Horvat", "president"), Speaker("Ivo Perić", "health minister"))
