"""Bind each login of a server to a reviewer's name, so that nobody writes under another's name, with any program.

The table and the functions lie in a schema of their own. A function that reads more than its caller may answers only
yes or no, and checks the login of the session, which `SET ROLE` does not change. Source: PostgreSQL's manual, *Writing
SECURITY DEFINER Functions Safely*.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.core.failures.database_errors import ReviewerNameError

SCHEMA = "workbench_roles"
"""Schema of the table of logins' reviewer names, and of the functions that read it."""

ANOTHER = "another"
"""Name shown for a withheld reviewer; no login may have it."""

_SAFE = "SECURITY DEFINER SET search_path = pg_catalog, pg_temp"

_PERSON = f"""CREATE OR REPLACE FUNCTION {SCHEMA}.person() RETURNS text LANGUAGE sql STABLE {_SAFE} AS
$$ SELECT reviewer FROM {SCHEMA}.logins WHERE login = session_user $$"""  # noqa: S608  (constants)

_OWN = f"""CREATE OR REPLACE FUNCTION {SCHEMA}.own(reviewer varchar, noun text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE mine text := {SCHEMA}.person();
BEGIN
  IF lower(reviewer) = lower(mine) AND (noun IS NULL OR noun::json->>'reviewer' = reviewer) THEN RETURN true; END IF;
  RAISE insufficient_privilege USING MESSAGE = format('this login writes as “%s”, and not as “%s”', coalesce(mine, 'nobody'), reviewer);
END $$"""

_AS_SAID = f"""CREATE OR REPLACE FUNCTION {SCHEMA}.as_said(of varchar, did varchar, gave varchar, said text)
RETURNS boolean LANGUAGE sql STABLE {_SAFE} AS
$$ SELECT said::json->>'claim' = of AND said::json->>'action' = did AND said::json->>'rating' IS NOT DISTINCT FROM gave AND (
  said::json->>'undoes' IS NULL OR EXISTS (
    SELECT 1 FROM public.reviews r WHERE r.id = said::json->>'undoes' AND lower(r.reviewer) = lower({SCHEMA}.person()))) $$"""  # noqa: S608


def functions() -> Sequence[str]:
    """Return the SQL that creates the schema, its table, and the functions that the policies call."""
    return (
        f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}",
        f"CREATE TABLE IF NOT EXISTS {SCHEMA}.logins (login name PRIMARY KEY, reviewer text NOT NULL)",
        _PERSON,
        _OWN,
        _AS_SAID,
    )


def opened(everybody: str) -> Sequence[str]:
    """Return the SQL that lets the groups, and nobody else, call the functions."""
    asked = f"{SCHEMA}.person(), {SCHEMA}.own(varchar, text), {SCHEMA}.as_said(varchar, varchar, varchar, text)"
    return (
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC, {everybody}",
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {everybody}",
        f"GRANT EXECUTE ON FUNCTION {asked} TO {everybody}",
    )


def named(person: str, name: str, groups: Iterable[str]) -> Sequence[str]:
    """Return the SQL that binds a login to a reviewer's name, and each unbound login with a role to its own name.

    Args:
        person: The login.
        name: The reviewer's name; empty keeps the present one, or takes the login's name.
        groups: The server's groups for the roles.

    Raises:
        ReviewerNameError: The reviewer's name is not allowed.
    """
    called = " ".join(name.split())
    if not called.isprintable() or called.casefold() == ANOTHER:
        raise ReviewerNameError(name)
    again = "DO UPDATE SET reviewer = EXCLUDED.reviewer" if called else "DO NOTHING"
    written = (called or person).replace("'", "''")
    of = ", ".join(f"'{group}'" for group in groups)
    others = (
        f"INSERT INTO {SCHEMA}.logins SELECT DISTINCT m.rolname, m.rolname FROM pg_auth_members a "  # noqa: S608  (ours)
        f"JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member WHERE g.rolname IN ({of}) ON CONFLICT DO NOTHING"
    )
    return (
        f"INSERT INTO {SCHEMA}.logins VALUES ('{person}', '{written}') ON CONFLICT (login) {again}",  # noqa: S608  (checked)
        others,
    )
