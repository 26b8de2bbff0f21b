"""The way in by a link, the way out, and how the pages look."""

from datetime import UTC, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from gateway.api.own import Parts, own_address
from gateway.api.pages.rendering import (
    LANGUAGE_COOKIE,
    STATIC,
    THEME_COOKIE,
    PageRoute,
    Sent,
    Visited,
    look,
    render,
)
from gateway.commands.end_user_session import end_user_session
from gateway.commands.open_user_session import open_user_session
from gateway.domain.look import LANGUAGES, THEMES
from gateway.domain.user_links import SESSION_LIFETIME
from shared.problems import NotFound

router = APIRouter(prefix="/me", route_class=PageRoute, include_in_schema=False)
SESSION_COOKIE: Final = "owc_me"
_YEAR_S: Final = 365 * 86_400
_SEE_OTHER: Final = 303
_PAGES_OF_FORMS: Final = ("plan", "settings")
_KINDS: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


async def enter(request: Request, parts: Parts, code: str) -> Response:
    """Exchange the code of a link. Somebody who opens it again is in already, or gets told."""
    now = datetime.now(UTC)
    token = await open_user_session(parts.db, parts.secrets.links, code, now)
    if token is None:
        if request.scope.get("owc_caller") is not None:
            return RedirectResponse("/me", _SEE_OTHER)
        return render(request, parts, "sign_in", {"expired": True}, status=401)
    answer = RedirectResponse("/me", _SEE_OTHER, {"Cache-Control": "no-store"})
    answer.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=int(SESSION_LIFETIME.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=own_address(request, parts).startswith("https:"),
    )
    return answer


@router.post("/leave")
async def leave(request: Request, by: Visited, form: Sent) -> Response:
    """End the session of the link; that of Open WebUI is its own business."""
    token = request.cookies.get(SESSION_COOKIE)
    if token:
        await end_user_session(by.parts.db, by.parts.secrets.links, token, datetime.now(UTC))
        by.parts.authenticator.forget()
    answer = render(request, by.parts, "left", {})
    answer.delete_cookie(SESSION_COOKIE)
    return answer


@router.get("/look")
async def change_look(
    request: Request,
    language: str = "",
    theme: str = "",
    back: Annotated[str, Query(max_length=500)] = "/me",
) -> Response:
    """Remembered by the browser alone, so anybody may."""
    own = back if back == "/me" or back.startswith(("/me/", "/me?")) else "/me"
    answer = RedirectResponse(own, _SEE_OTHER)
    seen = look(request)
    chosen = {
        LANGUAGE_COOKIE: language if language in LANGUAGES else seen.language,
        THEME_COOKIE: theme if theme in THEMES else seen.theme,
    }
    for name, value in chosen.items():
        answer.set_cookie(name, value, max_age=_YEAR_S, samesite="lax")
    return answer


@router.get("/static/{name}")
async def static(name: str) -> Response:
    file = STATIC / name
    if file.parent != STATIC or file.suffix not in _KINDS or not file.is_file():
        raise NotFound("Not Found")
    # The pages name a file with its version.
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return FileResponse(file, headers=headers, media_type=_KINDS[file.suffix])


@router.get("/{page}/{form:path}")
async def form_of(page: str, form: str) -> Response:
    """A refused form leaves its own address in the browser: a reload leads to its page."""
    if page in _PAGES_OF_FORMS:
        return RedirectResponse(f"/me/{page}", _SEE_OTHER)
    raise NotFound("There is no such page")


@router.get("/{rest:path}")
async def nothing(rest: str) -> Response:
    raise NotFound("There is no such page")
