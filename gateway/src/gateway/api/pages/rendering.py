"""How a page of /me is made: its reader, its words, its headers, and what it says when it fails."""

import hashlib
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlencode
from uuid import uuid4

import structlog
from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from gateway.api.own import Own, Parts, checked_caller
from gateway.api.pages.writing import Writer, writer
from gateway.clients.services import UserServices
from gateway.domain.forms import form_token, is_ours, storable
from gateway.domain.look import LANGUAGES, THEMES, Look, look_of
from gateway.domain.own_page import source, told
from gateway.domain.wrong_field import wrong_field
from shared.auth import Principal
from shared.problems import Invalid, Malformed, NotAuthenticated, NotPermitted, Problem, TooLarge
from shared.telemetry import trace_id

log = structlog.get_logger(__name__)
TEMPLATES: Final = Path(__file__).resolve().parents[2] / "templates"
STATIC: Final = Path(__file__).resolve().parents[2] / "assets" / "me"
LANGUAGE_COOKIE: Final = "owc_language"
THEME_COOKIE: Final = "owc_theme"
_SEE_OTHER: Final = 303
Form = dict[str, str]
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)
_TABS: Final = ("", "usage", "history", "plan", "top-up", "settings")


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def look(request: Request) -> Look:
    """Chosen by cookie, else by the browser."""
    cookies = request.cookies
    accepted = request.headers.get("accept-language", "")
    return look_of(cookies.get(LANGUAGE_COOKIE), cookies.get(THEME_COOKIE), accepted)


def render(
    request: Request, parts: Own, template: str, facts: Mapping[str, Any], *, status: int = 200
) -> Response:
    """A page for whoever asks, signed in or not."""
    seen = look(request)
    words = writer(seen.language)
    content = (
        _templates()
        .get_template(f"me/{template}.html")
        .render(
            w=words,
            t=words.text,
            look=seen,
            languages=LANGUAGES,
            themes=THEMES,
            path=request.url.path,
            tabs=_TABS,
            trace_id=trace_id(),
            new_key=lambda: str(uuid4()),
            asset=_asset,
            told=told,
            source=source,
            reason=lambda problem: _reason(words, problem),
            **{
                "user": None,
                "expired": False,
                "form_token": "",  # nosec B105 - none
                "done": "",
                "problem": None,
                "wrong": "",
                "sent": {},
                **facts,
            },
        )
    )
    ancestors = f"'self' {parts.openwebui_origin}" if parts.openwebui_origin else "'self'"
    headers = {
        "Content-Security-Policy": _POLICY.format(ancestors=ancestors),
        "Cache-Control": "no-store",
        # With the stricter policy of other answers browsers send `Origin: null` with our forms.
        "Referrer-Policy": "same-origin",
        "Content-Language": seen.language,
        "Vary": "Accept-Language, Cookie",
    }
    return HTMLResponse(content, status, headers)


@cache
def _asset(name: str) -> str:
    """The address of a file of ours, another one whenever its content is another."""
    version = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/me/static/{name}?{version}"


def _reason(words: Writer, problem: Problem) -> str:
    """For people: our own sentence where there is one, else what the service said."""
    if isinstance(problem.detail, str):
        return words.known(f"problem.{problem.slug}", problem.detail)
    return words.known(f"wrong.{wrong_field(problem)}", words.text("problem.invalid"))


@dataclass(frozen=True, slots=True)
class Visit:
    """A user who looks at a page of their own."""

    request: Request
    parts: Own
    user: Principal
    services: UserServices

    @property
    def language(self) -> str:
        return look(self.request).language

    def page(
        self,
        template: str,
        problem: Problem | None = None,
        sent: Form | None = None,
        **facts: Any,
    ) -> Response:
        """The page; after a refusal with what was `sent` and, beside its field, what is wrong."""
        now_s = int(datetime.now(UTC).timestamp())
        done = self.request.query_params.get("done", "") if problem is None else ""
        shared = {
            "user": self.user,
            "form_token": form_token(self.parts.secrets.forms, self.user.id, now_s),
            "done": done,
            "problem": problem,
            "wrong": wrong_field(problem) if problem else "",
            "sent": sent or {},
        }
        status = problem.status if problem else 200
        return render(self.request, self.parts, template, {**shared, **facts}, status=status)

    def back(self, path: str, done: str = "") -> Response:
        """After a change: look at what became of it. A reload then repeats nothing."""
        query = f"?{urlencode({'done': done})}" if done else ""
        return RedirectResponse(f"{path}{query}", _SEE_OTHER)


def visit(request: Request, parts: Parts) -> Visit:
    caller = checked_caller(request)
    if caller is None or caller.principal.kind != "user":
        raise NotAuthenticated
    identity = parts.authenticator.identity(caller)
    services = parts.services.of_user(caller.principal.id, identity)
    return Visit(request, parts, caller.principal, services)


Visited = Annotated[Visit, Depends(visit)]


async def sent(request: Request, by: Visited) -> Form:
    """The fields of a form that this user got from us."""
    form = {name: str(value) for name, value in (await request.form()).items()}
    now_s = int(datetime.now(UTC).timestamp())
    if not is_ours(by.parts.secrets.forms, by.user.id, form.get("token", ""), now_s):
        raise NotPermitted("This form is too old. Please open the page again.", slug="old-form")
    for name, value in form.items():
        try:
            storable(value)
        except ValueError as error:
            raise Invalid(name, str(error)) from None
    return form


Sent = Annotated[Form, Depends(sent)]


def refusal(request: Request, parts: Own, problem: Problem) -> Response:
    """A page that says what is wrong and what to do; never a stack of JSON."""
    if checked_caller(request) is not None:
        answer = visit(request, parts).page("problem", problem)
    else:
        template = "sign_in" if isinstance(problem, NotAuthenticated) else "problem"
        answer = render(request, parts, template, {"problem": problem}, status=problem.status)
    if "Retry-After" in problem.headers:
        answer.headers["Retry-After"] = problem.headers["Retry-After"]
    return answer


class PageRoute(APIRoute):
    """A route whose refusals are pages."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_kindly(request: Request) -> Response:
            try:
                return await handle(request)
            except Problem as problem:
                return refusal(request, request.app.state.own, problem)
            except HTTPException as error:
                # A form that is broken, or has more in it than is read.
                kind = TooLarge if error.status_code == TooLarge.status else Malformed
                refused = kind(error.detail, slug="invalid")
                return refusal(request, request.app.state.own, refused)
            except RequestValidationError:
                return refusal(request, request.app.state.own, Malformed("", slug="invalid"))
            except Exception as error:
                log.exception("unhandled", error=type(error).__name__)
                return refusal(request, request.app.state.own, Problem("Internal error"))

        return handle_kindly
