"""Where a user's own settings of the screens lie: keys in the configuration folder, choices of looks in the state folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_config_path, user_state_path

from workbench.config import APP
from workbench.tui.preferences import Preferences

KEYS = "keys.toml"
LOOKS = "screens.json"


@dataclass(frozen=True, slots=True)
class Personal:
    """A user's own settings of the screens.

    Attributes:
        keys: The file of keys; None for the usual keys.
        kept: Choices that are kept from one session to the next.
    """

    keys: Path | None = None
    kept: Preferences = field(default_factory=Preferences)


def keys_path(config: Path | None = None) -> Path:
    """The file of keys: beside the configuration file in force, else in the user's configuration folder."""
    return (config.parent if config else user_config_path(APP, appauthor=False)) / KEYS


def personal(config: Path | None = None) -> Personal:
    """The settings of whoever is at the keyboard, with the configuration file in force."""
    return Personal(keys_path(config), Preferences(user_state_path(APP, appauthor=False) / LOOKS))
