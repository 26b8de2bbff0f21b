"""What one would write first: FastAPI, pydantic, one statement per request. The baseline.

It answers the same contract: same fields in and out, an idempotency key that is unique in the
database, refusal of unknown users and of negative counts.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Annotated
from uuid import uuid4

import asyncpg
from fastapi import FastAPI, HTTPException, Request
from pydantic import BaseModel, Field

CREATE = """
CREATE TABLE account (id text PRIMARY KEY, balance numeric(30,12) NOT NULL);
CREATE TABLE txn (id bigserial PRIMARY KEY, account_id text NOT NULL REFERENCES account,
    amount numeric(30,12) NOT NULL, balance_after numeric(30,12) NOT NULL, model_id text NOT NULL,
    prompt_tokens int NOT NULL, completion_tokens int NOT NULL, cached_tokens int NOT NULL,
    reasoning_tokens int NOT NULL, actor text NOT NULL, idempotency_key text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now());
CREATE INDEX ON txn (account_id, id);
INSERT INTO account SELECT 'u' || n, 1000000 FROM generate_series(1, 1000) AS n;
CREATE TABLE price (model_id text PRIMARY KEY, model_name text NOT NULL,
    context_price numeric(30,12) NOT NULL, generation_price numeric(30,12) NOT NULL,
    is_free boolean NOT NULL);
INSERT INTO price SELECT 'm' || n, 'Model ' || n, 0.001, 0.002, false
    FROM generate_series(1, 50) AS n;
"""
CHARGE = """
WITH a AS (UPDATE account SET balance = balance - $2 WHERE id = $1 RETURNING balance)
INSERT INTO txn (account_id, amount, balance_after, model_id, prompt_tokens, completion_tokens,
    cached_tokens, reasoning_tokens, actor, idempotency_key)
SELECT $1, $2, balance, $3, $4, $5, $6, $7, $8, $9 FROM a RETURNING id, balance_after
"""
Count = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Deduct(BaseModel):
    user_id: Annotated[str, Field(min_length=1, max_length=255)]
    model_id: Annotated[str, Field(min_length=1, max_length=255)]
    prompt_tokens: Count
    completion_tokens: Count
    cached_tokens: Count = 0
    reasoning_tokens: Count = 0
    actor: str = "auto-system"
    idempotency_key: str | None = None


class Deducted(BaseModel):
    success: bool
    cost: Decimal
    deducted: Decimal
    new_balance: Decimal
    prompt_cost: Decimal
    completion_cost: Decimal
    cached_tokens: int
    reasoning_tokens: int
    is_free: bool
    transaction_id: int


class Price(BaseModel):
    model_id: str
    model_name: str
    context_price: Decimal
    generation_price: Decimal
    is_free: bool


def create_app() -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.pool = await asyncpg.create_pool(os.environ["OWC_DATABASE_URL"], max_size=32)
        yield
        await app.state.pool.close()

    app = FastAPI(lifespan=lifespan)

    @app.post("/api/credits/deduct-tokens")
    async def deduct(body: Deduct, request: Request) -> Deducted:
        prompt_cost = body.prompt_tokens * Decimal("0.001")
        completion_cost = body.completion_tokens * Decimal("0.002")
        row = await request.app.state.pool.fetchrow(
            CHARGE,
            body.user_id,
            prompt_cost + completion_cost,
            body.model_id,
            body.prompt_tokens,
            body.completion_tokens,
            body.cached_tokens,
            body.reasoning_tokens,
            body.actor,
            body.idempotency_key or str(uuid4()),
        )
        if row is None:
            raise HTTPException(404, "User not found")
        return Deducted(
            success=True,
            cost=prompt_cost + completion_cost,
            deducted=prompt_cost + completion_cost,
            new_balance=row["balance_after"],
            prompt_cost=prompt_cost,
            completion_cost=completion_cost,
            cached_tokens=body.cached_tokens,
            reasoning_tokens=body.reasoning_tokens,
            is_free=False,
            transaction_id=row["id"],
        )

    @app.get("/api/public/models/pricing")
    async def prices(request: Request) -> list[Price]:
        rows = await request.app.state.pool.fetch("SELECT * FROM price ORDER BY model_id")
        return [Price(**row) for row in rows]

    return app
