"""What a process of a service tells operators, also about what is not its own doing."""

import json
import logging
import socket
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import httpx
import pytest

from shared.telemetry import _Libraries
from shared.testing import eventually, running
from shared.testing.plugin import MakeDatabase

_REFUSING = """
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'no' USING DETAIL = 'Key (email)=(person@example.org) exists.'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON applicant EXECUTE FUNCTION refuse()
"""


async def test_every_line_of_the_log_is_json_and_a_crash_is_told_once_without_anybodys_data(
    make_database: MakeDatabase, redis_url: str
) -> None:
    url = await make_database("sync")
    connection = await asyncpg.connect(url)
    await connection.execute(_REFUSING)
    await connection.close()
    env = {"OWC_DATABASE_URL": url, "OWC_REDIS_URL": redis_url}
    async with running("sync_service", env) as service:
        async with httpx.AsyncClient(base_url=service.url) as http:
            form = {"email": "person@example.org", "full_name": "Person"}
            answer = await http.post("/waiting-list/register", json=form)
            assert (answer.status_code, answer.json()["detail"]) == (500, "Internal error")
        where = urlsplit(service.url)
        with socket.create_connection((where.hostname, where.port)) as garbage:
            garbage.sendall(b"GARBAGE\r\n\r\n")
            garbage.recv(1024)

        def lines() -> list[dict[str, Any]]:
            return [json.loads(line) for line in service.output().splitlines()]

        await eventually(lambda: lines()[-1]["event"] == "Invalid HTTP request received.")
        assert lines()[-1]["level"] == "warning"
        told = [line for line in lines() if "exception" in line]
        assert [(line["event"], line["trace_id"]) for line in told] == [
            ("unhandled", answer.headers["x-request-id"])
        ]
        assert "person@example.org" not in service.output()


@pytest.mark.parametrize(("level", "text"), [(logging.WARNING, "%d of them"), (35, "%s of them")])
def test_a_library_that_logs_wrongly_does_not_fail_by_it(level: int, text: str) -> None:
    record = logging.LogRecord("library", level, __file__, 1, text, ("x",), None)
    _Libraries().handle(record)
