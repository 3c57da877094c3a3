"""Metadata of a bundle: an RO-Crate, with the terms of W3C PROV for what was made from what.

Sources: RO-Crate 1.1 (https://w3id.org/ro/crate/1.1), PROV-O (https://www.w3.org/TR/prov-o/).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from workbench import __version__
from workbench.bundle.zip_file import CLAIMS, METADATA, REPORT
from workbench.core.evidence import Snapshot
from workbench.core.hiding.local_paths import file_name, is_local
from workbench.core.report import Report

_CRATE = "https://w3id.org/ro/crate/1.1"
_PROV = "http://www.w3.org/ns/prov#"
_PROGRAM = "#workbench"
_MEDIA_TYPES = {CLAIMS: "application/json", REPORT: "text/html"}
_DESCRIPTIONS = {
    CLAIMS: "The claims with documents, findings, reviews and corrections, as another workbench takes them in.",
    REPORT: "The claims as a page to read.",
}


def metadata(report: Report, sizes: Mapping[str, int], hashes: Mapping[str, str], bodies: Iterable[Snapshot]) -> bytes:
    """Return the metadata file of a bundle.

    Args:
        report: The report in the bundle.
        sizes: Bytes of each file.
        hashes: The hash of each file.
        bodies: The last fetch of each archived body.
    """
    of = {f"bodies/{body.id}": body for body in bodies}
    files = [_file(name, sizes[name], hashes[name], of.get(name), list(of)) for name in sizes]
    graph = [_descriptor(), _root(report, list(sizes)), *files, _program(), *_publisher(report)]
    context = [f"{_CRATE}/context", {"prov": _PROV, "sha256": "https://schema.org/sha256"}]
    return (json.dumps({"@context": context, "@graph": graph}, ensure_ascii=False, indent=1) + "\n").encode()


def _descriptor() -> dict[str, Any]:
    return {"@id": METADATA, "@type": "CreativeWork", "conformsTo": {"@id": _CRATE}, "about": {"@id": "./"}}


def _root(report: Report, names: list[str]) -> dict[str, Any]:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": report.title,
        "description": f"{len(report.entries)} checked claims with the archived answers that their figures come from.",
        "datePublished": report.made.isoformat(),
        "hasPart": [{"@id": name} for name in names],
        "prov:wasAttributedTo": {"@id": _PROGRAM},
        **({"license": report.publisher.licence} if report.publisher.licence else {}),
        **({"publisher": {"@id": "#publisher"}} if report.publisher.name else {}),
    }


def _file(name: str, size: int, key: str, body: Snapshot | None, bodies: list[str]) -> dict[str, Any]:
    about = {"@id": name, "@type": "File", "contentSize": str(size), "sha256": key}
    if body is not None:
        return {
            **about,
            "encodingFormat": body.media_type,
            "prov:wasQuotedFrom": _origin(body.url),
            "dateModified": _moment(body.fetched),
        }
    rests = [{"@id": each} for each in (bodies if name == CLAIMS else [CLAIMS])]
    return {
        **about,
        "encodingFormat": _MEDIA_TYPES[name],
        "description": _DESCRIPTIONS[name],
        "prov:wasDerivedFrom": rests,
    }


def _origin(url: str) -> dict[str, str]:
    """Return the origin of a body; for a local file only its name, since a bundle is given to others."""
    if not is_local(url):
        return {"@id": url}
    name = file_name(url)
    return {"@id": f"#{quote(name)}", "name": name}


def _program() -> dict[str, Any]:
    return {
        "@id": _PROGRAM,
        "@type": ["SoftwareApplication", "prov:SoftwareAgent"],
        "name": "workbench",
        "version": __version__,
    }


def _publisher(report: Report) -> list[dict[str, Any]]:
    who = report.publisher
    about = {"@id": "#publisher", "@type": "Organization", "name": who.name}
    return [{**about, **({"url": who.url} if who.url else {})}] if who.name else []


def _moment(at: datetime) -> str:
    return at.isoformat()
