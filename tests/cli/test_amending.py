"""Claims and documents by hand: added, joined, split; data put right, hidden and shown. Whatever a person decided stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

SPEECH = """\
# date: 2021-12-02
# place: North Macedonia
# speaker: Oliver Spasovski, interior minister

For three reasons we stayed. In 2020 the police uncovered 35 cases of smuggling, involving 420 migrants.

Unemployment fell last year. It fell from 27.3 percent in 2013 to 16.6 percent in 2020, and for three reasons.
"""


@pytest.fixture
def document(workbench, tmp_path) -> str:
    """For three reasons we stayed. In 2020 the police uncovered 35 cases of smuggling, involving 420 migrants."""
    page = tmp_path / "speech.txt"
    page.write_text(SPEECH, encoding="utf-8")
    workbench("import", page)
    [row] = workbench("document", "list", "--json").records
    return row["id"]


def rows(workbench, query: str = "") -> dict[str, str]:
    """Return the quotes of the claims in the queue, and their ids."""
    return {row["quote"]: row["id"] for row in workbench("claims", "--query", query, "--json").records}


def shown(workbench, claim: str) -> dict:
    [record] = workbench("show", claim, "--json").records
    return record


# --- added ---


def test_a_claim_that_was_missed_is_added_by_its_words_and_says_so(workbench, document):
    done = workbench("claim", "add", document[:6], "--quote", "For three  reasons we", "--by", "ben", "--json")
    [made] = done.records
    [claim] = made["claims"]
    assert (claim["quote"], claim["reading"]["amount"]) == ("For three reasons we", "3 reasons")
    assert rows(workbench)["For three reasons we"] == claim["id"]
    record = shown(workbench, claim["id"])
    assert (record["by_hand"]["how"], record["by_hand"]["by"]) == ("added", "ben")
    assert "added by hand by ben, " in workbench("show", claim["id"]).out
    assert workbench("document", "list", "--json").records[0]["claims"] == len(rows(workbench))
    assert workbench("doctor").code == 0


def test_it_leaves_by_undo_with_its_verdict_kept(workbench, document):
    [claim] = workbench("claim", "add", document, "--quote", "three reasons we stayed", "--json").records[0]["claims"]
    workbench("rate", claim["id"], "false")
    assert "rate false" in workbench("undo").out
    assert "added" in workbench("undo").out
    assert "three reasons we stayed" not in rows(workbench)
    assert rows(workbench, "status:aside") == {"three reasons we stayed": claim["id"]}
    record = shown(workbench, claim["id"])
    assert record["aside"] == "what brought it was taken back"
    assert [each["action"] for each in record["history"]] == ["rate", "undo"]
    assert "Added" in workbench("claim", "add", document, "--quote", "three reasons we stayed").out
    assert rows(workbench)["three reasons we stayed"] == claim["id"]
    assert workbench("doctor").code == 0


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("three reasons", "stands 2 times"),
        ("four reasons", "does not stand"),
        ("", "does not stand"),
        ("420 migrants. Unemployment fell", "run over two paragraphs"),
        ("the police", "holds no figure"),
        ("uncovered 35 cases of smuggling", "is that of claim"),
        ("\x1b[31mred\x00", "does not stand"),
    ],
)
def test_words_that_make_no_claim_are_a_sentence_with_a_next_step(workbench, document, quote, says):
    before = rows(workbench)
    done = workbench("claim", "add", document, "--quote", quote)
    assert done.code == 2
    assert says in done.err
    assert len(done.err.splitlines()) == 2
    assert rows(workbench) == before


def test_a_document_that_is_not_there_is_a_sentence(workbench, document):
    for verb in (
        ["claim", "add", "zzz", "--quote", "a"],
        ["document", "hide", "zzz"],
        ["document", "set", "zzz", "day=-"],
    ):
        done = workbench(*verb)
        assert (done.code, "There is no document zzz." in done.err) == (2, True)


# --- joined and split ---


def test_two_that_are_one_are_joined_and_come_back_with_their_verdicts(workbench, document):
    there = rows(workbench)
    cases, people = there["35 cases of smuggling"], there["420 migrants"]
    workbench("rate", people, "false", "--note", "too many")
    workbench("edit", cases, "place=Kosovo")
    [made] = workbench("claim", "join", cases, people, "--json").records
    [one] = made["claims"]
    assert one["quote"] == "35 cases of smuggling, involving 420 migrants"
    assert (one["reading"]["amount"], one["reading"]["place"]) == ("35 cases", "XKX Kosovo")
    assert set(rows(workbench)) == {*there, one["quote"]} - {"35 cases of smuggling", "420 migrants"}
    left = shown(workbench, people)
    assert left["verdict"]["rating"] == "false"
    assert left["aside"].startswith(f"joined {cases} and {people} into {one['id']} by ana")
    for verb in (["claim", "join", cases, people], ["claim", "split", people]):
        done = workbench(*verb)
        assert (done.code, "is set aside: joined" in done.err) == (2, True)
    assert workbench("doctor").code == 0
    workbench("undo")
    assert rows(workbench) == there
    assert shown(workbench, people)["verdict"]["rating"] == "false"
    assert workbench("claims", "--query", "status:draft", "--json").records[0]["id"] == people
    assert workbench("doctor").code == 0


def test_claims_that_cannot_be_one_are_told_why(workbench, document, statements):
    workbench("import", statements)
    there = rows(workbench)
    one, far = there["35 cases of smuggling"], there["fell from 27.3 percent in 2013 to 16.6 percent"]
    elsewhere = there["10,455 illegal border crossings"]
    assert "they are the same" in workbench("claim", "join", one, one).err
    assert "two paragraphs" in workbench("claim", "join", one, far).err
    assert "two documents" in workbench("claim", "join", one, elsewhere).err


def test_one_that_is_two_is_split_by_its_figures_or_by_quotes(workbench, document):
    there = rows(workbench)
    whole = there["fell from 27.3 percent in 2013 to 16.6 percent"]
    workbench("edit", whole, "place=Kosovo")
    [made] = workbench("claim", "split", whole, "--json").records
    assert [each["quote"] for each in made["claims"]] == ["27.3 percent", "16.6 percent"]
    assert {each["reading"]["place"] for each in made["claims"]} == {"XKX Kosovo"}
    assert whole not in rows(workbench).values()
    workbench("undo")
    assert rows(workbench) == there
    parts = ["from 27.3 percent in 2013", "16.6 percent in 2020"]
    done = workbench("claim", "split", whole, "--quote", parts[0], "--quote", parts[1])
    assert parts[0] in done.out
    assert set(parts) <= set(rows(workbench))
    assert workbench("doctor").code == 0


def test_a_claim_of_one_figure_is_not_split(workbench, document):
    done = workbench("claim", "split", rows(workbench)["420 migrants"])
    assert done.code == 2
    assert "holds one figure" in done.err


def test_what_a_colleague_built_on_is_not_taken_back_first(workbench, document):
    there = rows(workbench)
    [made] = workbench("claim", "join", there["35 cases of smuggling"], there["420 migrants"], "--json").records
    workbench("claim", "split", made["came"][0], "--by", "ben")
    done = workbench("undo")
    assert done.code == 2
    assert "ben split" in done.err
    assert "undo --by ben" in done.err


# --- documents ---


def test_a_documents_data_are_put_right_and_its_claims_are_read_again(workbench, document):
    there = rows(workbench)
    done = workbench(
        "document", "set", document, "day=2 March 2020", "place=Kosovo", "title=Forum", "speaker=Ana Radeva, minister"
    )
    assert "day 2021-12-02" in done.out
    assert "→ day 2020-03-02" in done.out
    fell = shown(workbench, there["fell last year"] if "fell last year" in there else there["fell"])
    assert fell["period"] == ["2019-01-01", "2020-01-01"]
    assert (fell["place"], fell["speaker"]["name"]) == ("XKX", "Ana Radeva")
    assert {row["place"] for row in workbench("claims", "--json").records} == {"XKX"}
    assert {row["said"] for row in workbench("claims", "--json").records} == {"2020-03-02"}
    [row] = workbench("document", "list", "forum", "--json").records
    assert (row["published"], row["place"], row["title"]) == ("2020-03-02", "XKX", "Forum")
    assert "speaker   Ana Radeva, minister" in workbench("document", "set", document).out
    workbench("undo")
    assert {row["said"] for row in workbench("claims", "--json").records} == {"2021-12-02"}
    assert rows(workbench) == there
    assert workbench("document", "list", "forum", "--json").records == []
    assert workbench("doctor").code == 0


def test_edits_verdicts_and_dismissals_stay_when_a_document_is_read_again(workbench, document):
    """Every claim that a person touched is there afterwards, as the person left it, in whatever language it is read."""
    there = rows(workbench)
    cases, people, fell = (
        there["35 cases of smuggling"],
        there["420 migrants"],
        there["fell from 27.3 percent in 2013 to 16.6 percent"],
    )
    workbench("edit", cases, "period=2018", "amount=about 40")
    workbench("rate", people, "false")
    workbench("dismiss", fell)
    [added] = workbench("claim", "add", document, "--quote", "three reasons we stayed", "--json").records[0]["came"]
    for values in (
        ["day=2019-05-05"],
        ["place=Serbia"],
        ["language=de"],
        ["language=mk", "day=-", "place=-", "speaker=-"],
    ):
        assert workbench("document", "set", document, *values).code == 0
        edited = shown(workbench, cases)
        assert edited["period"] == ["2018-01-01", "2019-01-01"]
        assert edited["amounts"][0]["low"] == "40"
        assert shown(workbench, people)["verdict"]["rating"] == "false"
        assert shown(workbench, fell)["verdict"]["stage"] == "dismissed"
        assert {cases, people, added} <= set(rows(workbench).values())
        assert rows(workbench, "status:dismissed") == {"fell from 27.3 percent in 2013 to 16.6 percent": fell}
        assert workbench("doctor").code == 0
    for _ in range(4):
        assert "data right" in workbench("undo").out
    assert rows(workbench) == {**there, "three reasons we stayed": added}
    assert shown(workbench, cases)["period"] == ["2018-01-01", "2019-01-01"]
    assert "amount" in workbench("undo", cases).out
    assert shown(workbench, cases)["amounts"][0]["low"] == "35"


def test_an_edit_after_the_data_were_put_right_outlives_their_taking_back(workbench, document):
    cases = rows(workbench)["35 cases of smuggling"]
    workbench("document", "set", document, "place=Serbia", "--by", "ben")
    workbench("edit", cases, "period=2018")
    workbench("undo", "--by", "ben")
    record = shown(workbench, cases)
    assert (record["place"], record["period"][0]) == ("MKD", "2018-01-01")
    assert "period 2018" in workbench("undo").out
    record = shown(workbench, cases)
    assert (record["place"], record["period"][0]) == ("MKD", "2020-01-01")


def test_a_claim_with_a_verdict_that_is_read_otherwise_is_told_of(workbench, document):
    cases = rows(workbench)["35 cases of smuggling"]
    workbench("rate", cases, "false")
    assert (
        f"{cases} has reviews, and is read otherwise now" in workbench("document", "set", document, "place=Serbia").err
    )


@pytest.mark.parametrize(
    "values",
    [["place=Atlantis"], ["day=yesterday"], ["day=2021-02-30"], ["language=xx"], ["colour=red"], ["title="], ["day"],
     ["speaker=,"], ["place=MKD"], ["place=Kosovo", "day=12 of May banana"]],
)  # fmt: skip
def test_data_that_mean_nothing_are_a_sentence_and_nothing_is_kept(workbench, document, values):
    done = workbench("document", "set", document, *values)
    assert done.code == 2
    assert len(done.err.splitlines()) == 2
    assert workbench("document", "list", "--json").records[0]["place"] == "MKD"
    assert "nothing to undo" in workbench("undo").err


def test_a_hidden_document_leaves_with_all_it_brought_and_comes_back(workbench, document, statements):
    workbench("import", statements)
    there, count = rows(workbench), len(workbench("document", "list", "--json").records)
    workbench("rate", there["35 cases of smuggling"], "false")
    workbench("document", "hide", document)
    assert rows(workbench, f"document:{document}") == {}
    assert len(workbench("document", "list", "--json").records) == count - 1
    [row] = workbench("document", "list", "--hidden", "--json").records
    assert (row["id"], row["hidden"]) == (document, True)
    assert "hidden already" in workbench("document", "hide", document).err
    assert "is hidden" in workbench("document", "set", document, "day=-").err
    workbench("undo")
    assert rows(workbench) == there
    workbench("document", "hide", document)
    workbench("document", "show", document, "--by", "ben")
    assert rows(workbench) == there
    assert shown(workbench, there["35 cases of smuggling"])["verdict"]["rating"] == "false"
    assert workbench("doctor").code == 0


@pytest.mark.parametrize("form", ["html", "markdown", "json", "jsonl"])
def test_every_export_tells_who_made_a_claim(workbench, document, form):
    [claim] = workbench("claim", "add", document, "--quote", "three reasons we stayed", "--json").records[0]["came"]
    workbench("rate", claim, "false", "--note", "no such figure")
    out = workbench("export", "--format", form, "--drafts", "--output", "-", "--query", f"id:{claim}").out
    if form in {"html", "markdown"}:
        assert f"reviewer 1: added {claim} by hand" in out
    else:
        assert '"how": "added", "by": "ana"' in " ".join(out.split())


def test_a_database_of_the_report_tells_who_made_a_claim(workbench, document, tmp_path):
    [claim] = workbench("claim", "add", document, "--quote", "three reasons we stayed", "--json").records[0]["came"]
    file = tmp_path / "report.sqlite"
    workbench("export", "--format", "sqlite", "--drafts", "--output", file, "--query", f"id:{claim}")
    with closing(sqlite3.connect(file)) as connection:
        told = connection.execute("SELECT * FROM corrections").fetchall()
    assert f"added {claim} by hand" in str(told)
    assert "ana" in str(told)
