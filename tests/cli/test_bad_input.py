"""Whatever is typed, configured or in the way: one sentence of what happened, one of what to do, and the right exit code."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.cli.app import command


@pytest.fixture
def desk(workbench, statements: Path):
    assert workbench("import", str(statements)).code == 0
    return workbench


@pytest.fixture
def claim(desk) -> str:
    return desk("claims", "--json").records[0]["id"]


def two_sentences(ran) -> bool:
    """Return a message and a hint on stderr, nothing on stdout, nothing of the program's inside."""
    lines = ran.err.strip().splitlines()
    return (
        ran.out == "" and len(lines) == 2 and "Traceback" not in ran.err and all(line.isprintable() for line in lines)
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("read", "files"),
        ("import", "paths"),
        ("show", "claim"),
        ("research", "claims"),
        ("rate", "claim"),
        ("rate x", "rating"),
        ("publish", "claims"),
        ("match", "match needs claims"),
        ("known", "known needs claims"),
        ("check", "check needs claims"),
        ("known --records", "--against"),
        ("extract", "No document was named"),
        ("catalogue search", "words"),
        ("show nosuch", "There is no claim nosuch"),
        ("undo nosuch", "There is no claim nosuch"),
        ("claims --nosuch", "--nosuch"),
        ("claims --jsn", "--json"),
        ("clams", "claims"),
        ("catalogue updat", "update"),
        ("catalogue update nosuch", "worldbank"),
        ("claims --limit -1", "--limit"),
        ("claims --limit many", "--limit"),
        ("match x --limit 0", "--limit"),
        ("import . --jobs 0", "--jobs"),
        ("import . --map nonsense", "--map text=Claim"),
        ("claims --query status:opne", "Did you mean open?"),
        ("claims --query worth:>much", "worth:>0.6"),
        ("claims --query worth:>inf", "worth:>inf is no number"),
        ("claims --query worth:>1e999", "worth:>0.6"),
        ("export --format csv --query worth:nan", "worth:>0.6"),
        ("claims --db", "--db was given nothing"),
        ("claims --db --json", "--db was given nothing"),
        ("claims --config", "--config was given nothing"),
        ("claims --format htlm", "Did you mean html?"),
        ("sources --format html", "export --format"),
        ("export --format htlm", "Did you mean html?"),
        ("bundle pack", "Missing argument"),
        ("tui", "need a terminal"),
        ("demo", "demo --plain"),
        ("--db", "--db was given nothing"),
    ],
)
def test_slips_of_the_keyboard(workbench, arguments: str, words: str):
    ran = workbench(*arguments.split())
    assert ran.code == 2
    assert words in ran.err
    assert two_sentences(ran), ran.err


@pytest.mark.parametrize("option", ["--db", "--config"])
def test_an_empty_name_is_a_scripts_mistake(workbench, option: str):
    ran = workbench("claims", option, "")
    assert (ran.code, two_sentences(ran)) == (2, True)


def test_a_group_of_verbs_without_a_verb_shows_them(workbench):
    ran = workbench("catalogue")
    assert ran.code == 2
    assert "update" in ran.err
    assert "\\n" not in ran.err


def test_the_beginning_of_several_ids(desk):
    rows = desk("claims", "--json", "--limit", "0").records
    first = [row["id"][0] for row in rows]
    start = next(letter for letter in first if first.count(letter) > 1)
    ran = desk("show", start)
    assert ran.code == 2
    assert "Several claims begin with" in ran.err
    assert sum(row["id"] in ran.err for row in rows) >= 2


def test_every_verb_that_prints_prints_json(desk, claim: str, answers: str):
    verbs = [
        "claims",
        f"show {claim}",
        f"research {claim} --samples {answers}",
        f"match {claim}",
        f"known {claim}",
        f"check {claim} --samples {answers}",
        f"rate {claim} false --note because",
        f"publish {claim}",
        "undo",
        "replay",
        "sources",
        "doctor",
        "catalogue search asylum",
    ]
    for verb in verbs:
        for how in ("--json", "--format json"):
            ran = desk(*verb.split(), *how.split())
            assert ran.code == 0, (verb, how, ran.err)
            assert all(isinstance(record, dict) for record in ran.records), verb


HALF = "\udcff"
"""What Python makes of a byte on the command line that is no UTF-8."""


@pytest.mark.parametrize(
    "arguments",
    [
        ("rate", "{claim}", "false", "--note", HALF),
        ("rate", "{claim}", "false", "--by", HALF),
        ("rate", "{claim}", HALF),
        ("undo", "--by", HALF),
        ("publish", "{claim}", "--by", HALF),
        ("export", "--title", HALF),
        ("claims", "--query", HALF),
        ("show", HALF),
        ("catalogue", "search", HALF),
        (HALF,),
    ],
)
def test_words_that_are_no_text(desk, claim: str, arguments: tuple[str, ...]):
    ran = desk(*(word.format(claim=claim) for word in arguments))
    assert ran.code == 2
    assert "not UTF-8 text" in ran.err
    assert two_sentences(ran)
    assert desk("show", claim, "--json").records[0]["history"] == []


def test_control_characters_in_a_persons_words_are_not_kept(desk, claim: str):
    assert desk("rate", claim, "false", "--note", "a\x1b[31mb\u202e", "--by", "an\x1b]0;x\x07a").code == 0
    review = desk("show", claim, "--json").records[0]["history"][0]
    assert (review["note"], review["reviewer"]) == ("ab", "ana")
    assert desk("export", "--drafts", "--title", "a\x1b[31mb\nc").out.splitlines()[0] == "# ab c"


# --- the database ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("text.db", b"hello, this is a text", "not a database"),
        ("zip.db", b"PK\x03\x04" + b"\x00" * 9000, "not a database"),
        ("cut.db", None, "damaged"),
    ],
)
def test_a_file_that_is_no_database(workbench, home: Path, name: str, content: bytes | None, words: str):
    path = home / name
    if content is None:
        workbench("claims")
        path.write_bytes((home / "desk" / "workbench.db").read_bytes()[:30_000])
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    for verb in ("claims", "doctor", "undo"):
        ran = workbench(verb, "--db", str(path))
        assert (ran.code, two_sentences(ran)) == (4, True), ran.err
        assert words in ran.err
    assert path.read_bytes() == before


def test_a_database_of_a_newer_program_is_left_as_it_is(workbench, home: Path):
    workbench("claims")
    path = home / "desk" / "workbench.db"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE workbench_version SET version_num = '9999'")
    connection.close()
    ran = workbench("claims")
    assert (ran.code, two_sentences(ran)) == (4, True)
    assert "newer workbench" in ran.err


@pytest.mark.parametrize(
    "place", ["{home}", "{home}/file/desk.db", "/proc/desk.db", "{home}/" + 300 * "x", "mysql://host/desk"]
)
def test_a_place_where_no_database_can_be(workbench, home: Path, place: str):
    (home / "file").write_text("in the way")
    ran = workbench("claims", "--db", place.format(home=home))
    assert (ran.code, two_sentences(ran)) == (4, True), ran.err


@pytest.mark.parametrize("name", ["catalogue.db", "archive"])
def test_the_database_may_not_take_the_place_of_what_lies_beside_it(workbench, home: Path, name: str):
    ran = workbench("claims", "--db", str(home / name))
    assert (ran.code, two_sentences(ran)) == (2, True)


def test_an_index_is_never_put_in_place_of_somebody_elses_file(desk, home: Path):
    """The configuration names the workbench's own database as the index by mistake."""
    config = home / "config.toml"
    other = home / "other.db"
    assert desk("claims", "--db", str(other)).code == 0
    before = other.read_bytes()
    config.write_text(f'catalogue = "{other}"\n')
    ran = desk("sources", "--config", str(config))
    assert "another program" in ran.err
    assert other.read_bytes() == before
    assert desk("doctor", "--config", str(config)).code == 4


# --- the configuration -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"\xff\xfe[[", "not UTF-8"),
        (b"[[", "not TOML"),
        (b"reviewer = 3", "not a text"),
        (b'revewer = "ana"', "Did you mean reviewer?"),
        (b'data = "one.csv"', "not a list of texts"),
        (b"allow = [3]", "not a list of texts"),
        (b'publisher = "we"', "not a table"),
        (b'[publisher]\nnam = "we"', "Did you mean name?"),
        (b'[publisher]\nname = ["we"]', "not a text"),
        (b'reviewer = "a\\u001b[31m"', "control characters"),
        (b"#" * 2_000_000, "too long"),
        (b"a = " + b"[" * 100_000, "not TOML"),
        (b'db = "~nobody-at-all/x.db"', "no home folder"),
    ],
)
def test_a_configuration_that_cannot_be_used(workbench, home: Path, monkeypatch, body: bytes, words: str):
    monkeypatch.delenv("WORKBENCH_DB")
    path = home / "config.toml"
    path.write_bytes(body)
    ran = workbench("claims", "--config", str(path))
    assert (ran.code, two_sentences(ran)) == (2, True), ran.err
    assert words in ran.err


def test_a_configuration_that_is_not_there(workbench, home: Path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_CONFIG", str(home / "nosuch.toml"))
    ran = workbench("claims")
    assert (ran.code, two_sentences(ran)) == (2, True)
    monkeypatch.setenv("WORKBENCH_CONFIG", "")
    assert workbench("claims").code == 0


def test_doctor_names_scales_that_are_none(desk, claim: str, home: Path):
    config, scales = home / "config.toml", home / "scales"
    scales.mkdir()
    (scales / "ours.toml").write_text("title = 3")
    config.write_text(f'scale = "five-pint"\nscales = "{scales}"\n')
    ran = desk("doctor", "--config", str(config))
    assert ran.code == 4
    assert "ours.toml" in ran.err
    assert "Did you mean five-point?" in ran.err
    refused = desk("rate", claim, "false", "--config", str(config))
    assert (refused.code, two_sentences(refused)) == (2, True)


# --- what goes out -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["/dev/full", "/proc/report.md", "{home}", "{home}/no/such/folder.md", ""])
def test_a_report_that_cannot_be_written(desk, home: Path, place: str):
    ran = desk("export", "--drafts", "--output", place.format(home=home))
    assert (ran.code, two_sentences(ran)) == (2, True), ran.err


def test_a_device_is_written_into_and_never_replaced(desk):
    assert desk("export", "--drafts", "--output", "/dev/null").code == 0
    assert desk("export", "--drafts", "--output", "/dev/full").code == 2
    assert all(Path(device).is_char_device() for device in ("/dev/null", "/dev/full"))


@pytest.mark.parametrize("verb", ["match --records --catalogue", "known --records --against", "check --records --data"])
@pytest.mark.parametrize("content", [None, b"", b"\x00\xff\x00", b'{"id": 3}\n'])
def test_a_list_that_cannot_be_read_is_told_once(workbench, home: Path, verb: str, content: bytes | None):
    path = home / "list.csv"
    if content is not None:
        path.write_bytes(content)
    ran = workbench(*verb.split(), str(path), stdin='{"id": "a", "text": "Crime fell by 5 percent."}\n')
    empty = content == b"" and "--against" in verb  # nothing was checked before: that is no mistake
    assert ran.code == (0 if empty else 2), ran.err
    assert empty or two_sentences(ran), ran.err


# --- numbers -----------------------------------------------------------------------------------------------


def whole_numbers(verb, name: str = "") -> Iterator[tuple[str, int | None]]:
    """Yield every whole number that a verb and those below it take, and the largest that it may be."""
    for parameter in verb.params:
        taken = parameter.type_descriptor
        if taken.annotation in {int, list[int]}:
            yield f"{name} {parameter.name}".strip(), taken.parameter_info.max
    for word, below in getattr(verb, "commands", {}).items():
        yield from whole_numbers(below, f"{name} {word}".strip())


def test_no_number_is_taken_that_no_database_holds():
    """A number of a hundred digits is a slip of the keyboard: a sentence, and not an overflow somewhere below."""
    largest = dict(whole_numbers(command()))
    assert {"claims limit", "document list limit", "edits limit", "jobs cancel numbers"} <= largest.keys()
    assert not {name for name, most in largest.items() if most is None or most >= 2**63}


@pytest.mark.parametrize("verb", ["claims --limit", "edits --limit", "document list --limit", "jobs cancel"])
@pytest.mark.parametrize("number", ["99999999999999999999", "9" * 4_400])
def test_numbers_that_are_too_large(workbench, verb: str, number: str):
    ran = workbench(*verb.split(), number)
    assert (ran.code, two_sentences(ran)) == (2, True), ran
