"""The declared tables are what the migrations make."""

from billing_service.store.tables import METADATA

from shared.testing.plugin import MakeDatabase
from shared.testing.schema import schema_differences


async def test_tables_and_migrations_agree(make_database: MakeDatabase) -> None:
    assert await schema_differences(await make_database("billing"), METADATA) == []
