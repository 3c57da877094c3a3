"""The password of a database is shown nowhere: not by doctor, not in an error, not in what a fault leaves behind."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from tests.each import each
from workbench.core.hiding.passwords import without_passwords
from workbench.store.databases.addresses import name_of

PASSWORDS = ("hunter2-kept", "p@ss:w/rd%", "größer als", "a&b=c?d#e", "x'y\"z", "100%")
PLACES = ("postgresql://ana:{}@127.0.0.1:9/desk", "postgresql://127.0.0.1:9/desk?user=ana&password={}",
          "postgresql+psycopg://ana:{}@127.0.0.1:9/desk?sslmode=disable", "postgresql://ana:{}@no.such.host.invalid/desk",
          "mysql://ana:{}@127.0.0.1/desk", "postgresql://ana:{}@127.0.0.1:port/desk",
          "postgresql://ana@127.0.0.1:9/desk?sslpassword={}&password={}", "postgresql://ana:{}@/desk?host=/nowhere")  # fmt: skip
VERBS = (("doctor",), ("archive", "prune"))


def forms(password: str) -> set[str]:
    """Return the ways in which a password is written in an address."""
    return {quote(password, safe=""), quote_plus(password)}


@pytest.mark.parametrize("password", PASSWORDS)
@pytest.mark.parametrize("place", PLACES)
def test_no_verb_shows_it(workbench, home, password, place):
    for written in forms(password):
        for verb in VERBS:
            ran = workbench(*verb, "--db", place.replace("{}", written))
            assert ran.code in {2, 4}, ran
            for form in (password, written):
                assert form not in ran.out + ran.err, ran


@each("password", PASSWORDS)
@each("place", PLACES)
def test_a_name_holds_none(password, place):
    for written in forms(password):
        address = place.replace("{}", written)
        assert written not in without_passwords(f"It failed at {address} for a reason.")
        if "mysql" not in place and ":port" not in place:
            assert written not in name_of(address)
            assert "***" not in name_of(address), "libpq takes the password from where it is kept"


@pytest.mark.parametrize(
    "setting", ["password", "passwd", "PASSWORD", "pass%77ord", "password%20", "sslpassword", "pwd"]
)
def test_a_setting_that_says_by_its_name_what_it_is(workbench, home, setting):
    """A parameter that is written amiss is a password all the same."""
    place = f"postgresql://ana@127.0.0.1:9/desk?{setting}=hunter2-kept"
    for verb in (("doctor",), ("backup", "there"), ("jobs",), ("archive", "prune"), ("db", "check")):
        ran = workbench(*verb, "--db", place)
        assert (ran.code, "hunter2" in ran.out + ran.err) == (4, False), ran
    assert "hunter2" not in workbench("archive", "prune", "--without", place).err
    assert "hunter2" not in without_passwords(f"It failed at {place}, said another program.")
    assert "hunter2" not in name_of(place)


@pytest.mark.parametrize(
    "place",
    [
        "postgresql:/ana:{}@127.0.0.1/desk",
        "postgresql//ana:{}@127.0.0.1/desk",
        "postgres:ana:{}@127.0.0.1/desk",
        " postgresql+psycopg:/ana:{}@127.0.0.1/desk",
        "ana:{}@127.0.0.1/desk",
        "host=127.0.0.1 user=ana password={} dbname=desk",
        "password = '{}'",
        "sqlite://ana:{}@127.0.0.1/desk",
        "mysql//ana:{}@127.0.0.1/desk",
    ],
)
def test_an_address_that_is_written_amiss_makes_no_file_of_its_name(workbench, home, monkeypatch, place):
    """A new and empty desk under such a name would say nothing, and lie there with the password on it."""
    monkeypatch.chdir(home)
    for verb in (("claims",), ("doctor",), ("db", "check"), ("backup", "there"), ("tag", "x", "y")):
        ran = workbench(*verb, "--db", place.replace("{}", "hunter2"))
        assert (ran.code, "hunter2" in ran.out + ran.err) == (2, False), ran
    assert workbench("db", "copy", place.replace("{}", "hunter2")).code == 2
    assert not [path for path in home.rglob("*") if "hunter2" in str(path) or "127.0.0.1" in str(path)]


@pytest.mark.parametrize(
    "place", ["ana@work.db", "./ana:x@work.db", "10:30.db", "postgres.db", "of/host=x.db", "a b.db"]
)
def test_a_file_may_go_by_most_names(workbench, home, monkeypatch, place):
    monkeypatch.chdir(home)
    assert workbench("claims", "--db", place).code == 0
    assert (home / place).is_file()


def test_a_fault_leaves_none_behind(workbench, home, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("postgresql://ana:hunter2-kept@host/desk and password=hunter2-kept")

    monkeypatch.setattr("workbench.config.settings", fail)
    monkeypatch.setenv("TMPDIR", str(home))
    monkeypatch.setattr("tempfile.tempdir", str(home))
    assert workbench("claims").code == 70
    (left,) = Path(home).glob("workbench-fault-*.txt")
    assert "ZeroDivisionError" in left.read_text()
    assert "hunter2" not in left.read_text()
