import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { read, type Schemas } from "../../api/client";
import { Count, Money, When } from "../../components/Amount";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { StatTile } from "../../components/StatTile";
import { DataTable } from "../../components/table/DataTable";
import { offsetOf, offsetPage, type Column } from "../../components/table/types";
import { SalePill, SALES } from "../payments/parts";

type Subscriber = Schemas["Subscriber"];

/** What a plan brings, and who has it with how much of it used. */
export default function PlanPage() {
  const { t } = useTranslation("plans");
  const { id } = useParams({ strict: false }) as { id: string };
  const all = useQuery({ queryKey: ["plans", "all"], queryFn: () => read<Schemas["PlanOverview"][]>(`${SALES}/plans`) });
  const found = all.data?.find(({ plan }) => plan.id === id);
  const columns: Column<Subscriber>[] = [
    { id: "user", header: t("user"), cell: (row) => <Link className="link" title={row.email} to={`/users/${encodeURIComponent(row.user_id)}`}>{row.name}</Link> },
    { id: "status", header: t("status"), cell: (row) => <SalePill status={row.subscription_status} /> },
    { id: "until", header: t("until"), cell: (row) => <When at={row.current_period_end} /> },
    { id: "input", header: t("metric.tokens_input"), numeric: true, wide: true, cell: (row) => <Used used={row.tokens_input_used} limit={row.tokens_input_limit} /> },
    { id: "output", header: t("metric.tokens_output"), numeric: true, wide: true, cell: (row) => <Used used={row.tokens_output_used} limit={row.tokens_output_limit} /> },
    { id: "requests", header: t("metric.requests"), numeric: true, wide: true, cell: (row) => <Used used={row.requests_used} limit={row.requests_limit} /> },
    { id: "since", header: t("since"), wide: true, cell: (row) => <When at={row.subscribed_at} /> },
  ];
  return (
    <Stack gap="sm">
      <PageHeader title={<>{found?.plan.name ?? id} {found && !found.plan.is_active && <Pill>{t("hidden")}</Pill>}</>} hint={<span className="mono">{id}</span>} />
      <div className="tiles">
        <StatTile label={t("active")} value={found && <Count value={found.active_subscriptions} />} hint={t("activeHint")} />
        <StatTile label={t("canceled")} value={found && <Count value={found.canceled_subscriptions} />} />
        <StatTile label={t("total")} value={found && <Count value={found.total_subscriptions} />} />
        <StatTile label={t("mrr")} value={found && <Money value={found.mrr} currency={found.plan.currency} />} hint={t("mrrHint")} />
      </div>
      <DataTable
        name="subscribers" scope={[id]} label={t("subscribers")} columns={columns} rowKey={(row) => `${row.user_id} ${String(row.subscribed_at)}`} pageSizes={[50, 25, 100]}
        load={async (query) => {
          const page = offsetOf(query) / query.limit + 1;
          const found = await read<Schemas["Subscribers"]>(`${SALES}/plans/${encodeURIComponent(id)}/subscribers`, { page: String(page), page_size: String(query.limit) });
          return offsetPage(query, found.items, found.total);
        }}
        empty={{ title: t("noSubscribers") }}
      />
    </Stack>
  );
}

function Used({ used, limit }: { used: number; limit: number | null }) {
  const { t } = useTranslation("plans");
  return <><Count value={used} /> <span className="quiet">/ {limit === null ? t("unlimited") : <Count value={limit} />}</span></>;
}
