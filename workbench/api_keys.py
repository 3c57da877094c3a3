"""The user's keys to services: from the environment, else from the keyring of the operating system.

A key is looked up by name when it is needed, and never stored in settings, files or the database. The key ``factcheck``
is ``WORKBENCH_KEY_FACTCHECK`` in the environment, or stored by ``keyring set claim-workbench factcheck`` (with ``pip
install 'claim-workbench[keys]'``).
"""

from __future__ import annotations

import os
from collections.abc import Mapping

SERVICE = "claim-workbench"
"""The name under which the keyring keeps them."""


def key_of(name: str, environ: Mapping[str, str] | None = None) -> str:
    """Return the user's key of a name; empty where there is none.

    >>> key_of("un-sdg", {"WORKBENCH_KEY_UN_SDG": " abc "})
    'abc'
    """
    env = os.environ if environ is None else environ
    return env.get(f"WORKBENCH_KEY_{name.upper().replace('-', '_')}", "").strip() or _in_keyring(name)


def _in_keyring(name: str) -> str:
    try:
        import keyring  # noqa: PLC0415  (an extra, and slow to load: wanted by services with keys alone)
    except ImportError:
        return ""
    try:
        return (keyring.get_password(SERVICE, name) or "").strip()
    except Exception:  # noqa: BLE001  (each desktop's keyring fails in its own way; a locked one is none)
        return ""
