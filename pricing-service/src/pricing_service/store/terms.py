"""The one row of settings."""

from pricing_service.domain.price import Terms
from shared.db import Connection
from shared.money import to_wire
from shared.problems import Unavailable


async def find(conn: Connection) -> Terms | None:
    row = await conn.fetchrow("SELECT * FROM setting")
    if row is None:
        return None
    return Terms(
        usd_to_credit_ratio=to_wire(row["usd_to_credit_ratio"]),
        token_multiplier=row["token_multiplier"],
        unknown_model_policy=row["unknown_model_policy"],
        default_prices={
            "input": to_wire(row["default_input"]),
            "output": to_wire(row["default_output"]),
        },
        policy_version=row["policy_version"],
        jump_percent_max=to_wire(row["jump_percent_max"]),
    )


async def current(conn: Connection) -> Terms:
    """The settings; Unavailable in the moment before the first start has written them."""
    terms = await find(conn)
    if terms is None:
        raise Unavailable("The settings are not written yet")
    return terms


async def save(conn: Connection, terms: Terms) -> None:
    await conn.execute(
        """
        INSERT INTO setting (usd_to_credit_ratio, token_multiplier, unknown_model_policy,
            default_input, default_output, policy_version, jump_percent_max)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (only_row) DO UPDATE SET
            usd_to_credit_ratio = excluded.usd_to_credit_ratio,
            token_multiplier = excluded.token_multiplier,
            unknown_model_policy = excluded.unknown_model_policy,
            default_input = excluded.default_input,
            default_output = excluded.default_output,
            policy_version = excluded.policy_version,
            jump_percent_max = excluded.jump_percent_max
        """,
        terms.usd_to_credit_ratio,
        terms.token_multiplier,
        terms.unknown_model_policy,
        terms.default_prices["input"],
        terms.default_prices["output"],
        terms.policy_version,
        terms.jump_percent_max,
    )
