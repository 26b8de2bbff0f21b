"""The HTML of the registration page. It runs no script and loads nothing from anywhere."""

import base64
import hashlib
from html import escape
from typing import Final

from starlette.responses import HTMLResponse

_STYLE: Final = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 26rem; padding: 3rem 1.25rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input, button { box-sizing: border-box; width: 100%; padding: .625rem .75rem; font: inherit;
  border: 1px solid GrayText; border-radius: .5rem; }
button { margin-top: 1.5rem; border: 0; background: #1d4ed8; color: #fff; font-weight: 600; }
:focus-visible { outline: 3px solid #60a5fa; outline-offset: 2px; }
.problem { border-left: .25rem solid #dc2626; padding: .5rem .75rem; }
small { display: block; margin-top: 1.5rem; }
"""
_DIGEST: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEADERS: Final = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_DIGEST}';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def _page(title: str, body: str, status: int) -> HTMLResponse:
    html = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{body}</main></body></html>"
    )
    return HTMLResponse(html, status, _HEADERS)


def form(
    full_name: str = "", email: str = "", *, problem: str = "", status: int = 200
) -> HTMLResponse:
    """The form, with what was typed and what was wrong with it."""
    told = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
    body = (
        f"<p>Ask for an account. An administrator decides.</p>{told}"
        # Relative, so that it works below any prefix that a proxy gives to this page.
        '<form method="post" action="waiting-list/register">'
        '<label for="full_name">Full name</label>'
        '<input id="full_name" name="full_name" required maxlength="200" autocomplete="name"'
        f' value="{escape(full_name[:200])}">'
        '<label for="email">E-mail</label>'
        '<input id="email" name="email" type="email" required maxlength="254"'
        f' autocomplete="email" value="{escape(email[:254])}">'
        '<button type="submit">Join the waiting list</button></form>'
        "<small>We store your name and e-mail address, and no password.</small>"
    )
    return _page("Waiting list", body, status)


def thanks() -> HTMLResponse:
    """The same words for everybody, known or not."""
    body = '<p role="status">Thank you. If an account can be given, you will hear from us.</p>'
    return _page("You are on the list", body, 200)
