"""What reports look for: money by the day it came or went, and payments that failed."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("CREATE INDEX payment_by_paid ON payment (paid_at) WHERE paid_at IS NOT NULL")
    op.execute(
        "CREATE INDEX payment_not_paid ON payment (created_at, id) "
        "WHERE status IN ('canceled', 'failed', 'quarantined')"
    )
    op.execute(
        "CREATE INDEX refund_by_time ON refund (succeeded_at) WHERE succeeded_at IS NOT NULL"
    )


def downgrade() -> None:
    op.execute("DROP INDEX payment_by_paid, payment_not_paid, refund_by_time")
