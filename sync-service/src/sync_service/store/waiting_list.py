"""SQL of the waiting list."""

from datetime import datetime

from shared.db import Connection, Row

_COLUMNS = (
    "id, full_name, email, created_at, processed_at IS NOT NULL AS processed, processed_at,"
    " processed_by, account"
)


async def add(connection: Connection, full_name: str, email: str, now: datetime) -> None:
    """Who is on the list already stays as he is: a stranger may not rename him."""
    await connection.execute(
        """
        INSERT INTO applicant (full_name, email, created_at) VALUES ($1, $2, $3)
        ON CONFLICT (email) DO NOTHING
        """,
        full_name,
        email,
        now,
    )


async def page(
    connection: Connection, length: int, offset: int, *, processed: bool | None
) -> list[Row]:
    """Applicants in the order of their coming, those still waiting first."""
    return await connection.fetch(
        f"""
        SELECT {_COLUMNS} FROM applicant
        WHERE $1::boolean IS NULL OR (processed_at IS NOT NULL) = $1
        ORDER BY (processed_at IS NOT NULL), id LIMIT $2 OFFSET $3
        """,
        processed,
        length,
        offset,
    )


async def search(
    connection: Connection, text: str, length: int, offset: int, *, processed: bool | None
) -> tuple[list[Row], int]:
    """The same of those whose name or address has `text`, and how many they are."""
    fitting = """
        FROM applicant WHERE ($1::boolean IS NULL OR (processed_at IS NOT NULL) = $1)
            AND (strpos(lower(full_name), $2) > 0 OR strpos(email, $2) > 0)
    """
    asked = (processed, text.lower())
    rows = await connection.fetch(
        f"""
        SELECT {_COLUMNS} {fitting} ORDER BY (processed_at IS NOT NULL), id LIMIT $3 OFFSET $4
        """,
        *asked,
        length,
        offset,
    )
    total: int = await connection.fetchval(f"SELECT count(*) {fitting}", *asked)
    return rows, total


async def one(connection: Connection, applicant_id: int) -> Row | None:
    return await connection.fetchrow(
        f"SELECT {_COLUMNS} FROM applicant WHERE id = $1", applicant_id
    )


async def process(
    connection: Connection, applicant_id: int, actor: str, account: str, now: datetime
) -> Row | None:
    """Mark as processed; the first one who did and the first account stay."""
    return await connection.fetchrow(
        f"""
        UPDATE applicant SET processed_at = COALESCE(processed_at, $4),
            processed_by = COALESCE(processed_by, $2),
            account = CASE WHEN account = 'none' THEN $3 ELSE account END
        WHERE id = $1 RETURNING {_COLUMNS}
        """,
        applicant_id,
        actor,
        account,
        now,
    )


async def remove(connection: Connection, *, everybody: bool) -> int:
    """Delete those who were processed, or all; how many they were."""
    status = await connection.execute(
        "DELETE FROM applicant WHERE $1 OR processed_at IS NOT NULL", everybody
    )
    return int(status.rpartition(" ")[2])
