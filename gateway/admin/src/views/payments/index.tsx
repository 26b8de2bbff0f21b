import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, type Schemas } from "../../api/client";
import { big } from "../../api/exact";
import { usePermission } from "../../app/session";
import { Credits, Money, When } from "../../components/Amount";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import type { Column } from "../../components/table/types";
import { asked, Buyer, isRefundable, SalePill, SALES, useSaleFilters } from "./parts";
import { RefundDialog } from "./RefundDialog";

type Payment = Schemas["SoldPayment"];

const STATUSES = ["succeeded", "pending", "sent", "created", "canceled", "failed", "quarantined"];
const KINDS = ["purchase", "renewal", "change", "top_up"];

export default function Payments() {
  const { t } = useTranslation("payments");
  const navigate = useNavigate();
  const mayRefund = usePermission("money");
  const [refunded, refund] = useState<Payment>();
  const kinds = { id: "kind", label: t("kind.title"), options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) };
  const open = (payment: Payment): void => void navigate({ to: `/payments/${payment.id}` });
  const columns: Column<Payment>[] = [
    { id: "time", header: t("time"), wide: true, cell: (row) => <When at={row.created_at} /> },
    { id: "user", header: t("user"), cell: (row) => <Buyer sale={row} /> },
    { id: "kind", header: t("kind.title"), wide: true, cell: (row) => <span className="pills">{t(`kind.${row.kind}`)} {row.plan_name && <Pill>{row.plan_name}</Pill>}</span> },
    { id: "amount", header: t("amount"), numeric: true, cell: (row) => <Money value={row.amount} currency={row.currency} /> },
    { id: "refunded", header: t("refunded"), numeric: true, wide: true, cell: (row) => !big(row.refunded_amount).eq(0) && <Money value={row.refunded_amount} currency={row.currency} /> },
    { id: "credits", header: t("credits"), numeric: true, wide: true, cell: (row) => <Credits value={row.credits} /> },
    { id: "status", header: t("status.title"), cell: (row) => <SalePill status={row.status} /> },
    { id: "provider", header: t("provider"), wide: true, cell: (row) => <span className="mono quiet">{row.provider_id}</span> },
  ];
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")} />
      <DataTable
        name="payments" label={t("title")} columns={columns} rowKey={(row) => row.id} searchable searchHint={t("searchHint")} filters={[kinds, ...useSaleFilters(STATUSES)]} pageSizes={[50, 25, 100]} live
        load={async (query) => {
          const page = await read<Schemas["PaymentPage"]>(`${SALES}/payments`, asked(query));
          return { rows: page.items, total: page.total, next: page.next };
        }}
        onOpen={open}
        actions={(row) => [
          { label: t("open"), onClick: () => open(row) },
          { label: t("refund.title"), danger: true, disabled: !mayRefund || !isRefundable(row), onClick: () => refund(row) },
        ]}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
      />
      {refunded && <RefundDialog payment={refunded} onClose={() => refund(undefined)} />}
    </>
  );
}
