/** GET /health */
export interface Health {
  status: "healthy" | "degraded";
  version: string;
  dependencies: Record<string, { state: "up" | "down"; ms: string | number }>;
}

/** GET /api/ledger/verification */
export interface Verification {
  breaches: Record<string, number>;
  checked_at: string | null;
}

export const SERVICES = ["ledger", "billing", "pricing", "sync"] as const;
/** Who tells others what happened. */
export const PRODUCERS = ["gateway", ...SERVICES] as const;
export type Service = (typeof PRODUCERS)[number];
