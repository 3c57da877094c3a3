"""Converts British spellings to American ones, so that "labour" matches "labor" and "urbanisation" matches "urbanization".

The OECD, Eurostat and the Office for National Statistics use British spelling, the World Bank and the Bureau of Labor Statistics
American; whoever searches for a figure does not know which of them has it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PAIRS = """
    labour labor, neighbour neighbor, colour color, behaviour behavior, harbour harbor, favour favor, honour honor, rumour rumor,
    tumour tumor, vapour vapor, odour odor, humour humor, endeavour endeavor, programme program, centre center, fibre fiber,
    litre liter, metre meter, kilometre kilometer, centimetre centimeter, millimetre millimeter, theatre theater, tonne ton,
    calibre caliber, defence defense, offence offense, licence license, pretence pretense, cheque check, tyre tire, grey gray,
    plough plow, mould mold, draught draft, kerb curb, storey story, aluminium aluminum, sulphur sulfur, sulphate sulfate,
    anaemia anemia, anaemic anemic, haemorrhage hemorrhage, haemophilia hemophilia, haemoglobin hemoglobin, leukaemia leukemia,
    diarrhoea diarrhea, diarrhoeal diarrheal, foetus fetus, foetal fetal, foetuses fetuses, oesophagus esophagus,
    oesophageal esophageal, oestrogen estrogen, paediatric pediatric, paediatrician pediatrician, gynaecology gynecology,
    gynaecological gynecological, gynaecologist gynecologist, orthopaedic orthopedic, anaesthesia anesthesia,
    anaesthetist anesthetist, ischaemic ischemic, ischaemia ischemia, caesarean cesarean, caesarian cesarean,
    manoeuvre maneuver, enrolment enrollment, fulfilment fulfillment, instalment installment, skilful skillful,
    jewellery jewelry, woollen woolen, travelled traveled, traveller traveler, travelling traveling, fuelled fueled,
    fuelling fueling, modelled modeled, modelling modeling, labelled labeled, labelling labeling, cancelled canceled,
    cancelling canceling, counselling counseling, counsellor counselor, channelled channeled, levelled leveled,
    signalling signaling, ageing aging, acknowledgement acknowledgment, judgement judgment, catalogue catalog, dialogue dialog,
    analyse analyze, analysed analyzed, analysing analyzing, catalyse catalyze, paralyse paralyze, kerosine kerosene,
    artefact artifact, moustache mustache, cosy cozy, sceptic skeptic, sceptical skeptical, pyjamas pajamas, yoghurt yogurt,
    whisky whiskey, practise practice, practised practiced, practising practicing, homoeopathy homeopathy, encyclopaedia encyclopedia
"""
_SPELT = dict(pair.split() for pair in _PAIRS.split(","))
_ISE = re.compile(r"([a-z]{3,}[^aeio])is(e|ed|es|ing|er|ers|ation|ations|ational)$")
_STEMS_IN_IS = (
    r"adv|rev|superv|telev|improv|dev|desp|merchand|exerc|prem|enterpr|franch|surpr|compr|prom|comprom|disgu|prec|conc"
    r"|expert|otherw|likew|clockw|parad|treat|dem|chast|advert|exc|inc|circumc|exorc|apprent|porp|anch|coll|div|prov|reprov"
    r"|misprom|pract|not|visit|appra|ph"
)
_NO_SUFFIX = re.compile(rf"(?:{_STEMS_IN_IS})is")
_PLURAL = re.compile(r"(?<=[^s])s$")


@lru_cache(maxsize=200_000)
def american(word: str) -> str:
    """Convert a lower-case word to its American spelling; any other word stays as it is.

    >>> american("labour"), american("programmes"), american("organisations"), american("enterprises")
    ('labor', 'programs', 'organizations', 'enterprises')
    """
    if word in _SPELT:
        return _SPELT[word]
    single = _PLURAL.sub("", word)
    if single in _SPELT:
        return f"{_SPELT[single]}s"
    found = _ISE.match(word)
    if found is None or _NO_SUFFIX.match(word):
        return word
    return f"{found[1]}iz{found[2]}"
