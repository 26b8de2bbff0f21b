"""Sends a mail that waits: taken in one short transaction, closed in another, sent in between."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

import structlog

from billing_service.domain.mails import (
    ATTEMPTS_MAX,
    TOO_LATE,
    Language,
    Letter,
    Mailer,
    MailError,
    MailRefused,
    pause_after,
)
from billing_service.store import customers, ledger_entries, mails
from billing_service.store.mails import Mail
from shared.db import Connection, Database

log = structlog.get_logger(__name__)
# Longer than any attempt takes: a worker that died leaves the mail to another after this.
_LEASE: Final = timedelta(minutes=5)
_REASON_MAX: Final = 500


async def send_mail(db: Database, mailer: Mailer, now: datetime) -> bool:
    """Try the mail that waits longest; False if none waits.

    Dying between the server's yes and our note of it sends the mail again, with the same
    Message-ID; that is the one case in which a mail may come twice.
    """
    async with db.transaction() as conn:
        mail = await mails.claim(conn, now, now + _LEASE)
        customer = await customers.get(conn, mail.user_id) if mail else None
        is_over = mail is not None and await _is_over(conn, mail)
    if mail is None:
        return False
    address = (customer.contact_email or customer.email) if customer else ""
    if customer is None or customer.is_closed or not address:
        await _close(db, mail, "dropped", "nobody to send it to", now)
    elif is_over:
        await _close(db, mail, "dropped", "the balance is not low any more", now)
    elif now - mail.created_at > TOO_LATE:
        await _close(db, mail, "dropped", "too late", now)
    elif mail.attempts > ATTEMPTS_MAX:
        await _close(db, mail, "failed", "gave up", now)
    else:
        await _try(db, mailer, mail, (address, customer.name, customer.language), now)
    return True


async def _is_over(conn: Connection, mail: Mail) -> bool:
    if mail.reason != "low_balance":
        return False
    left = await ledger_entries.last_balance(conn, mail.user_id)
    return left is not None and left >= Decimal(mail.facts["threshold"])


async def _try(
    db: Database,
    mailer: Mailer,
    mail: Mail,
    reader: tuple[str, str, Language | None],
    now: datetime,
) -> None:
    letter = Letter(mail.id, mail.reason, *reader, mail.facts, mail.created_at)
    try:
        await mailer.send(letter)
    except MailError as error:
        pause = None if isinstance(error, MailRefused) else pause_after(mail.attempts)
        why = str(error)[:_REASON_MAX]
        log.warning("mail_not_sent", mail=mail.id, reason=mail.reason, attempt=mail.attempts)
        if pause is None:
            await _close(db, mail, "failed", why, now)
            return
        async with db.transaction() as conn:
            await mails.put_off(conn, mail, why, now + pause)
    else:
        await _close(db, mail, "sent", None, now)


async def _close(db: Database, mail: Mail, status: str, outcome: str | None, now: datetime) -> None:
    async with db.transaction() as conn:
        await mails.close(conn, mail, status, outcome, now)
