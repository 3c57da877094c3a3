"""Passwords in settings and addresses become stars; a service's key that only looks like one is left whole for its reader to hide."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.hiding.passwords import is_secret, without_passwords


@each(
    "name",
    [
        "password",
        "passwd",
        "sslpassword",
        "PASSWORD",
        "pass%77ord",
        "password%20",
        "pwd",
        "client_secret",
        "db.password",
        "userpassword",
        "password2",
    ],
)
def test_a_setting_by_such_a_name_is_hidden(name: str) -> None:
    assert is_secret(name)
    for text in (f"{name}=hunter2", f"postgresql://host/desk?{name}=hunter2", f"host=x {name}=hunter2 port=1"):
        assert "hunter2" not in without_passwords(text)


@pytest.mark.parametrize("name", ["passfile", "sslmode", "secretary", "host", "AIzasecret", "compass"])
def test_any_other_setting_is_shown(name: str) -> None:
    assert not is_secret(name)
    assert without_passwords(f"desk?{name}=plain") == f"desk?{name}=plain"


@pytest.mark.parametrize("key", ["AIza+very/secret=key", "AIzasecret=key", "a/password=b"])
def test_a_key_in_a_message_stays_whole(key: str) -> None:
    """What hides a service's key looks for all of it: half a key with stars behind it would be shown."""
    assert key in without_passwords(f"The service refused: key not valid: {key}.")
