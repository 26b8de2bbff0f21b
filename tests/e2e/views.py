"""The views that are looked at in every language and theme. A new view is a new line."""

from typing import Final

VIEWS = (
    "/",
    "/users",
    "/users/demo-student",
    "/groups",
    "/plans",
    "/subscriptions",
    "/payments",
    "/refunds",
    "/promo-codes",
    "/revenue",
    "/transactions",
    "/system-log",
    "/audit-log",
    "/models",
    "/models?tab=proposals",
    "/statistics",
    "/keys",
    "/admins",
    "/account",
    "/waiting-list",
    "/sync",
    "/settings",
    "/health",
)
LANGUAGES = ("en", "ru")
THEMES: Final = ("light", "dark")
