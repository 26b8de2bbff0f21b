"""A mail server on loopback that speaks enough SMTP, and refuses when it is told to."""

import asyncio
import email
import email.policy
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email.message import EmailMessage

import pytest


@dataclass
class Mailbox:
    """`answers` gives the next replies to RCPT or DATA, `hang` lets clients wait."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    readers: list[str] = field(default_factory=list)
    rcpt: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    connections: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        await self._say(writer, "220 mailbox")
        while line := (await reader.readline()).decode().strip():
            word = line.partition(" ")[0].upper()
            if word == "RCPT":
                reply = self.rcpt.pop(0) if self.rcpt else "250 ok"
                self.readers.append(line)
            elif word == "DATA":
                await self._say(writer, "354 go on")
                raw = await reader.readuntil(b"\r\n.\r\n")
                reply = self.data.pop(0) if self.data else "250 taken"
                if reply.startswith("250"):
                    self._keep(raw[:-5])
            else:
                reply = {"EHLO": "250 mailbox", "QUIT": "221 bye"}.get(word, "250 ok")
            await self._say(writer, reply)
            if word == "QUIT":
                break
        writer.close()
        await writer.wait_closed()

    @staticmethod
    async def _say(writer: asyncio.StreamWriter, text: str) -> None:
        writer.write(f"{text}\r\n".encode())
        await writer.drain()

    def _keep(self, raw: bytes) -> None:
        letter = email.message_from_bytes(raw, policy=email.policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)

    def subjects(self) -> list[str]:
        return [str(letter["Subject"]) for letter in self.letters]


@pytest.fixture
async def box() -> AsyncIterator[Mailbox]:
    box = Mailbox()
    server = await asyncio.start_server(box.serve, "127.0.0.1", 0)
    box.port = server.sockets[0].getsockname()[1]
    async with server:
        yield box
