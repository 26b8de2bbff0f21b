"""What one would write first: FastAPI, pydantic, one statement per request. The baseline."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal

import asyncpg
from fastapi import FastAPI, HTTPException, Request
from pydantic import BaseModel

CREATE = """
CREATE TABLE account (id text PRIMARY KEY, balance numeric(30,12) NOT NULL);
CREATE TABLE txn (id bigserial PRIMARY KEY, account_id text NOT NULL, amount numeric(30,12),
    balance_after numeric(30,12), model_id text, prompt_tokens int, completion_tokens int,
    created_at timestamptz NOT NULL DEFAULT now());
CREATE INDEX ON txn (account_id);
INSERT INTO account SELECT 'u' || n, 1000000 FROM generate_series(1, 1000) AS n;
"""
CHARGE = """
WITH a AS (UPDATE account SET balance = balance - $2 WHERE id = $1 RETURNING balance)
INSERT INTO txn (account_id, amount, balance_after, model_id, prompt_tokens, completion_tokens)
SELECT $1, $2, balance, $3, $4, $5 FROM a RETURNING balance_after
"""


class Deduct(BaseModel):
    user_id: str
    model_id: str
    prompt_tokens: int
    completion_tokens: int


class Deducted(BaseModel):
    success: bool
    cost: Decimal
    new_balance: Decimal


def create_app() -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.pool = await asyncpg.create_pool(os.environ["OWC_DATABASE_URL"], max_size=32)
        yield
        await app.state.pool.close()

    app = FastAPI(lifespan=lifespan)

    @app.post("/api/credits/deduct-tokens")
    async def deduct(body: Deduct, request: Request) -> Deducted:
        cost = body.prompt_tokens * Decimal("0.001") + body.completion_tokens * Decimal("0.002")
        values = (body.user_id, cost, body.model_id, body.prompt_tokens, body.completion_tokens)
        balance = await request.app.state.pool.fetchval(CHARGE, *values)
        if balance is None:
            raise HTTPException(404, "User not found")
        return Deducted(success=True, cost=cost, new_balance=balance)

    return app
