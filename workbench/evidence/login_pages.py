"""Recognise a page that asks for a login instead of showing its content."""

from __future__ import annotations

import re
from typing import Any

SHORT = 1_500
"""Characters below which a page with a field for a password is taken for a login page."""

_LOGIN_WORDS = (
    r"log[ -]?[io]n", r"sign[ -]?in", r"anmeld(?:en|ung)", "einloggen", "connexion", "se connecter", r"iniciar sesi[oó]n",
    "accedi", r"prijav\w*", r"најав\w*", "hyrje", r"giri[sş] yap",
)  # fmt: skip
_LOGIN = re.compile(rf"\b(?:{'|'.join(_LOGIN_WORDS)})\b", re.IGNORECASE)


def asks_who(root: Any, title: str, text: str) -> bool:
    """Check whether a page asks who its reader is: a field for a password, and a title or little text that says so."""
    kinds = {str(each.get("type", "")).lower() for each in root.iter("input")}
    asks = bool(_LOGIN.search(title))
    return ("password" in kinds and (asks or len(text) < SHORT)) or (asks and bool({"password", "email"} & kinds))
