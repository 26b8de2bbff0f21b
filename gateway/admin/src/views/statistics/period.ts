/** A month or a year, in the address and in the queries. */
export interface Period {
  year: number;
  /** undefined: the whole year. */
  month?: number | undefined;
}

export const MONTHS_BACK = 24;
export const YEARS_BACK = 5;

/** `2026-11` or `2026`; this month if it is neither. */
export function periodOf(text: string | undefined, now = new Date()): Period {
  const [, year, month] = /^(20\d\d)(?:-(0[1-9]|1[0-2]))?$/.exec(text ?? "") ?? [];
  if (year === undefined) return { year: now.getFullYear(), month: now.getMonth() + 1 };
  return { year: Number(year), month: month === undefined ? undefined : Number(month) };
}

export function written({ year, month }: Period): string {
  return month === undefined ? String(year) : `${String(year)}-${String(month).padStart(2, "0")}`;
}

/** This one and those before, newest first. */
export function choices(kind: "month" | "year", now = new Date()): Period[] {
  if (kind === "year") return Array.from({ length: YEARS_BACK }, (_, back) => ({ year: now.getFullYear() - back }));
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const first = new Date(now.getFullYear(), now.getMonth() - back, 1);
    return { year: first.getFullYear(), month: first.getMonth() + 1 };
  });
}

/** First and last day. */
export function days({ year, month }: Period): { since: string; until: string } {
  const last = month === undefined ? 31 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { since: written({ year, month: month ?? 1 }) + "-01", until: `${written({ year, month: month ?? 12 })}-${String(last).padStart(2, "0")}` };
}
