"""What a sentence only asks is borne out by no figure, and refuted by none; what it takes for granted as it asks is told. In every language."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import LATER, outcome_of
from workbench.core.claim import ONLY_ASKED
from workbench.core.quantity import PERCENT
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.report.list_headline import headline

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)

ASKED = [
    ("en", "Was unemployment in Spain 26 percent in 2013?"),
    ("en", "Is it really true that unemployment in Spain was over 25 percent in 2013, Mr Speaker?"),
    ("en", "Isn't it a fact that unemployment in Spain hit 26 percent in 2013?"),
    ("en", "Unemployment in Spain was 26 percent in 2013, wasn't it?"),
    ("en", "Unemployment in Spain was 26 percent in 2013 – is that right?"),
    ("en", "Unemployment in Spain was 26 percent in 2013. Right?"),
    ("en", "Unemployment in Spain was 26 percent in 2013. Is that true, minister?"),
    ("en", "26 percent unemployment in Spain in 2013, seriously?"),
    ("en", "is it true that unemployment in Spain was 26 percent in 2013"),
    ("en", "Why not an unemployment rate of 26 percent in Spain in 2013?"),
    ("en", 'The member asked: "Was unemployment in Spain 26 percent in 2013?"'),
    ("en", 'He asked "was unemployment in Spain 26 percent in 2013?" and sat down.'),
    ("en", "Can the minister confirm that unemployment in Spain was 26 percent in 2013?"),
    ("en", "I ask the minister to confirm that unemployment in Spain was 26 percent in 2013."),
    ("en", "Was unemployment in Spain 26 percent in 2013, and why did nobody act?"),
    ("en", "Do you know whether unemployment in Spain was 26 percent in 2013?"),
    ("en", "Was unemployment in Spain 26 percent in 2013? We do not know."),
    ("en", "And when was unemployment in Spain 26 percent?"),
    ("en", "Was unemployment in Spain 26 percent in 2013 when you resigned?"),
    ("en", "Why does the minister claim that unemployment in Spain was 26 percent in 2013?"),
    ("en", "How can you say that unemployment in Spain was 26 percent in 2013?"),
    ("en", "What was unemployment in Spain in 2013, 26 percent or more?"),
    ("en", "Unemployment in Spain in 2013: 26 percent?"),
    ("en", "Unemployment in Spain was 26 percent in 2013, or was it?"),
    ("de", "Lag die Arbeitslosenquote in Spanien 2013 bei 26 Prozent?"),
    ("de", "Stimmt es, dass die Arbeitslosenquote in Spanien 2013 bei über 25 Prozent lag, Frau Ministerin?"),
    ("de", "Stimmt es, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag."),
    ("de", "Die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent, nicht wahr?"),
    ("de", "Die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent. Oder?"),
    ("de", "Waren 2013 in Spanien tatsächlich 26 Prozent arbeitslos, und warum tat niemand etwas?"),
    ("de", "26 Prozent Arbeitslosenquote in Spanien 2013, im Ernst?"),
    ("de", "Warum nicht 26 Prozent Arbeitslosenquote in Spanien 2013?"),
    ("de", "Wissen Sie, ob die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("de", "Der Abgeordnete fragte: „Lag die Arbeitslosenquote in Spanien 2013 bei 26 Prozent?“"),
    ("de", "Ich bitte den Minister zu bestätigen, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag."),
    ("de", "Warum behaupten Sie, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("de", "Wie hoch war die Arbeitslosenquote in Spanien 2013: 26 Prozent?"),
    ("mk", "Зошто тврдите дека невработеноста во Шпанија во 2013 беше 26 проценти?"),
    ("mk", "Дали невработеноста во Шпанија во 2013 беше 26 проценти?"),
    ("mk", "Невработеноста во Шпанија во 2013 беше 26 проценти, зар не?"),
    ("mk", "Беше ли невработеноста во Шпанија во 2013 над 25 проценти?"),
    ("mk", "Дали е точно дека невработеноста во Шпанија во 2013 беше 26 проценти, министре?"),
    ("mk", "Точно ли е дека невработеноста во Шпанија во 2013 беше 26 проценти."),
    ("mk", "Невработеноста во Шпанија во 2013 беше 26 проценти, нели?"),
    ("mk", "Невработеноста во Шпанија во 2013 беше 26 проценти. Така ли е?"),
    ("mk", "Зарем невработеноста во Шпанија во 2013 беше 26 проценти, а зошто никој не реагираше?"),
    ("mk", "Пратеникот праша: „Беше ли невработеноста во Шпанија во 2013 26 проценти?“"),
    ("mk", "Го молам министерот да потврди дека невработеноста во Шпанија во 2013 беше 26 проценти."),
]
TOLD = [
    ("en", "Why was unemployment in Spain 26 percent in 2013?"),
    ("en", "So tell us, why did unemployment in Spain stand at 26 percent in 2013?"),
    ("en", "How could unemployment in Spain be 26 percent in 2013?"),
    ("en", "How is it possible that unemployment in Spain was 26 percent in 2013?"),
    ("en", "Did you know that unemployment in Spain was 26 percent in 2013?"),
    ("en", "Are you aware that unemployment in Spain was 26 percent in 2013, minister?"),
    ("en", "Isn't it a scandal that unemployment in Spain was 26 percent in 2013?"),
    ("en", "Who would have thought that unemployment in Spain was 26 percent in 2013?"),
    ("en", "Unemployment in Spain was 26 percent in 2013, so why did nobody act?"),
    ("en", "Unemployment in Spain was 26 percent in 2013: is that a success?"),
    ("en", "Unemployment in Spain was 26 percent in 2013, is that what you promised?"),
    ("en", "Unemployment in Spain was 26 percent in 2013 (who would have thought so?)."),
    ("en", "Was that a success? Unemployment in Spain was 26 percent in 2013."),
    ("en", "Unemployment in Spain was 26 percent in 2013. What do you say to that?"),
    ("en", "Was unemployment in Spain 26 percent in 2013? Yes, it was."),
    ("en", "Asked whether he was content, he said that unemployment in Spain was 26 percent in 2013."),
    ("en", "How can we stay silent when unemployment in Spain was 26 percent in 2013?"),
    ("en", "Did the government act although unemployment in Spain was 26 percent in 2013?"),
    ("de", "Was tat die Regierung, als die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("mk", "Каде беше владата кога невработеноста во Шпанија во 2013 беше 26 проценти?"),
    ("en", 'He asked: "Why was unemployment in Spain 26 percent in 2013?"'),
    ("en", "With unemployment in Spain at 26 percent in 2013, who can be content?"),
    ("en", "When unemployment in Spain was 26 percent in 2013, did anybody act?"),
    ("en", "Whether we like it or not, unemployment in Spain was 26 percent in 2013."),
    ("en", "Does anybody here remember that unemployment in Spain was 26 percent in 2013?"),
    ("de", "Sind Sie sich bewusst, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("de", "Haben Sie gewusst, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("mk", "Дали сте свесни дека невработеноста во Шпанија во 2013 беше 26 проценти?"),
    ("mk", "Невработеноста во Шпанија во 2013 беше 26 проценти, тоа ли е успех?"),
    ("de", "Warum lag die Arbeitslosenquote in Spanien 2013 bei 26 Prozent?"),
    ("de", "Wie kann es sein, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("de", "Wie konnte die Arbeitslosenquote in Spanien 2013 bei 26 Prozent liegen?"),
    ("de", "Wussten Sie, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("de", "Ist Ihnen bekannt, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("de", "Ist es nicht ein Skandal, dass die Arbeitslosenquote in Spanien 2013 bei 26 Prozent lag?"),
    ("de", "Die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent, und was haben Sie getan?"),
    ("de", "Die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent, ist das ein Erfolg?"),
    ("de", "Lag die Arbeitslosenquote in Spanien 2013 bei 26 Prozent? Ja, leider."),
    ("mk", "Зошто невработеноста во Шпанија во 2013 беше 26 проценти?"),
    ("mk", "Како е можно невработеноста во Шпанија во 2013 да изнесува 26 проценти?"),
    ("mk", "Знаевте ли дека невработеноста во Шпанија во 2013 беше 26 проценти?"),
    ("mk", "Дали знаете дека невработеноста во Шпанија во 2013 беше 26 проценти?"),
    ("mk", "Зар не е срамота што невработеноста во Шпанија во 2013 беше 26 проценти?"),
    ("mk", "Невработеноста во Шпанија во 2013 беше 26 проценти, а што направивте вие?"),
    ("mk", "Дали невработеноста во Шпанија во 2013 беше 26 проценти? Да, за жал."),
]


@each(("language", "said"), ASKED)
@each("figure", ["26", "12"])
def test_what_is_only_asked_is_left_open(language, said, figure):
    """Was it 26 percent? It was 26 percent, wasn't it? Neither says that it was."""
    assert outcome_of(said, language, RATE, figure, 2013) == "undecided"


@each(("language", "said"), ASKED)
def test_what_is_only_asked_is_told_with_the_reason(language, said):
    """The claim is kept with its figure and its sentence, and a note says that it is asked."""
    claim = read_text(said, said=LATER, language=language).claims[0]
    note = next(note for note in claim.notes if note.kind == ONLY_ASKED)
    assert claim.amount is not None
    assert note.message == "The sentence asks whether it was so, and does not say it."
    assert headline(claim).startswith(claim.context[:20])


@each(("language", "said"), TOLD)
def test_what_a_question_takes_for_granted_is_told(language, said):
    """Why was it 26 percent? Did you know that it was? 26 bears it out, and 12 refutes it."""
    assert outcome_of(said, language, RATE, "26", 2013) == "supported"
    assert outcome_of(said, language, RATE, "12", 2013) == "contradicted"
