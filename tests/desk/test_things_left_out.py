"""What the words take out of a figure, or into it, is held against the title: a series that counts it all decides nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

DATA = """series,title,unit,place,time,value
care,Dentists and dental assistants per 1 000 inhabitants,per 1 000,SVN,2017,1.4
tb,"Deaths due to tuberculosis, excluding HIV",deaths,SVN,2017,310
ur,Unemployment rate,% of labour force,SVN,2017,6.6
"""


@pytest.fixture
def word(tmp_path: Path):
    path = tmp_path / "data.csv"
    path.write_text(DATA, "utf-8")
    own_files.cache_clear()
    answer = check_answer((str(path),))

    def outcome(text: str, language: str) -> tuple[str, str]:
        said = answer(Record("1", text, date(2019, 5, 3), "SVN", language=language))
        return str(said["outcome"]), str(said["why"])

    yield outcome
    own_files.cache_clear()


TAKEN_OUT = [
    ("en", "Not counting the people on training courses, unemployment was {} percent in 2017."),
    ("en", "Unemployment, students excluded, was {} percent in 2017."),
    ("en", "Unemployment was {} percent in 2017, students not counted."),
    ("en", "Without the seasonal workers, unemployment was {} percent in 2017."),
    ("en", "Students aside, unemployment was {} percent in 2017."),
    ("en", "With the exception of the over-sixties, unemployment was {} percent in 2017."),
    ("de", "Ohne die Teilnehmer an Schulungen lag die Arbeitslosenquote 2017 bei {} Prozent."),
    ("de", "Die Arbeitslosenquote lag 2017 bei {} Prozent, Studenten nicht mitgezählt."),
    ("de", "Abgesehen von den Saisonkräften lag die Arbeitslosenquote 2017 bei {} Prozent."),
    ("mk", "Не сметајќи ги луѓето на обука, невработеноста во 2017 година беше {} отсто."),
    ("mk", "Без сезонците, невработеноста во 2017 година беше {} отсто."),
    ("mk", "Со исклучок на студентите, невработеноста во 2017 година беше {} отсто."),
]


@pytest.mark.parametrize(("language", "text"), TAKEN_OUT)
@pytest.mark.parametrize("figure", ["6.6", "4.1"], ids=["fits", "differs"])
def test_what_is_taken_out_keeps_the_figure_open(word, language, text, figure):
    found, why = word(text.format(figure if language == "en" else figure.replace(".", ",")), language)
    assert found == "undecided", why


COUNTED = [
    ("en", "Without the assistants there were 1.4 dentists per 1,000 inhabitants in 2017."),
    ("de", "Ohne Assistenten kamen 2017 auf 1.000 Einwohner 1,4 Zahnärzte."),
]


@pytest.mark.parametrize(("language", "text"), COUNTED)
def test_taking_out_what_the_title_counts_is_no_answer_either(word, language, text):
    found, why = word(text, language)
    assert found == "undecided", why


def test_what_the_title_leaves_out_too_is_answered(word):
    assert (
        word("Tuberculosis killed 310 people in 2017, not counting deaths among those with HIV.", "en")[0]
        == "supported"
    )
    assert word("Tuberculosis killed 310 people in 2017, not counting children.", "en")[0] == "undecided"


NOTHING_OUT = [
    ("en", "Without doubt, unemployment was 6.6 percent in 2017."),
    ("en", "Apart from that, unemployment was 6.6 percent in 2017."),
    ("en", "All this aside, unemployment was 6.6 percent in 2017."),
    ("en", "Jokes aside. Unemployment was 6.6 percent in 2017."),
    ("en", "Unemployment was 6.6 percent in 2017, but our proposals were disregarded."),
    ("en", "Unemployment was 6.6 percent in 2017. Our warnings were ignored."),
    ("en", "Unemployment was 6.6 percent in 2017. Facts don't count."),
    ("en", "Unemployment was 6.6 percent in 2017. We live apart."),
    ("en", "Unemployment was 6.6 percent in 2017. The miners are not forgotten."),
    ("de", "Scherz beiseite, die Arbeitslosenquote lag 2017 bei 6,6 Prozent."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent, unsere Warnungen wurden nicht beachtet."),
    ("mk", "Невработеноста во 2017 година беше 6,6 отсто, а предупредувањата беа занемарени."),
    ("en", "In 2017 6.6 percent were without work."),
    ("de", "2017 waren 6,6 Prozent ohne Arbeit."),
    ("mk", "Без сомнение, невработеноста во 2017 година беше 6,6 отсто."),
    ("mk", "Во 2017 година 6,6 отсто беа без работа."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING_OUT)
def test_turns_of_speech_take_nothing_out(word, language, text):
    found, why = word(text, language)
    assert found == "supported", why


TAKEN_IN = [
    ("en", "Unemployment was 6.6 percent in 2017, apprentices included."),
    ("en", "Counting the apprentices, unemployment was 6.6 percent in 2017."),
    ("en", "Including the hidden jobless, unemployment was 6.6 percent in 2017."),
    ("en", "Unemployment was 6.6 percent in 2017 if one includes those who gave up looking."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent, Lehrlinge eingerechnet."),
    ("de", "Rechnet man die Kurzarbeiter dazu, lag die Arbeitslosenquote 2017 bei 6,6 Prozent."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent, wenn man die Entmutigten mitzählt."),
    ("mk", "Невработеноста во 2017 година беше 6,6 отсто, вклучувајќи ги и обесхрабрените."),
    ("mk", "Ако се вбројат и чираците, невработеноста во 2017 година беше 6,6 отсто."),
]
ONLY_IF = [
    ("en", "If we leave out the students, unemployment was 6.6 percent in 2017."),
    ("en", "Unemployment was 6.6 percent in 2017. The people on courses are not in it."),
    ("de", "Lässt man die Studenten weg, lag die Arbeitslosenquote 2017 bei 6,6 Prozent."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent. Kursteilnehmer sind darin nicht enthalten."),
    ("mk", "Ако ги извадиме студентите, невработеноста во 2017 година беше 6,6 отсто."),
    ("mk", "Невработеноста во 2017 година беше 6,6 отсто. Сезонците не се вброени."),
]


PUT_ASIDE = [
    ("en", "In 2017 unemployment was 6.6 percent, the trainees not computed."),
    ("en", "Unemployment was 6.6 percent in 2017, trainees disregarded."),
    ("en", "Unemployment was 6.6 percent in 2017, apprentices excepted."),
    ("en", "Unemployment was 6.6 percent in 2017 (the miners ignored)."),
    ("en", "Unemployment was 6.6 percent in 2017, farmhands apart."),
    ("en", "Unemployment was 6.6 percent in 2017, the miners left to one side."),
    ("en", "Unemployment was 6.6 percent in 2017, setting the miners to one side."),
    ("en", "Unemployment was 6.6 percent in 2017, and the miners are not in it."),
    ("en", "Unemployment was 6.6 percent in 2017; miners don't count."),
    ("en", "Unemployment was 6.6 percent in 2017, and that leaves out the miners."),
    ("en", "Unemployment was 6.6 percent in 2017, to the exclusion of miners."),
    ("en", "Unemployment was 6.6 percent in 2017, barring the miners."),
    ("en", "Unemployment, the miners apart? We put it at 6.6 percent for 2017."),
    ("en", "We left the miners out. Unemployment was 6.6 percent in 2017."),
    ("en", "Unemployment was 6.6 percent in 2017. We did not count the miners."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent, die Bergleute außer Acht gelassen."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent, Bergleute unberücksichtigt."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent, bis auf die Bergleute."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent, außer bei den Bergleuten."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent, wobei wir die Bergleute weglassen."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent; die Bergleute zählen da nicht mit."),
    ("de", "Die Arbeitslosenquote lag 2017 bei 6,6 Prozent. Die Bergleute haben wir weggelassen."),
    ("de", "Die Arbeitslosenquote, die Bergleute beiseite? Wir schätzen sie 2017 auf 6,6 Prozent."),
    ("mk", "Невработеноста во 2017 година беше 6,6 отсто, рударите не се земени предвид."),
    ("mk", "Невработеноста во 2017 година беше 6,6 отсто, занемарувајќи ги рударите."),
    ("mk", "Ако ги занемариме рударите, невработеноста во 2017 година беше 6,6 отсто."),
    ("mk", "Невработеноста во 2017 година беше 6,6 отсто, тука не спаѓаат рударите."),
    ("mk", "Невработеноста во 2017 година беше 6,6 отсто. Рударите ги изоставивме."),
]


@pytest.mark.parametrize(("language", "text"), [*TAKEN_IN, *ONLY_IF, *PUT_ASIDE])
def test_what_is_taken_in_or_set_aside_keeps_the_figure_open(word, language, text):
    found, why = word(text, language)
    assert found == "undecided", why
