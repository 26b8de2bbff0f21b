"""Public pages as bytes: rendered and compressed once for each version of the book."""

import gzip
import hashlib
import json
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import quote

import brotli
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pricing_service.domain.amount_text import LANGUAGES, Language
from shared.codec import decode

Coding = Literal["br", "gzip", "identity"]
ASSET_PREFIX: Final = "/pricing-static/"
_FOLDER: Final = Path(__file__).parent
_MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
# Visitors' own searches are many; the pages that everybody opens stay because they are used.
_KEPT_MAX: Final = 128
# Above this brotli is ten times slower for 2 % less.
_PAGE_QUALITY: Final = 9
_ASSET_QUALITY: Final = 11


def coding_for(accept_encoding: str) -> Coding:
    """The best coding that the client takes."""
    taken = {
        name.strip()
        for name, _, weight in (item.partition(";") for item in accept_encoding.lower().split(","))
        if weight.replace(" ", "") not in ("q=0", "q=0.0")
    }
    if "br" in taken:
        return "br"
    return "gzip" if "gzip" in taken else "identity"


def compressed(body: bytes, coding: Coding, quality: int = _PAGE_QUALITY) -> bytes:
    if coding == "br":
        return bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=quality, lgwin=18))
    return gzip.compress(body, mtime=0) if coding == "gzip" else body


@dataclass(frozen=True, slots=True)
class Asset:
    """A style sheet, script or picture; its address changes with its content."""

    address: str
    media_type: str
    bodies: Mapping[Coding, bytes]


def _asset(file: Path) -> Asset:
    body = file.read_bytes()
    digest = hashlib.sha256(body).hexdigest()[:12]
    codings: tuple[Coding, ...] = ("br", "gzip", "identity")
    return Asset(
        address=f"{ASSET_PREFIX}{file.stem}.{digest}{file.suffix}",
        media_type=_MEDIA_TYPES[file.suffix],
        bodies={coding: compressed(body, coding, _ASSET_QUALITY) for coding in codings},
    )


class PageStore:
    """Templates, texts and files of the public pages, and the pages already made from them."""

    def __init__(self) -> None:
        assets = {file.name: _asset(file) for file in sorted((_FOLDER / "static").iterdir())}
        self.assets = {asset.address: asset for asset in assets.values()}
        self.texts: dict[Language, dict[str, str]] = {
            language: decode((_FOLDER / "page_texts" / f"{language}.json").read_bytes())
            for language in LANGUAGES
        }
        self._templates = Environment(
            loader=FileSystemLoader(_FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["asset"] = {name: a.address for name, a in assets.items()}
        self._templates.filters["path"] = lambda text: quote(text, safe="/@:")
        self.digest = self._digest()
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()

    def render(self, template: str, language: Language, **context: Any) -> bytes:
        page = self._templates.get_template(template)
        return page.render(lang=language, t=self.texts[language], **context).encode()

    def find(self, key: Hashable) -> bytes | None:
        """A page made before, compressed."""
        body = self._kept.get(key)
        if body is not None:
            self._kept.move_to_end(key)
        return body

    def keep(self, key: Hashable, body: bytes) -> None:
        self._kept[key] = body
        if len(self._kept) > _KEPT_MAX:
            self._kept.popitem(last=False)

    def _digest(self) -> str:
        """Changes with every release that changes a page."""
        parts = [*self.assets, json.dumps(self.texts, sort_keys=True)]
        parts += [f.read_text() for f in sorted((_FOLDER / "templates").iterdir())]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]
