"""Users are told once of what concerns them, also where the mail server has its moods."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from billing_service.clients.smtp import SmtpMailer
from billing_service.commands.forget_mails import forget_mails
from billing_service.commands.remind_renewals import remind_renewals
from billing_service.commands.send_mail import send_mail
from billing_service.domain.mail_address import smtp_config_of
from billing_service.domain.mails import ATTEMPTS_MAX, Letter, MailError
from billing_service.events import handlers
from billing_service.store import mails

from shared.clock import Clock
from shared.contracts import Event
from shared.contracts.ledger import AlertRaised, ChargePosted, TransferPosted
from shared.contracts.sync import UserChanged
from shared.testing import identity_headers

U1 = identity_headers("user", "u1", scopes={"user"})
SENDER = "Credits <billing@example.org>"


async def hear(books: Any, contract: Any, sequence: int = 1) -> None:
    user_id = getattr(contract, "account_id", "u1")
    event = Event(
        id=uuid4(),
        type=contract.event_type,
        aggregate_id=user_id,
        sequence=sequence,
        occurred_at=books.clock.now,
        data=contract,
    )
    for _ in range(2):
        await handlers(books.policy, Clock())[type(contract)](books.db, event)


async def charge(books: Any, left: str = "99", amount: str = "1", **usage: int) -> None:
    number = next(books.numbers) + 1
    charged = ChargePosted(
        account_id="u1", transfer_id=number, sequence=number, model_id="m", usage=usage,
        amount=Decimal(amount), price_version="1", hold_id=None, actor="a",
        balance_after=Decimal(left), posted_at=books.clock.now,
    )  # fmt: skip
    await hear(books, charged)


@pytest.fixture
async def told(books: Any) -> Any:
    """Billing with a mail server, and a user who has an address."""
    books.policy = replace(books.policy, mails_enabled=True, low_balance=Decimal(10))
    await hear(
        books,
        UserChanged(user_id="u1", name="Ann\nLee", email="ann@example.org", role="user",
                    status="active"),
    )  # fmt: skip
    return books


def mailer(box: Any) -> SmtpMailer:
    return SmtpMailer(smtp_config_of(f"smtp://127.0.0.1:{box.port}", SENDER, "en"))


async def send(books: Any, box: Any) -> None:
    while await send_mail(books.db, mailer(box), books.clock.now):
        pass


async def waiting(books: Any) -> list[tuple[str, str]]:
    rows = await books.rows("SELECT reason, facts FROM mail ORDER BY id")
    return [(row["reason"], str(row["facts"].get("step", ""))) for row in rows]


async def test_a_payment_is_told_once_however_often_it_is_heard_of(told: Any, box: Any) -> None:
    started = await told.buy(await told.plan(name="Pro"))
    await told.tell("payment.succeeded", started.payment_id)
    await told.work()
    await asyncio.gather(*(send(told, box) for _ in range(4)))
    (letter,) = box.letters
    assert letter["Subject"] == "Payment received: 990.00 RUB"
    assert (letter["From"], letter["To"]) == (SENDER, "ann@example.org")
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"].endswith("@example.org>")
    assert "Hello Ann Lee," in letter.get_content()
    assert '"Pro"' in letter.get_content()
    assert await told.one("SELECT status FROM mail") == "sent"


async def test_what_is_rolled_back_is_not_told(told: Any) -> None:
    async def undone() -> None:
        async with told.db.transaction() as conn:
            await mails.add(conn, "u1", "payment", "p", {}, told.clock.now)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await undone()
    assert await waiting(told) == []


async def test_without_a_mail_server_nothing_is_kept(books: Any) -> None:
    await books.buy(await books.plan(quotas={"requests": 1}), save_method=True)
    await charge(books, left="1", amount="50")
    assert await books.one("SELECT count(*) FROM mail") == 0


async def test_a_renewal_is_announced_three_days_before_the_charge(told: Any, box: Any) -> None:
    await told.buy(await told.plan(name="Pro", name_ru="Про"), save_method=True)
    await send(told, box)
    told.clock.set(datetime(2026, 2, 11, 11, 59, tzinfo=UTC))
    assert not await remind_renewals(told.db, told.policy, told.clock.now)
    told.clock.set(datetime(2026, 2, 11, 12, 0, tzinfo=UTC))
    await asyncio.gather(*(remind_renewals(told.db, told.policy, told.clock.now) for _ in range(4)))
    assert not await remind_renewals(told.db, told.policy, told.clock.now)
    await send(told, box)
    assert box.subjects()[1:] == ["Your subscription renews on 2026-02-14"]
    assert "990.00 RUB" in box.letters[1].get_content()


async def test_who_will_not_be_charged_is_not_reminded(told: Any) -> None:
    await told.buy(await told.plan())
    await told.buy(await told.plan(interval="day"), "u2", save_method=True)
    await told.buy(await told.plan(price=100), "u3", save_method=True)
    async with told.db.transaction() as conn:
        await conn.execute("UPDATE subscription SET cancel_at_period_end = (user_id = 'u3')")
    told.clock.set(datetime(2026, 2, 14, tzinfo=UTC))
    assert not await remind_renewals(told.db, told.policy, told.clock.now)


async def test_a_failed_renewal_is_told_with_what_happens_next(told: Any, box: Any) -> None:
    await told.buy(await told.plan(name="Pro"), save_method=True)
    told.provider.autopay = ["insufficient_funds", "card_expired"]
    await told.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    await send(told, box)
    first, second = (letter.get_content() for letter in box.letters[-2:])
    assert box.subjects()[-1] == "Your subscription could not be renewed"
    assert "try again on 2026-02-15" in first
    assert "will not be charged again" in second


async def test_quotas_are_told_at_seventy_ninety_and_a_hundred_percent(told: Any, box: Any) -> None:
    await told.buy(await told.plan(quotas={"requests": 10, "images": 4, "tokens_input": 0}))
    for number in range(1, 13):
        await charge(told, image=1 if number == 12 else 0)
        steps = [step for reason, step in await waiting(told) if reason == "quota"]
        wanted = ["70"] * (number >= 7) + ["90"] * (number >= 9) + ["100"] * (number >= 10)
        assert steps == wanted, number
    await charge(told, image=3)
    told.clock.advance(timedelta(hours=1))
    await send(told, box)
    assert box.subjects()[1:] == [
        "70 % of your requests are used", "90 % of your requests are used",
        "100 % of your requests are used", "100 % of your images are used",
    ]  # fmt: skip


async def test_a_low_balance_is_told_each_time_it_falls(told: Any, box: Any) -> None:
    async def transfer(left: str, amount: str) -> None:
        number = next(told.numbers) + 1
        moved = TransferPosted(
            account_id="u1", transfer_id=number, sequence=number, kind="adjust", actor="root",
            amount=Decimal(amount), reason="", balance_after=Decimal(left),
            posted_at=told.clock.now,
        )  # fmt: skip
        await hear(told, moved)

    await charge(told, left="10", amount="5")
    await charge(told, left="9.5", amount="0.5")
    await charge(told, left="9", amount="0.5")
    await transfer("109", "100")
    await transfer("3", "-106")
    told.clock.advance(timedelta(minutes=2))
    await send(told, box)
    subjects = ["Few credits are left: 9.5", "Few credits are left: 3"]
    assert box.subjects() == subjects
    # A month's allowance expires and is granted anew in one moment: nobody is short of anything.
    await transfer("50", "47")
    await transfer("0", "-50")
    await transfer("50", "50")
    told.clock.advance(timedelta(minutes=2))
    await send(told, box)
    assert box.subjects() == subjects


async def test_a_threshold_of_the_user_is_told_once(told: Any, box: Any) -> None:
    crossed = AlertRaised(
        account_id="u1", kind="balance_below", threshold=Decimal("20.0"), sequence=7,
        balance=Decimal("19.5"), raised_at=told.clock.now,
    )  # fmt: skip
    await hear(told, crossed)
    await send(told, box)
    assert box.subjects() == ["Your balance fell below 20"]


async def test_a_moody_server_gets_the_letter_later_and_once(told: Any, box: Any) -> None:
    await told.buy(await told.plan())
    box.rcpt, box.data = ["451 later"], ["452 full"]
    for minutes in (0, 1, 5):
        told.clock.advance(timedelta(minutes=minutes))
        await send(told, box)
    assert (len(box.letters), box.connections) == (1, 3)
    row = (await told.rows("SELECT * FROM mail"))[0]
    assert (row["status"], row["attempts"]) == ("sent", 3)


@pytest.mark.parametrize("answer", ["rcpt", "data"])
async def test_a_final_refusal_is_final(told: Any, box: Any, answer: str) -> None:
    await told.buy(await told.plan())
    setattr(box, answer, ["550 no such user"])
    await send(told, box)
    told.clock.advance(timedelta(days=1))
    await send(told, box)
    assert (box.letters, box.connections) == ([], 1)
    assert await told.one("SELECT status FROM mail") == "failed"


async def test_attempts_are_bounded_and_old_news_is_dropped(told: Any) -> None:
    class Away:
        attempts = 0

        async def send(self, _letter: Letter) -> None:
            self.attempts += 1
            raise MailError("away")

    await told.buy(await told.plan())
    away = Away()
    for _ in range(2 * 24 * 4):
        await send_mail(told.db, away, told.clock.now)
        told.clock.advance(timedelta(minutes=15))
    assert away.attempts == ATTEMPTS_MAX
    assert await told.one("SELECT status FROM mail") == "failed"
    async with told.db.transaction() as conn:
        await conn.execute("UPDATE mail SET status = 'waiting'")
    told.clock.advance(timedelta(days=3))
    await send_mail(told.db, away, told.clock.now)
    assert await told.one("SELECT outcome FROM mail") == "too late"
    assert away.attempts == ATTEMPTS_MAX
    await forget_mails(told.db, told.clock.now + timedelta(days=400))
    assert await waiting(told) == []


async def test_a_server_that_is_away_or_refuses_us_costs_an_attempt_only(told: Any) -> None:
    await told.buy(await told.plan())
    nowhere = SmtpMailer(smtp_config_of("smtp://127.0.0.1:1", SENDER, "en"))
    assert await send_mail(told.db, nowhere, told.clock.now)
    row = (await told.rows("SELECT * FROM mail"))[0]
    assert (row["status"], row["outcome"]) == ("waiting", "ConnectionRefusedError")


async def test_encryption_that_is_demanded_is_not_done_without(told: Any, box: Any) -> None:
    await told.buy(await told.plan())
    config = smtp_config_of(f"smtp+starttls://a:b@127.0.0.1:{box.port}", SENDER, "en")
    await send_mail(told.db, SmtpMailer(config), told.clock.now)
    assert await told.one("SELECT outcome FROM mail") == "no encrypted connection"
    assert box.readers == []


@pytest.mark.parametrize("address", ["", "nobody", "a@b\r\nBcc: c@example.org", "ü@example.org"])
async def test_an_address_that_is_none_is_given_up(told: Any, box: Any, address: str) -> None:
    await told.buy(await told.plan())
    async with told.db.transaction() as conn:
        await conn.execute("UPDATE customer SET email = $1", address)
    await send(told, box)
    assert box.letters == []
    assert await told.one("SELECT status FROM mail") in ("failed", "dropped")


async def test_users_choose_language_and_address(http: Any, told: Any, box: Any) -> None:
    wish = {"billing_language": "ru", "billing_contact_email": "pay@example.org"}
    assert (await http.post("/billing/settings", headers=U1, json=wish)).status_code == 200
    await told.buy(await told.plan())
    await send(told, box)
    (letter,) = box.letters
    assert (letter["To"], letter["Subject"]) == (
        "pay@example.org", "Оплата получена: 990.00 RUB",
    )  # fmt: skip
    bad = await http.post("/billing/settings", headers=U1, json={"billing_language": "xx"})
    assert bad.status_code == 422
