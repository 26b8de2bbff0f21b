import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { read, type Schemas } from "../../api/client";
import { Money, When } from "../../components/Amount";
import { PageHeader } from "../../components/PageHeader";
import { DataTable } from "../../components/table/DataTable";
import type { Column } from "../../components/table/types";
import { asked, Buyer, SalePill, SALES, useSaleFilters } from "../payments/parts";

type Refund = Schemas["SoldRefund"];

const STATUSES = ["succeeded", "pending", "sent", "created", "canceled", "failed"];

export default function Refunds() {
  const { t } = useTranslation("refunds");
  const navigate = useNavigate();
  const origins = { id: "kind", label: t("origin.title"), options: ["admin", "provider"].map((value) => ({ value, label: t(`origin.${value}`) })) };
  const columns: Column<Refund>[] = [
    { id: "time", header: t("time"), wide: true, cell: (row) => <When at={row.created_at} /> },
    { id: "user", header: t("user"), cell: (row) => <Buyer sale={row} /> },
    { id: "amount", header: t("amount"), numeric: true, cell: (row) => <Money value={row.amount} currency={row.currency} /> },
    { id: "status", header: t("status"), cell: (row) => <SalePill status={row.status} /> },
    { id: "origin", header: t("origin.title"), wide: true, cell: (row) => t(`origin.${row.kind}`) },
    { id: "actor", header: t("actor"), wide: true, cell: (row) => row.actor },
    { id: "reason", header: t("reason"), wide: true, cell: (row) => <span className="clip" title={row.reason}>{row.reason || row.error || row.cancel_reason}</span> },
  ];
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")} />
      <DataTable
        name="refunds" label={t("title")} columns={columns} rowKey={(row) => row.id} searchable filters={[origins, ...useSaleFilters(STATUSES)]} pageSizes={[50, 25, 100]} live
        load={async (query) => {
          const page = await read<Schemas["RefundPage"]>(`${SALES}/refunds`, asked(query));
          return { rows: page.items, total: page.total, next: page.next };
        }}
        onOpen={(row) => void navigate({ to: `/payments/${row.payment_id}` })}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
      />
    </>
  );
}
