"""English patterns for the kinds of claims: promise, undertaking, opinion, rank, comparison, share.

Each pattern is built from named parts. The other languages list theirs in the word files (see `claim_kinds.is_kind_elsewhere`).
"""

from __future__ import annotations

import re

from workbench.extract.words.phrase_prefilter import PrefilteredPattern, join_alternatives
from workbench.extract.words.small_numbers import ordinal_pattern
from workbench.extract.words.superlatives import OF_FIGURES, superlatives
from workbench.extract.words.word_files import ENGLISH

_WILL = r"will(?!\s(?:of|to)\b)(?<![Tt]he\swill)(?<!political\swill)(?<!free\swill)(?<!strong\swill)(?<![Ll]ast\swill)"
"""The verb: "the will of the people", "a strong will" and "the political will" promise nothing."""

_WOULD = r"would(?!\s(?:like|say|argue|have))"
_PLAN = r"plan(?<![Tt]he\splan)(?<!\ba\splan)"
"""The verb: "the plan" and "a plan" are nouns."""

_GOAL_IS_TO = r"(?:goal|aim|target|objective|ambition|plan|intention)s?\s(?:is|was|are)\sto"
_INTENDS_TO = (
    rf"(?:{_PLAN}|intend|aim|pledge|promise|propose|(?<!could\s)(?<!can\s)(?<!might\s)expect(?!s?\sto\slive\b))s?\sto"
)
_EXPECTED_TO = (
    r"(?:pledged|promised|committed|planned|expected|projected|forecast|predicted|set|scheduled|vow(?:s|ed)?)\sto"
)
_IS = r"(?:is|are|was|were|be|['’](?:s|re))\s(?:\w+ly\s|also\s|now\s|still\s)?"
_CAUSE = (
    r"(?:the|an?|its|our|their|his|her|this|these"
    r"|higher|lower|more|less|fewer|\w+ing|\w+ed|poor|low|high)\b"
)
"""Words after "due to" where it means "because of"."""

_DUE_TO = rf"(?:{_IS}due\sto\s(?!{_CAUSE})|due\sto\s(?=(?:be|open|start|begin|come|close|end|finish|expire|arrive)\b))"
_FORECASTERS = (
    r"(?:bank|ministry|minister|government|institute|fund|commission|council|committee|office|staff|[Tt]reasury|IMF|OECD"
    r"|[Ee]xperts|[Ee]conomists|[Aa]nalysts|[Ff]orecasters)"
)
_FORECAST = (
    r"(?:is|are)\s(?:projected|forecast|expected|on\strack\sto)"
    r"|(?:is|are)\sto\sbe\s(?:\w+ly\s)?(?:doubled|tripled|halved|raised|increased|reduced|lowered|cut|built|spent|paid|invested"
    r"|created|hired|recruited|trained|opened|closed|extended|introduced|abolished|provided|funded)\b"
    r"|forecasts\s(?!for\b|of\b|were\b|are\b)|(?:am|is|are|['’](?:s|re|m))\s(?:\w+\s)?forecasting\s"
    r"|(?:[Ww]e|[Tt]hey|I|[Aa]nalysts|[Ee]conomists|staff)\s(?:now\s|still\s)?(?:forecast|project|anticipate)\s"
    rf"|{_FORECASTERS}\s(?:now\s|still\s)?(?:projects|anticipates|sees\s(?:growth|inflation|unemployment)\s(?:of|at)|budgets\sfor)\s"
    r"|(?:is|are)\sseen\sat\b[^.;:]{0,40}\bnext\s"
    r"|[Aa]ccording\sto\s(?:the|our|its|their|a|this)\s(?:\w+\s)?(?:forecasts?|projections?|predictions?)"
    r"|(?:forecasts?|projections?)\s(?:for\s(?:19|20)\d\d\s|for\s(?:next|this)\syear\s)?(?:is|are)\b"
    rf"|(?:(?<!can\s)(?:[Ww]e|[Tt]hey|I)|{_FORECASTERS})\s(?:now\s|still\s)?"
    r"expects?\s(?!to\s(?:live|reach)|(?:you|people|nothing|him|her|them|us)\b)"
)
_AIMS = r"aims?\sfor|(?:goal|target|objective)s?\s(?:is|are)"

PROMISE = re.compile(
    rf"\b(?:{_WILL}|shall|won['’]t|going\sto|about\sto|{_WOULD}|{_GOAL_IS_TO}|{_INTENDS_TO}|{_EXPECTED_TO}"
    rf"|{_DUE_TO}|{_FORECAST}|{_AIMS})\b|['’]ll\b"
)
"""Words about the future."""

_NO_PLEDGE_AFTER_WILL = (
    r"be|have|go|do|see|say|tell|ask|talk|come|get|take|let|answer|give|know|remember|speak|turn"
    r"|move|try|continue|always|like|look|think"
)
"""Verbs after "will" that open a remark or a guess, and pledge nothing."""

_WILL_ACT = rf"(?:will|shall)\s(?!(?:not\s|never\s)?(?:{_NO_PLEDGE_AFTER_WILL})\b)"
_GOING_TO_ACT = r"going\sto\s(?!(?:be|have|say|tell|ask|talk|get|see)\b)"
_GOAL_TO_ACT = r"(?:goal|aim|target|objective|plan|intention)s?\s(?:is|are)\sto\s"
_PLEDGE_TO_ACT = rf"(?:{_PLAN}|intend|pledge|promise)s?\sto\s|(?:pledged|promised|committed|planned)\sto\s"

UNDERTAKING = re.compile(rf"\b(?:{_WILL_ACT}|{_GOING_TO_ACT}|{_GOAL_TO_ACT}|{_PLEDGE_TO_ACT})")
"""Words that introduce what somebody means to do."""

_THINKS = r"\s(?:(?:\w+ly|do\snot|don['’]t)\s)?(?:think|believe|feel|hope|guess|suspect|wish)\b"
_IS_SURE = r"(?:\sam|['’]m|\sare|['’]re)\s(?:\w+ly\s)?(?:sure|convinced|confident|certain)\b"

OPINION = re.compile(rf"\b(?:I|[Ww]e)(?:{_THINKS}|{_IS_SURE})|\b[Ii]n (?:my|our) (?:opinion|view)\b")
"""Words for what a speaker thinks or hopes."""

SUPERLATIVES = superlatives(ENGLISH)
_MOST = r"most\s(?:expensive|populous|common|dangerous|indebted|corrupt|competitive|productive|visited|polluted|unequal|\w+ed)"
_MEASURED = rf"{SUPERLATIVES}|{_MOST}|least\s\w+"
"""Superlatives that a figure can test."""

_ORDINAL = ordinal_pattern(ENGLISH)
_NUMBER_SIGN = r"(?:number\s|No\.?\s|#)"
_OWNER_OR_THE = r"(?:the|its|our|their|a|world['’]s|Europe['’]s|country['’]s)"
_AMONG_OR_SINCE = r"(?:in|of|among|across|since|ever|on\srecord|worldwide)"

_SECOND_LARGEST = rf"{_ORDINAL}[- ](?:{_MEASURED})"
_LARGEST_AMONG = rf"{_OWNER_OR_THE}\s(?:{_MEASURED})\b[^.;]{{0,90}}?\b{_AMONG_OR_SINCE}\b"
_RANKS_NTH = (
    r"(?:ranks?|ranked|ranking)\s(?:in\s)?(?:the\s)?(?!\d+\s[a-z]+s\b)"
    rf"{_NUMBER_SIGN}?(?:\d|first|last|{_ORDINAL})"
)
_PLACED_NTH = rf"(?:places?|placed|stands?)\s(?:in\s)?(?:the\s)?(?:{_NUMBER_SIGN}\d|first|last|{_ORDINAL})"
_TAKES_NTH_PLACE = rf"(?:takes?|took|holds?|held|won|shares?)\s(?:first|last|{_ORDINAL})\splace"
_WORLDS_LARGEST = rf"(?:[A-Z]\w+|world|nation|country)['’]s\s(?:{_ORDINAL}[- ])?(?:{_MEASURED})\b"
_THAN_EVER = r"(?i:more|fewer|less|higher|lower|better|worse|[a-z]+er)\b[^.;:]{0,60}?\bthan\s(?:ever|at\sany\s(?:other\s)?time)\b"
_THAN_IN_ANY = (
    r"(?i:more|fewer|less|higher|lower|better|worse|[a-z]+er)\b[^.;:]{0,60}?\bthan\s(?:(?:in|at|for)\s)?any\s(?:other\s|single\s)?"
    r"(?:year|month|quarter|week|day)\b"
)
_BEST_SINCE = (
    r"the\s(?:best|worst|most|fewest|least)\s(?:\w+\s){0,6}(?:since|on\srecord|in\s(?:\w+\s){0,2}(?:years|decades))\b"
)
_NUMBER_ONE = r"(?:[Nn]umber|No\.)[\s-](?:one|1)\b(?:\s(?:in|among|for))?"
_FIRST_AMONG = rf"(?:first|last|{_ORDINAL})\s(?:place\s)?(?:in|among)\s(?:the\s(?:world|EU|region)|Europe|Africa|Asia)"
_MOVED_TO_NTH = rf"(?:from|to)\s(?:the\s)?(?:{_ORDINAL}\s(?:place|rank|position)|rank\s\d)\b"
_RECORD_HIGH = r"(?:all-time|record)\s(?:high|low)"
_SETS_RECORD = r"(?:set|hit|hits|reach|reached|posted|marked|broke|was|is)\s(?:an?|the|another|all)\s(?:all-time\s|new\s|historic\s)?records?\b(?!\s(?:of|for|number|high|low))"
_NEVER_SO = r"[Nn]ever\s(?:before\s)?(?:had|have|has|were|was|did)\s[^.;,]{0,50}?\b(?:so|as)\s(?:few|many|little|much|low|high)\b"
_NOT_IN_ANY = r"(?:not|never)\s(?:been\s|had\s|seen\s)?(?:so|as)\s(?:few|many|little|much|low|high|large|small)\b[^.;,]{0,60}?\bin\sany\s"
_NO_HIGHER_SINCE = r"no\s(?:higher|larger|greater|bigger|lower|smaller)\b[^.;:,]{0,40}?\bsince\b"
_LARGEST_SINCE = rf"(?i:{OF_FIGURES})(?:\s\w+){{0,2}}?\ssince\b"
_WHERE_HIGHEST = (
    rf"(?:(?:am|is|are|was|were|be|been|being|stood|lay|remained|ranked)\s(?:\w+ly\s|also\s|again\s|at\s|to\s|the\s|a\s|its\s|their\s)*(?:{OF_FIGURES})\b"
    r"(?=\s(?:in|of|at|among|for|since|ever|there|here|level|figure|value|point|rate|number|share|total)\b|\s?[.,;:!?–—]|\Z)"
    rf"|(?:at|to|with|had|has|have|recorded|showed|saw)\s(?:an?\s|the\s|its\s|their\s)?(?:{OF_FIGURES})\b(?!-))"
)
_HIGHEST_FIGURE = rf"[Tt]he\s(?:{OF_FIGURES})\s(?:level|figure|value|number|rate|share|point|total)\b"
_HIGHEST_HEADLINE = rf"(?<=[:;–—]\s)(?:{OF_FIGURES})\sin\b|{_LARGEST_SINCE}"
"""A superlative that says where or when it was: "was highest in Malta", "with the lowest figure", "at lowest level"."""

_NOT_SINCE = (
    r"[Nn](?:ot|ever)\s(?:since|in\sthis\s(?:century|decade|millennium|generation))\s[^.;,]{0,60}?"
    r"\b(?:so|as)\s(?:few|many|little|much|low|high|large|big|great|small|often)\b"
)
_NO_OTHER_TIME = (
    r"[Nn]o\s(?:other\s)?(?:year|month|quarter|week|day|decade)\ssince\b"
    r"[^.;]{0,80}?\b(?:more|higher|larger|greater|bigger|fewer|less|lower|smaller)\b"
)
_NEVER_HIGHER = (
    r"(?:[Aa]t\sno\s(?:other\s)?(?:time|point|moment|stage)"
    r"|[Ii]n\sno\s(?:other\s)?(?:year|month|quarter)|[Nn]ever(?:\sbefore)?)\b"
    r"[^.;:]{0,100}?\b(?:more|higher|larger|greater|bigger|fewer|less|lower|smaller)\b"
    r"[^.;:,]{0,40}?\sthan\s(?:it\swas\s)?in\s(?:19|20)\d\d"
)
_LARGEST_OF_ALL = rf"(?:{_MEASURED})\s(?:in|of)\sall\b|(?:{_MEASURED})\s(?:since|ever|on\srecord)\b"
_NAMED_ROW = (
    r"(?:[Aa]mong|[Oo]f|[Tt]ake|comparison\sof)\s(?:the\s)?"
    r"(?:\w+\s(?:countries|nations)\b[^.;:]{0,50}[,(]\s)?[A-Z]\w+(?:\s[A-Z]\w+)*(?:,|\sand)\s"
)
_COUNTED_ROW = r"of\s(?:the|these|us)\s(?:two|three|four|five|six|seven|eight|nine|ten)\b"
_THE_MOST = r"the\s(?:most|fewest|least)\s(?!of\b|part\b|\w+(?:ed|ive|al|ous|ant|ent|ful|ible|able|ary)\b)[a-z]{3,}"
"""Superlatives of quantity: "the most plastic waste"; "the most important" is none."""

_AMONG_NAMED = (
    rf"(?:{_NAMED_ROW}|{_COUNTED_ROW})[^.;]{{0,160}}?"
    rf"\b(?:(?:the|an?)\s(?:{_ORDINAL}[- ])?(?:{_MEASURED})\b|{_THE_MOST})"
)
_IS_NTH = (
    rf"(?:am|is|are|was|were)\s(?:only\s|just\s|now\s)?{_ORDINAL}\b[^.;]{{0,60}}?\b(?:behind|ahead\sof|among|after)\b"
)
_IN_NTH_PLACE = rf"in\s{_ORDINAL}\s(?:place|position)\b"

_RANKS = tuple(
    rf"\b(?:{said})"
    for said in (
        _SECOND_LARGEST, _LARGEST_AMONG, _RANKS_NTH, _PLACED_NTH, _TAKES_NTH_PLACE, _WORLDS_LARGEST, _BEST_SINCE, _THAN_EVER,
        _THAN_IN_ANY, _AMONG_NAMED, _IS_NTH, _IN_NTH_PLACE, _NUMBER_ONE, _FIRST_AMONG, _MOVED_TO_NTH, _RECORD_HIGH, _SETS_RECORD,
        _NEVER_SO, _WHERE_HIGHEST, _NO_HIGHER_SINCE, _HIGHEST_FIGURE, _HIGHEST_HEADLINE, _NOT_SINCE, _NOT_IN_ANY, _LARGEST_OF_ALL, _NO_OTHER_TIME, _NEVER_HIGHER,
    )
)  # fmt: skip

RANK = PrefilteredPattern(re.compile(join_alternatives(_RANKS)), _RANKS)
"""Words that place something in an order."""

FIGURED = re.compile(rf"\d|\bthe\s(?:top|bottom|{OF_FIGURES})\s\w")
"""A rank given by a number, or by an end of the list and how many it includes."""

_APPOSITION = r"(?:,\s(?:and\s)?|,?\s(?:is|was|are|were)\s)"
_THE_LARGEST = rf"(?:the|its|their|an?)\s(?:{_ORDINAL}[- ])?(?:{_MEASURED}|most|fewest|least|(?:all-time|record|historic)\s(?:high|low))\b"
_SINCE_OR_AMONG = r"[^,;.]{0,60}?\b(?:since|ever|on\srecord|in|of|among|worldwide|high|low)\b"

PLACED = re.compile(
    rf"{_APPOSITION}(?=(?:{_THE_LARGEST})(?={_SINCE_OR_AMONG})|{_LARGEST_SINCE}|{_THAN_IN_ANY}\ssince\b)(?P<rank>[^,;.()—–]+)"
)
"""A rank that stands after a figure: ", the lowest since 1974"."""

_COMPARATIVE = (
    r"(?i:more|less|fewer|higher|lower|greater|larger|smaller|bigger|better|worse|faster|slower"
    r"|longer|shorter|older|younger|richer|poorer|cheaper|stronger|weaker|safer)"
)
_AMOUNT_AFTER_THAN = (
    r"\d|half|ever|just|that\b|one\b|two\b|three\b"
    r"|a\s(?:hundred|thousand|million|dozen|third|quarter|century|decade|year)"
)
_MORE_THAN = rf"\b{_COMPARATIVE}\b(?:[^.;]{{0,80}}?)\bthan\b(?!\s(?:{_AMOUNT_AFTER_THAN}))"
_AS_MANY_AS = r"\bas\s(?:many|much|high|low)\b[^.;]{0,60}\bas\b(?!\s(?:\d|possible|we))"

_COMPARED_WITH = r"(?i:compared\s(?:with|to)|in\scomparison\s(?:with|to)|relative\sto)"
_NAME = r"(?:the\s)?[A-Z][\w’'-]*(?:\s(?:of\s|and\s)?(?:the\s)?[A-Z][\w’'-]*){0,3}"
_STATED = r"(?:(?!\b(?:should|would|could|must|might|may|ought|will|shall|can|not|no|never|hardly)\b|n['’]t\b)[^.;])"
_NAMED_FIRST = rf"\b{_COMPARED_WITH}\s{_NAME},\s{_STATED}{{1,90}}?\b{_COMPARATIVE}\b(?!\sthan\b)"
_NAMED_LAST = rf"\b{_COMPARATIVE}\b[^.;]{{0,60}}?\b{_COMPARED_WITH}\s{_NAME}\b(?!\s(?:in|of|for)\s\d)"

COMPARISON = re.compile(rf"{_MORE_THAN}|{_AS_MANY_AS}|{_NAMED_FIRST}|{_NAMED_LAST}")
"""Words that compare two things."""

HEDGE_ONLY = re.compile(
    rf"\b{_COMPARATIVE}\sthan\s(?!(?:the|a|an|in|it|any|all|every|ever|we|they|our|other|most|[A-Z]))"
)
""""More than" before an amount, which hedges and compares nothing."""

_ER_THAN = r"(?<!rath)(?<!oth)(?<!eith)(?<!nev)(?<!soon)(?<!lat)(?<!earli)er\sthan\s(?:the|in|our|their|those|[A-Z])"
_AGAINST_AVERAGE = r"\b(?:above|below|exceed(?:s|ed)?)\s(?:the\s)?(?:[\w-]+\s){0,2}average\b"

_STANDS = r"(?:is|are|was|were|be|been|stood|stands?|lay|lies|ranks?|ranked|came|comes|remain(?:s|ed)?|stay(?:s|ed)?|finish(?:es|ed))"
_STANDS_ABOVE = rf"\b{_STANDS}\s(?:\w+ly\s|also\s|still\s|far\s|well\s|just\s)*(?:above|below|beneath)\s(?:(?:that|those)\s(?:of|in)\s)?{_NAME}"
_OUTDOES = rf"\b(?:exceed(?:s|ed)?|outstrip(?:s|ped)?|surpass(?:es|ed)?|top(?:s|ped)?)\s(?:(?:that|those)\s(?:of|in)\s)?{_NAME}"

COMPARATIVE = re.compile(rf"{_ER_THAN}|{_AGAINST_AVERAGE}|\boutnumber(?:s|ed)?\b|{_STANDS_ABOVE}|{_OUTDOES}")
"""Any other comparative, the average as a comparator, "outnumber", or a place above another: "was above France", "topped Spain".

"Ahead of" is none: of child deaths it may mean fewer.
"""

COMPARATIVE_MARKS = (
    *("er than ", "average", "outnumber", "above ", "below ", "beneath ", "exceed", "outstrip", "surpass", "top"),
)
"""`COMPARATIVE` is tried only on words that hold one of these."""

_SHARE_NOUN = r"share|proportion|portion|fraction|majority"
_SHARE_VERB = r"accounts?\sfor|accounted\sfor|makes?\sup|made\sup|comprises?|represents?|constitutes?"

SHARE = re.compile(rf"\b(?:{_SHARE_NOUN}|{_SHARE_VERB})\b|\bof\s(?:the\stotal|all)\b")
"""Words for a part of a whole."""

FRACTION = re.compile(r"\b(?:half|third|quarter|fifth|tenth|thirds|quarters|fifths|tenths|out\sof|in)\b", re.IGNORECASE)
"""Words of a fraction."""
