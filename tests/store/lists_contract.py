"""How every store filters, orders and folds its list of claims, and keeps several things in one go."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
import said

from workbench.core.document import Attribution, How, Speaker
from workbench.core.errors import NoSuchRecordError
from workbench.core.reviewers.saved_view import SavedView
from workbench.core.reviews.published import KeptPage
from workbench.core.verdict import Action
from workbench.ports import ORDERS, ClaimFilter, Store

FILTERS = [
    (ClaimFilter(speakers=("spas",)), ["A fell.", "A rose."]),
    (ClaimFilter(speakers=("oli spasov",)), ["A fell.", "A rose."]),
    (ClaimFilter(speakers=("müller", "nobody")), ["B fell."]),
    (ClaimFilter(speakers=("liver",)), []),
    (ClaimFilter(since=date(2022, 1, 1)), ["B fell."]),
    (ClaimFilter(until=date(2022, 1, 1)), ["A fell.", "A rose."]),
    (ClaimFilter(since=date(2021, 11, 13), until=date(2021, 11, 14)), ["A fell.", "A rose."]),
    (ClaimFilter(ratings=("false",)), ["A rose."]),
    (ClaimFilter(ratings=("true", "false")), ["A rose."]),
    (ClaimFilter(ratings=("false",), stages=("open",)), []),
    (ClaimFilter(reviewers=("ANA",)), ["A fell.", "A rose."]),
    (ClaimFilter(reviewers=("ben",)), []),
    (ClaimFilter(sources=("unhcr",)), ["A rose."]),
    (ClaimFilter(sources=("un",)), []),
    (ClaimFilter(agreements=("apart",)), ["A rose."]),
    (ClaimFilter(agreements=("exact",)), []),
    (ClaimFilter(edited=("yes",)), ["B fell."]),
    (ClaimFilter(edited=("place",)), ["B fell."]),
    (ClaimFilter(edited=("period",)), []),
    (ClaimFilter(edited=("no",)), ["A fell.", "A rose."]),
    (ClaimFilter(tags=("budget",)), ["A fell."]),
    (ClaimFilter(tags=("bud",)), []),
    (ClaimFilter(tags=("%", "|", "\x00")), []),
    (ClaimFilter(reviewers=("ana",), words="rose"), ["A rose."]),
]


class ListsContract:
    @pytest.fixture
    def filled(self, store: Store) -> Store:
        """Return three claims: one that is tagged, one that is rated on figures, and one whose place was put right."""
        whole, (fell, rose) = said.speech("d1", "A fell.", "A rose.")
        other, (b,) = said.speech("d2", "B fell.", published=date(2022, 3, 1))
        who = Attribution((b.span,), Speaker("Käthe Müller", "MP"), None, None, How.BYLINE)
        b = replace(b, attribution=who)
        store.add([(whole, [fell, rose]), (other, [b])])
        store.keep_research(said.research(rose, said.finding(rose)))
        store.review(said.review(rose))
        store.review(said.review(fell, Action.TAG, note="budget"))
        store.correct(said.correction(b, replace(b, place="DEU")))
        return store

    @pytest.mark.parametrize(("wanted", "quotes"), FILTERS)
    def test_a_filter_lets_through_what_it_asks_for(self, filled: Store, wanted: ClaimFilter, quotes: list[str]):
        for each in (wanted, replace(wanted, folded=True)):
            assert sorted(row.quote for row in filled.claims(each)) == quotes
            assert filled.count_claims(each) == len(quotes)
            assert list(filled.claim_ids(each).items()) == [(row.id, row.document) for row in filled.claims(each)]

    @pytest.mark.parametrize("order", ORDERS)
    def test_each_order_can_be_turned_round(self, filled: Store, order: str):
        wanted = ClaimFilter(order=order)
        there = [row.id for row in filled.claims(wanted)]
        assert [row.id for row in filled.claims(replace(wanted, backwards=True))] == there[::-1]
        assert [row.id for n in range(3) for row in filled.claims(wanted, n, 1)] == there

    def test_the_newest_day_comes_first_and_names_go_from_a_to_z(self, filled: Store):
        assert [row.quote for row in filled.claims(ClaimFilter(order="date"))] == ["B fell.", "A fell.", "A rose."]
        assert [row.quote for row in filled.claims(ClaimFilter(order="speaker"))] == ["B fell.", "A fell.", "A rose."]

    def test_names_that_a_filter_may_ask_for(self, filled: Store):
        assert filled.names("speaker") == ["Käthe Müller", "Oliver Spasovski"]
        assert filled.names("speaker", "mull") == ["Käthe Müller"]
        assert filled.names("reviewer") == ["ana"]
        assert filled.names("tag") == ["budget"]
        assert filled.names("speaker", "\x00\ud800") == []

    def test_a_tag_stands_in_the_row_until_it_is_taken_off(self, filled: Store):
        [row] = filled.claims(ClaimFilter(tags=("budget",)))
        assert (row.tags, row.stage, filled.check()) == (("budget",), "open", [])
        filled.review(said.review(row.id, Action.TAG, n=1, note="asylum"))
        filled.review(said.review(row.id, Action.UNTAG, n=2, note="budget"))
        assert filled.claims(ClaimFilter(tags=("asylum",)))[0].tags == ("asylum",)
        assert filled.count_claims(ClaimFilter(tags=("budget",))) == 0

    def test_a_claim_that_is_deferred_until_a_day_leaves_the_open_ones_and_comes_back(self, filled: Store):
        [fell] = [row.id for row in filled.claims(ClaimFilter(words="fell", document="d1"))]
        today, day = date(2026, 11, 29), date(2026, 12, 5)
        filled.review(said.review(fell, Action.DEFER, until=day))

        def listed(stage: str, on: date | None) -> list[str]:
            wanted = ClaimFilter(stages=(stage,), day=on)
            found = sorted(row.quote for row in filled.claims(wanted))
            assert filled.count_claims(wanted) == len(found)
            assert filled.count_claims(replace(wanted, words="fell")) == len(found)
            return found

        assert (listed("open", today), listed("deferred", today)) == (["B fell."], ["A fell."])
        assert (listed("open", day), listed("deferred", day)) == (["A fell.", "B fell."], [])
        assert (listed("open", None), listed("deferred", None)) == (["A fell.", "B fell."], ["A fell."])
        [row] = filled.claims(ClaimFilter(ids=(fell,), day=today))
        assert (row.stage, row.deferred, row.until) == ("open", True, day)
        [row] = filled.claims(ClaimFilter(ids=(fell,), day=day))
        assert (row.stage, row.deferred, row.until, filled.check()) == ("open", False, None, [])

    def test_what_is_deferred_without_a_day_stays_open_and_is_found_as_deferred(self, filled: Store):
        [fell] = [row.id for row in filled.claims(ClaimFilter(words="fell", document="d1"))]
        filled.review(said.review(fell, Action.DEFER))
        for stages, count in (
            (("open",), 2),
            (("deferred",), 1),
            (("open", "deferred"), 2),
            (("draft", "deferred"), 2),
        ):
            assert filled.count_claims(ClaimFilter(stages=stages, day=date(2026, 11, 29))) == count

    def test_who_has_a_claim_is_asked_for_by_name(self, filled: Store):
        [fell] = [row.id for row in filled.claims(ClaimFilter(words="fell", document="d1"))]
        filled.review(said.review(fell, Action.ASSIGN, to="Bea Müller"))
        [row] = filled.claims(ClaimFilter(holders=("mull",)))
        assert (row.quote, row.stage, row.holder, filled.check()) == ("A fell.", "taken", "Bea Müller", [])
        assert filled.names("assigned") == ["Bea Müller"]
        filled.review(said.review(fell, Action.RELEASE, n=1))
        assert (filled.count_claims(ClaimFilter(holders=("bea",))), filled.names("assigned")) == (0, [])

    # --- the same words in several places ---

    def test_the_same_words_in_three_files_are_one_row_with_three_sightings(self, store: Store):
        files = [said.speech(f"d{n}", "A fell.", published=date(2020 + n, 1, 1)) for n in range(3)]
        files[1] = (
            replace(files[1][0], text="a  FELL."),
            [replace(files[1][1][0], quote="a  FELL.", context="a  FELL.")],
        )
        store.add(files[:2])
        store.add([files[2], said.speech("d9", "B fell.")])
        folded = ClaimFilter(folded=True)
        assert [(row.quote, row.sightings) for row in store.claims(folded)] in (
            [("A fell.", 3), ("B fell.", 1)],
            [("B fell.", 1), ("A fell.", 3)],
        )
        assert store.count_claims(folded) == 2
        assert store.count_claims() == 4
        assert {row.sightings for row in store.claims(ClaimFilter(document="d1"))} == {3}
        [middle] = store.claims_in("d1")
        others = [(each.document, each.said) for each in store.sightings(middle.id)]
        assert others == [("d0", date(2020, 1, 1)), ("d1", date(2021, 1, 1)), ("d2", date(2022, 1, 1))]
        store.amend(said.amendment("hide", "d0"))
        assert [each.document for each in store.sightings(middle.id)] == ["d1", "d2"]
        assert [each.document for each in store.sightings(store.claims_in("d9")[0].id)] == ["d9"]

    def test_of_the_same_words_the_first_that_passes_stands_in_the_list(self, store: Store):
        store.add([said.speech(f"d{n}", "A fell.", published=date(2020 + n, 1, 1)) for n in range(3)])
        [row] = store.claims(ClaimFilter(folded=True, since=date(2021, 1, 1)))
        assert row.document == "d1"
        [row] = store.claims(ClaimFilter(folded=True, document="d2"))
        assert row.document == "d2"

    def test_the_same_words_in_another_sentence_are_another_claim(self, store: Store):
        files = [said.speech(f"d{n}", "A fell.") for n in range(2)]
        store.add([files[0], (files[1][0], [replace(files[1][1][0], context="It is not so that A fell.")])])
        assert store.count_claims(ClaimFilter(folded=True)) == 2

    def test_where_the_first_is_hidden_the_next_stands_for_the_same_words(self, store: Store):
        store.add([said.speech(f"d{n}", "A fell.") for n in range(3)])
        store.amend(said.amendment("hide", "d0"))
        [row] = store.claims(ClaimFilter(folded=True))
        assert (row.document, row.sightings) == ("d1", 2)
        assert store.count_claims(ClaimFilter(folded=True)) == 1

    def test_a_repeat_that_is_hidden_is_no_sighting(self, store: Store):
        store.add([said.speech(f"d{n}", "A fell.") for n in range(3)])
        for hidden, left in (("d1", 2), ("d2", 1)):
            store.amend(said.amendment("hide", hidden))
            [row] = store.claims(ClaimFilter(folded=True))
            assert (row.document, row.sightings) == ("d0", left)

    # --- in one go ---

    def test_what_is_done_together_is_one_transaction(self, filled: Store):
        [row] = filled.claims(ClaimFilter(document="d2"))
        with suppress(ZeroDivisionError), filled.together():
            filled.review(said.review(row.id))
            assert filled.claims(ClaimFilter(document="d2"))[0].rating == "false"
            1 / 0  # noqa: B018  (something goes wrong)
        assert filled.claims(ClaimFilter(document="d2"))[0].rating is None
        assert filled.check() == []

    def test_what_fails_inside_leaves_no_trace_and_the_rest_is_kept(self, filled: Store):
        [row] = filled.claims(ClaimFilter(document="d2"))
        with filled.together(), filled.together():
            filled.review(said.review(row.id))
            with pytest.raises(NoSuchRecordError):
                filled.review(said.review("nothing"))
            filled.review(said.review(row.id, n=1, rating="true"))
        assert filled.claims(ClaimFilter(document="d2"))[0].rating == "true"
        assert filled.check() == []

    def test_reviews_that_were_given_in_one_go_are_found_again(self, filled: Store):
        given = [said.review(row.id, Action.DEFER, n=n, batch="b1") for n, row in enumerate(filled.claims())]
        for each in given:
            filled.review(each)
        assert filled.reviews_of_batch("b1") == given
        assert filled.reviews_of_batch("") == filled.reviews_of_batch("\x00") == []

    def test_readings_are_claims_as_they_are_read_now(self, filled: Store):
        found = filled.readings([row.id for row in filled.claims()] + ["nothing", "\x00"])
        assert sorted(claim.place or "" for claim in found) == ["DEU", "MKD", "MKD"]

    def test_a_release_has_one_page_whose_bytes_stay(self, filled: Store):
        one, two, *_ = filled.claims()
        first = KeptPage("r1", one.id, said.NOON, "cd" * 32, 900)
        for page in (first, replace(first, body="ef" * 32), KeptPage("r2", two.id, said.NOON, "ab" * 32, 9)):
            filled.keep_page(page)
        assert filled.kept_pages(one.id) == [first]
        assert [page.release for page in filled.kept_pages()] == ["r1", "r2"]
        assert {"cd" * 32, "ab" * 32} <= filled.bodies()
        with pytest.raises(NoSuchRecordError):
            filled.keep_page(replace(first, release="r3", claim="nothing"))
        assert filled.check() == []

    def test_views_are_vouched_for_as_all_rows_are(self, filled: Store):
        for n, dropped in enumerate((False, True, False)):
            filled.save_view(SavedView("mine", f"worth:>0.{n}", ""), "ana", said.NOON, dropped=dropped)
            assert filled.check() == []
        assert [view.query for view in filled.views()] == ["worth:>0.2"]
