"""Stop words: function words and words of reporting ("the", "rose", "according"), which name no measure.

The list is English, the language of titles, into which every query is translated (`translation`).
"""

from __future__ import annotations

STOP = frozenset(
    """
    a about above across according added adding after again against ago all almost alone along already also although always
    am among an and announced another any are around as aside at average away back be became because become been before began
    being below between both but by came can claimed claims compared comparison continue continued could country countries
    current currently day days declared declined decrease decreased decreases did do does doing double doubled down drop
    dropped during each earlier either emphasized ending enough even ever every exactly fact fall fallen falling far fell few
    first five following for four from further gave get give given go goes going gone got grew grow grown had half halved has
    have having he her here high higher highest him his how however i if in increase increased increases increasing into is
    it its itself just kept last lately later latest least less let like little low lower lowest made make many may me mean
    means meanwhile might million billion trillion thousand hundred minister ministry more moreover most mr mrs much must my
    nearly never nevertheless new next nine no nobody nor not noted nothing noting now of off often on once one ones only onto
    or other others our out over own past percent percentage per period pointed points previous prime quarter ranked reached
    record recorded reduce reduced reducing reduction regard regards remained remaining respectively result rise risen rising
    rose roughly said same saw say saying says second see seen seven several shall she should show showed shown shows since
    six slightly so some soon spoke spokesman started still stood stressed such ten than thanks that the their them then
    there these they third this those three through thus times to today together told too toward towards tripled two under
    until up upon us used very was we well went were what when where whether which while who whole whom whose why will with
    within without worth would year years yesterday yet you your month months week weeks january february march april june
    july august september october november december annual annually yearly monthly quarterly people
    cent eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """.split()  # noqa: SIM905  (a page of words reads better than a page of quoted words)
)

IN_FIGURES = frozenset({"zero", "eight", "point"})
"""Words that name something in a title and nothing in a figure: "two point six eight million"."""
