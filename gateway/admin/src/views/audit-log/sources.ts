/** Each service keeps its own log; here they have one shape. */
import { read, type Schemas } from "../../api/client";
import { dayBounds, keysetPage, type ListPage, type ListQuery } from "../../components/table/types";
import type { Moment } from "../../components/format";

export interface Act {
  id: number | string;
  at: Moment;
  actor: string;
  action: string;
  target: string;
  reason: string;
  before: unknown;
  after: unknown;
  address: string;
  traceId: string;
}

export const SOURCES = ["credits", "access", "billing"] as const;
export type Source = (typeof SOURCES)[number];

/** What each log can be filtered by, under the names of its API. */
export const FILTERS: Record<Source, readonly string[]> = {
  credits: ["type", "actor", "user_id", "since", "until"],
  access: ["action", "actor", "target"],
  billing: ["action", "user_id", "entity_id", "since", "until"],
};

const LOADERS: Record<Source, (query: ListQuery) => Promise<ListPage<Act>>> = { credits, access, billing };

export function loadActs(source: Source, query: ListQuery): Promise<ListPage<Act>> {
  return LOADERS[source](query);
}

async function credits(query: ListQuery): Promise<ListPage<Act>> {
  const page = await read<Schemas["AuditEntries"]>("/api/ledger/audit", {
    ...query.filters, ...dayBounds(query), search: query.search, limit: String(query.limit), before: query.cursor,
  });
  const acts = page.entries.map((one) => ({
    id: one.id, at: one.at, actor: one.actor, action: one.log_type, target: one.account_id ?? one.model_id ?? "", reason: one.reason || one.message,
    before: one.before, after: one.after, address: "", traceId: one.trace_id ?? "",
  }));
  return keysetPage<Act & { id: number }>(acts, page.total, acts.length === query.limit);
}

async function access(query: ListQuery): Promise<ListPage<Act>> {
  const page = await read<Schemas["Page"]>("/api/admin/audit", { ...query.filters, limit: String(query.limit), before: query.cursor });
  const rows = page.entries.map((one) => ({
    id: one.id, at: one.at, actor: one.actor, action: one.action, target: one.target, reason: one.reason ?? "",
    before: one.before, after: one.after, address: one.address ?? "", traceId: one.trace_id,
  }));
  return { rows, next: page.next ? String(page.next) : null };
}

async function billing(query: ListQuery): Promise<ListPage<Act>> {
  const { since, until } = dayBounds(query);
  const seconds = (moment?: string): string | undefined => (moment ? String(Math.floor(Date.parse(moment) / 1000)) : undefined);
  const number = Number(query.cursor || 1);
  const { action, user_id, entity_id } = query.filters;
  const page = await read<Schemas["AuditPage"]>("/admin/billing/audit", { action, user_id, entity_id, from: seconds(since), to: seconds(until), page: String(number), page_size: String(query.limit) });
  const rows = page.items.map((one) => ({
    id: one.id, at: one.created_at, actor: one.user_id, action: one.action,
    target: `${one.entity_type} ${one.entity_id}`, reason: one.description ?? "", before: null, after: one.changes ?? one.audit_metadata ?? null, address: "", traceId: "",
  }));
  return { rows, total: page.total, next: number < page.total_pages ? String(number + 1) : null };
}
