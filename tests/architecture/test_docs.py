"""Whatever an operator or a caller can meet is written down, and what is written down exists."""

import re
import subprocess
from pathlib import Path

import pytest
from owc.reference.events import contracts
from owc.reference.pages import PAGES
from owc.reference.settings import classes

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SERVICES = ("gateway", "ledger-service", "billing-service", "pricing-service", "sync-service")
READMES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *(ROOT / s / "README.md" for s in SERVICES),
]
PAGE_FILES = sorted([*READMES, *DOCS.glob("*.md"), *DOCS.glob("adr/*.md")])
_METRIC = re.compile(
    r"""(Counter|Gauge|Histogram)(?:MetricFamily)?\(\s*["'](\w+)["']|name = "(owc_\w+)\""""
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_is_written_from_the_code_is_current(page: str) -> None:
    assert (DOCS / page).read_text() == PAGES[page](), "run `make docs`"


def test_every_setting_and_every_event_says_what_it_is() -> None:
    silent = [
        f"{service}: {name}"
        for service, settings in classes().items()
        for name, field in settings.model_fields.items()
        if not field.description
    ]
    assert not silent
    assert not [contract.event_type for contract in contracts() if not contract.__doc__]


def test_every_metric_is_documented_and_every_documented_metric_exists() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*/src/*.py", "shared/*.py"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    measured = {
        f"{name.removesuffix('_total')}_total" if kind == "Counter" else name or other
        for file in listed
        for kind, name, other in _METRIC.findall((ROOT / file).read_text())
    }
    table = (DOCS / "observability.md").read_text()
    documented = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert measured == documented


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{_name(file)}: {link}"
        for file in PAGE_FILES
        for link in _LINK.findall(_FENCE.sub("", file.read_text()))
        if not link.startswith(("http://", "https://", "mailto:")) and not _leads(file, link)
    ]
    assert not broken


def _leads(file: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (file.parent / path).resolve() if path else file
    if not target.exists():
        return False
    return not anchor or target.suffix != ".md" or anchor in _anchors(target)


def _anchors(page: Path) -> set[str]:
    """As GitHub makes them of headings."""
    headings = _HEADING.findall(_FENCE.sub("", page.read_text()))
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def test_the_index_of_the_documentation_names_every_page() -> None:
    index = (DOCS / "README.md").read_text()
    linked = {link.partition("#")[0] for link in _LINK.findall(index)}
    pages = {f.name for f in DOCS.glob("*.md")} - {"README.md"}
    assert not pages - linked
