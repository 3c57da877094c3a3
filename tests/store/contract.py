"""What every store does, whatever it keeps its rows in. A subclass gives the fixture ``store``."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta, timezone

import pytest
import said
from lists_contract import ListsContract

from workbench.core.claim import ClaimKind
from workbench.core.corrections.amendment import DocumentData
from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError
from workbench.core.evidence import Evidence
from workbench.core.failures.review_errors import ChangedMeanwhileError, TakenBackError
from workbench.core.quantity import Dimension
from workbench.core.reviewers.series_choice import ChoiceKind, ChoiceOrigin, standing_choices
from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.series import SeriesRef
from workbench.core.verdict import Action, fold_reviews
from workbench.ports import AmendedClaims, ClaimFilter, Kept, Store
from workbench.store.blind_project_store import BlindStore


class StoreContract(ListsContract):
    # --- documents and claims ---

    def test_a_document_and_its_claims_come_back_equal(self, store: Store):
        whole, claims = said.speech("d1", "Asylum applications fell by 70 percent.", "Crossings rose.")
        assert store.add([(whole, claims)]) == Kept(1, 2, 0)
        assert store.document("d1") == whole
        assert [store.claim(c.id) for c in claims] == claims
        assert store.claims_in("d1") == claims
        assert store.has_document("d1")
        assert not store.has_document("d")
        assert store.which_documents(["d2", "d1", "d", "\x00"]) == {"d1"}
        assert store.which_documents([]) == frozenset()

    def test_decimals_keep_their_written_digits(self, store: Store):
        whole = said.document()
        one = said.claim(whole)
        store.add([(whole, [one])])
        assert str(store.claim(one.id).amount.value.low) == "70.0"
        assert str(store.claim(one.id).amount.value.step) == "1E+1"

    def test_adding_again_changes_nothing(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.")
        store.add([(whole, claims)])
        other = replace(whole, title="Another title", text="Something else")
        assert store.add([(other, []), (said.document("d2"), [])]) == Kept(1, 0, 1)
        assert store.document("d1") == whole
        assert store.claims_in("d1") == claims

    def test_the_same_document_twice_in_one_go_is_one(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.")
        assert store.add([(whole, [*claims, *claims]), (whole, claims)]) == Kept(1, 1, 1)
        assert store.documents()[0].claims == 1

    def test_adding_nothing_is_fine(self, store: Store):
        assert store.add([]) == Kept(0, 0, 0)

    def test_a_claim_is_found_by_the_beginning_of_its_id(self, store: Store):
        whole, claims = said.speech("d1", *(f"Claim number {n}." for n in range(40)))
        store.add([(whole, claims)])
        assert store.claim(claims[3].id[:9]) == claims[3]
        assert store.claim_id(claims[3].id[:9]) == store.claim_id(claims[3].id) == claims[3].id
        for ask in (store.claim, store.claim_id):
            with pytest.raises(AmbiguousRecordError, match="Several claims begin with"):
                ask(next(c.id[0] for c in claims if sum(o.id[0] == c.id[0] for o in claims) > 1))

    @pytest.mark.parametrize("key", ["", "zz", "0000000000000", "%", "_", "\x00", "\ud800", "’; DROP TABLE claims; --"])
    def test_what_is_not_there_is_said_so(self, store: Store, key: str):
        store.add([said.speech("d1", "Applications fell.")])
        for ask in (store.claim, store.claim_id, store.document, store.finding):
            with pytest.raises(NoSuchRecordError):
                ask(key)
        assert store.research(key) is None
        assert store.reviews(key) == []
        assert store.claims_in(key) == []

    @pytest.mark.parametrize("nasty", ["\x1b[31mred\x07", "[bold]x[/bold]", "a\x00b", "\u202etxt", "🦀 Скопје"])
    def test_hostile_text_is_kept_as_it_is(self, store: Store, nasty: str):
        whole = replace(said.document("d1", f"It said {nasty} to 5 people."), title=nasty, origin=nasty)
        one = replace(said.claim(whole), id="0123456789ab", measure=nasty)
        store.add([(whole, [one])])
        assert store.document("d1") == whole
        assert store.claim(one.id) == one
        assert len(store.claims()) == len(store.documents()) == 1

    def test_half_a_character_in_a_title_is_no_trouble(self, store: Store):
        whole = said.document("d1", title="half \ud83d", origin="caf\udce9.txt")
        store.add([(whole, [])])
        assert store.document("d1") == whole
        assert len(store.documents()) == 1

    # --- lists ---

    def test_the_library_has_the_newest_first_and_the_undated_last(self, store: Store):
        days = {"d1": date(2020, 1, 1), "d2": None, "d3": date(2023, 1, 1), "d4": date(2020, 1, 1)}
        store.add([said.speech(key, "Applications fell.", published=day) for key, day in days.items()])
        assert [row.id for row in store.documents()] == ["d3", "d4", "d1", "d2"]
        assert [row.id for row in store.documents(offset=1, limit=2)] == ["d4", "d1"]
        assert store.count_documents() == 4

    def test_a_line_of_the_library_sums_up_its_claims(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.", "Crossings rose.")
        store.add([(whole, claims)])
        store.review(said.review(claims[0]))
        row = store.documents()[0]
        assert (row.claims, row.open, row.worth) == (2, 1, 0.9)
        assert (row.title, row.published, row.place, row.origin) == (whole.title, whole.published, "MKD", "d1.txt")

    def test_the_library_is_searched_by_title_place_speaker_and_origin(self, store: Store):
        store.add([said.speech("d1", "Fell.", title="Migration in Évian"), said.speech("d2", "Rose.", title="Prices")])
        found = {
            words: [row.id for row in store.documents(words)]
            for words in ("evian", "MIGR evi", "spasov", "d2.txt", "x")
        }
        assert found == {"evian": ["d1"], "MIGR evi": ["d1"], "spasov": ["d2", "d1"], "d2.txt": ["d2"], "x": []}
        assert [store.count_documents(words) for words in ("evian", "spasov", "x")] == [1, 2, 0]

    def test_claims_come_best_first_or_in_order_of_the_text(self, store: Store):
        store.add([said.speech("d2", "A one.", "A two.", "A three."), said.speech("d1", "B one.", "B two.")])
        best = [(row.worth, row.id) for row in store.claims()]
        assert best == sorted(best, key=lambda pair: (-pair[0], pair[1]))
        in_text = [row.quote for row in store.claims(ClaimFilter(order="text"))]
        assert in_text == ["B one.", "B two.", "A one.", "A two.", "A three."]

    def test_pages_make_the_whole_list(self, store: Store):
        store.add([said.speech(f"d{n}", "One.", "Two.", "Three.") for n in range(7)])
        whole = store.claims(limit=1000)
        pages = [row for offset in range(0, 24, 4) for row in store.claims(offset=offset, limit=4)]
        assert pages == whole
        assert len(whole) == store.count_claims() == 21
        assert store.claims(offset=21) == []

    def test_a_row_shows_what_the_claim_says(self, store: Store):
        whole, (one,) = said.speech("d1", "Applications fell.")
        store.add([(whole, [one])])
        row = store.claims()[0]
        assert (row.id, row.document, row.quote, row.context, row.kind) == (
            one.id,
            "d1",
            one.quote,
            one.context,
            "change",
        )
        assert (row.worth, row.said, row.place, row.speaker) == (0.9, one.said, "MKD", "Oliver Spasovski")
        assert (row.stage, row.rating, row.deferred) == ("open", None, False)

    @pytest.mark.parametrize(
        ("wanted", "quotes"),
        [
            (ClaimFilter(), ["A fell.", "A rose.", "B fell."]),
            (ClaimFilter(document="d1"), ["A fell.", "A rose."]),
            (ClaimFilter(place="DEU"), ["B fell."]),
            (ClaimFilter(kinds=("rank", "share")), ["B fell."]),
            (ClaimFilter(stages=("draft",)), ["A rose."]),
            (ClaimFilter(stages=("open", "draft")), ["A fell.", "A rose.", "B fell."]),
            (ClaimFilter(stages=("published",)), []),
            (ClaimFilter(least_worth=0.9), ["A fell."]),
            (ClaimFilter(least_worth=0.8), ["A fell.", "A rose."]),
            (ClaimFilter(least_worth=0.80001), ["A fell."]),
            (ClaimFilter(words="FEL"), ["A fell.", "B fell."]),
            (ClaimFilter(words="ell"), []),
            (ClaimFilter(words="fell b", stages=("open",)), ["B fell."]),
            (ClaimFilter(words="spasovski rose"), ["A rose."]),
            (ClaimFilter(words=" … "), ["A fell.", "A rose.", "B fell."]),
            (ClaimFilter(words='" OR * NEAR('), []),
            (ClaimFilter(ids=("nothing", "\x00\ud800")), []),
            (ClaimFilter(document="\x00"), []),
            (ClaimFilter(place="\ud800"), []),
        ],
    )  # fmt: skip
    def test_the_filter_lets_through_what_it_says(self, store: Store, wanted: ClaimFilter, quotes: list[str]):
        whole, claims = said.speech("d1", "A fell.", "A rose.")
        other = said.document("d2", "B fell.", place="DEU")
        store.add([(whole, claims), (other, [said.claim(other, worth=0.1, kind=ClaimKind.RANK, measure="B")])])
        store.review(said.review(claims[1]))
        assert [row.quote for row in store.claims(wanted)] == quotes
        assert store.count_claims(wanted) == len(quotes)

    def test_the_filter_takes_very_many_ids(self, store: Store):
        whole, claims = said.speech("d1", "A fell.", "A rose.")
        store.add([(whole, claims)])
        ids = (*(f"{n:012x}" for n in range(70_000)), claims[1].id)
        assert [row.id for row in store.claims(ClaimFilter(ids=ids))] == [claims[1].id]
        assert store.count_claims(ClaimFilter(ids=ids)) == 1

    def test_alike_gives_other_claims_that_share_telling_words(self, store: Store):
        store.add(
            [
                said.speech("d1", "Asylum applications fell by 70 percent this year."),
                said.speech("d2", "The number of asylum applicants fell."),
                said.speech("d3", "Unemployment is the lowest ever."),
                said.speech("d4", "Asylum."),
            ]
        )
        (one,) = store.claims_in("d1")
        assert {c.document for c in store.alike(one)} == {"d2", "d4"}
        assert len(store.alike(one, limit=1)) == 1
        assert store.alike(replace(one, id="f" * 12), limit=1)[0].document == "d1"

    def test_alike_of_a_claim_without_words_is_nothing(self, store: Store):
        whole = said.document("d1", "!!")
        store.add([(whole, [said.claim(whole, measure="")])])
        assert store.alike(store.claims_in("d1")[0]) == []

    # --- reviews ---

    def test_reviews_come_back_in_the_order_in_which_they_were_added(self, store: Store):
        whole, claims = said.speech("d1", "A fell.", "A rose.")
        store.add([(whole, claims)])
        given = [
            said.review(claims[0], n=3),
            said.review(claims[1], n=2),
            said.review(claims[0], Action.COMMENT, n=1, note="é\x1b"),
        ]
        for each in given:
            store.review(each)
        assert store.reviews(claims[0].id) == [given[0], given[2]]
        assert store.last_reviews() == given[::-1]
        assert store.last_reviews(limit=2) == given[:0:-1]

    def test_the_very_same_review_twice_is_one(self, store: Store):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        for _ in range(2):
            store.review(said.review(one))
        assert len(store.reviews(one.id)) == 1

    def test_a_review_of_nothing_is_refused(self, store: Store):
        with pytest.raises(NoSuchRecordError, match="no claim"):
            store.review(said.review("0123456789ab"))
        assert store.last_reviews() == []

    def test_the_row_follows_the_reviews(self, store: Store):
        """Rated, approved, published, corrected, undone: the list shows what the history comes to at every step."""
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        rated, approved = said.review(one, n=1), said.review(one, Action.APPROVE, n=2)
        steps = [
            said.review(one, Action.DEFER, n=0),
            rated,
            approved,
            said.review(one, Action.UNDO, n=3, undoes=approved.id),
            said.review(one, Action.PUBLISH, n=4),
            said.review(one, Action.CORRECT, "half-true", n=5),
            said.review(one, Action.WITHDRAW, n=6),
        ]
        for n, step in enumerate(steps, start=1):
            store.review(step)
            verdict = fold_reviews(one.id, "five-point", steps[:n])
            row = store.claims()[0]
            assert (row.stage, row.rating, row.deferred) == (verdict.stage.value, verdict.rating, verdict.deferred)
        assert store.check() == []

    def test_what_is_withheld_is_in_nothing_that_is_read(self, store: Store):
        """What Ana says of a claim, as Bo reads it before and after his own rating, and as an editor does."""
        whole, (one, _) = said.speech("d1", "A fell.", "B fell.")
        store.add([(whole, [one])])
        anas = replace(said.review(one), reviewer="ana", note="secret", rating="false", batch="b")
        store.review(anas)
        rules = ReviewRules(blind=True, editors=("eva",))
        blind, editor = BlindStore(store, rules, "bo"), BlindStore(store, rules, "Eva")
        rated = ClaimFilter(ratings=("false",))

        def read(of: BlindStore) -> str:
            read = (
                of.reviews(one.id),
                of.histories([one.id]),
                of.last_reviews(),
                of.reviews_of_batch("b"),
                of.ahead([one.id]).reviews,
            )
            return repr((*read, of.claims(), of.claims(rated)))

        assert "secret" in read(editor)
        assert "secret" not in read(blind)
        assert "rating='false'" not in read(blind)
        assert (blind.count_claims(rated), editor.count_claims(rated), blind.count_claims()) == (0, 1, 1)
        tagged = replace(
            anas, reviewer="bo", action=Action.TAG, rating=None, note="x", at=anas.at + timedelta(minutes=1)
        )
        assert blind.review_all([tagged])[one.id].withheld
        bos = replace(anas, reviewer="bo", rating="true", note="", batch="", at=anas.at + timedelta(minutes=2))
        assert {each.rating for each in blind.review_all([bos])[one.id].ratings} == {"true", "false"}
        assert "secret" in read(blind)
        assert store.check() == []

    def test_an_undone_rating_opens_the_claim_again(self, store: Store):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        rated = said.review(one)
        store.review(rated)
        assert store.documents()[0].open == 0
        store.review(said.review(one, Action.UNDO, n=1, undoes=rated.id))
        assert store.documents()[0].open == 1
        assert store.claims(ClaimFilter(stages=("open",)))[0].rating is None

    # --- memory ---

    def test_choices_come_back_equal_and_in_order(self, store: Store):
        given = [
            said.choice(n=2, dimension=Dimension.COUNT, place="MKD"),
            said.choice(ChoiceKind.BARRED, "illegal crossings", n=1, claim="", title="", through=ChoiceOrigin.RATED),
            said.choice(n=3, place=None, series=SeriesRef("own", "a:b?sex=F")),
        ]
        assert store.recall() == []
        assert store.count_choices() == 0
        assert store.remember(given[:1]) == 1
        assert store.remember(given[1:]) == 2
        assert store.recall() == given
        assert [choice.id for choice in store.recall()] == [choice.id for choice in given]
        assert store.recall(given[0].claim) == [given[0], given[2]], "of one claim"
        assert store.recall("nothing") == []
        assert store.count_choices() == 3

    def test_the_very_same_choice_twice_is_one(self, store: Store):
        one = said.choice()
        assert [store.remember([one, one]), store.remember([one]), store.remember([])] == [1, 0, 0]
        assert store.recall() == [one]

    def test_what_is_forgotten_stays_in_the_history(self, store: Store):
        one, other = said.choice(), said.choice(n=1, claim="c2")
        gone = said.choice(ChoiceKind.FORGOTTEN, n=2, undoes=one.id)
        store.remember([one, other, gone])
        assert store.recall() == [one, other, gone]
        assert standing_choices(store.recall()) == (other,)

    def test_a_moment_is_kept_in_utc(self, store: Store):
        here = said.choice()
        there = replace(here, at=here.at.astimezone(timezone(timedelta(hours=2))))
        assert here.id == there.id
        assert store.remember([here, there]) == 1
        assert store.recall() == [here]

    @pytest.mark.parametrize(
        "nasty", ["\x1b[31mred", "a\x00b", "half \ud83d", "’; DROP TABLE choices; --", "🦀 Скопје"]
    )
    def test_hostile_words_of_a_choice_break_nothing(self, store: Store, nasty: str):
        one = said.choice(words=nasty, title=nasty, reviewer=nasty, place=nasty, claim=nasty)
        assert [store.remember([one]), store.remember([one])] == [1, 0]
        assert len(store.recall()) == 1
        assert store.check() == []

    def test_very_many_choices_are_added_in_one_go(self, store: Store):
        given = [said.choice(n=n, claim=f"c{n}") for n in range(1_200)]
        assert store.remember(given[:700]) == 700
        assert store.remember(given) == 500
        assert store.count_choices() == 1_200

    # --- corrections ---

    def test_a_corrected_claim_is_given_as_it_is_read_now_and_as_it_was(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.", "Crossings rose.")
        store.add([(whole, claims)])
        one = claims[0]
        right = replace(one, place="DEU", kind=ClaimKind.SHARE, measure="asylum applications")
        store.correct(said.correction(one, right))
        store.correct(said.correction(one, right))  # the very same one is one
        assert store.claim(one.id) == right
        assert store.claim_as_read(one.id) == one
        assert store.claims_in("d1") == [right, claims[1]]
        assert store.corrections(one.id) == store.corrections() == [said.correction(one, right)]
        [row] = store.claims(ClaimFilter(ids=(one.id,)))
        assert (row.place, row.kind) == ("DEU", "share")
        assert [row.id for row in store.claims(ClaimFilter(place="DEU"))] == [one.id]
        assert one.id not in [row.id for row in store.claims(ClaimFilter(place=one.place or ""))] or not one.place
        assert store.count_claims(ClaimFilter(kinds=("share",))) == 1
        assert one.id not in [row.id for row in store.claims(ClaimFilter(kinds=(one.kind.value,)))]

    def test_the_last_correction_counts_and_one_is_taken_back_once(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.")
        store.add([(whole, claims)])
        [one] = claims
        first = said.correction(one, replace(one, place="DEU"))
        second = said.correction(one, replace(one, place="FRA"), n=1)
        store.correct(first)
        store.correct(second)
        assert store.claim(one.id).place == "FRA"
        store.correct(said.correction(one, first.reading, n=2, said_="", undoes=second.id))
        assert store.claim(one.id).place == "DEU"
        with pytest.raises(TakenBackError):
            store.correct(said.correction(one, first.reading, n=3, said_="", undoes=second.id))
        assert len(store.corrections(one.id)) == 3
        assert [each.at for each in store.corrections()] == sorted(
            (each.at for each in store.corrections()), reverse=True
        )
        assert store.check() == []

    def test_a_correction_belongs_to_a_claim_that_is_there(self, store: Store):
        one = said.claim(said.document())
        with pytest.raises(NoSuchRecordError):
            store.correct(said.correction(one, one))
        assert store.corrections() == []

    # --- amendments ---

    def test_a_claim_that_is_added_by_hand_is_one_of_its_document(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.", "Crossings rose.")
        store.add([(whole, claims[:1])])
        store.amend(said.amendment("add", came=[claims[1].id]), AmendedClaims(came=(claims[1],)))
        store.amend(said.amendment("add", came=[claims[1].id]), AmendedClaims(came=(claims[1],)))  # the same one is one
        assert store.claims_in("d1") == claims
        assert store.count_claims() == store.count_claims(ClaimFilter(stages=("open",))) == 2
        assert [row.id for row in store.claims(ClaimFilter(words="crossings"))] == [claims[1].id]
        [row] = store.documents()
        assert (row.claims, row.open) == (2, 2)
        assert len(store.amendments("d1")) == len(store.amendments()) == 1
        assert store.check() == []

    def test_what_is_joined_is_set_aside_with_its_verdict_and_comes_back(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.", "Crossings rose.", "Trust grew.")
        one, two, made = claims
        store.add([(whole, [one, two])])
        store.review(said.review(two))
        join = said.amendment("join", gone=[one.id, two.id], came=[made.id])
        store.amend(join, AmendedClaims(came=(made,)))
        assert store.claims_in("d1") == [made]
        assert [row.id for row in store.claims()] == [made.id]
        assert store.count_claims() == 1
        assert store.count_claims(ClaimFilter(words="applications")) == 0
        assert {row.id for row in store.claims(ClaimFilter(stages=("aside",)))} == {one.id, two.id}
        assert store.claim(two.id) == two
        assert store.reviews(two.id) == [said.review(two)]
        assert [each.id for each in store.alike(made)] == []
        assert (store.documents()[0].claims, store.documents()[0].open) == (1, 1)
        assert store.check() == []
        store.review(said.review(one, n=5))  # from a window that knows nothing of it yet
        assert [row.id for row in store.claims()] == [made.id]
        assert store.check() == []
        store.amend(said.amendment("join", gone=[made.id], came=[one.id, two.id], n=1, undoes=join))
        assert store.claims_in("d1") == [one, two]
        assert {row.id: row.stage for row in store.claims()} == {one.id: "draft", two.id: "draft"}
        assert [row.id for row in store.claims(ClaimFilter(stages=("aside",)))] == [made.id]
        assert store.check() == []

    def test_a_hidden_document_takes_all_it_brought_with_it_and_brings_it_back(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.", "Crossings rose.")
        other, others = said.speech("d2", "Trust grew.")
        store.add([(whole, claims), (other, others)])
        store.review(said.review(claims[1]))
        hide = said.amendment("hide")
        store.amend(hide)
        assert [row.id for row in store.documents()] == ["d2"]
        assert [row.id for row in store.documents(hidden=True)] == ["d1"]
        assert (store.count_documents(), store.count_documents(hidden=True)) == (1, 1)
        assert store.count_documents("conference") == len(store.documents("conference")) == 1
        assert [row.id for row in store.claims()] == [others[0].id]
        assert store.claims_in("d1") == []
        assert store.document("d1") == whole
        assert store.check() == []
        store.review(said.review(claims[0], n=7))
        store.amend(said.amendment("hide", n=1, undoes=hide))
        assert store.count_documents() == 2
        assert store.documents(hidden=True) == []
        assert {row.id: row.stage for row in store.claims()} == {
            others[0].id: "open",
            claims[0].id: "draft",
            claims[1].id: "draft",
        }
        assert {row.id: row.open for row in store.documents()} == {"d1": 0, "d2": 1}
        assert store.check() == []

    def test_a_document_is_listed_and_found_by_the_data_that_it_was_given(self, store: Store):
        early, one = said.speech("d1", "Applications fell.")
        late, two = said.speech("d2", "Crossings rose.")
        store.add([(early, one), (replace(late, published=date(2021, 12, 1)), two)])
        assert [row.id for row in store.documents()] == ["d2", "d1"]
        data = replace(DocumentData.of(early), title="Forum at Brdo", published=date(2022, 1, 1), place=None)
        put = said.amendment("set", data=data)
        right = replace(one[0], said=date(2022, 1, 1), place=None)
        corrected = said.correction(one[0], right)
        store.amend(put, AmendedClaims(corrections=(corrected,)))
        assert store.document("d1") == data.put_on(early)
        assert next((row.id, row.title, row.place) for row in store.documents()) == ("d1", "Forum at Brdo", None)
        assert [row.id for row in store.documents("brdo")] == ["d1"]
        assert [row.id for row in store.documents("conference")] == ["d2"]
        assert store.count_documents("brdo") == 1
        assert store.claim(one[0].id) == right
        assert store.claims(ClaimFilter(document="d1"))[0].said == date(2022, 1, 1)
        assert store.check() == []
        back = said.correction(one[0], one[0], n=1, said_="", undoes=corrected.id)
        follows = AmendedClaims(corrections=(back,), follows={one[0].id: corrected.id})
        store.amend(said.amendment("set", n=1, undoes=put), follows)
        assert store.document("d1") == early
        assert [row.id for row in store.documents("conference")] == ["d2", "d1"]
        assert store.claim(one[0].id) == one[0]
        assert store.check() == []

    def test_two_who_amend_one_document_do_not_overwrite_each_other(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.", "Crossings rose.")
        store.add([(whole, claims)])
        first = said.amendment("join", gone=[claims[0].id])
        store.amend(first)
        with pytest.raises(ChangedMeanwhileError, match="ana changed document d1"):
            store.amend(said.amendment("join", gone=[claims[1].id], n=1))
        store.amend(said.amendment("join", gone=[claims[1].id], n=1, follows=first))
        store.amend(said.amendment("join", n=2, undoes=first, follows=store.amendments("d1")[-1]))
        again = said.amendment("join", n=3, undoes=first, follows=store.amendments("d1")[-1])
        with pytest.raises(TakenBackError):
            store.amend(again)
        assert [claim.id for claim in store.claims_in("d1")] == [claims[0].id]

    def test_an_amendment_that_meets_a_corrected_claim_keeps_nothing(self, store: Store):
        whole, [one] = said.speech("d1", "Applications fell.")
        store.add([(whole, [one])])
        store.correct(said.correction(one, replace(one, place="DEU")), "")
        with pytest.raises(ChangedMeanwhileError):
            store.correct(said.correction(one, replace(one, place="FRA"), n=1), "")
        late = AmendedClaims(corrections=(said.correction(one, replace(one, place="FRA"), n=2),))
        with pytest.raises(ChangedMeanwhileError):
            store.amend(said.amendment("set", data=DocumentData.of(whole)), late)
        assert store.amendments() == []
        assert store.claim(one.id).place == "DEU"
        assert store.check() == []

    def test_one_amends_a_document_while_others_review_and_import(self, store: Store):
        whole, claims = said.speech("d1", *(f"Claim number {n}." for n in range(12)))
        store.add([(whole, claims[:8])])
        faults: list[Exception] = []

        def work(each: Callable[[int], None]) -> None:
            try:
                for n in range(12):
                    each(n)
            except Exception as error:  # noqa: BLE001  (whatever it is, the test fails with it)
                faults.append(error)

        def amend(n: int) -> None:
            last = store.amendments("d1")
            come = claims[8 + n // 3] if n % 3 == 0 else None
            kind = ("add", "hide", "show")[n % 3]
            one = said.amendment(kind, n=n, came=[come.id] if come else [], follows=last[-1] if last else None)
            store.amend(one, AmendedClaims(came=(come,) if come else ()))

        ways = (
            amend,
            lambda n: store.review(said.review(claims[n % 8], n=n)),
            lambda n: store.correct(said.correction(claims[n % 8], replace(claims[n % 8], place="DEU"), n=n)),
            lambda n: store.add([said.speech(f"other-{n}", "Crossings rose.")]),
        )
        threads = [threading.Thread(target=work, args=(way,)) for way in ways]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not faults, [(str(each), str(each.__cause__)) for each in faults]
        assert store.count_claims() == 12 + 12
        assert store.check() == []

    def test_an_amendment_belongs_to_a_document_that_is_there(self, store: Store):
        with pytest.raises(NoSuchRecordError):
            store.amend(said.amendment("hide"))

    def test_a_document_is_found_by_the_beginning_of_its_id(self, store: Store):
        store.add([said.speech("abc1", "A fell."), said.speech("abd2", "B rose.")])
        assert store.document("abd").id == "abd2"
        with pytest.raises(AmbiguousRecordError) as several:
            store.document("ab")
        assert "abc1, abd2" in several.value.hint
        for key in ("", "zz"):
            with pytest.raises(NoSuchRecordError):
                store.document(key)

    # --- attachments ---

    def test_attachments_come_back_equal_and_one_is_taken_back_once(self, store: Store):
        whole, claims = said.speech("d1", "Applications fell.", "Crossings rose.")
        store.add([(whole, claims)])
        page, note = (
            said.attachment(claims[0]),
            said.attachment(claims[0], n=1, body=None, note="\x1b[31m Скопје \ud83d"),
        )
        for each in (page, page, note, said.attachment(claims[1], n=2)):
            store.attach(each)
        assert store.attachments(claims[0].id) == [page, note]
        assert [each.claim for each in store.attachments(limit=2)] == [claims[1].id, claims[0].id]
        store.attach(said.attachment(claims[0], n=3, undoes=page.id))
        with pytest.raises(TakenBackError):
            store.attach(said.attachment(claims[0], n=4, undoes=page.id))
        assert store.last_added([page.id, note.id]) == note.id
        assert store.bodies() == {"ab" * 32}
        assert store.check() == []

    def test_an_attachment_belongs_to_a_claim_that_is_there(self, store: Store):
        with pytest.raises(NoSuchRecordError):
            store.attach(said.attachment(said.claim(said.document())))
        assert store.attachments() == []

    # --- formulas ---

    def test_formulas_come_back_equal_and_newest_first(self, store: Store):
        whole, (one, other) = said.speech("d1", "A fell.", "B fell.")
        store.add([(whole, [one, other])])
        given = [said.formula(one), said.formula(other, "x * 2", n=1), said.formula(one, "x * 3", n=2, drops=True)]
        for each in given:
            store.keep_formula(each)
        store.keep_formula(given[0])  # the very same one is one
        assert store.formulas() == given[::-1]
        assert store.formulas(one.id) == [given[2], given[0]]
        assert store.formulas(limit=1) == [given[2]]
        assert [each.id for each in store.formulas()] == [each.id for each in given[::-1]]
        assert store.check() == []

    def test_a_formula_belongs_to_a_claim_that_is_there(self, store: Store):
        _, (one,) = said.speech("d1", "A fell.")
        with pytest.raises(NoSuchRecordError):
            store.keep_formula(said.formula(one))
        assert store.formulas() == []

    @pytest.mark.parametrize("nasty", ["a\x00b", "half \ud83d", "’; DROP TABLE formulas; --"])
    def test_hostile_words_of_a_formula_break_nothing(self, store: Store, nasty: str):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        store.keep_formula(said.formula(one, reviewer=nasty, quote=nasty))
        assert store.formulas()[0].text == "un.asylum / wb.pop * 100000"
        assert store.check() == []

    # --- research ---

    def test_research_comes_back_equal_to_the_last_digit(self, store: Store):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        kept = said.research(one, said.finding(one), said.finding(one, "-39.70", "Another"))
        store.keep_research(kept)
        back = store.research(one.id)
        assert back == kept
        assert str(back.findings[1].measured) == "-39.70"
        assert str(back.findings[0].observations[0].step) == "1.0"
        assert store.finding(kept.findings[0].id) == kept.findings[0]

    def test_newer_research_is_given_and_older_findings_stay(self, store: Store):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        old, new = said.finding(one, "-1"), said.finding(one, "-2")
        store.keep_research(said.research(one, old))
        store.keep_research(said.research(one, new, n=1))
        assert store.research(one.id).findings == (new,)
        assert store.finding(old.id) == old

    def test_a_finding_that_comes_again_stays_what_it_was(self, store: Store):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        first = said.finding(one)
        again = replace(first, why="Said in other words.")
        store.keep_research(said.research(one, first))
        store.keep_research(said.research(one, again, n=1))
        assert first.id == again.id
        assert store.finding(first.id) == first
        assert store.research(one.id).findings == (again,)

    def test_research_of_nothing_is_refused(self, store: Store):
        with pytest.raises(NoSuchRecordError):
            store.keep_research(said.research(said.claim(said.document())))

    def test_research_without_findings_is_research(self, store: Store):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        store.keep_research(said.research(one))
        assert store.research(one.id) == said.research(one)

    # --- care ---

    def test_it_names_every_body_that_something_rests_on(self, store: Store):
        whole, (one, other) = said.speech("d1", "Asylum fell.", "Crossings rose.")
        store.add([(whole, [one, other])])
        assert store.bodies() == frozenset()
        plain = said.finding(one)
        moved = replace(plain, observations=(replace(plain.observations[0], evidence=Evidence("cd" * 32, ("/0",))),))
        store.keep_research(said.research(one, moved, n=1))
        store.keep_research(said.research(one, n=2))
        store.review(said.review(other, Action.COMMENT, note=f"see {'ef' * 32}"))
        assert store.bodies() == {"ab" * 32, "cd" * 32, "ef" * 32}

    def test_a_store_in_order_has_nothing_to_say(self, store: Store):
        whole, claims = said.speech("d1", "A fell.", "A rose.")
        store.add([(whole, claims), said.speech("d2", "B fell.")])
        found = said.finding(claims[0])
        store.keep_research(said.research(claims[0], found))
        store.review(said.review(claims[0], findings=(found.id,)))
        assert store.check() == []

    def test_threads_may_share_it(self, store: Store):
        whole, claims = said.speech("d1", *(f"Claim {n}." for n in range(8)))
        store.add([(whole, claims)])
        threads = [threading.Thread(target=store.review, args=(said.review(one),)) for one in claims]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {r.claim for r in store.last_reviews()} == {c.id for c in claims}
        assert store.documents()[0].open == 0
