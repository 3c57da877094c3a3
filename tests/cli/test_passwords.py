"""The password of a database is shown nowhere: not by doctor, not in an error, not in what a fault leaves behind."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from workbench.core.hidden import without_passwords
from workbench.store.addresses import name_of

PASSWORDS = ("hunter2-kept", "p@ss:w/rd%", "größer als", "a&b=c?d#e", "x'y\"z", "100%")
PLACES = ("postgresql://ana:{}@127.0.0.1:9/desk", "postgresql://127.0.0.1:9/desk?user=ana&password={}",
          "postgresql+psycopg://ana:{}@127.0.0.1:9/desk?sslmode=disable", "postgresql://ana:{}@no.such.host.invalid/desk",
          "mysql://ana:{}@127.0.0.1/desk", "postgresql://ana:{}@127.0.0.1:port/desk",
          "postgresql://ana@127.0.0.1:9/desk?sslpassword={}&password={}", "postgresql://ana:{}@/desk?host=/nowhere")  # fmt: skip
VERBS = (("doctor",), ("archive", "prune"))


def forms(password: str) -> set[str]:
    """The ways in which a password is written in an address."""
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


@pytest.mark.parametrize("password", PASSWORDS)
@pytest.mark.parametrize("place", PLACES)
def test_a_name_holds_none(password, place):
    for written in forms(password):
        address = place.replace("{}", written)
        assert written not in without_passwords(f"It failed at {address} for a reason.")
        if "mysql" not in place and ":port" not in place:
            assert written not in name_of(address)
            assert "***" not in name_of(address), "libpq takes the password from where it is kept"


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
