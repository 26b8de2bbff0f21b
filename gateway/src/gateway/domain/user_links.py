"""How long a link to one's own page lives, and how many of them there may be."""

from datetime import timedelta
from typing import Final

LINK_LIFETIME: Final = timedelta(minutes=5)
SESSION_LIFETIME: Final = timedelta(hours=1)
LINKS_MAX: Final = 10  # per person within the lifetime of one
SECRET_BYTES: Final = 32  # 256 bits: nobody guesses a code while it lives
