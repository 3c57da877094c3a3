"""Where a service's key is found: the environment first, then the keyring, and nowhere is no key."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend

from workbench.api_keys import key_of


class Drawer(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()
        self.kept, self.locked = {("claim-workbench", "factcheck"): " from-the-keyring "}, locked

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise OSError("no bus")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def use():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_the_environment_goes_before_the_keyring(use):
    use(Drawer())
    assert key_of("factcheck", {"WORKBENCH_KEY_FACTCHECK": "from-the-environment"}) == "from-the-environment"
    assert key_of("factcheck", {}) == "from-the-keyring"
    assert key_of("factcheck", {"WORKBENCH_KEY_FACTCHECK": " "}) == "from-the-keyring"
    assert key_of("fred", {}) == ""


def test_a_locked_keyring_is_no_key_and_no_failure(use):
    use(Drawer(locked=True))
    assert key_of("factcheck", {}) == ""
