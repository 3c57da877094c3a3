"""A folder of speeches holds other files too: they are left out, and told of; a file that is named by itself is read."""

from __future__ import annotations

import pytest

SPEECH = "Skopje, 2 December 2021\n\nUnemployment fell to 15.7 percent in 2021, the minister said.\n"
FIGURES = "series,title,unit,place,time,value\nx,Attempts,attempts,MKD,2019,16000\n"
ROWS = "\n".join(f"{year}\t{year * 3}\t{year / 7:.2f}" for year in range(2000, 2020))
EXTRAS = {
    "README.md": ("# Speeches\n\nThe folder holds 12 speeches of 2021.\n", "tells of the folder"),
    "readme": ("Unemployment was 3 percent.", "tells of the folder"),
    "LICENSE.txt": ("Given away by 12 people in 2021.", "tells of the folder"),
    "CHANGELOG-2021.md": ("Added 3 speeches.", "tells of the folder"),
    "figures.csv": (FIGURES, "figures and no words"),
    "figures.tsv": (FIGURES.replace(",", "\t"), "figures and no words"),
    "rows.txt": (ROWS, "rows of figures"),
}


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "speeches"
    place.mkdir()
    (place / "2021-12-02-skopje.txt").write_text(SPEECH, encoding="utf-8")
    return place


@pytest.mark.parametrize("name", EXTRAS)
def test_what_is_no_speech_is_left_out_of_a_folder_and_told(workbench, folder, name):
    words, why = EXTRAS[name]
    (folder / name).write_text(words, encoding="utf-8")
    done = workbench("import", folder, "--json", "--strict")
    [counts] = done.records
    assert (done.code, counts["documents"], counts["rejected"]) == (0, 1, 0)
    [left_out] = counts["left_out"]
    assert left_out["path"].endswith(name)
    assert why in left_out["why"]
    assert f"{name}: Left out: " in done.err


def test_a_file_that_is_named_is_read_whatever_it_is_called(workbench, folder):
    for name in ("README.md", "rows.txt"):
        (folder / name).write_text(EXTRAS[name][0], encoding="utf-8")
        assert workbench("import", folder / name, "--json").records[0]["documents"] == 1
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    done = workbench("import", folder / "figures.csv")
    assert done.code == 2
    assert "no column holds the text" in done.err


@pytest.mark.parametrize(
    "name", ["notice-to-voters.txt", "authors-guild-speech.txt", "2021-readme.txt", "on-changes.md", "budget-2022.txt"]
)
def test_a_speech_is_not_left_out_for_a_word_of_its_name(workbench, folder, name):
    (folder / name).write_text(SPEECH.replace("15.7", "14.2"), encoding="utf-8")
    [counts] = workbench("import", folder, "--json").records
    assert (counts["documents"], counts["left_out"]) == (2, [])


def test_a_language_without_words_is_told_once(workbench, folder):
    """Only its figures are read, and an import that says nothing of it would look whole."""
    for name, words in (("a.txt", "Työttömyysaste oli 7,8 prosenttia vuonna 2020 ja palkat nousivat 3 prosenttia."),
                        ("b.txt", "Viime vuonna työttömyysaste oli 7,8 prosenttia, sanoi ministeri eilen.")):  # fmt: skip
        (folder / name).write_text(f"# date: 2021-12-02\n# language: fi\n\n{words}\n", encoding="utf-8")
    done = workbench("import", folder)
    assert done.code == 0
    assert done.err.count("There is no word file for the language “fi”: only figures") == 1
    assert "a.txt: There is no word file" in done.err
    assert "Languages with words: de, en, mk." in done.err
