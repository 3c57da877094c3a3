"""The replay server and its folder: the same wire, other figures' owner, always labelled."""

from __future__ import annotations

import json
import secrets
import socket
import tomllib
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from sources._web.replay import ReplayServer
from sources._web.stored_answers import BadIndexError, StoredAnswers, StoredRequest
from workbench.core.errors import MissingFileError, ReadingError

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data" / "answers"
ENTRY = '[[answer]]\nurl = "https://a.example/x"\nparams = { page = "1", size = "*" }\nfile = "x.json"\norigin = "A"\nas_of = "2021"\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "x.json").write_text('{"x": 1}')
    (tmp_path / "answers.toml").write_text(ENTRY)
    return tmp_path


def get(url: str):
    with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310
        return response.status, dict(response.headers), response.read()


def test_a_stored_answer_goes_out_as_it_is_with_its_label(folder):
    with ReplayServer(folder) as server:
        status, headers, body = get(server.base + "/a.example/x?size=50&page=1")
    assert (status, body) == (200, b'{"x": 1}')
    assert headers["Content-Type"].startswith("application/json")
    assert headers["X-Sample-Answer"] == "A%2C%20as%20of%202021"


@pytest.mark.parametrize(
    "path",
    [
        "/a.example/x",
        "/a.example/x?size=50&page=2",
        "/a.example/x?size=5&page=1&more=1",
        "/b.example/x?size=5&page=1",
        "/",
        "/a.example/../x?size=1&page=1",
    ],
)
def test_another_question_is_a_404_in_json(folder, path):
    with ReplayServer(folder) as server, pytest.raises(urllib.error.HTTPError) as caught:
        get(server.base + path)
    with caught.value as answer:
        assert answer.code == 404
        assert "do not hold" in json.load(answer)["error"]["message"]


@pytest.mark.parametrize(
    "index",
    ["not toml [", "answer = 1", '[[answer]]\nurl = "https://a"\n', ENTRY.replace("x.json", "../../etc/passwd"), ENTRY.replace("x.json", "none.json")],
)  # fmt: skip
def test_a_bad_index_is_a_sentence(folder, index):
    (folder / "answers.toml").write_text(index)
    with pytest.raises(ReadingError) as caught:
        StoredAnswers(folder)
    assert str(folder) in caught.value.message


def test_a_folder_without_an_index_is_a_sentence(tmp_path):
    with pytest.raises(MissingFileError):
        ReplayServer(tmp_path)


def test_a_link_out_of_the_folder_is_refused(folder):
    (folder / "x.json").unlink()
    (folder / "x.json").symlink_to("/etc/hostname")
    with pytest.raises(BadIndexError):
        StoredAnswers(folder)


def test_the_port_is_given_back(folder):
    server = ReplayServer(folder)
    with server:
        base = server.base
    with pytest.raises(urllib.error.URLError):
        get(base + "/a.example/x?size=1&page=1")
    with pytest.raises(RuntimeError):
        _ = server.base


def test_a_client_that_leaves_in_mid_answer_is_not_the_users_news(tmp_path, capfd):
    (tmp_path / "answers.toml").write_text(ENTRY)
    (tmp_path / "x.json").write_bytes(secrets.token_bytes(30_000_000))
    with ReplayServer(tmp_path) as server:
        with socket.create_connection(("127.0.0.1", int(server.base.rpartition(":")[2]))) as line:
            line.sendall(b"GET /a.example/x?size=1&page=1 HTTP/1.1\r\nHost: x\r\n\r\n")
            line.recv(100)
        (tmp_path / "x.json").unlink()
        with pytest.raises(urllib.error.HTTPError) as caught:
            get(server.base + "/a.example/x?size=1&page=1")
        caught.value.close()
    assert capfd.readouterr() == ("", "")


def test_every_sample_answer_is_named_dated_and_licensed():
    table = tomllib.loads((SAMPLES / "answers.toml").read_text(encoding="utf-8"))
    assert all(row["origin"] and row["as_of"] and row["licence"] == "CC BY 4.0" for row in table["answer"])
    named = {row["file"] for row in table["answer"]}
    there = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*.json")}
    assert named == there
    answers = StoredAnswers(SAMPLES)
    for row in table["answer"]:
        asked = StoredRequest(
            row["url"], tuple((key, "1" if value == "*" else value) for key, value in row["params"].items())
        )
        stored = answers(asked)
        assert stored is not None
        json.loads(stored.body)
