"""The protocols of plug-ins, stores and user interfaces: this page is the plug-in manual.

The desk knows only these protocols. Only `workbench.bootstrap` passes it the implementations.

A statistics source is one module with one constant, ``SOURCE``, that satisfies `StatSource`. It never does HTTP itself: it gets a
`Fetch`, and parses the returned bytes with pure functions. It registers under the entry-point group ``workbench.sources``.
`workbench.testing` has the contract tests that it must pass.
"""

from workbench.ports.amended_claims import NOTHING_MORE, AmendedClaims
from workbench.ports.archive import Archive, Fault, Holding
from workbench.ports.claim_lists import EVERY, ORDERS, ClaimFilter, ClaimRow, DocumentRow
from workbench.ports.document_readers import Files, Raw, ReadDocument, Reader
from workbench.ports.exporters_scales_clock import Clock, Exporter, Scales
from workbench.ports.import_result import LEFT_OUT, Imported, Rejected
from workbench.ports.network_client import Answer, Credential, Fetch, Request, post
from workbench.ports.prior_checks import PriorAsk, PriorChecks, PriorFound
from workbench.ports.progress import Progress, Tell, silent
from workbench.ports.research_result import CandidateRow, Researched
from workbench.ports.statistics_source import (
    Ask,
    CataloguePage,
    ListsServices,
    SearchesItself,
    ServiceList,
    SourceAnswer,
    StatSource,
)
from workbench.ports.store import DocumentEncoder, EncodedDocument, Kept, Store
from workbench.ports.store_health import RowMarks
from workbench.ports.team_jobs import JobRow, TeamJobs

__all__ = [
    "EVERY",
    "LEFT_OUT",
    "NOTHING_MORE",
    "ORDERS",
    "AmendedClaims",
    "Answer",
    "Archive",
    "Ask",
    "CandidateRow",
    "CataloguePage",
    "ClaimFilter",
    "ClaimRow",
    "Clock",
    "Credential",
    "DocumentEncoder",
    "DocumentRow",
    "EncodedDocument",
    "Exporter",
    "Fault",
    "Fetch",
    "Files",
    "Holding",
    "Imported",
    "JobRow",
    "Kept",
    "ListsServices",
    "PriorAsk",
    "PriorChecks",
    "PriorFound",
    "Progress",
    "Raw",
    "ReadDocument",
    "Reader",
    "Rejected",
    "Request",
    "Researched",
    "RowMarks",
    "Scales",
    "SearchesItself",
    "ServiceList",
    "SourceAnswer",
    "StatSource",
    "Store",
    "TeamJobs",
    "Tell",
    "post",
    "silent",
]
