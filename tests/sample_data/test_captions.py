"""The sample captions: a claim of a recording, with its time code and a link."""

from __future__ import annotations

from workbench.core.document import Speaker
from workbench.desk.importing.document_import import read_claims, read_raw
from workbench.files.user_files import UserFiles
from workbench.readers import readers
from workbench.report.recording_links import heard_words

NAME = "captions/2021-12-02-brdo-doorstep.vtt"


def test_each_claim_of_the_captions_has_its_speaker_and_its_time(samples):
    done = read_raw(readers(), UserFiles().raw(str(samples / NAME)))
    document = done.document
    assert not done.problems
    assert (document.place, f"{document.published}") == ("MKD", "2021-12-02")
    assert "A paraphrase, written for this project in its own words" in document.source_note
    assert document.speakers == (Speaker("Minister"), Speaker("Reporter"))
    heard = {claim.quote: heard_words(document, claim.span.start) for claim in read_claims(document).claims}
    at = next(words for quote, words in heard.items() if quote.startswith("36.5"))
    assert at == "heard at 00:12:27 https://media.example.org/2021-12-02-brdo-doorstep.mp4#t=747"
    assert {claim.attribution.speaker.name for claim in read_claims(document).claims} == {"Minister"}
    assert "Cameras" not in document.text
    assert "Applause" not in document.text
