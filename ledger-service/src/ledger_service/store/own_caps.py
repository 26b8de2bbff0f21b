"""Rows of the caps that the owners of accounts set for themselves."""

from shared.db import Connection


async def remove(connection: Connection, account_id: str, per: str) -> bool:
    status = await connection.execute(
        """
        DELETE FROM limit_rule
        WHERE source = 'self' AND scope = 'user' AND subject = $1 AND per = $2
        """,
        account_id,
        per,
    )
    return status.endswith(" 1")
