"""A user's settings of the screens: keys in the configuration folder, preferences of layout in the state folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_config_path, user_state_path

from workbench.config import APP
from workbench.tui.preferences import Preferences

KEYS = "keys.toml"
LOOKS = "screens.json"
AUTO_ADVANCE = "next-by-itself"


@dataclass(frozen=True, slots=True)
class Personal:
    """A user's own settings of the screens.

    Attributes:
        keys: The file of keys; None for the usual keys.
        kept: Preferences that are saved between sessions.
        next: Whether, by the configuration, the next open claim opens by itself after a verdict.
    """

    keys: Path | None = None
    kept: Preferences = field(default_factory=Preferences)
    next: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether the next open claim opens by itself after a verdict: as chosen on the screen, else as configured."""
        return self.kept.get(AUTO_ADVANCE, "yes" if self.next else "no") == "yes"

    def go_on(self, *, yes: bool) -> None:
        """Save whether the next open claim opens by itself."""
        self.kept.keep(AUTO_ADVANCE, "yes" if yes else "no")


def keys_path(config: Path | None = None) -> Path:
    """Return the path of the file of keys: next to the configuration file in use, else in the user's folder."""
    return (config.parent if config else user_config_path(APP, appauthor=False)) / KEYS


def personal(config: Path | None = None, *, goes_on: bool = False) -> Personal:
    """Return the present user's settings, given the configuration file in use and its value of `next`."""
    return Personal(keys_path(config), Preferences(user_state_path(APP, appauthor=False) / LOOKS), goes_on)
