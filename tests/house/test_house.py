"""The house stands: the top level is the client's, and the floors hold."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sources
import workbench
from workbench.cli.app import command

ROOT = Path(__file__).resolve().parents[2]
FRAME = {"pyproject.toml", "workbench", "sources", "tests", "README.md", "sample_data", "LICENSE"}


def test_the_top_level_is_the_clients_frame():
    """Only what the client's layout names, LICENSE and dot-files are tracked at the top."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    if not any(tracked):  # an unpacked source archive has no git
        tracked = [path.name for path in ROOT.iterdir()]
    tops = {path.split("/")[0] for path in tracked if path}
    assert {top for top in tops if not top.startswith(".")} <= FRAME


def test_what_is_tested_is_this_checkout(tmp_path: Path):
    """A file that is broken here must fail here: neither the tests nor the commands that they start load an installed copy."""
    code = "import sources, workbench; print(workbench.__file__, sources.__file__, sep=chr(10))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    for file in (workbench.__file__, sources.__file__, *done.stdout.split("\n")[:2]):
        assert Path(file).is_relative_to(ROOT), f"{file} is not of {ROOT}: install it with pip install -e"


def test_no_test_of_another_copy_is_run(tmp_path: Path):
    """One test alone says so too, where the package that is installed lies elsewhere."""
    elsewhere = tmp_path / "workbench"
    elsewhere.symlink_to(ROOT / "workbench", target_is_directory=True)
    (tmp_path / "sources").symlink_to(ROOT / "sources", target_is_directory=True)
    words = [sys.executable, "-m", "pytest", "-q", "-n", "0", str(ROOT / "tests" / "core" / "test_written_days.py")]
    path = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(words, cwd=tmp_path, env=path, capture_output=True, text=True, check=False)
    assert (done.returncode, f"and not {ROOT}" in done.stderr) == (4, True), done


def test_every_room_says_why_it_exists():
    """Each package opens with a docstring."""
    for init in [*ROOT.glob("workbench/**/__init__.py"), ROOT / "sources" / "__init__.py"]:
        assert init.read_text(encoding="utf-8").startswith('"""'), init


def test_help_loads_no_screens_no_database_and_no_network():
    """Static import graphs cannot see deferral: a fresh interpreter can."""
    code = (
        "import sys; from workbench.cli.entry_point import run; run(['--help']);"
        "print('LOADED', sorted({'textual','sqlmodel','sqlalchemy','httpx','trafilatura','rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_help_loads_the_command_line_and_how_it_fails_alone():
    """No noun, no port and no record: together they are a third of the time that a page of help takes."""
    code = (
        "import sys; from workbench.cli.entry_point import run; run(['--help']);"
        "rooms = {name for name in sys.modules if name.startswith(('workbench.', 'sources'))};"
        "print('LOADED', sorted(name for name in rooms if not (name + '.').startswith('workbench.cli.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        done.stdout.splitlines()[-1]
        == "LOADED ['workbench.core', 'workbench.core.errors', 'workbench.core.hiding', 'workbench.core.hiding.passwords']"
    )


def test_a_list_of_claims_makes_no_other_verb_and_loads_no_other_kind_of_database(home: Path):
    """What a verb does not need costs it nothing, on a fresh desk: the options of other verbs, the SQL of PostgreSQL beside a file, migrations and checks."""
    code = (
        "import sys, typer.main as made; from workbench.cli.entry_point import run; names = []; make = made.get_command_from_info;"
        "made.get_command_from_info = lambda **how: (names.append(how['command_info'].callback.__name__), make(**how))[1];"
        f"print(run(['--db', {str(home / 'w.db')!r}, 'claims']), names);"
        "print([name for name in ('sqlite', 'postgresql') if f'sqlalchemy.dialects.{name}' in sys.modules],"
        "sorted({'alembic', 'workbench.compare.series_check', 'workbench.extract'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-2:] == ["0 ['claims']", "['sqlite'] []"], done


def test_what_reads_records_loads_none_of_the_desk_s_verbs():
    """A script that reads one line waits for the rooms that read it alone."""
    code = (
        "import sys; from workbench.desk.batch.record_reading import read; before = {'workbench.desk.desk', 'workbench.compare'} & set(sys.modules);"
        "from workbench.desk import Desk, DeskPorts; print(sorted(before), Desk.__name__, DeskPorts.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] Desk DeskPorts"


def test_the_manual_names_every_verb_with_its_options():
    """Each verb that help shows stands in the page of commands, each option in the manual; the README's table names none that is not there."""
    pages = {path.stem: path.read_text(encoding="utf-8") for path in ROOT.glob("workbench/manual/*.md")}
    found = dict(_verbs(command(), ()))
    assert len(found) > 40
    assert [name for name in found if f"`{name}" not in pages["commands"]] == []
    options = {each for verb in found.values() for option in verb.params for each in option.opts if each[:2] == "--"}
    assert [option for option in options if not any(option in page for page in pages.values())] == []
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## Commands\n")[2].partition("\n## ")[0]
    named = re.findall(
        r"`([a-z]+)(?: |`)", "".join(row.split("|")[1] for row in readme.splitlines() if row[:3] == "| `")
    )
    assert len(named) > 40
    assert set(named) <= {name.split()[0] for name in found}


def test_the_manual_and_help_name_every_export_format():
    """A format that lands stands in the table of reports, in the page of commands and in the help of `export`."""
    found = [path.stem for path in ROOT.glob("workbench/export/*.py") if "\nEXPORTER = " in path.read_text("utf-8")]
    page = (ROOT / "workbench" / "manual" / "reports.md").read_text(encoding="utf-8")
    table = "".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `"))
    verbs = (ROOT / "workbench" / "manual" / "commands.md").read_text(encoding="utf-8")
    row = next(line for line in verbs.splitlines() if line.startswith("| `export "))
    told = next(each.help for each in dict(_verbs(command(), ()))["export"].params if "--format" in each.opts)
    assert len(found) > 10
    assert [name for name in found if f"`{name}`" not in table] == []
    for words in (row, told):
        assert [name for name in found if not re.search(rf"\b{name}\b", words)] == []


def _verbs(made: Any, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the verbs of a command line with their whole names, those of its groups too; hidden ones are left out."""
    for name, verb in made.commands.items():
        if hasattr(verb, "commands"):
            yield from _verbs(verb, (*names, name))
        elif not verb.hidden:
            yield " ".join((*names, name)), verb


def test_readme_is_for_newcomers_and_the_manual_for_the_rest():
    """README stays short; each page of the manual is linked from it, and no link of either leads nowhere."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("workbench/manual/*.md")}
    linked = set(re.findall(r"\]\((?!https?:)([^)#]+)\)", readme))
    assert readme.count("\n") <= 250
    assert pages <= linked
    assert [link for link in linked if not (ROOT / link).exists()] == []


def test_help_prints_each_page_of_the_manual():
    done = subprocess.run([sys.executable, "-m", "workbench", "help"], capture_output=True, text=True, check=True)
    topics = [line.split()[0] for line in done.stdout.splitlines()]
    assert topics == sorted(path.stem for path in ROOT.glob("workbench/manual/*.md"))
    for topic in topics[:2]:
        page = subprocess.run(
            [sys.executable, "-m", "workbench", "help", topic], capture_output=True, text=True, check=True
        ).stdout
        assert page == (ROOT / "workbench" / "manual" / f"{topic}.md").read_text(encoding="utf-8")


def own_files() -> list[Path]:
    """Return every Python file of the product, in whatever folder."""
    return [path for folder in ("workbench", "sources") for path in sorted((ROOT / folder).rglob("*.py"))]


def test_every_file_of_the_product_is_looked_at():
    """As many as git knows, where git is there: a folder that is added later is looked at too."""
    listed = ["git", "ls-files", "workbench/*.py", "sources/*.py"]  # git's star crosses folders
    tracked = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    assert {ROOT / path for path in tracked if (ROOT / path).exists()} <= set(own_files())
    assert len(own_files()) > 700


def test_no_file_and_no_function_has_grown_too_long():
    """The three places where admired projects rot are long files: none here is over 300 lines, no function over 40."""
    long: list[str] = []
    for path in own_files():
        source = path.read_text(encoding="utf-8")
        if source.count("\n") > 300:
            long.append(str(path))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                if body and node.end_lineno - body[0].lineno + 1 > 40:
                    long.append(f"{path}:{node.lineno} {node.name}")
    assert long == []
