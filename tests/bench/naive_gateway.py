"""The gateway one would write first: a FastAPI route and httpx with a pool. For comparison only."""

import os
from typing import Final

import httpx
import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask

_POOL: Final = 20
_KEY: Final = os.environ.get("BENCH_KEY", "")
_UPSTREAM: Final = os.environ.get("BENCH_UPSTREAM", "http://127.0.0.1")

app = FastAPI()
client = httpx.AsyncClient(
    base_url=_UPSTREAM, limits=httpx.Limits(max_connections=_POOL), trust_env=False, timeout=60
)


_HOP_BY_HOP: Final = {"host", "connection", "transfer-encoding", "content-length", "x-api-key"}


@app.api_route("/api/credits/{path:path}", methods=["GET", "POST"])
async def forward(path: str, request: Request) -> Response:
    if request.headers.get("x-api-key") != _KEY:
        return Response(status_code=401)
    headers = {k: v for k, v in request.headers.items() if k not in _HOP_BY_HOP}
    asked = client.build_request(
        request.method, f"/api/credits/{path}", headers=headers, content=request.stream()
    )
    answer = await client.send(asked, stream=True)
    return StreamingResponse(
        answer.aiter_raw(),
        answer.status_code,
        dict(answer.headers),
        background=BackgroundTask(answer.aclose),
    )


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ["BENCH_PORT"]), access_log=False, log_level="warning")
