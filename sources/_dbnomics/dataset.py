"""Datasets of DBnomics: their name, their publisher and its terms, their dimensions.

Depending on the age of the copy, labels are an object or a list of pairs, and a dataset is alone or in a list of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from sources._cube.cube import Axis, Member, Role
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day

NAME, TITLE = "dbnomics", "DBnomics"
_ROLES: Mapping[str, Role] = MappingProxyType(
    dict.fromkeys(("geo", "ref_area", "country", "location", "reporter", "area", "weo-country", "cou"), Role.PLACE)
    | dict.fromkeys(("freq", "frequency"), Role.FREQUENCY)
    | dict.fromkeys(("unit", "unit_measure", "unit_mult_measure"), Role.UNIT)
)


@dataclass(frozen=True, slots=True)
class DbnomicsDataset:
    """An answer's metadata of the dataset and its provider."""

    code: str = ""
    name: str = ""
    updated: date | None = None
    provider: str = ""
    terms: str = ""
    website: str = ""
    axes: tuple[Axis, ...] = ()


def role_of(dimension: str) -> Role:
    """Return the role of a dimension, by its code.

    >>> role_of("REF_AREA").value, role_of("freq").value, role_of("sex").value
    ('place', 'frequency', 'other')
    """
    return _ROLES.get(dimension.lower(), Role.OTHER)


def dataset_of(tree: Any) -> DbnomicsDataset:
    """Read the dataset and the provider of an answer in either form."""
    about, provider = tree.get("dataset"), tree.get("provider")
    if not isinstance(about, dict):
        many = tree.get("datasets")
        rows = many.get("docs") if isinstance(many, dict) and isinstance(many.get("docs"), list) else None
        rows = rows if rows is not None else list(many.values()) if isinstance(many, dict) else []
        about = next((row for row in rows if isinstance(row, dict)), {})
    provider = provider if isinstance(provider, dict) else {}
    return DbnomicsDataset(
        clean(about.get("code"), 120),
        clean(about.get("name"), 300),
        read_day(about.get("updated_at")),
        clean(provider.get("name"), 120) or clean(about.get("provider_name"), 120),
        clean(provider.get("terms_of_use"), 200),
        clean(provider.get("website"), 200),
        tuple(_axes(about)),
    )


def _axes(about: Mapping[str, Any]) -> Iterator[Axis]:
    labels, names = _pairs(about.get("dimensions_values_labels")), _pairs(about.get("dimensions_labels"))
    order = about.get("dimensions_codes_order")
    codes = [clean(code, 60) for code in order] if isinstance(order, list) else list(labels)
    for code in dict.fromkeys(codes):
        members = (
            Member(clean(one, 120), clean(label, 120) or clean(one, 120))
            for one, label in _pairs(labels.get(code)).items()
        )
        label = clean(names.get(code), 60) or code
        yield Axis(code, label, tuple(members), role_of(code))


def _pairs(tree: Any) -> dict[str, Any]:
    """Read an object, or the list of pairs that newer answers have in its place."""
    if isinstance(tree, dict):
        return {clean(key, 120): value for key, value in tree.items()}
    rows = tree if isinstance(tree, list) else []
    return {clean(row[0], 120): row[1] for row in rows if isinstance(row, list) and len(row) == 2}
