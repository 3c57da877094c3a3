"""Read from PostgreSQL's catalogue which parts the schema of the workbench's tables has, without those of extensions.

Source: PostgreSQL's manual, *System Catalogs*.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from workbench.store.grants import GROUPS
from workbench.store.migrations import VERSION_TABLE
from workbench.store.schema.expected_schema import COUNTED, SECURED, server_trigger
from workbench.store.schema.schema_parts import Part, Parts, column_statement, index_statement, plain, policy_statement

_HERE = (
    f"c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = '{VERSION_TABLE}'::regclass) "  # noqa: S608  (a constant)
    "AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')"
)
_TABLES = f"""SELECT c.relname, c.relkind IN ('v', 'm'), EXISTS (SELECT 1 FROM pg_attrdef d WHERE d.adrelid = c.oid
  AND pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%') FROM pg_class c WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND {_HERE}"""  # noqa: S608
_COLUMNS = f"""SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
  EXISTS (SELECT 1 FROM pg_constraint p WHERE p.conrelid = c.oid AND p.contype = 'p' AND a.attnum = ANY (p.conkey)),
  (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum)
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND {_HERE}"""  # noqa: S608
_CONSTRAINTS = f"""SELECT c.relname, k.contype::text, k.conname, pg_get_constraintdef(k.oid, true), ARRAY(SELECT attname::text
    FROM unnest(k.conkey) WITH ORDINALITY of (n, at) JOIN pg_attribute ON attrelid = k.conrelid AND attnum = n ORDER BY at),
  to_.relname || '.' || (SELECT attname FROM pg_attribute WHERE attrelid = k.confrelid AND attnum = k.confkey[1])
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_class to_ ON to_.oid = k.confrelid
  WHERE k.contype IN ('u', 'f', 'c', 'x') AND {_HERE}"""  # noqa: S608
_INDEXES = f"""SELECT c.relname, i.relname, x.indisunique, x.indisvalid, pg_get_expr(x.indpred, x.indrelid),
  ARRAY(SELECT pg_get_indexdef(x.indexrelid, n, true) || CASE WHEN x.indoption[n - 1] & 1 = 1 THEN ' DESC' ELSE '' END
    FROM generate_series(1, x.indnkeyatts) n), m.amname
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid JOIN pg_am m ON m.oid = i.relam
  WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')) AND {_HERE}"""  # noqa: S608
_TRIGGERS = f"""SELECT c.relname, t.tgname, pg_get_triggerdef(t.oid, true), p.prosrc
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
  WHERE t.tgenabled IN ('O', 'A') AND NOT t.tgisinternal AND {_HERE}"""  # noqa: S608
_RULES = f"""SELECT c.relname, r.rulename, pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
  WHERE r.rulename <> '_RETURN' AND {_HERE}"""  # noqa: S608
_SECURED = f"SELECT c.relname, c.relforcerowsecurity FROM pg_class c WHERE c.relrowsecurity AND {_HERE}"  # noqa: S608
_POLICIES = f"""SELECT c.relname, p.polname, p.polcmd::text, p.polpermissive,
  ARRAY(SELECT coalesce((SELECT rolname::text FROM pg_roles WHERE oid = member), 'public') FROM unnest(p.polroles) member ORDER BY 1),
  pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE {_HERE}"""  # noqa: S608
_ROLES = f"""SELECT EXISTS (SELECT 1 FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
  WHERE r.rolname = ANY (:groups) AND {_HERE})"""  # noqa: S608
_DOES = {"r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE", "*": "ALL"}


def found(connection: Connection) -> Parts:
    """Return every present part; a disabled trigger counts as missing."""
    parts: dict[Part, str] = {}
    for table, is_view, counted in connection.execute(text(_TABLES)):
        parts[Part("view" if is_view else "table", table, table)] = COUNTED if counted else ""
    for table, column, kind, needed, key, default in connection.execute(text(_COLUMNS)):
        written = kind.replace("character varying", "VARCHAR")
        own = None if key and str(default).startswith("nextval(") else default  # the table itself is reported
        parts[Part("column", table, column)] = column_statement(written, needed=needed, key=key, default=own)
    for table, kind, name, statement, columns, to in connection.execute(text(_CONSTRAINTS)):
        named = {"u": Part("unique", table, ", ".join(columns)), "f": Part("reference", table, ", ".join(columns))}
        held = {"u": "", "f": str(to)}
        parts[named.get(kind, Part("condition", table, name))] = held.get(kind, plain(statement))
    for table, name, unique, valid, where, columns, method in connection.execute(text(_INDEXES)):
        statement = index_statement(
            name, table, (each.replace('"', "") for each in columns), where=where, unique=unique, by=method
        )
        parts[Part("index", table, name)] = statement if valid else f"{statement} (not valid)"
    for table, name, statement, runs in connection.execute(text(_TRIGGERS)):
        parts[Part("trigger", table, name)] = server_trigger(statement.replace(" ON public.", " ON "), runs)
    for table, name, statement in connection.execute(text(_RULES)):
        parts[Part("rule", table, name)] = plain(statement)
    return parts | _policies(connection)


def has_roles(connection: Connection) -> bool:
    """Check whether a group of the newsroom's roles has a right on any table: then there must be policies."""
    return bool(connection.execute(text(_ROLES), {"groups": sorted(GROUPS.values())}).scalar())


def _policies(connection: Connection) -> dict[Part, str]:
    """Return the policies: who may see and add which rows."""
    parts = {
        Part("security", table, table): f"{SECURED}, for its owner too" if forced else SECURED
        for table, forced in connection.execute(text(_SECURED))
    }
    for table, name, does, permissive, to, seen, added in connection.execute(text(_POLICIES)):
        statement = policy_statement(_DOES[does], to, " AND ".join(filter(None, (seen, added))))
        parts[Part("policy", table, name)] = statement if permissive else f"{statement} RESTRICTIVE"
    return parts
