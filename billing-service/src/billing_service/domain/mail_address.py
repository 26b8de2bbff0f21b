"""Where mail is handed over, read from one address; ValueError says what is wrong with it."""

from email.headerregistry import Address
from email.utils import parseaddr
from typing import Final, Literal
from urllib.parse import unquote, urlsplit

from billing_service.domain.mails import Language, SmtpConfig

_Security = Literal["none", "starttls", "tls"]
_SCHEMES: Final[dict[str, tuple[_Security, int]]] = {
    "smtp": ("none", 25),
    "smtp+starttls": ("starttls", 587),
    "smtps": ("tls", 465),
}
_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def smtp_config_of(url: str, sender: str, language: Language) -> SmtpConfig:
    """Read `smtps://user:password@host:port`; the text of an error never holds the password."""
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise ValueError(f"OWC_SMTP_URL must be {', '.join(_SCHEMES)} and a host")
    security, usual_port = _SCHEMES[parts.scheme]
    if parts.username and security == "none" and parts.hostname not in _HERE:
        raise ValueError("OWC_SMTP_URL would send a password in the clear: use smtp+starttls")
    address = parseaddr(sender)[1]
    try:
        valid = bool(Address(addr_spec=address).domain) and sender.isprintable()
    except ValueError:
        valid = False
    if not valid:
        raise ValueError("OWC_SMTP_FROM must be an e-mail address, or Name <address>")
    return SmtpConfig(
        host=parts.hostname,
        port=parts.port or usual_port,
        security=security,
        sender=sender,
        language=language,
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )
