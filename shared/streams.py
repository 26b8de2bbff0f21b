"""Redis streams carry events between services. Redis is never the only copy of anything."""

from typing import Any, Final

from redis.asyncio import BlockingConnectionPool, Redis

# Hash tags keep all keys of one producer in one slot of a Redis Cluster.
PRODUCERS: Final = ("sync", "pricing", "ledger", "billing", "gateway")


def stream_of(producer: str) -> str:
    """Name of the stream into which `producer` publishes."""
    return f"owc:{{{producer}}}"


def replay_request_of(producer: str) -> str:
    """Key by which a consumer asks `producer` to publish again."""
    return f"owc:{{{producer}}}:replay"


def entry_order(entry_id: str) -> tuple[int, int]:
    """What the ids of entries are ordered by: their time, and their number within it."""
    milliseconds, _, number = entry_id.partition("-")
    return int(milliseconds), int(number or 0)


# One script, so that whoever dies in between has not come, and nothing is dropped meanwhile.
_JOIN: Final = """
if redis.call('EXISTS', KEYS[1]) == 1 then
    for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
        if group[2] == ARGV[1] then return 0 end
    end
end
redis.call('XGROUP', 'CREATE', KEYS[1], ARGV[1], '0', 'MKSTREAM')
local pairs, about = redis.call('XINFO', 'STREAM', KEYS[1]), {}
for i = 1, #pairs, 2 do about[pairs[i]] = pairs[i + 1] end
if about['entries-added'] > about['length'] then redis.call('SET', KEYS[2], ARGV[1]) end
return 1
"""


async def join(redis: Redis, producer: str, group: str) -> None:
    """Let a group read the producer's stream; a new one asks for what was dropped before it."""
    joining: Any = redis.eval(_JOIN, 2, stream_of(producer), replay_request_of(producer), group)
    await joining


# One script, so that no reader begins between the look and the cut.
_DROP_READ: Final = """
local function is_before(a, b)
    local a_time, a_number = string.match(a, '(%d+)-(%d+)')
    local b_time, b_number = string.match(b, '(%d+)-(%d+)')
    if a_time ~= b_time then return tonumber(a_time) < tonumber(b_time) end
    return tonumber(a_number) < tonumber(b_number)
end
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local first
for _, pairs in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
    local group = {}
    for i = 1, #pairs, 2 do group[pairs[i]] = pairs[i + 1] end
    local at = group['last-delivered-id']
    if group['pending'] > 0 then at = redis.call('XPENDING', KEYS[1], group['name'])[2] end
    if not first or is_before(at, first) then first = at end
end
if not first then return redis.call('XTRIM', KEYS[1], 'MAXLEN', ARGV[1]) end
return redis.call('XTRIM', KEYS[1], 'MINID', '~', first)
"""


async def drop_what_all_have_read(redis: Redis, stream: str, kept_max: int) -> None:
    """Forget the entries that every group has finished; where nobody reads, all but `kept_max`."""
    dropping: Any = redis.eval(_DROP_READ, 1, stream, kept_max)
    await dropping


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
