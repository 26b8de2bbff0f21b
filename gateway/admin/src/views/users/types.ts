import type { Schemas } from "../../api/client";
import type { Exact } from "../../api/exact";

export type User = Schemas["ListedUser"];

/** GET /api/ledger/accounts */
export interface UserPage {
  accounts: User[];
  total: number;
  next: string | null;
}

export interface Used {
  credits_used: Exact;
  transactions_count: number;
  usage: Record<string, number>;
}

/** GET /api/ledger/accounts/{id} */
export interface Account extends Omit<Schemas["Balance"], "next_allowance"> {
  next_allowance: { at: string; amount: Exact } | null;
  groups: Schemas["GroupOf"][];
  default_credits: Exact;
  opened_at: string;
  holds: { id: string; model_id: string; amount: Exact; counted_amount: Exact; opened_at: string; expires_at: string }[];
  usage: { since: string; until: string; by_model: (Used & { model: string })[]; by_day: (Used & { day: string })[] };
}

export function accountPath(id: string): string {
  return `/api/ledger/accounts/${encodeURIComponent(id)}`;
}
