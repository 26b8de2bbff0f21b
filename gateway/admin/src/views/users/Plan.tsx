import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read, type Schemas } from "../../api/client";
import { Count, Money, When } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Facts } from "../../components/Facts";
import { Loading } from "../../components/Loading";
import { Pill, type Tone } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import type { Column } from "../../components/table/types";
import { Plain } from "./Lots";

/** The subscription as billing has it, with what its quotas have left. */
export function Plan({ userId }: { userId: string }) {
  const { t } = useTranslation("users");
  const found = useQuery({ queryKey: ["subscription", userId], queryFn: () => read<Schemas["UserSubscription"]>(`/admin/billing/users/${encodeURIComponent(userId)}/subscription`) });
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const { subscription, plan, usage } = found.data;
  return (
    <>
      <div className="columns">
      <section className="card pad">
        <h2 className="card-title">{t("plan.title")}</h2>
        {!subscription && <Text size="sm" className="quiet">{t("plan.none")}</Text>}
        {subscription && (
          <Facts
            of={[
              [t("plan.name"), plan?.name],
              [t("status"), subscription.status],
              [t("plan.since"), <When key="s" at={subscription.current_period_start} />],
              [t("plan.until"), <When key="u" at={subscription.current_period_end} />],
            ]}
          />
        )}
      </section>
      <section className="card pad">
        <h2 className="card-title">{t("plan.quotas")}</h2>
        <Plain heads={[t("limits.what"), t("limits.used"), t("limits.cap")]} numeric={[1, 2]}>
          {Object.entries(usage).map(([metric, quota]) => [t(`metric.${metric}`, metric), <Count key="u" value={quota.used} />, quota.limit === null ? t("plan.unlimited") : <Count key="l" value={quota.limit} />])}
        </Plain>
      </section>
      </div>
      <Payments userId={userId} />
    </>
  );
}

type Payment = Schemas["PaymentPage"]["items"][number];

const TONES: Record<string, Tone> = { succeeded: "good", failed: "bad", canceled: "plain", quarantined: "bad" };

function Payments({ userId }: { userId: string }) {
  const { t } = useTranslation("users");
  const columns: Column<Payment>[] = [
    { id: "time", header: t("payments.time"), cell: (one) => <When at={one.created_at} /> },
    { id: "what", header: t("payments.what"), cell: (one) => one.plan_name ?? t(`payments.kind.${one.kind ?? ""}`, one.kind ?? "—") },
    { id: "amount", header: t("payments.amount"), numeric: true, cell: (one) => <Money value={one.amount} currency={one.currency} /> },
    { id: "refunded", header: t("payments.refunded"), numeric: true, wide: true, cell: (one) => <Money value={one.refunded_amount} currency={one.currency} /> },
    { id: "status", header: t("status"), cell: (one) => <Pill tone={TONES[one.status]}>{t(`payments.status.${one.status}`, one.status)}</Pill> },
  ];
  return (
    <section className="below">
      <h2 className="card-title">{t("payments.title")}</h2>
      <DataTable
        name="payments" scope={[userId]} label={t("payments.title")} columns={columns} rowKey={(one) => one.id}
        load={async (query) => {
          const page = await read<Schemas["PaymentPage"]>("/admin/billing/payments", { user_id: userId, limit: String(query.limit), before: query.cursor });
          return { rows: page.items, total: page.total, next: page.next };
        }}
        empty={{ title: t("payments.none") }}
      />
    </section>
  );
}
