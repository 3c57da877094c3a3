"""How PxWeb tables name regions, and the row of the whole country among them, in the languages of the offices."""

from __future__ import annotations

import re

_REGIONS_IN_ENGLISH = r"region|municipal|county|counties|settlement|district|city|cities|\barea\b"
_REGIONS_IN_MACEDONIAN = r"провинци|регион|општин|населен"
_REGIONS_IN_ALBANIAN = r"komun|qark|rreth"
_REGIONS_ELSEWHERE = r"rajon|občin|kommun|fylke|maakunta|kunta|län\b|županij|opcin|općin|okrug|област"
REGIONS = re.compile(
    rf"{_REGIONS_IN_ENGLISH}|{_REGIONS_IN_MACEDONIAN}|{_REGIONS_IN_ALBANIAN}|{_REGIONS_ELSEWHERE}", re.IGNORECASE
)
_COUNTRY_AS_A_WHOLE = (
    r"(?:the |entire |whole )*(?:whole |entire )?country\b|riket\b|hela landet|hele landet|koko maa"
    r"|manner-suomi ja|land total"
)
_COUNTRY_NAMES = (
    r"(?:република )?(?:северна )?македонија\b|република северна македонија|republika hrvatska|(?:republika )?slovenija"
    r"|shqip[ëe]ri|kosov"
)
_TOTALS = r"вкупно|total\b|gjithsej|skupaj|ukupno|allt landið|whole\b"
WHOLE_COUNTRY = re.compile(rf"{_COUNTRY_AS_A_WHOLE}|{_COUNTRY_NAMES}|{_TOTALS}", re.IGNORECASE)
