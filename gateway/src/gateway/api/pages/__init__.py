"""The pages under /me on which users look after their own credits, rendered here."""

from typing import Final

from gateway.api.pages import account, buying, choices, sign_in

# The last one has what is left: no page.
PAGES: Final = (account.router, buying.router, choices.router, sign_in.router)
