"""Every format by the real command: a folder of mixed files, a format by name, and a claim found in its recording."""

from __future__ import annotations

import csv
import io
import json
from io import BytesIO

import docx
import pytest

CAPTIONS = """\
1
00:12:29,000 --> 00:12:31,500
In 2021 unemployment fell

2
00:12:31,500 --> 00:12:34,000
by 8 percent. It was 5.4 percent in 2020.
"""
MINUTES = (
    '<TEI><text><body><u who="#AnaHorvat"><seg>In 2021 unemployment fell by 8 percent.</seg></u></body></text></TEI>'
)


def word() -> bytes:
    document, body = docx.Document(), BytesIO()
    document.add_paragraph("In 2021 unemployment fell by 8 percent.")
    document.save(body)
    return body.getvalue()


FILES = {
    "captions.srt": CAPTIONS.encode(),
    "captions.vtt": b"WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana Horvat>In 2020 unemployment fell by 7 percent.\n",
    "minutes.xml": MINUTES.encode(),
    "page.md": b"# Work\n\nIn 2021 unemployment fell by **8** percent.\n",
    "speech.docx": word(),
}
FORMS = {
    "srt": "captions.srt",
    "vtt": "captions.vtt",
    "tei": "minutes.xml",
    "markdown": "page.md",
    "docx": "speech.docx",
}


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    for name, body in FILES.items():
        (place / name).write_bytes(body)
    return place


def test_a_folder_of_mixed_files_is_imported_and_twice_adds_nothing(workbench, folder):
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0 old")
    done = json.loads(workbench("import", folder, "--json").out)
    assert (done["documents"], done["rejected"]) == (len(FILES), 1)
    assert done["claims"] >= len(FILES)
    again = json.loads(workbench("import", folder, "--json").out)
    assert (again["documents"], again["already"]) == (0, len(FILES))


@pytest.mark.parametrize(("form", "name"), FORMS.items())
def test_a_format_is_read_by_its_name_whatever_the_suffix(workbench, folder, form: str, name: str):
    path = folder / name
    path = path.rename(path.with_suffix(".bin"))
    done = json.loads(workbench("read", path, "--format", form).out)
    assert "In 202" in done["text"]
    assert "error" not in done


def test_a_claim_of_captions_is_shown_with_its_place_in_the_recording(workbench, folder):
    workbench("import", folder / "captions.srt")
    claim = next(
        row["id"] for row in map(json.loads, workbench("claims", "--json").out.splitlines()) if "5.4" in row["context"]
    )
    assert "heard at 00:12:31" in workbench("show", claim).out
    assert json.loads(workbench("show", claim, "--json").out)["heard_at"] == "00:12:31"
    for form in ("markdown", "html"):
        assert "heard at 00:12:31" in workbench("export", "--format", form, "--drafts").out
    assert "00:12:31" in {row["heard_at"] for row in json.loads(workbench("export", "--json").out)["claims"]}
    rows = csv.DictReader(io.StringIO(workbench("export", "--format", "csv").out.lstrip("\ufeff")))
    assert "00:12:31" in {row["heard_at"] for row in rows}
    listed = map(json.loads, workbench("claims", "--json").out.splitlines())
    assert next(row["heard_at"] for row in listed if row["id"] == claim) == "00:12:31"


def test_marks_are_read_from_the_command_line(workbench, folder):
    done = json.loads(workbench("read", folder / "captions.srt").out)
    assert done["marks"] == [{"start": 0, "time": "00:12:29"}, {"start": 26, "time": "00:12:31"}]


@pytest.mark.parametrize("name", sorted(FILES))
def test_what_comes_by_the_standard_input_is_known_by_how_it_begins(workbench, name: str):
    done = json.loads(workbench("read", "-", stdin=FILES[name]).out)
    assert "unemployment fell" in done["text"]
    assert "error" not in done
