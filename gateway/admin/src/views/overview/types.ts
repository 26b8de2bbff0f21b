import type { Exact } from "../../api/exact";

export interface Share {
  id: string;
  name: string | null;
  credits_used: Exact;
}

/** GET /api/ledger/overview */
export interface Figures {
  credits_used: Exact;
  credits_used_before: Exact;
  charges: number;
  active_users: number;
  active_users_before: number;
  models_used: number;
  accounts: { total: number; suspended: number; in_debt: number; empty: number; remaining: Exact; debt: Exact; held: Exact };
  days: { day: string; credits_used: Exact; charges: number; users: number }[];
  models: Share[];
  users: Share[];
}
