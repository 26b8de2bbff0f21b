"""The words of letters, and the address of the server that takes them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from billing_service.clients.letters import TEXTS, render
from billing_service.domain.mail_address import smtp_config_of
from billing_service.domain.mails import Letter

SENDER = "Credits <billing@example.org>"
FACTS: dict[str, Any] = {
    "what": "Pro", "what_ru": "Про", "amount": "1.00", "currency": "RUB",
    "charge_at": "2026-02-11T12:00:00+00:00", "again_at": None,
    "ends_at": "2026-02-15T12:00:00+00:00", "metric": "audio_minutes",
    "step": 90, "used": 9, "limit": 10, "balance": "1.5", "threshold": "10",
    "kind": "cap_used", "per": "day",
}  # fmt: skip


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*/*.txt")), ids=lambda path: path.stem)
def test_every_text_is_whole_in_both_languages(path: Any) -> None:
    for name in ("", "Ann"):
        letter = Letter(1, path.stem, "a@b.org", name, None, FACTS, datetime.now(UTC))
        subject, body = render(letter, path.parent.name)
        assert 0 < len(subject) < 100
        assert len(body) > 40
        assert "{" not in subject + body
        assert ("а" in body) == (path.parent.name == "ru")
    assert {p.name for p in TEXTS.glob("en/*")} == {p.name for p in TEXTS.glob("ru/*")}


@pytest.mark.parametrize(
    ("url", "sender", "text"),
    [
        ("http://mail", SENDER, "OWC_SMTP_URL"),
        ("smtp://", SENDER, "OWC_SMTP_URL"),
        ("smtp://u:secret@mail.example.org", SENDER, "in the clear"),
        ("smtps://mail:no", SENDER, "Port"),
        ("smtps://mail", "nobody", "OWC_SMTP_FROM"),
        ("smtps://mail", "a@b.org\nBcc: c@d.org", "OWC_SMTP_FROM"),
    ],
)
def test_wrong_addresses_are_refused_without_telling_the_password(
    url: str, sender: str, text: str
) -> None:
    with pytest.raises(ValueError, match=text) as caught:
        smtp_config_of(url, sender, "en")
    assert "secret" not in str(caught.value)


def test_an_address_is_read_whole() -> None:
    config = smtp_config_of("smtps://u%40x:p%2Fw@mail.example.org", SENDER, "ru")
    assert (config.port, config.security) == (465, "tls")
    assert (config.username, config.password) == ("u@x", "p/w")
