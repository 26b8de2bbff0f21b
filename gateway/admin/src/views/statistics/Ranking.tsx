import { SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { read, withQuery } from "../../api/client";
import type { Exact } from "../../api/exact";
import { useUrlState } from "../../app/urlState";
import { Count, Credits } from "../../components/Amount";
import { DataTable } from "../../components/table/DataTable";
import { offsetOf, offsetPage, type Column, type ListQuery } from "../../components/table/types";
import type { Period } from "./period";

/** GET /api/ledger/usage */
interface Row {
  id: string;
  name: string;
  email: string | null;
  credits_used: Exact;
  transactions_count: number;
  users: number;
  models: number | null;
  balance: Exact | null;
}

const BY = ["user", "model", "group"] as const;
type By = (typeof BY)[number];

/** Who or what used most in the period. */
export function Ranking({ period }: { period: Period }) {
  const { t } = useTranslation("statistics");
  const [url, setUrl] = useUrlState();
  const by = BY.find((one) => one === url["by"]) ?? "user";
  const asked = ({ search, sort, descending }: ListQuery) => ({
    by, search, sort, order: descending ? "desc" : "asc", year: String(period.year), month: period.month === undefined ? undefined : String(period.month),
  });
  return (
    <DataTable
      name="usage" scope={[by, String(period.year), String(period.month)]} label={t(`by.${by}`)} columns={useColumns(by)} rowKey={(row) => row.id} searchable defaultSort="-credits"
      pageSizes={[50, 25, 100, 250]}
      load={async (query) => {
        const page = await read<{ rows: Row[]; total: number }>("/api/ledger/usage", { ...asked(query), limit: String(query.limit), offset: String(offsetOf(query)) });
        return offsetPage(query, page.rows, page.total);
      }}
      exportUrl={(query, format) => withQuery("/api/ledger/usage/export", { ...asked(query), format })}
      empty={{ title: t("empty"), hint: t("emptyHint") }}
      toolbar={<SegmentedControl size="xs" aria-label={t("by.title")} value={by} onChange={(next) => setUrl({ by: next, after: undefined, page: undefined })} data={BY.map((value) => ({ value, label: t(`by.${value}`) }))} />}
    />
  );
}

function useColumns(by: By): Column<Row>[] {
  const { t } = useTranslation("statistics");
  const users: Column<Row> = { id: "users", header: t("users"), numeric: true, wide: true, cell: (row) => <Count value={row.users} /> };
  const models: Column<Row> = { id: "models", header: t("models"), numeric: true, wide: true, cell: (row) => <Count value={row.models} /> };
  const balance: Column<Row> = { id: "balance", header: t("balance"), numeric: true, wide: true, cell: (row) => <Credits value={row.balance} /> };
  return [
    { id: "name", header: t(`one.${by}`), sortable: true, cell: (row) => <Name row={row} by={by} /> },
    { id: "credits", header: t("creditsUsed"), sortable: true, numeric: true, cell: (row) => <Credits value={row.credits_used} /> },
    { id: "charges", header: t("charges"), sortable: true, numeric: true, cell: (row) => <Count value={row.transactions_count} /> },
    ...(by === "user" ? [models, balance] : [users]),
  ];
}

function Name({ row, by }: { row: Row; by: By }) {
  if (by !== "user") return <span className="clip">{row.name}</span>;
  return (
    <div className="two-lines">
      <Link className="link clip" to={`/users/${encodeURIComponent(row.id)}`}>{row.name}</Link>
      <small className="clip">{row.email ?? row.id}</small>
    </div>
  );
}
