"""Redis streams carry events between services. Redis is never the only copy of anything."""

from typing import Final

from redis.asyncio import BlockingConnectionPool, Redis

# Hash tags keep all keys of one producer in one slot of a Redis Cluster.
PRODUCERS: Final = ("sync", "pricing", "ledger", "billing", "gateway")


def stream_of(producer: str) -> str:
    """Name of the stream into which `producer` publishes."""
    return f"owc:{{{producer}}}"


def replay_request_of(producer: str) -> str:
    """Key by which a consumer asks `producer` to publish again."""
    return f"owc:{{{producer}}}:replay"


def redis_client(url: str) -> Redis:
    """A client that waits for a free connection instead of failing when all are in use."""
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=20,
        timeout=5,
        socket_timeout=10,
        socket_connect_timeout=2,
        health_check_interval=30,
    )
    return Redis.from_pool(pool)
