"""Translate units and measures in Macedonian titles to English, which the rules for units read.

The State Statistical Office of North Macedonia gives unit and multiplier only in labels: «мил. денари», «во проценти».
The table is small on purpose: it has only words for the kind of figure.
"""

from __future__ import annotations

import re

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")

_WORDS: tuple[tuple[str, str], ...] = (
    (r"процентни поени", "percentage points"),
    (r"(?:во )?проценти?\b", "percent"),
    (r"стапк[аи] на", "rate of"),
    (r"стапк[аи]", "rate"),
    (r"учество во бдп", "share of GDP"),
    (r"учество", "share"),
    (r"(?:во )?(?:мил\.|милиони?)", "million"),
    (r"(?:во )?(?:милијард[аи]|млрд\.?)", "billion"),
    (r"(?:во )?(?:\bилјад[аи]|\bил\.)", "thousand"),
    (r"во денари", "in denars"),
    (r"денари?\b|ден\.", "denars"),
    (r"(?:во )?(?:евра|евро)\b", "euros"),
    (r"(?:во )?(?:сад|американски) долари|долари на сад|сад \$", "US dollars"),
    (r"на (\d[\d. ]*) (?:жители|лица)", r"per \1 inhabitants"),
    (r"на (\d[\d. ]*) живородени", r"per \1 live births"),
    (r"тековни цени", "current prices"),
    (r"постојани цени|цени од претходната година", "constant prices"),
    (r"верижни индекси|индекс[аи]?\b", "index"),
    (r"број на", "number of"),
    (r"вкупен број|број\b", "number"),
    (r"просечн[аио]\w*|просек", "average"),
    (r"плат[аи]\b", "wage"),
    (r"невработени лица|невработени\b", "unemployed persons"),
    (r"невработеност", "unemployment"),
    (r"вработени лица|вработени\b", "employed persons"),
    (r"вработеност", "employment"),
    (r"население", "population"),
    (r"живородени(?: деца)?", "live births"),
    (r"умрени(?: лица)?|починати(?: лица)?", "deaths"),
    (r"склучени бракови", "marriages"),
    (r"доселени", "immigration persons"),
    (r"отселени|иселени", "emigration persons"),
    (r"извоз", "exports"),
    (r"увоз", "imports"),
    (r"бруто[- ]домашен производ|\bбдп\b", "GDP"),
    (r"ноќевања", "nights"),
    (r"туристи", "tourists"),
    (r"лица\b|жители\b", "persons"),
    (r"тони\b", "tonnes"),
    (r"хектари\b", "hectares"),
)
_LABELS = {
    "нето": "Net",
    "бруто": "Gross",
    "мажи": "Men",
    "жени": "Women",
    "вкупно": "Total",
    "извоз": "Exports",
    "увоз": "Imports",
    "стапка на невработеност": "Unemployment rate",
    "стапка на вработеност": "Employment rate",
    "стапка на активност": "Activity rate",
    "вработени": "Employed",
    "невработени": "Unemployed",
    "градско": "Urban",
    "селско": "Rural",
    "државјани": "Citizens",
    "странци": "Foreigners",
    "доселени": "Immigrants",
    "отселени": "Emigrants",
    "родени": "Births",
    "живородени": "Live births",
    "умрени": "Deaths",
}
_RULES = tuple((re.compile(pattern, re.IGNORECASE), english) for pattern, english in _WORDS)
_LONGEST = 400


def in_english(text: str) -> str:
    """Translate the Macedonian words for kinds of figures in a title or unit; other text is unchanged.

    >>> in_english("тековни цени (мил. денари)"), in_english("Population, total")
    ('current prices (million denars)', 'Population, total')
    """
    if not _CYRILLIC.search(text) or len(text) > _LONGEST:
        return text
    for pattern, english in _RULES:
        text = pattern.sub(english, text)
    return text


def english_label(label: str) -> str:
    """Translate a member's label, if it is one of the few that claims name; others are unchanged.

    >>> english_label("Жени"), english_label("Скопски")
    ('Women', 'Скопски')
    """
    return _LABELS.get(label.strip().lower(), label)
