"""The protocols that a plug-in, a store and a face must satisfy: this page is the plug-in manual.

The desk knows only these shapes. `workbench.bootstrap` is the one place that hands it real things.

A statistics source is one module with one constant, ``SOURCE``, that satisfies `StatSource`. It never does HTTP: it is handed
a `Fetch`, and reads the bytes that come back with pure functions. It registers under the entry-point group
``workbench.sources``. `workbench.testing` has the contract that it must pass.
"""

from workbench.ports.archiving import Archive, Fault, Holding
from workbench.ports.checking import PriorAsk, PriorChecks, PriorFound
from workbench.ports.documents import Files, Raw, ReadDocument, Reader
from workbench.ports.faces import Clock, Exporter, Scales
from workbench.ports.importing import LEFT_OUT, Imported, Rejected
from workbench.ports.listing import EVERY, ORDERS, ClaimFilter, ClaimRow, DocumentRow
from workbench.ports.network import Answer, Credential, Fetch, Request, post
from workbench.ports.progress import Progress, Tell, silent
from workbench.ports.researched import CandidateRow, Researched
from workbench.ports.statistics import (
    Ask,
    CataloguePage,
    ListsServices,
    SearchesItself,
    ServiceList,
    SourceAnswer,
    StatSource,
)
from workbench.ports.store_health import RowMarks
from workbench.ports.storing import (
    NOTHING_MORE,
    AmendedClaims,
    DocumentEncoder,
    EncodedDocument,
    Kept,
    Store,
)

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
    "Tell",
    "post",
    "silent",
]
