"""A migration that is here has run somewhere: it never changes, and only what is next is added."""

import hashlib
from pathlib import Path

import pytest
from owc import catalog

from shared.revisions import complaint, known_in

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "deploy" / "migrations.sha256"


def test_no_migration_changes_and_each_is_frozen() -> None:
    lines = [line.split("  ") for line in FROZEN.read_text().splitlines()]
    listed = {name: digest for digest, name in lines}
    files = [
        *ROOT.glob("*/migrations/versions/*.py"),
        *ROOT.glob("*/migrations/sql/*.sql"),
        *ROOT.glob("shared/sql/*.sql"),
    ]
    digests = {
        file.relative_to(ROOT).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }
    changed = [name for name, digest in listed.items() if digests.get(name) != digest]
    assert not changed, "somebody's database has these already: write a new migration instead"
    assert not digests.keys() - listed.keys(), "new migrations: `make freeze`, and commit its file"


def test_a_replaceable_script_is_brought_by_the_revision_that_names_its_digest() -> None:
    for script in ROOT.glob("*/migrations/*.sql"):
        digest = hashlib.sha256(script.read_bytes()).hexdigest()
        named = [file.read_text() for file in (script.parent / "versions").glob("*.py")]
        assert any(digest in text for text in named), f"no revision brings {digest}"


@pytest.mark.parametrize("service", catalog.SERVICES)
def test_the_migrations_of_a_service_are_one_line(service: str) -> None:
    folder = catalog.folder(service) / "migrations"
    assert len(known_in(folder)) == len(list((folder / "versions").glob("*.py")))


@pytest.mark.parametrize(
    ("applied", "words"),
    [
        (["1", "2"], None),
        (["1", "2", "3"], None),
        ([], "2 migrations behind"),
        (["1"], "1 migration behind"),
        (["1", "2", "3", "4"], "2 migrations ahead"),
        (["1", "other"], "another line"),
    ],
)
def test_a_program_works_with_its_own_schema_and_with_the_next(
    applied: list[str], words: str | None
) -> None:
    found = complaint(["1", "2"], applied)
    assert found is None if words is None else words in str(found)
