import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, withQuery } from "../../api/client";
import { approximately } from "../../api/exact";
import { usePermission } from "../../app/session";
import { LimitsDialog } from "../../components/LimitsDialog";
import { DataTable } from "../../components/table/DataTable";
import { wholeList, type Column } from "../../components/table/types";
import { AccessDialog } from "./AccessDialog";
import { BulkDialog } from "./BulkDialog";
import { FollowDialog } from "./FollowDialog";
import { HistoryDialog } from "./HistoryDialog";
import { OtherUnits, Price, StatusPills } from "./Price";
import { PriceDialog } from "./PriceDialog";
import { fits, SHOWS, type Model, type Show } from "./prices";

type Open = { what: "price" | "access" | "follow" | "history" | "limits"; model: Model } | { what: "many"; models: Model[]; unselect: () => void };

/** All models. The whole list is one answer, so the counts of the filter cost no other one. */
const ALL = { queryKey: ["models", "all"], queryFn: () => call(api.GET("/api/credits/models")), staleTime: 1_000 };

export function List({ per }: { per: string }) {
  const { t } = useTranslation("models");
  const mayChange = usePermission("prices");
  const queries = useQueryClient();
  const all = useQuery(ALL);
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const count = (show: Show): number => (all.data ?? []).filter((model) => fits(model, show)).length;
  return (
    <>
      <DataTable
        name="models" label={t("title")} columns={useColumns(per)} rowKey={(model) => model.id} searchable defaultSort="name"
        filters={[{ id: "show", label: t("status"), options: SHOWS.map((value) => ({ value, label: `${t(`show.${value}`)} (${String(count(value))})` })) }]}
        load={async (query) => {
          const show = SHOWS.find((one) => one === query.filters["show"]) ?? "all";
          const models = (await queries.fetchQuery(ALL)).filter((model) => fits(model, show));
          return wholeList(query, models, (model) => `${model.name} ${model.id}`, ORDER);
        }}
        exportUrl={(query, format) => withQuery("/api/credits/models/export", { format, search: query.search, show: query.filters["show"] })}
        exportFormats={["csv", "xlsx", "json"]}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
        onOpen={(model) => setOpen({ what: mayChange ? "price" : "history", model })}
        actions={(model) => [
          { label: t("edit.action"), disabled: !mayChange, onClick: () => setOpen({ what: "price", model }) },
          { label: t("access.action"), disabled: !mayChange, onClick: () => setOpen({ what: "access", model }) },
          ...(model.base_model_id !== null && model.priced && model.inherited_from === null ? [{ label: t("follow.title"), disabled: !mayChange, onClick: () => setOpen({ what: "follow", model }) }] : []),
          { label: t("app:limit.action"), onClick: () => setOpen({ what: "limits", model }) },
          { label: t("history.title"), onClick: () => setOpen({ what: "history", model }) },
        ]}
        bulk={mayChange ? (models, unselect) => <Button size="xs" onClick={() => setOpen({ what: "many", models, unselect })}>{t("bulk.action")}</Button> : undefined}
      />
      {open?.what === "price" && <PriceDialog model={open.model} per={per} onClose={close} />}
      {open?.what === "access" && <AccessDialog model={open.model} onClose={close} />}
      {open?.what === "follow" && <FollowDialog model={open.model} onClose={close} />}
      {open?.what === "history" && <HistoryDialog model={open.model} per={per} onClose={close} />}
      {open?.what === "limits" && <LimitsDialog whose={{ scope: "everyone", modelId: open.model.id, name: open.model.name }} onClose={close} />}
      {open?.what === "many" && <BulkDialog models={open.models} per={per} onClose={close} onDone={open.unselect} />}
    </>
  );
}

const ORDER = {
  name: (model: Model) => model.name,
  input: (model: Model) => approximately(model.context_price),
  output: (model: Model) => approximately(model.generation_price),
};

function useColumns(per: string): Column<Model>[] {
  const { t } = useTranslation("models");
  return [
    { id: "name", header: t("model"), sortable: true, cell: (model) => <div className="two-lines"><span className="clip">{model.name}</span><small className="clip">{model.id}</small></div> },
    { id: "status", header: t("status"), wide: true, cell: (model) => <StatusPills model={model} /> },
    { id: "input", header: t("input"), sortable: true, numeric: true, cell: (model) => <Price unit="input" price={model.context_price} dollars={model.context_price_usd} per={per} /> },
    { id: "output", header: t("output"), sortable: true, numeric: true, cell: (model) => <Price unit="output" price={model.generation_price} dollars={model.generation_price_usd} per={per} /> },
    { id: "others", header: t("others"), wide: true, cell: (model) => <OtherUnits prices={model.prices} per={per} /> },
  ];
}
