"""Views by which the server itself withholds others' ratings and notes from readers and reviewers of a blind project.

Reviewers and readers have no right to read the tables of reviews and claims. Two views of the same names come before
those tables on the logins' search path. They show every row, but of another person's review only that it exists, until
one has a rating of one's own that counts or the claim was published, as in `workbench.core.reviews.blind_review`. When a
login writes a review, the server computes the columns of the claim that depend on reviews which that login does not
see. Source: PostgreSQL's manual, *Rules and Privileges* and *Overview of Trigger Behavior*.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.core.reviews.blind_review import SHOWN
from workbench.store.every_table import METADATA
from workbench.store.roles import VIEWS
from workbench.store.roles.people import ANOTHER, SCHEMA
from workbench.store.withheld import WITHHELD

SHADOWED = ("claims", "reviews")
"""The tables that are hidden behind views."""

_SAFE = "SECURITY DEFINER SET search_path = pg_catalog, pg_temp"

_UNDONE = f"""CREATE OR REPLACE FUNCTION {SCHEMA}.undone(of varchar, review varchar) RETURNS boolean LANGUAGE sql STABLE {_SAFE} AS
$$ SELECT EXISTS (SELECT 1 FROM public.reviews u WHERE u.claim = of AND u.action = 'undo' AND u.noun::json->>'undoes' = review) $$"""  # noqa: S608  (constants)

_SEES = f"""CREATE OR REPLACE FUNCTION {SCHEMA}.sees(of varchar) RETURNS boolean LANGUAGE sql STABLE {_SAFE} AS
$$ SELECT EXISTS (SELECT 1 FROM public.reviews r WHERE r.claim = of AND (r.action = 'publish' OR
  (lower(r.reviewer) = lower({SCHEMA}.person()) AND r.rating IS NOT NULL AND NOT {SCHEMA}.undone(of, r.id)))) $$"""  # noqa: S608  (constants)

_FOLDED = f"""CREATE OR REPLACE FUNCTION {SCHEMA}.folded(of varchar) RETURNS TABLE (stage varchar, rating varchar) LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
WITH standing AS (
  SELECT r.number, lower(r.reviewer) AS who, r.action, r.rating, nullif(r.noun::json->>'scale', '') AS scale
  FROM public.reviews r WHERE r.claim = of AND r.action <> 'undo' AND NOT {SCHEMA}.undone(of, r.id)
), latest AS (SELECT DISTINCT ON (who) * FROM standing s WHERE s.rating IS NOT NULL ORDER BY who, number DESC)
SELECT CASE WHEN (SELECT s.action FROM standing s WHERE s.rating IS NOT NULL OR s.action IN ('approve', 'reject')
    ORDER BY s.number DESC LIMIT 1) = 'approve' THEN 'approved' ELSE 'draft' END,
  (SELECT CASE WHEN count(DISTINCT l.rating) = 1 AND count(DISTINCT l.scale) <= 1 THEN max(l.rating) END FROM latest l)
WHERE EXISTS (SELECT 1 FROM latest) AND NOT EXISTS (SELECT 1 FROM public.reviews r WHERE r.claim = of AND r.action = 'publish') $$"""  # noqa: S608
"""Returns stage and rating of a claim that was rated and never published; no row for any other."""

_MOVED = f"""CREATE OR REPLACE FUNCTION {SCHEMA}.claim_moved() RETURNS trigger LANGUAGE plpgsql {_SAFE} AS $$
DECLARE of_reviews record;
BEGIN
  SELECT f.stage, f.rating INTO of_reviews FROM {SCHEMA}.folded(OLD.id) f;
  IF FOUND THEN
    UPDATE public.claims SET stage = CASE WHEN NEW.stage = 'aside' THEN 'aside' ELSE of_reviews.stage END, rating = of_reviews.rating
    WHERE number = OLD.number;
  ELSE
    UPDATE public.claims SET stage = NEW.stage, rating = NEW.rating WHERE number = OLD.number;
  END IF;
  UPDATE public.claims SET deferred = NEW.deferred, tags = NEW.tags, until = NEW.until, holder = NEW.holder, repeats = NEW.repeats
  WHERE number = OLD.number;
  RETURN NEW;
END $$"""  # noqa: S608
"""Returns the row that the writer gave, not the one that was stored, which would reveal what is withheld."""


def views(moving: Iterable[str], readers: str, reviewers: str) -> Sequence[str]:
    """Return the SQL that withholds: the views, the triggers that write through them, and the rights.

    Args:
        moving: The columns of a claim that reviews change.
        readers: The group that only reads.
        reviewers: The group that rates.
    """
    both = f"{readers}, {reviewers}"
    return (
        *(_UNDONE, _SEES, _FOLDED, _MOVED, _inserted("claims", _SAFE), _inserted("reviews", "")),
        f"DROP SCHEMA IF EXISTS {VIEWS} CASCADE",
        f"CREATE SCHEMA {VIEWS}",
        _view("claims", {"stage": _STAGE, "rating": _RATING}, "public.claims t"),
        _view("reviews", _MASKED, _REVIEWS),
        *map(_insert_trigger, SHADOWED),
        f"CREATE TRIGGER moved INSTEAD OF UPDATE ON {VIEWS}.claims FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.claim_moved()",
        f"REVOKE ALL ON claims FROM {both}",
        f"REVOKE SELECT ON reviews FROM {both}",  # noqa: S608  (ours)
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT EXECUTE ON FUNCTION {SCHEMA}.undone(varchar, varchar), {SCHEMA}.sees(varchar) TO {both}",
        f"GRANT USAGE ON SCHEMA {VIEWS} TO {both}",
        f"GRANT SELECT ON {VIEWS}.claims, {VIEWS}.reviews TO {both}",
        f"GRANT INSERT ON {VIEWS}.claims, {VIEWS}.reviews TO {reviewers}",
        f"GRANT UPDATE ({', '.join(moving)}) ON {VIEWS}.claims TO {reviewers}",
    )


def no_views() -> Sequence[str]:
    """Return the SQL that removes the views, so that nothing is withheld any more."""
    return (f"DROP SCHEMA IF EXISTS {VIEWS} CASCADE",)


def on_the_path(groups: Iterable[str], editors: str, *, blind: bool) -> str:
    """Return the SQL that makes logins with a role read the views before the tables, from their next session.

    Not editors.
    """
    of = ", ".join(f"'{group}'" for group in groups)
    sets = f"SET search_path = {VIEWS}, public" if blind else "RESET search_path"
    return f"""DO $$ DECLARE each record; BEGIN
FOR each IN SELECT m.rolname, bool_or(g.rolname = '{editors}') AS edits FROM pg_auth_members a
JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member WHERE g.rolname IN ({of}) GROUP BY m.rolname LOOP
EXECUTE format('ALTER ROLE %I IN DATABASE %I ', each.rolname, current_database())
|| CASE WHEN each.edits THEN 'RESET search_path' ELSE '{sets}' END;
END LOOP; END $$"""  # noqa: S608  (constants)


_STAGE = f"CASE WHEN t.stage <> 'approved' OR {SCHEMA}.sees(t.id) THEN t.stage ELSE 'draft' END"
_RATING = f"CASE WHEN t.rating IS NOT NULL AND {SCHEMA}.sees(t.id) THEN t.rating END"

_LISTED = ", ".join(f"'{action.value}'" for action in sorted(SHOWN))
_OPEN = (
    f"lower(t.reviewer) = lower({SCHEMA}.person()) OR (t.action IN ({_LISTED}) AND t.rating IS NULL "
    f"AND NOT {SCHEMA}.undone(t.claim, t.id)) OR {SCHEMA}.sees(t.claim)"
)
_DID = (
    f"CASE WHEN {SCHEMA}.undone(t.claim, t.id) THEN 'undo' WHEN t.rating IS NOT NULL THEN 'rate' "
    "WHEN t.action = 'approve' THEN 'reject' ELSE t.action END"
)
_NOUN = (
    f"'{WITHHELD}' || substr(json_strip_nulls(json_build_object('claim', t.claim, 'reviewer', '{ANOTHER}', 'at', t.at, "
    "'action', w.did, 'until', t.noun::json->>'until'))::text, 2)"
)
_REVIEWS = (
    f"public.reviews t CROSS JOIN LATERAL (SELECT coalesce({_OPEN}, false) AS open OFFSET 0) o "
    f"CROSS JOIN LATERAL (SELECT CASE WHEN NOT o.open THEN {_DID} END AS did OFFSET 0) w"
)
"""Joins each review with whether it is shown, and with the action shown otherwise; both are computed once per row."""

_MASKED = {
    "reviewer": f"CASE WHEN o.open THEN t.reviewer ELSE '{ANOTHER}' END",
    "action": "CASE WHEN o.open THEN t.action ELSE w.did END",
    "rating": "CASE WHEN o.open THEN t.rating END",
    "batch": "CASE WHEN o.open THEN t.batch END",
    "noun": f"CASE WHEN o.open THEN t.noun ELSE {_NOUN} END",
}


def _view(table: str, masked: dict[str, str], rows: str) -> str:
    columns = ", ".join(
        f"({masked[name]})::{kind} AS {name}" if name in masked else f"t.{name}" for name, kind in _columns(table)
    )
    return f"CREATE VIEW {VIEWS}.{table} AS SELECT {columns} FROM {rows}"  # noqa: S608  (our own tables)


def _columns(table: str) -> list[tuple[str, str]]:
    return [(each.name, "text" if each.name == "noun" else "varchar") for each in METADATA.tables[table].columns]


def _inserted(table: str, rights: str) -> str:
    """Return the trigger function that inserts a view's new row into its table.

    With empty `rights`, it runs as the login, to which the table's policies apply.
    """
    columns = [each.name for each in METADATA.tables[table].columns]
    given = [f"coalesce(NEW.{name}, 0)" if name == "words_hash" else f"NEW.{name}" for name in columns]
    return f"""CREATE OR REPLACE FUNCTION {SCHEMA}.{table}_in() RETURNS trigger LANGUAGE plpgsql {rights} AS $$ BEGIN
  NEW.number := coalesce(NEW.number, nextval(pg_get_serial_sequence('public.{table}', 'number')));
  INSERT INTO public.{table} ({", ".join(columns)}) VALUES ({", ".join(given)});
  RETURN NEW;
END $$"""  # noqa: S608  (our own tables)


def _insert_trigger(table: str) -> str:
    return (
        f"CREATE TRIGGER came INSTEAD OF INSERT ON {VIEWS}.{table} FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{table}_in()"
    )
