"""Write every generated page."""

from owc.catalog import ROOT
from owc.reference.pages import PAGES

for name, written in PAGES.items():
    (ROOT / "docs" / name).write_text(written())
