"""Whatever is kept comes back equal, to the last written digit."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import ClassVar, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.each import each
from workbench.core.candidate import Candidate, Relationship, SeenBefore
from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention, claim_id
from workbench.core.document import Document, Span
from workbench.core.encoding.codec import _ENCODER, decode, dump, encode, load
from workbench.core.encoding.msgspec_structs import is_row
from workbench.core.encoding.quick_codec import as_struct, write_quickly, write_structs
from workbench.core.errors import StoreError
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.finding import Agreement, Finding
from workbench.core.interval import Interval
from workbench.core.period import Period, year
from workbench.core.quantity import PERCENT, Amount, Relation
from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.core.reviewers.series_choice import Choice
from workbench.core.score import ScorePart
from workbench.core.series import Observation, Series, SeriesRef
from workbench.core.trace import Operand, Step, Trace
from workbench.core.verdict import Action, Review
from workbench.ports import CandidateRow, Researched


def _claim(low: Decimal) -> Claim:
    amount = Mention(Span(3, 8), Amount(Relation.IS, low, None, Decimal("0.1"), PERCENT), "percent")
    change = Mention(Span(0, 8), Change(Direction.DOWN, ChangeMode.RELATIVE, amount, year(2020)), "fewer")
    return Claim(
        id=claim_id("d", Span(0, 8), "x"), document="d", span=Span(0, 8), quote="36.5% less", sentence=Span(0, 20),
        context="…", kind=ClaimKind.CHANGE, amount=amount, change=change, amounts=(amount,), changes=(change,),
        period=Mention(Span(9, 12), year(2021), "year", (Period(date(2021, 1, 1), date(2021, 10, 1)),)), place="MKD",
        said=date(2021, 12, 2),
    )  # fmt: skip


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_claim_comes_back_equal(low: Decimal):
    claim = _claim(low)
    back = load(Claim, dump(claim))
    assert back == claim == decode(Claim, encode(claim))
    assert isinstance(back.amounts[0].value, Amount)
    assert isinstance(back.period.value, Period)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_keeps_every_digit_and_zero(value: Decimal):
    """Decimal("1.0") equals the default Decimal("1") of a step, and is not the same."""
    observation = Observation(ref=SeriesRef("s", "k"), place="MKD", period=year(2021), value=value, step=value)
    back = decode(Observation, encode(observation))
    assert (str(back.value), str(back.step)) == (str(value), str(value))
    evidence = Evidence("s", ("/0",), value)
    assert str(decode(Evidence, encode(evidence)).scale) == str(value)


def _of(kind: object) -> st.SearchStrategy[object]:
    """Return any value of a field's type: Hypothesis cannot see that a Mention[Amount] holds an Amount."""
    if get_origin(kind) is Mention:
        noun = _of(get_args(kind)[0])
        return st.builds(Mention, _of(Span), noun, st.text(), st.lists(noun, max_size=1).map(tuple))
    if get_origin(kind) is tuple and Ellipsis not in get_args(kind):
        return st.tuples(*map(_of, get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(_of(get_args(kind)[0]), max_size=2).map(tuple)
    if len(get_args(kind)) == 2 and type(None) in get_args(kind):
        return st.none() | _of(next(a for a in get_args(kind) if a is not type(None)))
    if kind in _PLAIN:
        return _PLAIN[kind]
    return _noun(kind) if is_dataclass(kind) else st.from_type(kind)


_NUMBER = st.decimals(allow_nan=False, allow_infinity=False, places=3)
_MOMENT = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=1))])).map(
    lambda at: at.replace(fold=0)
)
_PERIOD = st.dates(max_value=date(9000, 1, 1)).map(lambda d: Period(d, d + timedelta(days=30)))
_PLAIN: dict[object, st.SearchStrategy[object]] = {
    Decimal: _NUMBER,
    float: st.floats(0, 1),
    datetime: _MOMENT,
    Span: st.integers(0, 999).map(lambda n: Span(n, n + 5)),
    Period: _PERIOD,
    Interval: st.builds(Interval, st.none() | _NUMBER, st.none(), st.booleans(), st.booleans()),
    Amount: _NUMBER.map(lambda low: Amount(Relation.ABOUT, low, None, Decimal("0.10"), PERCENT)),
    Evidence: st.builds(Evidence, st.text(), st.lists(st.text(), min_size=1, max_size=2).map(tuple), _NUMBER),
}


@cache
def _noun(kind: type) -> st.SearchStrategy[object]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: _of(hints[f.name]) for f in fields(kind)})


@pytest.mark.parametrize("kind", [Claim, Document, Series, Finding, Review, Snapshot, Researched])
def test_every_noun_that_is_kept_comes_back_equal(kind: type):
    @settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
    @given(_noun(kind))
    def check(noun: object) -> None:
        text = encode(noun)
        assert text.isascii()
        assert text == _ENCODER.encode(noun), "whichever way it was written"
        assert dump(noun) == json.loads(text), "whichever way it was written"
        assert decode(kind, text) == noun
        assert encode(decode(kind, text)) == text, "and in the same digits"

    check()


def test_research_comes_back_with_its_traces_and_what_was_known():
    step = Step(
        "relative_change", (Operand(Decimal("91.0"), 0),), Decimal("-39.70"), "%", "fell", Evidence("a", ("/1",))
    )
    finding = Finding(claim="c", series=None, title="t", agreement=Agreement.APART, trace=Trace((step,)))
    known = SeenBefore("k", "text", 0.5, ("period",), Relationship.VARIANT)
    candidate = Candidate(Series(ref=SeriesRef("a", "b"), title="t", places=frozenset({"B", "A"})), (), "unit")
    kept = Researched("c", datetime(2021, 12, 2, tzinfo=UTC), (CandidateRow(candidate),), (finding,), (), "s", (known,))
    back = decode(Researched, encode(kept))
    assert back == kept
    assert back.findings[0].id == finding.id
    assert str(back.findings[0].trace.steps[0].operands[0].value) == "91.0"


def test_a_review_keeps_its_id():
    review = Review(
        claim="c", reviewer="a\x1b", at=datetime.now(UTC), action=Action.RATE, rating="true", findings=("f",)
    )
    assert decode(Review, encode(review)).id == review.id


def test_the_same_noun_is_the_same_text():
    places = [frozenset(order) for order in (("MKD", "DEU", "FRA"), ("FRA", "MKD", "DEU"))]
    texts = {encode(Series(ref=SeriesRef("a", "b"), title="t", places=each)) for each in places}
    assert len(texts) == 1


@each("text", ["", "{", "null", "3", "[]", '{"id": "c"}', '{"id": 1, "document": []}', "[" * 100_000, '"\\ud800'])
def test_what_is_no_claim_is_a_sentence(text: str):
    with pytest.raises(StoreError, match="A stored Claim cannot be read"):
        decode(Claim, text)


def test_a_value_that_is_out_of_bounds_is_a_sentence():
    text = encode(_claim(Decimal(1))).replace("[0,8]", "[8,0]")
    with pytest.raises(StoreError, match="a span runs forward"):
        decode(Claim, text)


def test_what_a_later_version_adds_is_passed_over():
    assert load(Period, dump(year(2021)) | {"colour": 3}) == year(2021)
    assert load(SeriesRef, ["a", "b", 3]) == SeriesRef("a", "b")


@given(st.text(st.characters(), min_size=1))
def test_a_text_comes_back_whatever_it_holds(text: str):
    """Half a character too: a record may hold it, and old databases do."""
    document = Document(id="d", title=text, text=text + "\ud800", origin="\x00")
    assert decode(Document, encode(document)) == document


@pytest.mark.parametrize("text", ["plain", "“так”, it said \U0001f600\t\x01", "half \ud800", "\x7f", "cases,.5e-3"])
def test_what_imports_bring_is_written_the_quick_way_and_reads_no_different(text: str):
    """Half a character and the like go the other way."""
    for noun in (replace(_claim(Decimal("36.50")), measure=text), Document(id="d", title=text, text=text, origin="o")):
        assert encode(noun) == _ENCODER.encode(noun)
        assert bool(write_quickly(noun)) == (text in {"plain", "“так”, it said \U0001f600\t\x01"})


def test_a_rated_finding_is_written_the_quick_way_with_its_moments_and_without_what_is_at_its_default():
    """A set is left to the other way, and so is a finding in which one noun is at its default and another is not."""
    at = datetime(2023, 6, 1, 12, 30, tzinfo=timezone(timedelta(hours=1)))
    body = Snapshot(id="ab", url="https://office.example/q", fetched=at, media_type="application/json", size=3)
    series = Series(ref=SeriesRef("a", "b"), title="Заявления", unit=PERCENT)
    finding = Finding(claim="c", series=series, title="t", agreement=Agreement.NEAR, trace=Trace(()), bodies=(body,))
    review = Review(claim="c", reviewer="ana", at=at.astimezone(UTC), action=Action.RATE, rating="false")
    for noun in (finding, review, Finding(claim="c", series=None, title="t", agreement=Agreement.NEAR)):
        struct = as_struct(noun)
        assert struct is not None
        assert json.loads(write_structs(struct)) == json.loads(_ENCODER.encode(noun)) == dump(noun)
    for other in (replace(series, places=frozenset({"MKD"})), Series(ref=SeriesRef("a", "b"), title="t")):
        mixed = replace(finding, series=other)
        assert as_struct(mixed) is None
        assert dump(mixed) == json.loads(_ENCODER.encode(mixed))


def test_a_score_in_scientific_notation_is_written_as_it_always_was():
    claim = replace(_claim(Decimal(1)), worth=(ScorePart("figure", 0.00001, 1.0, "so"), ScorePart("name", 1, 0, "so")))
    assert encode(claim) == _ENCODER.encode(claim)


ROWS = {"Amount", "Attribution", "Caveat", "CheckedElsewhere", "RatingScale", "ScorePart", "SeriesRef", "Span"}


def _nouns(kind: object) -> set[type]:
    """Return every noun that a noun is made of, itself among them."""
    inner = (_nouns(each) for each in get_args(kind))
    own = get_origin(kind) or kind
    if not is_dataclass(own):
        return set().union(*inner)
    return {own}.union(*inner, *(_nouns(hint) for hint in get_type_hints(own).values()))


def test_what_databases_hold_as_rows_is_read_as_rows():
    """A noun whose fields were all required is a row in every database: when it gets an optional one, it says ``kept_as_row``."""
    kept = (Claim, Document, Finding, Review, Researched, Choice, SavedFormula)
    rows = {each.__name__ for kind in kept for each in _nouns(kind) if is_row(each)}
    assert rows >= ROWS


def test_a_noun_that_gets_its_first_optional_field_still_reads_its_old_rows():
    @dataclass(frozen=True, slots=True)
    class Old:
        source: str
        key: str

    @dataclass(frozen=True, slots=True)
    class New:
        kept_as_row: ClassVar[bool] = True
        source: str
        key: str
        colour: str = "grey"

    globals()["New"] = New
    assert decode(New, encode(Old("a", "b"))) == New("a", "b")
    assert decode(New, encode(New("a", "b", "red"))) == New("a", "b", "red")


def test_what_is_no_noun_is_refused():
    with pytest.raises(TypeError, match="no way to keep a object"):
        encode(object())


def test_rows_from_before_a_field_was_added_are_still_read():
    """What older versions kept has no method link, no code of the place's own, no notes: the defaults stand."""
    series = decode(Series, '{"ref":["eurostat","une_rt_a"],"title":"Unemployment"}')
    observation = decode(
        Observation,
        '{"ref":["eurostat","une_rt_a"],"place":"GRC","period":{"start":"2021-01-01","end":"2022-01-01","frequency":"year"},"value":"14.7"}',
    )
    finding = decode(Finding, '{"claim":"c","series":null,"title":"t","agreement":"near"}')
    assert (series.method, observation.own_place, finding.notes) == ("", "", ())
    assert load(Period, dump(observation.period)) == year(2021)
