"""Serves the built admin app: its page with a fresh nonce, its files as they were compressed."""

import secrets
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from gateway.api.own import Parts
from shared.problems import NotFound

router = APIRouter(include_in_schema=False)
_BUILT: Final = Path(__file__).resolve().parents[1] / "static" / "admin"
_PAGE: Final = "index.html"
_FOREVER: Final = "public, max-age=31536000, immutable"
_NONCE_MARK: Final = "__CSP_NONCE__"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
# Best first. The build writes them beside each file; nothing is compressed while answering.
_ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))
_NOT_BUILT: Final = """<!doctype html><html lang="en"><meta charset="utf-8">
<title>Open WebUI Credits</title><h1>The admin app has not been built</h1>
<p>Run <code>make ui</code>, then load this page again. The API works meanwhile:
<a href="/docs">its reference</a>.</p></html>"""


def spa_folder(setting: str | None) -> Path:
    """Where the built app is, or will be."""
    return Path(setting).resolve() if setting else _BUILT


@router.get("/")
async def start(request: Request) -> Response:
    """Browsers want the app, programs the API."""
    is_browser = "text/html" in request.headers.get("accept", "")
    return RedirectResponse("/admin/" if is_browser else "/docs")


@router.get("/admin")
async def admin() -> Response:
    return RedirectResponse("/admin/")


@router.get("/admin/{path:path}")
async def admin_file(path: str, request: Request, parts: Parts) -> Response:
    """A file of the app, or its page for every address that the app itself understands."""
    file = (parts.spa / path).resolve()
    if path and path != _PAGE and file.is_relative_to(parts.spa) and file.is_file():
        return _file(file, request, _FOREVER if path.startswith("assets/") else "no-cache")
    if path.startswith("assets/"):
        raise NotFound("Not Found")
    return _page(parts.spa / _PAGE)


def _page(file: Path) -> Response:
    headers = {"Cache-Control": "no-cache", "Cross-Origin-Opener-Policy": "same-origin"}
    nonce = secrets.token_urlsafe(16)
    headers["Content-Security-Policy"] = _POLICY.format(nonce=nonce)
    if not file.is_file():
        headers["Retry-After"] = "60"
        return HTMLResponse(_NOT_BUILT, status_code=503, headers=headers)
    return HTMLResponse(file.read_text().replace(_NONCE_MARK, nonce), headers=headers)


def _file(file: Path, request: Request, cache: str) -> Response:
    headers = {"Cache-Control": cache, "Vary": "Accept-Encoding"}
    accepted = {
        name.strip()
        for part in request.headers.get("accept-encoding", "").split(",")
        for name, _, weight in [part.partition(";")]
        if weight.replace(" ", "") not in {"q=0", "q=0.0"}
    }
    for name, suffix in _ENCODINGS:
        packed = file.with_name(file.name + suffix)
        if name in accepted and packed.is_file():
            kind = FileResponse(file).media_type
            return FileResponse(
                packed, media_type=kind, headers={**headers, "Content-Encoding": name}
            )
    return FileResponse(file, headers=headers)
