import type { Schemas } from "../../api/client";

export type User = Schemas["ListedUser"];
export type Account = Schemas["AccountDetail"];

export function accountPath(id: string): string {
  return `/api/ledger/accounts/${encodeURIComponent(id)}`;
}
