"""Every address that exists. What is not in this table is answered 404."""

from typing import Final

from gateway.domain.metered_requests import KINDS
from gateway.domain.roles import Permission
from gateway.domain.routing import Route, RouteTable, Service, Who

PUBLIC: Final[Who] = frozenset({"anonymous"})
KEY: Final[Who] = frozenset({"key"})
ADMIN: Final[Who] = frozenset({"admin"})
USER: Final[Who] = frozenset({"user"})
# Everybody is let in; a user who is signed in is known by name.
VISITOR: Final[Who] = PUBLIC | USER

_CHANGES: Final = "POST PUT PATCH DELETE"
_UPLOAD_BYTES: Final = 10_485_760
# Pictures and recordings travel inside of model calls.
_CALL_BYTES: Final = 67_108_864


def _route(
    methods: str,
    path: str,
    service: Service,
    who: Who,
    *,
    scope: str = "",
    permission: Permission = "read",
    repeatable: bool = False,
    first_sight: bool = False,
    timeout_s: float | None = None,
    body_limit_bytes: int | None = None,
) -> Route:
    return Route(
        methods=tuple(methods.split()),
        path=path,
        service=service,
        who=who,
        scope=scope,
        permission=permission,
        repeatable=repeatable,
        first_sight=first_sight,
        timeout_s=timeout_s,
        body_limit_bytes=body_limit_bytes,
    )


_GATEWAY = (
    _route("GET", "/", "gateway", PUBLIC),
    _route("GET", "/admin", "gateway", PUBLIC),
    _route("GET", "/docs", "gateway", PUBLIC),
    _route("GET", "/redoc", "gateway", PUBLIC),
    _route("GET", "/openapi.json", "gateway", PUBLIC),
    _route("GET", "/static/index.html", "gateway", PUBLIC),
    _route("GET", "/static/pricing.html", "gateway", PUBLIC),
    _route("GET", "/static/waiting_list.html", "gateway", PUBLIC),
    _route("GET", "/health", "gateway", PUBLIC),
    _route("GET", "/health/live", "gateway", PUBLIC),
    _route("GET", "/health/ready", "gateway", PUBLIC),
    _route("GET", "/metrics", "gateway", KEY | ADMIN, scope="metrics:read"),
    _route("POST", "/auth/login", "gateway", PUBLIC),
    _route("POST", "/auth/logout", "gateway", PUBLIC),
    _route("GET POST DELETE", "/auth/session", "gateway", PUBLIC),
    _route("GET", "/auth/me", "gateway", ADMIN),
    _route("POST", "/api/admin/me/password", "gateway", ADMIN),
    _route("POST DELETE", "/api/admin/me/totp", "gateway", ADMIN),
    _route("POST", "/api/admin/me/totp/confirm", "gateway", ADMIN),
    _route("GET POST", "/api/admin/keys", "gateway", ADMIN, permission="access"),
    _route("DELETE", "/api/admin/keys/{id}", "gateway", ADMIN, permission="access"),
    _route("POST", "/api/admin/keys/{id}/rotate", "gateway", ADMIN, permission="access"),
    _route("GET POST", "/api/admin/admins", "gateway", ADMIN, permission="access"),
    _route("GET PATCH DELETE", "/api/admin/admins/{id}", "gateway", ADMIN, permission="access"),
    _route("GET", "/api/admin/audit", "gateway", ADMIN, permission="audit"),
    _route("POST", "/api/me/links", "gateway", KEY, scope="links:issue"),
    _route("GET", "/me", "gateway", VISITOR),
    _route("GET", "/me/static/*", "gateway", PUBLIC),
    _route("GET POST", "/me/*", "gateway", VISITOR),
)

_LEDGER = (
    # The id of a user may have slashes, so what is below a user comes first.
    _route("GET", "/api/credits/user/{id:path}/transactions", "ledger", ADMIN),
    _route(
        "GET", "/api/credits/user/{id:path}/limits", "ledger", KEY | ADMIN, scope="credits:read"
    ),
    _route(
        "GET",
        "/api/credits/user/{id:path}",
        "ledger",
        KEY | ADMIN,
        scope="credits:read",
        first_sight=True,
    ),
    _route(
        "POST",
        "/api/credits/deduct-tokens",
        "ledger",
        KEY,
        scope="credits:charge",
        first_sight=True,
    ),
    _route("POST", "/api/credits/holds", "ledger", KEY, scope="credits:charge", first_sight=True),
    # A hold is extended to a sum, and settled or released once: the ledger knows it again.
    _route(
        "POST",
        "/api/credits/holds/{id}/extend",
        "ledger",
        KEY,
        scope="credits:charge",
        repeatable=True,
    ),
    _route(
        "POST",
        "/api/credits/holds/{id}/settle",
        "ledger",
        KEY,
        scope="credits:charge",
        repeatable=True,
    ),
    _route(
        "POST",
        "/api/credits/holds/{id}/release",
        "ledger",
        KEY,
        scope="credits:charge",
        repeatable=True,
    ),
    _route("GET", "/api/credits/users", "ledger", ADMIN),
    _route("GET", "/api/credits/groups", "ledger", ADMIN),
    _route("GET", "/api/credits/transactions", "ledger", ADMIN),
    _route("GET", "/api/credits/system-logs", "ledger", ADMIN),
    _route("GET", "/api/credits/statistics/*", "ledger", ADMIN),
    _route("POST", "/api/credits/update", "ledger", ADMIN, permission="money"),
    _route("POST", "/api/credits/groups/update", "ledger", ADMIN, permission="money"),
    _route("GET", "/api/credits/grants", "ledger", ADMIN),
    _route("POST", "/api/credits/grants", "ledger", ADMIN, permission="money"),
    _route("POST", "/api/credits/transactions/{id}/reverse", "ledger", ADMIN, permission="money"),
    _route("GET", "/api/credits/limits", "ledger", ADMIN),
    _route("POST", "/api/credits/limits", "ledger", ADMIN, permission="money"),
    _route("DELETE", "/api/credits/limits/{id}", "ledger", ADMIN, permission="money"),
    _route("GET", "/api/reset/*", "ledger", ADMIN),
    _route("POST", "/api/reset/*", "ledger", ADMIN, permission="money", timeout_s=120),
    # Whose account it is, the session alone says. Somebody who has just signed up may look at once.
    _route("GET PUT DELETE", "/api/me/*", "ledger", USER, first_sight=True),
    # Exports are built before their first byte, and a file of grants is many transactions.
    _route("GET", "/api/ledger/*", "ledger", ADMIN, timeout_s=120),
    _route(_CHANGES, "/api/ledger/*", "ledger", ADMIN, permission="money", timeout_s=120),
)

_PRICING = (
    _route("GET", "/api/public/models/pricing", "pricing", PUBLIC),
    _route("GET", "/pricing", "pricing", PUBLIC),
    _route("GET", "/pricing.json", "pricing", PUBLIC),
    _route("GET", "/pricing.csv", "pricing", PUBLIC),
    _route("GET", "/pricing-static/*", "pricing", PUBLIC),
    _route("GET", "/robots.txt", "pricing", PUBLIC),
    _route("GET", "/sitemap.xml", "pricing", PUBLIC),
    _route("GET", "/pricing/*", "pricing", PUBLIC),
    _route("GET", "/api/credits/model/{id:path}", "pricing", KEY | ADMIN, scope="prices:read"),
    _route("GET", "/api/credits/models", "pricing", ADMIN),
    _route("GET", "/api/credits/models/*", "pricing", ADMIN),
    _route(
        _CHANGES,
        "/api/credits/models/*",
        "pricing",
        ADMIN,
        permission="prices",
        body_limit_bytes=_UPLOAD_BYTES,
    ),
    _route("GET", "/api/credits/settings", "pricing", ADMIN),
    _route("POST", "/api/credits/settings", "pricing", ADMIN, permission="prices"),
    _route("GET", "/api/pricing/*", "pricing", ADMIN),
    _route(
        _CHANGES,
        "/api/pricing/*",
        "pricing",
        ADMIN,
        permission="prices",
        timeout_s=120,
        body_limit_bytes=_UPLOAD_BYTES,
    ),
)

_SYNC = (
    *(
        _route("POST", f"/api/credits/{kind}", "sync", ADMIN, permission="people", timeout_s=300)
        for kind in ("sync-users", "sync-groups", "sync-user-groups", "sync-models", "sync-all")
    ),
    _route("GET", "/api/sync/*", "sync", ADMIN),
    # The secret is the last segment: Open WebUI's event hook can send no header of ours.
    _route("POST", "/api/sync/hints/{secret}", "sync", PUBLIC),
    _route(_CHANGES, "/api/sync/*", "sync", ADMIN, permission="people", timeout_s=300),
    _route("GET", "/waiting-list", "sync", PUBLIC),
    _route("GET", "/waiting-list/*", "sync", PUBLIC),
    _route("POST", "/waiting-list/register", "sync", PUBLIC),
    _route("GET", "/api/credits/admin/waiting-list", "sync", ADMIN),
    _route("GET", "/api/credits/admin/waiting-list/*", "sync", ADMIN),
    _route(_CHANGES, "/api/credits/admin/waiting-list/*", "sync", ADMIN, permission="people"),
)

_MODELS = (
    _route("GET", "/v1/models", "models", KEY, scope="models:use"),
    *(
        _route("POST", path, "models", KEY, scope="models:use", body_limit_bytes=_CALL_BYTES)
        for path in KINDS
    ),
)


def _delivery(service: Service) -> tuple[Route, ...]:
    """How events travel. Replaying is for who runs the installation."""
    prefix = f"/api/admin/events/{service}"
    return (
        _route("GET", prefix, service, ADMIN),
        _route("GET", f"{prefix}/dead-letters", service, ADMIN),
        _route("POST", f"{prefix}/*", service, ADMIN, permission="access", timeout_s=120),
    )


def _billing(prefix: str) -> tuple[Route, ...]:
    """Both prefixes that existing clients use."""
    return (
        _route("GET", f"{prefix}/billing/plans/public", "billing", PUBLIC),
        _route("GET", f"{prefix}/billing/public/*", "billing", PUBLIC),
        # The provider sends no credential: its notice is a hint, which billing verifies.
        _route("POST", f"{prefix}/billing/webhook/yookassa", "billing", PUBLIC),
        _route("POST", f"{prefix}/billing/webhook/yookassa/{{token}}", "billing", PUBLIC),
        _route("GET", f"{prefix}/billing/*", "billing", USER | ADMIN),
        _route(_CHANGES, f"{prefix}/billing/*", "billing", USER | ADMIN, permission="money"),
        _route("GET", f"{prefix}/admin/billing/*", "billing", ADMIN | USER),
        _route(
            _CHANGES,
            f"{prefix}/admin/billing/*",
            "billing",
            ADMIN | USER,
            permission="money",
            timeout_s=120,
            body_limit_bytes=_UPLOAD_BYTES,
        ),
    )


ROUTES: Final = (
    *_GATEWAY,
    *_LEDGER,
    *_PRICING,
    *_SYNC,
    *_MODELS,
    *_delivery("ledger"),
    *_delivery("billing"),
    *_delivery("pricing"),
    *_delivery("sync"),
    *_delivery("gateway"),
    *_billing("/api/v1"),
    *_billing(""),
    # The admin app, after billing's /admin/billing/*, which existing clients call.
    _route("GET", "/admin/*", "gateway", PUBLIC),
)

TABLE: Final = RouteTable(ROUTES)


def table(*, reset_status_public: bool) -> RouteTable:
    """The table of an installation, which may show everybody whether the reset is done."""
    if not reset_status_public:
        return TABLE
    return RouteTable([_route("GET", "/api/reset/status", "ledger", PUBLIC), *ROUTES])
