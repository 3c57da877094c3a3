"""How many reviewers a verdict takes: each rule over every history, whoever rates first, whatever is taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.errors import UsageError
from workbench.core.reviews.published import as_published
from workbench.core.reviews.required_votes import (
    MissingForPublication,
    ReviewRules,
    VoteRule,
    decided,
    may_approve,
    missing_for_correction,
    missing_for_publication,
)
from workbench.core.settings.review_settings import review_rules
from workbench.core.verdict import Action, Review, Stage, Verdict, fold_reviews

AT = datetime(2026, 11, 28, 12, tzinfo=UTC)
WHO = ("ana", "bo", "cy", "Ana")
RULES = {rule: ReviewRules(rule, editors=("Eva", "cy")) for rule in VoteRule}


def verdict(*said: str) -> Verdict:
    """``ana:true``, ``eva:approve``, ``ana:undo`` (her last) … one after another, folded."""
    made: list[Review] = []
    for n, words in enumerate(said):
        who, what = words.split(":")
        rating = what if what in {"true", "false", "mixed"} else None
        action = Action.RATE if rating else Action(what)
        last = fold_reviews("c", "five-point", made).last_of(who) if action is Action.UNDO else None
        at = AT + timedelta(minutes=n)
        made.append(
            Review(claim="c", reviewer=who, at=at, action=action, rating=rating, scale="five-point", nonce=str(n), undoes=last.id if last else None)
        )  # fmt: skip
    return fold_reviews("c", "five-point", made)


@pytest.mark.parametrize(
    ("said", "one", "two", "three", "editor"),
    [
        (
            "",
            MissingForPublication.RATING,
            MissingForPublication.RATING,
            MissingForPublication.RATING,
            MissingForPublication.RATING,
        ),
        ("ana:true", None, MissingForPublication.SECOND, MissingForPublication.SECOND, MissingForPublication.EDITOR),
        (
            "ana:true ana:true",
            None,
            MissingForPublication.SECOND,
            MissingForPublication.SECOND,
            MissingForPublication.EDITOR,
        ),
        (
            "ana:true Ana:true",
            None,
            MissingForPublication.SECOND,
            MissingForPublication.SECOND,
            MissingForPublication.EDITOR,
        ),
        ("ana:true bo:true", None, None, None, MissingForPublication.EDITOR),
        (
            "ana:true bo:true bo:undo",
            None,
            MissingForPublication.SECOND,
            MissingForPublication.SECOND,
            MissingForPublication.EDITOR,
        ),
        (
            "ana:true bo:false",
            MissingForPublication.AGREEMENT,
            MissingForPublication.AGREEMENT,
            MissingForPublication.THIRD,
            MissingForPublication.AGREEMENT,
        ),
        (
            "ana:true bo:false dan:true",
            MissingForPublication.AGREEMENT,
            MissingForPublication.AGREEMENT,
            None,
            MissingForPublication.AGREEMENT,
        ),
        (
            "ana:true bo:false dan:mixed",
            MissingForPublication.AGREEMENT,
            MissingForPublication.AGREEMENT,
            MissingForPublication.AGREEMENT,
            MissingForPublication.AGREEMENT,
        ),
        (
            "ana:true bo:false dan:true fay:false",
            MissingForPublication.AGREEMENT,
            MissingForPublication.AGREEMENT,
            MissingForPublication.AGREEMENT,
            MissingForPublication.AGREEMENT,
        ),
        ("ana:true eva:approve", None, MissingForPublication.SECOND, MissingForPublication.SECOND, None),
        (
            "ana:true bo:approve",
            None,
            MissingForPublication.SECOND,
            MissingForPublication.SECOND,
            MissingForPublication.EDITOR,
        ),
        (
            "cy:true cy:approve",
            None,
            MissingForPublication.SECOND,
            MissingForPublication.SECOND,
            MissingForPublication.EDITOR,
        ),
        (
            "ana:true eva:approve ana:false",
            None,
            MissingForPublication.SECOND,
            MissingForPublication.SECOND,
            MissingForPublication.EDITOR,
        ),
        (
            "ana:true eva:approve eva:undo",
            None,
            MissingForPublication.SECOND,
            MissingForPublication.SECOND,
            MissingForPublication.EDITOR,
        ),
        (
            "ana:true eva:approve bo:reject",
            None,
            MissingForPublication.SECOND,
            MissingForPublication.SECOND,
            MissingForPublication.EDITOR,
        ),
        ("ana:true eva:approve bo:comment", None, MissingForPublication.SECOND, MissingForPublication.SECOND, None),
    ],
)
def test_what_each_rule_still_asks_for(said, one, two, three, editor):
    stands = verdict(*said.split())
    assert tuple(missing_for_publication(stands, RULES[rule]) for rule in VoteRule) == (one, two, three, editor)


votes = st.dictionaries(st.sampled_from(("ana", "bo", "cy", "dan")), st.sampled_from(("true", "false", "mixed")))


@given(votes, st.randoms())
def test_the_order_of_ratings_does_not_matter(given_ratings, random):
    said = [f"{who}:{rating}" for who, rating in given_ratings.items()]
    before = verdict(*said)
    random.shuffle(said)
    after = verdict(*said)
    for rules in RULES.values():
        assert missing_for_publication(before, rules) is missing_for_publication(after, rules)
        assert decided(before, rules).rating == decided(after, rules).rating


@given(votes, st.sampled_from(WHO), st.sampled_from(("true", "false")))
def test_undo_takes_a_vote_back(given_ratings, who, rating):
    said = [f"{each}:{rating}" for each, rating in given_ratings.items() if each != who.casefold()]
    for rules in RULES.values():
        assert missing_for_publication(
            verdict(*said, f"{who}:{rating}", f"{who}:undo"), rules
        ) is missing_for_publication(verdict(*said), rules)


@given(st.lists(st.tuples(st.sampled_from(("ana", "Ana", "ANA")), st.sampled_from(("true", "false"))), min_size=1))
def test_one_person_never_counts_twice(said):
    stands = verdict(*(f"{who}:{rating}" for who, rating in said))
    assert (
        missing_for_publication(stands, RULES[VoteRule.TWO_AGREE])
        is missing_for_publication(stands, RULES[VoteRule.TWO_OF_THREE])
        is MissingForPublication.SECOND
    )


@given(votes)
def test_what_goes_out_is_what_the_rule_found(given_ratings):
    """And readers are named nobody who rated it otherwise."""
    said = [f"{who}:{rating}" for who, rating in given_ratings.items()]
    rules = RULES[VoteRule.TWO_OF_THREE]
    if missing_for_publication(verdict(*said), rules) is None:
        out, found = verdict(*said, "ana:publish"), decided(verdict(*said), rules)
        assert (out.rating, out.out.rating, out.stage, out.disputed) == (
            found.rating,
            found.rating,
            Stage.PUBLISHED,
            False,
        )
        told = as_published(out)
        assert {each.reviewer for each in told.ratings} == {
            who for who, rating in given_ratings.items() if rating == out.rating
        }
        assert {each.rating for each in told.history} <= {out.rating, None}


def test_what_two_of_three_published_is_disputed_again_by_the_next_rating_and_readers_keep_it():
    stands = verdict("ana:true", "bo:false", "cy:true", "ana:publish", "dan:mixed")
    assert (stands.disputed, stands.out.rating, stands.stage) == (True, "true", Stage.PUBLISHED)


def test_no_correction_takes_fewer_people_than_a_publication():
    alone, both = verdict("ana:true", "ana:publish", "ana:false"), verdict("ana:false", "cy:false")
    assert [missing_for_correction(alone, RULES[rule]) for rule in VoteRule] == [
        None,
        MissingForPublication.SECOND,
        MissingForPublication.SECOND,
        MissingForPublication.EDITOR,
    ]
    assert {missing_for_correction(both, rules) for rules in RULES.values()} == {None}


@pytest.mark.parametrize("pair", list(combinations(("ana", "bo", "eva", "cy"), 2)))
def test_an_approval_is_an_editors_who_has_not_rated_where_an_editor_decides(pair):
    rater, other = pair
    stands = verdict(f"{rater}:true")
    assert may_approve(stands, other, RULES[VoteRule.EDITOR]) == (other in {"eva", "cy"})
    assert not may_approve(stands, rater, RULES[VoteRule.EDITOR])
    assert may_approve(stands, other, RULES[VoteRule.ONE])
    assert not may_approve(stands, rater.upper(), RULES[VoteRule.ONE])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"rule": "two"}, ('rule = "two"', '"one", "two agree", "two of three", "editor decides"')),
        ({"rule": 2}, ("rule = 2", '"two agree"')),
        ({"blind": "yes"}, ('blind = "yes"', "true or false")),
        ({"blind": 1}, ("blind = 1", "true or false")),
        ({"editors": "eva"}, ('editors = "eva"', '["NAME"]')),
        ({"rule": "editor decides"}, ("editors = []", '["NAME"]')),
        ({"rule": "editor decides", "editors": [" "]}, ("editors = [' ']", '["NAME"]')),
        ({"ruel": "one"}, ("review setting called ruel", "rule")),
    ],
)
def test_a_wrong_line_is_named_with_what_it_may_say(line, told):
    with pytest.raises(UsageError) as refused:
        review_rules(line)
    assert told[0] in refused.value.message
    assert told[1] in refused.value.hint
