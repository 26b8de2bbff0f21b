"""Size, names and places of everything in the repository. Style is a test, not a review remark."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINES_MAX = 300
FUNCTION_LINES_MAX = 50
BANNED_NAMES = {"utils", "helpers", "common", "manager", "base", "misc", "util", "helper"}
HEADINGS = ("Owns", "Calls", "Emits", "Consumes", "Run", "Runbook")
# Generated or taken as data, not written: locks, API descriptions, schemas.
GENERATED = re.compile(r"(\.lock|package-lock\.json|docs/(api|events)/.*\.json|\.svg)$")
TEXT = {".py", ".md", ".toml", ".yml", ".yaml", ".sh", ".sql", ".ini", ".ts", ".tsx", ".css", ""}
_ADDRESS = re.compile(r"--(extra-)?index-url|--find-links|--trusted-host|https?://", re.IGNORECASE)
# Places of one machine. Written apart, because this file is read as well.
_MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|ro{2}t|home)/[\w.-]+/")


def _files() -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return sorted({path for path in paths if path.is_file()})


FILES = _files()
PYTHON = [file for file in FILES if file.suffix == ".py"]
WRITTEN = [f for f in FILES if f.suffix in TEXT and not GENERATED.search(f.as_posix())]


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    long = {
        _name(file): lines
        for file in PYTHON
        if (lines := len(file.read_text().splitlines())) > LINES_MAX
    }
    assert not long


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{_name(file)}:{function.lineno} {function.name}": lines
        for file in PYTHON
        if "migrations/versions" not in file.as_posix()
        for function in _functions(file)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES_MAX
    }
    assert not long


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [_name(f) for f in PYTHON if {f.stem, *f.relative_to(ROOT).parts} & BANNED_NAMES]


def test_every_module_says_what_it_owns() -> None:
    silent = [
        _name(file)
        for file in PYTHON
        if (source := file.read_text().strip()) and ast.get_docstring(ast.parse(source)) is None
    ]
    assert not silent


def test_a_command_is_one_file_named_after_its_function() -> None:
    wrong = []
    for file in PYTHON:
        if file.parent.name != "commands" or file.stem == "__init__":
            continue
        tree = ast.parse(file.read_text())
        names = {getattr(node, "name", None) for node in tree.body}
        if file.stem not in names:
            wrong.append(_name(file))
    assert not wrong


@pytest.mark.parametrize("service", ["gateway", "ledger", "billing", "pricing", "sync"])
def test_a_service_has_a_readme_with_the_same_headings(service: str) -> None:
    folder = ROOT / service if service == "gateway" else ROOT / f"{service}-service"
    headings = re.findall(r"^## (.+)$", (folder / "README.md").read_text(), re.MULTILINE)
    assert [heading for heading in headings if heading in HEADINGS] == list(HEADINGS)


def test_locks_name_no_package_index() -> None:
    for file in FILES:
        if file.name.startswith("requirements"):
            lines = [line for line in file.read_text().splitlines() if not line.startswith("#")]
            assert not [line for line in lines if _ADDRESS.search(line)], _name(file)


def test_nothing_names_a_folder_of_one_machine() -> None:
    found = [
        f"{_name(file)}: {match.group()}"
        for file in WRITTEN
        if file != Path(__file__)
        for match in [_MACHINE_PATH.search(file.read_text(errors="replace"))]
        if match
    ]
    assert not found


def test_nothing_is_executable_that_is_no_script() -> None:
    wrong = [
        _name(file)
        for file in FILES
        if file.stat().st_mode & 0o100 and not file.read_bytes().startswith(b"#!")
    ]
    assert not wrong


def test_every_defect_in_the_list_has_tests_that_exist() -> None:
    listed = set(re.findall(r"`(test_\w+)`", (ROOT / "docs/defects.md").read_text()))
    written = {f.name for file in PYTHON if file.name.startswith("test_") for f in _functions(file)}
    assert listed
    assert not listed - written


def test_every_threat_names_tests_that_exist_where_it_says() -> None:
    text = (ROOT / "docs/security.md").read_text()
    part = text.partition("## Threats")[2].partition("## Rotating")[0]
    rows = [line for line in part.splitlines() if line.startswith("| ")]
    rows = [row for row in rows if not row.startswith("| threat |")]
    assert len(rows) > 50
    for row in rows:
        named = re.findall(r"`([\w./-]+\.py)::(test_\w+)`", row)
        assert named, row
        for file, test in named:
            assert test in {function.name for function in _functions(ROOT / file)}, (file, test)
