"""Plans, subscriptions, payments, refunds, notices, usage and the audit log."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"

SQL = Path(__file__).resolve().parents[1] / "sql" / "0002_billing_tables.sql"


def upgrade() -> None:
    for statement in SQL.read_text().split(";\n"):
        if statement.strip():
            op.execute(statement)


def downgrade() -> None:
    op.execute(
        "DROP TABLE audit_log, usage_counter, alarm, notice, refund, subscription_transition, "
        "subscription_period, payment, subscription, payment_method, customer, plan"
    )
