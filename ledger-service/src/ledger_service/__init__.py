"""The ledger: balances, holds, lots and transfers. It rates and posts; it calls nobody."""
