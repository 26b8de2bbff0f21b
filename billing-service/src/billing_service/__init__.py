"""Plans, subscriptions and payments. Money is the currency's major unit; credits live elsewhere."""
