from billing_service.store.tables import METADATA

from shared.migrations import run

run(METADATA)
