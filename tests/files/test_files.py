"""The user's files: what can go wrong with a path is a sentence, and a file is written whole or not at all."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.errors import EmptyFileError, MissingFileError, ReadingError, TooLargeError, WritingError
from workbench.files import writing
from workbench.files.user_files import LONGEST_LINE, UserFiles

FILES = UserFiles()


def written(folder: Path, body: bytes, name: str = "claims.csv") -> str:
    path = folder / name
    path.write_bytes(body)
    return str(path)


def test_a_document_is_its_bytes_its_path_and_its_suffix(tmp_path):
    raw = FILES.raw(written(tmp_path, b"Words.", "Speech.TXT"))
    assert (raw.origin, raw.suffix, raw.body) == (str(tmp_path / "Speech.TXT"), "txt", b"Words.")


@pytest.mark.parametrize("body", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\x00\x00\x00"])
def test_a_file_with_nothing_in_it_is_refused(tmp_path, body):
    with pytest.raises(EmptyFileError, match="the file is empty"):
        FILES.raw(written(tmp_path, body))


def test_a_path_that_is_not_there_says_so(tmp_path):
    with pytest.raises(MissingFileError, match="There is no such file") as told:
        FILES.raw(str(tmp_path / "nowhere.txt"))
    assert told.value.exit_code == 2
    assert told.value.hint


def test_a_folder_is_no_document(tmp_path):
    with pytest.raises(MissingFileError, match="It is a folder"):
        FILES.raw(str(tmp_path))


def test_a_path_with_a_zero_byte_is_refused_like_any_other():
    with pytest.raises(ReadingError):
        FILES.raw("a\x00b.txt")


def test_a_device_is_not_read():
    with pytest.raises(ReadingError, match="device"):
        FILES.raw("/dev/zero")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_opened_says_so(tmp_path):
    path = Path(written(tmp_path, b"secret"))
    path.chmod(0)
    with pytest.raises(MissingFileError, match="Permission is denied"):
        FILES.raw(str(path))


def test_a_document_beyond_the_limit_is_not_read_into_memory(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as handle:
        handle.truncate(200_000_000)
    with pytest.raises(TooLargeError, match="200 MB is more than the 50 MB"):
        FILES.raw(str(path))


def test_the_standard_input_is_a_document_called_stdin():
    assert UserFiles(stdin=io.BytesIO(b"Words.")).raw("-").origin == "<stdin>"


@pytest.mark.parametrize(
    ("body", "suffix"),
    [(b"Skopje, 2 December 2021", "txt"), (b"\n <!DOCTYPE html><p>", "html"), (b"\xef\xbb\xbf<html>", "html")],
)
def test_what_comes_on_the_standard_input_is_told_by_its_beginning(body, suffix):
    assert UserFiles(stdin=io.BytesIO(body)).raw("-").suffix == suffix


def test_control_characters_of_a_file_name_do_not_reach_a_message(tmp_path):
    with pytest.raises(MissingFileError) as told:
        FILES.raw(str(tmp_path / "a\x1b[31m.txt"))
    assert "\x1b" not in told.value.message


# --- lines -----------------------------------------------------------------------------------------------


def test_lines_come_numbered_with_their_ends_and_without_the_mark(tmp_path):
    path = written(tmp_path, b"\xef\xbb\xbfa\r\nb\n\nc")
    assert list(FILES.lines(path)) == [(1, "a\r\n"), (2, "b\n"), (3, "\n"), (4, "c")]


def test_utf_16_of_a_spreadsheet_is_read(tmp_path):
    path = written(tmp_path, "Изјава\t16,000\r\n".encode("utf-16"))
    assert list(FILES.lines(path)) == [(1, "Изјава\t16,000\r\n")]


def test_a_byte_that_is_not_utf_8_spoils_its_own_line_alone(tmp_path):
    lines = [line for _, line in FILES.lines(written(tmp_path, b"good\ncaf\xe9\ngood\n"))]
    assert lines[0] == lines[2] == "good\n"
    assert "\udce9" in lines[1]


def test_a_line_beyond_all_measure_is_cut_and_the_next_one_has_its_own_number(tmp_path):
    path = written(tmp_path, b"x" * (3 * LONGEST_LINE) + b"\nnext\n")
    lines = list(FILES.lines(path))
    assert [(number, len(line)) for number, line in lines] == [(1, LONGEST_LINE), (2, 5)]


def test_an_empty_table_is_refused(tmp_path):
    with pytest.raises(EmptyFileError):
        list(FILES.lines(written(tmp_path, b"")))


def test_the_standard_input_stays_open_behind_its_lines():
    stdin = io.BytesIO(b"a\nb\n")
    assert [line for _, line in UserFiles(stdin=stdin).lines("-")] == ["a\n", "b\n"]
    assert not stdin.closed


def test_a_pipe_can_be_read_line_by_line(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b"a\nb\n"))
    writer.start()
    assert [line for _, line in FILES.lines(str(pipe))] == ["a\n", "b\n"]
    writer.join()


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\ufeff"), max_size=20), min_size=1))
def test_whatever_is_in_them_lines_are_given_as_they_are(lines):
    body = "".join(f"{line}\n" for line in lines).encode()
    got = [line for _, line in UserFiles(stdin=io.BytesIO(body)).lines("-")]
    assert got == [f"{line}\n" for line in lines]


# --- folders ---------------------------------------------------------------------------------------------


def test_a_folder_gives_its_files_in_order_of_name_without_hidden_ones(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [Path(p).relative_to(tmp_path).as_posix() for p in FILES.under(str(tmp_path))] == [
        "a.txt",
        "b.txt",
        "sub/c.txt",
    ]


def test_a_file_stands_for_itself(tmp_path):
    path = written(tmp_path, b"x")
    assert FILES.under(path) == (path,)
    assert FILES.under("-") == ("-",)


def test_a_folder_that_is_not_there_says_so(tmp_path):
    with pytest.raises(MissingFileError):
        FILES.under(str(tmp_path / "nowhere"))


def test_links_that_go_round_in_a_circle_are_not_followed(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "round").symlink_to(tmp_path)
    assert FILES.under(str(tmp_path)) == (str(tmp_path / "a.txt"),)


# --- writing ---------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path):
    FILES.write(str(tmp_path / "report.md"), b"# Report")
    assert (tmp_path / "report.md").read_bytes() == b"# Report"
    assert [p.name for p in tmp_path.iterdir()] == ["report.md"]


def test_what_stood_there_before_stays_when_writing_fails(tmp_path, monkeypatch):
    path = Path(written(tmp_path, b"old"))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WritingError, match="no space left"):
        FILES.write(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path):
    path = Path(written(tmp_path, b"old"))
    path.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(path)
    FILES.write(str(link), b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["nowhere/report.md", ".", "a\x00b"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, name):
    with pytest.raises(WritingError, match="cannot be written"):
        FILES.write(f"{tmp_path}/{name}", b"x")


def test_a_size_is_told_where_there_is_one(tmp_path):
    assert FILES.size(written(tmp_path, b"12345")) == 5
    assert FILES.size("-") is None
    assert FILES.size(str(tmp_path / "nowhere")) is None


def test_what_a_killed_writer_left_is_cleared_away_by_the_next(tmp_path):
    old, new, own = tmp_path / ".a.md.0123abcd.part", tmp_path / ".b.md.0123abcd.part", tmp_path / ".mine.part"
    for path in (old, new, own):
        path.write_text("half")
    os.utime(old, (0, 0))
    os.utime(own, (0, 0))
    FILES.write(str(tmp_path / "report.md"), b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".b.md.0123abcd.part", ".mine.part", "report.md"]


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="files without a name are Linux's")
def test_a_file_has_no_name_until_it_is_whole(tmp_path, monkeypatch):
    """So that a kill amid it leaves nothing behind."""
    seen = []
    monkeypatch.setattr(writing.os, "fsync", lambda _: seen.append(list(tmp_path.iterdir())))
    FILES.write(str(tmp_path / "report.md"), b"x")
    assert seen[0] == []
    assert (tmp_path / "report.md").read_bytes() == b"x"
    assert (tmp_path / "report.md").stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_that_lies_in_a_folder_is_passed_over(tmp_path):
    """Nobody writes into it: opening it would wait for ever."""
    (tmp_path / "speech.txt").write_text("It rose.")
    os.mkfifo(tmp_path / "pipe.txt")
    assert UserFiles().under(str(tmp_path)) == (str(tmp_path / "speech.txt"),)
