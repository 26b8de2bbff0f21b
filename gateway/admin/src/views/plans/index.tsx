import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, send, type Schemas } from "../../api/client";
import { approximately } from "../../api/exact";
import { usePermission } from "../../app/session";
import { Count, Credits, Money } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { wholeList, type Column } from "../../components/table/types";
import { SALES } from "../payments/parts";
import { DeleteDialog } from "./DeleteDialog";
import { PlanDialog } from "./PlanDialog";

type Plan = Schemas["PlanOverview"];
type Open = { what: "edit" | "delete"; plan: Plan } | { what: "new" };

export default function Plans() {
  const { t } = useTranslation("plans");
  const navigate = useNavigate();
  const mayChange = usePermission("money");
  const [open, setOpen] = useState<Open>();
  const change = useSmallChange();
  const columns: Column<Plan>[] = [
    { id: "order", header: t("order"), sortable: true, numeric: true, wide: true, cell: ({ plan }) => <Count value={plan.display_order} /> },
    { id: "name", header: t("name"), sortable: true, cell: ({ plan }) => <>{plan.name} {!plan.is_active && <Pill>{t("hidden")}</Pill>}</> },
    { id: "price", header: t("price"), sortable: true, numeric: true, cell: ({ plan }) => <><Money value={plan.price} currency={plan.currency} /> <span className="quiet">/ {t(`interval.${plan.interval}`)}</span></> },
    { id: "credits", header: t("credits"), numeric: true, wide: true, cell: ({ plan }) => <Credits value={plan.included_credits} /> },
    { id: "active", header: t("active"), sortable: true, numeric: true, cell: (row) => <Count value={row.active_subscriptions} /> },
    { id: "canceled", header: t("canceled"), numeric: true, wide: true, cell: (row) => <Count value={row.canceled_subscriptions} /> },
    { id: "total", header: t("total"), numeric: true, wide: true, cell: (row) => <Count value={row.total_subscriptions} /> },
    { id: "mrr", header: t("mrr"), sortable: true, numeric: true, cell: (row) => <Money value={row.mrr} currency={row.plan.currency} /> },
  ];
  const order = {
    order: (row: Plan) => row.plan.display_order, name: (row: Plan) => row.plan.name, price: (row: Plan) => approximately(row.plan.price),
    active: (row: Plan) => row.active_subscriptions, mrr: (row: Plan) => approximately(row.mrr),
  };
  const show = ({ plan }: Plan): void => void navigate({ to: `/plans/${encodeURIComponent(plan.id)}` });
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        {mayChange && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setOpen({ what: "new" })}>{t("new")}</Button>}
      </PageHeader>
      {change.error && <ErrorNotice error={change.error} />}
      <DataTable
        name="plans" label={t("title")} columns={columns} rowKey={({ plan }) => plan.id} searchable defaultSort="order"
        load={async (query) => wholeList(query, await read<Plan[]>(`${SALES}/plans`), ({ plan }) => `${plan.name} ${plan.name_ru ?? ""} ${plan.id}`, order)}
        onOpen={show}
        actions={(row) => [
          { label: t("subscribers"), onClick: () => show(row) },
          { label: t("edit"), disabled: !mayChange, onClick: () => setOpen({ what: "edit", plan: row }) },
          { label: t("duplicate"), disabled: !mayChange, onClick: () => change.mutate({ method: "POST", path: `${row.plan.id}/duplicate` }) },
          { label: t(row.plan.is_active ? "hide" : "show"), disabled: !mayChange, onClick: () => change.mutate({ method: "PATCH", path: `${row.plan.id}/toggle` }) },
          { label: t("delete.title"), danger: true, disabled: !mayChange, onClick: () => setOpen({ what: "delete", plan: row }) },
        ]}
        empty={{ title: t("empty"), hint: t("emptyHint"), action: mayChange && <Button size="xs" onClick={() => setOpen({ what: "new" })}>{t("new")}</Button> }}
      />
      {(open?.what === "new" || open?.what === "edit") && <PlanDialog plan={open.what === "edit" ? open.plan.plan : undefined} subscribers={open.what === "edit" ? open.plan.active_subscriptions : 0} onClose={() => setOpen(undefined)} />}
      {open?.what === "delete" && <DeleteDialog overview={open.plan} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** Changes of the shop window that move no money. */
function useSmallChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path }: { method: string; path: string }) => send(method, `${SALES}/plans/${path}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["plans"] }),
  });
}
