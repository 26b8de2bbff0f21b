"""The public side of the waiting list: a page without scripts, and the call of other clients."""

import hashlib
import hmac
import ipaddress
from datetime import UTC, datetime
from typing import Final

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field, ValidationError
from starlette.responses import HTMLResponse, Response

from shared.db import Database
from shared.http import ExactRoute, exact, pages
from shared.problems import Invalid, Problem, TooManyRequests
from sync_service.api import registration_page
from sync_service.api.context import Db, ServiceTerms, Terms
from sync_service.commands.register_applicant import (
    Allowance,
    Application,
    register_applicant,
)
from sync_service.domain.applicants import normal_email, normal_name

router = APIRouter(prefix="/waiting-list", tags=["waiting list"], route_class=ExactRoute)
_IPV6_NETWORK_BITS: Final = 64
_FORM_TYPE: Final = "application/x-www-form-urlencoded"


class RegisterForm(BaseModel):
    """A `password`, which older clients send, is not a field: it is dropped unread."""

    full_name: str = Field(min_length=1, max_length=1000)
    email: str = Field(min_length=3, max_length=1000)


class RegisteredWire(BaseModel):
    status: str
    message: str


@router.post(
    "/register",
    response_model=RegisteredWire,
    responses=pages(200, 422, 429),
    summary="Ask for an account",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": RegisterForm.model_json_schema()},
                "application/x-www-form-urlencoded": {"schema": RegisterForm.model_json_schema()},
            },
        }
    },
)
async def register(request: Request, db: Db, terms: ServiceTerms) -> Response:
    """The answer is the same whether or not the e-mail address is known. A form gets a page."""
    if request.headers.get("content-type", "").startswith(_FORM_TYPE):
        return await _from_page(request, db, terms)
    form = _checked(await request.json())
    await _register(db, terms, form.full_name, form.email, request)
    return exact({"status": "success", "message": "Registered to waiting list"})


@router.get("", response_class=HTMLResponse, summary="Registration page")
async def show() -> Response:
    return registration_page.form()


def _checked(body: object) -> RegisterForm:
    try:
        return RegisterForm.model_validate(body)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        raise RequestValidationError(
            [{**one, "loc": ("body", *one["loc"])} for one in found]
        ) from None


async def _from_page(request: Request, db: Database, terms: Terms) -> Response:
    async with request.form(max_files=0, max_fields=10) as sent:
        full_name, email = str(sent.get("full_name", "")), str(sent.get("email", ""))
    try:
        await _register(db, terms, full_name, email, request)
    except (Invalid, TooManyRequests) as problem:
        page = registration_page.form(
            full_name, email, problem=_said(problem), status=problem.status
        )
        page.headers.update(problem.headers)
        return page
    return registration_page.thanks()


def _said(problem: Problem) -> str:
    if isinstance(problem, TooManyRequests):
        return str(problem.detail)
    return "Please enter your name and a valid e-mail address."


async def _register(
    db: Database, terms: Terms, full_name: str, email: str, request: Request
) -> None:
    name, address = normal_name(full_name), normal_email(email)
    if name is None:
        raise Invalid("full_name", "must be a name of 1 to 200 characters")
    if address is None:
        raise Invalid("email", "must be an e-mail address")
    application = Application(name, address, _sender(request, terms.address_key))
    allowance = Allowance(terms.attempts_per_address, terms.attempts_of_all)
    await register_applicant(db, application, allowance, datetime.now(UTC))


def _sender(request: Request, key: bytes) -> str:
    """A digest of the last hop that the gateway names: one person may have many IPv6 addresses."""
    hops = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    peer = request.client.host if request.client else ""
    address = _network(hops) or _network(peer) or "unknown"
    return hmac.new(key, address.encode(), hashlib.sha256).hexdigest()


def _network(text: str) -> str | None:
    try:
        address = ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        if mapped is None:
            return str(ipaddress.ip_network((address, _IPV6_NETWORK_BITS), strict=False))
        return str(mapped)
    return str(address)
