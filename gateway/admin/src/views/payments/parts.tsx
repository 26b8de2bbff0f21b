import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { big } from "../../api/exact";
import { Pill, type Tone } from "../../components/Pill";
import type { Filter, ListQuery } from "../../components/table/types";

export const SALES = "/api/v1/admin/billing";

const TONES: Record<string, Tone> = {
  succeeded: "good", active: "good", trialing: "accent", pending: "accent", sent: "accent", created: "plain",
  past_due: "warn", suspended: "warn", quarantined: "bad", failed: "bad", canceled: "plain", revoked: "bad",
};

/** Where a payment, a refund or a subscription stands. */
export function SalePill({ status }: { status: string }) {
  const { t } = useTranslation("payments");
  return <Pill tone={TONES[status]}>{t(`status.${status}`, status)}</Pill>;
}

export function Buyer({ sale }: { sale: { user_id: string; user_name: string; email: string } }) {
  return <Link className="link" title={sale.email || sale.user_id} to={`/users/${encodeURIComponent(sale.user_id)}`}>{sale.user_name}</Link>;
}

/** Whether some of what was paid has not been given back. */
export function isRefundable(payment: Schemas["SoldPayment"]): boolean {
  return payment.status === "succeeded" && big(payment.amount).gt(payment.refunded_amount);
}

/** The filters that every list of sales has. */
export function useSaleFilters(statuses: readonly string[]): Filter[] {
  const { t } = useTranslation("payments");
  return [
    { id: "status", label: t("status.title"), options: statuses.map((value) => ({ value, label: t(`status.${value}`) })) },
    { id: "plan_id", label: t("plan") },
    { id: "since", label: t("app:time.from"), dated: true },
    { id: "until", label: t("app:time.to"), dated: true },
  ];
}

/** The state of a list as billing's addresses want it: moments are seconds. */
export function asked(query: ListQuery): Record<string, string | undefined> {
  const { since, until, ...filters } = query.filters;
  return {
    ...filters, search: query.search || undefined, limit: String(query.limit), before: query.cursor || undefined,
    from: since && String(Date.parse(`${since}T00:00`) / 1000), to: until && String(Date.parse(`${until}T00:00`) / 1000 + 86_400),
  };
}
