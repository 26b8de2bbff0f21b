"""Files around the public pages: style, script, and what search engines read."""

from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

from fastapi import APIRouter, Request
from starlette.responses import Response

from pricing_service.api.page_store import ASSET_PREFIX, coding_for
from pricing_service.api.price_pages import PATH
from pricing_service.api.request_state import Service
from pricing_service.api.visit import CACHE_CONTROL
from pricing_service.domain.amount_text import LANGUAGES
from shared.problems import NotFound

_IMMUTABLE: Final = "public, max-age=31536000, immutable"
router = APIRouter(include_in_schema=False)


@router.get(ASSET_PREFIX + "{name}")
async def asset(name: str, request: Request, pricing: Service) -> Response:
    found = pricing.pages.assets.get(ASSET_PREFIX + name)
    if found is None:
        raise NotFound("Not Found")
    coding = coding_for(request.headers.get("accept-encoding", ""))
    headers = {"Cache-Control": _IMMUTABLE, "Vary": "Accept-Encoding"}
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return Response(found.bodies[coding], media_type=found.media_type, headers=headers)


@router.get("/robots.txt")
async def robots(pricing: Service) -> Response:
    """Only the prices are for search engines; whether they may keep them each page says."""
    lines = ["User-agent: *", f"Allow: {PATH}", "Disallow: /"]
    if pricing.public_url and not pricing.noindex:
        lines.append(f"Sitemap: {pricing.public_url}/sitemap.xml")
    return Response("\n".join(lines) + "\n", media_type="text/plain; charset=utf-8")


@router.get("/sitemap.xml")
async def sitemap(pricing: Service) -> Response:
    """Every page in every language; an installation that names no address of its own has none."""
    if pricing.noindex or not pricing.public_url:
        raise NotFound("Not Found")
    listed = [f"/{quote(e['id'], safe='/@:')}" for e in pricing.book.rendered().entries]
    addresses = [
        f"{pricing.public_url}{PATH}{below}?lang={language}"
        for below in ("", *listed)
        for language in LANGUAGES
    ]
    body = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return Response(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</urlset>\n',
        media_type="application/xml",
        headers={"Cache-Control": CACHE_CONTROL},
    )
