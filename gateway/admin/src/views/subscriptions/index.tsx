import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { Money, When } from "../../components/Amount";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import type { Column } from "../../components/table/types";
import { asked, Buyer, SalePill, SALES, useSaleFilters } from "../payments/parts";
import { EndDialog } from "./EndDialog";

type Subscription = Schemas["SoldSubscription"];

const STATUSES = ["active", "trialing", "past_due", "suspended", "canceled", "revoked"];

export default function Subscriptions() {
  const { t } = useTranslation("subscriptions");
  const navigate = useNavigate();
  const mayChange = usePermission("money");
  const [ended, end] = useState<Subscription>();
  const open = (row: Subscription): void => void navigate({ to: `/subscriptions/${row.id}` });
  const columns: Column<Subscription>[] = [
    { id: "user", header: t("user"), cell: (row) => <Buyer sale={row} /> },
    { id: "plan", header: t("plan"), cell: (row) => row.plan_name },
    { id: "status", header: t("status"), cell: (row) => <><SalePill status={row.status} /> {row.cancel_at_period_end && !row.ended_at && <Pill tone="warn">{t("ending")}</Pill>}</> },
    { id: "price", header: t("price"), numeric: true, cell: (row) => <><Money value={row.price} currency={row.currency} /> <span className="quiet">/ {t(`interval.${row.interval}`)}</span></> },
    { id: "until", header: t("until"), wide: true, cell: (row) => <When at={row.current_period_end} /> },
    { id: "renews", header: t("renews"), wide: true, cell: (row) => t(row.auto_renew ? "app:value.yes" : "app:value.no") },
    { id: "since", header: t("since"), wide: true, cell: (row) => <When at={row.created_at} /> },
  ];
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")} />
      <DataTable
        name="subscriptions" label={t("title")} columns={columns} rowKey={(row) => row.id} searchable filters={useSaleFilters(STATUSES)} pageSizes={[50, 25, 100]} live
        load={async (query) => {
          const page = await read<Schemas["SubscriptionPage"]>(`${SALES}/subscriptions`, asked(query));
          return { rows: page.items, total: page.total, next: page.next };
        }}
        onOpen={open}
        actions={(row) => [
          { label: t("open"), onClick: () => open(row) },
          { label: t("end.title"), danger: true, disabled: !mayChange || row.ended_at !== null, onClick: () => end(row) },
        ]}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
      />
      {ended && <EndDialog subscription={ended} onClose={() => end(undefined)} />}
    </>
  );
}
