"""A wrong reading is put right on the command line, and stays right; the machine's own reading stays beside it."""

from __future__ import annotations

import json

import pytest

from workbench.config import sample_folder


@pytest.fixture
def claim(workbench, once) -> str:
    """In the first nine months of 2021, 16,000 attempts of illegal migration were stopped."""
    path = sample_folder() / "statements" / "2021-12-02-brdo-forum.txt"
    once("forum", lambda: workbench("import", path))
    [first, *_] = workbench("claims", "--json").records
    return first["id"]


def test_a_period_and_a_place_are_put_right_and_every_list_says_so(workbench, claim):
    done = workbench("edit", claim, "period=2019", "place=Kosovo")
    assert (done.code, done.err) == (0, "")
    assert done.out == "period: Jan–Sep 2021 → 2019\nplace: MKD North Macedonia → XKX Kosovo\n"
    shown = workbench("show", claim).out
    assert "period: 2019" in shown
    assert "put right: period: Jan–Sep 2021 → 2019 by ana" in shown
    assert [row["id"] for row in workbench("claims", "--query", "place:XKX", "--json").records] == [claim]
    [record] = workbench("show", claim, "--json").records
    assert record["place"] == "XKX"
    assert record["period"] == ["2019-01-01", "2020-01-01"]
    assert record["machine"]["period"] == "Jan–Sep 2021"
    assert [each["slot"] for each in record["corrections"]] == ["period", "place"]


def test_a_value_that_tells_its_slot_and_the_beginning_of_a_slots_name_will_do(workbench, claim):
    done = workbench("edit", claim, "2019", "Kosovo", "up")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:2] == ["period: Jan–Sep 2021 → 2019", "place: MKD North Macedonia → XKX Kosovo"]
    assert "CHANGE" in workbench("show", claim).out
    assert workbench("edit", claim, "per 2018", "level").out.startswith("period: 2019 → 2018\nkind: change → level")
    assert "LEVEL" in workbench("show", claim).out
    for nothing in ("5 bananas", "p 2018", "12 of May banana", "=5"):
        assert "names no slot" in workbench("edit", claim, nothing).err


def test_undo_takes_corrections_back_one_by_one_newest_first(workbench, claim):
    workbench("edit", claim, "period=2019")
    workbench("rate", claim, "false")
    workbench("edit", claim, "place=Kosovo")
    assert "place XKX Kosovo" in workbench("undo").out
    assert "rate false" in workbench("undo", claim).out
    assert "period 2019" in workbench("undo").out
    assert "nothing to undo" in workbench("undo").err
    assert workbench("show", claim, "--json").records[0]["period"][0] == "2021-01-01"
    assert len(workbench("edits", "--json").records) == 4
    assert workbench("doctor").code == 0


def test_a_colleagues_correction_is_not_taken_back_by_mistake(workbench, claim):
    workbench("edit", claim, "place=Kosovo", "--by", "ben")
    assert "There is nothing" in workbench("undo", claim).err
    assert workbench("show", claim, "--json").records[0]["place"] == "XKX"
    assert "place XKX Kosovo" in workbench("undo", claim, "--by", "ben").out


@pytest.mark.parametrize(
    "values",
    [["period=12 of May banana"], ["place=Atlantis"], ["colour=red"], ["period"], ["place=Kosovo", "amount=many"]],
)
def test_what_means_nothing_is_a_sentence_and_nothing_is_kept(workbench, claim, values):
    done = workbench("edit", claim, *values)
    assert done.code == 2
    assert len(done.err.splitlines()) == 2
    assert workbench("edits", "--json").records == []


def test_records_are_put_right_line_by_line(workbench, claim):
    lines = [
        {"claim": claim, "period": "2018", "measure": "illegal crossings"},
        {"claim": claim, "kind": "banana"},
        {"claim": "zzzz", "period": "2018"},
        {"period": "2018"},
    ]
    done = workbench("edit", "--records", stdin="\n".join([*map(json.dumps, lines), "no json", ""]))
    assert done.code == 2
    first, *others = done.records
    assert [each["after"] for each in first["corrections"]] == ["2018", "illegal crossings"]
    assert [each["line"] for each in others] == [2, 3, 4, 5]
    assert all(each["error"] for each in others)


def test_without_values_each_slot_is_shown_with_what_it_may_hold(workbench, claim):
    workbench("edit", claim, "period=2019")
    shown = workbench("edit", claim).out
    assert "period     2019   (the machine read: Jan–Sep 2021)" in shown
    [record] = workbench("edit", claim, "--json").records
    assert record["reading"]["period"] == "2019"
    assert record["machine"]["period"] == "Jan–Sep 2021"


def test_research_asks_with_the_claim_as_it_is_read_now(workbench, claim, tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "series,title,unit,place,time,value\n"
        "x,Attempts at illegal migration,attempts,Kosovo,2019,16000\n"
        "x,Attempts at illegal migration,attempts,North Macedonia,2021,9000\n",
        encoding="utf-8",
    )
    workbench("edit", claim, "period=2019", "place=Kosovo")
    [found] = workbench("--offline", "research", claim, "--data", own, "--json").records
    assert "16000" in {finding["measured"] for finding in found["findings"]}


def test_what_is_no_claim_leaves_the_queue_and_comes_back(workbench, claim):
    before = len(workbench("claims", "--query", "status:open", "--json").records)
    assert "no claim" in workbench("dismiss", claim, "--note", "a figure of speech").out
    assert len(workbench("claims", "--query", "status:open", "--json").records) == before - 1
    [row] = workbench("claims", "--query", "status:dismissed", "--json").records
    assert (row["id"], row["stage"], row["disputed"], row["rating"]) == (claim, "dismissed", False, None)
    assert "a figure of speech" in workbench("show", claim).out
    assert workbench("doctor").code == 0
    assert "dismiss" in workbench("undo").out
    assert len(workbench("claims", "--query", "status:open", "--json").records) == before


def test_a_claim_that_was_rated_is_not_dismissed_and_one_that_was_dismissed_can_be_rated(workbench, claim):
    workbench("dismiss", claim)
    assert "false" in workbench("rate", claim, "false").out
    assert workbench("claims", "--query", "status:draft", "--json").records[0]["id"] == claim
    done = workbench("dismiss", claim)
    assert done.code == 2
    assert "was rated by ana" in done.err


@pytest.mark.parametrize("form", ["html", "markdown", "json", "jsonl"])
def test_every_export_tells_what_was_put_right(workbench, claim, form):
    workbench("edit", claim, "period=2019")
    workbench("rate", claim, "false", "--note", "no such figure")
    out = workbench("export", "--format", form, "--drafts", "--output", "-", "--query", f"id:{claim}").out
    if form in {"html", "markdown"}:
        assert "reviewer 1: put the reading right: period Jan–Sep 2021 → 2019" in out
    else:
        assert '"before": "Jan–Sep 2021", "after": "2019"' in " ".join(out.split())


@pytest.mark.parametrize(
    ("verb", "used", "unused"),
    [
        ("rate", {"rating": "false", "note": "no"}, {"notes": "lost?"}),
        ("defer", {"note": "later"}, {"untill": "2027-01-01"}),
        ("dismiss", {"note": "no claim"}, {"rating": "false"}),
        ("tag", {"tag": "budget"}, {"note": "why"}),
        ("attach", {"note": "Asked the ministry."}, {"url": "https://example.org"}),
    ],
)
def test_a_key_of_a_record_that_nothing_uses_is_named(workbench, claim, verb, used, unused):
    """A mistyped "notes" is not lost without a word."""
    lines = [{"claim": claim, **used, **unused}, {"claim": claim, **used}]
    done = workbench(verb, "--records", stdin="\n".join(map(json.dumps, lines)))
    assert [each.get("unused") for each in done.records] == [list(unused), None], done


def test_a_script_rates_defers_and_dismisses_line_by_line(workbench, claim):
    """Lines that mean nothing are answered with their number, and hold nobody up."""
    others = [row["id"] for row in workbench("claims", "--json").records if row["id"] != claim]
    lines = [
        {"claim": claim, "rating": "false", "note": "no"},
        {"claim": others[0], "rating": "banana"},
        {"rating": "true"},
    ]
    done = workbench("rate", "--records", stdin="\n".join([*map(json.dumps, lines), "{", "[1]"]))
    assert done.code == 2
    assert (done.records[0]["claim"], done.records[0]["rating"]) == (claim, "false")
    assert [each["line"] for each in done.records[1:]] == [2, 3, 4, 5]
    assert all(each["error"] and each["hint"] for each in done.records[1:])
    done = workbench("defer", "--records", stdin=json.dumps({"claim": others[0], "note": "later"}))
    assert (done.code, done.records[0]["deferred"]) == (0, True)
    done = workbench("dismiss", "--records", "--by", "ben", stdin=json.dumps({"claim": others[1]}))
    assert (done.code, done.records[0]["stage"]) == (0, "dismissed")
    for verb in ("rate", "defer", "dismiss", "edit"):
        assert workbench(verb).code == 2


def test_what_a_script_reads_is_whole_and_a_person_is_told_what_is_left_out(workbench, tmp_path):
    rows = "\n".join(f"Unemployment was {n} percent in {1900 + n}." for n in range(120))
    page = tmp_path / "rows.txt"
    page.write_text(rows, encoding="utf-8")
    workbench("import", page)
    assert len(workbench("claims", "--json").records) == 120
    shown = workbench("claims")
    assert len(shown.out.splitlines()) == 100
    assert "20 more match: --limit 0 lists all." in shown.err
    assert len(workbench("claims", "--limit", "0").out.splitlines()) == 120
    assert workbench("claims", "--limit", "7").err == ""


def test_an_export_of_nothing_says_so_and_writes_nothing(workbench, claim, tmp_path):
    for form in ("markdown", "html", "csv", "json", "jsonl"):
        file = tmp_path / f"none.{form}"
        done = workbench("export", "--format", form, "--query", "id:zzzz", "--output", file)
        assert (done.code, file.exists()) == (2, False)
        assert done.err.splitlines()[0] == "No claim matches: nothing was written."
    assert json.loads(workbench("export", "--format", "json", "--query", "id:zzzz").out)["claims"] == []


def test_an_export_of_claims_of_which_none_is_published_writes_nothing(workbench, claim, tmp_path):
    """What is there stays as it is, with --force too; and what has them is said."""
    file = tmp_path / "there.html"
    file.write_text("mine")
    done = workbench("export", "--format", "html", "--output", file, "--force")
    assert (done.code, file.read_text()) == (2, "mine")
    assert "None of them was published: nothing was written." in done.err
    assert "--drafts writes them too" in done.err
    assert workbench("export", "--format", "html", "--output", file, "--force", "--drafts").code == 0
    assert file.read_text() != "mine"


FOR_READERS = ("markdown", "html", "pdf", "docx", "claimreview", "bibtex", "csl")


@pytest.mark.parametrize("form", FOR_READERS)
def test_readers_are_given_no_report_of_nothing(workbench, claim, home, form):
    """No verb writes one, to a file or to stdout: two sentences say why and what to do, and the exit code is that of a wrong request."""
    file = home / f"out.{form}"
    asked = [("export", "--format", form), ("export", "--format", form, "--output", file), ("claims", "--format", form)]
    for words in (*asked, ("show", claim, "--format", form)):
        done = workbench(*words)
        assert (done.code, done.out, file.exists()) == (2, "", False)
        first, hint = done.err.splitlines()
        assert first == "None of them was published: nothing was written."
        assert "--drafts writes them too" in hint
        assert "workbench publish CLAIM" in hint


def test_the_desks_own_formats_tell_stdout_of_no_claim(workbench, claim):
    """A script that asks for claims is answered, though there are none."""
    done = workbench("export", "--format", "jsonl", "--query", "id:zzzz")
    assert (done.code, done.out) == (0, "")
    assert workbench("export", "--format", "csv", "--query", "id:zzzz").out.startswith("\ufeffclaim,")


def test_a_wrong_map_of_json_lines_names_the_keys_that_there_are(workbench, tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"statement": "A fell by 3 percent.", "day": "2020-01-01"}\n', encoding="utf-8")
    done = workbench("import", rows, "--map", "text=claim")
    assert "there are: statement, day" in done.err


def test_what_was_put_right_most_is_counted_per_slot_and_speaker(workbench, claim):
    others = [row["id"] for row in workbench("claims", "--json").records if row["id"] != claim]
    workbench("edit", claim, "period=2019", "place=Kosovo")
    workbench("edit", claim, "period=2018")
    workbench("edit", others[0], "period=2017")
    workbench("edit", others[1], "period=2016")
    workbench("undo", others[1])
    counted = workbench("edits", "--most").out.splitlines()
    assert [line.split()[:2] for line in counted] == [["period", "2"], ["place", "1"]]
    [period, place] = workbench("edits", "--most", "--json").records
    assert (period["slot"], period["times"], sum(period["speakers"].values())) == ("period", 2, 2)
    assert (place["slot"], place["times"]) == ("place", 1)


def test_what_was_put_right_goes_out_as_labelled_rows(workbench, claim):
    workbench("edit", claim, "period=2019", "place=Kosovo")
    workbench("edit", claim, "period=2018")
    rows = {row["slot"]: row for row in workbench("edits", "--rows").records}
    assert set(rows) == {"period", "place"}
    assert "16,000 attempts" in rows["period"]["text"]
    assert (rows["period"]["machine"], rows["period"]["person"]) == ("Jan–Sep 2021", "2018")
    assert (rows["place"]["typed"], rows["place"]["reviewer"]) == ("Kosovo", "ana")


def test_missed_claims_and_what_is_none_are_labelled_rows_too(workbench, tmp_path):
    page = tmp_path / "speech.txt"
    page.write_text("For three reasons we stayed. We hired 450 teachers in 2020.\n", encoding="utf-8")
    workbench("import", page)
    [row] = workbench("claims", "--json").records
    workbench("claim", "add", row["document"], "--quote", "three reasons")
    workbench("dismiss", row["id"], "--note", "a joke")
    rows = {row["quote"]: row for row in workbench("edits", "--rows").records}
    missed, none = rows["three reasons"], rows["450 teachers"]
    assert (missed["slot"], missed["machine"], missed["person"]) == ("claim", "no claim", "claim")
    assert (none["machine"], none["person"], none["typed"]) == ("claim", "no claim", "a joke")
    assert {each["slot"]: each["times"] for each in workbench("edits", "--most", "--json").records} == {
        "claim missed": 1,
        "no claim": 1,
    }
    workbench("undo")
    workbench("undo")
    assert workbench("edits", "--rows").out == ""


def test_where_nothing_was_put_right_the_count_says_so(workbench, claim):
    assert "Nothing was put right yet." in workbench("edits", "--most").err
    assert workbench("edits", "--rows").out == ""
