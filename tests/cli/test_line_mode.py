"""Line mode: the workbench for screen readers and terminals that draw nothing, with the verbs and keys of the screens."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.cli.line_mode.line_commands import WORDS, help_lines, word_of
from workbench.tui.command_keys import EVERY
from workbench.tui.keymap.keymap import Keymap


@pytest.fixture
def talk(workbench, statements: Path, once, answers: str):
    """Types lines into line mode over the sample statements; gives what was said and how it ended."""
    once("statements", lambda: workbench("import", statements))

    def typed(*lines: str, options: tuple[str, ...] = ()):
        return workbench("--samples", answers, "tui", "--plain", *options, stdin="".join(f"{line}\n" for line in lines))

    return typed


def test_the_queue_is_read_line_by_line_and_a_claim_is_checked_and_rated(talk, workbench) -> None:
    ran = talk("list asylum status:open", "open 2", "research", "figures", "mostly false", "q")
    assert (ran.code, ran.err) == (0, "")
    for sentence in (
        "claims with the filter asylum status:open.",
        "2. −70 % asylum applications, North Macedonia, 2021 so far.",
        "Said by: Oliver Spasovski",
        "Looking for series and asking for their figures.",
        "usable. 1 finding.",
        "Candidate 1: ",
        "APART: ",
        "Step 1: ",
        "Claimed: −70 %",
        "Measured: −39.7",
        "Caution: ",
        "Rated Mostly false. undo takes it back",
        "Left. Everything that was confirmed is kept.",
    ):
        assert sentence in ran.out, sentence
    assert [row["rating"] for row in workbench("claims", "--json").records if row["rating"]] == ["mostly-false"]


def test_claims_and_documents_are_put_right_in_words(talk, workbench) -> None:
    ran = talk(
        "list crossings",
        "open 1",
        "data place Atlantis",
        "D",
        "day 2 March 2020",
        "split",
        "join 99",
        "mark nothing at all",
        "undo",
        "q",
    )
    for sentence in (
        "Problem: “Atlantis” is no place.",
        "to day 2020-03-02. undo takes it back.",
        "holds one figure",
        "There is no claim 99.",
        "does not stand in document",
        "Took back “put the document's data right",
    ):
        assert sentence in ran.out, sentence


def test_every_line_is_words_without_drawing(talk) -> None:
    ran = talk("help", "open 1", "text", "candidates", "H", "ratings", "q")
    drawn = re.compile("[\u2500-\u25ff\x00-\x09\x0b-\x1f\x7f\u00a0]")
    assert [line for line in ran.out.splitlines() if drawn.search(line)] == []
    assert [line for line in ran.out.splitlines() if not line.strip()] == []


def test_keys_do_what_they_do_on_the_screens_and_are_the_users(talk, home: Path) -> None:
    file = home / "home" / "claim-workbench" / "keys.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[bench]\nundo = "Z"\nrate-5 = "F"\n[app]\nquit = "Q"', encoding="utf-8")
    ran = talk("j", "F", "Z", "d", "Z", "u", "N", "?", "Q")
    said = ran.out
    assert "Rated False." in said
    assert "Took back “rated False”" in said
    assert "Deferred; it stays open." in said
    assert "u is no word here." in said
    assert "undo, key Z:" in said
    assert said.rstrip().endswith("Everything that was confirmed is kept.")


def test_a_note_a_correction_and_their_undoing(talk) -> None:
    ran = talk(
        "open 1",
        "note It fell by half.",
        "false",
        "undo",
        "edit period 2020",
        "edit period banana",
        "E",
        "place MKD",
        "history",
        "q",
    )
    for sentence in (
        "Noted. It goes with the rating you give.",
        "Rated False.",
        "Took back “rated False”",
        "Put right: period 2020, read before as 2023. undo takes it back.",
        "Problem: ",
        "Put right: place ",
        "rated False by ana. “It fell by half.” This was taken back.",
        "put right: period 2023 → 2020 by ana.",
    ):
        assert sentence in ran.out, sentence


def test_the_history_reads_all_that_was_done_in_its_order(talk) -> None:
    ran = talk(
        "list asylum", "open 2", "research", "pick 1", "edit 2020", "attach I counted them", "undo", "undo", "history", "q"
    )  # fmt: skip
    told = ran.out.partition("Took back “period")[2]
    at = [
        told.rfind(words)
        for words in (
            "picked Asylum applications lodged in the country, new, persons by ana.",
            "→ 2020 by ana. This was taken back by ana.",
            "attached note: I counted them by ana. This was taken back by ana.",
        )
    ]
    assert -1 not in at, told
    assert at == sorted(at)


def test_where_no_candidate_is_sure_the_figures_say_how_to_ask_for_some(talk) -> None:
    ran = talk("open 3", "research", "figures", "q")
    assert "no candidate is sure to measure it. examine 1 asks" in ran.out


def test_a_series_is_picked_and_excluded_by_its_number(talk) -> None:
    ran = talk("list asylum", "open 2", "research", "candidates 1", "pick 1", "exclude 1", "exclude 99", "exclude", "q")
    assert "Words, " in ran.out
    assert "Remembered that it measures the claim." in ran.out
    assert "Excluded: " in ran.out
    assert "Problem: There is no candidate 99." in ran.out
    assert "Problem: There is no candidate without a number." in ran.out


def test_publishing_is_asked_about(talk) -> None:
    ran = talk("list asylum", "open 2", "publish", "research", "false", "publish", "no", "publish", "yes", "q")
    assert ran.out.count("Nothing was published.") == 1
    assert "Published. undo takes it back." in ran.out
    assert "Problem: " in ran.out


def test_what_readers_have_is_changed_by_the_same_word_and_line_as_at_the_bench(talk) -> None:
    """``publish`` on a published claim asks what ``p`` asks, and a rating may be said as readers see it."""
    ran = talk(
        "list asylum", "open 2", "research", "false", "publish", "yes",
        "publish corect true", "publish correct mostly false", "publish", "correct Mostly false We read 2020.",
        "publish update The office revised the year.", "publish", "", "publish withdraw The speaker was misquoted.", "q",
    )  # fmt: skip
    assert "Problem: “corect” is none of correct, update and withdraw." in ran.out
    assert "to correct it takes a reason" in ran.out
    for said in ("Corrected", "Updated", "Withdrawn"):
        assert ran.out.count(f"{said}; readers see why.") == 1, said


def test_a_verb_of_the_command_line_runs_with_the_open_claim(talk, tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    ran = talk(
        "open 1",
        "show CLAIM",
        f"export --format csv --output {out}",
        "edit CLAIM period=2019",
        "rate CLAIM nonsense",
        'show "',
        "q",
    )
    assert "verdict: none yet (open)" in ran.out
    assert out.exists()
    assert "nonsense" in ran.err
    assert "Problem: A quotation mark is not closed." in ran.out
    assert ran.code == 0


def test_files_are_taken_in_and_written(talk, tmp_path: Path, statements: Path) -> None:
    out = tmp_path / "claim.csv"
    ran = talk(
        f"import {statements}",
        "open 1",
        f"export {out}",
        "x",
        str(out),
        "no",
        "back",
        f"export {tmp_path / 'all.json'}",
        "q",
    )
    assert "4 here already" in ran.out
    assert f"1 claim written to {out}" in ran.out
    assert "Nothing was written." in ran.out
    assert "21 claims written to" in ran.out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("banana", "banana is no word here. help reads the words and keys."),
        ("lits", "Did you mean list?"),
        ("open 999", "There is no claim 999. There are 16."),
        ("open 0", "There is no claim 0."),
        ("open abcdef", "There is no claim abcdef."),
        ("rate 5", "No claim is open. list reads the queue"),
        ("research", "No claim is open."),
        ("list worth:>banana", "Problem: "),
        ("\x1b[31mred", "\\x1b[31mred is no word here."),
        ("show CLAIM", "No claim is open."),
    ],
)
def test_what_cannot_be_done_is_said_with_the_next_step(talk, line: str, says: str) -> None:
    ran = talk(line)
    assert says in ran.out
    assert ran.code == 0
    assert "Traceback" not in ran.out + ran.err


def test_hostile_text_is_cleaned(workbench, tmp_path: Path) -> None:
    """A title that repaints the terminal, a figure that is written backwards."""
    file = tmp_path / "bad.jsonl"
    file.write_text(
        '{"text": "Unemployment was \\u202e12.5\\u202c percent in 2020.\\u0007", "title": "\\u001b[2J\\u001b]0;own\\u0007 title", '
        '"speaker": "Eve \\u001b[31m", "date": "2021-02-03", "place": "MKD"}\n',
        encoding="utf-8",
    )
    assert workbench("import", file).code == 0
    ran = workbench("--offline", "tui", "--plain", stdin="open 1\ntext\nq\n")
    assert "Claim 1 of" in ran.out
    assert not {"\x1b", "\x07", "\u202e", "\u202c"} & set(ran.out)


def test_the_end_of_the_input_leaves(talk) -> None:
    ran = talk("open 1")
    assert ran.code == 0
    assert ran.out.endswith("Left. Everything that was confirmed is kept.\n")


def test_every_command_that_decides_has_a_word() -> None:
    """What can be decided on the screens can be decided here."""
    keyed = {command for word in WORDS for command in (word.queue, word.bench) if command}
    assert keyed <= set(EVERY)
    decides = {
        name for name, command in EVERY.items() if command.decides and name.startswith(("bench.", "candidates."))
    }
    rating = {name for name in decides if name.startswith("bench.rate-")}
    assert decides - rating - keyed - {"bench.yes"} == set()


def test_help_names_every_word_once() -> None:
    told = list(help_lines(Keymap(), ["show"]))
    for word in WORDS:
        assert sum(line.startswith((f"{word.name}:", f"{word.name}, ")) for line in told) == 1
        assert word_of(word.name) == (word, "")


def screen_of(command: list[str], lines: list[str], term: str) -> str:
    """Types lines at a real pseudo-terminal; gives everything that came back."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, close_fds=True, env=os.environ | {"TERM": term}
    )
    os.close(slave)
    seen, waiting, end = b"", list(lines), time.monotonic() + 90
    while time.monotonic() < end:
        if select.select([master], [], [], 0.1)[0]:
            try:
                seen += os.read(master, 65536)
            except OSError:
                break
        elif waiting and seen.rstrip(b" ").endswith(b"\n>"):
            os.write(master, f"{waiting.pop(0)}\n".encode())
            seen += b""
    process.wait(30)
    os.close(master)
    return seen.decode("utf-8", "replace")


def test_a_dumb_terminal_gets_lines_and_no_escape_codes(workbench, statements: Path) -> None:
    workbench("import", statements)
    seen = screen_of([sys.executable, "-m", "workbench", "--offline"], ["open 2", "5", "u", "q"], "dumb")
    assert "workbench, line by line." in seen
    assert "Rated False. undo takes it back" in seen
    assert "Took back “rated False”" in seen
    assert "Left." in seen
    assert "\x1b" not in seen.replace("\x1b[?2004h", "").replace("\x1b[?2004l", "")  # readline's own


@pytest.mark.parametrize("words", [("--plain",), ("--plain", "tui"), ("tui", "--plain")])
def test_it_is_asked_for_in_any_place(workbench, words: tuple[str, ...]) -> None:
    ran = workbench("--offline", *words, stdin="q\n")
    assert ran.code == 0
    assert ran.out.startswith("workbench, line by line.")


def test_evidence_is_attached_and_precedents_and_citations_are_read(talk, workbench) -> None:
    ran = talk(
        "list asylum status:open",
        "open 2",
        "attach The ministry confirmed it.",
        "research",
        "cite",
        "precedents",
        "undo",
        "q",
    )
    assert ran.code == 0
    for sentence in (
        "Attached: The ministry confirmed it. — Attached by ana",
        "figure: ",
        "citation: ",
        "On the same series: none was decided before.",
        "Took back the note “The ministry confirmed it.”.",
    ):
        assert sentence in ran.out, sentence


def test_the_list_is_filtered_sorted_and_saved_under_a_name(talk, workbench) -> None:
    ran = talk(
        "filter status:open kind:change", "sort date", "S", "sort wind", "save view rises", "filter all", "view",
        "view rises", "filter all", "1", "filter all", "4", "save view", "v", "filter", "place:MKD", "filter worth:banana", "q",
    )  # fmt: skip
    for sentence in (
        "claims with the filter status:open kind:change.",
        "Sorted by date.",
        "Sorted by date, turned round.",
        "Problem: “wind” is no order. There is: worth, date,",
        "Saved as rises. view 1 opens it.",
        "1: rises: status:open kind:change order:-date.",
        "View: rises.",
        "Problem: No view has the key 4. open 4 opens claim 4 of the list.",
        "There is no filter to save. filter sets one.",
        "View: Open.",
        "Filter: status:open. all takes it off.",
        "claims with the filter place:MKD.",
        "Problem: worth:banana",
    ):
        assert sentence in ran.out, sentence
    assert ran.out.count("View: rises.") == 2
    assert workbench("views", "--json").records[0]["query"] == "status:open kind:change order:-date"


def test_marked_claims_are_decided_in_one_go_and_taken_back_in_one_go(talk, workbench, home: Path) -> None:
    ran = talk(
        "mark 1, 3 to 4", "list", "unmark 3", "tag budget", "undo", "mark 99", "mark banana", "mark 1 2 4", "mostly false",
        "undo", "mark all", "d", "open 1", "dismiss", "back", "mark 1-2", "X", "defer", "mark 1", "unmark", "mark 1-2",
        f"export {home / 'two.csv'}", "q",
    )  # fmt: skip
    said = ran.out
    for sentence in (
        "3 claims marked. A rating, defer, later, hand, dismiss, tag and export now act on them; unmark takes the marks off.",
        "2 claims marked.",
        "2 claims tagged budget. undo takes all of it back.",
        ", of 2 claims in one go.",
        "Problem: There is no claim 99.",
        "Problem: “banana” names no claims. Write numbers of the list, as in mark 1, 3 to 5; or all.",
        "3 claims rated Mostly false. undo takes all of it back.",
        ", of 3 claims in one go.",
        "claims deferred. undo takes all of it back.",
        "Dismissed as no claim.",
        "2 claims dismissed as no claim. undo takes all of it back.",
        "Problem: No claim is open.",
        "No claims marked.",
    ):
        assert sentence in said, sentence
    assert said.count(" Marked.") >= 3
    assert len((home / "two.csv").read_text("utf-8").splitlines()) == 3
    rows = workbench("claims", "--json", "--query", "status:dismissed").records
    assert len(rows) == 2
    assert not [row for row in workbench("claims", "--json").records if row["rating"] or row["tags"]]
    assert sum(row["deferred"] for row in workbench("claims", "--json", "--query", "status:open").records) > 10


def test_a_tag_is_given_by_the_word_and_by_the_verb(talk, workbench) -> None:
    key = workbench("claims", "--json").records[0]["id"]
    ran = talk(f"tag {key} urgent", "tag alone", "open 1", "tag budget 2024", "tag -budget 2024", "tag", "again", "q")
    for sentence in (
        f"{key} is tagged urgent.",
        "Problem: No claim is open or marked.",
        "Tagged budget-2024. undo takes it back.",
        "No longer tagged budget-2024.",
        "Tagged again.",
    ):
        assert sentence in ran.out, sentence


@pytest.mark.parametrize("junk", [b"\xff\xfe", b"\xe2\x28\xa1", bytes(range(128, 256)), b"\x00" * 9, b"\xed\xa0\x80"])
def test_bytes_that_are_no_text_are_no_word_and_the_next_line_counts(workbench, statements: Path, junk: bytes) -> None:
    workbench("import", statements)
    ran = workbench("tui", "--plain", stdin=b"open 1\n" + junk + b"\nn mine " + junk + b"\nq\n")
    assert (ran.code, ran.err) == (0, "")
    assert "is no word here" in ran.out
    assert "Left. Everything that was confirmed is kept." in ran.out
