"""What a visitor of the public pages asks for, and the headers that every such page carries."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Final, Literal, Self

from fastapi import Request
from pydantic import (
    BaseModel,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    ValidationError,
    model_validator,
)
from starlette.responses import Response

from pricing_service.api.conditional import matches
from pricing_service.api.page_store import coding_for, compressed
from pricing_service.api.request_state import Pricing
from pricing_service.domain.amount_text import LANGUAGES, Language
from pricing_service.domain.price import Terms
from pricing_service.domain.price_view import Access, Sort, View
from pricing_service.queries.price_book import Rendered
from shared.rating import COUNT_LIMIT

Count = Annotated[int, Field(ge=0, le=COUNT_LIMIT)]
Unit = Literal["token", "1k", "1m"]
UNIT_SIZES: Final[dict[Unit, int]] = {"token": 1, "1k": 1_000, "1m": 1_000_000}  # nosec B105
CACHE_CONTROL: Final = "public, max-age=60, stale-while-revalidate=600"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
UNCHANGED: Final[dict[int | str, dict[str, Any]]] = {
    304: {"description": "The ETag in If-None-Match is still current"}
}


class Wish(BaseModel):
    """Query parameters; an empty one, as forms send it, is one that was not given."""

    lang: Language | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        return {n: v for n, v in given.items() if v != ""} if isinstance(given, dict) else given


class Forgiving(Wish):
    """Of a page: what cannot be meant is left out and remembered, so that the page can say so."""

    _wrong: tuple[str, ...] = PrivateAttr(default=())

    @property
    def wrong(self) -> tuple[str, ...]:
        return self._wrong

    @model_validator(mode="wrap")
    @classmethod
    def _forgive(cls, given: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return validate(given)
        except ValidationError as problem:
            wrong = sorted({str(error["loc"][0]) for error in problem.errors()})
            wish = validate({name: v for name, v in given.items() if name not in wrong})
            wish._wrong = tuple(wrong)  # noqa: SLF001 - its own
            return wish


class ListWish(Wish):
    """Of the list in any form. `unit` is by default one token, on the page the setting."""

    q: Annotated[str, StringConstraints(max_length=200)] = Field(
        default="", description="words that name or id must contain"
    )
    sort: Sort = "name"
    access: Access = "all"
    unit: Unit | None = Field(default=None, description="tokens for which prices are stated")
    input: Count = Field(default=1000, description="tokens of the example call")
    output: Count = Field(default=500, description="tokens of its answer")

    def view(self, per: int) -> View:
        size = UNIT_SIZES[self.unit] if self.unit else per
        return View(self.q, self.sort, self.access, size, self.input, self.output)


class ListPageWish(Forgiving, ListWish):
    """Of the page with the list."""


class CalculatorWish(Forgiving):
    """How many of each unit to add up."""

    input: Count = 1000
    cached_input: Count = 0
    cache_write: Count = 0
    output: Count = 500
    reasoning: Count = 0
    image: Count = 0
    audio_second: Count = 0
    request: Count = 0


def unit_of(terms: Terms) -> tuple[Unit, int]:
    """The installation's usual number of tokens, as the nearest choice of the page."""
    digits = len(str(terms.token_multiplier))
    return min(UNIT_SIZES.items(), key=lambda unit: abs(len(str(unit[1])) - digits))


def language_of(request: Request, wish: Wish) -> Language:
    """As asked, else the language that the browser prefers of those we have."""
    if wish.lang:
        return wish.lang
    # Browsers list their languages in order of preference.
    for item in request.headers.get("accept-language", "").lower().split(","):
        for language in LANGUAGES:
            if item.strip().startswith(language):
                return language
    return LANGUAGES[0]


def page_headers(language: Language) -> dict[str, str]:
    """Of every page, also of one that says that there is none."""
    return {
        "Vary": "Accept-Encoding, Accept-Language",
        "Content-Language": language,
        "Content-Security-Policy": _POLICY,
    }


async def answer(
    request: Request,
    pricing: Pricing,
    kind: tuple[Any, ...],
    media_type: str,
    make: Callable[[Rendered], Awaitable[bytes]],
    *,
    language: Language | None = None,
) -> Response:
    """304, or the page: made by `make` when nobody asked for it in this version of the book.

    `kind` tells pages apart that have different content.
    """
    rendered = pricing.book.rendered()
    etag = f'W/"{"-".join(filter(None, (rendered.version, pricing.pages.digest, language)))}"'
    headers = {"ETag": etag, "Cache-Control": CACHE_CONTROL, "Vary": "Accept-Encoding"}
    if pricing.noindex:
        headers["X-Robots-Tag"] = "noindex"
    if language:
        headers |= page_headers(language)
    else:
        headers |= {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag"}
    condition = request.headers.get("if-none-match")
    if condition and matches(condition.encode("latin-1"), etag.removeprefix("W/").encode()):
        return Response(status_code=304, headers=headers)
    coding = coding_for(request.headers.get("accept-encoding", ""))
    key = (kind, language, coding, rendered.version)
    body = pricing.pages.find(key)
    if body is None:
        body = compressed(await make(rendered), coding)
        pricing.pages.keep(key, body)
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return Response(body, media_type=media_type, headers=headers)
