"""The public price pages: HTML that works without JavaScript, made once per version of the book."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from pricing_service.api.price_rows import bill, countable, period_rows, rows_of, unit_rows
from pricing_service.api.request_state import Pricing, Service
from pricing_service.api.visit import (
    UNCHANGED,
    UNIT_SIZES,
    CalculatorWish,
    ListPageWish,
    Wish,
    answer,
    language_of,
    page_headers,
    unit_of,
)
from pricing_service.domain.amount_text import Language, words, words_per_credit, written
from pricing_service.domain.price_view import accessible
from pricing_service.queries.list_price_history import list_price_history
from pricing_service.queries.price_book import Rendered
from shared.http import pages
from shared.rating import rate

HTML: Final = "text/html; charset=utf-8"
PATH: Final = "/pricing"
router = APIRouter(tags=["public"], responses=UNCHANGED, default_response_class=HTMLResponse)


@router.head(PATH, include_in_schema=False)
@router.get(PATH, summary="The public price page")
async def price_page(
    request: Request, pricing: Service, wish: Annotated[ListPageWish, Query()]
) -> Response:
    language = language_of(request, wish)

    async def make(rendered: Rendered) -> bytes:
        usual, per = unit_of(pricing.book.snapshot.terms)
        view = wish.view(per)
        rows = rows_of(accessible(rendered.entries, view.access), view, language)
        return pricing.pages.render(
            "prices.html",
            language,
            **_head(pricing, PATH, wish.lang),
            rows=rows,
            shown=sum(1 for row in rows if not row.hidden),
            total=len(rendered.entries),
            has_more=any(row.more for row in rows),
            unit=wish.unit or usual,
            units=list(UNIT_SIZES),
            view=view,
            write=lambda amount: written(amount, language),
            words=lambda tokens: words(tokens, language),
            href=_links(wish),
            wrong=wish.wrong,
        )

    kind = ("list", wish.model_dump_json(), wish.wrong)
    return await answer(request, pricing, kind, HTML, make, language=language)


@router.head(PATH + "/{model_id:path}", include_in_schema=False)
@router.get(
    PATH + "/{model_id:path}",
    responses=pages(404),
    summary="The public price page of one model",
)
async def model_page(
    model_id: str, request: Request, pricing: Service, wish: Annotated[CalculatorWish, Query()]
) -> Response:
    language = language_of(request, wish)
    entry = next((e for e in pricing.book.rendered().entries if e["id"] == model_id), None)
    if entry is None:
        return _no_such_model(pricing, wish, language, model_id)
    path = f"{PATH}/{quote(model_id, safe='/@:')}"

    async def make(_rendered: Rendered) -> bytes:
        prices, free = entry["prices"], entry["is_free"]
        usage = wish.model_dump(exclude={"lang"})
        periods = await list_price_history(pricing.db, model_id, pricing.clock())
        _, per = unit_of(pricing.book.snapshot.terms)
        return pricing.pages.render(
            "model.html",
            language,
            **_head(pricing, path, wish.lang),
            model=entry,
            per=written(per, language),
            units=unit_rows(prices, language),
            countable=countable(prices),
            usage=usage,
            wrong=wish.wrong,
            bill=bill(rate(usage, prices, free=free), language),
            answer_words=words_per_credit(prices["output"], language),
            question_words=words_per_credit(prices["input"], language),
            periods=period_rows(periods, per, language),
        )

    kind = ("model", model_id, wish.model_dump_json(), wish.wrong)
    return await answer(request, pricing, kind, HTML, make, language=language)


def _no_such_model(pricing: Pricing, wish: Wish, language: Language, model_id: str) -> Response:
    head = _head(pricing, PATH, wish.lang)
    page = pricing.pages.render("missing.html", language, **head, model_id=model_id)
    return HTMLResponse(page, status_code=404, headers=page_headers(language))


def _head(pricing: Pricing, path: str, chosen: Language | None) -> dict[str, Any]:
    """What the frame of every page needs: where it lives, and whether the language was chosen."""
    return {
        "origin": pricing.public_url,
        "page": path,
        "chosen": chosen,
        "noindex": pricing.noindex,
    }


def _links(wish: ListPageWish) -> Callable[..., str]:
    """Links back to the list that keep what the visitor has chosen."""
    given: Mapping[str, Any] = wish.model_dump(exclude_defaults=True)

    def href(**changes: str) -> str:
        query = urlencode({**given, **changes})
        return f"{PATH}?{query}" if query else PATH

    return href
