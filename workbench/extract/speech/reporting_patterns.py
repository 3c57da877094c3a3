"""The patterns of reported speech: what may stand around a verb of saying."""

from __future__ import annotations

import re

_ADJUNCT_WORD = (
    r"in|on|at|during|to|of|after|before|by|from|last|this|earlier|yesterday|today|via|through|when|while|as|with"
    r"|about|[A-Z][a-z]+day"
)
ADJUNCT = re.compile(rf"(?:\s+(?:{_ADJUNCT_WORD})\b[^,;:\"“”\x01]{{0,90}})?\s*,?\s*(?:[.!?]|\Z)")
_AUDIENCE_OR_TIME = (
    r"(?:to|in|on|at|of|via|during|through|when|while|as|reporters|[A-Z][a-z]+day|[A-Z][\w’'.]+(?:\s[A-Z][\w’'.]+)*)"
)
_QUOTE_AHEAD = r"(?=[\"“«]|'')"
OPENING = re.compile(rf"(?:\s+{_AUDIENCE_OR_TIME}\b[^.;\"“]{{0,100}}?)?[,:]?\s*{_QUOTE_AHEAD}")
_HEARER = r"(?:the|a|an|his|her|their|reporters|lawmakers|journalists|parliament|us|me|[A-Z][\w’'.-]+)"
_OCCASION_OR_END = r"(?=\s(?:in|on|at|during|after)\b|\s*[.,]|\Z)"
HEARD = re.compile(rf"\s+{_HEARER}(?:\s(?!that\b)[\w’'.-]+){{0,4}}?{_OCCASION_OR_END}")
NO_CLAUSE = re.compile(
    r"\s+(?:in|on|at|to|of|for|with|by|as|about|and|or|so|hello|goodbye|yes|no|a lot|little|much|nothing)\b|\s*[.,;)]"
)
COUNTS = re.compile(r"(?:writ|wrote|tell|told|add|note)\w*\s+[\d$€£]")
NO_THING = re.compile(
    r"\s+(?:to|in|on|at|of|for|with|by|as|and|or|so|up|out|[\d$€£]|about\s\d|than)\b|\s*[.,;:)]|\s+\d"
)
CLAUSE = re.compile(
    r"\s+(?:he|she|it|they|we|there|the|his|her|their|its|this|these|a|an|no|some|many|most|more|[A-Z][\w’'.]+)\s"
)
JOINED = re.compile(r"\b(?:and|but|then)\s(?:(?:also|later|then|even|has|had|have|[a-z]+ly)\s)*\Z")
BY = re.compile(r"\s(?:by|from|of)\s(?P<who>(?:[\w’'.]+\s){1,5}?)(?=that\s)")
DETERMINED = re.compile(
    r"(?:\b(?:[Aa]|[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Nn]o|[Aa]ny|[Ee]very|[Ss]uch|[Tt]hese|[Tt]hose)|['’]s)\s\Z"
)
