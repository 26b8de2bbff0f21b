"""Mail by SMTP, with the standard library in a thread; one connection per letter."""

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from functools import partial
from typing import Final

from billing_service.clients.letters import render
from billing_service.domain.mails import Letter, MailError, MailRefused, SmtpConfig

# From here on an answer is final.
_FINAL: Final = 500


class SmtpMailer:
    def __init__(self, config: SmtpConfig) -> None:
        self._config = config
        self._domain = parseaddr(config.sender)[1].rpartition("@")[2]

    async def send(self, letter: Letter) -> None:
        """Hand one letter over to the server; MailError if it did not take it."""
        try:
            message = self.compose(letter)
        except ValueError as error:
            raise MailRefused(f"the letter cannot be written: {error}") from None
        await asyncio.to_thread(partial(self._hand_over, message))

    def compose(self, letter: Letter) -> EmailMessage:
        """Return the letter as it goes out; ValueError for an address that cannot be one."""
        subject, body = render(letter, letter.language or self._config.language)
        message = EmailMessage()
        message["From"] = self._config.sender
        message["To"] = letter.address
        if message["To"].defects or len(message["To"].addresses) != 1:
            raise ValueError("no address")
        message["Subject"] = subject
        message["Date"] = format_datetime(letter.created_at)
        message["Message-ID"] = f"<owc-{letter.reason}-{letter.id}@{self._domain}>"
        # Answering machines leave such mail alone (RFC 3834).
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(body)
        return message

    def _hand_over(self, message: EmailMessage) -> None:
        try:
            with self._connect() as server:
                if self._config.username:
                    server.login(self._config.username, self._config.password or "")
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            kind = MailRefused if min(codes, default=0) >= _FINAL else MailError
            raise kind(f"recipient refused: {codes}") from None
        except smtplib.SMTPDataError as error:
            kind = MailRefused if error.smtp_code >= _FINAL else MailError
            raise kind(f"letter refused: {error.smtp_code}") from None
        except smtplib.SMTPNotSupportedError:
            raise MailRefused("the server cannot do what this letter needs") from None
        except smtplib.SMTPResponseException as error:
            # Our own access or sender is refused: somebody will repair the settings.
            raise MailError(f"{type(error).__name__}: {error.smtp_code}") from None
        except (smtplib.SMTPException, OSError) as error:
            raise MailError(type(error).__name__) from None

    def _connect(self) -> smtplib.SMTP:
        config = self._config
        if config.security == "tls":
            return smtplib.SMTP_SSL(
                config.host,
                config.port,
                timeout=config.timeout_s,
                context=ssl.create_default_context(),
            )
        server = smtplib.SMTP(config.host, config.port, timeout=config.timeout_s)
        if config.security == "starttls":
            try:
                server.starttls(context=ssl.create_default_context())
            except (smtplib.SMTPException, OSError):
                server.close()
                # Also where the server offers none: nothing is sent in the clear instead.
                raise MailError("no encrypted connection") from None
        return server
