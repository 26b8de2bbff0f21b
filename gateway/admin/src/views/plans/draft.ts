import type { Schemas } from "../../api/client";
import { typedAmount } from "../../api/exact";

export const METRICS = ["tokens_input", "tokens_output", "requests", "images", "audio_minutes"] as const;
export const INTERVALS = ["day", "week", "month", "year"] as const;
export const CURRENCIES = ["RUB", "USD", "EUR"] as const;

/** A plan as it is typed: everything is text until it is sent. */
export interface Draft {
  id: string;
  name: string;
  name_ru: string;
  description: string;
  description_ru: string;
  price: string;
  currency: string;
  interval: string;
  included_credits: string;
  trial_days: string;
  display_order: string;
  is_active: boolean;
  features: string;
  quotas: Record<string, string>;
}

export function draftOf(plan: Schemas["PlanWire"] | undefined): Draft {
  return {
    id: plan?.id ?? "",
    name: plan?.name ?? "",
    name_ru: plan?.name_ru ?? "",
    description: plan?.description ?? "",
    description_ru: plan?.description_ru ?? "",
    price: String(plan?.price ?? ""),
    currency: plan?.currency ?? "RUB",
    interval: plan?.interval ?? "month",
    included_credits: String(plan?.included_credits ?? "0"),
    trial_days: String(plan?.trial_days ?? 0),
    display_order: String(plan?.display_order ?? 0),
    is_active: plan?.is_active ?? true,
    features: (plan?.features ?? []).join("\n"),
    quotas: Object.fromEntries(Object.entries(plan?.quotas ?? {}).map(([metric, limit]) => [metric, String(limit)])),
  };
}

export function featuresOf(draft: Draft): string[] {
  return draft.features.split("\n").map((line) => line.trim()).filter(Boolean);
}

const whole = (text: string): number | undefined => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined);

/** What to send, or undefined while a field is not filled in properly. */
export function bodyOf(draft: Draft, isNew: boolean): Record<string, unknown> | undefined {
  const price = typedAmount(draft.price);
  const credits = typedAmount(draft.included_credits);
  const [trial, order] = [whole(draft.trial_days), whole(draft.display_order)];
  const quotas = Object.entries(draft.quotas).filter(([, limit]) => limit.trim() !== "");
  if (!draft.name.trim() || price === undefined || credits === undefined || trial === undefined || order === undefined) return undefined;
  if (quotas.some(([, limit]) => whole(limit) === undefined)) return undefined;
  return {
    ...(isNew && draft.id.trim() ? { id: draft.id.trim() } : {}),
    name: draft.name.trim(),
    name_ru: draft.name_ru.trim() || null,
    description: draft.description.trim() || null,
    description_ru: draft.description_ru.trim() || null,
    price,
    currency: draft.currency,
    interval: draft.interval,
    included_credits: credits,
    trial_days: trial,
    display_order: order,
    is_active: draft.is_active,
    features: featuresOf(draft),
    quotas: Object.fromEntries(quotas.map(([metric, limit]) => [metric, whole(limit)])),
  };
}
