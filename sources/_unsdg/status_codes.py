"""Codes of the UN SDG database for the nature and the status of a figure, with their meaning in words.

One letter says whether a country counted or an agency estimated. Codes are those of its code lists
(https://unstats.un.org/sdgs/indicators/database, "Nature of data points").
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbench.core.series import Status

NATURES: Mapping[str, tuple[Status, str]] = MappingProxyType(
    {
        "C": (Status.FINAL, ""),
        "CA": (Status.FINAL, "Country data, adjusted by the agency for comparability."),
        "E": (Status.ESTIMATED, "Estimated from country data by the agency."),
        "G": (Status.FINAL, ""),
        "M": (Status.ESTIMATED, "Modelled by the agency: the country has no figure of its own."),
        "N": (Status.MISSING, "Not relevant to the place."),
    }
)
"""Where a figure comes from, by the letter of its nature; a modelled one is the agency's and not the country's."""

MARKS: Mapping[str, tuple[Status, str]] = MappingProxyType(
    {
        "B": (Status.BREAK, "Break in the time series."),
        "E": (Status.ESTIMATED, "Estimated."),
        "F": (Status.FORECAST, "Forecast."),
        "I": (Status.ESTIMATED, "Imputed by the agency."),
        "L": (Status.MISSING, "Data exist and were not collected."),
        "M": (Status.MISSING, "Missing."),
        "P": (Status.PROVISIONAL, "Provisional."),
        "U": (Status.FINAL, "Low reliability."),
    }
)
"""What the observation status, where there is one, makes of a figure."""
