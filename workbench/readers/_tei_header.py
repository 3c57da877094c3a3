"""Read the header of minutes in TEI: people, sitting, day and place.

Source: the TEI guidelines' chapters on the header and on transcriptions of speech, as the ParlaMint schema narrows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from workbench.core.document import Speaker
from workbench.core.text_cleaning import clean_text
from workbench.readers._page_metadata import Page

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAME_PARTS = ("forename", "nameLink", "surname")
_OFFICES = ("head", "primeMinister", "minister", "deputyMinister", "chairperson", "president", "spokesperson")
"""ParlaMint's roles that are shown where no name of the office is given."""


def local(element: Any) -> str:
    """Return the name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def found(root: Any, name: str) -> Iterator[Any]:
    """Return every element of a name, in any namespace."""
    return (element for element in root.iter() if local(element) == name)


def words_of(element: Any) -> str:
    """Return all the words in an element, on one line and clean."""
    return " ".join(clean_text("".join(element.itertext())).text.split())


def people_of(root: Any) -> dict[str, Speaker]:
    """Return the people in the header, by their ids."""
    day = sitting_day(root)
    bodies = {org.get(_ID, ""): _english(_children(org, "orgName")) for org in found(root, "org")}
    people: dict[str, Speaker] = {}
    for person in found(root, "person"):
        if (key := person.get(_ID)) and (name := _name(person)):
            people[key] = Speaker(name, *_office(person, bodies, day))
    return people


def _name(person: Any) -> str:
    written = next(iter(_children(person, "persName")), None)
    if written is None:
        return ""
    parts = [words_of(part) for name in _NAME_PARTS for part in _children(written, name)]
    return " ".join(parts) or words_of(written)


def _office(person: Any, bodies: dict[str, str], day: date | None) -> tuple[str, str]:
    """Return a person's office and organisation on a day: a named office first, then a role.

    Plain members have none.
    """
    held = [one for one in _children(person, "affiliation") if _holds(one, day)]
    for affiliation in held:
        if role := _english(_children(affiliation, "roleName")) or (affiliation.text or "").strip():
            return clean_text(" ".join(role.split())).text.lower(), _body(affiliation, bodies)
    for affiliation in held:
        if (role := affiliation.get("role", "")) in _OFFICES:
            return _spaced(role), _body(affiliation, bodies)
    return "", ""


def _holds(affiliation: Any, day: date | None) -> bool:
    """Check whether an affiliation is valid on a day; days are in ISO form, which sorts by time."""
    when = day.isoformat() if day else ""
    start, end = affiliation.get("from") or "", affiliation.get("to") or ""
    return not when or (start <= when and (not end or when[: len(end)] <= end))


def _body(affiliation: Any, bodies: dict[str, str]) -> str:
    return bodies.get((affiliation.get("ref") or "").lstrip("#"), "")


def _spaced(role: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in role)


def _children(element: Any, name: str) -> list[Any]:
    return [child for child in element if local(child) == name]


def _english(written: Iterable[Any]) -> str:
    """Return the English one of the same words in several languages; else the first."""
    every = list(written)
    chosen = next((one for one in every if one.get(_LANG) == "en"), every[0] if every else None)
    return "" if chosen is None else words_of(chosen)


def sitting_page(root: Any) -> Page:
    """Return the metadata of the sitting."""
    header = next(found(root, "teiHeader"), None)
    if header is None:
        return Page(language=_language(root))
    setting = next(found(header, "setting"), None)
    names = [] if setting is None else [*found(setting, "name"), *found(setting, "placeName")]
    return Page(
        title=_title(header),
        day=sitting_day(root),
        url=_address(header),
        language=_language(root),
        place=_country(names),
        place_name=_english([name for name in names if name.get("type") in {"place", "city"}]),
    )


def _title(header: Any) -> str:
    """Return the name of the sitting, which is the title below that of the whole series."""
    statement = next(found(header, "titleStmt"), None)
    titles = [] if statement is None else _children(statement, "title")
    of_kind = ([t for t in titles if t.get("type") == kind] for kind in ("sub", "main"))
    return next((words for some in (*of_kind, titles) if (words := _english(some))), "")


def sitting_day(root: Any) -> date | None:
    """Return the day of the sitting, else that of the source."""
    for place in (*found(root, "setting"), *found(root, "sourceDesc")):
        for date_ in found(place, "date"):
            try:
                return date.fromisoformat((date_.get("when") or date_.get("from") or "")[:10])
            except ValueError:
                continue
    return None


def _country(names: Iterable[Any]) -> str:
    """Return the code of the country, as a key or by name."""
    countries = [name for name in names if name.get("type") in {"country", "region"} or name.get("key")]
    return next((name.get("key") or words_of(name) for name in countries), "")


def _address(header: Any) -> str:
    for source in found(header, "sourceDesc"):
        for number in found(source, "idno"):
            if (address := words_of(number)).startswith(("http://", "https://")) and " " not in address:
                return address
    return ""


def _language(root: Any) -> str:
    """Return the language of the text, or else that of the whole file."""
    tags = (element.get(_LANG) for element in (*found(root, "text"), *found(root, "TEI")))
    return next((tag[:2].lower() for tag in tags if tag and tag[2:3] in {"", "-"} and tag.isascii()), "")
