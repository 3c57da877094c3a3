"""Read the settings: from the command line, else the environment, else one TOML file, else defaults.

All defaults are defined here, so that the command line, the screens and bootstrap get plain values.

The manual, *configuration*, shows the whole file (``config.toml`` in the user's configuration folder, or the one of
``--config`` or ``WORKBENCH_CONFIG``).
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from workbench.core.encoding.toml_reader import read_toml
from workbench.core.errors import MissingFileError, NoHomeError, UnknownNameError, UsageError
from workbench.core.failures.database_errors import need_address
from workbench.core.report import NOBODY, Publisher
from workbench.core.reviews.required_votes import ALONE, ReviewRules
from workbench.core.settings.body_store import BodyStore, body_store
from workbench.core.settings.recheck_days import RECHECK_DAYS, recheck_days
from workbench.core.settings.research_ahead import ahead_count
from workbench.core.settings.review_settings import review_rules
from workbench.core.settings.same_as import checked_address, same_as, speakers
from workbench.report.language import language_named

APP = "claim-workbench"
LARGEST = 1_000_000
"""Most bytes of a configuration file."""

KEYS = (
    "reviewer", "scale", "data", "allow", "publisher", "db", "archive", "catalogue", "scales", "worth", "checks", "memory", "meaning",
    "ahead", "screens", "review", "bodies", "recheck",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings for bootstrap.

    Attributes:
        db: A path or a SQLAlchemy URL.
        archive: The folder of fetched bodies.
        bodies: The store of bodies that several machines share; None for only the folder.
        catalogue: The file of the series index.
        scales: A folder with the user's own rating scales; None for none.
        data: The user's own files of figures, paths or URLs.
        checks: Feeds of fact checks (ClaimReview, or JSON Lines) by others or this newsroom, paths or addresses.
        allow: Additional hosts that may be contacted, including private ones.
        samples: A folder of stored answers to use in place of the services; None for the services.
        record: A folder where live answers are recorded too, for later replay; None for none.
        offline: Whether nothing is fetched.
        reviewer: The name of the person who gives verdicts.
        scale: The rating scale's key.
        publisher: The publisher of reports.
        worth: The weights of the parts of a claim's worth, by name, where they differ from the defaults.
        learn: Whether earlier decisions to take up or defer claims affect the order of claims.
        review: How many reviewers a verdict needs, and what they see of each other's reviews.
        goes_on: Whether the next open claim opens by itself after a verdict.
        memory: Whether series that reviewers pick and exclude are stored, and affect the ranking.
        ahead: Number of next claims to research in the background; 0 for none.
        recheck_days: After how many days a worker asks again for a published figure; 0 for never.
        config: The configuration file that was read; None where there is none.
        meaning_model: Whether to use the model of the extra `meaning` for similarity; None means if it is installed.
    """

    db: str
    archive: Path
    catalogue: Path
    scales: Path | None = None
    data: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    samples: Path | None = None
    record: Path | None = None
    offline: bool = False
    reviewer: str = "reviewer"
    scale: str = "five-point"
    publisher: Publisher = NOBODY
    worth: Mapping[str, float] = field(default_factory=dict)
    learn: bool = False
    memory: bool = True
    ahead: int = 0
    recheck_days: int = RECHECK_DAYS
    review: ReviewRules = ALONE
    goes_on: bool = False
    config: Path | None = None
    meaning_model: bool | None = None
    bodies: BodyStore | None = None


def settings(
    *,
    db: str | None = None,
    config: str | None = None,
    offline: bool = False,
    samples: Path | None = None,
    record: Path | None = None,
    data: tuple[str, ...] = (),
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Return the settings: from arguments, else the environment, else the file, else defaults.

    Raises:
        UsageError: The configuration file is invalid, or both samples and recording are requested.
        MissingFileError: The named configuration file does not exist.
    """
    env = os.environ if environ is None else environ
    if record is not None and samples is not None:
        raise UsageError(
            "Stored answers are not recorded.", "Give --record to record live answers, or --samples to read them."
        )
    file = _file_in_force(_named(config, "--config") or env.get("WORKBENCH_CONFIG"))
    table = _read_table(file) if file else {}
    where = _database(_named(db, "--db") or env.get("WORKBENCH_DB") or _text(table, "db"))
    home = _data_folder() if "://" in where else user_path(where).absolute().parent
    model_switch = _switch(table, "meaning", "model", default=None)
    found = Settings(
        db=where if "://" in where else str(user_path(where).absolute()),
        archive=user_path(_text(table, "archive") or home / "archive"),
        catalogue=user_path(_text(table, "catalogue") or home / "catalogue.db"),
        scales=user_path(_text(table, "scales")) if _text(table, "scales") else None,
        data=(*data, *_texts(table, "data")),
        allow=_texts(table, "allow"),
        checks=_texts(table, "checks"),
        samples=samples,
        record=record,
        offline=offline,
        reviewer=_text(table, "reviewer") or _user(env),
        scale=_text(table, "scale") or "five-point",
        publisher=_publisher(table),
        worth=_worth(table),
        learn=bool(_switch(table, "worth", "learn", default=False, alone=False)),
        memory=bool(_switch(table, "memory", "use", default=True)),
        ahead=ahead_count(_table(table, "ahead", "claims = 3"), asked_freely=offline or samples is not None),
        recheck_days=recheck_days(_table(table, "recheck", "days = 7")),
        review=review_rules(_table(table, "review", 'rule = "two agree"')),
        goes_on=bool(_switch(table, "screens", "next", default=False)),
        config=user_path(file) if file else None,
        meaning_model=False if env.get("WORKBENCH_MEANING") == "table" else model_switch,
        bodies=body_store(_table(table, "bodies", 'store = "s3://BUCKET/FOLDER"')),
    )
    _check_paths_differ(found)
    return found


def _named(value: str | None, option: str) -> str | None:
    """Return a given value; refuse an empty one, which is a mistake of a script, without guessing its meaning."""
    if value is not None and not value.strip():
        raise UsageError(f"{option} was given nothing.", f"Name a file after {option}, or leave it out.")
    return value


def _database(named: str | None) -> str:
    """Return the path or URL of the database. Raises UsageError for an invalid address."""
    if not named:
        return str(_data_folder() / "workbench.db")
    if "://" not in named:
        need_address(named)
    return named


def user_path(written: str | Path) -> Path:
    """Expand ``~`` in a path. Raises NoHomeError for an unknown user."""
    try:
        return Path(written).expanduser()
    except RuntimeError as error:
        raise NoHomeError(written) from error


def _check_paths_differ(found: Settings) -> None:
    """Check that database, archive and index have different paths."""
    for what, path in (("index of series", found.catalogue), ("archive", found.archive)):
        if str(path.absolute()) == found.db:
            raise UsageError(f"{found.db} is where the {what} is kept.", "Give the database another name.")


def sample_folder() -> Path:
    """Return the folder of sample data: next to the package in a checkout, inside it when installed."""
    package = Path(__file__).resolve().parent
    beside_package = package.parent / "sample_data"
    return beside_package if (beside_package / "answers").is_dir() else package / "_sample_data"


def _data_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  (kept off the path of --help)

    return user_data_path(APP, appauthor=False)


def _file_in_force(named: str | None) -> str | None:
    """Return the named configuration file, or else the user's own if it exists."""
    if named:
        return named
    from platformdirs import user_config_path  # noqa: PLC0415  (kept off the path of --help)

    default = user_config_path(APP, appauthor=False) / "config.toml"
    return str(default) if default.is_file() else None


def _read_table(path: str) -> dict[str, Any]:
    table = _parse(path, _read(path))
    _check_names(f"setting in {path}", table, KEYS)
    return table


def _read(path: str) -> bytes:
    try:
        with user_path(path).open("rb") as file:
            body = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise MissingFileError(path, getattr(error, "strerror", "") or "It cannot be read") from error
    if len(body) > LARGEST:
        raise UsageError(f"{path} is too long for a configuration.", "Name the right file with --config.")
    return body


def _parse(path: str, body: bytes) -> dict[str, Any]:
    hint = "Mend it, or move it away to use the defaults."
    try:
        return read_toml(body.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text.", hint) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not TOML: {error}.", hint) from error


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise UsageError(f"The setting {key} is not a text.", f'Write {key} = "…".')
    if not value.isprintable():  # control characters would reach terminals and reports
        raise UsageError(f"The setting {key} holds control characters.", f'Write {key} = "…" in plain words.')
    return value


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f"The setting {key} is not a list of texts.", f'Write {key} = ["…"].')
    return tuple(value)


def _publisher(table: Mapping[str, Any]) -> Publisher:
    given, known = _table(table, "publisher", "its lines"), tuple(each.name for each in fields(Publisher))
    _check_names("publisher setting", given, known)
    language_named(_text(given, "language"))
    named = bool(_switch(table, "publisher", "reviewers", default=False, alone=False))
    said = {key: checked_address(key, _text(given, key)) for key in given if isinstance(getattr(NOBODY, key), str)}
    return Publisher(**said, reviewers=named, same_as=same_as(given), speakers=speakers(given))


def _worth(table: Mapping[str, Any]) -> dict[str, float]:
    given = _table(table, "worth", "lines such as figure = 0.4")
    if not all(type(weight) in {int, float} for name, weight in given.items() if name != "learn"):
        raise UsageError(
            "The setting worth is not a table of numbers.", "Write [worth] and lines such as figure = 0.4."
        )
    return {name: float(weight) for name, weight in given.items() if name != "learn"}


def _check_names(what: str, given: Iterable[str], known: tuple[str, ...]) -> None:
    """Raise UnknownNameError for the first name that is not known."""
    for name in given:
        if name not in known:
            raise UnknownNameError(what, name, known)


def _table(table: Mapping[str, Any], name: str, lines: str) -> Mapping[str, Any]:
    given = table.get(name, {})
    if not isinstance(given, dict):
        raise UsageError(f"The setting {name} is not a table.", f"Write [{name}] and {lines} below.")
    return given


def _switch(table: Mapping[str, Any], name: str, line: str, *, default: bool | None, alone: bool = True) -> bool | None:
    """Return an on/off setting of a table that may have no other."""
    given = _table(table, name, f"{line} = true")
    _check_names(f"{name} setting", given if alone else (), (line,))
    found = given.get(line, default)
    if not isinstance(found, bool) and line in given:
        raise UsageError(f"The setting {line} of [{name}] is neither true nor false.", f"Write {line} = true.")
    return found if isinstance(found, bool) else default


def _user(env: Mapping[str, str]) -> str:
    """Return the present user's name; empty on machines without a user database."""
    try:
        return env.get("WORKBENCH_REVIEWER") or getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"
