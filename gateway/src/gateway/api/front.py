"""Where the first system had its pages."""

from typing import Final

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

router = APIRouter()
# Bookmarks of the first system's pages, which it served as files.
_PAGES: Final = {
    "index.html": "/",
    "pricing.html": "/pricing",
    "waiting_list.html": "/waiting-list",
}


@router.get("/static/{file}", include_in_schema=False)
async def former_page(file: str) -> Response:
    return RedirectResponse(_PAGES[file], status_code=308)
