import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, withQuery, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { Credits, When } from "../../components/Amount";
import { Pill, type Tone } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { dayBounds, keysetPage, type Column, type Filter, type ListQuery } from "../../components/table/types";
import { ExplainDialog } from "./ExplainDialog";
import { ReverseDialog } from "./ReverseDialog";

export type Transaction = Schemas["ListedTransaction"];

const TYPES = ["deduct", "manual_update", "monthly_reset", "grant", "expiry", "reversal", "refund", "opening"] as const;
const TONES: Record<string, Tone> = { grant: "good", monthly_reset: "good", refund: "good", manual_update: "accent", expiry: "warn", reversal: "warn" };

/** The history of everybody, or of one user. */
export function Transfers({ userId }: { userId?: string }) {
  const { t } = useTranslation("transactions");
  const mayReverse = usePermission("money");
  const [explained, explain] = useState<Transaction>();
  const [reversed, reverse] = useState<Transaction>();
  const filters: Filter[] = [
    { id: "type", label: t("type"), options: TYPES.map((value) => ({ value, label: t(`app:transaction.${value}`) })) },
    { id: "model_id", label: t("model") },
    { id: "actor", label: t("actor") },
    { id: "since", label: t("app:time.from"), dated: true },
    { id: "until", label: t("app:time.to"), dated: true },
  ];
  const asked = (query: ListQuery) => ({ ...query.filters, ...dayBounds(query), search: query.search, user_id: userId });
  return (
    <>
      <DataTable
        name="transactions" scope={userId ? [userId] : []} label={t("title")} columns={useColumns(!userId)} rowKey={(row) => String(row.id)}
        searchable={!userId} searchHint={t("searchHint")} filters={filters} pageSizes={[50, 25, 100]} live
        load={async (query) => {
          const page = await read<Schemas["TransactionPage"]>("/api/credits/transactions", { ...asked(query), limit: String(query.limit), before: query.cursor });
          return keysetPage(page.transactions, page.total, page.has_next);
        }}
        exportUrl={(query, format) => withQuery("/api/ledger/transactions/export", { ...asked(query), format })}
        onOpen={explain}
        actions={(row) => [
          { label: t("explain.title"), onClick: () => explain(row) },
          { label: t("reverse.title"), danger: true, disabled: !mayReverse || row.transaction_type === "reversal", onClick: () => reverse(row) },
        ]}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
      />
      {explained && <ExplainDialog userId={explained.user_id} id={explained.id} onClose={() => explain(undefined)} />}
      {reversed && <ReverseDialog transaction={reversed} onClose={() => reverse(undefined)} />}
    </>
  );
}

function useColumns(withUser: boolean): Column<Transaction>[] {
  const { t } = useTranslation("transactions");
  const user: Column<Transaction> = {
    id: "user", header: t("user"), cell: (row) => <Link className="link" title={row.user_id} to={`/users/${encodeURIComponent(row.user_id)}`}>{row.user_name}</Link>,
  };
  return [
    { id: "time", header: t("time"), cell: (row) => <When at={row.created_at} /> },
    ...(withUser ? [user] : []),
    { id: "amount", header: t("amount"), numeric: true, cell: (row) => <Credits value={row.amount} signed /> },
    { id: "type", header: t("type"), cell: (row) => <Pill tone={TONES[row.transaction_type]}>{t(`app:transaction.${row.transaction_type}`)}</Pill> },
    { id: "model", header: t("model"), wide: true, cell: (row) => row.model_id && <span title={row.reason}>{row.model_id}</span> },
    { id: "balance", header: t("balanceAfter"), numeric: true, wide: true, cell: (row) => <Credits value={row.balance_after} /> },
    { id: "actor", header: t("actor"), wide: true, cell: (row) => row.actor },
    { id: "reason", header: t("reason"), wide: true, cell: (row) => <span className="clip" title={row.reason}>{row.reason}</span> },
  ];
}
